import * as fc from "fast-check";
import { expect, test } from "vitest";
import { PackError } from "../packs/binary";
import { openSpotter, spot } from "./spot";
import { inWords, packOf, type Sketch, spotted, spotterOf } from "./testing";
import { spellingHash, tokenise, Tokens } from "./tokens";

const KIM_IL_SUNG: Sketch = {
  id: "kim-il-sung",
  names: ["Kim Il Sung"],
  short: ["Kim"],
  titles: ["the Great Leader", "Marshal Kim"],
  roles: ["Premier of North Korea"],
  links: ["mao-zedong", "august-1956"],
  lived: [1912, 1994],
};
const KIM_JONG_UN: Sketch = { id: "kim-jong-un", names: ["Kim Jong Un"], short: ["Kim"], roles: ["Chairman of State Affairs"], lived: [1984, 2100] };
const MAO: Sketch = { id: "mao-zedong", names: ["Mao Zedong", "Mao Tse-tung"], short: ["Mao"], roles: ["Chairman"], lived: [1893, 1976] };
const PENG: Sketch = { id: "peng-dehuai", names: ["Peng Dehuai", "P’eng Te-huai"], short: ["Peng"], titles: ["Marshal Peng"], roles: ["Marshal"] };
const MIKOYAN: Sketch = { id: "anastas-mikoyan", names: ["Anastas Mikoyan"], short: ["Mikoyan"], links: ["mao-zedong"] };
const EISENHOWER: Sketch = { id: "dwight-eisenhower", names: ["Dwight Eisenhower"], short: ["Eisenhower"], roles: ["President"] };
const CHINA: Sketch = { id: "china", kind: "place", names: ["China", "PRC", "People's Republic of China"] };
const NORTH_KOREA: Sketch = { id: "north-korea", kind: "place", names: ["North Korea", "DPRK"], short: ["North"] };
const US: Sketch = { id: "united-states", kind: "place", names: ["United States", "U.S."] };
const WHO: Sketch = { id: "who", kind: "organisation", names: ["World Health Organization", "WHO"] };
const AUGUST: Sketch = { id: "august-1956", kind: "event", names: ["August faction incident"] };
const COLD_WAR: Sketch = { id: "cold-war", kind: "event", names: ["Cold War"] };
const LONG_MARCH: Sketch = { id: "long-march", kind: "event", names: ["Long March"] };

const ALL = [
  KIM_IL_SUNG, KIM_JONG_UN, MAO, PENG, MIKOYAN, EISENHOWER, CHINA, NORTH_KOREA, US, WHO, AUGUST, COLD_WAR, LONG_MARCH,
];
const english = spotterOf(...ALL);
const ids = (text: string, seen: string[] = []) => spotted(english, text, seen);

