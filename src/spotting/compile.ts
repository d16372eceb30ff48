/** Compiles what spotting needs of a pack into one section of the compiled file. */
import type { Kind, Pack } from "../packs/model";
import { type Dictionary, buildDictionary, type DictionaryName, openDictionary } from "./dictionary";
import { FACT_TABLES, PackFacts, writeFacts } from "./facts";
import { flagsOf, GENERATED, MOST_ENTRIES, packValue, spellingsOf } from "./names";
import { readTables, writeTables } from "./section";
import { type Generated, generatedNames } from "./spellings/generate";
import { SPELLINGS_SECTION, writeSpellings } from "./spellings/section";
import { Tokens } from "./tokens";

/** Name of the section. */
export const DICTIONARY_SECTION = "dictionary";

/** Raised when the tables of the section change. The dictionary within has a version of its own. */
const VERSION = 2;

/**
 * The sections that spotting and looking up need, by their names. The same pack makes the same bytes.
 * @param pack as for `dictionaryOf`
 */
export function sectionsOf(pack: Pack): Record<string, Uint8Array> {
  const generated = generatedNames(pack.entries);
  return { [DICTIONARY_SECTION]: dictionaryOf(pack, generated), [SPELLINGS_SECTION]: writeSpellings(pack.entries, generated) };
}

/**
 * The section's bytes: a dictionary of every spelling of every name, and the facts that choosing among entries rests
 * on. The same pack makes the same bytes.
 * @param pack its entries in the order in which the compiled pack numbers them
 * @param generated spellings made by rule
 * @throws RangeError for more entries than a dictionary can number
 */
export function dictionaryOf(pack: Pack, generated: readonly Generated[] = generatedNames(pack.entries)): Uint8Array {
  if (pack.entries.length > MOST_ENTRIES) {
    throw new RangeError(`A pack can have ${MOST_ENTRIES} entries; this one has ${pack.entries.length}.`);
  }
  return writeTables(VERSION, [buildDictionary(namesOf(pack, generated)), ...writeFacts(pack.entries)]);
}

/** Kinds whose names are also written all in small letters: "cold war". */
const IN_SMALL_LETTERS: ReadonlySet<Kind> = new Set<Kind>(["event", "idea"]);

function* namesOf(pack: Pack, generated: readonly Generated[]): Generator<DictionaryName> {
  const tokens = new Tokens();
  for (const [number, entry] of pack.entries.entries()) {
    const anyCase = IN_SMALL_LETTERS.has(entry.kind);
    for (const name of entry.names) {
      for (const text of spellingsOf(name, entry.kind)) {
        yield { text, value: packValue(number, name.class, flagsOf(text, tokens)), anyCase };
      }
    }
  }
  for (const { entry, text, class: nameClass } of generated) {
    yield { text, value: packValue(entry, nameClass, flagsOf(text, tokens) | GENERATED) };
  }
}

/** Opens the section. Nothing is copied or decoded. Throws a PackError where it is damaged or of another version. */
export function openSection(section: Uint8Array): { dictionary: Dictionary; facts: PackFacts } {
  const [dictionary, ...facts] = readTables(VERSION, 1 + FACT_TABLES, section, "dictionary");
  return { dictionary: openDictionary(dictionary!), facts: new PackFacts(facts) };
}
