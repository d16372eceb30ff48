/** What a pack holds, and what a careful author would still add. */
import { type Citation, type Entry, KINDS, type Pack, type Quote } from "../../src/packs/model";
import { flatten } from "../../src/packs/prose";

/** How many of the entries that rest on the fewest sources are named. */
const WEAKEST = 20;

/** An entry should lead on to at least so many others. */
const ENOUGH_LINKS = 2;

/** The scripts that names are counted by; a name with letters of two of them counts for both. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ["Latin", /\p{Script=Latin}/u],
  ["Hangul", /\p{Script=Hangul}/u],
  ["Han", /\p{Script=Han}/u],
  ["Kana", /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ["Cyrillic", /\p{Script=Cyrillic}/u],
];

/** A few lines of numbers about a pack, and the entries that rest on the fewest sources. */
export function reportOn(pack: Pack): string {
  return [...contents(pack), ...namesOf(pack), ...citations(pack), ...lacks(pack), ...weakest(pack.entries)].join("\n");
}

function contents({ entries, quotes }: Pack): string[] {
  const speakers = new Set(quotes.map(({ speaker }) => ("entry" in speaker ? speaker.entry : speaker.name)));
  const items = entries.reduce((sum, entry) => sum + entry.timeline.length, 0);
  return [
    `entries: ${entries.length}`,
    ...KINDS.map((kind) => `${kind}: ${entries.filter((entry) => entry.kind === kind).length}`),
    `quotes: ${quotes.length}`,
    `speakers of quotes: ${speakers.size}`,
    `dated timeline items: ${items}`,
  ];
}

function namesOf({ entries }: Pack): string[] {
  const names = entries.flatMap((entry) => entry.names);
  const languages = [...new Set(names.map((name) => name.lang))];
  return [
    ...languages.map((lang) => `names in ${lang}: ${names.filter((name) => name.lang === lang).length}`),
    ...SCRIPTS.map(([script, letters]) => {
      const written = entries.filter((entry) => entry.names.some((name) => letters.test(name.text)));
      return `entries with a name in ${script}: ${written.length}`;
    }),
  ];
}

function citations({ entries, quotes, sources }: Pack): string[] {
  const all = [...entries.flatMap(citedBy), ...quotes.map((quote) => quote.cite.source)];
  const cited = new Set(all);
  return [`citations: ${all.length}, of ${cited.size} sources`, `sources that nothing cites: ${sources.length - cited.size}`];
}

function lacks({ entries, quotes }: Pack): string[] {
  const quoted = new Set(quotes.flatMap(touchedBy));
  const count = (lacking: (entry: Entry) => boolean): number => entries.filter(lacking).length;
  return [
    `entries without text: ${count((entry) => entry.about.length === 0)}`,
    `entries without a timeline: ${count((entry) => entry.timeline.length === 0)}`,
    `entries without quotes: ${count((entry) => !quoted.has(entry.id))}`,
    `entries linked to fewer than ${ENOUGH_LINKS} others: ${count((entry) => linkedTo(entry).size < ENOUGH_LINKS)}`,
  ];
}

function touchedBy({ speaker, to, about }: Quote): string[] {
  return [...[speaker, ...to].flatMap((voice) => ("entry" in voice ? voice.entry : [])), ...about];
}

/** Ids of the entries that this one leads on to, from its list of links or from its text. */
function linkedTo({ id, links, about, timeline }: Entry): Set<string> {
  const texts = [...about, ...timeline.map((item) => item.text)].flatMap(flatten);
  const inText = texts.flatMap((node) => (typeof node === "object" && "entry" in node ? node.entry : []));
  return new Set([...links, ...inText].filter((other) => other !== id));
}

/** Where a claim rests on one source alone, nothing checks it; a long entry on one source is the weakest. */
function weakest(entries: readonly Entry[]): string[] {
  const rows = entries
    .map((entry) => ({ id: entry.id, cited: citedBy(entry) }))
    .map(({ id, cited }) => ({ id, sources: new Set(cited).size, claims: cited.length }))
    .sort((a, b) => a.sources - b.sources || b.claims - a.claims || (a.id < b.id ? -1 : 1));
  const alone = rows.filter(({ sources }) => sources < 2).length;
  return [
    `entries that rest on a single source, or on none: ${alone}`,
    `weakest in sources${rows.length > WEAKEST ? ` (the first ${WEAKEST})` : ""}:`,
    ...rows.slice(0, WEAKEST).map(({ id, sources, claims }) => `  ${id}: ${claims} cited, ${sources} different`),
  ];
}

/** The sources of every citation of an entry, as often as they are cited. */
function citedBy({ about, timeline, cite, roles }: Entry): string[] {
  const texts = [...about, ...timeline.map((item) => item.text)].flatMap(flatten);
  const inText: Citation[] = texts.flatMap((node) => (typeof node === "object" && "cite" in node ? node.cite : []));
  return [...inText, ...cite, ...roles.flatMap((role) => role.cite ?? [])].map(({ source }) => source);
}
