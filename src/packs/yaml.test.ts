import { expect, test } from "vitest";
import { Problems } from "./problems";
import { lineAt, readYaml, type YamlNode } from "./yaml";

function read(text: string) {
  const problems = new Problems();
  const node = readYaml(text, problems.in("x.yaml"));
  return { value: node && plain(node), node, problems: problems.sorted().map(({ line, message }) => `${line} ${message}`) };
}

function plain(node: YamlNode): unknown {
  if (node.type === "text") return node.text;
  if (node.type === "list") return node.items.map(plain);
  return Object.fromEntries([...node.fields].map(([key, { value }]) => [key, plain(value)]));
}

test("every scalar is the text that was written", () => {
  expect(read("a: 1898\nb: 1.0\nc: 0x10\nd: no\ne: 1956-09-18\nf: [~, '']\ng:").value).toEqual({
    a: "1898", b: "1.0", c: "0x10", d: "no", e: "1956-09-18", f: ["~", ""], g: "",
  });
});

test("keys and values know their lines", () => {
  const { node } = read("\na: x\nb:\n  - y\n  -\n    c: z\n");
  expect(node).toMatchObject({ type: "map", line: 2 });
  const fields = node?.type === "map" ? node.fields : new Map();
  expect(fields.get("b")).toMatchObject({ line: 3, value: { line: 4, items: [{ line: 4 }, { line: 6 }] } });
});

test.each([
  ["a: 1\nb: 2\na: 3", "3 This key stands twice."],
  ["a: b: c", "1 A colon within this value"],
  ["a:\n\tb: c", "2 A tab indents this line."],
  ["a: @x", "1 A value cannot start with this character."],
  ["a: x\n---\nb: y", "2 A line `---` splits this in two."],
  ["a: [1, 2", "1 This is not valid YAML"],
  ["a: 'x", "1 This is not valid YAML"],
  ["a: &x 1\nb: *x", "2 `*x` refers to another place."],
  ['a: "\\ud800"', "1 This text holds half a character."],
  ["? [a]\n: b", "1 A key has to be a word."],
])("%j is reported", (text, problem) => {
  expect(read(text).problems.join("\n")).toContain(problem);
});

test("what is right beside an error is read all the same", () => {
  expect(read("a: 1\na: 2\nb: 3").value).toEqual({ a: "1", b: "3" });
});

test.each(["[", "{a: ", "- ", "? ", "a:\n "])("nesting %j without end is refused", (scrap) => {
  let text = scrap.repeat(20_000);
  if (scrap.endsWith("\n ")) text = Array.from({ length: 400 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n");
  expect(read(text).problems.join()).toContain("nested too deeply");
});

test("counts lines from 1", () => {
  expect([lineAt("a\nb\nc", 0), lineAt("a\nb\nc", 2), lineAt("a\nb\nc", 4), lineAt("", 0)]).toEqual([1, 2, 3, 1]);
});
