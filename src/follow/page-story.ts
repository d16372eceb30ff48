/** What the panel is told of a page: who is named where, and which dates. */
import type { PageStory } from "../messages/follow";
import type { Block } from "../page/blocks";
import type { Mention } from "../page/mention";
import { readingOrder } from "../page/order";
import { castWeights } from "../story/cast";
import { type DateInText, datesIn, datesOfPage } from "../story/page-dates";

/** What a page says of itself. */
export type PageHead = Pick<PageStory, "state" | "url" | "title" | "lang" | "published">;

/** A story, and the blocks that its numbers mean. */
export interface NumberedStory {
  story: PageStory;
  blocks: readonly Block[];
}

/** The dates of blocks, each read once: a block never changes, for another takes its place. */
export class Dates {
  #known = new WeakMap<Block, DateInText[]>();
  /** What blocks were read by: an application may say later when its page was published. */
  #by = "";

  /** Reads the blocks that it has not read yet, in that language and by that day of publication; yields after each. */
  *read(blocks: Iterable<Block>, lang: string, published: string): Generator<void> {
    const by = `${lang} ${published}`;
    if (by !== this.#by) this.#known = new WeakMap();
    this.#by = by;
    for (const block of blocks) {
      if (this.#known.has(block)) continue;
      this.#known.set(block, datesIn(block.text, lang, published));
      yield;
    }
  }

  /** Has it been read, whether or not it names dates? */
  has(block: Block): boolean {
    return this.#known.has(block);
  }

  /** Of a block that has not been read, none. */
  of(block: Block): readonly DateInText[] {
    return this.#known.get(block) ?? [];
  }
}

/**
 * @param mentions in reading order
 * @param blocks of the page, in any order
 */
export function pageStory(head: PageHead, mentions: readonly Mention[], blocks: Iterable<Block>, dates: Dates): NumberedStory {
  const named = new Set(mentions.map(({ block }) => block));
  const all = [...blocks];
  // What has not been read yet may name the year that forbids one which is assumed.
  const isRead = all.every((block) => dates.has(block));
  const numbered = all.filter((block) => named.has(block) || dates.of(block).length > 0).sort(inOrder);
  const numbers = new Map(numbered.map((block, at) => [block, at]));
  const cast = new Map<string, { number: number; link: PageStory["cast"][number] }>();
  const places: number[] = [];
  const namings = [];
  /** Only blocks with names count here, so that a line with a date above the headline does not take its place. */
  let order = -1;
  let last: Block | null = null;
  for (const { block, member, confidence } of mentions) {
    // What stands in a block that has just left the page is gone with it.
    const at = numbers.get(block);
    if (at === undefined) continue;
    if (block !== last) order++;
    last = block;
    const { ref, name, kind } = member;
    const known = cast.get(ref) ?? { number: cast.size, link: { ref, name, kind } };
    cast.set(ref, known);
    places.push(known.number, at);
    namings.push({ member: known.number, kind, block: order, heading: block.heading, confidence });
  }
  const story: PageStory = {
    what: "story",
    ...head,
    cast: [...cast.values()].map(({ link }) => link),
    mentions: places,
    dates: datesOfPage(numbered.map((block) => dates.of(block).filter(({ assumed }) => isRead || !assumed))).flatMap((found, block) =>
      found.map(({ text, min, max, start, end }) => ({ text, min, max, start, end, block })),
    ),
    weights: castWeights(namings, cast.size),
  };
  return { story, blocks: numbered };
}

function inOrder(a: Block, b: Block): number {
  return readingOrder(a.nodes[0]!, b.nodes[0]!) || b.starts[0]! - a.starts[0]!;
}
