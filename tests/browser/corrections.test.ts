/** A card that is wrong is put right, by pointer and by keyboard, here or everywhere; and what is known goes quiet. */
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import {
  accessibilityViolations, hoverText, inClosedRoots, launch, mentions, readCard, remoteOf, until, waitForCard, waitForNoCard, waitForPaint,
} from "./harness";

const backstory = await launch();

/** A page on which one short name may be that of several, and a word stands for a place. */
const TEXT = `<!doctype html><html lang="en"><meta property="og:type" content="article"><style>body { max-width: 36em; margin: 2rem auto; font: 18px/1.6 serif }</style>
  <p>In 1994 Kim Il Sung died. Kim Jong Il followed him. Few could tell what Kim wanted from the talks, or whether he wanted any.</p>
  <p>Officials said that Pyongyang would answer before the winter, and would wait no longer for what nobody had promised.</p>`;
const story = (title: string) => TEXT.replace("<p>", `<h1>${title}</h1><p>`);

/** The third “Kim” of the page: that of nobody's full name. */
const KIM = { nth: 2 };

async function open(title: string): Promise<Page> {
  const page = await backstory.openPage(story(title));
  await waitForPaint(page, { atLeast: 4 });
  return page;
}

/** Whose card opens at the lonely “Kim”. */
async function whoIsKim(page: Page, name: string): Promise<void> {
  await page.bringToFront();
  // An answer that changes between two looks is waited for.
  await until(async () => {
    await page.mouse.move(2, 2);
    await waitForNoCard(page);
    await hoverText(page, "Kim", KIM);
    return waitForCard(page).then(({ heading }) => heading.includes(name));
  }, `“Kim” is ${name}`);
  await page.keyboard.press("Escape");
  await waitForNoCard(page);
}

async function openKim(page: Page): Promise<void> {
  await page.bringToFront();
  await hoverText(page, "Kim", KIM);
  await waitForCard(page, ({ heading }) => heading.includes("Kim Jong Il"));
}

interface Seen {
  text: string;
  /** Where the middle of it is, in CSS pixels of the viewport. */
  x: number;
  y: number;
  focused: boolean;
}

/** What can be pressed in one of our hosts, as far as it is in sight. */
async function controls(page: Page, host: "card" | "corrected"): Promise<Seen[]> {
  const roots = await inClosedRoots(page, `backstory-${host}`, (root: ShadowRoot) =>
    [...root.querySelectorAll<HTMLElement>("button, label")].flatMap((each) => {
      const { left, top, width, height } = each.getBoundingClientRect();
      const focused = root.activeElement === each || each.contains(root.activeElement);
      return width > 0 ? [{ text: (each.ariaLabel || each.innerText).replace(/\s+/g, " "), x: left + width / 2, y: top + height / 2, focused }] : [];
    }),
  );
  return roots.flat();
}

/** Presses, with the pointer, what begins with this text. */
async function press(page: Page, host: "card" | "corrected", text: string): Promise<void> {
  let found: Seen | undefined;
  await until(async () => (found = (await controls(page, host)).find((each) => each.text.startsWith(text))) !== undefined, `“${text}” is there to be pressed`);
  await page.mouse.click(found!.x, found!.y);
}