/** Texts, with what is to be found in them. Blocks are parted by a line break. */
const CASES: readonly (readonly [text: string, ...found: string[]])[] = [
  // Full names, however they are written.
  ["Then Kim Il-sung met P'eng Tê-huai.", "Kim Il-sung=kim-il-sung", "P'eng Tê-huai=peng-dehuai"],
  ["KIM IL SUNG’S ARMY LEFT FOR CHINA TODAY", "KIM IL SUNG=kim-il-sung", "CHINA=china"],
  ["He told Kim\u00a0Il\u00adsung, in the People’s Republic of China’s capital.", "Kim\u00a0Il\u00adsung=kim-il-sung", "People’s Republic of China=china"],
  ["The Kimilsung Institute; kim il sung"],
  ["Kim, Il Sung (1912–1994)", "Kim, Il Sung=kim-il-sung"],
  ["Dwight D. Eisenhower and Dwight David Eisenhower", "Dwight D. Eisenhower=dwight-eisenhower", "Dwight David Eisenhower=dwight-eisenhower"],
  ["“North” Korea is North Korea.", "“North” Korea=north-korea", "North Korea=north-korea"],
  ["A china cabinet in the north, from China", "China=china"],
  // Acronyms are not words.
  ["Who told us that the WHO left the US?", "WHO=who", "US=united-states"],
  ["In the U.S., as in the U.S.", "U.S.=united-states", "U.S.=united-states"],
  ["CHINA TELLS US TO THINK ABOUT TRADE", "CHINA=china"],
  // A short name needs a reason.
  ["Kim said nothing, and Mao laughed."],
  ["Kim Il Sung came. Then Kim spoke.", "Kim Il Sung=kim-il-sung", "Kim=kim-il-sung"],
  ["Kim Il Sung died.\nLater Kim Jong Un came.\nNow Kim rules.", "Kim Il Sung=kim-il-sung", "Kim Jong Un=kim-jong-un", "Kim=kim-jong-un"],
  ["Kim Il Sung died. Then Kim Jong Un came. In 1956 Kim ruled.", "Kim Il Sung=kim-il-sung", "Kim Jong Un=kim-jong-un"],
  ["Premier Kim met Mao Zedong", "Kim=kim-il-sung", "Mao Zedong=mao-zedong"],
  ["Mikoyan flew to see Mao Zedong.", "Mikoyan=anastas-mikoyan", "Mao Zedong=mao-zedong"],
  ["President Eisenhower spoke.", "Eisenhower=dwight-eisenhower"],
  ["Marshal Peng Dehuai went, and Marshal Peng came.", "Peng Dehuai=peng-dehuai", "Peng=peng-dehuai"],
  ["Kim Il Sung was the Great Leader.", "Kim Il Sung=kim-il-sung", "Great Leader=kim-il-sung"],
  // A longer name that nobody knows swallows it.
  ["Kim Novak met Kim Il Sung. The actress Kim Novak left.", "Kim Il Sung=kim-il-sung"],
  ["Kim Il Sung saw that Kim Yo-jong wrote. Kim smiled.", "Kim Il Sung=kim-il-sung"],
  ["He read it in the China Daily, on Air China, in the Bank of China and in South China."],
  ["He studied at Kim Il Sung University, for the Mao administration."],
  ["But China and Leaning on China are China’s.", "China=china", "China=china", "China=china"],
  ["A. Mikoyan came with V. Mikoyan.", "A. Mikoyan=anastas-mikoyan"],
  ["In Moscow PRC officials met Chairman Mao.", "PRC=china", "Mao=mao-zedong"],
  // A headline has capitals everywhere.
  ["Why Won’t China Help With North Korea Today", "China=china", "North Korea=north-korea"],
  // Small letters are believed of events that the page names.
  ["The Cold War ended; a cold war began.", "Cold War=cold-war", "cold war=cold-war"],
  ["A cold war began. Long march ahead."],
  ["North Korea attacked from the North. North of the river they rested.", "North Korea=north-korea", "North=north-korea"],
];
test.each(CASES)("%s", (text, ...found) => {
  expect(ids(text)).toEqual(found);
});

test("what was named before the blocks explains short names in them", () => {
  expect(ids("Kim left.", ["test/kim-jong-un", "test/kim-il-sung"])).toEqual(["Kim=kim-il-sung"]);
  expect(ids("Kim left.", ["test/kim-il-sung", "test/kim-jong-un", "other/kim", "nonsense"])).toEqual(["Kim=kim-jong-un"]);
  const first = spot(english, { blocks: ["Kim Il Sung and Mao Zedong, then Kim Jong Un"], seen: ["test/mao-zedong", "test/china"] });
  expect(first.seen).toEqual(["test/china", "test/kim-il-sung", "test/mao-zedong", "test/kim-jong-un"]);
});

test("a page read in two parts gives what it gives in one", () => {
  const blocks = ["Kim Il Sung met Mao Zedong.", "Kim spoke to Mao.", "Then Kim Jong Un came.", "Kim went on."];
  const whole = spot(english, { blocks }).mentions.map((mention) => inWords(english, blocks, mention));
  for (let cut = 1; cut < blocks.length; cut++) {
    const parts = [blocks.slice(0, cut), blocks.slice(cut)];
    const first = spot(english, { blocks: parts[0]! });
    const second = spot(english, { blocks: parts[1]!, seen: first.seen });
    const found = [first, second].flatMap(({ mentions }, part) => mentions.map((mention) => inWords(english, parts[part]!, mention)));
    expect(found).toEqual(whole);
  }
});

test("an ambiguous mention lists the others, the likeliest first", () => {
  const [, kim] = spot(english, { blocks: ["Kim Jong Un spoke.", "Then Kim left."] }).mentions;
  expect(kim).toMatchObject({ block: 1, start: 5, end: 8, nameClass: "short" });
  expect(kim!.others).toHaveLength(1);
});

