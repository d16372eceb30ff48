/**
 * What passages and their contexts say of the page on which they were saved.
 *
 * One passage's context is short. But the passages of a page lie near each other and their contexts overlap: put
 * together they are pieces of the old page, in their order, and can be aligned with the new page as a whole.
 */
import type { Anchor } from "./anchor";
import type { PageText } from "./page-text";
import { cutting, KIND, type Tokens } from "./tokens";

/** Where a passage lies among the tokens of the old page. */
export interface Passage {
  /** Its tokens, half-open; none where it has only white space. */
  readonly from: number;
  readonly to: number;
  /** Tokens of the piece that it lies in, half-open: its context ends there. */
  readonly first: number;
  readonly last: number;
  /** Tokens of its own context and itself, half-open: what it says without the other passages. */
  readonly ownFirst: number;
  readonly ownLast: number;
  /** Code units of its first token before it begins, and of its last token after it ends. */
  readonly cutBefore: number;
  readonly cutAfter: number;
  /** White space that it begins and ends with. */
  readonly spaceBefore: string;
  readonly spaceAfter: string;
  /** Where it stood, in code units, or -1. */
  readonly start: number;
}

export interface OldPage {
  /** Of each token its number on the new page, or -1: the new page has none like it. */
  readonly ids: Int32Array;
  readonly kinds: Uint8Array;
  /** What it tells that a token is found: bits, as many as it is rare. */
  readonly weights: Float64Array;
  /** May it be a name or a number? */
  readonly named: Uint8Array;
  /** First code unit. */
  readonly initials: Uint16Array;
  /** Where it began in the old page, in code units; of tokens without a known place, anything. */
  readonly starts: Float64Array;
  /** Is it the last one before text that nobody kept? */
  readonly ends: Uint8Array;
  /** Tokens of pieces whose place in the old page is known come first, in its order: as many as this. */
  readonly placed: number;
  /** In the order of the anchors. */
  readonly passages: readonly Passage[];
}

interface Piece {
  start: number;
  text: string;
  members: number[];
}

/** Passages that are put together between two yields. */
const WINDOWS = 100;
/** Tokens that are read between two yields. */
const SLICE = 1_000;
/** Most bits that a token is worth, and least. */
const MOST_BITS = 9;
const LEAST_BITS = 0.5;
/** A word is no more frequent in the language because the page is short. */
const LEAST_TOKENS = 1_000;
/** Punctuation comes and goes. */
const SIGN_SHARE = 0.25;
const MOST_SIGN_BITS = 1;

/** Reads what the anchors say, and yields between pieces. */
export function* readOldPage(page: PageText, anchors: readonly Anchor[]): Generator<void, OldPage> {
  const pieces = yield* piecesOf(anchors);
  const cuts: { tokens: Tokens; first: number; last: number }[] = [];
  let count = 0;
  for (const piece of pieces) {
    const tokens = yield* cutting(piece.text);
    const trimmed = { tokens, ...trim(piece, tokens, anchors) };
    count += trimmed.last - trimmed.first;
    cuts.push(trimmed);
    yield;
  }
  const old = {
    ids: new Int32Array(count),
    kinds: new Uint8Array(count),
    weights: new Float64Array(count),
    named: new Uint8Array(count),
    initials: new Uint16Array(count),
    starts: new Float64Array(count),
    ends: new Uint8Array(count),
  };
  const passages: Passage[] = [];
  let at = 0;
  let placed = 0;
  for (const [index, piece] of pieces.entries()) {
    const { tokens, first, last } = cuts[index]!;
    for (let token = first; token < last; token++) {
      if (token % SLICE === SLICE - 1) yield;
      const out = at + token - first;
      const text = piece.text.slice(tokens.starts[token]!, tokens.ends[token]!);
      old.ids[out] = page.idOf(tokens.hashes[token]!);
      old.kinds[out] = tokens.kinds[token]!;
      old.weights[out] = weigh(page, old.ids[out]!, tokens.kinds[token]!);
      old.named[out] = NAMED.test(text) ? 1 : 0;
      old.initials[out] = text.charCodeAt(0);
      old.starts[out] = piece.start + tokens.starts[token]!;
    }
    if (last > first) old.ends[at + last - first - 1] = 1;
    for (const [index, member] of piece.members.entries()) {
      if (index % WINDOWS === WINDOWS - 1) yield;
      passages[member] = placeIn(piece, tokens, first, last, at, anchors[member]!);
    }
    at += last - first;
    if (piece.start >= 0) placed = at;
    yield;
  }
  return { ...old, placed, passages };
}

