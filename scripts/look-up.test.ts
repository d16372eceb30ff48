/** Looking up the names of the packs in the box: every one of them, as it is written, mistyped, and as readers of many countries write it. */
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { Random } from "../bench/lib/random";
import { mistyped } from "../bench/look-up/names";
import { buildSearch, type Search } from "../src/library/search";
import { lettersOf } from "../src/library/name-table";
import { type OpenPack, openPack } from "../src/packs/open";
import { openSpotter, type Spotter } from "../src/spotting/spot";
import { fromKey, keyOf } from "../src/spotting/memory";
import { SHIPPED_PACKS } from "../src/library/shipped-packs";
import { compileFolder } from "./lib/pack-folder";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** Compiling thousands of notes takes a while on a busy machine. */
const LONG_MS = 180_000;
/** Names that are mistyped. */
const SAMPLE = 2_500;

let packs: OpenPack[];
let spotter: Spotter;
let search: Search;
/** Full names of all entries, each with the refs of the entries that bear it: twins by the first of them. */
let names: { text: string; refs: Set<string> }[];

beforeAll(async () => {
  packs = await Promise.all(
    SHIPPED_PACKS.map(async ({ id }) => openPack(new Uint8Array((await compileFolder(`${ROOT}packs/${id}`)).bytes!).buffer)),
  );
  spotter = openSpotter(packs);
  search = buildSearch(spotter);
  names = bearers();
}, LONG_MS);

function refOf(pack: number, entry: number): string {
  const first = fromKey(spotter.twins.first(keyOf(pack, entry)));
  return `${packs[first.pack]!.info.id}/${packs[first.pack]!.idOf(first.entry)}`;
}

function bearers(): typeof names {
  const all = new Map<string, (typeof names)[number]>();
  for (const [number, pack] of packs.entries()) {
    for (let name = 0; name < pack.nameCount; name++) {
      const { text, class: nameClass } = pack.name(name);
      if (nameClass !== "full") continue;
      const letters = lettersOf(text).all;
      const known = all.get(letters) ?? { text, refs: new Set() };
      all.set(letters, { ...known, refs: known.refs.add(refOf(number, pack.entryOfName(name))) });
    }
  }
  return [...all.values()];
}

const refsOf = (query: string, limit = 3) => search(query, limit).found.map(({ ref }) => ref);

describe("every full name of both packs", () => {
  test("finds its entry in the first place", () => {
    expect(names.length).toBeGreaterThan(8_000);
    expect(names.filter(({ text, refs }) => !refs.has(refsOf(text, 1)[0] ?? "")).map(({ text }) => text)).toEqual([]);
  });

  test("finds it in small letters, in capitals, without spaces and hyphens, and with spaces for hyphens", () => {
    const ways = [
      (text: string) => text.toLowerCase(),
      (text: string) => text.toUpperCase(),
      // "The" is a word, or it is nothing.
      (text: string) => text.replace(/^the /i, "").replace(/[\s\-–]+/gu, ""),
      (text: string) => text.replace(/[-–]+/gu, " "),
    ];
    const typed = names.map(({ text, refs }, at) => ({ typed: ways[at % ways.length]!(text), refs }));
    expect(typed.filter((each) => !each.refs.has(refsOf(each.typed, 1)[0] ?? "")).map((each) => each.typed)).toEqual([]);
  });

  test("finds it with a letter amiss among the first three, of a hundred in ninety-five", () => {
    const random = new Random(6);
    const long = random.shuffled(names.filter(({ text }) => [...text].length >= 6)).slice(0, SAMPLE);
    const missed = long.map(({ text, refs }) => ({ typed: mistyped(text, random), refs })).filter(({ typed, refs }) => !refsOf(typed).some((ref) => refs.has(ref)));
    expect(long.length).toBe(SAMPLE);
    expect(missed.length / long.length, missed.slice(0, 20).map(({ typed }) => typed).join("; ")).toBeLessThanOrEqual(0.05);
  });
});

