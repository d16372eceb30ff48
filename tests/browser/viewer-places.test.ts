/** PDFs, in the viewer: pages that addresses name, links, passwords, pictures and fonts, and what is found while pages are still read. */
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import type { PaintedName } from "../../scripts/drive/names";
import { viewedAt, viewerAddress } from "../../src/highlights/viewer-address";
import { PAGE, type PdfContent, setLines } from "../../src/viewer/testing";
import { accessibilityViolations, launch, until, waitForPaint } from "./harness";
import { driveViewer, MINUTES } from "./harness/viewer";

const backstory = await launch();
const { serve, openOwn, openPdf, read, reload, fillFile } = driveViewer(backstory);

const texts = (names: readonly PaintedName[]) => names.map(({ text }) => text);
const said = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent);

/** Pages of different heights, so that where one is depends on all before it, with links on the first. */
const BOOK: PdfContent = {
  title: "A book",
  heights: Array.from({ length: 12 }, (_, at) => (at % 2 === 0 ? 842 : 500)),
  pages: Array.from({ length: 12 }, (_, at) => [
    { text: `Page ${at + 1}`, x: 60, y: 60, size: 20 },
    ...(at === 0
      ? [
          { text: "The story of Kim Il Sung is told in chapter nine, and elsewhere.", x: 60, y: 100, font: "sans" as const },
          ...setLines(["Nikita Khrushchev said so in a report", "that the archive has put online."], { x: 60, y: 140, font: "sans" }),
        ]
      : [{ text: `Here is the middle of page ${at + 1}.`, x: 60, y: 300 }]),
  ]),
  names: { nine: { page: 9, y: 250 } },
  links: [
    [
      { x: 223, y: 102, width: 62, height: 13, to: { name: "nine" } },
      { x: 300, y: 102, width: 70, height: 13, to: { name: "nowhere" } },
      { x: 60, y: 142, width: 250, height: 13, to: "https://archive.example.org/report?id=7" },
      { x: 60, y: 300, width: 100, height: 30, to: { page: 5, y: 300 } },
    ],
  ],
};

const pageNumber = (page: Page) => page.$eval(".number", (field) => (field as HTMLInputElement).value);
/** How far the beginning of a page is below the bar (CSS pixels). */
const belowBar = (page: Page, number: number) =>
  page.$eval(`[data-page="${number}"]`, (sheet) => sheet.getBoundingClientRect().top - document.querySelector(".around")!.getBoundingClientRect().bottom);

async function expectAt(page: Page, number: number): Promise<void> {
  await until(async () => Math.abs((await belowBar(page, number)) - 8) < 2 && (await pageNumber(page)) === String(number), `page ${number} is at the top`);
}

test("an address that names a page is opened there, and one comes back to where one was", async () => {
  const file = serve(BOOK);
  const page = await openPdf(`${file}#page=10`);
  await expectAt(page, 10);
  expect(await page.title()).toBe("A book");
  expect(viewedAt(await page.evaluate(() => location.href))!.file).toBe(file);

  await page.locator('::-p-aria([name="Previous page"][role="button"])').click();
  await until(() => page.evaluate(() => new URLSearchParams(location.hash).get("place") === "page=9"), "the address names the page");
  await page.evaluate(() => scrollBy({ top: 77, behavior: "instant" }));
  await until(() => page.evaluate(() => (history.state as { down: number }).down > 40), "the place on the page is kept");
  const before = await belowBar(page, 9);
  await reload(page);
  await read(page);
  await until(async () => Math.abs((await belowBar(page, 9)) - before) < 2, "after loading anew one is where one was");
  expect(await pageNumber(page)).toBe("9");

  // A page that nobody has looked at yet is not drawn, nor are all before it.
  const drawn = await page.$$eval("canvas", (canvases) => canvases.filter((canvas) => (canvas as HTMLCanvasElement).width > 0).length);
  expect(drawn).toBeLessThan(8);
});

