/** What pages undo, rewrite and bring to light after they have been read. */
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { changeSettings, hoverText, launch, mentions, pause, remoteOf, until, waitForCard, waitForPaint } from "./harness";
import { inFirefoxItself } from "./harness/firefox";

const backstory = await launch();

const named = async (page: Page) => (await mentions(page)).map(({ text }) => text);

/** Long enough to be an article, with three names in it. */
const STORY =
  "In September 1956 Anastas Mikoyan and Peng Dehuai flew to Pyongyang together, which no two envoys of their countries " +
  "had done before, and which none were to do again in all the years that followed that unhappy autumn. ";

function article(more: string, style = "", script = ""): string {
  return `<!doctype html><html lang="en"><head><title>Story</title><style>${style}</style></head><body><article>
    <h1>Two envoys</h1><p>${STORY}</p><p>It was not the last that was heard of it. ${STORY}</p><p>${STORY}</p>
    <p>${STORY}</p>${more}</article><script>${script}</script></body></html>`;
}

test("marks that the page clears with its own highlights come back", async () => {
  const page = await backstory.openPage(article("<p style='height:3000px'></p>"));
  const before = await waitForPaint(page, { atLeast: 8 });
  await page.evaluate("CSS.highlights.clear()");
  expect(await mentions(page)).toEqual([]);
  await page.mouse.wheel({ deltaY: 200 });
  await until(async () => (await mentions(page)).length === before.length, "the marks are back");
});

test("a document that is written anew is read, and its names open cards", async () => {
  const page = await backstory.openPage(article(""));
  await waitForPaint(page, { atLeast: 8 });
  await page.evaluate((html) => {
    document.open();
    document.write(html);
    document.close();
  }, article("<p>Afterwards Zhou Enlai came.</p><p style='height:3000px'></p>"));
  await until(async () => (await named(page)).includes("Zhou Enlai"), "what was written is marked");
  await hoverText(page, "Zhou Enlai");
  expect((await waitForCard(page)).heading).toContain("Zhou Enlai");
  // What is hidden is still looked at again: the listeners for that are there too.
  await page.evaluate(() => document.querySelector("article")!.insertAdjacentHTML("afterbegin", "<p hidden id=late>Kim Il Sung</p>"));
  await pause(1_500);
  await page.evaluate(() => document.querySelector("#late")!.removeAttribute("hidden"));
  await page.mouse.wheel({ deltaY: 200 });
  await until(async () => (await named(page)).includes("Kim Il Sung"), "what was revealed is marked");
});

test("an article that becomes an application under another address is left alone from then on", async () => {
  const page = await backstory.openPage(article(""));
  await waitForPaint(page, { atLeast: 8 });
  await page.evaluate(() => {
    history.pushState(null, "", "/own/mail");
    document.querySelector("h1")!.textContent = "One moment";
    // Its text comes late, as most text does: at first the article is still there.
    setTimeout(() => {
      document.body.innerHTML = "<div role=grid><p>Peng Dehuai</p><p>Zhou Enlai</p></div>";
    }, 1_500);
  });
  await until(async () => (await page.$("[role=grid]")) !== null, "the application is there");
  await pause(2_500);
  await until(async () => (await mentions(page)).length === 0, "nothing is marked");
  const status = await (await remoteOf(backstory, page)).toPage({ backstory: "tab:status", request: {} });
  expect(status).toMatchObject({ answer: { state: "not-article" } });
});

test("a page that the reader wants marked stays so while only its query changes", async () => {
  const page = await backstory.openPage("<!doctype html><title>List</title><div role=grid><p>Peng Dehuai</p></div>");
  const remote = await remoteOf(backstory, page);
  await until(async () => (await remote.toPage({ backstory: "tab:status", request: {} }).catch(() => null)) !== null, "the page answers");
  await remote.toPage({ backstory: "tab:wake", request: { on: true } });
  await waitForPaint(page);
  await page.evaluate(() => {
    history.replaceState(null, "", "?page=2");
    document.querySelector("div")!.insertAdjacentHTML("beforeend", "<p>Then Zhou Enlai came.</p>");
  });
  await until(async () => (await named(page)).includes("Zhou Enlai"), "what is added is marked");
  await pause(2_000);
  expect(await named(page)).toEqual(["Peng Dehuai", "Zhou Enlai"]);
});

test("names are not marked on paper", async () => {
  const page = await backstory.openPage(article(""));
  await waitForPaint(page, { atLeast: 8 });
  const line = () => page.$eval("p", (element) => getComputedStyle(element, "::highlight(backstory-person)").textDecorationLine);
  expect(await line()).toBe("underline");
  if (backstory.family === "chromium") await page.emulateMediaType("print");
  else await inFirefoxItself(backstory.driven, 'gBrowser.selectedBrowser.browsingContext.mediumOverride = "print"; true');
  await page.waitForFunction("matchMedia('print').matches");
  expect(await line()).toBe("none");
});

test("text that comes to light without the reader's doing is marked when it has unfolded, or at the next scroll", async () => {
  const style = `.late { visibility: hidden; transition: visibility 0.1s } .late.on { visibility: visible } .never { display: none }`;
  const more = `<p class="late">Afterwards Zhou Enlai came.</p><p class="never">Then Kim Il Sung came.</p><p style="height:3000px"></p>`;
  const page = await backstory.openPage(article(more, style));
  await waitForPaint(page, { atLeast: 8 });
  expect(await named(page)).not.toContain("Zhou Enlai");
  await page.evaluate(() => document.querySelector(".late")!.classList.add("on"));
  await until(async () => (await named(page)).includes("Zhou Enlai"), "what has unfolded is marked");
  expect(await named(page)).not.toContain("Kim Il Sung");
  await page.evaluate(() => document.querySelector(".never")!.classList.remove("never"));
  await page.mouse.wheel({ deltaY: 200 });
  await until(async () => (await named(page)).includes("Kim Il Sung"), "what was revealed is marked");
});

test("a paragraph that has changed very often has its marks again when it has come to rest", async () => {
  const page = await backstory.openPage(article("<p id=ticker>0: Zhou Enlai came.</p>"));
  await waitForPaint(page, { atLeast: 9 });
  for (let count = 1; count <= 24; count++) {
    await page.$eval("#ticker", (element, text) => (element.textContent = text), `${count}: Zhou Enlai came.`);
    // The reader does something: without that the pauses between two rounds grow.
    await page.keyboard.press("Shift");
    await pause(650);
  }
  expect(await named(page)).not.toContain("Zhou Enlai");
  await pause(8_000);
  await until(async () => (await named(page)).includes("Zhou Enlai"), "it is marked again");
});

test("on a page with thousands of headings, one mark a section is one mark a section", async () => {
  const sections = Array.from({ length: 3_000 }, (_, at) => `<h2>Part ${at}</h2><p>Peng Dehuai spoke, and Peng Dehuai was silent.</p>`);
  await changeSettings(backstory, { density: "section" });
  const page = await backstory.openPage(article(sections.join("")));
  const names = await waitForPaint(page, { atLeast: 3_000, timeoutMs: 30_000 });
  expect(names.filter(({ text }) => text === "Peng Dehuai")).toHaveLength(3_001);
  await changeSettings(backstory, {});
  await until(async () => (await mentions(page)).length > 6_000, "all are marked");
});
