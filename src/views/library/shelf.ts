/** All highlights as the library page holds them: newest first, without what only finding and exporting need. */
import type { SearchText } from "../../highlights/search-text";
import type { Highlight, PageFacts } from "../../messages/highlight";
import type { Link } from "../../messages/link";

/** Without its anchor, which repeats the text. Many rows share a page, tags and links: each of those is held once. */
export interface Row extends Omit<Highlight, "anchor" | "foreign"> {
  /** Its number here: what the search index knows it by. A row that is put in anew keeps it. */
  at: number;
  /** Where it stood in its page's text, in UTF-16 code units. */
  start?: number | undefined;
}

/** What an article's highlights have in common. */
export function pageKey(page: PageFacts): string {
  return page.keys[0] ?? page.url;
}

/** The highlights that the page has read so far. */
export class Shelf {
  /** Newest first; of the same moment, by id. */
  rows: Row[] = [];
  /** Everybody and everything that any of them names, and every page, by what filters know them by. */
  readonly entries = new Map<string, Link>();
  readonly pages = new Map<string, PageFacts>();
  private readonly byId = new Map<string, Row>();
  private readonly byAt = new Map<number, Row>();
  private next = 0;
  private readonly shared = new Map<string, unknown>();

  get(id: string): Row | undefined {
    return this.byId.get(id);
  }

  /** By its number in the search index. */
  numbered(at: number): Row | undefined {
    return this.byAt.get(at);
  }

  /** Puts highlights in; one whose id is there already takes its place. @returns their rows */
  put(highlights: readonly Highlight[]): Row[] {
    const rows = highlights.map((each) => this.rowOf(each));
    const replaced = new Set(rows.map(({ id }) => this.byId.get(id)).filter((each) => each !== undefined));
    for (const row of rows) {
      this.byId.set(row.id, row);
      this.byAt.set(row.at, row);
      for (const each of row.mentions) this.entries.set(each.ref, each);
      this.pages.set(pageKey(row.page), row.page);
    }
    const others = replaced.size > 0 ? this.rows.filter((row) => !replaced.has(row)) : this.rows;
    this.rows = merged(others, [...new Set(rows.map(({ id }) => this.byId.get(id)!))].sort(newestFirst));
    return rows;
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
    if (gone.size > 0) this.rows = this.rows.filter((row) => !gone.has(row));
    return [...gone];
  }

  private rowOf({ id, kind, text, page, colour, note, tags, mentions, created, modified, anchor, found, of }: Highlight): Row {
    return {
      at: this.byId.get(id)?.at ?? this.next++,
      id,
      kind,
      text,
      page: this.once(page),
      colour,
      note,
      tags: this.once(tags),
      mentions: mentions.map((each): Link => this.once(each)),
      created,
      modified,
      start: anchor?.start,
      found,
      of,
    };
  }

  /** The same object for what says the same. */
  private once<T>(value: T): T {
    const key = JSON.stringify(value);
    const known = this.shared.get(key);
    if (known !== undefined) return known as T;
    this.shared.set(key, value);
    return value;
  }
}

/** Rows as the search index takes them. */
export function searchTextOf({ at, text, note, tags, page, mentions }: Row): SearchText {
  return { at, text, note, tags: tags.join("\n"), title: page.title, names: mentions.map(({ name }) => name).join("\n") };
}

function newestFirst(a: Row, b: Row): number {
  if (a.created !== b.created) return a.created > b.created ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

/** Two sorted lists as one. What comes in the order of reading is put at the end without a look at the rest. */
function merged(a: Row[], b: Row[]): Row[] {
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
