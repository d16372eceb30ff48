/** Measures how well names are read: the pack in the box on every set of texts, and packs of names alone. */
import { fileURLToPath } from "node:url";
import { readSharedGold, readStandoff } from "./accuracy-gold";
import { NAMES_ONLY_ENTRIES, namesOnlyEntries, openNamesOnly, type NamesKind } from "./accuracy-names";
import { judge, type OwnResult, readOwnCases } from "./accuracy-own";
import { entryFinder, type GoldText, score, type Score } from "./accuracy-score";
import { openScoredPack, type ScoredPack, spotText } from "./accuracy-spot";

const SHIPPED = fileURLToPath(new URL("../../packs/korea-china", import.meta.url));

/** A set of texts, with what it is for. */
export interface TextSet {
  name: string;
  what: string;
  texts: GoldText[];
  /** Nothing but totals of it is shown. */
  heldOut: boolean;
}

export interface SetResult extends Omit<TextSet, "texts"> {
  /** Number of texts. */
  size: number;
  score: Score;
}

export interface NamesOnlyResult {
  kind: NamesKind;
  entries: number;
  names: number;
  /** Milliseconds to compile the pack, and to read all texts. */
  compileMs: number;
  readMs: number;
  sets: SetResult[];
}

/** The sets of texts that lie beside the project. */
export async function readSets(): Promise<TextSet[]> {
  const standoff = await readStandoff();
  return [
    { name: "dev", what: "eight articles and essays, English", texts: await readSharedGold("dev"), heldOut: false },
    { name: "dev-ko", what: "two speeches, Korean", texts: await readSharedGold("dev-ko"), heldOut: false },
    {
      name: "own, looked at",
      what: "news, essays, a speech: their slips are listed below",
      texts: standoff.filter(({ heldOut }) => !heldOut),
      heldOut: false,
    },
    {
      name: "own, held out",
      what: "other news, essays, a speech: nobody looks at their slips",
      texts: standoff.filter(({ heldOut }) => heldOut),
      heldOut: true,
    },
  ];
}

/** The pack in the box, compiled. */
export function openShipped(): Promise<ScoredPack> {
  return openScoredPack(SHIPPED);
}

/** Scores a pack on sets of texts. */
export function measure(pack: ScoredPack, sets: readonly TextSet[]): SetResult[] {
  const entriesOf = entryFinder(pack.entries);
  return sets.map(({ texts, ...set }) => ({
    ...set,
    size: texts.length,
    score: score(texts, texts.map((text) => spotText(pack, text)), entriesOf),
  }));
}

/** Reads the texts of our own. */
export async function measureOwn(pack: ScoredPack): Promise<OwnResult[]> {
  return (await readOwnCases()).map((own) => judge(own, spotText(pack, own)));
}

/** Scores a pack of names alone that has all entities of the sets and many others. */
export async function measureNamesOnly(sets: readonly TextSet[], kind: NamesKind): Promise<NamesOnlyResult> {
  const entries = await namesOnlyEntries(sets.flatMap(({ texts }) => texts), kind);
  if (entries.length < NAMES_ONLY_ENTRIES) throw new Error(`Only ${entries.length} entries could be made up.`);
  const started = performance.now();
  const pack = openNamesOnly(entries);
  const compiled = performance.now();
  const results = measure(pack, sets);
  return {
    kind,
    entries: entries.length,
    names: entries.reduce((sum, { names }) => sum + names.length, 0),
    compileMs: compiled - started,
    readMs: performance.now() - compiled,
    sets: results,
  };
}
