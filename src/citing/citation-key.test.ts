import * as fc from "fast-check";
import { expect, test } from "vitest";
import { citationKey } from "./citation-key";
import type { Source } from "./csl";

const none: ReadonlySet<string> = new Set();
const source = (fields: Partial<Source>): Source => ({ id: "x", type: "webpage", ...fields });

test.each([
  [{ author: [{ family: "Radchenko", given: "Sergey" }], title: "Why Won’t China Help?", issued: { "date-parts": [[2017, 7]] } }, "radchenkoWhyWont2017"],
  [{ author: [{ family: "Lüthi" }], title: "The “Second Front”" }, "luthiSecondFront"],
  [{ author: [{ family: "Goor", "non-dropping-particle": "van der" }], title: "On It" }, "goor"],
  [{ author: [{ literal: "沈志华" }], title: "中朝关系", "container-title": "China Net", issued: { raw: "2017" } }, "chinanet2017"],
  [{ "container-title": "chinafile.com", title: "Æon" }, "chinafilecomAeon"],
  [{ title: "1984" }, "page"],
  [{}, "page"],
] as [Partial<Source>, string][])("%j is cited by %s", (fields, key) => {
  expect(citationKey(source(fields), none)).toBe(key);
});

test("keys are told apart by letters, in the order in which they are asked for", () => {
  const taken = new Set<string>();
  for (let number = 0; number < 60; number++) taken.add(citationKey(source({ title: "One" }), taken));
  expect([...taken].slice(0, 3)).toEqual(["one", "onea", "oneb"]);
  expect(taken.has("oneaa")).toBe(true);
  expect(taken.size).toBe(60);
});

test("whatever the source, the key is a word of ASCII that TeX and pandoc take", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 30 });
  fc.assert(
    fc.property(text, text, text, (family, title, raw) => {
      const key = citationKey(source({ author: [{ family }], title, issued: { raw } }), none);
      expect(key).toMatch(/^[a-z][A-Za-z0-9]*$/);
    }),
  );
});
