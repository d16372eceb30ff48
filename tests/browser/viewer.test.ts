/** PDFs, in the viewer: read, marked, searched, highlighted and come back to as articles are. */
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { waitForBar } from "../../scripts/drive/bar";
import type { PaintedName } from "../../scripts/drive/names";
import { makePdf, PAGE, type PdfContent, setLines } from "../../src/viewer/testing";
import { pdfKey, viewedAt, viewerAddress } from "../../src/highlights/viewer-address";
import type { Highlight } from "../../src/messages/highlight";
import {
  accessibilityViolations,
  hoverText,
  launch,
  paintedPassages,
  preferDark,
  type Remote,
  remoteOf,
  sayHighlight,
  selectText,
  until,
  waitForCard,
  waitForPaint,
} from "./harness";
import { driveViewer, MINUTES } from "./harness/viewer";

const backstory = await launch();
const { serve, openOwn, openPdf, read, fillFile, opened } = driveViewer(backstory);

const texts = (names: readonly PaintedName[]) => names.map(({ text }) => text);
const said = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent);

/** Saves a stretch of text, as the shortcut does. */
async function highlight(page: Page, from: string, to: string): Promise<{ remote: Remote; kept: Highlight }> {
  const remote = await remoteOf(backstory, page);
  const keys = async () => {
    const { pdf, file } = viewedAt(await page.evaluate(() => location.href))!;
    return [pdfKey({ pdf }), file];
  };
  await until(async () => {
    await selectText(page, from, to);
    return sayHighlight(remote);
  }, "it is saved");
  let kept: Highlight | undefined;
  await until(async () => {
    const reply = await remote.toBackground({ backstory: "page:highlights-of", request: { keys: await keys() } });
    [kept] = (reply as { answer: Highlight[] }).answer;
    return kept !== undefined;
  }, "it is kept");
  return { remote, kept: kept! };
}

async function expectPainted(page: Page, text: string): Promise<void> {
  await until(async () => (await paintedPassages(page)).some((each) => each.text.replaceAll("\u00AD", "") === text), `“${text}” is painted`);
}

test("names are marked, over the end of a line too, and a card opens on one", async () => {
  const page = await openPdf(serve(MINUTES));
  const names = texts(await waitForPaint(page, { atLeast: 7 }));
  // One that is divided is painted in two pieces.
  expect(names).toEqual(expect.arrayContaining(["Peng Dehuai", "Beijing", "Nikita Khrushchev", "김일성"]));
  expect(names.join("")).toContain("Anastas Mikoyan");
  expect(names.join("")).toContain("Kim Il Sung");
  expect(await page.title()).toBe("What the minutes say");
  expect(await page.$$eval(".text p", (paragraphs) => paragraphs.length)).toBe(3);

  await page.bringToFront();
  await hoverText(page, "Peng Dehuai");
  const { heading, box } = await waitForCard(page);
  expect(heading).toContain("Peng Dehuai");
  // It stands where the name is printed: some 110 points down a page that fills the window's width.
  expect(box.y).toBeGreaterThan(110);
  expect(backstory.networkLog()).toEqual([]);
});

test("a highlight has clean words and the PDF's own address, and is found again there and from the library", async () => {
  const address = serve(MINUTES);
  const page = await openPdf(address);
  const { remote, kept } = await highlight(page, "were promised", "would be");
  expect(kept.text).toBe("were promised that the decisions would be");
  const { pdf } = viewedAt(await page.evaluate(() => location.href))!;
  expect(kept.page).toEqual({
    keys: [address.replace("http:", "https:"), `pdf:${pdf}`],
    url: address,
    title: "What the minutes say",
    site: "127.0.0.1",
    author: "A. Historian",
    // When the file was made is not when its text was written.
    published: "",
    lang: "en",
  });
  await expectPainted(page, kept.text);
  await page.close();

  await expectPainted(await openPdf(address), kept.text);
  for (const each of opened) await each.close().catch(() => {});

  await remote.toBackground({ backstory: "view:open-highlight", request: { id: kept.id } });
  let found: Page | undefined;
  await until(async () => {
    const pages = await backstory.driven.browser.pages();
    for (const each of pages) if ((await each.evaluate(() => location.href).catch(() => "")).includes("viewer.html#")) found = each;
    return found !== undefined;
  }, "the viewer is opened");
  opened.add(found!);
  await expectPainted(found!, kept.text);
});