test("a full name that two entries share stays silent until the page tells", () => {
  const lee = (id: string, role: string): Sketch => ({ id, names: ["Lee Jin"], roles: [role] });
  const spotter = spotterOf(lee("lee-marshal", "Marshal"), lee("lee-minister", "Foreign Minister"));
  expect(spotted(spotter, "Then Lee Jin came.")).toEqual([]);
  expect(spotted(spotter, "Then Marshal Lee Jin came.")).toEqual(["Lee Jin=lee-marshal"]);
});

test("a full name is not taken for another entry's short one", () => {
  const korea: Sketch = { id: "korea", kind: "place", names: ["Korea"] };
  const spotter = spotterOf({ ...NORTH_KOREA, short: ["Korea"] }, korea);
  expect(spotted(spotter, "In North Korea and all of Korea.")).toEqual(["North Korea=north-korea", "Korea=korea"]);
});

test("what two packs have is one mention, of the first; what bears its name in another pack is listed", () => {
  const spotter = openSpotter([packOf([CHINA], "one"), packOf([{ ...CHINA, id: "zhongguo" }], "two")]);
  const [mention] = spot(spotter, { blocks: ["So China said."] }).mentions;
  expect(mention).toMatchObject({ pack: 0, others: [], members: [{ pack: 0, entry: 0 }, { pack: 1, entry: 0 }] });
  const ship: Sketch = { ...CHINA, id: "ship", kind: "weapon" };
  const other = openSpotter([packOf([CHINA], "one"), packOf([ship], "two")]);
  expect(spot(other, { blocks: ["So China said."] }).mentions[0]).toMatchObject({ pack: 0, others: [{ pack: 1, entry: 0 }] });
});

test("everyday words that are names need a reason", () => {
  const spotter = spotterOf({ id: "of", kind: "place", names: ["Of"] }, { id: "most", kind: "place", names: ["Most"] });
  expect(spotted(spotter, "Of all towns, Most are small. Most of them.")).toEqual([]);
});

const eastAsian = spotterOf(
  { id: "kim-il-sung", names: ["김일성"], short: ["김"], titles: ["위대한 수령"], roles: ["Premier"], lang: "ko" },
  { id: "mao-zedong", names: ["毛泽东", "毛澤東"], titles: ["毛主席"], lang: "zh" },
  { id: "kim-jong-un", names: ["キム・ジョンウン", "金正恩"], lang: "ja" },
  { id: "korean-army", kind: "organisation", names: ["조선인민군"], lang: "ko" },
  { id: "india", kind: "place", names: ["인도"], lang: "ko" },
  { id: "china", kind: "place", names: ["中国", "중국"], lang: "zh" },
);
const EAST_ASIAN: readonly (readonly [text: string, ...found: string[]])[] = [
  ["김일성은 중국에서 왔다.", "김일성=kim-il-sung", "중국=china"],
  ["김일성종합대학, 인도주의, 자인도, 중국가"],
  ["조선인민군출판사"],
  ["영웅적조선인민군의 장병들과 반중국 소동", "조선인민군=korean-army", "중국=china"],
  ["김일성 동지. 김 수상이 말했다. 김은 바다에 있다.", "김일성=kim-il-sung", "김=kim-il-sung"],
  ["위대한 수령님께서. 김일성", "위대한 수령=kim-il-sung", "김일성=kim-il-sung"],
  ["毛泽东在中国，毛主席万岁", "毛泽东=mao-zedong", "中国=china", "毛主席=mao-zedong"],
  ["金正恩とキム･ジョンウンは", "金正恩=kim-jong-un", "キム･ジョンウン=kim-jong-un"],
  ["KCNA는 김일성".normalize("NFD"), `${"김일성".normalize("NFD")}=kim-il-sung`],
];
test.each(EAST_ASIAN)("%s", (text, ...found) => {
  expect(spotted(eastAsian, text)).toEqual(found);
});

const NAMES = ALL.flatMap(({ names, short = [] }) => [...names, ...short]);
const fragment = fc.constantFrom(
  ...NAMES.concat("met", "and", "the", "of", "President", "Novak", "Daily", "in 1956", "–", ", ", ". ", "’s", "(", "“", "”"),
  "é", "\u0301", "\u200b", "김일성은", "毛", "😀", "\ud83d", "שלום", "A.", "\n",
);
const page = fc.array(fc.array(fragment, { maxLength: 15 }).map((parts) => parts.join(" ")), { maxLength: 6 });

