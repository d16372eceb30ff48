/** How likely a passage stands where a candidate says. */
import type { Candidate, Side } from "./candidates";
import type { Alignment } from "./chain";
import type { OldPage, Passage } from "./old-page";
import type { PageText } from "./page-text";
import { type Evidence, type Kind, logOdds } from "./weights";

export interface Scored {
  readonly candidate: Candidate;
  readonly kind: Kind;
  readonly evidence: Evidence;
  /** Above zero, the passage is taken to stand there. */
  readonly score: number;
  /** Does it stand where the alignment of the pages has it? */
  readonly inPlace: boolean;
}

/** Bits from which the same words are told from any others, if they are found once. */
const TELLING_BITS = 22;
/** A side that earned more than this says no more than one that earned this. */
const MOST_SIDE_BITS = 15;
/** A name or number may be replaced in a passage of which this much is left, with its context, or which has more tokens than `FEW`. */
const LEAST_KEPT = 0.75;
const FEW = 8;
/** Tokens of a row of a list, and the share of the context on each side by which it is the same one. */
const ROW = 24;
const SAME_ROW = 0.5;

/** Bits of a passage that, if hardly any were lost, tell it wherever it stands: somewhat, and for sure. */
const MUCH = [150, 300] as const;
const MUCH_KEPT = 0.8;
/** Doublings of a code unit by which a passage is hardly astray, and by all means: as other passages tell, or as nobody does. */
const ADRIFT = [6, 8] as const;
const ADRIFT_ALONE = [7, 9] as const;
/** The same of one that stands further ahead than it should. */
const RECEDED = [5, 6.5] as const;
const RECEDED_ALONE = [7, 9] as const;

/** Share of the context on a side from which all of it is there, but for rounding. */
const ALL_OF_IT = 0.99;

/** How far a value lies on its way from one to the other: 0 to 1. */
const way = (value: number, from: number, to: number): number => Math.max(0, Math.min(1, (value - from) / (to - from)));

/** How far on its way a length is whose logarithm counts. */
const doublings = (units: number, [from, to]: readonly [number, number]): number => way(Math.log2(1 + units), from, to);

/**
 * Scores a candidate.
 * @param count places with the same words
 */
export function scoreCandidate(page: PageText, old: OldPage, passage: Passage, alignment: Alignment, candidate: Candidate, count: number): Scored {
  const { aligned, elsewhere } = alignedShares(page, old, passage, alignment, candidate);
  const { left, right } = candidate;
  const shares = [shareOf(left), shareOf(right)] as const;
  const worseShare = Math.min(...shares);
  const { units, told } = offsetOf(page, old, passage, alignment, candidate);
  const distance = Math.log2(1 + distanceOf(passage, alignment, candidate, old.placed));
  const lost = 1 - candidate.kept;
  // So much of a text does not come about twice.
  const doubt = candidate.kept < MUCH_KEPT ? 1 : 1 - way(candidate.bits, MUCH[0], MUCH[1]);
  const evidence: Evidence = {
    aligned,
    elsewhere,
    context: way(earned(left) + earned(right), 5, 12),
    strongSide: way(Math.max(left.bits, right.bits), 15, 30),
    share: (shares[0] + shares[1]) / 2,
    worseShare,
    near: (left.near + right.near) / 2,
    next: left.next + right.next,
    off: way(distance, 0, 5),
    far: way(distance, 5, 11),
    recased: candidate.recased,
    bits: Math.min(3, candidate.bits / 10),
    rootBits: Math.min(10, Math.sqrt(candidate.bits)),
    enough: way(candidate.bits, 12, 40),
    lost: lost * lost,
    renamed: candidate.renamed ? way(lost, 0.2, 0.5) : 0,
    many: Math.log2(1 + count),
    // The very words between the very same words are the passage, wherever it was moved to.
    out: worseShare > ALL_OF_IT ? 0 : doubt * (1 - way(aligned, 0.3, 0.5)),
    adrift: doublings(Math.abs(units), told ? ADRIFT : ADRIFT_ALONE) * (1 - way(worseShare, 0.1, 0.4)),
    receded: doubt * doublings(Math.max(0, -units), told ? RECEDED : RECEDED_ALONE) * (1 - way(worseShare, 0.3, 0.5)),
  };
  const kind = kindOf(candidate, count);
  const refused = isAnother(candidate, passage, worseShare);
  return { candidate, kind, evidence, score: refused ? -Infinity : logOdds(kind, evidence), inPlace: aligned >= 0.5 };
}

