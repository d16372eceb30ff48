/** Looking names up, wherever a reader can: popup, selection, key, context menu, address bar, and a page of its own. */
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { dragOver, pressInBar, waitForBar } from "../../scripts/drive/bar";
import { accessibilityViolations, inWorker, launch, pressShortcut, remoteOf, until, waitForPaint } from "./harness";
import { inFirefoxItself } from "./harness/firefox";

const backstory = await launch();
const { driven, family } = backstory;

let number = 0;
async function article(): Promise<Page> {
  const page = await backstory.openPage(`<!doctype html><html lang="en"><meta property="og:type" content="article"><title>Two men ${++number}</title><article><h1>Two men in Beijing</h1>
    <p>In September 1956 Anastas Mikoyan was in Beijing, where he met Chou En-lai, and, as one of them wrote, a certain Brezhnef.</p>
    <p>Nobody knows what the two of them said about it; what they wrote was burnt in the spring of the year that followed.</p></article>`);
  await waitForPaint(page);
  return page;
}

/** What the list shows: names, each with the one that was found, and a line that says who. */
const listed = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("[role=option]")].map((option) => ({
      name: option.querySelector(".name bdi")!.textContent,
      matched: option.querySelector(".matched")?.textContent ?? "",
      who: option.querySelector(".who")?.textContent ?? "",
      active: option.ariaSelected === "true" && option.parentElement!.parentElement!.querySelector("[role=combobox]")!.getAttribute("aria-activedescendant") === option.id,
    })),
  );

async function untilListed(page: Page, name: string): Promise<void> {
  await until(async () => (await listed(page))[0]?.name === name, `${name} is listed first`);
}

async function typeAnew(page: Page, text: string): Promise<void> {
  await page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>("[role=combobox]")!;
    field.focus();
    field.select();
  });
  await page.keyboard.type(text);
}

const heading = (page: Page) => page.evaluate(() => document.querySelector(".entry-view h2")?.textContent ?? "");

/**
 * Waits until a look-up page has opened by itself whose address is like this, and closes it. The page says in its address
 * which entry is open. Firefox lets no driver into a window that an extension opened: there its own windows are asked.
 */
async function untilOpened(address: RegExp): Promise<void> {
  const isIt = (each: string) => each.startsWith(`${driven.base}lookup.html`) && address.test(each);
  if (family === "chromium") {
    const find = async () => (await driven.browser.pages()).find((page) => isIt(page.url()));
    await until(async () => (await find()) !== undefined, `${address} is open`);
    await (await find())!.close();
    return;
  }
  const tabs = `[...Services.wm.getEnumerator("navigator:browser")].flatMap(({ gBrowser }) => [...gBrowser.tabs])`;
  const addresses = async () => JSON.parse(String(await inFirefoxItself(driven, `JSON.stringify(${tabs}.map(({ linkedBrowser }) => linkedBrowser.currentURI.spec))`))) as string[];
  await until(async () => (await addresses()).some(isIt), `${address} is open`);
  await inFirefoxItself(driven, `void ${tabs}.filter(({ linkedBrowser }) => linkedBrowser.currentURI.spec.startsWith("${driven.base}lookup.html")).forEach((tab) => tab.ownerDocument.defaultView.gBrowser.removeTab(tab))`);
}

test("one man is found by his name in any script and romanisation, and is said to be who he is", async () => {
  const page = await backstory.extensionPage("lookup.html");
  for (const typed of ["Chou En-lai", "chou enlai", "zhouenlai", "저우언라이", "周恩来", "Чжоу Эньлай"]) {
    await typeAnew(page, typed);
    await until(async () => {
      const [first] = await listed(page);
      return first?.name === "Zhou Enlai" && (typed === "zhouenlai" ? first.matched === "" : first.matched.toLowerCase().replace(/\W/g, "") === typed.toLowerCase().replace(/\W/g, ""));
    }, `${typed} finds Zhou Enlai, by that name`);
  }
  const [first] = await listed(page);
  expect(first!.who).toMatch(/China/);
  expect(await accessibilityViolations(page)).toEqual([]);
});

test("what is copied of an entry keeps the numbers of notes apart from its words", async () => {
  const page = await backstory.extensionPage("lookup.html");
  await typeAnew(page, "Peng Dehuai");
  await untilListed(page, "Peng Dehuai");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".entry-view .note");
  const copied = await page.evaluate(() => {
    getSelection()!.selectAllChildren(document.querySelector(".entry-view")!);
    return String(getSelection());
  });
  expect(copied).toMatch(/in the Korean War\.\[1\]\[2\]/);
  expect(copied).toMatch(/struck again in 1958\.\[3\]/);
  expect(copied).not.toMatch(/\p{L}\.\d/u);
});

