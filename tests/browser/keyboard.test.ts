/** Going from name to name, into a card and out of it again, without a pointer. */
import { readFileSync } from "node:fs";
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { EXTENSION } from "../../scripts/drive/launch";
import {
  dialogsReadAloud,
  flat,
  hoverText,
  inClosedRoots,
  launch,
  mentions,
  pause,
  pressShortcut,
  readCard,
  registeredCommands,
  type Remote,
  remoteOf,
  until,
  waitForCard,
  waitForNoCard,
  waitForPaint,
} from "./harness";

const backstory = await launch();

/** An article with a link and a field to start from, and a page that listens to keys. */
const SENTENCE = "In September 1956 Anastas Mikoyan was in Beijing, and Kim Il Sung in Pyongyang expected him without pleasure. ";
const PAGE = `<!doctype html><html lang="en"><meta property="og:type" content="article"><h1>An envoy</h1>
  <p><a id="link" href="#more">More of this</a> <label>Your opinion <input id="field" value="abcdef"></label>
  ${`<p>${SENTENCE.repeat(3)}</p>`.repeat(2)}<p id="more">${SENTENCE}</p>
  <script>
    globalThis.keys = [];
    document.addEventListener("keydown", (event) => keys.push(event.key + (event.defaultPrevented ? " (taken)" : "")));
  </script>`;

async function open(html = PAGE): Promise<{ page: Page; remote: Remote }> {
  const page = await backstory.openPage(html);
  await waitForPaint(page);
  return { page, remote: await remoteOf(backstory, page) };
}

/** Goes to the first mention of Mikoyan, who has everything that a card can have, and opens his card. */
async function openMikoyan({ page, remote }: { page: Page; remote: Remote }) {
  do await remote.command("next-mention");
  while ((await current(page))?.text !== "Anastas Mikoyan");
  expect(await remote.command("open-card")).toBe(true);
  return waitForCard(page, (card) => card.quotes.length > 0 && card.focused);
}

/** The name that is marked as the one that the keyboard is on; `at` counts characters from the beginning of the page. */
function current(page: Page): Promise<{ text: string; at: number; inView: boolean } | null> {
  return page.evaluate(() => {
    const [first, ...rest] = [...(CSS.highlights.get("backstory-current") ?? [])];
    if (!first) return null;
    const range = new Range();
    range.setStart(document.body, 0);
    range.setEnd(first.startContainer, first.startOffset);
    const at = range.toString().length;
    const last = rest.at(-1) ?? first;
    range.setStart(first.startContainer, first.startOffset);
    range.setEnd(last.endContainer, last.endOffset);
    const { top, bottom } = range.getBoundingClientRect();
    return { text: range.toString(), at, inView: top >= 0 && bottom <= innerHeight };
  });
}

/** What the keyboard is on inside the card: its place in Tab order (from 0, -1 for none of these), and its label. */
async function focusInCard(page: Page): Promise<{ at: number; of: number; label: string; tag: string } | null> {
  const [found] = await inClosedRoots(page, "backstory-card", (root) => {
    const focus = root.activeElement as HTMLElement | null;
    const stops = [...root.querySelectorAll<HTMLElement>("button, a[href], [tabindex='0']")];
    return focus && { at: stops.indexOf(focus), of: stops.length, label: focus.ariaLabel ?? focus.innerText, tag: focus.localName };
  });
  return found ?? null;
}

async function pinned(page: Page): Promise<boolean> {
  const [state] = await inClosedRoots(page, "backstory-card", (root) => root.querySelector("[aria-pressed]")?.getAttribute("aria-pressed") ?? null);
  return state === "true";
}

async function tabTo(page: Page, label: string): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press("Tab");
    if ((await focusInCard(page))?.label === label) return;
  }
  throw new Error(`Tab does not lead to “${label}”`);
}

const focusOnPage = (page: Page) => page.evaluate(() => document.activeElement?.id ?? "");

test("the browser knows every command, and gave the keys that the manifest suggests", async () => {
  const { remote } = await open();
  const manifest = JSON.parse(readFileSync(`${EXTENSION[backstory.family]}/manifest.json`, "utf8")) as {
    commands: Record<string, { suggested_key?: { default: string } }>;
  };
  const suggested = Object.entries(manifest.commands).map(([name, { suggested_key }]) => ({ name, shortcut: suggested_key?.default ?? "" }));
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
  // A press of the toolbar button is a command that no manifest needs to ask for.
  const asked = (await registeredCommands(remote)).filter(({ name }) => name !== "_execute_action");
  expect(asked.sort(byName)).toEqual(suggested.sort(byName));
});

