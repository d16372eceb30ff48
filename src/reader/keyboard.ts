/** Going from name to name by keyboard. */
import type { Annotation } from "../page/annotate";
import type { Mention } from "../page/mention";

export interface Keyboard {
  /** The mention that the keyboard is on, or null. */
  current(): Mention | null;
  goTo(mention: Mention): void;
  /** Goes to the next (1) or previous (-1) mention; from nowhere, to the first in view. Null where there is none. */
  step(direction: 1 | -1): Mention | null;
  /** Where the keyboard is, else the first mention in view, else the first of all. */
  currentOrVisible(): Mention | null;
}

export function createKeyboard(annotation: Annotation): Keyboard {
  let current: Mention | null = null;

  /** The mention that the keyboard is on is forgotten with the text that it stood in. */
  function alive(list: readonly Mention[]): Mention | null {
    if (current && !list.includes(current)) current = null;
    return current;
  }

  return {
    current: () => alive(annotation.painted()),
    goTo(mention) {
      current = mention;
    },
    step(direction) {
      const list = annotation.painted();
      const from = alive(list);
      if (from) current = list[(list.indexOf(from) + direction + list.length) % list.length] ?? null;
      else current = firstInView(list, annotation);
      return current;
    },
    currentOrVisible() {
      const list = annotation.painted();
      return alive(list) ?? firstInView(list, annotation);
    },
  };
}

function firstInView(list: readonly Mention[], { lines }: Annotation): Mention | null {
  const inView = list.find((mention) => lines(mention).some(({ top, bottom }) => top >= 0 && bottom <= innerHeight));
  return inView ?? list[0] ?? null;
}