describe("what readers type", () => {
  const first: [typed: string, name: string][] = [
    ["Chou En-lai", "Zhou Enlai"], ["chou enlai", "Zhou Enlai"], ["zhouenlai", "Zhou Enlai"], ["zhou enlai", "Zhou Enlai"],
    ["Enlai Zhou", "Zhou Enlai"], ["저우언라이", "Zhou Enlai"], ["周恩来", "Zhou Enlai"], ["周恩來", "Zhou Enlai"], ["Чжоу Эньлай", "Zhou Enlai"],
    ["恩来", "Zhou Enlai"], ["언라이", "Zhou Enlai"], ["enlai", "Zhou Enlai"],
    ["Mikoian", "Anastas Mikoyan"], ["Peng Dehaui", "Peng Dehuai"], ["Brezhnef", "Leonid Brezhnev"], ["Chruschtschow", "Nikita Khrushchev"],
    ["kim", "Kim Il Sung"], ["mao", "Mao Zedong"], ["stalin", "Joseph Stalin"], ["the great leader", "Kim Il Sung"], ["Kim Ir Sen", "Kim Il Sung"],
    ["Kim Il Sung’s", "Kim Il Sung"], ["Khrushchev's", "Nikita Khrushchev"], ["stalin’s,", "Joseph Stalin"], ["Хрущёва", "Nikita Khrushchev"], ["Ким Ир Сена", "Kim Il Sung"],
    ["김일성은", "Kim Il Sung"], ["P'eng Te-huai", "Peng Dehuai"], ["Péng Déhuái", "Peng Dehuai"], ["Kim Ilsŏng", "Kim Il Sung"], ["毛沢東", "Mao Zedong"], ["金日成主席", "Kim Il Sung"],
    ["Ｍａｏ Ｚｅｄｏｎｇ", "Mao Zedong"], ["“Mao\u00a0Zedong”", "Mao Zedong"], ["aMo Zedong", "Mao Zedong"], ["Nao Zedong", "Mao Zedong"], ["\u202eMao Zedong 😀", "Mao Zedong"], ["D P R K", "North Korea"],
    ["Peng Dehuai’s army", "Peng Dehuai"], ["Marshal Peng Dehuai of China", "Peng Dehuai"],
  ];
  test.each(first)("%s: %s", (typed, name) => {
    expect(search(typed, 5).found[0]?.name).toBe(name);
  });

  test.each([
    "Mikoyan and Peng Dehuai arrived in Pyongyang", "mikoyan and peng dehuai arrived in pyongyang", "MIKOYAN AND PENG DEHUAI ARRIVED IN PYONGYANG",
    "Микоян и Пэн Дэхуай прибыли в Пхеньян", "米高扬和彭德怀到平壤", "미코얀과 펑더화이가 평양에 도착했다",
  ])("of a sentence, those who are named in it, in their order: %s", (sentence) => {
    expect(search(sentence, 5).found.map(({ name }) => name)).toEqual(["Anastas Mikoyan", "Peng Dehuai", "Pyongyang"]);
  });

  test("a sentence in small letters names those whom it names in capitals, as they are typed", () => {
    expect(search("mikoyan and peng dehuai arrived", 5).found).toMatchObject([{ name: "Anastas Mikoyan", matched: "mikoyan" }, { name: "Peng Dehuai", matched: "" }]);
    expect(search("what they wrote was burnt in the spring of that year", 5).found).toEqual([]);
    expect(search("He told us what had happened.", 5).found).toEqual([]);
  });

  test("nothing is said back that would turn the sentence round in which it stands", () => {
    expect(search("\u202e\u0007qqqqxyz\u2066", 5).searched).toBe("qqqqxyz");
  });

  test("says which name that was, where it is another than the entry's first, and who that is", () => {
    const [zhou] = search("chou enlai", 1).found;
    expect(zhou).toMatchObject({ matched: "Chou En-lai", kind: "person" });
    expect(zhou!.who).toMatch(/^[^\n]{20,161}$/);
    expect(search("zhou enlai", 1).found[0]!.matched).toBe("");
  });

  test("a year is that year and no other", () => {
    const { found } = search("1956", 12);
    expect(found.length).toBeGreaterThan(3);
    for (const { name, matched } of found) expect(`${name} ${matched}`).toContain("1956");
    expect(search("1056", 12).found).toEqual([]);
  });

  test("what nothing is like is said back, with what is nearest, if anything is", () => {
    expect(search("  qqqqxyz ", 5)).toEqual({ searched: "qqqqxyz", found: [], nearest: [], packs: packs.length });
    const { found, nearest } = search("peng dehuai army", 5);
    expect(found).toEqual([]);
    expect(nearest[0]?.name).toBe("Peng Dehuai");
  });

  test("of a long text the names that stand in it are found, in their order", () => {
    const filler = "Nobody had thought of that before, and it rained all day. ".repeat(80);
    const { searched, found, nearest } = search(`${filler}Peng Dehuai wrote to Kim Il Sung. ${filler}`, 12);
    expect(found.map(({ name }) => name)).toEqual(["Peng Dehuai", "Kim Il Sung"]);
    expect(nearest).toEqual([]);
    expect(searched.length).toBeLessThanOrEqual(81);
  });

  test("whatever it is, an answer comes, no longer than wanted and without an entry twice", () => {
    const piece = fc.oneof(fc.string({ unit: "binary", maxLength: 40 }), fc.constantFrom(...names.map(({ text }) => text)), fc.constantFrom(" ", "the ", "of ", "-", "\n", "\ud800"));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.nat(12), (pieces, limit) => {
        const { found, nearest } = search(pieces.join(""), limit);
        for (const list of [found, nearest]) {
          expect(list.length).toBeLessThanOrEqual(limit);
          expect(new Set(list.map(({ ref }) => ref)).size).toBe(list.length);
        }
        expect(found.length === 0 || nearest.length === 0).toBe(true);
        expect(search(pieces.join(""), limit)).toMatchObject({ found, nearest });
      }),
    );
  });
});
