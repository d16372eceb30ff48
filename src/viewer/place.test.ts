import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import fc from "fast-check";
import type { PDFDocumentProxy } from "pdfjs-dist";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readLinks } from "./links";
import { openPdf, PIXELS_A_POINT } from "./pdf";
import { type Place, readPlace, spotOf, toDestination, toPage } from "./place";
import { makePdf, PAGE, type PdfContent } from "./testing";

const PDFJS = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
const ownFile = (path: string) => join(PDFJS, path.replace(/^pdfjs\/(?=.*\.mjs$)/, "legacy/build/").replace(/^pdfjs\//, ""));
const NOWHERE: Place = { page: 0, down: 0, zoom: 0, destination: "" };

test.each<[string, Partial<Place>]>([
  ["page=12", { page: 12 }],
  ["page=12&zoom=150", { page: 12, zoom: 1.5 }],
  ["PAGE=12&Zoom=150,0,72", { page: 12, zoom: 1.5, down: 96 }],
  ["zoom=200&page=3", { page: 3, zoom: 2 }],
  ["page=3&view=FitH,100", { page: 3 }],
  ["nameddest=chapter%201", { destination: "chapter 1" }],
  ["nameddest=100%", { destination: "100%" }],
  ["G1.1012345", { destination: "G1.1012345" }],
  ['[{"num":12,"gen":0},{"name":"Fit"}]', { destination: [{ num: 12, gen: 0 }, { name: "Fit" }] }],
  ["page=-1", {}],
  ["page=1e9&zoom=Infinity", {}],
  ["[1,", { destination: [] }],
  ["", {}],
])("“#%s” is read", (said, place) => {
  expect(readPlace(said)).toEqual({ ...NOWHERE, ...place });
});

test("what is said of a place is understood again", () => {
  const list = fc.array(fc.oneof(fc.integer(), fc.string(), fc.record({ num: fc.nat(), gen: fc.nat() }))).map((each) => [...each]);
  fc.assert(
    fc.property(fc.nat({ max: 99_999 }), fc.oneof(fc.string({ unit: "grapheme" }), list), (page, destination) => {
      expect(readPlace(toPage(page))).toEqual({ ...NOWHERE, page });
      expect(readPlace(toDestination(destination))).toEqual({ ...NOWHERE, destination });
    }),
  );
});

test("nothing that an address says breaks it", () => {
  const parts = fc.array(fc.oneof(fc.constantFrom("page=", "zoom=", "nameddest=", "[", "&", "%", ",", "1"), fc.string({ unit: "binary" })));
  fc.assert(
    fc.property(parts, (said) => {
      const { page, down, zoom } = readPlace(said.join(""));
      for (const number of [page, down, zoom]) expect(number).toBeGreaterThanOrEqual(0);
    }),
  );
});

describe("in a PDF", () => {
  const box = { x: 60, y: 100, width: 50, height: 12 };
  const content: PdfContent = {
    pages: [[], [], []],
    names: { intro: { page: 2, y: 72 } },
    links: [
      [
        { ...box, to: "https://example.org/a?b=1" },
        { ...box, to: "javascript:alert\\(1\\)" },
        { ...box, to: "file:///etc/passwd" },
        { ...box, to: "mailto:archive@example.org" },
        { ...box, to: "chrome://settings" },
        { ...box, to: { page: 3, y: 144 } },
        { ...box, to: { name: "intro" } },
        { ...box, to: { name: "nowhere" } },
        { ...box, width: 0, to: "https://example.org/" },
      ],
    ],
  };
  let pdf: PDFDocumentProxy;
  const open = (file: PdfContent) => openPdf(new TextEncoder().encode(makePdf(file)), { ownFile, password: () => Promise.resolve(null), signal: new AbortController().signal });
  beforeAll(async () => void (pdf = await open(content)));
  afterAll(() => pdf.loadingTask.destroy());

  test("links lead where they may, and nowhere else", async () => {
    const links = await readLinks(pdf, await pdf.getPage(1), { addressOf: (place) => `at:${place}`, label: (page) => `Page ${page}` });
    expect(links.map(({ label }) => label)).toEqual(["https://example.org/a?b=1", "mailto:archive@example.org", "Page 3", "Page 2"]);
    const within = links.filter(({ isOutward }) => !isOutward).map(({ href }) => readPlace(href.slice("at:".length)));
    expect(links.filter(({ isOutward }) => isOutward).map(({ href }) => href)).toEqual(["https://example.org/a?b=1", "mailto:archive@example.org"]);
    expect(await Promise.all(within.map((place) => spotOf(pdf, place)))).toEqual([
      { page: 3, down: expect.closeTo(144 * PIXELS_A_POINT, 6) as number },
      { page: 2, down: expect.closeTo(72 * PIXELS_A_POINT, 6) as number },
    ]);
    const sides = [60, 88, 110, 100].map((points) => expect.closeTo(points * PIXELS_A_POINT, 6) as number);
    expect(links[0]!.areas.map(({ left, top, right, bottom }) => [left, top, right, bottom])).toEqual([sides]);
  });

  test("links of a turned page are turned with it", async () => {
    const turned = await open({ ...content, rotate: 90 });
    const [link] = await readLinks(turned, await turned.getPage(1), { addressOf: (place) => place, label: String });
    expect(link!.areas[0]!.top).toBeCloseTo(60 * PIXELS_A_POINT, 6);
    expect(link!.areas[0]!.left).toBeCloseTo((PAGE.height - 100) * PIXELS_A_POINT, 6);
    await turned.loadingTask.destroy();
  });

  test.each<[string, number | null]>([
    ["page=2", 2],
    ["page=99", 3],
    ["nameddest=intro", 2],
    ["intro", 2],
    ["nameddest=nowhere", null],
    ["[1]", 2],
    ['[7,{"name":"Fit"}]', null],
    ['[{"num":999,"gen":0},{"name":"Fit"}]', null],
    ['["x",{}]', null],
    ["[null]", null],
    ["", null],
  ])("“#%s” is on page %s", async (said, page) => {
    expect((await spotOf(pdf, readPlace(said)))?.page ?? null).toBe(page);
  });
});
