/** What a reader does with a highlight that is there, and with what a card says: note, tags, colours, what has changed. */
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { BAR_HOST, dragOver, NOTICE_HOST, pressInBar, type ReadBar, readBar, waitForBar, waitForNoBar } from "../../scripts/drive/bar";
import type { Highlight } from "../../src/messages/highlight";
import { hoverText, inClosedRoots, launch, locateText, lookOf, paintedPassages, preferDark, pressInCard, pause, remoteOf, until, waitForCard, waitForPaint } from "./harness";

const backstory = await launch();

const WORDS = "Hungary rose a month later";
/** WCAG 1.4.3. */
const LEAST_CONTRAST = 4.5;

let number = 0;
/** An article of its own for each test: what one saved is none of another's. */
async function article(file = "plain-article.html"): Promise<Page> {
  const page = await backstory.openPage(`${file}?editor=${++number}`);
  await waitForPaint(page);
  return page;
}

const isDialog = ({ role }: ReadBar) => role === "dialog";
const isSaved = ({ text }: ReadBar) => text.includes("Saved");

async function save(page: Page, words: string, colour = "Yellow"): Promise<void> {
  await dragOver(page, words);
  await waitForBar(page, ({ buttons }) => buttons.includes("Look up"));
  await pressInBar(page, colour);
  await waitForBar(page, isSaved);
  await page.keyboard.press("Escape");
  await waitForNoBar(page);
}

async function openEditor(page: Page, words: string): Promise<ReadBar> {
  await until(async () => (await paintedPassages(page)).length > 0, "it is painted");
  const { x, y } = await locateText(page, words);
  await page.mouse.click(x, y);
  return waitForBar(page, isDialog);
}

/** The library's rows of this page. */
async function rows(page: Page): Promise<Highlight[]> {
  const remote = await remoteOf(backstory, page);
  const url = await page.evaluate(() => location.href);
  const { answer } = (await remote.toBackground({ backstory: "page:highlights-of", request: { keys: [url, url.replace(/^http:/, "https:")] } })) as { answer: Highlight[] };
  await remote.from.close();
  await page.bringToFront();
  return answer;
}