test("mentions are sorted, apart, within their block, and spell a name of their entry", () => {
  const spelling = (text: string) => {
    const tokens = new Tokens();
    tokenise(text, tokens);
    return spellingHash(text, tokens, 0, tokens.count);
  };
  const known = new Set([...NAMES, "US", "Great Leader", "Marshal Kim", "Marshal Peng", "D.P.R.K.", "P.R.C.", "W.H.O."].map(spelling));
  fc.assert(
    fc.property(page, (blocks) => {
      let last = { block: -1, end: 0 };
      for (const { block, start, end, confidence } of spot(english, { blocks }).mentions) {
        const text = blocks[block]!;
        expect(block > last.block || (block === last.block && start >= last.end)).toBe(true);
        expect(end).toBeLessThanOrEqual(text.length);
        const surface = text.slice(start, end);
        // Initials and given names may stand before the name.
        const endsKnown = surface.split(" ").some((_, at, all) => known.has(spelling(all.slice(at).join(" "))));
        expect(endsKnown, surface).toBe(true);
        expect(confidence).toBeGreaterThan(0.8);
        expect(confidence).toBeLessThanOrEqual(1);
        last = { block, end };
      }
    }),
    { numRuns: 500 },
  );
});

test("an entry that is not on the page changes nothing, nor does the order in which entries are given", () => {
  const more = spotterOf(...[...ALL].reverse(), { id: "xerxes", names: ["Xerxes", "Xerxes Kim", "Kim Xerxes"], short: ["Xer"] });
  fc.assert(
    fc.property(page, (blocks) => {
      const words = (spotter: typeof more) =>
        spot(spotter, { blocks }).mentions.map((mention) => `${mention.start}:${inWords(spotter, blocks, mention)}:${mention.confidence}`);
      expect(words(more)).toEqual(words(english));
    }),
    { numRuns: 300 },
  );
});

test("any text at all is read without an error", { timeout: 20_000 }, () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 60 }), { maxLength: 5 }), fc.string(), (blocks, lang) => {
      spot(english, { blocks, lang });
    }),
  );
});

test("fifteen thousand entries with nothing but names", { timeout: 20_000 }, () => {
  const many = Array.from({ length: 15_000 }, (_, at) => ({ id: `e${String(at).padStart(5, "0")}`, names: [`Entry Number${at}`] }));
  const spotter = spotterOf(...many);
  expect(spotted(spotter, "Then Entry Number14999 met Entry Number7.")).toEqual([
    "Entry Number14999=e14999",
    "Entry Number7=e00007",
  ]);
});

test("a pack without a dictionary is refused in words", () => {
  const pack = packOf([CHINA]);
  expect(() => openSpotter([{ ...pack, info: pack.info, entryCount: 1, section: () => null } as typeof pack])).toThrow(PackError);
});

/** Text that makes work without bound where a loop looks back to something far away. */
const HOSTILE: readonly [what: string, text: string][] = [
  ["Hangul without a space", "김일성".repeat(100_000)],
  ["one letter under all its accents", `a${"\u0301".repeat(500_000)}`],
  ["a word of many capitals", "KimIl".repeat(50_000)],
  ["names that are all run together", "ComradeKim Il Sung. ".repeat(10_000)],
  ["one surname and nothing else", `Kim Il Sung. ${"Kim ".repeat(50_000)}`],
  ["initials without end", `${"A. ".repeat(100_000)}Kim`],
  ["a hyphen at the end of each line", "Kim-\nil ".repeat(50_000)],
];

test.each(HOSTILE)("%s is read to its end", (_, text) => {
  const spotter = spotterOf(
    { id: "kim-il-sung", names: ["Kim Il Sung"], short: ["Kim"] },
    { id: "korean", names: ["김일성"], lang: "ko" },
  );
  for (const { start, end } of spot(spotter, { blocks: [text] }).mentions) expect(text.slice(start, end)).toMatch(/^(?:Kim|김일성)/u);
}, 30_000);

test("a surname that thousands bear is somebody's whom the page names", () => {
  const bearers = Array.from({ length: 2000 }, (_, number) => ({ id: `smith-${number}`, kind: "other" as const, names: [`Given${number} Smith`, "Smith"] }));
  const spotter = spotterOf(...bearers);
  expect(spotted(spotter, "Given7 Smith went, and Smith stayed.")).toEqual(["Given7 Smith=smith-7", "Smith=smith-7"]);
});
