/** Texts of a pack as runs of plain text, names that open and numbered notes: what cards and the panel draw. */
import { chicagoBibliography, shortCitation } from "../citing/chicago";
import type { CardSource, Run } from "../messages/contract";
import type { Citation, Inline, Paragraph } from "../packs/model";
import type { OpenPack } from "../packs/open";

/** A name found in one of several texts; offsets are UTF-16 code units, half-open. */
export interface NameInText {
  block: number;
  start: number;
  end: number;
  ref: string;
}

/** Where names are found in texts of ours. */
export interface Linking {
  /** The entry in all packs that have it: its names open nothing new. */
  selves: ReadonlySet<string>;
  /** Finds the names in texts of ours, so that they open. */
  findNames(texts: string[]): NameInText[];
}

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

/** Turns names within plain runs into names that open; the first of each entry in a paragraph is enough. */
export function linkNames(paragraphs: Run[][], { selves, findNames }: Linking): void {
  const texts = paragraphs.map((paragraph) => paragraph.map((run) => (run.note === undefined ? run.text : "")).join(""));
  const found = findNames(texts);
  paragraphs.forEach((paragraph, block) => {
    const linked = new Set([...selves, ...paragraph.flatMap((run) => (run.ref ? [run.ref] : []))]);
    const names = found.filter((name) => {
      if (name.block !== block || linked.has(name.ref)) return false;
      linked.add(name.ref);
      return true;
    });
    if (names.length) paragraph.splice(0, paragraph.length, ...split(paragraph, names));
  });
}

/** Cuts plain runs at the borders of names. A name that reaches beyond its run is left as it is. */
function split(paragraph: Run[], names: NameInText[]): Run[] {
  const out: Run[] = [];
  let at = 0;
  for (const run of paragraph) {
    if (run.note !== undefined) {
      out.push(run);
      continue;
    }
    const end = at + run.text.length;
    let from = at;
    const plain = run.ref === undefined && run.href === undefined;
    for (const name of plain ? names : []) {
      if (name.start < from || name.end > end) continue;
      if (name.start > from) out.push({ ...run, text: run.text.slice(from - at, name.start - at) });
      out.push({ ...run, text: run.text.slice(name.start - at, name.end - at), ref: name.ref });
      from = name.end;
    }
    if (from < end) out.push({ ...run, text: run.text.slice(from - at) });
    at = end;
  }
  return out;
}