test("the keyboard stays in the field, goes through the list, opens an entry and comes back to where it was", async () => {
  const page = await backstory.extensionPage("lookup.html");
  await until(() => page.evaluate(() => document.activeElement?.role === "combobox"), "the field has the keyboard");
  await page.keyboard.type("Mikoian");
  await untilListed(page, "Anastas Mikoyan");
  await until(() => page.evaluate(() => document.querySelector("[role=listbox]")!.ariaBusy === "false"), "the list is of all that was typed");
  await page.keyboard.press("ArrowDown");
  await until(async () => (await listed(page))[1]?.active === true, "the second is active");
  await page.keyboard.press("ArrowUp");
  await until(async () => (await listed(page))[0]?.active === true, "the first is active");
  await page.keyboard.press("ArrowUp");
  await until(async () => (await listed(page)).at(-1)?.active === true, "from the first to the last");
  await page.keyboard.press("ArrowDown");
  expect(await page.evaluate(() => document.querySelector("[role=status]")!.textContent)).toMatch(/^Found: \d+$/);
  await page.keyboard.press("Enter");
  await until(async () => (await heading(page)).includes("Mikoyan"), "the entry is open");
  expect(await accessibilityViolations(page)).toEqual([]);
  expect(await page.evaluate(() => location.hash)).toContain("ref=korea-china%2Fanastas-mikoyan");

  await page.keyboard.press("Escape");
  await until(() => page.evaluate(() => document.activeElement?.role === "combobox" && (document.activeElement as HTMLInputElement).value === "Mikoian"), "back in the field");
  expect((await listed(page))[0]).toMatchObject({ name: "Anastas Mikoyan", active: true });
  await page.keyboard.press("Escape");
  await until(async () => (await listed(page)).length === 0, "the field is empty");
});

test("a name with an ending, and the names of a sentence in small letters, are found for what they are", async () => {
  const page = await backstory.extensionPage("lookup.html");
  await page.waitForSelector("[role=combobox]");
  for (const [typed, ...names] of [["Khrushchev's", "Nikita Khrushchev"], ["Хрущёва", "Nikita Khrushchev"], ["mikoyan and peng dehuai arrived", "Anastas Mikoyan", "Peng Dehuai"]]) {
    await typeAnew(page, typed!);
    await until(async () => (await listed(page)).slice(0, names.length).map(({ name }) => name).join() === names.join(), `${typed} finds ${names.join(", ")}`);
  }
});

test("a name in kana that no pack lists is found by its sound, and the name is said that sounds so", async () => {
  const page = await backstory.extensionPage("lookup.html");
  await page.waitForSelector("[role=combobox]");
  for (const [typed, name, matched] of [["キム・イルソン", "Kim Il Sung", "김일성"], ["シェレーピン", "Alexander Shelepin", "Александр Шелепин"], ["ピョンヤンで", "Pyongyang", "평양"]] as const) {
    await typeAnew(page, typed);
    await until(async () => (await listed(page))[0]?.name === name && (await listed(page))[0]?.matched === matched, `${typed} finds ${name}, by ${matched}`);
  }
  await typeAnew(page, "コーヒー");
  await until(() => page.evaluate(() => document.querySelector("[role=status]")?.textContent === "No name in your packs is like “コーヒー”."), "nothing sounds so");
});

test("a name that is selected with a particle or a title is looked up without it", async () => {
  const page = await backstory.openPage(`<!doctype html><html lang="ko"><meta property="og:type" content="article"><title>두 사람 ${++number}</title><article><h1>두 사람</h1>
    <p>그날 저녁 김일성의 사무실에 두 사람이 찾아와 밤늦도록 이야기하였다. 金日成の部屋で二人は夜遅くまで話した。</p></article>`);
  await waitForPaint(page);
  for (const selected of ["김일성의", "金日成の"]) {
    await dragOver(page, selected);
    await waitForBar(page);
    await pressInBar(page, "Look up");
    const { text } = await waitForBar(page, ({ text }) => text.includes("In your packs"));
    expect(text, selected).toMatch(/In your packs\s+Kim Il Sung/);
    await page.keyboard.press("Escape");
  }
});

test("Enter waits for what was typed last", async () => {
  const page = await backstory.extensionPage("lookup.html");
  await page.waitForSelector("[role=combobox]");
  // All at once, as a person who types fast.
  await page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>("[role=combobox]")!;
    for (const typed of ["Peng Dehuai", "Anastas Mikoyan"]) {
      field.value = typed;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    setTimeout(() => field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true })));
  });
  await until(async () => (await heading(page)).includes("Mikoyan"), "the entry is open that was typed last");
});

test("what nothing is like is said back, with the nearest", async () => {
  const page = await backstory.extensionPage("lookup.html");
  const said = () => page.evaluate(() => document.querySelector("[role=status]")?.textContent ?? "");
  await typeAnew(page, "peng dehuai army");
  await until(async () => (await said()).includes("is like “peng dehuai army”. The nearest:"), "the nearest are offered");
  await untilListed(page, "Peng Dehuai");
  await typeAnew(page, "qqqqxyz");
  await until(async () => (await said()) === "No name in your packs is like “qqqqxyz”.", "nothing is near");
  expect(await listed(page)).toEqual([]);
  expect(await accessibilityViolations(page)).toEqual([]);
});

