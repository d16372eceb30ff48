/** What is to be said on a card of the very place where its name stands: what it stands for, and who else it may be. */
import type { CardRequest, Link } from "../messages/contract";
import type { NameCorrection } from "../spotting/corrections";
import { spot, type Spotter } from "../spotting/spot";
import { keyOf } from "../spotting/memory";
import { senseAt } from "../spotting/senses";
import type { Member } from "../spotting/twins";

export interface CardHere {
  /** The page hardly settles that the entry is meant. */
  doubtful: boolean;
  /** Other entries that the name may mean, the likeliest first. */
  others: Link[];
  /** What the name stands for here, in words ("the government of China"), and the entry that is meant. */
  sense?: string | undefined;
  senseRef?: string | undefined;
}

/** Surer than this, other entries of the name are no more than noise. */
const SURE = 0.97;
/** Less sure than this, the reader should know. */
const DOUBTFUL = 0.9;
/** More would be a list to work through. */
const MOST_OTHERS = 3;

/**
 * @param at Numbers of the pack and the entry that the card is of.
 * @param corrections Those by which the page was read.
 */
export function cardHere(spotter: Spotter, at: Member, request: CardRequest, corrections: readonly NameCorrection[] = []): CardHere | undefined {
  const { paragraph, place } = request;
  if (!place) return undefined;
  const sense = senseIn(spotter, at, paragraph, place);
  return {
    doubtful: place.confidence < DOUBTFUL,
    others: place.confidence < SURE ? othersAt(spotter, at, request, corrections).slice(0, MOST_OTHERS) : [],
    ...sense,
  };
}

/** What the name stands for, as the first of the packs says that knows. */
function senseIn(spotter: Spotter, at: Member, paragraph: string, place: { start: number; end: number }): Pick<CardHere, "sense" | "senseRef"> {
  for (const member of spotter.twins.members(keyOf(at.pack, at.entry))) {
    const pack = spotter.packs[member.pack]!;
    const senses = pack.sensesOf(member.entry);
    const sense = senses[senseAt(paragraph, place.start, place.end, senses) ?? -1];
    if (sense) return { sense: sense.what, senseRef: sense.entry && `${pack.info.id}/${sense.entry}` };
  }
  return {};
}

/** Other entries that the name may mean, the likeliest first. */
function othersAt(spotter: Spotter, at: Member, { ref, paragraph, story, place }: CardRequest, corrections: readonly NameCorrection[]): Link[] {
  // The page knew more than the paragraph: with the entry as the last that was named, its name is found here too.
  const seen = [...story.filter((each) => each !== ref), ref];
  const { mentions } = spot(spotter, { blocks: [paragraph], seen, corrections });
  const mention = mentions.find(({ start, end }) => start === place!.start && end === place!.end);
  if (!mention) return [];
  return [mention, ...mention.others].flatMap(({ pack: number, entry }) => {
    if (spotter.twins.first(keyOf(number, entry)) === spotter.twins.first(keyOf(at.pack, at.entry))) return [];
    const pack = spotter.packs[number]!;
    return { ref: `${pack.info.id}/${pack.idOf(entry)}`, name: pack.title(entry), kind: pack.kindOf(entry) };
  });
}
