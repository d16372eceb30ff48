/** Finds entries by name, with prefixes and typing errors, in any script that the packs know. */
import MiniSearch from "minisearch";
import { foldTerm } from "../highlights/terms";
import type { Link } from "../messages/contract";
import type { OpenPack } from "../packs/open";
import { keyOf } from "../spotting/memory";
import type { Spotter } from "../spotting/spot";

interface Row {
  ref: string;
  title: string;
  names: string[];
}

/** Terms of this length and longer may be misspelt: a fifth of their letters. */
const FUZZY_FROM = 4;
const FUZZINESS = 0.2;

function namesOf(pack: OpenPack, entry: number): string[] {
  const { start, end } = pack.namesOf(entry);
  return Array.from({ length: end - start }, (_, at) => pack.name(start + at).text);
}

/**
 * An index over the names of all packs. What several packs have is found once, by the names of all of them. Building it
 * takes milliseconds for thousands of names.
 */
export function buildSearch({ packs, twins }: Pick<Spotter, "packs" | "twins">): (query: string, limit: number) => Link[] {
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
  for (const [number, pack] of packs.entries()) {
    for (let entry = 0; entry < pack.entryCount; entry++) {
      const key = keyOf(number, entry);
      if (twins.first(key) !== key) continue;
      const ref = `${pack.info.id}/${pack.idOf(entry)}`;
      const names = twins.members(key).flatMap((member) => namesOf(packs[member.pack]!, member.entry));
      links.set(ref, { ref, name: pack.title(entry), kind: pack.kindOf(entry) });
      index.add({ ref, title: pack.title(entry), names });
    }
  }
  return (query, limit) => index.search(query).slice(0, limit).map((hit) => links.get(hit.id as string)!);
}
