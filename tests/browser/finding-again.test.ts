/** Highlights find their passages again, whatever has become of the page, and stand on no other words. */
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { keepSelected, keptOf, launch, type PaintedPassage, paintedPassages, pause, type Remote, remoteOf, selectText, serialiseDom, until } from "./harness";

const backstory = await launch();

const FIRST =
  "In September 1956 two envoys came to Pyongyang, where the party had just expelled those who had spoken against its leader at the last meeting of the committee.";
const SECOND =
  "They stayed for four days, were promised that the decisions would be taken back, and left in the belief that their journey had been a success after all.";
const THIRD = "Nothing of what had been promised was done, and by the end of the year nobody in either capital cared to remember that there had been a promise.";
const QUOTE = "were promised that the decisions would be taken back";

function article(...paragraphs: string[]): string {
  const body = paragraphs.map((text) => `<p>${text}</p>`).join("\n      ");
  return `<!doctype html><html lang="en"><head><title>Envoys</title></head><body>
    <article>
      <h1>Two envoys</h1>
      ${body}
    </article></body></html>`;
}

/** Saves a text of the page, as the shortcut does. @returns the speaker to the page */
async function highlight(page: Page, from: string, to = from): Promise<Remote> {
  const remote = await keepSelected(backstory, page, () => selectText(page, from, to));
  await until(async () => (await paintedPassages(page)).length > 0, "it is painted");
  return remote;
}

const texts = async (page: Page) => (await paintedPassages(page)).map(({ text }) => text);

async function waitForPassages(page: Page, wanted: PaintedPassage[]): Promise<void> {
  let last: PaintedPassage[] = [];
  await until(async () => JSON.stringify((last = await paintedPassages(page))) === JSON.stringify(wanted), `painted: ${JSON.stringify(wanted)}`).catch(
    () => expect(last).toEqual(wanted),
  );
}

/** An article with a highlight on it, closed again. */
async function visited(): Promise<string> {
  const address = backstory.site.add(article(FIRST, SECOND, THIRD));
  const page = await backstory.openPage(address);
  const remote = await highlight(page, QUOTE);
  expect(await texts(page)).toEqual([QUOTE]);
  await remote.from.close();
  await page.close();
  return address;
}

const YELLOW = { colour: "yellow", changed: false };

test("a highlight is painted on the same words when the page is opened again, and nothing in the page is touched", async () => {
  const address = await visited();
  const page = await backstory.openPage(address);
  const before = await serialiseDom(page);
  await waitForPassages(page, [{ text: QUOTE, ...YELLOW }]);
  expect(await serialiseDom(page)).toBe(before);
  expect(backstory.errors(page)).toEqual([]);
});

test("text that was put in front moves it, and an edited passage is painted as changed", async () => {
  const address = await visited();
  backstory.site.change(address, article(THIRD.replace("Nothing", "Little"), FIRST, "Another paragraph that was not here before, in front of it all.", SECOND, THIRD));
  await waitForPassages(await backstory.openPage(address), [{ text: QUOTE, ...YELLOW }]);

  backstory.site.change(address, article(FIRST, SECOND.replace("the decisions would", "all decisions would soon"), THIRD));
  await waitForPassages(await backstory.openPage(address), [{ text: QUOTE.replace("the decisions would", "all decisions would soon"), colour: "yellow", changed: true }]);
});

test("a deleted passage is painted nowhere, and is said to be gone when the page has had its time", async () => {
  const address = await visited();
  backstory.site.change(address, article(FIRST, THIRD));
  const page = await backstory.openPage(address);
  const remote = await remoteOf(backstory, page);
  await pause(2_000);
  expect(await texts(page)).toEqual([]);
  const state = async () => (await keptOf(remote, address))[0]!.found?.state;
  expect(await state()).not.toBe("orphan");
  await pause(7_000);
  await until(async () => (await state()) === "orphan", "it is said to be gone");
});

