import { expect, test } from "vitest";
import { withoutEndings } from "./endings";

/** A name, and what is written onto its end. */
const ENDINGS = [
  "김일성|의", "김일성|은", "김정은|이", "김정은|을", "모스크바|는", "모스크바|가", "모스크바|를", "평양|에", "평양|에서", "평양|으로", "서울|로", "김정은|에게", "쏘련|과의", "중국|만", "중국|부터", "중국|까지", "김일성|께서는",
  "김일성|이다", "김정은| 위원장", "김정은| 국무위원장이", "시진핑| 주석", "시진핑| 국가주석의", "푸틴| 대통령이", "김여정| 부부장은", "리승만|역도의",
  "金日成|の", "習近平|は", "習近平|国家主席は", "プーチン|大統領が", "金正恩|党委員長", "金正恩|総書記から", "平壌|では", "安倍晋三|元首相の", "キム・イルソン|の", "「中国」|との",
  "习近平|主席的", "习近平|的", "金正恩|国务委员长和", "彭德怀|元帅", "毛澤東|主席說",
];
test.each(ENDINGS)("%s", (text) => {
  const [name, ending] = text.split("|") as [string, string];
  expect(withoutEndings(name + ending)).toContain(name.replace(/[・「」]/g, ""));
});

test.each(["김일성광장", "평양선언", "모스크바은", "金日成広場", "毛沢東思想", "北京大学", "Kim Il Sung’s", "Хрущёва", "中は", "이", "", "の"])("nothing is written onto a name in “%s”", (text) => {
  expect(withoutEndings(text)).toEqual([]);
});

test("the longest name comes first", () => {
  expect(withoutEndings("조선인민군은")).toEqual(["조선인민군", "조선인민", "조선"]);
});
