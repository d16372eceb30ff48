/**
 * Scores what was spotted against what careful readers marked: the same rules as the scorer that comes with the gold
 * annotations (../shared/gold/score-spotting.mjs), and what it does not count: calibration, and senses.
 */

/** A name as a reader marked it. Offsets are UTF-16 code units, half-open. */
export interface GoldMention {
  start: number;
  end: number;
  /** Title of the English Wikipedia article, or a name of our own after "~". */
  entity: string;
  kind: string;
  /** `surname` where only the text around says who is meant; `metonym` where a place stands for something else. */
  note: string;
}

export interface GoldText {
  id: string;
  text: string;
  /** Language of the text (BCP 47), as its page says; "" where it says nothing. */
  lang?: string;
  mentions: GoldMention[];
}

/** A name as it was spotted. */
export interface SpottedMention {
  start: number;
  end: number;
  /** Id of the entry. */
  entry: string;
  confidence: number;
  /** What the name stands for, where that is not the entry itself. */
  sense?: string;
}

export interface NamedEntry {
  id: string;
  names: readonly string[];
}

/** Something that went wrong: a name that was not found or a mention that nobody marked. */
export interface Slip {
  text: string;
  start: number;
  surface: string;
  /** What is meant, for a name that was missed; `null` for a mention that is wrong. */
  entity: string | null;
  /** The entry that was said instead or in vain; `null` where nothing was said. */
  said: string | null;
  /** Words said, where they are not `surface`. */
  saidSurface: string | null;
}

export interface Score {
  gold: number;
  inPack: number;
  predicted: number;
  /** Start, end and entry agree. */
  right: number;
  /** Marked as `surname`, of entities in the pack; and how many of these are right. */
  ambiguous: number;
  ambiguousRight: number;
  /** Metonyms that are right, and how many of these bear a sense; the same of other places, which should bear none. */
  metonyms: number;
  metonymsSensed: number;
  plainPlaces: number;
  plainPlacesSensed: number;
  missed: Slip[];
  wrong: Slip[];
  /** Confidence of each mention and whether it is right. */
  calls: { confidence: number; right: boolean }[];
  /** Mentions of entities that the pack does not have, by entity. */
  uncovered: Map<string, number>;
}

/** Key by which the title of a gold entity and a name of an entry are the same. */
export function foldTitle(title: string): string {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/^~/, "").replace(/\(.*?\)/g, "").replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Finds the entries that bear the title of a gold entity as a name or as their id. */
export function entryFinder(entries: readonly NamedEntry[]): (entity: string) => ReadonlySet<string> {
  const byName = new Map<string, Set<string>>();
  for (const { id, names } of entries) {
    for (const name of [id, ...names]) {
      const key = foldTitle(name);
      byName.set(key, (byName.get(key) ?? new Set()).add(id));
    }
  }
  return (entity) => byName.get(foldTitle(entity)) ?? new Set();
}

function emptyScore(): Score {
  return {
    gold: 0,
    inPack: 0,
    predicted: 0,
    right: 0,
    ambiguous: 0,
    ambiguousRight: 0,
    metonyms: 0,
    metonymsSensed: 0,
    plainPlaces: 0,
    plainPlacesSensed: 0,
    missed: [],
    wrong: [],
    calls: [],
    uncovered: new Map(),
  };
}

/**
 * Scores texts strictly. A gold entity counts for recall where the pack has an entry of that name; a mention that is
 * not right counts against precision whether or not the pack has what is meant.
 * @param spotted mentions of each text, in the order of `texts`
 */
export function score(
  texts: readonly GoldText[],
  spotted: readonly (readonly SpottedMention[])[],
  entriesOf: (entity: string) => ReadonlySet<string>,
): Score {
  const total = emptyScore();
  texts.forEach((text, index) => scoreText(text, spotted[index]!, entriesOf, total));
  return total;
}

