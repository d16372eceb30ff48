import { Window } from "happy-dom";
import { expect, test } from "vitest";
import { type Block, readBlocks } from "../page/blocks";
import type { CastMember, Mention } from "../page/mention";
import { Dates, type PageHead, pageStory } from "./page-story";

const HEAD: PageHead = { state: "on", url: "https://news.example/a", title: "A", lang: "en", published: "2017-07-05" };
const KIM: CastMember = { ref: "p/kim", name: "Kim", kind: "person" };
const MAO: CastMember = { ref: "p/mao", name: "Mao", kind: "person" };

/** The blocks of a page, and the mentions of those in it, in reading order. */
function page(html: string): { blocks: Block[]; mentions: Mention[] } {
  const document = new new Window().DOMParser().parseFromString(html, "text/html");
  const blocks: Block[] = [];
  const finds = { block: (block: Block) => void blocks.push(block), root: () => undefined, hidden: () => false };
  for (const _ of readBlocks(document as unknown as Document, finds)); // Read to the end.
  const mentions = blocks.flatMap((block) =>
    [...block.text.matchAll(/Kim|Mao/g)].map(({ index, 0: text }): Mention => {
      const member = text === "Kim" ? KIM : MAO;
      return { key: `${index}`, block, start: index, end: index + text.length, member, confidence: 1 };
    }),
  );
  return { blocks, mentions };
}

function told({ blocks, mentions }: ReturnType<typeof page>) {
  const dates = new Dates();
  for (const _ of dates.read(blocks, "en", HEAD.published)); // Read to the end.
  return pageStory(HEAD, mentions, blocks, dates);
}

const ARTICLE = "<p>Beijing, 1956</p><h1>Mao writes</h1><p>Nothing here.</p><p>Kim hears of Mao in June 1957.</p><p>Kim.</p>";

test("blocks with names or dates are numbered in reading order, and the cast stands in the order of its naming", () => {
  const { story, blocks } = told(page(ARTICLE));
  expect(blocks.map(({ text }) => text)).toEqual(["Beijing, 1956", "Mao writes", "Kim hears of Mao in June 1957.", "Kim."]);
  expect(story.cast).toEqual([MAO, KIM]);
  expect(story.mentions).toEqual([0, 1, 1, 2, 0, 2, 1, 3]);
  expect(story.dates.map(({ text, block }) => [text, block])).toEqual([["1956", 0], ["June 1957", 2]]);
});

test("who is in the headline weighs most, also below a line with nothing but a date", () => {
  const { story } = told(page(ARTICLE));
  expect(story.weights![0]).toBeGreaterThan(story.weights![1]!);
});

test("the order in which blocks are handed on is of no account, and a block that has left takes its mentions along", () => {
  const all = page(ARTICLE);
  expect(told({ ...all, blocks: all.blocks.toReversed() }).story).toEqual(told(all).story);
  const without = told({ ...all, blocks: all.blocks.filter(({ text }) => text !== "Kim.") }).story;
  expect(without.mentions).toEqual([0, 1, 1, 2, 0, 2]);
});

test("dates that have not been read yet are not waited for", () => {
  const { blocks, mentions } = page(ARTICLE);
  expect(pageStory(HEAD, mentions, blocks, new Dates()).story.dates).toEqual([]);
});

test("blocks are read anew for another day of publication, or language", () => {
  const { blocks } = page("<p>They met on June 12.</p>");
  const dates = new Dates();
  const read = (published: string) => {
    for (const _ of dates.read(blocks, "en", published)); // Read to the end.
    return pageStory({ ...HEAD, published }, [], blocks, dates).story.dates.map(({ min }) => new Date(min * 86_400_000).toISOString().slice(0, 10));
  };
  expect(read("")).toEqual([]);
  expect(read("2024-06-20")).toEqual(["2024-06-12"]);
  expect(read("2023-06-20")).toEqual(["2023-06-12"]);
});

test("a date without a year waits for the dates of all blocks, which may forbid it", () => {
  const { blocks } = page("<p>On June 12, Kim left.</p><p>On June 20, 2017, he was back.</p><p>Kim rested.</p>");
  const dates = new Dates();
  const texts = () => pageStory(HEAD, [], blocks, dates).story.dates.map(({ text }) => text);
  const reading = dates.read(blocks, "en", HEAD.published);
  const seen = blocks.map(() => (reading.next(), texts()));
  expect(seen).toEqual([[], ["June 20, 2017"], ["June 12", "June 20, 2017"]]);
});