/** Presses Tab until the keyboard is in an element that matches. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press("Tab");
    if ((await inClosedRoots(page, BAR_HOST, (root, wanted) => root.activeElement?.matches(wanted) ?? false, selector))[0]) return;
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

test("a note is kept, and a note that is deleted is gone", async () => {
  const page = await article();
  await save(page, WORDS);
  await openEditor(page, WORDS);
  await tabTo(page, "textarea");
  await page.keyboard.type("doubtful");
  await waitForBar(page, isSaved);
  await page.reload();
  expect((await openEditor(page, WORDS)).note).toBe("doubtful");
  await tabTo(page, "textarea");
  for (const _ of "doubtful") await page.keyboard.press("Backspace");
  // What was typed last is kept although the editor closes at once.
  await page.keyboard.press("Escape");
  await waitForNoBar(page);
  await until(async () => (await rows(page))[0]?.note === "", "the note is gone");
  await page.reload();
  expect((await openEditor(page, WORDS)).note).toBe("");
});

test("tags are added and taken away, and those of other pages are offered", async () => {
  const other = await article("strict-csp.html");
  await save(other, WORDS);
  await openEditor(other, WORDS);
  await tabTo(other, "input");
  await other.keyboard.type("uprisings");
  await other.keyboard.press("Enter");
  await waitForBar(other, ({ buttons }) => buttons.includes("Remove the tag uprisings"));

  const page = await article();
  await save(page, WORDS);
  await openEditor(page, WORDS);
  await until(async () => {
    const [offered] = await inClosedRoots(page, BAR_HOST, (root) => [...root.querySelectorAll("option")].map(({ value }) => value));
    return offered?.includes("uprisings") ?? false;
  }, "the other page's tag is offered");
  await tabTo(page, "input");
  await page.keyboard.type("#1956, Budapest,");
  await waitForBar(page, ({ buttons }) => ["1956", "Budapest"].every((tag) => buttons.includes(`Remove the tag ${tag}`)));
  await pressInBar(page, "Remove the tag 1956");
  await waitForBar(page, ({ buttons }) => !buttons.includes("Remove the tag 1956"));
  expect((await rows(page))[0]?.tags).toEqual(["Budapest"]);
});

test("a highlight is deleted from its editor, and put back", async () => {
  const page = await article();
  await save(page, WORDS, "Purple");
  await openEditor(page, WORDS);
  await pressInBar(page, "Delete");
  await waitForBar(page, ({ text }) => text.includes("Highlight removed."));
  await until(async () => (await paintedPassages(page)).length === 0, "it is gone");
  await pressInBar(page, "Put it back");
  await until(async () => (await paintedPassages(page))[0]?.colour === "purple", "it is back, in its colour");
});

test("by keyboard alone: select, go in, arrows to a colour, Enter; on to the note; Escape goes back to the page", async () => {
  const page = await article("forms.html");
  await page.evaluate(() => {
    const paragraph = document.querySelector("p")!;
    paragraph.tabIndex = 0;
    paragraph.focus();
    const [text] = [...paragraph.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue!.length > 30);
    // The first letters: without caret browsing there is no caret to begin at.
    getSelection()!.setBaseAndExtent(text!, 3, text!, 5);
  });
  await page.keyboard.down("Shift");
  for (let at = 0; at < 12; at++) await page.keyboard.press("ArrowRight");
  await page.keyboard.up("Shift");
  await waitForBar(page);
  await page.keyboard.press("Tab");
  await waitForBar(page, ({ focused }) => focused === "button");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await waitForBar(page, isSaved);
  await until(async () => (await paintedPassages(page))[0]?.colour === "blue", "the third colour is painted");
  await page.keyboard.press("Escape");
  await waitForNoBar(page);
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe("p");
});

const CHANGED = [
  "In September 1956 Anastas Mikoyan was in Beijing when the news from Pyongyang grew worse, and nobody knew what was to be done about it.",
  "The delegation stayed for four days and was promised that all the decisions would be taken back by the end of the year, as everyone had hoped.",
  "Before long the promises were forgotten, and nobody in Moscow or Beijing cared to send another delegation to a place that did not want any.",
];
const PASSAGE = "stayed for four days and was promised that all the decisions would be taken back";
const written = (lines: string[], head = "") =>
  `<!doctype html><html lang="en"><head><title>An article</title>${head}</head><article><h1>An article</h1>${lines.map((line) => `<p>${line}</p>`).join("\n")}</article></html>`;

test("a changed passage opens with what was taken out and what was put in", async () => {
  const address = backstory.site.add(written(CHANGED));
  const page = await backstory.openPage(address);
  await save(page, PASSAGE, "Blue");
  backstory.site.change(address, written(CHANGED.map((line) => line.replace("four days", "five days"))));
  await page.reload();
  await until(async () => (await paintedPassages(page)).some(({ changed }) => changed), "it is painted as changed");
  const { text } = await openEditor(page, "was promised that all");
  expect(text).toContain("This passage has changed since you saved it.");
  const [diff] = await inClosedRoots(page, BAR_HOST, (root) => ["del", "ins"].map((name) => [...root.querySelectorAll<HTMLElement>(name)].map(({ innerText }) => innerText.trim())));
  expect(diff).toEqual([["four"], ["five"]]);
});

test("of a page with a canonical link, too, it is said that a highlight is gone, and of what was kept before it is not said again", async () => {
  const link = (address: string) => `<link rel="canonical" href="${new URL(address).pathname}">`;
  const address = backstory.site.add(written(CHANGED));
  backstory.site.change(address, written(CHANGED, link(address)));
  const page = await backstory.openPage(`${address}?utm_source=letter`);
  await save(page, PASSAGE);
  backstory.site.change(address, written([CHANGED[0]!, CHANGED[2]!], link(address)));
  await page.goto(address);
  const { text } = await waitForBar(page, () => true, { host: NOTICE_HOST, timeoutMs: 30_000 });
  expect(text).toContain("Your highlight is no longer on this page.");
  await pressInBar(page, "Show", NOTICE_HOST);
  await waitForBar(page, (notice) => notice.text.includes(PASSAGE), { host: NOTICE_HOST });
  for (const { text: said, contrast } of (await lookOf(page, NOTICE_HOST)).texts) expect(contrast, said).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  await until(async () => (await rows(page))[0]?.found?.state === "orphan", "it is kept as gone");
  await page.reload();
  await pause(14_000);
  expect(await readBar(page, NOTICE_HOST)).toBeNull();
}, 90_000);

test("a quote and a whole card are saved from the card, and once however often", async () => {
  const page = await article();
  await hoverText(page, "Anastas Mikoyan");
  await waitForCard(page, ({ quotes }) => quotes.length > 0);
  for (const _ of [1, 2]) {
    // The first Save stands with the quote, the last one in the foot.
    await inClosedRoots(page, "backstory-card", (root) => [...root.querySelectorAll("button")].filter(({ innerText }) => innerText.trim() === "Save").forEach((button) => button.click()));
    await waitForCard(page, ({ buttons }) => buttons.filter((name) => name === "Saved").length === 2);
    await waitForCard(page, ({ buttons }) => buttons.filter((name) => name === "Save").length === 2);
  }
  const kept = await rows(page);
  expect(kept.map(({ kind }) => kind).toSorted()).toEqual(["card", "quote"]);
  for (const { text, of, page: on } of kept) {
    expect(text.length).toBeGreaterThan(20);
    expect(of?.citation).not.toBe("");
    expect(on.title).not.toBe("");
  }
});

test("from the popup, too, and of the page that it stands over", async () => {
  const page = await article();
  const ref = (await readRef(page))!;
  const popup = await backstory.popup(page);
  const from = await page.evaluate(() => ({ url: location.href, title: document.title, incognito: false }));
  const ask = (more: object) => popup.evaluate(`(globalThis.browser ?? chrome).runtime.sendMessage(${JSON.stringify({ backstory: "page:save-from-card", request: { ref, quote: "", from: { ...from, ...more } } })})`);
  for (const _ of [1, 2]) expect(await ask({})).toEqual({ answer: "Saved" });
  expect(((await ask({ incognito: true })) as { answer: string }).answer).toMatch(/private/);
  await popup.close();
  expect((await rows(page)).map(({ kind }) => kind)).toEqual(["card"]);
});

/** The entry that the page is most about. */
async function readRef(page: Page): Promise<string | undefined> {
  const remote = await remoteOf(backstory, page);
  const { answer } = (await remote.toPage({ backstory: "tab:status", request: {} })) as { answer: { cast: { ref: string }[] } };
  await remote.from.close();
  return answer.cast[0]?.ref;
}

test.each([["plain-article.html", false], ["dark.html", true]] as const)("on %s all of it can be read: bar, editor, letters of the colours", async (file, dark) => {
  const page = await article(file);
  await preferDark(backstory.driven, page, dark);
  const readable = async () => {
    for (const { text, contrast } of (await lookOf(page, BAR_HOST)).texts) expect(contrast, text).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  };
  await dragOver(page, WORDS);
  await waitForBar(page);
  await page.mouse.move(600, 5);
  await readable();
  await pressInBar(page, "Note");
  await waitForBar(page, ({ focused }) => focused === "textarea");
  await readable();
  await preferDark(backstory.driven, page, false);
});

test("a card that opens beside it does not cover the bar", async () => {
  const page = await article();
  await dragOver(page, "had broken his opponents");
  await waitForBar(page);
  await hoverText(page, "Kim Il Sung");
  const card = await waitForCard(page, ({ heading }) => heading !== "");
  await until(async () => {
    const bar = await readBar(page);
    if (!bar) return true;
    const apart = (a: ReadBar["box"], b: ReadBar["box"]) => a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
    return apart(bar.box, (await waitForCard(page)).box ?? card.box);
  }, "bar and card stand apart");
  await pressInCard(page, "Close");
});