test("a file from the disk has highlights too, which come back when it is chosen again", async () => {
  const content = { ...MINUTES, title: "A copy from the disk" };
  const page = await openOwn("viewer.html");
  await fillFile(page, content, "minutes.pdf");
  await read(page);
  await waitForPaint(page);
  const { remote, kept } = await highlight(page, "were promised", "would be");
  expect(kept.page).toMatchObject({ url: "", title: "A copy from the disk" });

  // In the library it can be gone to: the viewer says what is needed.
  const again = await openOwn(viewerAddress({ pdf: kept.page.keys[0]!.slice("pdf:".length), name: kept.page.title }));
  await until(async () => (await said(again, "#root")).includes("A copy from the disk"), "it says which file is needed");
  await fillFile(again, { ...content, title: "Another paper" }, "other.pdf");
  await read(again);
  await until(async () => (await said(again, ".notice")).length > 0, "it says that this is another file");
  expect(await paintedPassages(again)).toEqual([]);

  const third = await openOwn("viewer.html");
  await fillFile(third, content, "renamed.pdf");
  await read(third);
  await third.bringToFront();
  await expectPainted(third, kept.text);
  await remote.from.close();
});

/** Drops a file on the page, as a hand does from the desktop. */
async function drop(page: Page, content: PdfContent): Promise<void> {
  await page.evaluate((file) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([file], "dropped.pdf", { type: "application/pdf" }));
    for (const type of ["dragover", "drop"]) document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, makePdf(content));
}

test("a file that is dropped takes the place of the one before, and has highlights of its own", async () => {
  const first = { ...MINUTES, title: "The first" };
  const second: PdfContent = { title: "The second", pages: [setLines(["Here stands Zhou Enlai, and nobody else."], { x: 60, y: 80 })] };
  const page = await openOwn("viewer.html");
  await page.waitForSelector("input[type=file]");
  await drop(page, first);
  await until(async () => (await page.title()) === "The first", "the first is open");
  await read(page);
  await waitForPaint(page);
  const { kept } = await highlight(page, "were promised", "would be");
  await expectPainted(page, kept.text);

  await drop(page, second);
  await until(async () => (await page.title()) === "The second", "the second is open");
  await until(async () => texts(await waitForPaint(page)).join() === "Zhou Enlai", "only its own names are marked");
  expect(await paintedPassages(page)).toEqual([]);

  await drop(page, first);
  await until(async () => (await page.title()) === "The first", "the first is open again");
  await expectPainted(page, kept.text);
  expect(backstory.errors(page)).toEqual([]);
});

test("what is selected gets the bar, as on any page", async () => {
  const page = await openPdf(serve(MINUTES));
  await waitForPaint(page);
  await page.bringToFront();
  const end = await page.$eval(".text h2 + p .printed:nth-child(2)", (line) => {
    const { left, right, top, bottom } = line.getBoundingClientRect();
    return { left, right, y: (top + bottom) / 2 };
  });
  await page.mouse.move(end.left + 2, end.y);
  await page.mouse.down();
  await page.mouse.move(end.left + 150, end.y, { steps: 5 });
  await page.mouse.up();
  expect((await waitForBar(page)).buttons.length).toBeGreaterThan(2);
});

