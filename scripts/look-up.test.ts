/** Looking up the names of the packs in the box: every one of them, as it is written, mistyped, and as readers of many countries write it. */
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { Random } from "../bench/lib/random";
import { mistyped } from "../bench/look-up/names";
import { soundSearch } from "../src/library/match-sound";
import { buildSearch, type Search } from "../src/library/search";
import { lettersOf, nameTable } from "../src/library/name-table";
import { type OpenPack, openPack } from "../src/packs/open";
import { openSpotter, type Spotter } from "../src/spotting/spot";
import { fromKey, keyOf } from "../src/spotting/memory";
import { SHIPPED_PACKS } from "../src/library/shipped-packs";
import { DEVELOPED_ON, HELD_OUT, type InKana } from "./testing/names-in-kana";
import { HIRAGANA_DEVELOPED_ON, HIRAGANA_HELD_OUT, NAMESAKES, WORDS_DEVELOPED_ON, WORDS_HELD_OUT } from "./testing/words-in-kana";
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

/** Endings of a few names, parted by spaces that stand in the text where there are two. */
const WITH_ENDINGS: readonly (readonly [entry: string, name: string, endings: string])[] = [
  ["Kim Il Sung", "김일성", "은 이 을 의 에 에게 에게서 과 도 으로 만 부터 까지 께서 께서는 이다 입니다 과의 주석 주석의"],
  ["Nikita Khrushchev", "흐루쇼프", "는 가 를 의 에게 와 로 도 만"],
  ["Kim Jong Un", "김정은 ", "위원장 위원장은 국무위원장이 총비서의"],
  ["Xi Jinping", "시진핑 ", "주석 주석의 국가주석이"],
  ["Vladimir Putin", "푸틴", "의 은 이 대통령이 대통령의"],
  ["Pyongyang", "평양", "에서 으로 의 에 은"], ["Seoul", "서울", "로 에서 의"], ["North Korea", "북한", "이 은 의 과"], ["United States", "미국", "의 이 은 에"], ["Soviet Union", "소련", "의 은 이"],
  ["Kim Il Sung", "金日成", "の は が を に と も から まで 主席の"], ["Xi Jinping", "習近平", "の は 国家主席は 主席が 総書記の 氏"], ["Vladimir Putin", "プーチン", "の は 大統領が 大統領の"],
  ["Kim Jong Un", "金正恩", "委員長は 党委員長 総書記が 委员长的 的"], ["Joseph Stalin", "スターリン", "の は"], ["North Korea", "北朝鮮", "の が は から"], ["Pyongyang", "平壌", "の で には"],
  ["Xi Jinping", "习近平", "的 主席 主席的 总书记说"], ["Mao Zedong", "毛泽东", "的 主席 和 在"], ["Mao Zedong", "毛澤東", "的 與"],
  ["Anastas Mikoyan", "Микоян", "а у ом е"], ["Vladimir Putin", "Путин", "а у ым е"], ["Kim Il Sung", "Ким Ир Сен", "а у ом е"], ["Peng Dehuai", "Пэн Дэхуа", "й я ю ем"], ["Vladimir Putin", "президент", "\u00a0Путин а\u00a0Путина ом\u00a0Путиным"],
];

describe("a name with what is written onto its end", () => {
  test.each(WITH_ENDINGS)("finds %s first: %s + %s", (entry, name, endings) => {
    const found = endings.split(" ").map((ending) => [name + ending, search(name + ending, 5).found[0]?.name]);
    expect(found).toEqual(found.map(([typed]) => [typed, entry]));
  });

  test("what the name stands in comes after it, and a part of a name is found, too", () => {
    expect(search("김일성의", 5).found.map(({ name }) => name)).toEqual(["Kim Il Sung", "Death of Kim Il Sung"]);
    expect(search("安倍首相が", 5).found[0]?.name).toBe("Shinzo Abe");
  });
});

