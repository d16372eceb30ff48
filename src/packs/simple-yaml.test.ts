import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Problems } from "./problems";
import { readSimpleYaml } from "./simple-yaml";
import { readAnyYaml } from "./yaml";

function compare(text: string): "same" | "left" {
  const simple = readSimpleYaml(text);
  if (simple === null) return "left";
  const problems = new Problems();
  expect(simple).toEqual(readAnyYaml(text, problems.in("x")));
  expect(problems.list).toEqual([]);
  return "same";
}

test.each([
  "names: [A B, 'C, D', \"E: F\"]",
  "\nkind: person\nnames:\n- A\n- 'O''B'\nborn: 1898",
  "names:\n  en: [A]\n  ko:\n    - 가\n    - \"나\"\nid: x",
  "names:\n  - 1984\n  - null\n\n  - No\nshort: []".replace("\n\n", "\n"),
  String.raw`names: ["The \"Boss\"", "K\u00f6ln", "\ud83d\ude00", "a\\b", "AC\/DC"]`,
  "names: Q. R. (the 3rd) O'Neill-Smith/Jones",
])("%j is simple, and read as YAML reads it", (text) => {
  expect(compare(text)).toBe("same");
});

test.each(["", "a", "a:", "- a", "a: b: c", "a: b # c", "a: [b", "a: &b c", "a: *b", "a: |\n  b", "a: b\n  c", "a: b\na: c", "a: {b: c}", "a:\n- b\n - c", " a: b", "a: \"\\n\"", "a: \"\\ud83d\"", "a: b ", "a: - b", "? a", "a:\tb", "a: !b c", "---\na: b"])(
  "%j is left to the full parser",
  (text) => {
    expect(readSimpleYaml(text)).toBeNull();
  },
);

test("whatever is taken for simple is what YAML makes of it", () => {
  const piece = fc.constantFrom(
    "a", "names", "b c", "é", "가", "1984", "2001-09-11", "~", "null", ":", ": ", " ", "  ", "\n", "\n", "\n  ", "\n- ", "\n  - ", "[", "]", ", ", ",",
    "'", "''", '"', "#", " #", "-", "- ", "&", "*", "!", "?", "|", ">", "%", "@", "`", "{", "}", ".", "...", "---", "\\", '\\"', "\\u00e9", "\\ud83d", "\\/", "\t", "\u0085", "\u2028", "\ufeff", "\ud800", "=", "<<", "(", ")",
  );
  const line = fc.oneof(
    fc.constantFrom("names: [A, B]", "names:", "- A", "  - 'A'", "  en: A", "  ko: [\"A\", 'B']", "id: x", "kind: person", ""),
    fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join("")),
  );
  const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join("\n"));
  const counts = { same: 0, left: 0 };
  fc.assert(fc.property(fc.oneof(text, fc.array(piece, { maxLength: 12 }).map((pieces) => `names: ${pieces.join("")}`)), (each) => void counts[compare(each)]++), { numRuns: 20_000 });
  // Or nothing would have been compared.
  expect(Math.min(counts.same, counts.left)).toBeGreaterThan(200);
}, 60_000);
