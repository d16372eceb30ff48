/**
 * What speaks for a candidate, as log-odds: above zero, the passage is taken to stand there.
 *
 * Fitted by logistic regression on pairs of real revisions (encyclopaedia, news agency, government), each passage both
 * with all others of its page and alone; what came out with a sign against reason was left out. Passages that are gone
 * counted three times: showing the wrong place is worse than showing none. `out`, `adrift` and `receded` were set by hand
 * on the same revisions: see docs/decisions/2026-11-22-finding-passages-again.md for what that is worth.
 */

/** What may speak for or against; 0 to 1 where nothing else is said. */
export interface Evidence {
  /** Share of the passage that the alignment of the pages puts here, and puts elsewhere. */
  aligned: number;
  elsewhere: number;
  /** Bits that the contexts earn: hardly to some, and the better side, some to many. */
  context: number;
  strongSide: number;
  /** Share of the contexts that is still there, on both sides, and on the worse one. */
  share: number;
  worseShare: number;
  /** The same of the nearest tokens, and how many of the two next ones (0 to 2). */
  near: number;
  next: number;
  /** How far from where the tokens around it let expect: a few tokens, and many. */
  off: number;
  far: number;
  /** The alignment has hardly anything of the passage here: it left the order of the rest, or is not there. */
  out: number;
  /** It stands far from where the rest lets expect it, and the context on one side at least is gone. */
  adrift: number;
  /** The same of a place further ahead: what stood before it was deleted, and likely it with that. */
  receded: number;
  /** Share of the passage that is written with another case. */
  recased: number;
  /** Tens of bits that the passage itself has, as far as it survived. */
  bits: number;
  /** Its square root. */
  rootBits: number;
  /** More than a few bits survived. */
  enough: number;
  /** Square of the share of bits that did not. */
  lost: number;
  /** A name or number is gone with a good part of the passage. */
  renamed: number;
  /** Bits that tell this place from those with the same words: log2 of their number. */
  many: number;
}

type Weights = Partial<Readonly<Record<keyof Evidence, number>>> & { readonly base: number };

/** The same words, few or found several times: what stands around them decides. */
const SHORT: Weights = {
  base: -6,
  out: -6,
  adrift: -2,
  aligned: 3.5,
  elsewhere: -1.45,
  context: 0.8,
  strongSide: 1.1,
  share: 2.6,
  worseShare: 2.1,
  near: 0.15,
  next: 0.27,
  off: -0.1,
  far: -0.7,
  recased: -6.3,
  bits: 0.15,
  many: -0.05,
};

/** The same words, so many that they are found once: hardly a doubt, wherever they are. */
const LONG: Weights = { base: 0.6, aligned: 1, off: -1.15, far: -4.7, rootBits: 0.7 };

/** Other words: enough of them must be left, between surroundings that are. */
const EDITED: Weights = {
  base: -5.9,
  out: -6,
  receded: -3,
  aligned: 2.4,
  elsewhere: -2.75,
  context: 1.6,
  worseShare: 3.3,
  off: -0.15,
  far: -1.9,
  recased: -0.2,
  enough: 4.65,
  lost: -3.9,
  renamed: -1.2,
};

export const WEIGHTS = { short: SHORT, long: LONG, edited: EDITED } as const;
export type Kind = keyof typeof WEIGHTS;

/** Log-odds that the passage stands there. */
export function logOdds(kind: Kind, evidence: Evidence): number {
  const weights = WEIGHTS[kind];
  let sum = weights.base;
  for (const [name, value] of Object.entries(evidence)) sum += value * (weights[name as keyof Evidence] ?? 0);
  return sum;
}