test("whoever scrolls back to the very place that they had gone to reads that page again", async () => {
  const page = await openPdf(`${serve(BOOK)}#page=5`);
  await expectAt(page, 5);
  const scrolled = await page.evaluate(() => scrollY);
  await page.$eval('[data-page="7"]', (sheet) => sheet.scrollIntoView({ behavior: "instant" }));
  await until(async () => (await pageNumber(page)) === "7", "another page is read");
  await page.evaluate((top) => scrollTo({ top, behavior: "instant" }), scrolled);
  await until(async () => (await pageNumber(page)) === "5", "the first one is read again");
  await until(() => page.evaluate(() => new URLSearchParams(location.hash).get("place") === "page=5"), "the address names it");
  expect(await page.$eval(".viewer-bar a.press", (original) => new URL((original as HTMLAnchorElement).href).hash)).toBe("#page=5");
  await page.locator('::-p-aria([name="Previous page"][role="button"])').click();
  await expectAt(page, 4);
});

test.each([
  ["nameddest=nine", 9],
  ["nine", 9],
  ["page=3&zoom=200", 3],
  ["page=99", 12],
  ["page=nothing", 1],
])("“#%s” is followed to page %s", async (fragment, number) => {
  const page = await openPdf(`${serve(BOOK)}#${fragment}`);
  await until(async () => (await pageNumber(page)) === String(number), "it is there");
  await until(async () => (await belowBar(page, number)) < 300, "it is in view");
  if (fragment.includes("zoom")) expect(await said(page, ".zoom")).toBe("200 %");
});

test("links are followed, within the PDF and out of it, with the mouse and the keyboard, and back again", async () => {
  const page = await openPdf(serve(BOOK));
  await page.bringToFront();
  const links = await page.$$eval(".text a", (all) =>
    all.map((link) => ({ text: link.textContent, label: link.ariaLabel, out: (link as HTMLAnchorElement).target, rel: (link as HTMLAnchorElement).rel, href: (link as HTMLAnchorElement).href })),
  );
  // What leads nowhere is no link.
  expect(links.map(({ text }) => text)).toEqual(["chapter nine", "Nikita Khrushchev said so in a report", ""]);
  expect(links[1]).toMatchObject({ out: "_blank", rel: "noopener noreferrer", href: "https://archive.example.org/report?id=7" });
  expect(links[2]!.label).toBe("Page 5");
  // The names in them are names as elsewhere.
  expect(texts(await waitForPaint(page))).toContain("Nikita Khrushchev");

  const place = () => belowBar(page, 1);
  await page.evaluate(() => scrollBy({ top: 30, behavior: "instant" }));
  await until(() => page.evaluate(() => Number((history.state as { down?: number } | null)?.down) > 0), "the place is kept");
  const before = await place();
  await page.click(".text a");
  // It is 250 points down the page.
  const points = await page.$eval(".sheet", (sheet, width) => sheet.getBoundingClientRect().width / width, PAGE.width);
  await until(async () => (await pageNumber(page)) === "9" && Math.abs((await belowBar(page, 9)) + 250 * points - 8) < 4, "the place is shown");
  await page.evaluate(() => history.back());
  await until(async () => Math.abs((await place()) - before) < 2 && (await pageNumber(page)) === "1", "one is back");

  await page.focus(".text a.area");
  await page.keyboard.press("Enter");
  await until(async () => (await pageNumber(page)) === "5", "the other one is followed too");
  expect(await accessibilityViolations(page)).toEqual([]);
  expect(backstory.errors(page)).toEqual([]);
});

test("a locked PDF asks for its password, says which was none, and opens; whoever gives up is told", async () => {
  const page = await openOwn("viewer.html");
  await page.bringToFront();
  await fillFile(page, { ...MINUTES, title: "Locked", password: "swordfish" }, "locked.pdf");
  const type = async (password: string) => {
    await until(() => page.evaluate(() => document.activeElement?.matches("[type=password]") === true && (document.activeElement as HTMLInputElement).value === ""), "the field waits");
    await page.keyboard.type(password);
    await page.keyboard.press("Enter");
  };
  const saidOfIt = () => page.$eval("#password-said", (element) => [element.role, element.textContent] as const).catch(() => ["", ""] as const);
  await until(async () => (await saidOfIt())[1].includes("opens with a password"), "it is asked for");
  expect(await accessibilityViolations(page)).toEqual([]);
  for (const wrong of ["sword", "fish"]) {
    await type(wrong);
    await until(async () => (await saidOfIt())[0] === "alert", "it is said that it was none");
    expect((await saidOfIt())[1]).toContain("not the password");
  }
  await type("swordfish");
  await read(page);
  expect(texts(await waitForPaint(page, { atLeast: 7 }))).toContain("Peng Dehuai");
  expect(await page.title()).toBe("Locked");

  await reload(page);
  await fillFile(page, { ...MINUTES, title: "Locked", password: "swordfish" }, "locked.pdf");
  await page.locator('::-p-aria([name="Cancel"][role="button"])').click();
  const alert = await page.waitForSelector("[role=alert]");
  expect(await alert!.evaluate((element) => element.textContent)).toContain("none was given");
  await page.waitForSelector(".middle input[type=file]");
});

