/**
 * The spellings made by rule, as texts, for whoever searches names by their letters: making them takes seconds. Spotting
 * has them in its dictionary, as numbers that cannot be read back.
 */
import { PackError } from "../../packs/binary";
import type { Entry } from "../../packs/model";
import { foldName } from "../../packs/names";
import { Table, writeTable } from "../../packs/table";
import type { Generated } from "./generate";

/** Name of the section. */
export const SPELLINGS_SECTION = "spellings";

const BETWEEN = "\n";

/**
 * A table with the texts of each entry. Left out is what a search finds without: names in another order ("Enlai Zhou",
 * "Zhou, Enlai"), surnames alone, and Russian cases, which share their beginnings.
 */
export function writeSpellings(entries: readonly Entry[], generated: readonly Generated[]): Uint8Array {
  const listed = entries.map(({ names }) => new Set(names.map(({ text }) => anyOrder(text))));
  const texts = entries.map((): string[] => []);
  for (const { entry, text, class: nameClass } of generated) {
    const order = anyOrder(text);
    if (nameClass !== "full" || /\p{Script=Cyrillic}/u.test(text) || listed[entry]!.has(order)) continue;
    listed[entry]!.add(order);
    texts[entry]!.push(text);
  }
  return writeTable(texts.map((each) => each.join(BETWEEN)));
}

/**
 * Spellings of each entry, by its number.
 * @throws PackError where the section is damaged, or of another number of entries
 */
export function readSpellings(section: Uint8Array, entryCount: number): string[][] {
  const table = new Table(section, "spellings");
  if (table.count !== entryCount) {
    throw new PackError(`This pack is damaged: its spellings are of ${table.count} entries, not ${entryCount}.`);
  }
  return table.all().map((texts) => (texts ? texts.split(BETWEEN) : []));
}

/** The same for names of the same words, whatever stands between them. */
function anyOrder(text: string): string {
  return foldName(text).replace(/['’‘ʼ`]/g, "").split(/[^\p{L}\p{N}]+/u).filter(Boolean).sort().join(" ");
}