test("an article that is rendered late, and anew with other nodes, keeps its highlight on its words", async () => {
  const address = await visited();
  const late = `<script>setTimeout(() => { document.body.innerHTML = ${JSON.stringify(article(FIRST, SECOND, THIRD).replace(/^[^]*<body>|<\/body>[^]*$/g, ""))}; }, 1500)</script>`;
  backstory.site.change(address, `<!doctype html><title>Envoys</title><body><p>One moment</p>${late}</body>`);
  const page = await backstory.openPage(address);
  await waitForPassages(page, [{ text: QUOTE, ...YELLOW }]);

  // The words change under it: the paint is gone before anybody could see it there, and back when they are.
  const during = await page.evaluate(async () => {
    const node = document.querySelectorAll("p")[1]!.firstChild as Text;
    const text = node.data;
    node.data = text.replace("were promised", "were threatened, so they said,");
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const painted = [...(CSS.highlights.get("backstory-hl-yellow") ?? [])].length;
    node.data = text;
    return painted;
  });
  expect(during).toBe(0);
  await waitForPassages(page, [{ text: QUOTE, ...YELLOW }]);

  await page.evaluate(() => {
    for (const paragraph of document.querySelectorAll("p")) paragraph.replaceWith(paragraph.cloneNode(true));
  });
  await waitForPassages(page, [{ text: QUOTE, ...YELLOW }]);
});

test("each article of a single-page application has its own highlights, there and back", async () => {
  const words = "broken his opponents at a meeting of his party";
  const page = await backstory.openPage("spa/envoys");
  const remote = await highlight(page, words);
  await remote.from.close();
  await page.click("a[href='/spa/war']");
  await waitForPassages(page, []);
  await pause(1_500);
  expect(await texts(page)).toEqual([]);
  await page.goBack();
  await waitForPassages(page, [{ text: words, ...YELLOW }]);
});

test("passages in a shadow root, in a frame, across blocks and under a strict policy are found again", async () => {
  const cases: { file: string; from: string; to: string; frame?: string }[] = [
    { file: "shadow-roots.html", from: "Deeper still", to: "a component within a component" },
    { file: "strict-csp.html", from: "The two men saw", to: "a small neighbour" },
  ];
  for (const { file, from, to } of cases) {
    const page = await backstory.openPage(file);
    const remote = await highlight(page, from, to);
    const [painted] = await texts(page);
    expect(painted).toMatch(new RegExp(`^${from}.*${to}$`));
    await remote.from.close();
    await page.reload();
    await until(async () => (await texts(page))[0] === painted, `${file}: painted again`);
    expect(backstory.errors(page)).toEqual([]);
  }
});

test("a highlight in a frame of the same origin is painted there", async () => {
  const page = await backstory.openPage("frames.html");
  const inFrame = () => page.frames().find((each) => each.url().endsWith("/frame.html"))!;
  const words = "Pyongyang";
  await keepSelected(backstory, page, () => selectText(inFrame(), words));
  await until(async () => (await paintedPassages(inFrame()))[0]?.text === words, "it is painted");
  await page.reload();
  await until(async () => (await paintedPassages(inFrame()))[0]?.text === words, "it is painted again");
});

test("a view goes to a highlight: in the tab that has it, and out of what is folded away", async () => {
  const address = backstory.site.add(article(FIRST, SECOND, `<details><summary>More</summary><p>${THIRD.repeat(3)} At last the folded words came to light.</p></details>`));
  const page = await backstory.openPage(address);
  await page.evaluate(() => (document.querySelector("details")!.open = true));
  const remote = await highlight(page, "the folded words came");
  await page.reload();
  await until(async () => (await texts(page)).length === 1, "it is painted, though nobody sees it");
  const [{ id, state }] = ((await remote.toPage({ backstory: "tab:highlights", request: {} })) as { answer: { id: string; state: string }[] }).answer as [{ id: string; state: string }];
  expect(state).toBe("exact");
  expect(await remote.toBackground({ backstory: "view:open-highlight", request: { id } })).toEqual({ answer: true });
  await until(() => page.$eval("details", ({ open }) => open), "it is unfolded");
  expect(await page.evaluate(() => CSS.highlights.get("backstory-hl-current")?.size)).toBeGreaterThan(0);
});
