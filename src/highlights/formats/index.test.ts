import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import messages from "../../../public/_locales/en/messages.json";
import { decodeText } from "./decode";
import { EXPORTS, readImport } from "./index";
import { brokenAt } from "./json-grammar";
import { MAX_DEPTH, parseJson } from "./json";
import { IMPORT_FAULTS } from "./problems";
import { faultsOf } from "./testing";

const NOW = "2026-11-22T08:00:00.000Z";
const bytesOf = (text: string, encoding: "utf8" | "utf16le", ...mark: number[]) => Buffer.concat([Buffer.from(mark), Buffer.from(text, encoding)]);
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();

test("formats and faults have words", () => {
  const keys = [...EXPORTS.map(({ title }) => title), ...IMPORT_FAULTS];
  expect(keys.filter((key) => !(key in messages))).toEqual([]);
  expect(Object.keys(messages).filter((key) => key.startsWith("import_fault_") && !(IMPORT_FAULTS as readonly string[]).includes(key))).toEqual([]);
  expect(new Set(EXPORTS.map(({ id }) => id)).size).toBe(EXPORTS.length);
});

describe("what is none of our formats is refused in words", () => {
  test.each<[string, string, string[]]>([
    ["an empty file", "", ["import_fault_empty"]],
    ["an empty line", " \n ", ["import_fault_empty"]],
    ["a text", "Once upon a time", ["import_fault_unknown"]],
    ["an object", '{"a":1}', ["import_fault_unknown"]],
    ["an empty list", "[]", ["import_fault_unknown"]],
    ["the first half of a file", '{"a":\n[1,2', ["line 2: import_fault_cut_off"]],
    ["a word without quotes", '{"a":1,\n\n"b":x}', ["line 3: import_fault_json"]],
    ["lists in lists", `${"[".repeat(MAX_DEPTH + 1)}${"]".repeat(MAX_DEPTH + 1)}`, ["line 1: import_fault_deep"]],
    ["a million lists in lists", "[\n".repeat(1_000_000), [`line ${MAX_DEPTH + 1}: import_fault_deep`]],
  ])("%s", (_name, text, faults) => {
    expect(faultsOf(() => readImport("file", text, NOW))).toEqual(faults);
  });
});

test("brackets in strings nest nothing", () => {
  const text = JSON.stringify([`"\\${"[{".repeat(MAX_DEPTH)}`]);
  expect(parseJson(text)).toEqual(JSON.parse(text));
});

test("what is JSON is broken nowhere; what is cut off, only at its end", () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (text, cut) => {
      const part = text.slice(0, cut % (text.length + 1));
      expect(brokenAt(text)).toBe(text.length);
      // A number that ends in "-", "." or "e", or half a word, is broken where it begins.
      expect(brokenAt(part)).toBeGreaterThanOrEqual(part.replace(/[\w.+-]*$/, "").length);
    }),
    { numRuns: 1000 },
  );
});

test("a wrong character in JSON is found where it stands, or the text is JSON still", () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.constantFrom(..."[]{},:x\"\\\n"), (text, place, wrong) => {
      const at = place % (text.length + 1);
      const broken = text.slice(0, at) + wrong + text.slice(at);
      const valid = faultsOf(() => parseJson(broken)).length === 0;
      if (valid) expect(brokenAt(broken)).toBe(broken.length);
      // A quote or backslash too many may only be noticed later.
      else expect(brokenAt(broken)).toBeGreaterThanOrEqual(broken.slice(0, at).replace(/[\w.+-]*$|"[^"]*$/, "").length);
    }),
    { numRuns: 1000 },
  );
});

test("texts are read in UTF-8 and UTF-16, with and without a mark", () => {
  const text = '{"note":"彭 👍 é"}';
  expect(decodeText(bytesOf(text, "utf8"))).toBe(text);
  expect(decodeText(bytesOf(text, "utf8", 0xef, 0xbb, 0xbf))).toBe(text);
  expect(decodeText(bytesOf(text, "utf16le"))).toBe(text);
  expect(decodeText(bytesOf(text, "utf16le", 0xff, 0xfe))).toBe(text);
  expect(decodeText(swapped(bytesOf(text, "utf16le")))).toBe(text);
  expect(decodeText(swapped(bytesOf(text, "utf16le", 0xff, 0xfe)))).toBe(text);
  expect(decodeText(new Uint8Array())).toBe("");
});

test("what is in no encoding that we know says on which line", () => {
  expect(faultsOf(() => decodeText(Buffer.from("one\ntwo\nthr\xe9\nfour", "latin1")))).toEqual(["line 3: import_fault_encoding"]);
  expect(faultsOf(() => decodeText(Buffer.from([0xff, 0xfe, 0x00, 0xd8])))).toEqual(["import_fault_encoding"]);
});

test("every fault is used", () => {
  const names = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && name !== "problems.ts");
  const code = names.map((name) => readFileSync(join(import.meta.dirname, name), "utf8")).join("\n");
  expect(IMPORT_FAULTS.filter((key) => !code.includes(`"${key}"`))).toEqual([]);
});
