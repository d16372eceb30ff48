/**
 * What the rules for spellings find of those that are in print: for the persons of the pack in the box, the spellings
 * of the Foreign Relations of the United States, errors included, where the list of them lies beside the project; and
 * the spellings that the pack lists, made again from the first of them and the native name.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import type { Entry, Pack } from "../src/packs/model";
import { spellingsOf } from "../src/spotting/names";
import { generatedNames, keyOf, MOST_GENERATED } from "../src/spotting/spellings/generate";
import { readPackFolder } from "./lib/pack-folder";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FRUS = join(ROOT, "../shared/sources/frus-people.json");

let pack: Pack;
let people: Entry[];
beforeAll(async () => {
  pack = (await readPackFolder(join(ROOT, "packs/korea-china"))).pack!;
  people = pack.entries.filter(({ kind }) => kind === "person");
});

/** Everything under which each entry is found in full, as keys. */
function foundAs(entries: readonly Entry[], generated: boolean): Set<number>[] {
  const found = entries.map(
    ({ names, kind }) => new Set(names.filter((name) => name.class === "full").flatMap((name) => spellingsOf(name, kind).map(keyOf))),
  );
  if (generated) for (const { entry, text, class: nameClass } of generatedNames(entries)) if (nameClass === "full") found[entry]!.add(keyOf(text));
  return found;
}

test("generated spellings are nobody else's listed names, and of bounded number", () => {
  const generated = generatedNames(pack.entries);
  const listed = pack.entries.map(({ names, kind }) => new Set(names.flatMap((name) => spellingsOf(name, kind).map(keyOf))));
  const counts = new Map<number, number>();
  for (const { entry, text, class: nameClass } of generated) {
    counts.set(entry, (counts.get(entry) ?? 0) + 1);
    expect(listed[entry]!.has(keyOf(text)), text).toBe(false);
    if (nameClass === "full") expect(listed.some((keys) => keys.has(keyOf(text))), text).toBe(false);
  }
  expect(Math.max(...counts.values())).toBeLessThanOrEqual(MOST_GENERATED);
  expect(generated.length).toBeGreaterThan(500);
  // Fewer than there are listed spellings: the dictionary stays of the same order of size.
  expect(generated.length).toBeLessThan(listed.reduce((sum, keys) => sum + keys.size, 0));
});

test("what the pack lists of a person is to a good part made from one name and the native one", () => {
  const bare = people.map((entry): Entry => {
    const latin = entry.names.find((name) => name.lang === "en")!;
    const native = entry.names.filter((name) => name.class === "full" && name.lang === entry.native).slice(0, 1);
    return { ...entry, names: native.includes(latin) ? [latin] : [latin, ...native] };
  });
  const [alone, made] = [foundAs(bare, false), foundAs(bare, true)];
  const missed: string[] = [];
  let hidden = 0;
  people.forEach(({ names }, at) => {
    const seen = new Set(alone[at]);
    for (const name of names) {
      const key = keyOf(name.text);
      if (name.class !== "full" || name.lang !== "en" || seen.has(key)) continue;
      seen.add(key);
      hidden++;
      if (!made[at]!.has(key)) missed.push(name.text);
    }
  });
  const share = 1 - missed.length / hidden;
  console.info(`Of ${hidden} hidden spellings, ${(100 * share).toFixed(0)} % are made by rule; not: ${missed.join(", ")}.`);
  // Writers list what no rule makes; with few people, half of it was still made by one.
  expect(share).toBeGreaterThan(0.4);
});

interface FrusPerson {
  preferred: string;
  alternates: string[];
  variants: Record<string, number>;
}

const TITLES = /^(?:(?:President|Premier|Prime Minister|Chairman|Marshal|General|Secretary|Major General|Acting|Dr\.|Mr\.|Ambassador|Senator) )+/;

/** Names in the order in which texts have them, from one as an index has it. */
function natural(indexed: string): string[] {
  return indexed
    .replace(/\[[^\]]*\]/g, "")
    .split(/[()]/)
    .flatMap((part) => {
      const [surname, given, ...rest] = part.trim().replace(/\.$/, "").split(/,\s*/);
      if (!given) return [surname!];
      // "Kim Tong-jo, Kim Tong-cho" are two.
      return surname!.includes(" ") ? [surname!, given, ...rest] : [`${given} ${surname}`];
    })
    .map((name) => name.replace(TITLES, "").trim())
    .filter((name) => /^\p{Lu}.*[\s-].*\p{Ll}$/u.test(name) && !/^(?:Chairman|Generalissimo)|\d| of | the /.test(name));
}

/** Namesakes of somebody in the pack: his nephew, her husband's name. */
const NAMESAKES = /\b(?:2d|2nd|II|Madame|May-ling)\b/;

if (existsSync(FRUS)) {
  test("names of the pack's people are found as the Foreign Relations print them", () => {
    const printed = (JSON.parse(readFileSync(FRUS, "utf8")) as FrusPerson[])
      .map(({ preferred, alternates, variants }) => [preferred, ...alternates, ...Object.keys(variants)])
      .filter((indexed) => !indexed.some((each) => NAMESAKES.test(each)))
      .map((indexed) => [...new Set(indexed.flatMap(natural))]);
    const [listed, all] = [foundAs(people, false), foundAs(people, true)];
    const total = { printed: 0, listed: 0, all: 0 };
    const missed: string[] = [];
    for (const spellings of printed) {
      const at = listed.findIndex((keys) => spellings.some((each) => keys.has(keyOf(each))));
      if (at < 0) continue;
      const distinct = new Map(spellings.map((each) => [keyOf(each), each]));
      for (const [key, spelling] of distinct) {
        total.printed++;
        if (listed[at]!.has(key)) total.listed++;
        if (all[at]!.has(key)) total.all++;
        else missed.push(spelling);
      }
    }
    console.info(`Of ${total.printed} printed spellings, ${total.listed} are listed, ${total.all} listed or made by rule; not: ${missed.join(", ")}.`);
    expect(total.printed).toBeGreaterThan(60);
    expect(total.all / total.printed).toBeGreaterThan(0.65);
    expect(total.all).toBeGreaterThan(total.listed);
  });
} else {
  test("no list of printed spellings lies beside the project: nothing to compare with", () => {
    console.warn("scripts/spellings: ../shared/sources/frus-people.json is not there, so its spellings were not looked for.");
    expect(existsSync(FRUS)).toBe(false);
  });
}
