/** Paints the reader's highlights, as paint.ts paints names, and says which of them stand at a point. */
import { type Colour, COLOURS } from "../messages/highlight";
import { documentOf, isShownNow, type Root, type Stretch } from "./blocks";
import { toTop } from "./hit";
import css from "./highlights.css?inline";
import { adopt, createLayers, type Piece, registryOf, remove, type View } from "./paint";

/** Below the marks of names, which must stay visible on them, and these below the page's own. */
const PRIORITY = -3;
const CURRENT_PRIORITY = -2;
const CURRENT = "backstory-hl-current";
const NAMES = [...COLOURS.flatMap((colour) => [nameOf(colour, false), nameOf(colour, true)]), CURRENT];

/** Lines leave gaps; a point this far (CSS pixels) above or below still belongs to the passage. */
const SLACK = 2;

export interface Painted {
  readonly stretches: readonly Stretch[];
  readonly colour: Colour;
  /** The page has changed the words. */
  readonly changed: boolean;
}

export interface HighlightPainter {
  dress(root: Root): () => void;
  /** Paints a highlight, or paints it anew. */
  paint(id: string, painted: Painted): void;
  erase(id: string): void;
  get(id: string): Painted | undefined;
  /** Ids of those under a point of a document's viewport, in CSS px; the shortest first, for it may lie in another. */
  at(document: Document, x: number, y: number, roots: Iterable<Root>): string[];
  /**
   * Takes away those of which the page no longer says what it said when they were painted.
   * @param records what has changed since the last call: only what that may concern is looked at; else everything
   * @returns their ids
   */
  check(records?: readonly MutationRecord[]): string[];
  /** The one that stands out, or none. */
  current(id: string | null): void;
  restore(document: Document): void;
}

interface Kept extends Painted {
  pieces: Piece[];
  /** What stood in each stretch. */
  texts: string[];
}

function nameOf(colour: Colour, changed: boolean): string {
  return `backstory-hl-${colour}${changed ? "-changed" : ""}`;
}

export function createHighlightPainter(): HighlightPainter {
  const painted = new Map<string, Kept>();
  /** Ids by the nodes that they stand in. */
  const inNode = new Map<Node, Set<string>>();
  const layers = createLayers(PRIORITY);
  const above = createLayers(CURRENT_PRIORITY);
  let current: string | null = null;
  let currentPieces: Piece[] = [];

  function drawCurrent(): void {
    remove(currentPieces);
    const kept = current === null ? undefined : painted.get(current);
    currentPieces = kept ? above.add(kept.stretches, CURRENT) : [];
  }

  function takeAway(id: string): void {
    const kept = painted.get(id);
    remove(kept?.pieces);
    for (const { node } of kept?.stretches ?? []) {
      inNode.get(node)?.delete(id);
      if (inNode.get(node)?.size === 0) inNode.delete(node);
    }
    painted.delete(id);
  }

  function erase(id: string): void {
    takeAway(id);
    if (id === current) drawCurrent();
  }

  function isTrue({ stretches, texts }: Kept): boolean {
    return stretches.every(({ node, start, end }, at) => isShownNow(node) && node.data.slice(start, end) === texts[at]);
  }

  /** Those in nodes that were written to, or that have gone. A page may change many times a second. */
  function suspects(records: readonly MutationRecord[]): Set<string> {
    const ids = new Set<string>();
    const add = (node: Node) => inNode.get(node)?.forEach((id) => ids.add(id));
    let hasLost = false;
    for (const { type, target, removedNodes } of records) {
      if (type === "characterData") add(target);
      else hasLost ||= removedNodes.length > 0;
    }
    if (hasLost) for (const node of inNode.keys()) if (!isShownNow(node)) add(node);
    return ids;
  }

  return {
    dress: (root) => adopt(root, css),
    paint(id, { stretches, colour, changed }) {
      takeAway(id);
      const texts = stretches.map(({ node, start, end }) => node.data.slice(start, end));
      painted.set(id, { stretches, colour, changed, texts, pieces: layers.add(stretches, nameOf(colour, changed)) });
      for (const { node } of stretches) inNode.set(node, (inNode.get(node) ?? new Set()).add(id));
      if (id === current) drawCurrent();
    },
    erase,
    get: (id) => painted.get(id),
    at(document, x, y, roots) {
      const shadowRoots = [...roots].filter((root): root is ShadowRoot => "host" in root);
      const node = document.caretPositionFromPoint(x, y, { shadowRoots })?.offsetNode;
      const near = [...painted].filter(([, { stretches }]) => stretches.some((each) => each.node === node && isOn(each, x, y)));
      return near.sort(([, a], [, b]) => lengthOf(a) - lengthOf(b)).map(([id]) => id);
    },
    check(records) {
      const gone = [...(records ? suspects(records) : painted.keys())].filter((id) => !isTrue(painted.get(id)!));
      for (const id of gone) erase(id);
      return gone;
    },
    current(id) {
      current = id;
      drawCurrent();
    },
    restore(document) {
      layers.restore(document);
      above.restore(document);
    },
  };
}

function lengthOf({ texts }: Kept): number {
  return texts.reduce((length, text) => length + text.length, 0);
}

function isOn(stretch: Stretch, x: number, y: number): boolean {
  return rectsOf(stretch).some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top - SLACK && y <= bottom + SLACK);
}

function rectsOf({ node, start, end }: Stretch): DOMRect[] {
  if (!isShownNow(node) || end > node.data.length) return [];
  const range = documentOf(node).createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
}

/** The lines that stretches stand on, in CSS px of the top window's viewport; none where they are not laid out. */
export function linesOfStretches(stretches: readonly Stretch[]): DOMRect[] {
  return stretches.flatMap((each) => rectsOf(each).map((rect) => toTop(rect, documentOf(each.node))));
}

/** Takes all painted highlights out of a document, also those of an older version that can no longer do it. */
export function eraseHighlights(view: Window): void {
  for (const name of NAMES) registryOf(view as View).delete(name);
}
