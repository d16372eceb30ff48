import type { Inline } from "../packs/model";

/** A paragraph of a pack as plain text, without its notes. */
export function plain(paragraph: readonly Inline[]): string {
  return paragraph.map(plainInline).join("");
}

function plainInline(inline: Inline): string {
  if (typeof inline === "string") return inline;
  if ("em" in inline) return plain(inline.em);
  if ("strong" in inline) return plain(inline.strong);
  return "cite" in inline ? "" : inline.text;
}