function scoreText(
  { id, text, mentions }: GoldText,
  spotted: readonly SpottedMention[],
  entriesOf: (entity: string) => ReadonlySet<string>,
  total: Score,
): void {
  const right = new Set<SpottedMention>();
  total.predicted += spotted.length;
  for (const mention of mentions) {
    total.gold++;
    const entries = entriesOf(mention.entity);
    if (entries.size === 0) {
      total.uncovered.set(mention.entity, (total.uncovered.get(mention.entity) ?? 0) + 1);
      continue;
    }
    total.inPack++;
    if (mention.note === "surname") total.ambiguous++;
    const same = spotted.find(({ start, end }) => start === mention.start && end === mention.end);
    if (same && entries.has(same.entry)) {
      right.add(same);
      total.right++;
      countNote(mention, same, total);
      continue;
    }
    const near = same ?? spotted.find(({ start, end }) => start < mention.end && mention.start < end);
    total.missed.push(slip(id, text, mention, mention.entity, near));
  }
  for (const one of spotted) {
    total.calls.push({ confidence: one.confidence, right: right.has(one) });
    if (!right.has(one)) total.wrong.push(slip(id, text, one, null, one));
  }
}

function countNote({ note, kind }: GoldMention, { sense }: SpottedMention, total: Score): void {
  const sensed = Number(sense !== undefined);
  if (note === "surname") total.ambiguousRight++;
  if (note === "metonym") {
    total.metonyms++;
    total.metonymsSensed += sensed;
  } else if (kind === "place") {
    total.plainPlaces++;
    total.plainPlacesSensed += sensed;
  }
}

function slip(
  id: string,
  text: string,
  { start, end }: { start: number; end: number },
  entity: string | null,
  said: SpottedMention | undefined,
): Slip {
  const surface = text.slice(start, end);
  const saidSurface = said ? text.slice(said.start, said.end) : null;
  return { text: id, start, surface, entity, said: said?.entry ?? null, saidSurface: saidSurface === surface ? null : saidSurface };
}

/** Share of the mentions that are right; of the names in the pack that were found; their harmonic mean. */
export function rates({ right, predicted, inPack, gold, ambiguous, ambiguousRight }: Score) {
  const precision = share(right, predicted);
  const recall = share(right, inPack);
  return {
    precision,
    recall,
    f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0,
    coverage: share(inPack, gold),
    ambiguous: share(ambiguousRight, ambiguous),
  };
}

/** `part` of `whole`; of nothing, nothing is wrong. */
function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

/** One bin of a reliability table. */
export interface Bin {
  from: number;
  to: number;
  count: number;
  /** Mean confidence, and share of mentions that are right. */
  confidence: number;
  right: number;
}

export interface Calibration {
  bins: Bin[];
  /** Mean squared distance between confidence and outcome (Brier 1950). */
  brier: number;
  /** Expected calibration error: mean distance between confidence and share right, weighted by the bins' counts. */
  ece: number;
}

/** Confidence lies above 0.5, and most of it near 1: finer bins where more mentions are. */
const BIN_EDGES = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1];

/** How far confidence can be taken at its word. */
export function calibrate(calls: Score["calls"]): Calibration {
  const bins = BIN_EDGES.slice(1).map((to, index): Bin => {
    const from = BIN_EDGES[index]!;
    const last = to === 1;
    const within = calls.filter(({ confidence }) => confidence >= from && (confidence < to || last));
    const count = within.length;
    const confidence = count === 0 ? 0 : within.reduce((sum, call) => sum + call.confidence, 0) / count;
    return { from, to, count, confidence, right: count === 0 ? 0 : within.filter((call) => call.right).length / count };
  });
  const all = calls.length || 1;
  return {
    bins,
    brier: calls.reduce((sum, { confidence, right }) => sum + (confidence - Number(right)) ** 2, 0) / all,
    ece: bins.reduce((sum, { count, confidence, right }) => sum + count * Math.abs(confidence - right), 0) / all,
  };
}
