/** Turns what the steps found out into tables, with the goals beside them. */
import { grouped } from "../lib/plot";
import { type Goal, judged, type Plot, type Row, type Section, type Table } from "../report";
import type { Contest } from "./contest";
import type { Equality } from "./equality";
import type { Prepared } from "./prepare";
import type { Pace, Spotting } from "./spotting";

export type PeerResult = { peer: string; size: number } & (
  | { contest: Contest }
  | { failed: "time" | "memory" | "error" | "smaller" | "no time left" }
);

export interface Found {
  prepared: Prepared;
  equality: Equality[];
  spotting: Spotting;
  peers: PeerResult[];
}

const atMost = (limit: number): Goal => ({ kind: "at most", limit });
const FOLD_GOAL = atMost(5);
const FIND_GOAL = atMost(1.3);
/** From a million names on, the tables are larger than the caches of a processor. */
const FIND_GOAL_HUGE = atMost(1.8);
const HUGE = 1_000_000;
const SPOT_GOAL = atMost(1.6);
const BYTES_GOAL = atMost(8);
const OPEN_GOAL = atMost(1.05);
const PEER_GOAL: Goal = { kind: "at least", limit: 3 };
const GOAL_SIZE = 100_000;

export function sectionOf(found: Found): Section {
  return {
    title: "Spotting, in Node.js",
    prose: prose(found),
    tables: [...limitTables(found.spotting), ...dictionaryTables(found), resolvingTable(found.spotting), equalityTable(found), ...peerTables(found)],
    plots: [plot(found)],
    wrong: found.equality
      .filter(({ differences }) => differences > 0)
      .map(({ size, differences, examples }) => `With ${size} names, ${differences} finds differ from the oracle's: ${examples.join("; ")}`),
  };
}

