/** Pages as they are found out there: each must be read, and none disturbed. */
import { expect, test } from "vitest";
import { hoverText, launch, mentions, pause, pressInCard, readCard, serialiseDom, waitForCard, waitForNoCard, waitForPaint } from "./harness";

const backstory = await launch();

const textsOf = (names: { text: string }[]) => names.map((name) => name.text);

test.for(["strict-csp.html", "trusted-types.html", "dark.html"])("%s: names are marked and a card opens", async (file) => {
  const page = await backstory.openPage(file);
  await waitForPaint(page, { atLeast: 8 });
  await hoverText(page, "Kim Il Sung");
  const card = await waitForCard(page);
  expect(card.heading).toContain("Kim Il Sung");
  // A card whose style was blocked would be as wide as the page.
  expect(card.box.width).toBeLessThan(500);
  expect(backstory.errors(page)).toEqual([]);
});

test("what is added while the reader scrolls is marked too", async () => {
  const page = await backstory.openPage("infinite-scroll.html");
  const before = await waitForPaint(page);
  for (let i = 0; i < 8; i++) {
    await page.mouse.wheel({ deltaY: 3_000 });
    await pause(150);
  }
  const after = await waitForPaint(page, { atLeast: before.length + 20 });
  expect(textsOf(after.slice(-6))).toContain("Peng Dehuai");
  await hoverText(page, "Anastas Mikoyan", { nth: 5 });
  expect((await waitForCard(page)).heading).toContain("Mikoyan");
});

test("a single-page application is read again after each change of address", async () => {
  const page = await backstory.openPage("spa/envoys");
  expect(textsOf(await waitForPaint(page))).toContain("Anastas Mikoyan");
  await page.click("a[href='/spa/war']");
  const war = await waitUntil(async () => textsOf(await mentions(page)), (texts) => texts.includes("Korean War"));
  expect(war).not.toContain("Anastas Mikoyan");
  await page.click("a[href='/spa/nobody']");
  await waitUntil(() => mentions(page), (names) => names.length === 0);
  await page.goBack();
  await waitUntil(async () => textsOf(await mentions(page)), (texts) => texts.includes("Korean War"));
});

test("open shadow roots are read, one inside another too", async () => {
  const page = await backstory.openPage("shadow-roots.html");
  const texts = textsOf(await waitForPaint(page, { atLeast: 8 }));
  expect(texts).toContain("Peng Dehuai");
  expect(texts.filter((text) => text === "Nikita Khrushchev")).toHaveLength(2);
  await hoverText(page, "Peng Dehuai");
  expect((await waitForCard(page)).heading).toContain("Peng Dehuai");
});

test("a frame of the same origin is read as part of the page", async () => {
  const page = await backstory.openPage("frames.html");
  await waitForPaint(page);
  const frame = page.frames().find((each) => each.url().endsWith("/frame.html"))!;
  const names = await waitForPaint(frame);
  expect(textsOf(names)).toContain("Kim Il Sung");
  await hoverText(page, "Pyongyang", { frame });
  expect((await waitForCard(page)).heading).toContain("Pyongyang");
});

test("text from right to left is read, and the card stays within the window", async () => {
  const page = await backstory.openPage("right-to-left.html");
  const texts = textsOf(await waitForPaint(page));
  expect(texts).toContain("Kim Il Sung");
  await hoverText(page, "Peng Dehuai");
  const { heading, box } = await waitForCard(page);
  expect(heading).toContain("Peng Dehuai");
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(1200);
});

test("Cyrillic, Chinese and Korean names are marked", async () => {
  const page = await backstory.openPage("many-scripts.html");
  const texts = textsOf(await waitForPaint(page));
  expect(texts).toEqual(expect.arrayContaining(["Ким Ир Сен", "金日成", "毛泽东", "彭德怀", "김일성", "마오쩌둥"]));
  await hoverText(page, "김일성");
  expect((await waitForCard(page)).heading).toContain("Kim Il Sung");
});

test("code, fields, what the reader writes and what is hidden stay untouched", async () => {
  const page = await backstory.openPage("forms.html");
  const before = textsOf(await waitForPaint(page));
  // Once in each of two paragraphs, and nowhere else.
  expect(before.filter((text) => text === "Peng Dehuai")).toHaveLength(1);
  expect(before.filter((text) => text === "Nikita Khrushchev")).toHaveLength(1);
  await page.click("#more");
  const after = await waitUntil(async () => textsOf(await mentions(page)), (texts) => texts.length > before.length);
  expect(after.filter((text) => text === "Nikita Khrushchev")).toHaveLength(2);
});

test("a card opens inside of a modal dialog, and takes presses there", async () => {
  const page = await backstory.openPage("modal-dialog.html");
  await waitForPaint(page);
  await page.click("#open");
  await waitUntil(() => mentions(page), (names) => names.filter((name) => name.text === "Peng Dehuai").length === 3);
  await hoverText(page, "Peng Dehuai", { nth: 2 });
  const card = await waitForCard(page);
  expect(card.heading).toContain("Peng Dehuai");
  await pressInCard(page, card.buttons[0]!);
});

test("a page that lays traps springs none, and is read all the same", async () => {
  const page = await backstory.openPage("hostile.html");
  const dom = await serialiseDom(page);
  await waitForPaint(page, { atLeast: 8 });
  await hoverText(page, "Peng Dehuai");
  expect((await waitForCard(page)).heading).toContain("Peng Dehuai");
  await page.keyboard.press("Escape");
  await waitForNoCard(page);
  expect(dom).toContain('#text "untouched"');
  expect(await serialiseDom(page)).toContain('#text "untouched"');
  expect(backstory.errors(page)).toEqual([]);
});

test("a page that never rests keeps its names and its card", async () => {
  const page = await backstory.openPage("endless-mutator.html");
  await waitUntil(() => mentions(page), (names) => names.length >= 8);
  await hoverText(page, "Anastas Mikoyan");
  const { heading } = await waitForCard(page);
  expect(heading).toContain("Mikoyan");
  await pause(1_000);
  expect((await readCard(page))?.heading).toBe(heading);
  // Frames that we take longer for than a sixth of a second would be felt.
  const frames = Number(await page.$eval("#count", (element) => element.textContent));
  await pause(2_000);
  expect(Number(await page.$eval("#count", (element) => element.textContent)) - frames).toBeGreaterThan(12);
});

/** Asks again and again until the answer will do. */
async function waitUntil<T>(ask: () => Promise<T>, enough: (answer: T) => boolean, timeoutMs = 15_000): Promise<T> {
  for (const deadline = Date.now() + timeoutMs; ; await pause(50)) {
    const answer = await ask();
    if (enough(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`After ${timeoutMs / 1000} s it is still ${JSON.stringify(answer)}`);
  }
}
