/** Coming, going and being replaced in pages that are open; and messages that nobody should send. */
import type { Page } from "puppeteer-core";
import { afterEach, expect, test } from "vitest";
import {
  hoverText,
  install,
  KEEP_ADDRESS,
  launch,
  mentions,
  pause,
  readCard,
  type Remote,
  remoteOf,
  serialiseDom,
  uninstall,
  until,
  waitForCard,
  waitForNoCard,
  waitForPaint,
} from "./harness";

const backstory = await launch(KEEP_ADDRESS);
let installed = true;

afterEach(async () => {
  if (!installed) await install(backstory);
  installed = true;
});

async function article(): Promise<{ page: Page; remote: Remote; names: string[] }> {
  const page = await backstory.openPage("plain-article.html");
  const names = textsOf(await waitForPaint(page));
  return { page, names, remote: await remoteOf(backstory, page) };
}

const textsOf = (names: { text: string }[]) => names.map((name) => name.text);
const named = async (page: Page) => textsOf(await mentions(page));

async function remove(): Promise<void> {
  installed = false;
  await uninstall(backstory);
}

/** Adds a paragraph that one new name stands in. */
async function append(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => {
    const paragraph = document.createElement("p");
    paragraph.textContent = words;
    document.querySelector("article")!.append(paragraph);
  }, text);
}

/** One reader answers, marks, asks and draws; two would do each of them twice. */
async function expectOneReader({ page, remote, names }: { page: Page; remote: Remote; names: string[] }): Promise<void> {
  expect(textsOf(await waitForPaint(page, { atLeast: names.length }))).toEqual(names);
  expect(await remote.toPage({ backstory: "tab:status", request: {} })).toMatchObject({ answer: { state: "on", count: names.length } });

  await remote.heard();
  await append(page, "Then Zhou Enlai came.");
  await until(async () => (await named(page)).includes("Zhou Enlai"), "what is added is marked");
  await pause(300);
  expect(await named(page)).toEqual([...names, "Zhou Enlai"]);
  expect(await remote.heard()).toEqual(["page:spot"]);

  await hoverText(page, "Nikita Khrushchev");
  expect((await waitForCard(page)).heading).toContain("Khrushchev");
  expect((await remote.heard()).filter((name) => name === "page:card")).toHaveLength(1);
  expect((await serialiseDom(page)).match(/BACKSTORY-CARD/g)).toHaveLength(1);
  await page.keyboard.press("Escape");
  await waitForNoCard(page);
}

test("a reader that is started again takes over from the older one, and its card with it", async () => {
  const { page, remote, names } = await article();
  await hoverText(page, "Anastas Mikoyan");
  await waitForCard(page);
  // Out of the way, or the card of the newer reader would open.
  await page.mouse.move(5, 5);
  await remote.command("pin-card");
  await remote.inject("reader.js");
  await waitForNoCard(page);
  await expectOneReader({ page, remote, names });
  expect(backstory.errors(page)).toEqual([]);
});

test("a reader that is started five times at once is there once", async () => {
  const { page, remote, names } = await article();
  await Promise.all(Array.from({ length: 5 }, () => remote.inject("reader.js")));
  await expectOneReader({ page, remote, names });
});

test("a reader makes room also after the page has written its document anew", async () => {
  const { page, remote, names } = await article();
  await page.evaluate(() => {
    const html = document.documentElement.outerHTML;
    document.open();
    document.write(html.replace("</article>", "<p>Then Choe Yong Gon spoke.</p></article>"));
    document.close();
  });
  await until(async () => (await named(page)).length > names.length, "what was written is marked");
  const after = await named(page);
  await remote.inject("reader.js");
  await expectOneReader({ page, remote, names: after });
});