function prose({ prepared: { sources, bytes } }: Found): string[] {
  const sizes = Object.entries(bytes).map(([sort, size]) => `${sort} ${megabytes(size)}`);
  const total = Object.values(bytes).reduce((sum, size) => sum + size, 0);
  return [
    `Read: ${megabytes(total)} of real text in UTF-8 (${sizes.join(", ")}), a paragraph at a time. ${sources.join(" ")}`,
    "Looked for: the names of countries in English, Russian, Chinese and Korean, then cities and towns of GeoNames, then, beyond some 150 000, given names paired with surnames of the same country. Each size is the beginning of the next, no two names are folded alike, and all are full names of an entry each.",
    "All that is compared is run in turns in one process, each warmed up, garbage collected as it comes. A ratio is taken within a round; given is the median of the rounds, with the quartiles. Speeds are megabytes of UTF-8 a second, and mean little on another machine.",
    "The *bare pass* adds up the code units of every paragraph; the *fold-and-tokenise pass* is `tokenise` of `src/spotting/tokens.ts`; *matching* is that pass and `findNames` after it; *resolving* is `spot`, from paragraphs to mentions.",
  ];
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;
const named = (size: number) => `${grouped(size)} names`;

function paced(name: string, pace: Pace, more: Partial<Row> = {}): Row {
  return judged({ name, value: pace.speed, unit: "MB/s", ratio: pace.ratio, ...more });
}

const density = (pace: Pace, what = "names") => ({ note: `${pace.density.toFixed(1)} ${what} in 1 000 words` });

function limitTables({ limits, bySize, byText }: Spotting): Table[] {
  return [
    {
      title: "Folding and tokenising",
      ratioTo: "the bare pass over code units",
      rows: limits.flatMap(({ text, bare, fold }) => [
        { name: `${text}: bare pass`, value: bare.speed, unit: "MB/s" },
        paced(`${text}: fold and tokenise`, fold, text === "Latin" ? { goal: FOLD_GOAL } : {}),
      ]),
    },
    {
      title: "Matching, by number of names",
      ratioTo: "the fold-and-tokenise pass",
      rows: bySize.map(({ size, find }) =>
        paced(named(size), find, { goal: size < HUGE ? FIND_GOAL : FIND_GOAL_HUGE, ...density(find) }),
      ),
    },
    {
      title: `Matching, by script, with ${named(byText[0]?.size ?? GOAL_SIZE)}`,
      ratioTo: "the fold-and-tokenise pass",
      rows: byText.map(({ text, find }) => paced(text, find, density(find))),
    },
  ];
}

function dictionaryTables({ prepared: { built }, spotting: { opening } }: Found): Table[] {
  return [
    {
      title: "The compiled dictionary",
      rows: built.map(({ size, bytes }) => judged({ name: named(size), value: bytes / size, unit: "bytes a name", goal: BYTES_GOAL })),
    },
    {
      title: "Opening it",
      ratioTo: "reading the file into memory",
      rows: opening.map(({ size, microseconds, ratio }) =>
        judged({ name: named(size), value: microseconds, unit: "µs", ratio, goal: OPEN_GOAL }),
      ),
    },
    {
      title: "Memory that an open dictionary holds, bytes included",
      rows: opening.map(({ size, held }) => ({ name: named(size), value: held / 1e6, unit: "MB" })),
    },
    {
      title: "Compiling it",
      rows: built.map(({ size, ms }) => ({ name: named(size), value: ms, unit: "ms" })),
    },
  ];
}

function resolvingTable({ resolving }: Spotting): Table {
  return {
    title: "Matching and resolving, with the pack in the box",
    ratioTo: "the fold-and-tokenise pass",
    rows: resolving.flatMap(({ text, bytes, find, spot }) => [
      paced(`${text}: matching`, find, { note: `${megabytes(bytes)}; ${density(find).note}` }),
      paced(`${text}: resolving`, spot, { ...density(spot, "mentions"), ...(text === "news" ? { goal: SPOT_GOAL } : {}) }),
    ]),
  };
}

function equalityTable({ equality }: Found): Table {
  return {
    title: "Differences from the oracle in all of the text",
    rows: equality.map(({ size, matches, differences }) =>
      judged({ name: named(size), value: differences, unit: "differences", goal: atMost(0), note: `of ${grouped(matches)} finds` }),
    ),
  };
}

const REASONS = {
  time: "takes too long to be built and measured",
  memory: "runs out of memory",
  error: "ends with an error of its own",
  smaller: "not tried: it failed with fewer names",
  "no time left": "not measured: the run was out of time",
} as const;

function peerTables({ peers }: Found): Table[] {
  const sizes = [...new Set(peers.map(({ size }) => size))].sort((a, b) => a - b);
  return sizes.map((size) => {
    const rows = peers.filter((result) => result.size === size).map(peerRow);
    rows.sort((a, b) => (a.ratio?.median ?? Infinity) - (b.ratio?.median ?? Infinity));
    // Who beats the best of them beats all.
    const best = rows[0];
    if (size === GOAL_SIZE && best?.ratio) rows[0] = judged({ ...best, goal: PEER_GOAL });
    return { title: `Peers, with ${named(size)}`, ratioTo: "our matching, for the same text: how many times as long it takes", rows };
  });
}

function peerRow(result: PeerResult): Row {
  if ("failed" in result) return { name: result.peer, value: null, unit: "MB/s", note: REASONS[result.failed] };
  const { speed, slower, buildMs, held, bytes, hits, ours } = result.contest;
  const note = `built in ${Math.round(buildMs)} ms, holds ${(held / 1e6).toFixed(1)} MB; ${hits} hits in ${megabytes(bytes)}, we ${ours}`;
  return { name: result.peer, value: speed, unit: "MB/s", ratio: slower, note };
}

/** Ratios, not speeds: each is taken within one process, where whatever else the machine does slows both. */
function plot({ spotting: { bySize }, peers }: Found): Plot {
  return {
    file: "spotting.svg",
    title: "Finding names in text: how many times as long as Backstory",
    x: { label: "names that are looked for" },
    y: { label: "times as long, for the same text" },
    lines: [
      { name: "Backstory", ours: true, points: bySize.map(({ size }) => ({ x: size, y: 1 })) },
      ...[...linesOf(peers)].map(([name, points]) => ({ name, points })),
    ],
  };
}

function linesOf(peers: readonly PeerResult[]): Map<string, { x: number; y: number }[]> {
  const lines = new Map<string, { x: number; y: number }[]>();
  for (const result of peers.toSorted((a, b) => a.size - b.size)) {
    if ("failed" in result) continue;
    lines.set(result.peer, [...(lines.get(result.peer) ?? []), { x: result.size, y: result.contest.slower.median }]);
  }
  return lines;
}