function kindOf(candidate: Candidate, count: number): Kind {
  if (!candidate.same) return "edited";
  return candidate.bits < TELLING_BITS || count > 1 ? "short" : "long";
}

/**
 * Names and numbers must match as tokens: "Kim Jong Il" is not "Kim Jong Un", nor "in 1956" "in 1957". In a longer
 * passage that otherwise stands as it was, a figure that was corrected is a change to be shown; but a row of a list all
 * of whose figures are others, between other rows, is another row: "director from 1961" and "director from 1969".
 */
function isAnother(candidate: Candidate, { from, to }: Passage, worseShare: number): boolean {
  if (to - from <= FEW && candidate.renamed) return candidate.kept < LEAST_KEPT || worseShare < SAME_ROW;
  return candidate.renumbered && to - from <= ROW && worseShare < SAME_ROW;
}

const earned = (side: Side): number => Math.max(0, Math.min(MOST_SIDE_BITS, side.bits));

function shareOf(side: Side): number {
  return side.most > 0 ? Math.max(0, side.bits) / side.most : side.next;
}

function alignedShares(page: PageText, old: OldPage, { from, to, start }: Passage, { places }: Alignment, candidate: Candidate): { aligned: number; elsewhere: number } {
  // Nobody said where it stood: its context is all there is.
  if (start < 0) return { aligned: Math.max(shareOf(candidate.left), shareOf(candidate.right)), elsewhere: 0 };
  let [aligned, elsewhere, whole] = [0, 0, 0];
  for (let token = from; token < to; token++) {
    const weight = old.weights[token]!;
    whole += weight;
    const place = places[token]!;
    if (place < 0 || page.ids[place] !== old.ids[token]) continue;
    if (place >= candidate.first && place < candidate.last) aligned += weight;
    else elsewhere += weight;
  }
  return { aligned: aligned / whole, elsewhere: elsewhere / whole };
}

/** Tokens by which it stands elsewhere than the nearest tokens that have stayed let expect; before them counts double. */
function distanceOf({ from, to, start }: Passage, { places, before, after }: Alignment, { first, last }: Candidate, placed: number): number {
  if (start < 0) return 0;
  const errors: number[] = [];
  const ahead = from > 0 ? before[from - 1]! : -1;
  const behind = to < placed ? after[to]! : placed;
  if (ahead >= 0) errors.push(first - places[ahead]! - (from - ahead));
  if (behind < placed) errors.push(places[behind]! - last - (behind - to));
  return errors.length === 0 ? 0 : Math.min(...errors.map((error) => (error < 0 ? -2 * error : error)));
}

/** How far from where the text around it lets expect it. */
interface Offset {
  /** Code units; negative is before. */
  readonly units: number;
  /** Do other passages say so? Else it is how far from where it was. */
  readonly told: boolean;
}

/** By the nearest tokens beyond the passage's own context that have stayed; of both sides, the one that agrees better. */
function offsetOf(page: PageText, old: OldPage, { start, ownFirst, ownLast }: Passage, { places, before, after }: Alignment, { first }: Candidate): Offset {
  if (start < 0) return { units: 0, told: false };
  const { starts } = page.tokens;
  const shift = starts[first]! - start;
  const shiftOf = (token: number): number => starts[places[token]!]! - old.starts[token]!;
  const ahead = ownFirst > 0 ? before[ownFirst - 1]! : -1;
  const behind = ownLast < old.placed ? after[ownLast]! : old.placed;
  const offsets: number[] = [];
  if (ahead >= 0) offsets.push(shift - shiftOf(ahead));
  if (behind < old.placed) offsets.push(shift - shiftOf(behind));
  if (offsets.length === 0) return { units: shift, told: false };
  return { units: offsets.reduce((a, b) => (Math.abs(b) < Math.abs(a) ? b : a)), told: true };
}
