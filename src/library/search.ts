/** Finds entries by name, with prefixes and typing errors, in any script that the packs know. */
import MiniSearch from "minisearch";
import type { Link } from "../messages/contract";
import type { OpenPack } from "../packs/open";

interface Row {
  ref: string;
  title: string;
  names: string[];
}

/** Terms of this length and longer may be misspelt: a fifth of their letters. */
const FUZZY_FROM = 4;
const FUZZINESS = 0.2;

/** Folds a term as a reader types it: no case, no accents, no apostrophes. */
function foldTerm(term: string): string {
  return term.normalize("NFKD").replace(/[\p{M}'’‘ʼ`]/gu, "").toLowerCase();
}

/** An index over the names of all packs. Building it takes milliseconds for thousands of names. */
export function buildSearch(packs: readonly OpenPack[]): (query: string, limit: number) => Link[] {
  const links = new Map<string, Link>();
  const index = new MiniSearch<Row>({
    idField: "ref",
    fields: ["title", "names"],
    extractField: (row, field) => (field === "names" ? row.names.join(" ") : (row[field as "ref" | "title"] ?? "")),
    processTerm: (term) => foldTerm(term) || null,
    searchOptions: {
      boost: { title: 2 },
      combineWith: "AND",
      prefix: true,
      fuzzy: (term) => (term.length >= FUZZY_FROM ? FUZZINESS : false),
    },
  });
  for (const pack of packs) {
    for (let entry = 0; entry < pack.entryCount; entry++) {
      const ref = `${pack.info.id}/${pack.idOf(entry)}`;
      const { start, end } = pack.namesOf(entry);
      const names: string[] = [];
      for (let name = start; name < end; name++) names.push(pack.name(name).text);
      // Where two packs have one id, the later stands: as when they are opened.
      if (links.has(ref)) continue;
      links.set(ref, { ref, name: pack.title(entry), kind: pack.kindOf(entry) });
      index.add({ ref, title: pack.title(entry), names });
    }
  }
  return (query, limit) => index.search(query).slice(0, limit).map((hit) => links.get(hit.id as string)!);
}
