/** What Backstory has painted on a page, and a pointer that goes there like a hand. */
import type { Frame, Page } from "puppeteer-core";
import { KINDS } from "../../src/packs/model";
import { evaluateApart } from "./apart";
import { expression } from "./in-page";
import { pause } from "./pause";

/** A name that is marked on the page, as the page's own scripts see it in the registry of highlights. */
export interface PaintedName {
  text: string;
  kind: string;
}

/** Names count as painted once their number has not changed for this long. */
const QUIET_MS = 400;
const POLL_MS = 50;

/** Highlights that can be seen, with the kind that they mark: the usual style has no name of its own. */
const MARKS = KINDS.flatMap((kind) => ["", "-line", "-tint"].map((style) => [`backstory-${kind}${style}`, kind] as const));

/** All painted names of a page, or of one of its frames, in the order of the document. */
export async function paintedNames(target: Page | Frame): Promise<PaintedName[]> {
  return (await target.evaluate(expression(readHighlights, MARKS))) as PaintedName[];
}

/**
 * Waits until names are painted and no more are being added.
 * @throws {Error} Where there are still fewer than `atLeast` after `timeoutMs`.
 */
export async function waitForPaint(target: Page | Frame, { atLeast = 1, timeoutMs = 15_000 } = {}): Promise<PaintedName[]> {
  const deadline = Date.now() + timeoutMs;
  let names = await paintedNames(target);
  let since = Date.now();
  while (names.length < atLeast || Date.now() - since < QUIET_MS) {
    if (Date.now() > deadline) throw new Error(`${names.length} names are painted after ${timeoutMs / 1000} s, not ${atLeast} or more`);
    await pause(POLL_MS);
    const now = await paintedNames(target);
    if (now.length !== names.length) since = Date.now();
    names = now;
  }
  return names;
}

/** Middle of a text on the page, in CSS pixels of the viewport; scrolled to where it can be seen. */
export interface Spot {
  x: number;
  y: number;
}

/**
 * Finds the `nth` occurrence (from 0) of a text on the page, also in open shadow roots, and scrolls it into view.
 * @throws {Error} Where the page shows no such text.
 */
export async function locateText(target: Page | Frame, text: string, nth = 0): Promise<Spot> {
  let frame = "parentFrame" in target ? target : target.mainFrame();
  const spot = await evaluateApart<Spot | null>(frame, expression(findText, text, nth));
  if (!spot) throw new Error(`The page does not show “${text}”${nth ? ` ${nth + 1} times` : ""}`);
  for (let parent = frame.parentFrame(); parent; frame = parent, parent = frame.parentFrame()) {
    const element = await frame.frameElement();
    const box = await element?.boundingBox();
    spot.x += box?.x ?? 0;
    spot.y += box?.y ?? 0;
  }
  return spot;
}

/**
 * Moves the pointer onto a text, goes on a little there, as a hand does, and rests. The way is inside of the text: on a
 * slow machine, names that it led over would open their own cards.
 */
export async function hoverText(page: Page, text: string, { nth = 0, frame = page.mainFrame() } = {}): Promise<Spot> {
  const { x, y } = await locateText(frame, text, nth);
  besides = 1 - besides;
  const spot = { x: x + besides, y };
  await page.mouse.move(spot.x + 5, spot.y + 3);
  await page.mouse.move(spot.x, spot.y, { steps: 5 });
  return spot;
}

/** Each time another pixel: a pointer that comes back to where it was within one frame has not moved for the page. */
let besides = 0;

/**
 * Runs in the page's own world, because Firefox lets nobody else iterate a Highlight. Some of our test pages lay traps
 * there: this gets by with what they leave alone.
 */
function readHighlights(marks: (readonly [name: string, kind: string])[]): { text: string; kind: string }[] {
  const found: { range: Range; kind: string }[] = [];
  for (const [name, kind] of marks) {
    for (const piece of CSS.highlights.get(name) ?? []) {
      if (!piece.startContainer.isConnected) continue;
      const range = new Range();
      range.setStart(piece.startContainer, piece.startOffset);
      range.setEnd(piece.endContainer, piece.endOffset);
      found.push({ range, kind });
    }
  }
  found.sort((a, b) => {
    const order = a.range.startContainer.compareDocumentPosition(b.range.startContainer);
    if (order === 0) return a.range.startOffset - b.range.startOffset;
    // Nodes of different trees have an order too, though an arbitrary one.
    return order & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
  const names: { text: string; kind: string }[] = [];
  let last: Range | undefined;
  for (const { range, kind } of found) {
    const previous = names[names.length - 1];
    if (last && previous?.kind === kind && continues(last, range)) previous.text += range.toString();
    else names.push({ text: range.toString(), kind });
    last = range;
  }
  return names;

  /** A name that runs across elements is painted in pieces: one ends with its text node, the next begins another. */
  function continues(before: Range, after: Range): boolean {
    const node = before.endContainer;
    if (!(node instanceof Text) || before.endOffset < node.length || after.startOffset > 0 || node === after.startContainer) return false;
    if (node.getRootNode() !== after.startContainer.getRootNode()) return false;
    const gap = new Range();
    gap.setStart(node, before.endOffset);
    gap.setEnd(after.startContainer, 0);
    return gap.toString() === "";
  }
}

/** Runs in the page. */
function findText(text: string, nth: number): { x: number; y: number } | null {
  let left = nth;
  return search(document.body);

  function search(root: Node): { x: number; y: number } | null {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const inner = node instanceof Element ? node.shadowRoot : null;
      const found = inner ? search(inner) : node instanceof Text ? searchText(node) : null;
      if (found) return found;
    }
    return null;
  }

  function searchText(node: Text): { x: number; y: number } | null {
    for (let at = node.data.indexOf(text); at >= 0; at = node.data.indexOf(text, at + 1)) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      if (range.getClientRects().length === 0 || left-- > 0) continue;
      const seen = range.getBoundingClientRect();
      if (seen.top < 0 || seen.bottom > innerHeight) node.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
      // The first line, where the text is broken over two.
      const box = range.getClientRects()[0]!;
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    return null;
  }
}
