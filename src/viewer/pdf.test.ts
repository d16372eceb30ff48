import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { makePdf, PAGE, type PdfContent, setLines } from "./testing";
import { languageOfText, readFacts } from "./facts";
import { linesOf, textOfLine } from "./lines";
import { paragraphsOf, Spellings } from "./paragraphs";
import { looksLikePdf, openPdf, PIXELS_A_POINT, readPieces, UnreadablePdf } from "./pdf";

const PDFJS = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
/** Where a build has its files, and the package. */
const ownFile = (path: string) => join(PDFJS, path.replace(/^pdfjs\/(?=.*\.mjs$)/, "legacy/build/").replace(/^pdfjs\//, ""));

const open = (file: string, password: () => Promise<string | null> = () => Promise.reject(new Error("Nobody locked it"))) =>
  openPdf(Uint8Array.from(Buffer.from(file, "latin1")), { ownFile, password, signal: new AbortController().signal });

async function paragraphs(content: PdfContent): Promise<string[]> {
  const pdf = await open(makePdf(content));
  const { pieces } = await readPieces(await pdf.getPage(1));
  await pdf.loadingTask.destroy();
  return paragraphsOf(linesOf(pieces), new Spellings()).map(({ lines }) => lines.map(textOfLine).join(""));
}

test("what is printed is read, in paragraphs, in Latin letters and in Korean", async () => {
  const envoys = setLines(["In September 1956 two envoys, Anastas", "Mikoyan and Peng Dehuai, came to the ca-", "pital (Pyongyang)."], { x: 60, y: 100 });
  const korean = { text: "김일성은 그 말을 따르지 않았다.", x: 60, y: 200, font: "korean" } as const;
  expect(await paragraphs({ pages: [[...envoys, korean, { text: "Étienne said: \\ “no” is a word", x: 60, y: 300 }].map((each) => ({ ...each, text: each.text.replace(/[“”]/g, '"') }))] })).toEqual([
    "In September 1956 two envoys, Anastas Mikoyan and Peng Dehuai, came to the ca\u00ADpital (Pyongyang).",
    "김일성은 그 말을 따르지 않았다.",
    'Étienne said: \\ "no" is a word',
  ]);
});

test("a piece stands where it is printed, from the top left corner", async () => {
  const pdf = await open(makePdf({ pages: [[{ text: "Mao Zedong", x: 60, y: 100, size: 12 }]] }));
  const { pieces, families } = await readPieces(await pdf.getPage(1));
  const [piece] = pieces;
  expect(piece!.x).toBeCloseTo(60 * PIXELS_A_POINT, 3);
  expect(piece!.y).toBeCloseTo(100 * PIXELS_A_POINT, 3);
  expect(piece!.size).toBeCloseTo(12 * PIXELS_A_POINT, 3);
  expect(families[piece!.font]).toBe("serif");
  await pdf.loadingTask.destroy();
});

test("on a page that is turned, too", async () => {
  const pdf = await open(makePdf({ pages: [[{ text: "Mao Zedong", x: 60, y: 100 }]], rotate: 90 }));
  const { pieces } = await readPieces(await pdf.getPage(1));
  expect(pieces[0]!.x).toBeCloseTo((PAGE.height - 100) * PIXELS_A_POINT, 3);
  expect(pieces[0]!.y).toBeCloseTo(60 * PIXELS_A_POINT, 3);
  expect(pieces[0]!.angle).toBeCloseTo(Math.PI / 2, 6);
  await pdf.loadingTask.destroy();
});

test("whoever leaves while the password is asked for is waited for no longer", { timeout: 5_000 }, async () => {
  const zeros = `<${"00".repeat(32)}>`;
  const locked = makePdf({ pages: [[]] }).replace(/trailer\s*<</, `$& /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${zeros} /U ${zeros} >>`);
  const leaving = new AbortController();
  const password = () => {
    leaving.abort();
    return new Promise<null>(() => {});
  };
  await expect(openPdf(new TextEncoder().encode(locked), { ownFile, password, signal: leaving.signal })).rejects.toThrow(UnreadablePdf);
  expect(leaving.signal.aborted).toBe(true);
});

test("a locked PDF opens with its password, asked for again while it is none", async () => {
  const content: PdfContent = { title: "Протокол", pages: [[{ text: "Mao Zedong", x: 60, y: 100 }]], password: "swordfish" };
  const said = ["sword", "", "swordfish"];
  const pdf = await open(makePdf(content), () => Promise.resolve(said.shift()!));
  expect(said).toEqual([]);
  expect((await readFacts(pdf)).title).toBe("Протокол");
  expect((await readPieces(await pdf.getPage(1))).pieces.map(({ text }) => text)).toEqual(["Mao Zedong"]);
  await pdf.loadingTask.destroy();

  const error = await open(makePdf(content), () => Promise.resolve(null)).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UnreadablePdf);
  expect((error as UnreadablePdf).why).toBe("locked");
});

test.each([
  ["uhc", "b1e8c0cfbcba", "김일성"],
  ["gbk", "c3abd4f3b6ab", "毛泽东"],
  ["big5", "a4f2bf41aa46", "毛澤東"],
  ["sjis", "96d191f2938c", "毛沢東"],
] as const)("text in %s, whose table is not in the file, is read", async (font, codes, text) => {
  expect(await paragraphs({ pages: [[{ text: "", codes, font, x: 60, y: 100 }]] })).toEqual([text]);
});

test("what a PDF says of itself is believed, but for titles that a program gave", async () => {
  const facts = async (content: Partial<PdfContent>) => readFacts(await open(makePdf({ pages: [[]], ...content })));
  expect(await facts({ title: "Протокол", author: "A. Historian", lang: "ru-ru" })).toEqual({ title: "Протокол", author: "A. Historian", published: "", lang: "ru-RU" });
  expect(await facts({ title: "Microsoft Word - minutes.docx", lang: "no language" })).toEqual({ title: "", author: "", published: "", lang: "" });
  expect((await facts({ title: "untitled" })).title).toBe("");
});

test.each([
  // A scan of 1956, made in 2010: nobody knows when it was written.
  ["", ""],
  ["<prism:publicationDate>2017-07-05T08:00:00Z</prism:publicationDate>", "2017-07-05"],
  ["<prism:coverDate>1956-09</prism:coverDate><dc:date><rdf:Seq><rdf:li>2009-01-01</rdf:li></rdf:Seq></dc:date>", "1956-09"],
  ["<dc:date><rdf:Seq><rdf:li>1956-09-20</rdf:li></rdf:Seq></dc:date>", "1956-09-20"],
  ["<dc:date><rdf:Seq><rdf:li>2010-03-01T10:00:00+01:00</rdf:li></rdf:Seq></dc:date>", ""],
  ["<dc:date>last summer</dc:date>", ""],
])("a PDF that says %j was published %j, whenever it was made", async (xmp, published) => {
  expect((await readFacts(await open(makePdf({ pages: [[]], created: "D:20100301100000Z", xmp })))).published).toBe(published);
});

test("copies have one fingerprint, and other PDFs have others", async () => {
  const of = async (text: string) => (await open(makePdf({ pages: [[{ text, x: 60, y: 60 }]] }))).fingerprints[0];
  expect(await of("a")).toBe(await of("a"));
  expect(await of("a")).not.toBe(await of("b"));
});

test.each([
  ["%PDF-1.4\nnothing else", "broken"],
  ["<!doctype html><p>No PDF</p>", "not-pdf"],
  ["", "not-pdf"],
])("%j cannot be shown: %s", async (file, why) => {
  const error = await open(file).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UnreadablePdf);
  expect((error as UnreadablePdf).why).toBe(why);
});

test("a PDF is known by its header, which need not come first", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  expect(looksLikePdf(bytes(`${" ".repeat(500)}%PDF-1.7`))).toBe(true);
  expect(looksLikePdf(bytes(`${" ".repeat(1020)}%PDF-1.7`))).toBe(false);
});

test.each([
  ["In September 1956 two envoys came to Pyongyang (平壤).", "und"],
  ["김일성은 彭德怀와 만났다.", "ko"],
  ["彭德怀和米高扬抵达平壤 in 1956", "zh"],
  ["彭徳懐はピョンヤンに着いた", "ja"],
  ["Пэн Дэхуай прибыл в Пхеньян", "ru"],
  ["", "und"],
])("%s is written in: %s", (text, lang) => {
  expect(languageOfText(text)).toBe(lang);
});
