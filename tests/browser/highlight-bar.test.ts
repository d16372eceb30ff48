/** Highlighting as a reader does it: select, press a colour, write a note, take it back, come again. */
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { dragOver, NOTICE_HOST, pressInBar, readBar, waitForBar, waitForNoBar } from "../../scripts/drive/bar";
import { launch, locateText, paintedPassages, remoteOf, until, waitForPaint } from "./harness";

const backstory = await launch();

const WORDS = "Hungary rose a month later";
const COLOURS = ["Yellow", "Green", "Blue", "Pink", "Purple"];

/** "green: words" for each colour that is painted. */
async function painted(page: Page): Promise<string[]> {
  return (await paintedPassages(page)).map(({ colour, text }) => `${colour}: ${text}`);
}

const untilPainted = (page: Page, words: string[]) => until(async () => JSON.stringify(await painted(page)) === JSON.stringify(words), `painted: ${words.join(", ")}`);

let number = 0;
/** An article of its own for each test: what one saved is none of another's. */
async function article(file = "strict-csp.html"): Promise<Page> {
  const page = await backstory.openPage(`${file}?article=${++number}`);
  await waitForPaint(page);
  return page;
}

test("select with the pointer, press a colour: it is painted, can be taken back and put back, and is there after a reload", async () => {
  const page = await article();
  await dragOver(page, WORDS);
  const offer = await waitForBar(page);
  expect(offer.role).toBe("toolbar");
  expect(offer.buttons).toEqual([...COLOURS, "Note", "Tags", "Cite", "Look up"]);
  expect(offer.focused).toBe("");
  expect(await page.evaluate(() => String(getSelection()))).toContain("rose a month");

  await pressInBar(page, "Green");
  await waitForBar(page, ({ text }) => text.includes("Saved"));
  await untilPainted(page, [`green: ${WORDS}`]);
  await pressInBar(page, "Undo");
  await waitForBar(page, ({ text }) => text.includes("Highlight removed."));
  await untilPainted(page, []);
  await pressInBar(page, "Put it back");
  await untilPainted(page, [`green: ${WORDS}`]);

  await page.reload();
  await untilPainted(page, [`green: ${WORDS}`]);
  expect(backstory.errors(page)).toEqual([]);
});

test("a click on a highlight opens its editor, Tab leads into it, and another colour is painted", async () => {
  const page = await article("plain-article.html");
  await dragOver(page, "nobody in Moscow");
  await waitForBar(page);
  await pressInBar(page, "Pink");
  await waitForBar(page, ({ text }) => text.includes("Saved"));
  await page.keyboard.press("Escape");
  await waitForNoBar(page);

  const spot = await locateText(page, "nobody in Moscow");
  await page.mouse.click(spot.x, spot.y);
  const editor = await waitForBar(page, ({ role }) => role === "dialog");
  expect(editor.note).toBe("");
  await page.keyboard.press("Tab");
  expect((await readBar(page))?.focused).toBe("button");
  await pressInBar(page, "Blue");
  await untilPainted(page, ["blue: nobody in Moscow"]);
});

test("the shortcut's command saves with the last colour, and once more goes on to the note, which is kept as it is typed", async () => {
  const page = await article();
  const remote = await remoteOf(backstory, page);
  const command = () => remote.toPage({ backstory: "tab:highlight-selection", request: { note: false } });
  await dragOver(page, WORDS);
  await waitForBar(page);
  expect(await command()).toEqual({ answer: true });
  await waitForBar(page, ({ text }) => text.includes("Saved"));
  expect(await command()).toEqual({ answer: true });
  await waitForBar(page, ({ focused }) => focused === "textarea");
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    for (const type of ["keydown", "keypress", "keyup", "input"]) document.addEventListener(type, () => heard.push(type), true);
  });
  await page.keyboard.type("to be read again");
  await waitForBar(page, ({ text }) => text.includes("Saved"));
  expect(await page.evaluate("heard.filter((type) => type !== 'input')")).toEqual([]);
  await page.keyboard.press("Escape");
  await waitForNoBar(page);

  await page.reload();
  await until(async () => (await painted(page)).length === 1, "painted again");
  const spot = await locateText(page, WORDS);
  await page.mouse.click(spot.x, spot.y);
  expect((await waitForBar(page, ({ role }) => role === "dialog")).note).toBe("to be read again");
});

test("Escape, a click elsewhere and an empty selection send it away; nothing is offered in a field", async () => {
  const page = await article("forms.html");
  await page.evaluate(() => {
    const [field] = document.querySelectorAll<HTMLTextAreaElement>("textarea");
    field?.focus();
    field?.select();
  });
  await dragOver(page, "Kim Il Sung");
  await waitForBar(page);
  await page.keyboard.press("Escape");
  await waitForNoBar(page);
  await dragOver(page, "Kim Il Sung");
  await waitForBar(page);
  await page.mouse.click(4, 4);
  await waitForNoBar(page);
});

test("what is selected is looked up, and the entry opens beside it", async () => {
  const page = await article();
  await dragOver(page, "Nikita Khrushchev");
  await waitForBar(page);
  await pressInBar(page, "Look up");
  const { buttons } = await waitForBar(page, ({ text }) => text.includes("In your packs") && text.includes("Khrushchev"));
  const name = buttons.find((each) => each.startsWith("Nikita Khrushchev"))!;
  await pressInBar(page, name);
  await waitForBar(page, ({ buttons }) => buttons.some((each) => each.includes("In your packs")) && buttons.includes("Cite") === false);
});

test("a highlight whose words are gone is told of once, in the corner, with what it said", async () => {
  const page = await backstory.openPage(`<!doctype html><html lang="en"><title>Changing</title>
    <article><h1>An article that changes</h1><p>In September 1956 Anastas Mikoyan was in Beijing when the news from Pyongyang grew worse.</p>
    <p id="old">The old telegram was never answered by anyone.</p></article><script>if (localStorage.edited) document.getElementById("old").remove()</script>`);
  await dragOver(page, "old telegram was never answered");
  await waitForBar(page);
  await pressInBar(page, "Yellow");
  await waitForBar(page, ({ text }) => text.includes("Saved"));

  await page.evaluate(() => localStorage.setItem("edited", "yes"));
  await page.reload();
  const notice = await waitForBar(page, () => true, { host: NOTICE_HOST, timeoutMs: 30_000 });
  expect(notice.text).toContain("Your highlight is no longer on this page.");
  await pressInBar(page, "Show", NOTICE_HOST);
  await waitForBar(page, ({ text }) => text.includes("old telegram was never answered") && text.includes("Saved on"), { host: NOTICE_HOST });
  await pressInBar(page, "Dismiss", NOTICE_HOST);
  await waitForNoBar(page, { host: NOTICE_HOST });
});
