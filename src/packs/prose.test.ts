import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Inline } from "./model";
import { Problems } from "./problems";
import { readProse } from "./prose";
import { References } from "./references";

function read(body: string) {
  const problems = new Problems();
  const references = new References();
  const prose = readProse(body, { problems: problems.in("x.md"), references, language: "en" });
  references.resolve(new Map([["mao-zedong", "Mao Zedong"]]), new Set(["r17", "frus"]));
  return { ...prose, problems: problems.sorted().map(({ line, severity, message }) => `${line} ${severity} ${message}`) };
}

describe("text becomes the nodes that a card draws", () => {
  test("paragraphs, emphasis, links, entries and citations", () => {
    const { about, problems } = read(
      "A *very* **strong** [site](https://x.org/a) of [[mao-zedong]]\nand [[mao-zedong|Chairman Mao]]. [@r17, para. 12; @frus]\n\nMore. [@r17]",
    );
    expect(problems).toEqual([]);
    expect(about).toEqual([
      [
        "A ", { em: ["very"] }, " ", { strong: ["strong"] }, " ", { href: "https://x.org/a", text: "site" }, " of ",
        { entry: "mao-zedong", text: "Mao Zedong" }, " and ", { entry: "mao-zedong", text: "Chairman Mao" }, ".",
        { cite: [{ source: "r17", locator: "para. 12" }, { source: "frus" }] },
      ],
      ["More.", { cite: [{ source: "r17" }] }],
    ]);
  });

  test("a timeline", () => {
    const { about, timeline, problems } = read(
      "Who. [@r17]\n\n## Timeline\n- 1956-09-18: Sent to [[mao-zedong]]. [@r17]\n- 1955~/..: Waits: *long*\n  and longer. [@r17]\n",
    );
    expect(problems).toEqual([]);
    expect(about).toHaveLength(1);
    expect(timeline.map(({ date }) => date.edtf)).toEqual(["1956-09-18", "1955~/.."]);
    expect(timeline.map(({ text }) => text)).toEqual([
      ["Sent to ", { entry: "mao-zedong", text: "Mao Zedong" }, ".", { cite: [{ source: "r17" }] }],
      ["Waits: ", { em: ["long"] }, " and longer.", { cite: [{ source: "r17" }] }],
    ]);
  });

  test("brackets that mean nothing, and escaped ones, are text", () => {
    const { about, problems } = read("He [sic] wrote \\[[mao-zedong]] to a@b.org [c@d.org] \\[@r17]. [@r17]");
    expect(problems).toEqual([]);
    expect(about[0]?.[0]).toBe("He [sic] wrote [[mao-zedong]] to a@b.org [c@d.org] [@r17].");
  });

  test("character references are characters", () => {
    expect(read("Mao &amp; Kim&nbsp;Il&#32;Sung [@r17]").about[0]?.[0]).toBe("Mao & Kim Il Sung");
  });
});

describe("what a card cannot draw is told, with its line", () => {
  const cited = "[@r17]";
  test.each([
    ["<b>x</b> [@r17]", "1 error HTML"],
    ["<div>\nx\n</div>", "1 error HTML"],
    ["x `code` [@r17]", "1 error Code"],
    ["Who. [@r17]\n\n```\nx\n```", "3 error A block of code"],
    ["Who. [@r17]\n\n> x", "3 error A block quotation"],
    ["Who. [@r17]\n\n- x", "3 error A list outside of the timeline"],
    ["Who. [@r17]\n\n# Life\n", '3 error The heading "Life"'],
    ["Who\n---\n", '1 error The heading "Who"'],
    ["![x](https://x.org/i.png) [@r17]", "1 error An image"],
    ["![[mao-zedong]] [@r17]", "1 error Embedding"],
    ["x[^1] [@r17]", "1 error A footnote"],
    ["~~x~~ [@r17]", "1 error Striking out"],
    ["| a | b |\n|---|---|\n| c | d | [@r17]", "2 error A table"],
    ["x\\\ny [@r17]", "1 error A line break"],
    ["***\n", "1 error A ruled line"],
    ["[x]: https://x.org", "1 error A link definition"],
    ["[x](javascript:alert(1)) [@r17]", "1 error `javascript:alert(1)` is no address"],
    ["[x](mao-zedong.md) [@r17]", "1 error `mao-zedong.md` is no address"],
    ["x\ny [[mao-zedong|*Mao*]] [@r17]", "2 error This link is not closed"],
    ["x\n[[mao-zedong]] y [[mao [@r17]", "2 error This link is not closed"],
    ["x [[ ]] [@r17]", "1 error This link leads to no entry"],
    ["x [@r17, *p.* 3]", "1 error This citation is not closed"],
    ["x [see @r17]", "1 error `see @r17` does not begin"],
    ["x\n[[mao-zedung]] [@r17]", "2 error There is no entry `mao-zedung`"],
    ["x [@r18]", "1 error There is no source `r18`"],
    [`## Timeline\n- 1956 ${cited}`, "2 error This item has no date"],
    [`## Timeline\n\n- 1956-13: x ${cited}`, "3 error There is no month 13"],
    ["## Timeline\n- 1956:", "2 error This item says nothing"],
    [`## Timeline\n- 1956: x ${cited}\n\n  y`, "4 error An item of the timeline is one paragraph"],
    ["## Timeline\nSo. [@r17]", "2 error This is no item of the timeline"],
    ["## Timeline\n\n## Timeline", "3 error There is a second timeline"],
    ["A. [@r17] B is so.", '1 warning Nothing is cited for "B is so."'],
    ["A.\n\nB. [@r17]", '1 warning Nothing is cited for "A."'],
    ["*A* [@r17] **so**", '1 warning Nothing is cited for "so"'],
    ["## Timeline\n- 1956: x", '2 warning Nothing is cited for "1956: x"'],
  ])("%j", (body, problem) => {
    expect(read(body).problems.join("\n")).toContain(problem);
  });

  test("a full stop after the last citation claims nothing", () => {
    expect(read("A [@r17].").problems).toEqual([]);
  });
});

test("whatever the Markdown, what comes out can be drawn, and links lead to the web", () => {
  const scraps = fc.constantFrom("[[", "]]", "|", "[@r17]", "[", "](", ")", "*", "**", "_", "`", "<b>", "http://x.org", "javascript:x",
    "\n", "\n\n", "- ", "## Timeline\n", "> ", "    ", "1956: ", "mao-zedong", "x", "\\", "&lt;", "!", "\ufdd0", "@r17", ";", ",", "彭");
  const visit = (node: Inline): void => {
    if (typeof node === "string") expect(node).not.toBe("");
    else if ("em" in node) node.em.forEach(visit);
    else if ("strong" in node) node.strong.forEach(visit);
    else if ("cite" in node) expect(node.cite.length).toBeGreaterThan(0);
    else if ("href" in node) expect(new URL(node.href).protocol).toMatch(/^https?:$/);
    else expect(node.entry + node.text).not.toContain("]");
  };
  fc.assert(
    fc.property(fc.array(scraps, { maxLength: 40 }), (parts) => {
      const { about, timeline } = read(parts.join(""));
      for (const paragraph of [...about, ...timeline.map(({ text }) => text)]) {
        expect(paragraph.length).toBeGreaterThan(0);
        paragraph.forEach(visit);
      }
    }),
    { numRuns: 1_000 },
  );
});
