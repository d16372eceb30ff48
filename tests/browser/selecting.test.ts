/** Whatever a reader can select is kept as it was seen, and is found in the very same place; what is written is left alone. */
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { waitForBar, waitForNoBar } from "../../scripts/drive/bar";
import { keepSelected, keptOf, launch, locateText, paintedPassages, pause, type Remote, sayHighlight, selectText, until } from "./harness";

const backstory = await launch();

const bare = (text: string) => text.replace(/[\s\u00ad\u200b]+/g, "");

/** All that is painted, white space aside, which pieces of different blocks do not have between them. */
const painted = async (page: Page) => bare((await paintedPassages(page)).map(({ text }) => text).join(""));

let number = 0;

/** Keeps what is selected on a page of its own, and expects these words, there and after the page was loaded again. */
async function expectKept(select: (page: Page) => Promise<unknown>, text: string, shown = text): Promise<Remote> {
  const page = await backstory.openPage(`selections.html?page=${++number}`);
  const remote = await keepSelected(backstory, page, () => select(page));
  const [kept] = await keptOf(remote, page.url());
  expect(kept?.text).toBe(text);
  await until(async () => (await painted(page)) === bare(shown), `painted: ${shown}`);
  await page.reload();
  await until(async () => (await painted(page)) === bare(shown), `painted again: ${shown}`);
  expect(backstory.errors(page)).toEqual([]);
  return remote;
}

/** Selects between two points: an element by its selector, and the index of a child. */
const between = (page: Page, ...points: [string, number, string, number]) =>
  page.evaluate(
    (from, start, to, end) => getSelection()!.setBaseAndExtent(document.querySelector(from)!, start, document.querySelector(to)!, end),
    ...points,
  );

test("a paragraph on which the reader clicks three times", () =>
  expectKept(async (page) => {
    const { x, y } = await locateText(page, "They stayed for four");
    await page.mouse.click(x, y, { count: 3 });
  }, "They stayed for four days and left in the belief that all had been settled."));

test("words across paragraphs and items of a list, a line for each; typing in the source is no line", () =>
  expectKept(
    (page) => selectText(page, "where the party", "demand was dropped"),
    "where the party had just expelled those who had spoken against its leader.\n" +
      "They stayed for four days and left in the belief that all had been settled.\nThe first demand was dropped",
  ));

test("cells of a table, also where the browser selects each by itself", async () => {
  const text = "Anastas Mikoyan\nMoscow in 1956";
  await expectKept((page) => selectText(page, "Anastas Mikoyan", "Moscow in 1956"), text);
  await expectKept(
    (page) =>
      page.evaluate(() => {
        const row = document.getElementById("row")!;
        const selection = getSelection()!;
        selection.removeAllRanges();
        for (const [start, end] of navigator.userAgent.includes("Firefox") ? [[0, 1], [1, 2]] : [[0, 2]]) {
          const range = document.createRange();
          range.setStart(row, start!);
          range.setEnd(row, end!);
          selection.addRange(range);
        }
      }),
    text,
  );
});

test("words from right to left", () => expectKept((page) => selectText(page, "לבירה", "ארבעה ימים"), "לבירה בספטמבר ונשארו בה ארבעה ימים"));

test("source code keeps its lines and its spaces", () =>
  expectKept((page) => between(page, "#code", 0, "#code", 1), 'if (envoys == 2) {\n    report("two   envoys");\n}'));

test("what only says where a word may be broken is not kept; a break is a line", async () => {
  await expectKept((page) => between(page, "#soft", 0, "#soft", 1), "The democratic republic had no answer to that.");
  await expectKept((page) => selectText(page, "Line one", "and line two"), "Line one\nand line two");
});

test("a selection that ends in a drawing ends before it, and one that begins there after it", async () => {
  const inDrawing = (page: Page, start: boolean) =>
    page.evaluate((isStart) => {
      const drawn = document.getElementById("drawn")!.firstChild!;
      const paragraph = drawn.parentElement!.closest("p")!;
      if (isStart) getSelection()!.setBaseAndExtent(drawn, 2, paragraph.lastChild!, 10);
      else getSelection()!.setBaseAndExtent(paragraph.firstChild!, 7, drawn, 2);
    }, start);
  await expectKept((page) => inDrawing(page, false), "the drawing there are words,");
  await expectKept((page) => inDrawing(page, true), "and words");
});

test("what cannot be selected does not tear apart what stands around it", () =>
  expectKept((page) => selectText(page, "The sign", "was left out"), "The sign (ten) was left out"));

test("words in a component", () => expectKept((page) => selectText(page, "stand words", "of its own"), "stand words of its own"));

test("a page that is zoomed, and a selection made from its end to its beginning", async () => {
  const page = await backstory.openPage(`selections.html?page=${++number}`);
  const words = "left in the belief";
  const remote = await keepSelected(backstory, page, () =>
    page.evaluate((text) => {
      document.documentElement.style.zoom = "1.7";
      const node = document.getElementById("second")!.firstChild as Text;
      const at = node.data.indexOf(text);
      getSelection()!.setBaseAndExtent(node, at + text.length, node, at);
    }, words),
  );
  expect((await keptOf(remote, page.url())).map(({ text }) => text)).toEqual([words]);
  await until(async () => (await painted(page)) === bare(words), "painted");
});

test("a text file", async () => {
  const lines = Array.from({ length: 1_200 }, (_, at) => `Line ${at}: the envoys said nothing about number ${at * 7}.`);
  const address = backstory.site.add(lines.join("\n"), { "content-type": "text/plain; charset=utf-8" });
  const page = await backstory.openPage(address);
  const text = lines.slice(900, 902).join("\n");
  const remote = await keepSelected(backstory, page, () => selectText(page, lines[900]!, lines[901]!));
  expect((await keptOf(remote, page.url()))[0]?.text).toBe(text);
  await page.reload();
  await until(async () => (await painted(page)) === bare(text), "painted again");
});

test("nothing is offered for what the reader writes", async () => {
  const page = await backstory.openPage(`selections.html?page=${++number}`);
  // The highlighter is there.
  const remote = await keepSelected(backstory, page, () => selectText(page, "They stayed"));
  // While the bar says that it was kept, the shortcut goes on to its note.
  await waitForBar(page, ({ text }) => text.includes("Saved"));
  await page.keyboard.press("Escape");
  await waitForNoBar(page);
  for (const id of ["input", "textarea", "editable", "textbox"]) {
    await page.evaluate((which) => {
      getSelection()!.removeAllRanges();
      const field = document.getElementById(which)!;
      field.focus();
      if ("select" in field) (field as HTMLInputElement).select();
      else getSelection()!.selectAllChildren(field);
    }, id);
    await pause(200);
    expect(await sayHighlight(remote), id).toBe(false);
  }
  expect(await keptOf(remote, page.url())).toHaveLength(1);
});