test("the page's address names what is looked for, and the entry that is open", async () => {
  const at = async (hash: string) => {
    const page = await backstory.extensionPage("lookup.html");
    await page.evaluate((to) => void (location.hash = to), hash);
    return page;
  };
  const sole = await at("q=Chou+En-lai");
  await until(async () => (await heading(sole)).includes("Zhou Enlai"), "the only one that can be meant is open");
  const entry = await at("ref=korea-china%2Fpeng-dehuai");
  await until(async () => (await heading(entry)).includes("Peng Dehuai"), "the entry is open");
  await entry.click(".back");
  await entry.waitForFunction(() => document.activeElement?.role === "combobox");

  const many = `Anastas Mikoyan met Peng Dehuai. ${"It rained, and nobody said a word. ".repeat(300)}`.slice(0, 10_000);
  const long = await at(`${new URLSearchParams({ q: many })}`);
  await until(async () => (await listed(long)).map(({ name }) => name).join() === "Anastas Mikoyan,Peng Dehuai", "the names in a long text are listed");
});

test("an entry lies on the page's own ground, apart from the way back, and a note's number beside its word at any width", async () => {
  const page = await backstory.extensionPage("lookup.html#ref=korea-china%2Fpeng-dehuai");
  await until(async () => (await heading(page)).includes("Peng Dehuai"), "the entry is open");
  const grounds = await page.evaluate(() => [".more", "body"].map((part) => getComputedStyle(document.querySelector(part)!).backgroundColor));
  expect(grounds[0]).toBe(grounds[1]);
  expect(await page.evaluate(() => document.querySelector(".entry-view")!.getBoundingClientRect().top - document.querySelector(".back")!.getBoundingClientRect().bottom)).toBeGreaterThanOrEqual(8);
  for (let width = 320; width <= 420; width += 4) {
    await page.setViewport({ width, height: 800 });
    const alone = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>(".context .note, .who .note")].filter((note) => {
        const before = note.previousSibling;
        if (before?.nodeType !== Node.TEXT_NODE || !before.nodeValue) return false;
        const word = document.createRange();
        word.setStart(before, before.nodeValue.length - 1);
        word.setEnd(before, before.nodeValue.length);
        return note.querySelector("button")!.getBoundingClientRect().left < word.getBoundingClientRect().left;
      }).length,
    );
    expect(alone, `numbers on a line of their own at ${width} px`).toBe(0);
  }
});

test("what is selected is looked up beside it, by button and by key, whatever its spelling", async () => {
  const page = await article();
  await dragOver(page, "Chou En-lai");
  await waitForBar(page);
  await pressInBar(page, "Look up");
  const { text } = await waitForBar(page, ({ text }) => text.includes("In your packs"));
  expect(text).toMatch(/Zhou Enlai\s+Chou En-lai/);
  expect(text).toMatch(/China/);
  await page.keyboard.press("Escape");

  await dragOver(page, "Anastas Mikoyan was in Beijing, where he met Chou En-lai");
  await waitForBar(page);
  await pressInBar(page, "Look up");
  const sentence = await waitForBar(page, ({ text }) => text.includes("In your packs"));
  expect(sentence.text).toMatch(/Anastas Mikoyan[^]*Beijing[^]*Zhou Enlai/);
  await page.keyboard.press("Escape");

  const remote = await remoteOf(backstory, page);
  await page.bringToFront();
  await dragOver(page, "Brezhnef");
  await waitForBar(page);
  await pressShortcut(backstory, remote, "look-up");
  const { focused } = await waitForBar(page, ({ text }) => text.includes("Leonid Brezhnev"));
  expect(focused, "the keyboard is in the bar").not.toBe("");
  await page.keyboard.press("Escape");

  await dragOver(page, "spring of the year that followed");
  await waitForBar(page);
  await pressInBar(page, "Look up");
  await waitForBar(page, ({ text }) => text.includes("No name in your packs is like “spring of the year that followed”."));
});

test("by key where nothing can be drawn, a window of its own opens", async () => {
  const remote = await remoteOf(backstory, await article());
  await remote.from.bringToFront();
  await pressShortcut(backstory, remote, "look-up");
  await untilOpened(/lookup\.html$/);
});

// In Firefox the menu itself is pressed: see ways-in.test.ts. Chromium lets no driver into its own.
if (family === "chromium") test("from the context menu of a page where nothing can be drawn, a window opens with what is selected", async () => {
  const blank = await driven.browser.newPage();
  await blank.bringToFront();
  const chosen = JSON.stringify({ menuItemId: "look-up", selectionText: "저우언라이", editable: false });
  await inWorker(backstory, `chrome.tabs.query({ active: true }).then(([tab]) => chrome.contextMenus.onClicked.dispatch(${chosen}, tab))`);
  await untilOpened(/ref=korea-china%2Fzhou-enlai/);
  await blank.close();
});
