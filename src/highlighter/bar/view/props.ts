/** What the parts of the bar are given: the reader's language, what is shown, and what pressing something does. */
import type { Reader } from "../../../card/index";
import type { Colour, HighlightChange } from "../../../messages/highlight";
import type { Passage } from "../../passages";
import type { Field, Scene } from "../scene";

export interface Does {
  /** Keeps what is selected in this colour, or gives it to the highlight that is shown. */
  pick(colour: Colour): void;
  /** On to the note or the tags, of what is selected after it is kept. */
  write(field: Field): void;
  /** Copies the words with where they stand. @returns whether that worked */
  cite(): Promise<boolean>;
  lookUp(): void;
  openEntry(ref: string): void;
  turnTo(tab: number): void;
  backToList(): void;
  remove(): void;
  restore(): void;
  /** Tries again to keep what was not kept. */
  retry(): void;
  /** @returns whether the change is on the disk */
  edit(id: string, change: HighlightChange): Promise<boolean>;
  /** A note that could not be kept before its editor was closed. */
  lost(id: string, note: string): void;
  openInLibrary(id: string): void;
  close(): void;
}

export interface BarProps extends Pick<Reader, "t" | "lang" | "onCopy"> {
  scene: Scene;
  /** The highlight that the scene is about. */
  passage: Passage | null;
  /** What the reader calls the colours. */
  names: Partial<Record<Colour, string>>;
  /** Tags that the reader has given before, to choose from. */
  tags: readonly string[];
  /** The last change was not kept. */
  trouble: boolean;
  does: Does;
}
