/** What the open card shows, read from outside as a person or a screen reader would get it. */
import type { Page } from "puppeteer-core";
import { inClosedRoots } from "./closed-roots";
import { pause } from "./pause";

/** Tag of the one node that Backstory adds to a page. */
export const CARD_HOST = "backstory-card";

const POLL_MS = 50;

export interface ReadCard {
  /** Everything that can be seen, line by line. */
  text: string;
  heading: string;
  quotes: string[];
  /** Links that lead out of the card. */
  links: { text: string; href: string }[];
  /** Accessible names of what can be pressed. */
  buttons: string[];
  /** In CSS pixels of the viewport of its frame. */
  box: { x: number; y: number; width: number; height: number };
  /** Whether the keyboard is in the card. */
  focused: boolean;
}

/** The card that is open on the page or in one of its frames, or `null`. */
export async function readCard(page: Page): Promise<ReadCard | null> {
  const cards = await inClosedRoots(page, CARD_HOST, describeCard);
  return cards.find((card) => card !== null) ?? null;
}

/**
 * Waits for a card that satisfies the condition.
 * @throws {Error} Where there is none after `timeoutMs`; the message says what was there instead.
 */
export async function waitForCard(page: Page, condition: (card: ReadCard) => boolean = () => true, timeoutMs = 8_000): Promise<ReadCard> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const card = await readCard(page);
    if (card && condition(card)) return card;
    if (Date.now() > deadline) throw new Error(card ? `The card that is open is another one:\n${card.text}` : `No card is open after ${timeoutMs / 1000} s`);
    await pause(POLL_MS);
  }
}

/** Waits until no card is open. */
export async function waitForNoCard(page: Page, timeoutMs = 5_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const card = await readCard(page);
    if (!card) return;
    if (Date.now() > deadline) throw new Error(`A card is still open after ${timeoutMs / 1000} s:\n${card.text}`);
    await pause(POLL_MS);
  }
}

/** Presses a button of the open card by its accessible name, as a script would. */
export async function pressInCard(page: Page, name: string): Promise<void> {
  const pressed = await inClosedRoots(page, CARD_HOST, pressButton, name);
  if (!pressed.includes(true)) throw new Error(`The open card has no button “${name}”`);
}

/** Runs in the page, on the card's shadow root. */
function describeCard(root: ShadowRoot): ReadCard | null {
  const card = [...root.querySelectorAll<HTMLElement>("*")].find((element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && getComputedStyle(element).visibility === "visible";
  });
  if (!card) return null;
  const { x, y, width, height } = card.getBoundingClientRect();
  const visible = <T extends HTMLElement>(selector: string) => [...card.querySelectorAll<T>(selector)].filter((element) => element.getClientRects().length > 0);
  return {
    text: card.innerText,
    heading: visible("h1, h2, h3, [role=heading]")[0]?.innerText ?? "",
    quotes: visible("blockquote").map((quote) => quote.innerText),
    links: visible<HTMLAnchorElement>("a[href]").map((link) => ({ text: link.innerText, href: link.href })),
    buttons: visible("button, [role=button]").map((button) => button.ariaLabel || button.innerText || button.title),
    box: { x, y, width, height },
    focused: root.activeElement !== null,
  };
}

/** Runs in the page, on the card's shadow root. */
function pressButton(root: ShadowRoot, name: string): boolean {
  const buttons = [...root.querySelectorAll<HTMLElement>("button, [role=button]")];
  const button = buttons.find((each) => [each.ariaLabel, each.innerText, each.title].some((label) => label?.trim() === name));
  button?.click();
  return button !== undefined;
}