test("a shortcut of the browser reaches the page", async () => {
  const { page, remote } = await open();
  await pressShortcut(backstory, remote, "next-mention");
  await until(async () => (await current(page)) !== null, "the first name is marked");
  await pressShortcut(backstory, remote, "open-card");
  expect((await waitForCard(page, (card) => card.focused)).heading).toContain("Mikoyan");
});

test("the shortcuts go through all names in reading order, to and fro, and round the ends", async () => {
  const { page, remote } = await open();
  const names = (await mentions(page)).map((name) => name.text);
  const visited: { text: string; at: number }[] = [];
  for (let i = 0; i < names.length; i++) {
    expect(await remote.command("next-mention")).toBe(true);
    visited.push((await current(page))!);
  }
  expect(visited.map(({ text }) => text)).toEqual(names);
  const places = visited.map(({ at }) => at);
  expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
  expect(await readCard(page)).toBeNull();

  await remote.command("next-mention");
  expect((await current(page))!.at).toBe(places[0]);
  await remote.command("previous-mention");
  expect((await current(page))!.at).toBe(places.at(-1));
  await remote.command("previous-mention");
  expect((await current(page))!.at).toBe(places.at(-2));
});

test("a name out of sight is scrolled to", async () => {
  const { page, remote } = await open(PAGE.replace('<p id="more">', '<div style="height: 3000px"></div>$&'));
  do await remote.command("previous-mention");
  while ((await current(page))!.at < 700);
  await until(async () => (await current(page))!.inView, "the name is in the window");
});

test("a page without names says no, and nothing opens", async () => {
  const page = await backstory.openPage(PAGE.replaceAll(SENTENCE, "Nobody that anybody has heard of was anywhere on that day, and nothing came of it. "));
  await pause(1_000);
  const remote = await remoteOf(backstory, page);
  for (const command of ["next-mention", "previous-mention", "open-card", "pin-card"] as const) expect(await remote.command(command)).toBe(false);
  expect(await readCard(page)).toBeNull();
});

test("Tab goes through the card from top to bottom, and out of it", async () => {
  const opened = await open();
  await openMikoyan(opened);
  const { page } = opened;
  const visited: number[] = [];
  const press = async () => {
    await page.keyboard.press("Tab");
    return focusInCard(page);
  };
  const { of: stops } = (await focusInCard(page))!;
  for (let focus = await press(); focus && visited.length <= stops; focus = await press()) {
    // Firefox stops at whatever scrolls as well, and that is none of these.
    if (focus.at !== visited.at(-1)) visited.push(focus.at);
  }
  expect(stops).toBeGreaterThan(20);
  expect(visited.filter((at) => at >= 0)).toEqual(Array.from({ length: stops }, (_, at) => at));
  expect(await readCard(page)).not.toBeNull();
});

test("where there are many links, Shift+Tab leads from the beginning of the card to its end, and Escape is said to close it", async () => {
  const opened = await open();
  await openMikoyan(opened);
  const { page } = opened;
  await page.keyboard.down("Shift");
  await page.keyboard.press("Tab");
  const close = (await focusInCard(page))!;
  expect(close.label).toBe("Close");
  expect(close.at).toBe(close.of - 1);
  await page.keyboard.press("Tab");
  await page.keyboard.up("Shift");
  expect((await focusInCard(page))!.at).toBe(close.at - 1);
  const [keys] = await inClosedRoots(page, "backstory-card", (root) => root.querySelector("[role=dialog]")?.getAttribute("aria-keyshortcuts") ?? "");
  expect(keys).toBe("Escape");
});

test.for(["link", "field"])("Escape closes the card and gives the focus back to the %s where it was", async (id) => {
  const opened = await open();
  const { page } = opened;
  await page.focus(`#${id}`);
  if (id === "field") await page.$eval("#field", (field) => (field as HTMLInputElement).setSelectionRange(3, 3));
  await openMikoyan(opened);
  expect(await focusOnPage(page)).not.toBe(id);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await waitForNoCard(page);
  expect(await focusOnPage(page)).toBe(id);
  // The name that one was on stays marked: the next one is the one after it.
  expect((await current(page))?.text).toBe("Anastas Mikoyan");
  if (id === "link") return;
  await page.keyboard.type("p");
  expect(await page.$eval("#field", (field) => (field as HTMLInputElement).value)).toBe("abcpdef");
});

test("P pins and unpins, and the page hears nothing of keys that are pressed in the card", async () => {
  const opened = await open();
  const { page } = opened;
  await openMikoyan(opened);
  expect(await pinned(page)).toBe(true);
  await page.keyboard.press("p");
  await until(async () => !(await pinned(page)), "P lets go");
  await page.keyboard.press("P");
  await until(() => pinned(page), "P pins");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await waitForNoCard(page);
  expect(await page.evaluate("keys")).toEqual([]);
});

