/** How likely a passage stands where a candidate says. */
import type { Candidate, Side } from "./candidates";
import type { Alignment } from "./chain";
import type { OldPage, Passage } from "./old-page";
import type { PageText } from "./page-text";
import { type Evidence, type Kind, logOdds } from "./weights";

export interface Scored {
  readonly candidate: Candidate;
  /** Above zero, the passage is taken to stand there. */
  readonly score: number;
  /** Does it stand where the alignment of the pages has it? */
  readonly inPlace: boolean;
}

/** Bits from which the same words are told from any others, if they are found once. */
const TELLING_BITS = 22;
/** A side that earned more than this says no more than one that earned this. */
const MOST_SIDE_BITS = 15;
/** A name or number may be replaced in a passage of which this much is left, or which has more tokens than `FEW`. */
const LEAST_KEPT = 0.75;
const FEW = 8;

/** How far a value lies on its way from one to the other: 0 to 1. */
const way = (value: number, from: number, to: number): number => Math.max(0, Math.min(1, (value - from) / (to - from)));

/**
 * Scores a candidate.
 * @param count places with the same words
 */
export function scoreCandidate(page: PageText, old: OldPage, passage: Passage, alignment: Alignment, candidate: Candidate, count: number): Scored {
  const { aligned, elsewhere } = alignedShares(page, old, passage, alignment, candidate);
  const { left, right } = candidate;
  const shares = [shareOf(left), shareOf(right)] as const;
  const distance = Math.log2(1 + distanceOf(passage, alignment, candidate, old.placed));
  const lost = 1 - candidate.kept;
  const evidence: Evidence = {
    aligned,
    elsewhere,
    context: way(earned(left) + earned(right), 5, 12),
    strongSide: way(Math.max(left.bits, right.bits), 15, 30),
    share: (shares[0] + shares[1]) / 2,
    worseShare: Math.min(...shares),
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
  };
  const refused = isAnother(candidate, passage);
  return { candidate, score: refused ? -Infinity : logOdds(kindOf(candidate, count), evidence), inPlace: aligned >= 0.5 };
}

function kindOf(candidate: Candidate, count: number): Kind {
  if (!candidate.same) return "edited";
  return candidate.bits < TELLING_BITS || count > 1 ? "short" : "long";
}

/**
 * Names and numbers must match as tokens: "Kim Jong Il" is not "Kim Jong Un", nor "in 1956" "in 1957". In a longer
 * passage that otherwise stands as it was, a figure that was corrected is a change to be shown.
 */
function isAnother(candidate: Candidate, { from, to }: Passage): boolean {
  return candidate.renamed && candidate.kept < LEAST_KEPT && to - from <= FEW;
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
