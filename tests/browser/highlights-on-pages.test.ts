/** Highlights among everything that pages and readers do: other addresses, switches, caches, pages written anew, the extension gone. */
import type { Page } from "puppeteer-core";
import { afterEach, expect, test } from "vitest";
import { NOTICE_HOST, readBar, waitForBar, waitForNoBar } from "../../scripts/drive/bar";
import type { Highlight } from "../../src/messages/highlight";
import {
  changeSettings,
  install,
  KEEP_ADDRESS,
  keepSelected,
  keptOf,
  launch,
  paintedPassages,
  pause,
  type Remote,
  remoteOf,
  sayHighlight,
  selectText,
  uninstall,
  until,
} from "./harness";

const backstory = await launch(KEEP_ADDRESS);
let installed = true;

afterEach(async () => {
  if (!installed) await install(backstory);
  installed = true;
});

const QUOTE = "promised that the decisions would be taken back";
const BODY = `<article><h1>Two envoys</h1>
  <p>In September 1956 two envoys came to Pyongyang, where the party had just expelled those who had spoken against its leader.</p>
  <p>They stayed for four days, were ${QUOTE}, and left in the belief that their journey had been a success.</p>
  <p>Nothing of it was done, and by the end of the year nobody in either capital cared to remember what had been said there.</p></article>`;

const html = (head = "", body = BODY) => `<!doctype html><html lang="en"><head><title>Two envoys</title>${head}</head><body>${body}</body></html>`;
const canonical = (path: string) => `<link rel="canonical" href="${path}">`;

const texts = async (page: Page) => (await paintedPassages(page)).map(({ text }) => text);

async function expectPainted(page: Page, wanted: string[], what = "painted"): Promise<void> {
  let last: string[] = [];
  await until(async () => JSON.stringify((last = await texts(page))) === JSON.stringify(wanted), what).catch(() => expect(last, what).toEqual(wanted));
}

/** Long enough for a highlight that were there to be painted. */
async function expectNothing(page: Page): Promise<void> {
  await pause(1_500);
  expect(await texts(page)).toEqual([]);
}

/** A page with a highlight on it. */
async function highlighted(address = backstory.site.add(html())): Promise<{ page: Page; remote: Remote; address: string; kept: Highlight }> {
  const page = await backstory.openPage(address);
  const remote = await keepSelected(backstory, page, () => selectText(page, QUOTE));
  await expectPainted(page, [QUOTE]);
  const [kept] = await keptOf(remote, page.url());
  return { page, remote, address, kept: kept! };
}

test("one article is found under its other addresses: with marks, as AMP, for printing, by its canonical link alone", async () => {
  const path = "/2017/07/05/two-envoys-come-to-pyongyang.html";
  const address = backstory.site.add(html(canonical(path)), {}, path);
  await highlighted(`${address}?utm_source=letter&fbclid=abc`);

  backstory.site.add(html(), {}, `/amp${path}`);
  backstory.site.add(html(canonical(path)), {}, "/features/envoys/two-envoys-come-to-pyongyang");
  for (const other of [path, `${path}?utm_medium=social#top`, `/amp${path}`, "/features/envoys/two-envoys-come-to-pyongyang"]) {
    await expectPainted(await backstory.openPage(other), [QUOTE], other);
  }
});

test("one that was kept under another address is found where the article names that as its own", async () => {
  const amp = "/mobile-stories/the-envoys-left-after-four-days";
  const address = "/world/the-envoys-left-after-four-days";
  backstory.site.add(html(), {}, amp);
  backstory.site.add(html(`<link rel="amphtml" href="${amp}">`), {}, address);
  await highlighted(backstory.site.origin + amp);
  const page = await backstory.openPage(address);
  await pause(1_000);
  const remote = await remoteOf(backstory, page);
  // Whether the two are one the highlighter decides by what they share.
  expect((await keptOf(remote, backstory.site.origin + amp)).length).toBe(1);
  expect([[], [QUOTE]]).toContainEqual(await texts(page));
});

test("two articles with the same words share nothing, whatever their canonical links say", async () => {
  const head = canonical("/news/");
  const address = backstory.site.add(html(head), {}, "/news/story");
  await highlighted(`${address}?id=1001`);
  await expectNothing(await backstory.openPage(`${address}?id=1002`));
  backstory.site.add(html(canonical("/news/story?id=1001")), {}, "/news/another-story-altogether-of-that-year");
  await expectNothing(await backstory.openPage("/news/another-story-altogether-of-that-year"));
});

test("what an application keeps of its last article in the head is not believed of the next", async () => {
  const first = "/app/the-first-of-two-long-stories";
  const second = "/app/the-second-of-two-long-stories";
  for (const path of [first, second]) backstory.site.add(html(canonical(first)), {}, path);
  const page = await backstory.openPage(first);
  await page.evaluate((path) => history.pushState(null, "", path), second);
  const remote = await keepSelected(backstory, page, () => selectText(page, QUOTE));
  expect(await keptOf(remote, backstory.site.origin + first)).toEqual([]);
  expect((await keptOf(remote, backstory.site.origin + second))[0]?.page.keys).toEqual([`${backstory.site.origin.replace("http:", "https:")}${second}`]);
});