test("the next name takes the open card along, with the keyboard in it", async () => {
  const opened = await open();
  const { page, remote } = opened;
  await openMikoyan(opened);
  await remote.command("next-mention");
  const card = await waitForCard(page, ({ heading }) => heading.includes("Beijing"));
  expect(card.focused).toBe(true);
  expect((await current(page))?.text).toBe("Beijing");
  await remote.command("close-card");
  await waitForNoCard(page);
});

test("a name inside the card opens in it, and Shift+Tab and Enter lead back", async () => {
  const opened = await open();
  const { page } = opened;
  await openMikoyan(opened);
  await tabTo(page, "Kim Il Sung");
  await page.keyboard.press("Enter");
  await waitForCard(page, (card) => card.heading.includes("Kim Il Sung"));
  // The name of who is shown now is where reading goes on.
  await until(async () => (await focusInCard(page))?.tag === "h2", "the focus is on the name");
  await page.keyboard.down("Shift");
  await page.keyboard.press("Tab");
  await page.keyboard.up("Shift");
  expect((await focusInCard(page))?.label).toBe("Back to Anastas Mikoyan");
  await page.keyboard.press("Enter");
  await waitForCard(page, (card) => card.heading.includes("Mikoyan") && card.focused);
  await page.keyboard.press("Escape");
  await waitForNoCard(page);
});

test("the shortcuts take up a card that the pointer opened", async () => {
  const { page, remote } = await open();
  await hoverText(page, "Kim Il Sung");
  expect((await waitForCard(page)).focused).toBe(false);
  await remote.command("open-card");
  expect((await waitForCard(page, (card) => card.focused)).heading).toContain("Kim Il Sung");
  await remote.command("next-mention");
  expect((await waitForCard(page, ({ heading }) => !heading.includes("Kim"))).heading).toContain("Pyongyang");
});

test("a shortcut pins the card that the pointer opened, and lets go of it again", async () => {
  const { page, remote } = await open();
  const { x, y } = await hoverText(page, "Kim Il Sung");
  await waitForCard(page);
  expect(await pinned(page)).toBe(false);
  await remote.command("pin-card");
  expect(await pinned(page)).toBe(true);
  await page.mouse.move(x, y - 80, { steps: 5 });
  await pause(800);
  expect(await readCard(page)).not.toBeNull();
  await remote.command("pin-card");
  await page.mouse.move(x - 40, y - 80, { steps: 5 });
  await waitForNoCard(page);
});

test("a name that was clicked is as it was before once its card is closed", async () => {
  const { page } = await open();
  const { x, y } = await hoverText(page, "Kim Il Sung");
  await page.mouse.click(x, y);
  await until(() => pinned(page), "the click pins");
  expect((await current(page))?.text).toBe("Kim Il Sung");
  await page.keyboard.press("Escape");
  await waitForNoCard(page);
  expect(await current(page)).toBeNull();
});

test("keys that are typed into the page are the page's", async () => {
  const { page } = await open();
  // The card's code is there, and no card.
  await hoverText(page, "Kim Il Sung");
  await waitForCard(page);
  await page.keyboard.press("Escape");
  await waitForNoCard(page);
  await page.evaluate("keys.length = 0");

  await page.focus("#field");
  await page.keyboard.press("End");
  for (const key of ["Escape", "p", "Escape"]) await page.keyboard.press(key as "p");
  expect(await page.evaluate("keys")).toEqual(["End", "Escape", "p", "Escape"]);
  expect(await focusOnPage(page)).toBe("field");
  expect(await page.$eval("#field", (field) => (field as HTMLInputElement).value)).toBe("abcdefp");
  expect(backstory.errors(page)).toEqual([]);
});

test("a screen reader finds a dialog with a name, and everything in it that can be pressed has one", async () => {
  const opened = await open();
  await openMikoyan(opened);
  const [dialog, ...others] = await dialogsReadAloud(backstory, opened.page);
  expect(others).toEqual([]);
  expect(dialog?.name).toBe("Anastas Mikoyan");
  const parts = flat(dialog!);
  const named = (role: string) => parts.filter((part) => part.role === role).map((part) => part.name);
  expect(named("heading")).toEqual([expect.stringMatching(/^Anastas Mikoyan/)]);
  expect(named("button")).toEqual(expect.arrayContaining(["Pin", "Cite", "Close", "Next quote", "Previous quote", "Timeline"]));
  expect(named("link")).toContain("Kim Il Sung");
  expect([...named("button"), ...named("link")].filter((name) => name.trim() === "")).toEqual([]);
  expect(parts.filter((part) => part.role === "StaticText").map((part) => part.name).join("")).toContain("1895–1978");
});