/** Walks with the Tab key until what begins with this text has the focus. */
async function tabTo(page: Page, host: "card" | "corrected", text: string): Promise<void> {
  for (let steps = 0; steps < 60; steps++) {
    if ((await controls(page, host)).some((each) => each.focused && each.text.startsWith(text))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The Tab key does not lead to “${text}”`);
}

/** What is said to have been done. */
async function said(page: Page): Promise<string> {
  const [text = ""] = await inClosedRoots(page, "backstory-corrected", (root: ShadowRoot) => root.querySelector("p")?.innerText ?? "");
  return text;
}

async function waitForSaid(page: Page, text: string): Promise<void> {
  await until(async () => (await said(page)) === text, `“${text}” is said`);
}

/** Copies what one of our hosts shows into a page where axe can see it, and checks it there. */
async function violationsIn(page: Page, host: "card" | "corrected"): Promise<string[]> {
  const [shown] = await inClosedRoots(page, `backstory-${host}`, (root: ShadowRoot) => ({
    css: root.adoptedStyleSheets.map((sheet) => [...sheet.cssRules].map((rule) => rule.cssText).join("\n")).join("\n"),
    html: root.innerHTML,
  }));
  const copy = await backstory.openPage(`<!doctype html><html lang="en"><title>Copy</title><main><h1>Copy</h1><div id="at"></div></main></html>`);
  await copy.evaluate(({ css, html }) => {
    const root = document.querySelector("#at")!.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    root.append(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
    root.querySelector<HTMLElement>("[popover]")!.showPopover();
  }, shown!);
  const violations = await accessibilityViolations(copy);
  await copy.close();
  return violations;
}

const names = async (page: Page) => (await mentions(page)).map(({ text }) => text);

test("another entry of the name is meant: one press, here only, kept, and taken back", async () => {
  const other = await open("Another story");
  const page = await open("A story of three");
  await openKim(page);
  await press(page, "card", "Wrong?");
  const menu = await waitForCard(page, ({ heading }) => heading.startsWith("What is wrong with “Kim”"));
  // Those on the page come first, the one that it is not, does not at all.
  expect(menu.buttons.find((each) => each.startsWith("Kim"))).toMatch(/^Kim Il Sung/);
  expect(menu.buttons.some((each) => each.startsWith("Kim Jong Un"))).toBe(true);
  expect(menu.buttons.some((each) => each.startsWith("Kim Jong Il"))).toBe(false);
  expect(await violationsIn(page, "card")).toEqual([]);
  await page.bringToFront();

  await press(page, "card", "Kim Il Sung");
  await waitForNoCard(page);
  await waitForSaid(page, "On this page, “Kim” now means Kim Il Sung.");
  expect(await violationsIn(page, "corrected")).toEqual([]);
  await whoIsKim(page, "Kim Il Sung");
  expect(await names(page)).toEqual(await names(other));
  await whoIsKim(other, "Kim Jong Il");

  await backstory.stopBackground();
  await page.reload();
  await waitForPaint(page, { atLeast: 4 });
  await whoIsKim(page, "Kim Il Sung");

  // It can be wrong again, and taken back at once.
  await hoverText(page, "Kim", KIM);
  await press(page, "card", "Wrong?");
  await press(page, "card", "Not Kim Il Sung");
  await waitForSaid(page, "On this page, “Kim” is no longer taken for Kim Il Sung.");
  // Neither is it who it was taken for at first.
  await until(async () => !(await names(page)).includes("Kim"), "“Kim” is nobody");
  await press(page, "corrected", "Undo");
  await waitForSaid(page, "Taken back: “Kim” is read as before.");
  await whoIsKim(page, "Kim Il Sung");
});

test("what was put right on one article holds no longer where another takes its address, and holds again on the way back", async () => {
  const page = await open("One document, two articles");
  const before = await names(page);
  await openKim(page);
  await press(page, "card", "Wrong?");
  await press(page, "card", "“Kim” is no name");
  await until(async () => !(await names(page)).includes("Kim"), "“Kim” is nobody here");
  await hoverText(page, "Pyongyang");
  await waitForCard(page, ({ heading }) => heading.startsWith("Pyongyang"));
  await page.evaluate(() => history.pushState(null, "", "/another-article"));
  // Where no browser says so, the reader's next key does.
  await page.keyboard.press("Shift");
  await until(async () => String(await names(page)) === String(before), "the other article is read as it would be alone");
  // Whoever reads the card of a name that stays one reads on, though the whole page was read again.
  expect((await readCard(page))?.heading).toMatch(/^Pyongyang/);
  await page.evaluate(() => history.back());
  await until(async () => !(await names(page)).includes("Kim"), "what was put right holds on its own article");
});

test("no name at all, everywhere, by keyboard: every open page follows, and follows back", async () => {
  const other = await open("Elsewhere");
  const page = await open("A story for the keyboard");
  const before = await names(page);
  expect(before).toContain("Pyongyang");
  const remote = await remoteOf(backstory, page);
  for (const _ of before.slice(0, before.indexOf("Pyongyang") + 1)) expect(await remote.command("next-mention")).toBe(true);
  await remote.command("open-card");
  await waitForCard(page, ({ heading, focused }) => heading.startsWith("Pyongyang") && focused);

  await tabTo(page, "card", "Wrong?");
  await page.keyboard.press("Enter");
  await waitForCard(page, ({ heading }) => heading.startsWith("What is wrong with “Pyongyang”"));
  await tabTo(page, "card", "on this page");
  await page.keyboard.press("ArrowDown");
  await until(async () => (await controls(page, "card")).some(({ focused, text }) => focused && text === "everywhere"), "the arrow chooses");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await until(async () => (await controls(page, "card")).some(({ focused, text }) => focused && text.startsWith("“Pyongyang” is no name")), "the arrow goes on");
  await page.keyboard.press("Enter");
  await waitForNoCard(page);
  await waitForSaid(page, "“Pyongyang” is no longer a name on any page.");

  const without = before.filter((each) => each !== "Pyongyang");
  for (const each of [page, other]) await until(async () => String(await names(each)) === String(without), "the word is plain text");
  // The keyboard went on to where it can be taken back.
  expect((await controls(page, "corrected")).find(({ focused }) => focused)?.text).toBe("Undo");
  await page.keyboard.press("Enter");
  await waitForSaid(page, "Taken back: “Pyongyang” is read as before.");
  for (const each of [page, other]) await until(async () => String(await names(each)) === String(before), "the word is a name again");
  await page.keyboard.press("Escape");
  await until(async () => (await said(page)) === "", "nothing is said any more");
});

test("from what is wrong there is a way back to the card", async () => {
  const page = await open("A way back");
  await openKim(page);
  await press(page, "card", "Wrong?");
  await waitForCard(page, ({ heading }) => heading.startsWith("What is wrong"));
  await press(page, "card", "Back to Kim Jong Il");
  await waitForCard(page, ({ heading }) => heading.startsWith("Kim Jong Il"));
  // Another name's card asks nothing.
  await press(page, "card", "Wrong?");
  await waitForCard(page, ({ heading }) => heading.startsWith("What is wrong"));
  await page.mouse.click(5, 5);
  await page.keyboard.press("Escape");
  await waitForNoCard(page);
  await hoverText(page, "Kim Il Sung");
  await waitForCard(page, ({ heading }) => heading.startsWith("Kim Il Sung"));
  expect(await said(page)).toBe("");
});

test("a name that is known goes quiet on every page, is part of the story all the same, and comes back", async () => {
  const other = await open("Known elsewhere");
  const page = await open("Known here");
  const before = await names(page);
  await hoverText(page, "Pyongyang");
  await waitForCard(page, ({ heading }) => heading.startsWith("Pyongyang"));
  await press(page, "card", "Known");
  const without = before.filter((each) => each !== "Pyongyang");
  for (const each of [page, other]) await until(async () => String(await names(each)) === String(without), "it is quiet");
  const remote = await remoteOf(backstory, page);
  const { answer } = (await remote.toPage({ backstory: "tab:status", request: {} })) as { answer: { cast: { name: string }[] } };
  expect(answer.cast.map(({ name }) => name)).toContain("Pyongyang");

  await page.bringToFront();
  expect((await readCard(page))?.heading).toMatch(/^Pyongyang/);
  await press(page, "card", "Known");
  for (const each of [page, other]) await until(async () => String(await names(each)) === String(before), "it is marked again");
});