/** The segments of a picture in JBIG2 (ITU-T T.88) of 32 by 32: a black square of 16 in its upper half, in facsimile coding (T.6). */
function jbig2(): string {
  const byte = (number: number, bytes = 4) => number.toString(16).padStart(2 * bytes, "0");
  const size = byte(32) + byte(32);
  const information = size + byte(0) + byte(0) + byte(0, 1) + byte(0, 2);
  // The first row: 8 white, 16 black, the rest; fifteen like it; then one that loses the square, and those like that.
  const rows = `001${"10011"}${"0000010111"}1${"111".repeat(15)}0001${"1"}${"1".repeat(15)}`;
  const bits = `${rows}${"000000000001".repeat(2)}`;
  const coded = (bits.padEnd(Math.ceil(bits.length / 8) * 8, "0").match(/.{8}/g) ?? []).map((each) => byte(Number.parseInt(each, 2), 1)).join("");
  const region = size + byte(0) + byte(0) + byte(0, 1) + byte(1, 1) + coded;
  const segment = (number: number, type: number, data: string) => byte(number) + byte(type, 1) + "0001" + byte(data.length / 2) + data;
  return segment(0, 48, information) + segment(1, 38, region);
}

test("scans in black and white are drawn, and fonts that are not in the file are as wide as they should be", async () => {
  const content: PdfContent = { pages: [[{ text: "Mao Zedong", x: 60, y: 300 }]], picture: { width: 32, height: 32, jbig2: jbig2() } };
  const page = await openPdf(serve(content));
  await until(() => page.$eval("canvas", (canvas) => (canvas as HTMLCanvasElement).width > 0), "the page is drawn");
  const points = [[50, 25], [50, 75]];
  const colours = await page.$eval("canvas", (canvas, all) => all.map((at) => {
    const [x, y] = at.map((each) => Math.round((each * (canvas as HTMLCanvasElement).width) / 595)) as [number, number];
    return (canvas as HTMLCanvasElement).getContext("2d")!.getImageData(x, y, 1, 1).data[0];
  }), points);
  expect(colours).toEqual([0, 255]);
  // The font of the makers of pdf.js, not whatever the machine has.
  expect(await page.evaluate(() => [...document.fonts].map(({ status }) => status))).toContain("loaded");
});

test("what is looked for is said to be looked for until the last page was read", async () => {
  const pages = Array.from({ length: 400 }, (_, at) => [
    ...setLines(Array.from({ length: 30 }, (__, line) => `This is line ${line + 1} of a long document about nothing in particular, or nearly so.`), { x: 60, y: 100 }),
    { text: at % 100 === 99 ? "Here stands a needle." : "", x: 60, y: 650 },
  ]);
  const page = await openOwn(viewerAddress({ file: serve({ pages }) }));
  await page.waitForSelector("[type=search]");
  // All that was said of it, for that changes quickly.
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const found = document.querySelector(".found")!;
    new MutationObserver(() => heard.push(found.textContent)).observe(found, { childList: true, characterData: true, subtree: true });
  });
  await page.focus("[type=search]");
  await page.keyboard.type("needle");
  await until(async () => (await said(page, ".found")) === "1 of 4", "all are found");
  await read(page);
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  expect(heard.some((each) => each.includes("till looking"))).toBe(true);
  expect(heard).not.toContain("Not found");
  expect(await pageNumber(page)).toBe("100");
});

