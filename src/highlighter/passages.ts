/** What the bar and its notices ask of whoever reads and paints the page. Both sides of the highlighter hold on to this. */
import type { State } from "../anchoring/anchor";
import type { Counted, Kept } from "../messages/about-highlights";
import type { Colour, Highlight, HighlightChange } from "../messages/highlight";

/** Where a stretch of text stands on the page. */
export interface Place {
  /** A node in it: what is drawn beside it goes into the modal dialog around that node. */
  near: Node;
  /** The lines that it covers, in CSS px of the top window's viewport; none where it is not laid out. */
  lines(): readonly DOMRect[];
}

/** What the reader has selected, held on to: it stays what it is when the selection goes. */
export interface Selected extends Place {
  /** The words as they are seen. */
  text: string;
  /** What would be saved: made when first asked for, always the same one, so that saving twice saves nothing twice. */
  draft(): Promise<Highlight>;
}

/** Whether two selections are of the same words in the same place: the same words may stand on a page many times. */
export function isSameSelection(a: Selected, b: Selected): boolean {
  const [one, other] = [a.lines()[0], b.lines()[0]];
  return a.text === b.text && a.near === b.near && one?.left === other?.left && one?.top === other?.top;
}

/** A highlight of this page. */
export interface Passage {
  highlight: Highlight;
  /** `null` while it is being looked for. */
  state: State | null;
  /** What stands there now, where it was changed. */
  text?: string | undefined;
  /** It was gone already when the reader was last here. */
  wasOrphan?: boolean;
}

/** The highlights of a page. Promises are rejected where the background does not answer; nothing was lost then. */
export interface Passages {
  /** What is selected, in this window or in a frame that can be read; null where nothing is that could be saved. */
  selected(): Selected | null;
  /** Keeps what was selected, and paints it at once; takes the paint off again where it was not kept. */
  save(selected: Selected, colour: Colour): Promise<Kept>;
  edit(id: string, change: HighlightChange): Promise<Counted>;
  remove(id: string): Promise<Counted>;
  restore(id: string): Promise<Counted>;
  /** Those of this page, oldest first. */
  all(): readonly Passage[];
  /** True once the page has had its time to render: what is not found by then is gone. */
  isSettled(): boolean;
  /** The one that is painted at a point of a document's viewport, which may be a frame's, in CSS px. */
  at(document: Document, x: number, y: number): Passage | null;
  /** Where it stands now; null where it does not. */
  place(id: string): Place | null;
  /** The passage that is being looked at stands out; none does with `null`. */
  current(id: string | null): void;
}
