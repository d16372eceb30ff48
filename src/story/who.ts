/** Who or what an entry is, in one line. */
import type { Inline } from "../packs/model";
import type { OpenPack } from "../packs/open";

/** The first paragraph of an entry's note as plain text, without its notes; empty where the pack has no text. */
export function whoIs(pack: OpenPack, entry: number): string {
  const [first = []] = pack.entry(entry).about;
  return plain(first).replace(/\s+/g, " ").trim();
}

function plain(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (typeof node === "string") return node;
      if ("em" in node) return plain(node.em);
      if ("strong" in node) return plain(node.strong);
      return "cite" in node ? "" : node.text;
    })
    .join("");
}