/** In scripts that have no capitals, any word may be a name. */
const NAMED = /^[\p{Lu}\p{Lt}]|[\p{N}\p{Lo}]/u;

/** What it tells that a token of the old page is found on the new one. */
function weigh(page: PageText, id: number, kind: number): number {
  const often = id < 0 ? 0 : page.firsts[id + 1]! - page.firsts[id]!;
  const bits = Math.min(MOST_BITS, Math.max(LEAST_BITS, Math.log2(Math.max(LEAST_TOKENS, page.tokens.count) / (often + 1))));
  return kind === KIND.sign ? Math.min(MOST_SIGN_BITS, bits * SIGN_SHARE) : bits;
}

const isPlaced = ({ start, end, exact, prefix }: Anchor): boolean =>
  start !== undefined && end !== undefined && end - start === exact.length && start >= prefix.length;

/** The pieces whose place is known, in their order, then the others. */
function* piecesOf(anchors: readonly Anchor[]): Generator<void, Piece[]> {
  const windows = anchors.map(({ prefix, exact, suffix, start }, index) => ({
    start: isPlaced(anchors[index]!) ? start! - prefix.length : -1,
    text: prefix + exact + suffix,
    members: [index],
  }));
  const pieces: Piece[] = [];
  const placed = windows.filter(({ start }) => start >= 0).sort((a, b) => a.start - b.start || a.members[0]! - b.members[0]!);
  for (const [index, window] of placed.entries()) {
    if (index % WINDOWS === WINDOWS - 1) yield;
    const before = pieces.at(-1);
    const into = before ? window.start - before.start : 0;
    const shared = before ? before.text.length - into : -1;
    // Two passages that were saved from different states of a page may contradict each other: then they stay apart.
    if (before && shared >= 0 && before.text.startsWith(window.text.slice(0, shared), into)) {
      before.text += window.text.slice(shared);
      before.members.push(...window.members);
    } else pieces.push(window);
  }
  return [...pieces, ...windows.filter(({ start }) => start < 0)];
}

/** Leaves out the outermost words of a context: they may be what was left of longer ones. */
function trim(piece: Piece, tokens: Tokens, anchors: readonly Anchor[]): { first: number; last: number } {
  const spans = piece.members.map((member) => spanIn(piece, anchors[member]!));
  const from = Math.min(...spans.map((span) => span.from));
  const to = Math.max(...spans.map((span) => span.to));
  const last = tokens.count - 1;
  const isWord = (token: number): boolean => tokens.kinds[token] === KIND.word || tokens.kinds[token] === KIND.number;
  const first = last >= 0 && isWord(0) && tokens.ends[0]! <= from ? 1 : 0;
  return { first, last: last > first && isWord(last) && tokens.starts[last]! >= to ? last : last + 1 };
}

/** Where a passage lies in the text of its piece. */
function spanIn(piece: Piece, { start, exact, prefix }: Anchor): { from: number; to: number } {
  const from = piece.start < 0 ? prefix.length : start! - piece.start;
  return { from, to: from + exact.length };
}

function placeIn(piece: Piece, tokens: Tokens, first: number, last: number, at: number, anchor: Anchor): Passage {
  const span = spanIn(piece, anchor);
  const from = firstAfter(tokens.ends, first, last, span.from);
  const to = Math.max(from, firstAfter(tokens.starts, from, last, span.to - 1));
  const begins = from < to ? tokens.starts[from]! : span.from;
  const ends = from < to ? tokens.ends[to - 1]! : span.from;
  return {
    from: at + from - first,
    to: at + to - first,
    first: at,
    last: at + last - first,
    ownFirst: at + firstAfter(tokens.ends, first, from, span.from - anchor.prefix.length) - first,
    ownLast: at + firstAfter(tokens.starts, to, last, span.to + anchor.suffix.length - 1) - first,
    cutBefore: Math.max(0, span.from - begins),
    cutAfter: Math.max(0, ends - span.to),
    spaceBefore: piece.text.slice(span.from, begins),
    spaceAfter: piece.text.slice(Math.min(ends, span.to), span.to),
    start: piece.start < 0 ? -1 : anchor.start!,
  };
}

/** The first of the tokens from `first` to `last` whose offset is greater. */
function firstAfter(offsets: Int32Array, first: number, last: number, offset: number): number {
  let [low, high] = [first, last];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
