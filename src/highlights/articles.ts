/** Highlights by what they are of, in an order that does not depend on the one in which they come. */
import { citationKey } from "../citing/citation-key";
import type { AnnotatedSource, Source } from "../citing/csl";
import type { Highlight, PageFacts } from "../messages/highlight";
import { sourceOf } from "./cite";
import { inOrder } from "./formats/backstory";

/** An article (or book) and its highlights as they follow on it. */
export interface Article {
  /** Of what its highlights know of it, the oldest that is not empty. */
  page: PageFacts;
  /** Unique among the articles that were made with it. */
  citekey: string;
  source: Source;
  rows: Highlight[];
}

/**
 * Articles, those first that were first read: so each keeps its citation key as others are added after it.
 * @param rows in any order
 */
export function articlesOf(rows: readonly Highlight[]): Article[] {
  const groups = grouped(rows, ({ page }) => page.keys[0] ?? page.url);
  const taken = new Set<string>();
  return groups.map((group) => {
    const page = factsOf(group);
    const source = named(sourceOf(page, group[0]!.created), taken);
    return { page, citekey: source.id, source, rows: group.toSorted(byPlace) };
  });
}

/**
 * What the highlights were taken from, for a reference manager: the articles, with their passages, then the sources of what
 * was saved from packs, of which we know no more than how they are cited.
 */
export function sourcesOf(rows: readonly Highlight[]): AnnotatedSource[] {
  const articles = articlesOf(rows.filter((row) => !row.of));
  const taken = new Set(articles.map(({ citekey }) => citekey));
  const cited = grouped(rows.filter((row) => row.of), ({ of }) => of!.citation);
  return [
    ...articles.map(({ source, rows: of }) => annotated(source, of)),
    ...cited.map((of) => annotated(named(plainSource(of[0]!.of!.citation), taken), of)),
  ];
}

function plainSource(citation: string): Source {
  const title = /“([^”]+?)[,.]?”/.exec(citation)?.[1] ?? citation;
  return { id: "", type: "document", title, note: citation };
}

function named(source: Source, taken: Set<string>): Source {
  const id = citationKey(source, taken);
  taken.add(id);
  return { ...source, id };
}

function annotated(source: Source, rows: readonly Highlight[]): AnnotatedSource {
  return {
    source,
    remarks: rows.map(({ text, note }) => `“${text}”${note && `\n${note}`}`),
    keywords: [...new Set(rows.flatMap(({ tags }) => tags))],
  };
}

/** Groups, and what is in them, oldest first. */
function grouped(rows: readonly Highlight[], keyOf: (row: Highlight) => string): Highlight[][] {
  const groups = new Map<string, Highlight[]>();
  for (const row of inOrder(rows)) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return [...groups.values()];
}

/** As they stand on the page; what stands nowhere comes last. Of one place, the order in which they came. */
function byPlace(a: Highlight, b: Highlight): number {
  const place = ({ anchor }: Highlight) => anchor?.start ?? Number.MAX_SAFE_INTEGER;
  return place(a) - place(b);
}

function factsOf(rows: readonly Highlight[]): PageFacts {
  const first = (field: Exclude<keyof PageFacts, "keys">) => rows.find(({ page }) => page[field] !== "")?.page[field] ?? "";
  return {
    keys: rows[0]!.page.keys,
    url: first("url"),
    title: first("title"),
    site: first("site"),
    author: first("author"),
    published: first("published"),
    lang: first("lang"),
  };
}
