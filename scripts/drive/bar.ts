/** The bar beside a selection, as a person uses it: selecting with a pointer, reading and pressing what appears. */
import type { Page } from "puppeteer-core";
import { evaluateApart } from "./apart";
import { inClosedRoots } from "./closed-roots";
import { expression } from "./in-page";
import { pause } from "./pause";

/** Tags of what the highlighter adds to a page. */
export const BAR_HOST = "backstory-bar";
export const NOTICE_HOST = "backstory-notice";

const POLL_MS = 50;

export interface ReadBar {
  /** Everything that can be seen, line by line. */
  text: string;
  /** Accessible names of what can be pressed. */
  buttons: string[];
  role: string;
  box: { x: number; y: number; width: number; height: number };
  /** What the note's field holds; null where there is none. */
  note: string | null;
  /** Tag of the element that the keyboard is in; empty where it is not in here. */
  focused: string;
}

/** What is shown in a host of ours, or null. */
export async function readBar(page: Page, host = BAR_HOST): Promise<ReadBar | null> {
  return (await inClosedRoots(page, host, describeBar)).find((bar) => bar !== null) ?? null;
}

/** @throws {Error} Where there is none after `timeoutMs`; the message says what was there instead. */
export async function waitForBar(page: Page, condition: (bar: ReadBar) => boolean = () => true, { host = BAR_HOST, timeoutMs = 30_000 } = {}): Promise<ReadBar> {
  for (const deadline = Date.now() + timeoutMs; ; await pause(POLL_MS)) {
    const bar = await readBar(page, host);
    if (bar && condition(bar)) return bar;
    if (Date.now() > deadline) throw new Error(bar ? `What is shown is something else:\n${bar.text}\n${bar.buttons.join(", ")}` : `Nothing is shown after ${timeoutMs / 1000} s`);
  }
}

export async function waitForNoBar(page: Page, { host = BAR_HOST, timeoutMs = 15_000 } = {}): Promise<void> {
  for (const deadline = Date.now() + timeoutMs; await readBar(page, host); await pause(POLL_MS)) {
    if (Date.now() > deadline) throw new Error(`It is still shown after ${timeoutMs / 1000} s`);
  }
}

/** Presses a button with the pointer. */
export async function pressInBar(page: Page, name: string, host = BAR_HOST): Promise<void> {
  const spot = (await inClosedRoots(page, host, spotOfButton, name)).find((each) => each !== null);
  if (!spot) throw new Error(`There is no button “${name}”`);
  await page.mouse.click(spot.x, spot.y);
}

/** Selects from the beginning of one text on the page to the end of another, dragging as a hand does. */
export async function dragOver(page: Page, from: string, to = from): Promise<void> {
  const edges = await evaluateApart<{ x: number; y: number }[] | null>(page.mainFrame(), expression(edgesOf, from, to));
  if (!edges) throw new Error(`The page does not show “${from}” and “${to}”`);
  const [start, end] = edges as [{ x: number; y: number }, { x: number; y: number }];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 8 });
  await page.mouse.up();
}

/** Runs in the page, on the shadow root. */
function describeBar(root: ShadowRoot): ReadBar | null {
  const bar = root.querySelector<HTMLElement>("[popover]");
  if (!bar?.checkVisibility()) return null;
  const { x, y, width, height } = bar.getBoundingClientRect();
  return {
    text: bar.innerText,
    buttons: [...bar.querySelectorAll("button")].map((button) => button.getAttribute("aria-label") || button.innerText.trim()),
    role: bar.role ?? "",
    box: { x, y, width, height },
    note: bar.querySelector("textarea")?.value ?? null,
    focused: root.activeElement?.localName ?? "",
  };
}

/** Runs in the page, on the shadow root. */
function spotOfButton(root: ShadowRoot, name: string): { x: number; y: number } | null {
  const button = [...root.querySelectorAll("button")].find((each) => (each.getAttribute("aria-label") || each.innerText.trim()) === name);
  if (!button) return null;
  button.scrollIntoView({ block: "nearest" });
  const { x, y, width, height } = button.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

/** Runs in the page. */
function edgesOf(from: string, to: string): { x: number; y: number }[] | null {
  const find = (text: string) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node as Text).data.indexOf(text);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      if (range.getClientRects().length > 0) return range;
    }
    return null;
  };
  const [first, last] = [find(from), find(to)];
  if (!first || !last) return null;
  first.startContainer.parentElement!.scrollIntoView({ block: "center", behavior: "instant" });
  const start = first.getClientRects()[0]!;
  const end = [...last.getClientRects()].at(-1)!;
  return [
    { x: start.left + 1, y: start.top + start.height / 2 },
    { x: end.right - 1, y: end.top + end.height / 2 },
  ];
}