test("text about which nobody answers is asked about again", async () => {
  const { page, remote } = await article();
  // An extension's pages hear what readers ask, and the first answer counts: the background has yet to start.
  await remote.from.evaluate(`
    globalThis.refusals = 0;
    api.runtime.onMessage.addListener((message, _, respond) => {
      if (message.backstory === "page:spot" && refusals > 0) {
        refusals--;
        respond({ error: "Not now" });
      }
    });`);
  const isRefused = async () => (await remote.from.evaluate("refusals")) === 0;
  let refused = false;
  // On a busy machine the background may be up again and be the first to answer: then once more, with another name.
  for (const name of ["Zhou Enlai", "Liu Shaoqi", "Lin Biao", "Deng Xiaoping"]) {
    await remote.from.evaluate("refusals = 3");
    await backstory.stopBackground();
    await append(page, `Then ${name} came.`);
    const isMarked = async () => (await named(page)).includes(name);
    await until(async () => (await isRefused()) || (await isMarked()), "questions were refused, or answered");
    refused = await isRefused();
    await until(isMarked, "what is added is marked in the end");
    if (refused) break;
  }
  expect(refused).toBe(true);
});

test("a page that was open before the extension was installed is read without being loaded again", async () => {
  await remove();
  const page = await backstory.openPage("plain-article.html");
  await page.evaluate("globalThis.loadedOnce = true");
  await pause(1_000);
  expect(await mentions(page)).toEqual([]);

  await install(backstory);
  installed = true;
  const names = await waitForPaint(page, { atLeast: 8 });
  expect(textsOf(names)).toContain("Anastas Mikoyan");
  expect(await page.evaluate("loadedOnce")).toBe(true);
  // The style of the marks comes along with the reader.
  await hoverText(page, "Anastas Mikoyan");
  await waitForCard(page, (card) => card.quotes.length > 0);
});

test("a page outlives the extension: it works as before, and nothing goes wrong in it", async () => {
  const { page } = await article();
  await hoverText(page, "Anastas Mikoyan");
  await waitForCard(page);
  await page.keyboard.press("Escape");
  await waitForNoCard(page);

  await remove();
  await append(page, "Afterwards Zhou Enlai came.");
  await page.click("a[href='#war']");
  expect(await page.evaluate("location.hash")).toBe("#war");
  await page.mouse.wheel({ deltaY: 100 });
  await hoverText(page, "Nikita Khrushchev");
  await page.keyboard.press("Escape");
  await pause(1_500);
  expect(await named(page)).not.toContain("Zhou Enlai");
  expect(backstory.errors(page)).toEqual([]);
});

test("a page that the extension left without a card's code stays quiet too", async () => {
  const { page } = await article();
  await remove();
  await hoverText(page, "Anastas Mikoyan");
  await pause(1_000);
  expect(await readCard(page)).toBeNull();
  expect(backstory.errors(page)).toEqual([]);
});

test("after an update the newer reader has the page for itself", async () => {
  const { page, names } = await article();
  await hoverText(page, "Anastas Mikoyan");
  await waitForCard(page);
  await page.mouse.move(5, 5);
  await waitForNoCard(page);
  await remove();
  await install(backstory);
  installed = true;
  // The older one may leave its marks behind until the newer one has come.
  let remote = await remoteOf(backstory, page);
  await until(async () => (await remote.toPage({ backstory: "tab:status", request: {} }).catch(() => null)) !== null, "the page answers");
  await remote.from.close();
  remote = await remoteOf(backstory, page);
  await expectOneReader({ page, remote, names });
  expect(backstory.errors(page)).toEqual([]);
});

test("a card that is open when the extension is updated goes with the older reader", async () => {
  const { page } = await article();
  const { x, y } = await hoverText(page, "Anastas Mikoyan");
  await page.mouse.click(x, y);
  await waitForCard(page);
  await page.mouse.move(5, 5);
  await remove();
  await install(backstory);
  installed = true;
  await waitForNoCard(page, 8_000);
  await waitForPaint(page, { atLeast: 8 });
  await hoverText(page, "Nikita Khrushchev");
  await waitForCard(page, (card) => card.heading.includes("Khrushchev"));
  expect((await serialiseDom(page)).match(/BACKSTORY-CARD/g)).toHaveLength(1);
});

