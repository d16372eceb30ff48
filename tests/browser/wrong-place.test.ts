/**
 * Whatever a page does to its text, no highlight ever stands on other words: a page is changed at random, again and again,
 * and looked at in every frame that is drawn meanwhile.
 */
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { describe } from "../../src/anchoring/describe";
import { articleKeys } from "../../src/highlights/address";
import { newHighlight } from "../../src/highlights/new";
import { uuid } from "../../src/highlighter/selected";
import { COLOURS, type Highlight } from "../../src/messages/highlight";
import { expression } from "../../scripts/drive/in-page";
import { keptOf, launch, pause, type Remote, remoteOf, until } from "./harness";

const backstory = await launch();

const ROUNDS = 5;
const MUTATIONS = 10;
const SEEDS = [19, 56];

/** Mulberry32, by Tommy Ettinger (public domain): the same numbers each time. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WORDS = (
  "envoy party leader capital promise letter meeting autumn river border army minister village harvest winter speech treaty railway " +
  "factory student soldier bridge island harbour witness doubt memory rumour answer question silence journey council banner"
).split(" ");

function paragraph(next: () => number): string {
  const sentence = () => Array.from({ length: 8 + Math.floor(next() * 6) }, () => WORDS[Math.floor(next() * WORDS.length)]).join(" ");
  return Array.from({ length: 4 }, () => `The ${sentence()} ${Math.floor(next() * 900)}.`).join(" ");
}

/** Keeps twenty passages of the page, in all colours. */
async function keep(remote: Remote, address: string, paragraphs: readonly string[], next: () => number): Promise<void> {
  const text = ["Twenty passages", ...paragraphs].join("\n");
  for (let at = 0; at < 20; at++) {
    const start = text.indexOf(paragraphs[at]!) + Math.floor(next() * 40);
    const end = start + 40 + Math.floor(next() * 90);
    const page = { keys: articleKeys(address), url: address, title: "", site: "", author: "", published: "", lang: "en" };
    const highlight = newHighlight({
      id: uuid(),
      now: new Date(),
      kind: "passage",
      text: text.slice(start, end),
      page,
      colour: COLOURS[at % COLOURS.length]!,
      anchor: describe(text, start, end),
    });
    expect(await remote.toBackground({ backstory: "page:save-highlight", request: { highlight } })).not.toHaveProperty("answer.refused");
  }
}

interface Seen {
  frames: number;
  /** What was painted as unchanged, and as changed, in any frame; white space aside. */
  same: string[];
  changed: string[];
}

/** Runs in the page: notes in each frame what is painted. */
function watchPaint(colours: string[]): void {
  const seen = { frames: 0, same: new Set<string>(), changed: new Set<string>() };
  Object.assign(globalThis, { seen });
  const look = () => {
    seen.frames++;
    for (const colour of colours) {
      for (const changed of [false, true]) {
        for (const { startContainer, startOffset, endOffset } of CSS.highlights.get(`backstory-hl-${colour}${changed ? "-changed" : ""}`) ?? []) {
          const words = (startContainer as Text).data.slice(startOffset, endOffset).replace(/\s+/g, "");
          if (startContainer.isConnected && words) seen[changed ? "changed" : "same"].add(words);
        }
      }
    }
    requestAnimationFrame(look);
  };
  look();
}

/** Runs in the page: one change of any sort, with numbers between 0 and 1 that say which and where. */
function mutate(which: number, where: number, other: number, added: string): void {
  const article = document.querySelector("article")!;
  const all = [...article.querySelectorAll("p")];
  const one = all[Math.floor(where * all.length)]!;
  const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
  const text = texts.nextNode() as Text | null;
  const at = text ? Math.floor(other * text.data.length) : 0;
  const changes = [
    () => one.before(Object.assign(document.createElement("p"), { textContent: added })),
    () => all.length > 16 && one.remove(),
    () => one.replaceWith(one.cloneNode(true)),
    () => all[Math.floor(other * all.length)]!.after(one),
    () => text?.insertData(at, " anew "),
    () => text?.deleteData(at, 7),
    () => text && (text.data = text.data.replace(/\b(\w+) (\w+)\b/, "$2 $1")),
    () => text && text.data.length > 2 && text.splitText(Math.max(1, at)),
    () => one.normalize(),
    () => one.replaceChildren(one.textContent ?? ""),
    () => {
      const range = document.createRange();
      if (!text || text.data.length < 30) return;
      range.setStart(text, 10);
      range.setEnd(text, 25);
      range.surroundContents(document.createElement("em"));
    },
    () => article.replaceChildren(...[...article.childNodes].map((node) => node.cloneNode(true))),
  ];
  changes[Math.floor(which * changes.length)]!();
}

const bare = (text: string) => text.replace(/\s+/g, "");

