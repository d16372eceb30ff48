/** The way from offsets in a page's text to its nodes and back; documents are made at random. */
import fc from "fast-check";
import { Window } from "happy-dom";
import { describe, expect, test } from "vitest";
import { placeOfSelection } from "./selection";
import { blockAt, offsetOf, pairsBefore, readWhole, seenText, stretchesOf, type WholeText } from "./whole-text";

type Tree = string | { tag: string; children: Tree[] };

/** Elements of all sorts: blocks, inline ones, some that are left out, a break. */
const TAGS = ["p", "div", "section", "li", "td", "pre", "b", "i", "span", "a", "code", "br", "textarea", "script", "svg", "select"];
const OUT = "textarea, script, svg, select";

const words = fc.string({ unit: fc.constantFrom("a", "B", "7", "é", "中", "😀", " ", "\n", "\t", "\u00ad", "-"), maxLength: 12 });
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    words,
    fc.record({ tag: fc.constantFrom(...TAGS), children: fc.array(tie("tree"), { maxLength: 5 }) }),
  ),
}));
const page = fc.array(tree, { minLength: 1, maxLength: 8 });

function build(trees: Tree[]): Document {
  const document = new Window().document as unknown as Document;
  const grow = (parent: Node, children: Tree[]) => {
    for (const child of children) {
      if (typeof child === "string") parent.appendChild(document.createTextNode(child));
      else grow(parent.appendChild(document.createElement(child.tag)), child.tag === "br" ? [] : child.children);
    }
  };
  grow(document.body, trees);
  return document;
}

function read(document: Document): WholeText {
  const reading = readWhole(document, { root: () => {}, hidden: () => true });
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value;
  }
}

const isOut = (node: Node) => (node.nodeType === 1 ? (node as Element) : node.parentElement)?.closest(OUT) != null;

/** Boundary points of the body, in the order in which they stand. */
function points(node: Node): [Node, number][] {
  if (node.nodeType === 3) return Array.from({ length: (node as Text).data.length + 1 }, (_, at) => [node, at]);
  const children = [...node.childNodes];
  return [...children.flatMap((child, at): [Node, number][] => [[node, at], ...points(child)]), [node, children.length]];
}

describe("every code unit of a page's text", () => {
  test("stands in a node that has it there, or is a line feed between two; and the way back leads to it", () => {
    fc.assert(
      fc.property(page, (trees) => {
        const whole = read(build(trees));
        for (let at = 0; at < whole.text.length; at++) {
          const found = stretchesOf(whole, at, at + 1);
          if (found.length === 0) {
            expect(whole.text[at]).toBe("\n");
            continue;
          }
          expect(found).toHaveLength(1);
          const { node, start, end } = found[0]!;
          expect(node.data.slice(start, end)).toBe(whole.text[at]);
          expect(isOut(node)).toBe(false);
          expect(offsetOf(whole, node, start, false)).toBe(at);
          expect(offsetOf(whole, node, end, true)).toBe(at + 1);
          const [block, offset] = blockAt(whole, at);
          expect(whole.blocks[block]!.text[offset]).toBe(whole.text[at]);
        }
      }),
    );
  });

  test("is one of a node's that is not left out, and of those with a letter none is missing", () => {
    fc.assert(
      fc.property(page, (trees) => {
        const document = build(trees);
        const whole = read(document);
        const all = points(document.body).filter(([node, at]) => node.nodeType === 3 && !isOut(node) && /[\p{L}\p{N}]/u.test((node as Text).data[at] ?? ""));
        const own = [...whole.text].filter((character) => /^[aB7é中]$/.test(character)).join("");
        expect(own).toBe(all.map(([node, at]) => (node as Text).data[at]).join(""));
      }),
    );
  });

  test("of a text file is found again, though its one node is read as several blocks", () => {
    const document = build([{ tag: "pre", children: [Array.from({ length: 9_000 }, (_, at) => `line ${at}`).join("\n")] }]);
    const whole = read(document);
    const [node] = whole.blocks[0]!.nodes as [Text];
    expect(whole.blocks.length).toBeGreaterThan(3);
    expect(whole.text).toBe(node.data);
    for (let at = 0; at < whole.text.length; at += 97) {
      expect(offsetOf(whole, node, at, false)).toBe(at);
      expect(offsetOf(whole, node, at, true)).toBe(at);
      const pieces = stretchesOf(whole, at, Math.min(at + 30_000, whole.text.length));
      expect(pieces.map(({ start, end }) => node.data.slice(start, end)).join("")).toBe(whole.text.slice(at, at + 30_000));
    }
  });
});

describe("what lies between two points of a page", () => {
  test("is in the text what a range over it says, white space and what is left out aside", () => {
    const bare = (text: string) => text.replace(/[^aB7é中]/gu, "");
    fc.assert(
      fc.property(page, fc.nat(), fc.nat(), (trees, one, other) => {
        const document = build(trees);
        const whole = read(document);
        const all = points(document.body);
        const [from, to] = [one % all.length, other % all.length].sort((a, b) => a - b) as [number, number];
        const [[startContainer, startOffset], [endContainer, endOffset]] = [all[from]!, all[to]!];
        const place = placeOfSelection(whole, { ranges: [{ startContainer, startOffset, endContainer, endOffset, collapsed: false }], text: "" });
        const between = all.slice(from, to).filter(([node, at]) => node.nodeType === 3 && !isOut(node) && at < (node as Text).data.length);
        expect(place ? bare(whole.text.slice(place.start, place.end)) : "").toBe(bare(between.map(([node, at]) => (node as Text).data[at]).join("")));
        if (place) expect(whole.text.slice(place.start, place.end).trim()).toHaveLength(place.end - place.start);
      }),
    );
  });

  test("never lies further on where the point lies further back", () => {
    fc.assert(
      fc.property(page, (trees) => {
        const document = build(trees);
        const whole = read(document);
        for (const isEnd of [false, true]) {
          const offsets = points(document.body).map(([node, at]) => offsetOf(whole, node, at, isEnd));
          expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
        }
      }),
    );
  });
});

test("what is seen has a line for each block and each break, and nothing that cannot be seen", () => {
  const el = (tag: string, ...children: Tree[]): Tree => ({ tag, children });
  const document = build([
    el("p", "The  demo\u00adcratic\n republic", el("br"), " had "),
    el("ul", el("li", "one\u200b"), el("li", " ", el("b", "two"), " ")),
  ]);
  const whole = read(document);
  expect(seenText(whole, 0, whole.text.length)).toBe("The democratic republic\nhad\none\ntwo");
});

test("surrogate pairs before an offset are what code units are more than code points", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("a", "中", "😀", "\ud83d\ude80")), (characters) => {
      const text = characters.join("");
      expect(text.length - pairsBefore(text, text.length)).toBe([...text].length);
    }),
  );
});