test.each([
  ["Mao Zedong", "毛沢東 毛泽东 毛澤東"], ["Liu Shaoqi", "劉少奇 刘少奇"], ["Pak Hon-yong", "朴憲永 朴宪永 박헌영"], ["Peng Dehuai", "彭徳懐 彭德怀 彭德懷"], ["Deng Xiaoping", "鄧小平 邓小平"],
  ["Zhou Enlai", "周恩来 周恩來"], ["Hua Guofeng", "華国鋒 华国锋 華國鋒"], ["Jiang Zemin", "江沢民 江泽民 江澤民"], ["Kim Yo Jong", "金与正 金與正"], ["Korean War", "朝鮮戦争 朝鲜战争 朝鮮戰爭"], ["Panmunjom", "板門店 板门店"],
])("%s is found by the characters of China, Taiwan and Japan: %s", (name, written) => {
  for (const typed of written.split(" ")) expect(search(typed, 5).found[0]?.name, typed).toBe(name);
});

describe("names in kana, as Japanese newspapers write them", () => {
  const placesOf = (names: readonly InKana[]) => names.map(([kana, entry]) => ({ kana, place: search(kana, 5).found.findIndex(({ name }) => name === entry) }));

  test.each([["that the weights were made by", DEVELOPED_ON], ["that they had not seen", HELD_OUT]])("%s: the right entry is first in 95 of 100", (_, names) => {
    const places = placesOf(names);
    const missed = places.filter(({ place }) => place !== 0);
    expect(places.length).toBeGreaterThanOrEqual(75);
    expect(missed.length / places.length, JSON.stringify(missed)).toBeLessThanOrEqual(0.05);
  });

  test("by a sound, that name is said which has it; with an ending, in hiragana and in half width as well", () => {
    expect(search("キム・イルソン", 5).found[0]).toMatchObject({ name: "Kim Il Sung", matched: "김일성" });
    for (const typed of ["キムイルソン", "キム・イルソンの", "きむいるそん", "ｷﾑ･ｲﾙｿﾝ", "キム・イルソン主席は", "きむいるそんで"]) expect(search(typed, 5).found[0]?.name, typed).toBe("Kim Il Sung");
    for (const typed of ["ひろしま", "ひろしまで", "ひろしまだ"]) expect(search(typed, 5).found[0]?.name, typed).toBe("Hiroshima");
  });

  test("names that the pack has in kana are found as they are", () => {
    for (const [typed, name] of [["スターリン", "Joseph Stalin"], ["ミコヤン", "Anastas Mikoyan"], ["フルシチョフ", "Nikita Khrushchev"], ["プーチン", "Vladimir Putin"]] as const) {
      expect(search(typed, 5).found[0], typed).toMatchObject({ name, matched: typed });
    }
  });

  test("by their sound, at most two of a hundred other words find anything, and none in hiragana", () => {
    const table = nameTable(packs);
    const findBySound = soundSearch(table, (entry) => {
      const { pack, entry: own } = fromKey(table.keys[entry]!);
      return packs[pack]!.kindOf(own);
    });
    const finding = (words: readonly string[]) =>
      words.flatMap((word) => {
        const found: string[] = [];
        findBySound(word, "found", (name) => found.push(table.rows[name]!.text));
        return found.length > 0 && !NAMESAKES.has(word) ? [`${word}: ${found.join(", ")}`] : [];
      });
    for (const words of [WORDS_DEVELOPED_ON, WORDS_HELD_OUT]) {
      expect(words.length).toBeGreaterThanOrEqual(200);
      const nonsense = finding(words);
      expect(nonsense.length / words.length, nonsense.join("; ")).toBeLessThanOrEqual(0.02);
    }
    expect(finding([...HIRAGANA_DEVELOPED_ON, ...HIRAGANA_HELD_OUT])).toEqual([]);
  });

  test("what sounds nearest comes first, a surname no later than a whole name", () => {
    expect(search("シュルツ", 5).found.map(({ name }) => name)).toEqual(["George P. Shultz"]);
    expect(search("ショルツ", 5)).toMatchObject({ found: [], nearest: [{ name: "George P. Shultz" }, { name: "Ri Sol Ju" }] });
  });

  test.each("コーヒー コンピューター テーブル デパート タクシー カレンダー ありがとう こんにちは たべもの でんしゃ じてんしゃ シャラポワ チャイコフスキー ペ・ヨンジュン ソン・フンミン アインシュタイン スカート ソング ジュウドウ ニュートン エジソン さとう ねる とういつ しゅしょう こうふく".split(" "))("nothing is like %s", (typed) => {
    expect(search(typed, 5).found).toEqual([]);
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
