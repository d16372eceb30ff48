/**
 * What the store may hold after requests of which some were answered and some were not: the oracle of the ordeal. It
 * knows a highlight as little more than a bag of marks, each of which only one request leaves.
 */
import type { Colour, Highlight } from "../../src/messages/highlight";

/** A highlight, as far as the ordeal looks. */
export interface Row {
  place: "highlights" | "bin";
  text: string;
  colour: Colour;
  /** Sorted. */
  tags: readonly string[];
  /** Lines of the note, sorted: where one is there twice, it was written twice. */
  lines: readonly string[];
}

/** What the store holds, by id. */
export type Contents = ReadonlyMap<string, Row>;

/** What a request does to one highlight; `undefined` is none. */
export type Effect = (row: Row | undefined) => Row | undefined;

/** A request as it was made, and what became of it. */
export interface Asked {
  /** In words, for whoever looks for the fault. */
  what: string;
  /** Of each highlight that it concerns. */
  effects: ReadonlyMap<string, Effect>;
  /** Refused: the background says that it changed nothing. Unknown: nobody answered. */
  outcome: "done" | "refused" | "unknown";
  /** A mark that it leaves in all of its highlights or in none. */
  mark?: (row: Row) => boolean;
}

/** Who asks waits for each answer before the next request. */
export type Writer = readonly Asked[];

/**
 * Compares the store with what it may hold. For every highlight there must be an order of the requests that leads from
 * what was there to what is there: the requests of a writer one after another, those of different writers in any order;
 * those that were answered carried out once, those that nobody answered once or not at all.
 * @returns what is wrong, a line each
 */
export function faults(before: Contents, after: Contents, writers: readonly Writer[]): string[] {
  const ids = new Set([...before.keys(), ...after.keys(), ...writers.flatMap((asked) => asked.flatMap(({ effects }) => [...effects.keys()]))]);
  const wrong: string[] = [];
  for (const id of ids) {
    const own = writers.map((asked) => asked.filter(({ effects, outcome }) => outcome !== "refused" && effects.has(id)));
    if (canBecome(before.get(id), after.get(id), own, id)) continue;
    const asked = own.flatMap((each, writer) => each.map(({ what, outcome }) => `${writer}: ${what}: ${outcome}`));
    wrong.push(`${id} was ${said(before.get(id))} and is ${said(after.get(id))} after [${asked.join("; ")}]`);
  }
  return [...wrong, ...writers.flat().flatMap((asked) => halfDone(asked, before, after, writers))];
}

function canBecome(before: Row | undefined, after: Row | undefined, writers: readonly Writer[], id: string): boolean {
  const wanted = said(after);
  const seen = new Set<string>();
  const reach = (row: Row | undefined, at: readonly number[]): boolean => {
    const state = `${at} ${said(row)}`;
    if (seen.has(state)) return false;
    seen.add(state);
    if (at.every((next, writer) => next === writers[writer]!.length)) return said(row) === wanted;
    return writers.some((asked, writer) => {
      const next = asked[at[writer]!];
      if (!next) return false;
      const onward = at.with(writer, at[writer]! + 1);
      return reach(next.effects.get(id)!(row), onward) || (next.outcome === "unknown" && reach(row, onward));
    });
  };
  return reach(before, writers.map(() => 0));
}

/** A request of several highlights that left its mark in some of them, among those that nobody else has touched. */
function halfDone({ what, effects, mark }: Asked, before: Contents, after: Contents, writers: readonly Writer[]): string[] {
  if (!mark) return [];
  const touched = (id: string) => writers.flat().filter((each) => each.effects.has(id)).length > 1;
  const alone = [...effects].filter(([id, effect]) => !touched(id) && effect(before.get(id))).map(([id]) => after.get(id));
  const marked = alone.filter((row) => row && mark(row)).length;
  return marked === 0 || marked === alone.length ? [] : [`${what}: in ${marked} of ${alone.length} highlights`];
}

function said(row: Row | undefined): string {
  return row ? JSON.stringify([row.place, row.text, row.colour, row.tags, row.lines]) : "not there";
}

export function rowOf(place: Row["place"], { text, colour, tags, note }: Highlight): Row {
  return { place, text, colour, tags: tags.toSorted(), lines: linesOf(note) };
}

function linesOf(note: string): string[] {
  return note.split("\n").filter(Boolean).toSorted();
}

/** What requests do, each to one highlight. */
export const effect = {
  /** Nothing where the highlight is there, deleted or not. */
  save: (highlight: Highlight): Effect => (row) => row ?? rowOf("highlights", highlight),
  put: (highlight: Highlight): Effect => () => rowOf("highlights", highlight),
  remove: ((row) => row && { ...row, place: "bin" }) as Effect,
  restore: ((row) => row && { ...row, place: "highlights" }) as Effect,
  forget: ((row) => (row?.place === "bin" ? undefined : row)) as Effect,
  tag: (add: string, remove: string): Effect => (row) =>
    row && { ...row, tags: [...new Set([...row.tags.filter((tag) => tag !== remove), add])].toSorted() },
  colour: (colour: Colour): Effect => (row) => row && { ...row, colour },
  line: (line: string): Effect => (row) => row && { ...row, lines: [...row.lines, line].toSorted() },
};
