/** What stands highlighted on a page, and a reader who selects. */
import type { Frame, Page } from "puppeteer-core";
import { expression } from "../../../scripts/drive/in-page";
import { pause } from "../../../scripts/drive/pause";
import { articleKeys } from "../../../src/highlights/address";
import { COLOURS, type Highlight } from "../../../src/messages/highlight";
import type { Session } from "./launch";
import { type Remote, remoteOf } from "./remote";
import { until } from "./until";

/** A passage that is painted, as the page's own scripts see it in the registry of highlights. */
export interface PaintedPassage {
  text: string;
  colour: string;
  changed: boolean;
}

/** All painted passages of a page, or of one of its frames, by colour; the pieces of one colour are joined. */
export async function paintedPassages(target: Page | Frame): Promise<PaintedPassage[]> {
  return (await target.evaluate(expression(readPassages, [...COLOURS]))) as PaintedPassage[];
}

/** Runs in the page's own world, because Firefox lets nobody else iterate a Highlight. */
function readPassages(colours: string[]): PaintedPassage[] {
  const found: PaintedPassage[] = [];
  for (const colour of colours) {
    for (const changed of [false, true]) {
      const pieces = [...(CSS.highlights.get(`backstory-hl-${colour}${changed ? "-changed" : ""}`) ?? [])];
      const texts = pieces
        .filter(({ startContainer }) => startContainer.isConnected)
        .map(({ startContainer, startOffset, endOffset }) => (startContainer as Text).data.slice(startOffset, endOffset));
      if (texts.length > 0) found.push({ text: texts.join("").replace(/\s+/g, " ").trim(), colour, changed });
    }
  }
  return found;
}

/** Selects a text of the page, from its first occurrence, as dragging over it does; it may run over several elements. */
export async function selectText(target: Page | Frame, from: string, to = from): Promise<void> {
  await target.evaluate(expression(select, from, to));
}

/** Runs in the page. */
function select(from: string, to: string): void {
  const points: [Node, number][] = [];
  search(document.body);
  const [start, end] = points;
  if (!start || !end) throw new Error(`The page does not show “${from}” … “${to}”`);
  getSelection()!.setBaseAndExtent(...start, ...end);

  function search(root: Node): void {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node: Node | null = root; node; node = walker.nextNode()) {
      if (node instanceof Element && node.shadowRoot) search(node.shadowRoot);
      if (!(node instanceof Text) || node.parentElement?.closest("script, style")) continue;
      const first = points.length === 0 ? node.data.indexOf(from) : -1;
      if (first >= 0) points.push([node, first]);
      const last = points.length === 1 ? node.data.indexOf(to, Math.max(first, 0)) : -1;
      if (last >= 0) points.push([node, last + to.length]);
    }
  }
}

/** Time for what a selection brings about: code that comes into the page, and listens (milliseconds). */
const SETTLING_MS = 300;

/**
 * Keeps what `select` selects, as the shortcut does, and waits until it is kept.
 * @returns the speaker to the page
 */
export async function keepSelected(session: Session, page: Page, select: () => Promise<unknown>): Promise<Remote> {
  const remote = await remoteOf(session, page);
  const before = (await keptOf(remote, page.url())).length;
  // The selection brings the highlighter; it listens a moment later. The reader may not be there yet to see a selection.
  await until(async () => {
    await select();
    await pause(SETTLING_MS);
    return sayHighlight(remote);
  }, "it is saved");
  await until(async () => (await keptOf(remote, page.url())).length > before, "it is kept");
  return remote;
}

/** What the shortcut asks of a page. @returns whether there was something to do */
export async function sayHighlight(remote: Remote): Promise<boolean> {
  const reply = await remote.toPage({ backstory: "tab:highlight-selection", request: { note: false } }).catch(() => null);
  return (reply as { answer?: boolean } | null)?.answer === true;
}

/** The highlights of the article at an address, oldest first. */
export async function keptOf(remote: Remote, address: string): Promise<Highlight[]> {
  const reply = await remote.toBackground({ backstory: "page:highlights-of", request: { keys: articleKeys(address) } });
  return (reply as { answer: Highlight[] }).answer;
}
