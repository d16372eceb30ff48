/** All highlights as the library page holds them: newest first, without what only finding and exporting need. */
import type { SearchText } from "../../highlights/search-text";
import type { Highlight, PageFacts } from "../../messages/highlight";
import type { Link } from "../../messages/link";

/** What many rows have in common: each is held once, and known by a number, its place among those of its kind. */
export interface Columns {
  page: PageFacts;
  tags: readonly string[];
  mentions: readonly Link[];
  colour: string;
  /** Empty where a passage was never looked for again. */
  state: string;
  kind: string;
}
export const COLUMNS = ["page", "tags", "mentions", "colour", "state", "kind"] as const satisfies readonly (keyof Columns)[];
export type Column = (typeof COLUMNS)[number];

/** A highlight without its anchor, which repeats the text. */
export interface Row extends Omit<Highlight, "anchor" | "foreign"> {
  /** Its number here: what the search index knows it by. A row that is put in anew keeps it. */
  at: number;
  /** When it was created, in milliseconds since 1970. */
  time: number;
  /** In the order of `COLUMNS`. */
  codes: readonly number[];
  /** Where it stood in its page's text, in UTF-16 code units. */
  start?: number | undefined;
}

/** What an article's highlights have in common. */
export function pageKey(page: PageFacts): string {
  return page.keys[0] ?? page.url;
}

/** Values that many rows share. */
class Shared<T> {
  readonly values: T[] = [];
  private readonly codes = new Map<string, number>();

  /** @param text says all that there is of it @returns its place among the values */
  codeOf(value: T, text: string): number {
    const known = this.codes.get(text);
    if (known !== undefined) return known;
    this.codes.set(text, this.values.length);
    return this.values.push(value) - 1;
  }
}

/** Stands between parts, and in none of them. */
const CUT = "\u0001";

/** The highlights that the page has read so far. */
export class Shelf {
  /** Everybody and everything that any of them names, and every page, by what filters know them by. */
  readonly entries = new Map<string, Link>();
  readonly pages = new Map<string, PageFacts>();
  private readonly columns: { [Name in Column]: Shared<Columns[Name]> } = {
    page: new Shared(),
    tags: new Shared(),
    mentions: new Shared(),
    colour: new Shared(),
    state: new Shared(),
    kind: new Shared(),
  };
  private sorted: Row[] = [];
  private readonly byId = new Map<string, Row>();
  private readonly byAt = new Map<number, Row>();
  private next = 0;

  /** Newest first; of the same moment, by id. */
  get rows(): readonly Row[] {
    return this.sorted;
  }

  get(id: string): Row | undefined {
    return this.byId.get(id);
  }

  /** By their numbers in the search index: those that are there, in the order of the numbers. */
  allNumbered(ats: Uint32Array): Row[] {
    const rows: Row[] = [];
    for (const at of ats) {
      const row = this.byAt.get(at);
      if (row) rows.push(row);
    }
    return rows;
  }

  /** What rows have in a column, by the numbers in their `codes`. */
  column<Name extends Column>(name: Name): readonly Columns[Name][] {
    return this.columns[name].values;
  }

  /** Puts highlights in; one whose id is there already takes its place. @returns their rows */
  put(highlights: readonly Highlight[]): Row[] {
    const rows = new Map<string, Row>();
    const replaced = new Set<Row>();
    for (const highlight of highlights) {
      const before = this.byId.get(highlight.id);
      const row = this.rowOf(highlight, before?.at ?? this.next++);
      if (before) replaced.add(before);
      this.byId.set(row.id, row);
      this.byAt.set(row.at, row);
      rows.set(row.id, row);
    }
    const others = replaced.size > 0 ? this.sorted.filter((row) => !replaced.has(row)) : this.sorted;
    this.sorted = merged(others, [...rows.values()].sort(newestFirst));
    return [...rows.values()];
  }

  /** @returns the rows that were there */
  remove(ids: Iterable<string>): Row[] {
    const gone = new Set<Row>();
    for (const id of ids) {
      const row = this.byId.get(id);
      if (!row) continue;
      gone.add(row);
      this.byId.delete(id);
      this.byAt.delete(row.at);
    }
    if (gone.size > 0) this.sorted = this.sorted.filter((row) => !gone.has(row));
    return [...gone];
  }

  private rowOf({ id, kind, text, page, colour, note, tags, mentions, created, modified, anchor, found, of }: Highlight, at: number): Row {
    const { columns } = this;
    const pageAt = columns.page.codeOf(page, [page.url, page.title, page.site, page.author, page.published, page.lang, ...page.keys].join(CUT));
    const tagsAt = columns.tags.codeOf(tags, tags.join(CUT));
    const mentionsAt = columns.mentions.codeOf(mentions, mentions.map((each) => each.ref + CUT + each.name).join(CUT));
    const state = found?.state ?? "";
    const codes = [pageAt, tagsAt, mentionsAt, columns.colour.codeOf(colour, colour), columns.state.codeOf(state, state), columns.kind.codeOf(kind, kind)];
    const own = { page: columns.page.values[pageAt]!, tags: columns.tags.values[tagsAt] as string[], mentions: columns.mentions.values[mentionsAt] as Link[] };
    for (const each of own.mentions) this.entries.set(each.ref, each);
    this.pages.set(pageKey(own.page), own.page);
    return { at, time: Date.parse(created), codes, id, kind, text, ...own, colour, note, created, modified, start: anchor?.start, found, of };
  }
}

/** Rows as the search index takes them. */
export function searchTextOf({ at, text, note, tags, page, mentions }: Row): SearchText {
  return { at, text, note, tags: tags.join("\n"), title: page.title, names: mentions.map(({ name }) => name).join("\n") };
}

function newestFirst(a: Row, b: Row): number {
  if (a.time !== b.time) return b.time - a.time;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

/** Two sorted lists as one. What comes in the order of reading is put at the end without a look at the rest. */
function merged(a: readonly Row[], b: readonly Row[]): Row[] {
  const last = a.at(-1);
  if (!last || b.length === 0 || newestFirst(last, b[0]!) < 0) return a.concat(b);
  const all: Row[] = [];
  let at = 0;
  for (const row of b) {
    while (at < a.length && newestFirst(a[at]!, row) < 0) all.push(a[at++]!);
    all.push(row);
  }
  return all.concat(a.slice(at));
}
