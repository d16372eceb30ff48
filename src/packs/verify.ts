/**
 * Looks a compiled pack through from end to end, once, when it is installed. What passes here holds together: every
 * method of the open pack then answers for every number that it says it has.
 */
import type { Source } from "../citing/csl";
import { CHECKSUM_AT, checksum, PackError } from "./binary";
import { MAP_SECTION, readMap } from "./map/section";
import type { Entry, Inline, PackInfo, Quote, Voice } from "./model";
import { openPack, type OpenPack } from "./open";
import { entryShape, packInfoShape, quoteShape, sourceShape } from "./schema";
import type { Shape } from "./shape";

/**
 * Verifies a compiled pack: its checksum, and, since a checksum proves no good will, the shape of everything in it and
 * that every link and citation leads somewhere.
 * @param bytes the whole file
 * @throws PackError as `openPack` does, and where anything in the file is not as it ought to be
 */
export function verifyPack(bytes: ArrayBuffer): void {
  const pack = openPack(bytes);
  if (new DataView(bytes).getUint32(CHECKSUM_AT, true) !== checksum(new Uint8Array(bytes))) {
    throw new PackError("This pack is damaged: some of its bytes are not those that were written.");
  }
  try {
    verifyContent(pack);
  } catch (error) {
    // Text nested without end, which nobody writes by accident, overflows the stack.
    throw error instanceof PackError ? error : badlyMade("something in it");
  }
}

/** Ids and citation keys that an open pack knows. */
interface Known {
  entries: ReadonlySet<string>;
  sources: ReadonlySet<string>;
}

function verifyContent(pack: OpenPack): void {
  conform<PackInfo>(packInfoShape, pack.info, "what it says about itself");
  const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);
  const known: Known = {
    entries: new Set(numbers(pack.entryCount).map((entry) => pack.idOf(entry))),
    sources: new Set(numbers(pack.sourceCount).map((source) => verifySource(pack, source))),
  };
  for (const entry of numbers(pack.entryCount)) verifyEntry(pack, entry, known);
  for (const quote of numbers(pack.quoteCount)) verifyQuote(pack, quote, known);
  const map = pack.section(MAP_SECTION);
  if (map) readMap(map, pack.entryCount);
}

function verifySource(pack: OpenPack, number: number): string {
  const { id } = conform<Source>(sourceShape, pack.sourceAt(number), `source ${number + 1}`);
  if (pack.source(id)?.id !== id) throw badlyMade(`the source "${id}"`);
  return id;
}

function verifyEntry(pack: OpenPack, number: number, known: Known): void {
  const id = pack.idOf(number);
  const what = `the entry "${id}"`;
  const entry = conform<Entry>(entryShape, pack.entry(number), what);
  const { start, end } = pack.namesOf(number);
  const listed =
    entry.id === id &&
    pack.indexOf(id) === number &&
    entry.kind === pack.kindOf(number) &&
    pack.sensesOf(number).length === (entry.standsFor?.length ?? 0) &&
    entry.names.length === end - start &&
    entry.names.every((name, index) => {
      const there = pack.name(start + index);
      return there.text === name.text && there.lang === name.lang && there.class === name.class;
    });
  if (!listed) throw badlyMade(what);
  if (pack.quotesOf(number).some((quote) => quote >= pack.quoteCount)) throw badlyMade(what);

  const cited = [entry.cite, ...entry.roles.map((role) => role.cite ?? [])].map((cite) => ({ cite }));
  const linked = [...entry.links, ...(entry.standsFor ?? []).flatMap((sense) => sense.entry ?? [])];
  const texts = [linked.map((link) => ({ entry: link, text: "" })), cited, ...entry.about];
  for (const text of [...texts, ...entry.timeline.map((item) => item.text)]) verifyText(text, what, known);
}

function verifyText(nodes: readonly Inline[], what: string, known: Known): void {
  for (const node of nodes) {
    if (typeof node === "string") continue;
    if ("em" in node) verifyText(node.em, what, known);
    else if ("strong" in node) verifyText(node.strong, what, known);
    else if ("entry" in node && !known.entries.has(node.entry)) throw badlyMade(what);
    else if ("cite" in node && node.cite.some(({ source }) => !known.sources.has(source))) throw badlyMade(what);
  }
}

function verifyQuote(pack: OpenPack, number: number, known: Known): void {
  const quote = conform<Quote>(quoteShape, pack.quote(number), `quote ${number + 1}`);
  const idOf = (voice: Voice) => ("entry" in voice ? [voice.entry] : []);
  const entries = [...idOf(quote.speaker), ...quote.to.flatMap(idOf), ...quote.about];
  const leadsSomewhere = entries.every((id) => known.entries.has(id)) && known.sources.has(quote.cite.source);
  if (!leadsSomewhere) throw badlyMade(`the quote "${quote.id}"`);
}

/** The value, now that it is known to be of its type. */
function conform<T>(shape: Shape, value: unknown, what: string): T {
  if (shape(value, "").length > 0) throw badlyMade(what);
  return value as T;
}

function badlyMade(what: string): PackError {
  return new PackError(`This pack is badly made: ${what} is not as it ought to be.`);
}
