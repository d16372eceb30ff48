import fc from "fast-check";
import { expect, test } from "vitest";
import { isKana, soundOf } from "./sound";

/** As Japanese newspapers write a name, and the name. */
const SAME: readonly (readonly [kana: string, name: string])[] = [
  ["キム・イルソン", "김일성"], ["パク・ホニョン", "박헌영"], ["キム・ゲグァン", "김계관"], ["イ・ジェミョン", "이재명"], ["ソン・ヘリム", "성혜림"], ["ペク・ソンヨプ", "백선엽"],
  ["ファン・ジャンヨプ", "황장엽"], ["チョ・ヨンウォン", "조용원"], ["シー・チンピン", "시진핑"],
  ["フルシチョフ", "Хрущёв"], ["モロトフ", "Молотов"], ["グロムイコ", "Громыко"], ["イリイチョフ", "Ильичёв"], ["ドミトリー", "Дмитрий"], ["シトゥイコフ", "Штыков"], ["ヴィクトル", "Виктор"], ["ビクトル", "Виктор"],
  ["アレクサンドル", "Александр"], ["ケソン", "Кэсон"], ["ﾌﾟﾁﾝ", "プーチン"], ["ぷーちん", "プーチン"], ["キムイルソン", "キム・イルソン"],
];
test.each(SAME)("%s sounds like %s", (kana, name) => {
  expect(soundOf(kana)).toBe(soundOf(name));
});

test("names that sound unlike each other have other sounds", () => {
  const names = ["キム・ジョンウン", "キム・ジョンイル", "キム・イルソン", "キム・ヨジョン", "チョン", "ソン", "パリ", "バスク", "ウィ", "イェ", "シェ", "ティ", "チ"];
  expect(new Set(names.map((name) => soundOf(name))).size).toBe(names.length);
});

test("a surname is one in the name of a person alone, and what is in capitals has no sound", () => {
  expect([soundOf("신의주"), soundOf("신의주", false)]).toEqual(["sinuicu", "sinicu"]);
  expect([soundOf("США"), soundOf("КПК"), soundOf("Ким")]).toEqual([null, null, "kimu"]);
});

test("Latin letters and Han characters, also beside others, have no sound", () => {
  for (const text of ["Kim", "金日成", "JD・バンス", "東ドイツ", "김 Il", "1956", "", "・"]) expect(soundOf(text), text).toBeNull();
});

test("kana are known in all widths, with what stands between words", () => {
  for (const text of ["キム・イルソン", "ｷﾑ･ｲﾙｿﾝ", "きむ いるそん", "「スターリン」"]) expect(isKana(text), text).toBe(true);
  for (const text of ["金ジョンウン", "Kim", "", "…", "김일성"]) expect(isKana(text), text).toBe(false);
});

test("a sound is made of small Latin letters alone, whatever it is of", () => {
  const letter = fc.oneof(
    fc.integer({ min: 0x3041, max: 0x30ff }), fc.integer({ min: 0xac00, max: 0xd7a3 }), fc.integer({ min: 0x400, max: 0x52f }), fc.integer({ min: 0xff61, max: 0xff9f }), fc.constantFrom(0x20, 0x1100, 0x3099),
  ).map((code) => String.fromCharCode(code));
  fc.assert(fc.property(fc.array(letter, { maxLength: 12 }), (letters) => {
    expect(soundOf(letters.join("")) ?? "").toMatch(/^[a-z]*$/);
  }), { numRuns: 2_000 });
});
