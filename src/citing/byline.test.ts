import * as fc from "fast-check";
import { expect, test } from "vitest";
import { namesOfByline } from "./byline";

const printed = (byline: string) =>
  namesOfByline(byline).map((name) =>
    name.literal ? `=${name.literal}` : [name["non-dropping-particle"], name.family, name.given, name.suffix].filter(Boolean).join("|"));

test.each([
  ["", []],
  ["Sergey Radchenko", ["Radchenko|Sergey"]],
  ["By  Sergey\nRadchenko", ["Radchenko|Sergey"]],
  ["Radchenko, Sergey", ["Radchenko|Sergey"]],
  ["Lüthi, Lorenz M.; Radchenko, Sergey", ["Lüthi|Lorenz M.", "Radchenko|Sergey"]],
  ["Jane Doe, John Q. Roe and Ann Poe", ["Doe|Jane", "Roe|John Q.", "Poe|Ann"]],
  ["Jane Doe, John Roe, and Ann Poe", ["Doe|Jane", "Roe|John", "Poe|Ann"]],
  ["Jane Doe & Reuters", ["Doe|Jane", "=Reuters"]],
  ["Jane Doe, Reuters", ["Doe|Jane", "=Reuters"]],
  ["The Associated Press", ["=The Associated Press"]],
  ["BBC News", ["=BBC News"]],
  ["Wikipedia contributors", ["=Wikipedia contributors"]],
  ["https://www.facebook.com/someone", ["=https://www.facebook.com/someone"]],
  ["Martin Luther King Jr.", ["King|Martin Luther|Jr."]],
  ["Martin Luther King, Jr.", ["King|Martin Luther|Jr."]],
  ["Ludwig van Beethoven", ["van|Beethoven|Ludwig"]],
  ["Jan van der Goor", ["van der|Goor|Jan"]],
  ["Van Jackson", ["Jackson|Van"]],
  ["Choe Sang-Hun", ["Choe|Sang-Hun"]],
  ["Shen Zhihua and Yafeng Xia", ["Shen|Zhihua", "Xia|Yafeng"]],
  ["Chen Jian", ["Chen|Jian"]],
  ["Jian Chen", ["Chen|Jian"]],
  ["Kim Kardashian", ["Kardashian|Kim"]],
  ["Ma Smith", ["Smith|Ma"]],
  ["沈志华", ["=沈志华"]],
  ["沈志华、夏亚峰", ["=沈志华", "=夏亚峰"]],
  ["Голос", ["=Голос"]],
  ["Jane Doe, Senior", ["=Jane Doe, Senior"]],
])("%j", (byline, names) => {
  expect(printed(byline)).toEqual(names);
});

test("no letter of a byline is lost, and no name is empty", () => {
  const word = fc.constantFrom("Kim", "Jane", "Doe", "van", "der", "Jr.", ",", ";", " and ", "&", "Reuters", "Sang-Hun", "李明", "O’Neill", "de", " ");
  const letters = (text: string) => [...text.replace(/\band\b/g, "").matchAll(/\p{L}/gu)].map(String).sort().join("");
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const byline = words.join(" ").trim();
      const names = namesOfByline(byline);
      for (const name of names) expect(Object.values(name).every((part) => part !== "")).toBe(true);
      const kept = letters(names.map((name) => Object.values(name).join(" ")).join(" "));
      expect(kept).toBe(letters(byline));
    }),
  );
});
