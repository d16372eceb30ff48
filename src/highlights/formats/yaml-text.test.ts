import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { anyText } from "../testing";
import { type YamlValue, yamlText } from "./yaml-text";

test("a parser of YAML reads what was written", () => {
  const key = fc.stringMatching(/^[a-z][a-z-]{0,8}$/);
  const { value } = fc.letrec<{ value: YamlValue; text: string }>((tie) => ({
    text: fc.oneof(anyText, fc.constantFrom("true", "null", "~", "- a", "a: b", "# c", "2017-07-05", "2017-07-05\n", "1e3", "'", "|", "&a", "!b", "\u0085", "\ufeff")),
    value: fc.oneof(
      { maxDepth: 3 },
      tie("text"),
      fc.integer(),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(key, tie("value"), { maxKeys: 3, noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(fc.dictionary(key, value, { noNullPrototype: true }), (mapping) => {
      expect(parse(yamlText(mapping)) ?? {}).toEqual(mapping);
    }),
    { numRuns: 500 },
  );
});

test("what YAML 1.1 takes for a line's end, or does not print, is written by number", () => {
  expect(yamlText({ title: "a\u0085b\u2028c\u2029d\ufeff" })).toBe('title: "a\\u0085b\\u2028c\\u2029d\\ufeff"\n');
});

test("days are dates for Obsidian, and words are in quotation marks", () => {
  expect(yamlText({ published: "2017-07-05", year: "2017", tags: ["a: b"], none: [] })).toBe(
    'published: 2017-07-05\nyear: "2017"\ntags:\n  - "a: b"\nnone: []\n',
  );
});