test("switched off everywhere or on the site, nothing is painted or offered, and all is back when it is switched on", async () => {
  const { page, remote } = await highlighted();
  for (const settings of [{ on: false }, { offSites: ["127.0.0.1"] }]) {
    await changeSettings(backstory, settings);
    await expectPainted(page, []);
    await page.bringToFront();
    await selectText(page, "They stayed");
    await pause(800);
    expect(await readBar(page)).toBeNull();
    expect(await sayHighlight(remote)).toBe(false);
    await changeSettings(backstory, {});
    await expectPainted(page, [QUOTE], JSON.stringify(settings));
  }
});

test("“not on this page” holds for the highlighter too, also where it would come in later", async () => {
  const { page, remote, kept } = await highlighted();
  const wake = (on: boolean) => remote.toPage({ backstory: "tab:wake", request: { on } });
  await wake(false);
  await expectPainted(page, []);
  // A view that wants to show the highlight brings the highlighter where none answers.
  await remote.toBackground({ backstory: "view:open-highlight", request: { id: kept.id } });
  await expectNothing(page);
  await wake(true);
  await expectPainted(page, [QUOTE]);

  await page.reload();
  await expectPainted(page, [QUOTE]);
  const other = await backstory.openPage(backstory.site.add(html()));
  const speaker = await remoteOf(backstory, other);
  await until(async () => (await speaker.toPage({ backstory: "tab:wake", request: { on: false } }).catch(() => null)) !== null, "it is switched off");
  await selectText(other, "They stayed");
  await pause(1_000);
  expect(await readBar(other)).toBeNull();
  expect(await sayHighlight(speaker)).toBe(false);
});

test("a page that the reader comes back to shows what has become of its highlights meanwhile", async () => {
  const { page, remote, kept } = await highlighted();
  await page.goto(backstory.site.add(html("", "<p>Another page</p>")));
  await page.goBack();
  await expectPainted(page, [QUOTE]);
  await page.goForward();
  expect(await remote.toBackground({ backstory: "page:delete-highlights", request: { ids: [kept.id] } })).toMatchObject({ answer: { count: 1 } });
  await page.goBack();
  await expectPainted(page, []);
  expect(backstory.errors(page)).toEqual([]);
});

test("a document that is written anew, and one that throws out all highlights, have theirs again", async () => {
  const { page } = await highlighted();
  await page.evaluate((text) => {
    document.open();
    document.write(text);
    document.close();
  }, html());
  await expectPainted(page, [QUOTE], "written anew");
  await page.evaluate(() => {
    CSS.highlights.clear();
    document.querySelector("article")!.append("Something new.");
  });
  await expectPainted(page, [QUOTE], "thrown out");
  expect(backstory.errors(page)).toEqual([]);
});

test("a page outlives the extension, and takes it back", async () => {
  const { page } = await highlighted();
  if (backstory.family === "firefox") {
    // There our code ends at once, and nobody can take away what stands open: the reader closes it before.
    await waitForBar(page, ({ text }) => text.includes("Saved"));
    await page.keyboard.press("Escape");
    await waitForNoBar(page);
  }
  installed = false;
  await uninstall(backstory);
  await page.evaluate(() => {
    document.querySelectorAll("p")[1]!.firstChild!.nodeValue = "Other words stand here now, and none of them were ever highlighted by anybody.";
  });
  await pause(1_000);
  // Firefox stops our code at once, and takes away the style: nothing can be seen of what is registered still.
  if (backstory.family === "chromium") expect(await texts(page)).toEqual([]);
  await page.mouse.click(200, 120);
  await selectText(page, "In September");
  await pause(500);
  expect(backstory.errors(page)).toEqual([]);
  expect(await page.$$eval("backstory-bar, backstory-notice", (hosts) => hosts.length)).toBe(0);

  await install(backstory);
  installed = true;
  await keepSelected(backstory, page, () => selectText(page, "the party had just"));
  await expectPainted(page, ["the party had just"]);
  expect(backstory.errors(page)).toEqual([]);
});

test("a highlight is opened in a new tab where none has its page; one that is gone is told of there", async () => {
  const { page, remote, address, kept } = await highlighted();
  await page.close();
  const opened = async () => (await backstory.driven.browser.pages()).find((each) => each.url() === address)!;
  const open = () => remote.toBackground({ backstory: "view:open-highlight", request: { id: kept.id } });
  expect(await open()).toEqual({ answer: true });
  await until(async () => (await opened()) !== undefined, "a tab is opened");
  const tab = await opened();
  await until(() => tab.evaluate(() => (CSS.highlights.get("backstory-hl-current")?.size ?? 0) > 0), "it stands out");
  await tab.close();

  backstory.site.change(address, html("", BODY.replace(/<p>They stayed[^]*?<\/p>/, "")));
  expect(await open()).toEqual({ answer: true });
  await until(async () => (await opened()) !== undefined, "a tab is opened again");
  const again = await opened();
  await waitForBar(again, ({ text }) => text.includes("Your highlight is no longer on this page."), { host: NOTICE_HOST, timeoutMs: 30_000 });
  expect(await texts(again)).toEqual([]);
  await again.close();
});
