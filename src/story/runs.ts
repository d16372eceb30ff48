/** Texts of a pack as runs of plain text, names that open and numbered notes: what cards and the panel draw. */
import { chicagoBibliography, shortCitation } from "../citing/chicago";
import type { CardSource, Run } from "../messages/contract";
import type { Citation, Inline, Paragraph } from "../packs/model";
import type { OpenPack } from "../packs/open";

/** Sources in the order in which the texts first cite them. */
export class Notes {
  private readonly numbers = new Map<string, number>();
  readonly list: CardSource[] = [];

  constructor(private readonly pack: OpenPack) {}

  /** Index into the list. A key without a source (`check` warns of it) is shown as it is. */
  number(key: string): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const source = this.pack.source(key);
    this.list.push(
      source
        ? { short: shortCitation(source), full: chicagoBibliography(source), link: source.URL }
        : { short: key, full: key },
    );
    this.numbers.set(key, this.list.length - 1);
    return this.list.length - 1;
  }
}

/**
 * A paragraph of a pack as runs.
 * @param refOf the ref of an entry of that pack, by its id
 */
export function runs(paragraph: Paragraph, notes: Notes, refOf: (id: string) => string): Run[] {
  const out: Run[] = [];
  const add = (nodes: readonly Inline[], style?: "em" | "strong") => {
    for (const node of nodes) {
      if (typeof node === "string") out.push(style ? { text: node, style } : { text: node });
      else if ("em" in node) add(node.em, "em");
      else if ("strong" in node) add(node.strong, "strong");
      else if ("cite" in node) cite(node.cite);
      else if ("entry" in node) out.push({ text: node.text, ref: refOf(node.entry) });
      else out.push({ text: node.text, href: node.href });
    }
  };
  const cite = (citations: readonly Citation[]) => {
    // A note stands close to the word before it.
    const last = out.at(-1);
    if (last && last.note === undefined) last.text = last.text.trimEnd();
    // One number a source, however many places in it are named: "1 1 1" tells the reader nothing.
    const group = new Map<number, string[]>();
    for (const { source, locator } of citations) {
      const note = notes.number(source);
      group.set(note, [...(group.get(note) ?? []), ...(locator === undefined ? [] : [locator])]);
    }
    for (const [note, locators] of group) out.push({ text: locators.join("; "), note });
  };
  add(paragraph);
  return out;
}
