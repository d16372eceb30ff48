import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { articleKeys } from "./address";
import { addressRead, isPdf, isPdfAddress, placeAt, placeToOpen, viewedAt, viewerAddress } from "./viewer-address";

const BASES = ["chrome-extension://abcdefghijklmnop/", "moz-extension://11111111-2222-4333-8444-555555555555/"];
const PAPER = "https://www.example.org/papers/2017/minutes.pdf?download=1&lang=en#page=3";

test("what is open in the viewer stands in its address, and where in it one is", () => {
  const file = fc.string({ unit: "grapheme" }).map((text) => text.replaceAll("#", ""));
  const texts = fc.record({ file, pdf: fc.string(), name: fc.string({ unit: "grapheme" }) });
  fc.assert(
    fc.property(texts, fc.string({ unit: "grapheme" }), fc.constantFrom(...BASES), (viewed, place, base) => {
      const address = base + viewerAddress(viewed, place);
      expect(placeAt(address)).toBe(place);
      expect(viewedAt(address)).toEqual(viewed);
      expect(viewedAt(new URL(address).href)).toEqual(viewed);
      expect(addressRead(address)).toBe(viewed.file);
    }),
  );
});

test("a fragment of the PDF's address is a place in it, and no part of what it is known by", () => {
  for (const base of BASES) {
    const came = base + viewerAddress({ file: PAPER });
    expect(viewedAt(came)!.file).toBe(PAPER.split("#")[0]);
    expect(addressRead(came)).toBe(PAPER.split("#")[0]);
    expect(placeAt(came)).toBe("page=3");
    expect(placeAt(base + viewerAddress({ file: PAPER }, "page=12"))).toBe("page=12");
    expect(placeAt(base + viewerAddress({}))).toBe("");
  }
  expect(placeAt(PAPER)).toBe("");
});

test("no other page is the viewer", () => {
  for (const other of [PAPER, `https://example.org/${viewerAddress({ file: PAPER })}`, `${BASES[0]}library.html#file=${PAPER}`, ""]) {
    expect(viewedAt(other)).toBeNull();
    expect(addressRead(other)).toBe(other);
  }
});

describe("a PDF in the viewer", () => {
  const [own] = articleKeys(PAPER) as [string];

  test("is known by its own address, and by what all its copies share", () => {
    for (const base of BASES) {
      expect(articleKeys(base + viewerAddress({ file: PAPER }))).toEqual([own]);
      expect(articleKeys(base + viewerAddress({ file: PAPER, pdf: "0a1b" }))).toEqual([own, "pdf:0a1b"]);
      expect(articleKeys(base + viewerAddress({ pdf: "0a1b", name: "minutes.pdf" }))).toEqual(["pdf:0a1b"]);
      expect(articleKeys(base + viewerAddress({}))).toEqual([]);
    }
    expect(articleKeys("pdf:0a1b")).toEqual(["pdf:0a1b"]);
  });

  test("is opened there again: by its address, or, from the disk, by its fingerprint and title", () => {
    const facts = { url: PAPER, keys: [own, "pdf:0a1b"], title: "Minutes" };
    expect(placeToOpen(facts)).toBe(viewerAddress({ file: PAPER }));
    expect(placeToOpen({ ...facts, keys: [] })).toBe(viewerAddress({ file: PAPER }));
    expect(placeToOpen({ ...facts, url: "https://example.org/download?id=7" })).toBe(viewerAddress({ file: "https://example.org/download?id=7" }));
    expect(placeToOpen({ ...facts, url: "" })).toBe(viewerAddress({ pdf: "0a1b", name: "Minutes" }));
  });
});

test("other pages are opened at their own address, and books nowhere", () => {
  expect(placeToOpen({ url: "https://example.org/a", keys: ["https://example.org/a"], title: "" })).toBe("https://example.org/a");
  expect(placeToOpen({ url: "", keys: ["book:a"], title: "A" })).toBe("");
});

test.each([
  [PAPER, true],
  ["https://example.org/A.PDF", true],
  ["https://example.org/pdf/1512.06195", true],
  ["file:///home/reader/a.pdf", true],
  ["https://example.org/pdf/", false],
  ["https://example.org/a.pdf.html", false],
  ["https://example.org/pdf/guide.html", false],
  ["https://commons.wikimedia.org/wiki/File:Minutes.pdf", false],
  ["https://upload.wikimedia.org/wikipedia/commons/1/1a/Minutes.pdf", true],
  ["https://example.org/?file=a.pdf", false],
  [`${BASES[0]}${viewerAddress({ file: PAPER })}`, false],
  ["a.pdf", false],
])("%s looks like the address of a PDF: %s", (address, is) => {
  expect(isPdfAddress(address)).toBe(is);
});

test("a tab shows a PDF where its address says so, or the name of a file stands in its title", () => {
  expect(isPdf({ url: PAPER, title: "Minutes" })).toBe(true);
  expect(isPdf({ url: "https://example.org/download?id=7", title: "minutes.PDF" })).toBe(true);
  expect(isPdf({ url: "https://example.org/download?id=7", title: "Minutes" })).toBe(false);
  expect(isPdf({ url: "chrome://newtab", title: "minutes.pdf" })).toBe(false);
  expect(isPdf({})).toBe(false);
});
