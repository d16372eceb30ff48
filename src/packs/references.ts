/** What the files of a pack say about each other, gathered while they are read and looked up when all have been. */
import type { Citation } from "./model";
import { didYouMean } from "./nearest";
import type { FileProblems } from "./problems";

interface Reference {
  id: string;
  line: number;
  problems: FileProblems;
}

export class References {
  readonly #entries: Reference[] = [];
  readonly #sources: Reference[] = [];
  readonly #untitled: { entry: string; text: string }[] = [];

  /** Somebody means the entry with this id. */
  toEntry(id: string, line: number, problems: FileProblems): void {
    this.#entries.push({ id, line, problems });
  }

  /** Somebody cites. */
  toSource(citation: Citation, line: number, problems: FileProblems): void {
    this.#sources.push({ id: citation.source, line, problems });
  }

  /** A link whose text is to be the name of the entry. */
  untitled(link: { entry: string; text: string }): void {
    this.#untitled.push(link);
  }

  /** Reports what leads nowhere. `titles` holds the first name of each entry; `sources` the citation keys. */
  resolve(titles: ReadonlyMap<string, string>, sources: ReadonlySet<string>): void {
    for (const { id, line, problems } of this.#entries) {
      if (titles.has(id)) continue;
      const fix = didYouMean(id, titles.keys(), "An id is the name of a note's file, without `.md`.");
      problems.error(line, `There is no entry \`${id}\`.`, fix);
    }
    for (const { id, line, problems } of this.#sources) {
      if (sources.has(id)) continue;
      const fix = didYouMean(id, sources, "Its item belongs in sources.json, with this key as its `id`.");
      problems.error(line, `There is no source \`${id}\`.`, fix);
    }
    for (const link of this.#untitled) link.text = titles.get(link.entry) ?? link.entry;
  }
}