// Firefox ends the scripts of an extension together with it: there a card stays until the page goes, or a new reader comes.
if (backstory.family === "chromium") {
  test("a card that is open when the extension is removed can be sent off", async () => {
    const { page } = await article();
    const { x, y } = await hoverText(page, "Anastas Mikoyan");
    await page.mouse.click(x, y);
    await waitForCard(page, (card) => card.quotes.length > 0);
    await remove();
    await page.keyboard.press("Escape");
    await waitForNoCard(page);
    expect(backstory.errors(page)).toEqual([]);
  });
}

if (backstory.family === "chromium") {
  test("marks go with the extension as soon as the reader does something", async () => {
    const { page } = await article();
    await remove();
    expect(await named(page)).not.toEqual([]);
    await page.keyboard.press("Shift");
    await until(async () => (await named(page)).length === 0, "nothing is marked");
    expect(backstory.errors(page)).toEqual([]);
  });
}

test("messages of the wrong shape are refused by the page, and nothing happens there", async () => {
  const { page, remote, names } = await article();
  const wrong = [
    { backstory: "tab:wake", request: { on: "no" } },
    { backstory: "tab:wake" },
    { backstory: "tab:show", request: { ref: 7 } },
    { backstory: "tab:command", request: { command: "explode" } },
    { backstory: "tab:status", request: null },
  ];
  for (const message of wrong) expect(await remote.toPage(message), JSON.stringify(message)).toEqual({ error: expect.stringMatching(/^wrong shape, dropped: ./) });
  // Somebody else's are left alone.
  for (const message of [{ backstory: "tab:format-disk", request: {} }, { backstory: 7 }, "tab:status", null, []]) {
    expect(await remote.toPage(message), JSON.stringify(message)).toBeNull();
  }
  expect(await named(page)).toEqual(names);
  expect(await readCard(page)).toBeNull();
  expect(await remote.toPage({ backstory: "tab:show", request: { ref: "korea-china/nobody-at-all" } })).toEqual({ answer: false });
  expect(backstory.errors(page)).toEqual([]);
});

test("messages of the wrong shape are refused by the background, and it goes on", async () => {
  const { remote } = await article();
  const wrong = [
    { backstory: "page:spot", request: { lang: "en", blocks: "Kim Il Sung", seen: [] } },
    { backstory: "page:spot", request: { lang: "en", blocks: ["Kim Il Sung", 3], seen: [] } },
    { backstory: "page:card", request: { ref: "korea-china/kim-il-sung" } },
    { backstory: "page:load-card", request: 1 },
    { backstory: "view:look-up", request: { query: "Kim", limit: -1 } },
    { backstory: "view:packs" },
  ];
  for (const message of wrong) expect(await remote.toBackground(message), JSON.stringify(message)).toEqual({ error: expect.stringMatching(/^wrong shape, dropped: ./) });
  // The shape is right; what it asks for cannot be.
  expect(await remote.toBackground({ backstory: "page:card", request: { ref: "../../manifest.json", paragraph: "", story: [] } })).toEqual({ answer: null });
  const correction = { text: "Kim", wrong: "other", ref: "korea-china/kim-il-sung", to: "korea-china/nobody-of-that-name", everywhere: true };
  expect(await remote.toBackground({ backstory: "page:correct", request: correction })).toMatchObject({ error: expect.any(String) });

  const reply = await remote.toBackground({ backstory: "view:look-up", request: { query: "Mikoyan", limit: 3 } });
  expect(reply).toMatchObject({ answer: { found: expect.arrayContaining([expect.objectContaining({ name: "Anastas Mikoyan" })]) } });
});