test("one goes to pages, makes them larger, and finds words that are divided", async () => {
  const page = await openPdf(serve(MINUTES));
  const number = () => page.$eval(".number", (field) => (field as HTMLInputElement).value);
  const button = (name: string) => page.locator(`::-p-aria([name="${name}"][role="button"])`);
  expect(await said(page, ".viewer-bar .number + span")).toBe("of 2");
  await button("Next page").click();
  await until(async () => (await number()) === "2", "the second page is shown");
  await page.focus(".number");
  await page.keyboard.type("1");
  await page.keyboard.press("Enter");
  await until(async () => (await number()) === "1", "the first page is shown");

  const width = () => page.$eval(".sheet", (sheet) => sheet.getBoundingClientRect().width);
  const before = await width();
  await button("Larger").click();
  expect(await width()).toBeCloseTo(before * 1.2, 0);
  await button("Fit width").click();
  expect(await width()).toBeCloseTo(before, 0);

  await page.focus("[type=search]");
  await page.keyboard.type("the decisions WOULD");
  await until(async () => (await said(page, ".found")) === "1 of 1", "it is found");
  await page.keyboard.type(" not");
  await until(async () => (await said(page, ".found")) === "Not found", "it is not found");
  expect(backstory.errors(page)).toEqual([]);
});

test("what cannot be shown is said plainly, with what to do", async () => {
  const html = backstory.site.add("<!doctype html><p>No PDF</p>");
  const broken = backstory.site.add("%PDF-1.4\nnothing else", { "content-type": "application/pdf" }, "/broken.pdf");
  const reasons: [string, RegExp][] = [
    [`${backstory.site.origin}/nothing.pdf`, /nothing at this address.*404/],
    [html, /not a PDF/],
    [broken, /broken/],
    ["file:///home/reader/a.pdf", /choose the file/],
    ["ftp://example.org/a.pdf", /not the address/],
  ];
  for (const [address, reason] of reasons) {
    const page = await openOwn(viewerAddress({ file: address }));
    const alert = await page.waitForSelector("[role=alert]");
    expect(await alert!.evaluate((element) => element.textContent)).toMatch(reason);
    expect(await page.$$eval(".middle .main", (ways) => ways.length)).toBe(1);
    await page.close();
  }
});

test("everybody can use it, in either theme", async () => {
  for (const dark of [false, true]) {
    const empty = await openOwn("viewer.html");
    await empty.waitForSelector("input[type=file]");
    await preferDark(backstory.driven, empty, dark);
    expect(await accessibilityViolations(empty)).toEqual([]);
    const failed = await openOwn(viewerAddress({ file: `${backstory.site.origin}/nothing.pdf` }));
    await failed.waitForSelector("[role=alert]");
    expect(await accessibilityViolations(failed)).toEqual([]);
    const page = await openPdf(serve(MINUTES));
    await preferDark(backstory.driven, page, dark);
    await waitForPaint(page);
    expect(await accessibilityViolations(page)).toEqual([]);
  }
});

test("five hundred pages are read to the last, and only those near the view have pictures", async () => {
  const pages = Array.from({ length: 500 }, (_, at) => [
    { text: `Page ${at + 1}`, x: 60, y: 60 },
    ...setLines(Array.from({ length: 40 }, (__, line) => `This is line ${line + 1} of a long document about nothing in particular, or nearly so.`), { x: 60, y: 100 }),
    { text: at === 499 ? "On the last of them stands Nikita Khrushchev." : "", x: 60, y: PAGE.height - 60 },
  ]);
  const page = await openPdf(serve({ pages }));
  expect(await page.$$eval(".text", (layers) => layers.filter(({ textContent }) => textContent !== "").length)).toBe(500);
  await until(async () => texts(await waitForPaint(page)).includes("Nikita Khrushchev"), "the last page is marked");
  for (const target of [250, 500, 3]) {
    await page.focus(".number");
    await page.keyboard.type(String(target));
    await page.keyboard.press("Enter");
    await until(() => page.$eval(`[data-page="${target}"] canvas`, (canvas) => (canvas as HTMLCanvasElement).width > 0), `page ${target} is drawn`);
  }
  const drawn = await page.$$eval("canvas", (canvases) => canvases.filter((canvas) => (canvas as HTMLCanvasElement).width > 0).length);
  expect(drawn).toBeLessThan(8);
});
