/** What the card's side does to the page and the clipboard. */
import type { Mention } from "../page/mention";

/** Brings a mention into the middle of what is seen. */
export function scrollTo(mention: Mention): void {
  const element = mention.block.nodes[0]!.parentElement;
  // At once: the card is placed where the name is then, and nothing moves that the reader has asked not to.
  element?.scrollIntoView({ block: "center", behavior: "instant" });
}

/** Copies a text. @returns false where the browser does not allow it */
export function copy(text: string): Promise<boolean> {
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
