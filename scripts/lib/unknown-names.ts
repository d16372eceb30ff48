/**
 * Capitalised names in texts that no entry of a pack knows: what an author would write about next. A list to be read by
 * people: what stands in capitals is taken for a name, and not everything is one.
 */
import { spot, type Spotter } from "../../src/spotting/spot";
import { textBlocks } from "./text-blocks";

/** A name and where it was seen. */
export interface UnknownName {
  name: string;
  /** How often it stands in the texts, and in how many of them. */
  times: number;
  texts: number;
}

/** A word with a capital, or initials: "Portsmouth", "U.S.". */
const WORD = String.raw`(?:(?:\p{Lu}\.)+|\p{Lu}[\p{L}\p{M}\p{N}’'&-]*)`;

/** Such words, joined by at most two small ones that stand inside names: "Treaty of the Pyrenees". */
const CAPITALS = new RegExp(String.raw`${WORD}(?:\s+(?:(?:of|and|for|de|von|van)\s+)?(?:the\s+)?${WORD})*`, "gu");

/** Words that are written with a capital and are nobody's name. */
const EVERYDAY = new Set(
  ("January February March April May June July August September October November December Monday Tuesday Wednesday " +
    "Thursday Friday Saturday Sunday I President Secretary Minister General Ambassador Premier Chairman Senator Mr Mrs Dr")
    .split(" "),
);

/** Where a sentence may have just begun: the capital of the next word then says nothing. */
const OPENS_SENTENCE = /(?:^|[.!?:;]["”’)]*\s+|[\n“"(]\s*)$/u;

/**
 * Names in the texts outside all that the spotter finds, the most frequent first, then by alphabet.
 * @param least Names seen more seldom are left out.
 */
export function unknownNames(spotter: Spotter, texts: readonly string[], least: number): UnknownName[] {
  const small = new Set(texts.flatMap((text) => text.match(/(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]*/gu) ?? []));
  const seen = new Map<string, { times: number; inside: boolean; texts: Set<number> }>();
  texts.forEach((text, number) => {
    for (const { name, inside } of gaps(spotter, text).flatMap((gap) => namesIn(gap, small))) {
      const one = seen.get(name) ?? { times: 0, inside: false, texts: new Set() };
      one.texts.add(number);
      seen.set(name, { times: one.times + 1, inside: one.inside || inside, texts: one.texts });
    }
  });
  return [...seen]
    .filter(([, { times, inside }]) => inside && times >= least)
    .map(([name, { times, texts: where }]) => ({ name, times, texts: where.size }))
    .sort((a, b) => b.times - a.times || (a.name < b.name ? -1 : 1));
}

/** A stretch of text in which the spotter found nothing, with the text before it. */
interface Gap {
  before: string;
  text: string;
}

function gaps(spotter: Spotter, text: string): Gap[] {
  const blocks = textBlocks(text).map((block) => block.text);
  const { mentions } = spot(spotter, { blocks });
  return blocks.flatMap((block, number) => {
    const found: Gap[] = [];
    let at = 0;
    for (const { start, end } of mentions.filter((mention) => mention.block === number).sort((a, b) => a.start - b.start)) {
      found.push({ before: block.slice(0, at), text: block.slice(at, start) });
      at = end;
    }
    return [...found, { before: block.slice(0, at), text: block.slice(at) }];
  });
}

/**
 * @param small Words that the texts write without a capital too: they are no part of a name whose sentence they open.
 * @returns `inside`: the name's capital does not come from the beginning of a sentence.
 */
function namesIn({ before, text }: Gap, small: ReadonlySet<string>): { name: string; inside: boolean }[] {
  return [...text.matchAll(CAPITALS)].flatMap((match) => {
    const opens = OPENS_SENTENCE.test(before + text.slice(0, match.index));
    const words = match[0].replace(/(?:['’]s?|[.&-])+$/u, "").split(/\s+/u);
    const parted = opens && words.length > 1 && small.has(words[0]!.toLowerCase());
    const kept = parted ? words.slice(1) : words;
    while (kept.length > 0 && (EVERYDAY.has(kept[0]!) || /^\p{Ll}/u.test(kept[0]!))) kept.shift();
    const name = kept.join(" ");
    const sayNothing = opens && !parted && kept.length === 1 && small.has(name.toLowerCase());
    return name.length < 2 || sayNothing ? [] : [{ name, inside: !opens || parted || kept.length > 1 }];
  });
}