/** Painted words by colour, in the order in which they stand, when the page rests. */
function readAll(colours: string[]): string[] {
  return colours.map((colour) => {
    const pieces = [false, true].flatMap((changed) => [...(CSS.highlights.get(`backstory-hl-${colour}${changed ? "-changed" : ""}`) ?? [])]);
    const order = pieces.filter(({ startContainer }) => startContainer.isConnected);
    order.sort((a, b) =>
      a.startContainer === b.startContainer
        ? a.startOffset - b.startOffset
        : a.startContainer.compareDocumentPosition(b.startContainer) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    );
    return order.map(({ startContainer, startOffset, endOffset }) => (startContainer as Text).data.slice(startOffset, endOffset)).join("").replace(/\s+/g, "");
  });
}

/** True where a text is made of all these, in whatever order. */
function isMadeOf(text: string, parts: readonly string[]): boolean {
  if (parts.length === 0) return text === "";
  return parts.some((part, at) => text.startsWith(part) && isMadeOf(text.slice(part.length), parts.toSpliced(at, 1)));
}

/** How many of the words of one text stand in another, from 0 to 1. */
function share(text: string, other: string): number {
  const grams = (words: string) => new Set(Array.from({ length: Math.max(1, words.length - 3) }, (_, at) => words.slice(at, at + 4)));
  const own = [...grams(text)];
  const there = grams(other);
  return own.filter((gram) => there.has(gram)).length / own.length;
}

/** At rest, what is painted is what each highlight is said to be now. */
async function expectAtRest(page: Page, remote: Remote, kept: readonly Highlight[]): Promise<void> {
  let last: unknown;
  const isRight = async () => {
    const { answer } = (await remote.toPage({ backstory: "tab:highlights", request: {} })) as { answer: { id: string; state: string | null }[] };
    const states = new Map(answer.map(({ id, state }) => [id, state]));
    const painted = (await page.evaluate(expression(readAll, [...COLOURS]))) as string[];
    const now = await keptOf(remote, page.url());
    last = COLOURS.map((colour, at) => {
      const own = kept.filter((each) => each.colour === colour && states.get(each.id) !== "orphan");
      const parts = own.map(({ id, text }) => bare(states.get(id) === "changed" ? (now.find((each) => each.id === id)?.found?.text ?? "") : text));
      const isSettled = own.every(({ id }) => states.get(id) !== null);
      return isSettled && isMadeOf(painted[at]!, parts) ? null : { colour, states: own.map(({ id }) => states.get(id)), painted: painted[at], parts };
    });
    return (last as unknown[]).every((each) => each === null);
  };
  const wait = async (times: number): Promise<void> =>
    until(isRight, "right at rest").catch((error: unknown) => {
      if (times === 0) throw new Error(`${String(error)}: ${JSON.stringify(last, null, 1)}`);
      return wait(times - 1);
    });
  await wait(2);
}

test.each(SEEDS)("twenty highlights on a page that changes at random (%i)", async (seed) => {
  const next = random(seed);
  const paragraphs = Array.from({ length: 24 }, () => paragraph(next));
  const article = `<article><h1>Twenty passages</h1>${paragraphs.map((text) => `<p>${text}</p>`).join("\n")}</article>`;
  const address = backstory.site.add(`<!doctype html><html lang="en"><head><title>Twenty</title></head><body>${article}</body></html>`);
  const page = await backstory.openPage(address);
  const remote = await remoteOf(backstory, page);
  await keep(remote, address, paragraphs, next);
  await page.reload();
  const kept = await keptOf(remote, address);
  expect(kept).toHaveLength(20);
  await until(async () => ((await page.evaluate(expression(readAll, [...COLOURS]))) as string[]).every((text) => text !== ""), "all are painted");
  await page.evaluate(expression(watchPaint, [...COLOURS]));

  for (let round = 0; round < ROUNDS; round++) {
    for (let at = 0; at < MUTATIONS; at++) {
      await page.evaluate(expression(mutate, next(), next(), next(), paragraph(next)));
      await pause(Math.floor(next() * 120));
    }
    // The reader does something: watching begins afresh.
    await page.evaluate(() => document.dispatchEvent(new Event("scroll")));
    await pause(1_000);
    await expectAtRest(page, remote, kept);
  }

  const seen = (await page.evaluate("({ frames: seen.frames, same: [...seen.same], changed: [...seen.changed] })")) as Seen;
  expect(seen.frames).toBeGreaterThan(20);
  const own = kept.map(({ text }) => bare(text));
  expect(seen.same.filter((words) => !own.some((text) => text.includes(words)))).toEqual([]);
  // Of what is said to be changed, most of a piece of some length is still what it was.
  expect(seen.changed.filter((words) => words.length > 25 && !own.some((text) => share(words, text) >= 0.4))).toEqual([]);
  expect(backstory.errors(page)).toEqual([]);
});
