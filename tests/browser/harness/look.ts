/** How the open card, or the bar, looks, as far as numbers tell. */
import type { Page } from "puppeteer-core";
import { CARD_HOST } from "../../../scripts/drive/card";
import { inClosedRoots } from "../../../scripts/drive/closed-roots";

export interface Look {
  /** What can be read, in the order of the card. */
  texts: { text: string; /** As WCAG defines it, from 1 to 21. */ contrast: number; /** CSS px. */ size: number }[];
  /** CSS px. */
  padding: number;
  radius: number;
  /** From 0, black, to 1, white: relative luminance as WCAG defines it. */
  ground: number;
  direction: string;
  /** Name of what moves when the card appears. */
  animation: string;
}

/** @throws where no card is open */
export function lookOfCard(page: Page): Promise<Look> {
  return lookOf(page, CARD_HOST);
}

/** @throws where nothing is shown in hosts of this tag */
export async function lookOf(page: Page, host: string): Promise<Look> {
  const look = (await inClosedRoots(page, host, describe)).find((each) => each !== null);
  if (!look) throw new Error(`No ${host} is open`);
  return look;
}

/** Runs in the page, on the shadow root. */
function describe(root: ShadowRoot): Look | null {
  const card = root.querySelector<HTMLElement>("[popover]");
  if (!card?.checkVisibility()) return null;
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })!;
  const own = getComputedStyle(card);
  const body = getComputedStyle(card.querySelector(".body, .text, .tools") ?? card);
  const texts: { text: string; contrast: number; size: number }[] = [];
  const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement!;
    if (!node.nodeValue?.trim() || !parent.checkVisibility() || parent.closest(".aloud")) continue;
    const { color, fontSize } = getComputedStyle(parent);
    // Brackets around the numbers of notes are there for what is copied.
    if (fontSize === "0px") continue;
    texts.push({ text: node.nodeValue, contrast: contrast(luminance(color), luminance(groundOf(parent))), size: parseFloat(fontSize) });
  }
  return {
    texts,
    padding: parseFloat(body.paddingLeft),
    radius: parseFloat(own.borderTopLeftRadius),
    ground: luminance(own.backgroundColor),
    direction: own.direction,
    animation: own.animationName,
  };

  /** The colour behind an element: that of the nearest around it that has one. */
  function groundOf(element: Element): string {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (rgba(backgroundColor)[3]! > 0) return backgroundColor;
    }
    return "white";
  }

  function rgba(colour: string): number[] {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  }

  function luminance(colour: string): number {
    const [red, green, blue] = rgba(colour).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  }

  function contrast(a: number, b: number): number {
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }
}
