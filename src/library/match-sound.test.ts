import { expect, test } from "vitest";
import type { Kind } from "../packs/model";
import { packOf } from "../spotting/testing";
import { soundSearch } from "./match-sound";
import { nameTable } from "./name-table";

const SKETCHES: { id: string; names: string[]; kind?: Kind }[] = [
  { id: "a", names: ["김일성"] },
  { id: "b", names: ["Александр Шелепин"] },
  { id: "c", names: ["최선희"] },
  { id: "d", names: ["개성"], kind: "place" },
  { id: "e", names: ["수교"], kind: "event" },
  { id: "f", names: ["Kim Il"] },
  { id: "g", names: ["존 볼턴", "ジョン・ボルトン"] },
  { id: "h", names: ["조지 슐츠", "ジョージ・シュルツ"] },
  { id: "i", names: ["이설주"] },
  { id: "j", names: ["СНГ", "Содружество"], kind: "organisation" },
  { id: "k", names: ["신의주"], kind: "place" },
];
const table = nameTable([packOf(SKETCHES)]);
const search = soundSearch(table, (entry) => SKETCHES[entry]!.kind ?? "person");

/** Names, the best first. */
function found(text: string, nearness: "found" | "nearest" = "found"): string[] {
  const grades = new Map<string, number>();
  search(text, nearness, (name, grade) => {
    const { text: own } = table.rows[name]!;
    grades.set(own, Math.min(grade, grades.get(own) ?? Infinity));
  });
  return [...grades].sort((a, b) => a[1] - b[1]).map(([own]) => own);
}

test("a name in kana finds what sounds like it, a surname alone too", () => {
  expect(found("キム・イルソン")).toEqual(["김일성"]);
  expect(found("シェレーピン")).toEqual(["Александр Шелепин"]);
  expect(found("アレクサンドル・シェレーピン")).toEqual(["Александр Шелепин"]);
  expect(found("ケソン")).toEqual(["개성"]);
});

test("a name in kana is that which was found, where one in another script sounds the same", () => {
  expect(found("ボルトン")).toEqual(["ジョン・ボルトン", "존 볼턴"]);
});

test("the nearest comes first, be it a last word or a whole name", () => {
  expect(found("シュルツ")).toEqual(["ジョージ・シュルツ", "조지 슐츠"]);
  expect(found("ショルツ")).toEqual([]);
  expect(found("ショルツ", "nearest")).toEqual(["ジョージ・シュルツ", "조지 슐츠", "이설주"]);
});

test("of few sounds the vowels agree, and those of places are joined where a person's surname would end", () => {
  expect(found("シニジュ")).toEqual(["신의주"]);
  for (const text of ["シノジュ", "シナジュ"]) expect(found(text), text).toEqual([]);
});

test("initialisms, short words in hiragana and long texts find nothing", () => {
  expect(found("ソドルジェストボ")).toEqual(["Содружество"]);
  for (const text of ["スング", "ソング", "そに", "キム・イルソン".repeat(6)]) expect(found(text), text).toEqual([]);
  expect(found("きむいるそん")).toEqual(["김일성"]);
});

test("a sound that is hardly heard may be missing, and a name may be only begun", () => {
  expect(found("チェ・ソニ")).toEqual(["최선희"]);
  expect(found("アレクサンドル・シェレー")).toEqual(["Александр Шелепин"]);
});

test("nothing is found by what sounds otherwise, by other scripts, and of what nobody names by its sound", () => {
  for (const text of ["コーヒー", "ケサン", "スギョ", "Kim Il Sung", "김일성", "金日成", ""]) expect(found(text), text).toEqual([]);
});

test("what is too far to be meant may be the nearest", () => {
  expect(found("キム・イルチャン")).toEqual([]);
  expect(found("キム・イルチャン", "nearest")).toEqual(["김일성"]);
  expect(found("チェ", "nearest")).toEqual([]);
});
