/** Looking names up while one types: ours beside a bare MiniSearch query, and a key in a browser beside a bare Preact render. */
import { buildExtension } from "../../scripts/lib/build-extension";
import { findBrowser } from "../../scripts/lib/browsers";
import { ratioOf, spreadOf } from "../lib/statistics";
import { need, runStep } from "../lib/steps";
import { judged, type Options, type Section, type Table } from "../report";
import type { Contest, ContestTask, Way } from "./contest";
import { type KeyRun, typeInBrowser } from "./in-browser";
import { WAYS } from "./names";

interface Scale extends ContestTask {
  /** Names that are typed in each browser. */
  typed: number;
}

export const FULL: Scale = { names: 300, rounds: 3, typed: 12 };
const QUICK: Scale = { names: 30, rounds: 1, typed: 2 };
const STEP_MS = 900_000;
/** Of a screen that draws sixty pictures a second, in milliseconds. */
const FRAME_MS = 1000 / 60;

const NAMES: Record<Way, string> = {
  bare: "MiniSearch with its defaults",
  forgiving: "MiniSearch with beginnings, slips, and all words wanted",
  ours: "Backstory",
};
const TITLES = { chromium: "Chromium", firefox: "Firefox" } as const;

export async function run({ quick, say }: Options): Promise<Section> {
  const scale = quick ? QUICK : FULL;
  say(`${scale.names} names`);
  const contests = need(await runStep<Contest[]>("look-up/contest", { names: scale.names, rounds: scale.rounds } satisfies ContestTask, STEP_MS));
  const keys: Keys = {};
  for (const family of ["chromium", "firefox"] as const) {
    say(`building for ${TITLES[family]}`);
    await buildExtension(family);
    const browser = findBrowser(family);
    if (!browser) throw new Error(`There is no ${TITLES[family]} on this machine.`);
    say(`typing in ${TITLES[family]}`);
    keys[family] = await typeInBrowser(browser, scale.typed);
  }
  return sectionOf(scale, contests, keys);
}

type Keys = Partial<Record<keyof typeof TITLES, KeyRun[]>>;

/** What was measured, as tables. */
export function sectionOf(scale: Scale, contests: readonly Contest[], keys: Keys): Section {
  const inBrowsers = (["chromium", "firefox"] as const).flatMap((family) => (keys[family] ? [drawn(TITLES[family], keys[family])] : []));
  return { title: "Looking names up", prose: introduction(scale, contests[0]!.searched).slice(0, inBrowsers.length > 0 ? 2 : 1), tables: [answers(contests), found(contests), building(contests), ...inBrowsers] };
}

function introduction({ names, rounds, typed }: Scale, searched: number): string[] {
  return [
    `${names} of the full names of the packs in the box, typed key by key: a third as they are written, a third in small letters without spaces and hyphens, a third with one slip of the pen. The packs list ${searched.toLocaleString("en-GB").replace(",", "\u00a0")} names; Backstory searches some thousands of spellings made by rule besides. What stands in the field after each key is looked up in all ways, in turns, ${rounds} times in one process; the time of a key is the median of its rounds. Given is the median over all keys; ratios are taken key by key. To MiniSearch 7 an entry is a document and its names are the text.`,
    `In the browsers ${typed} names are typed into the look-up page, the names being ready. A key's time ends when what it has found is in the document (“to the list”), and when the next picture of it has been handed to the screen (“to drawn”), for which one waits half a frame on average with nothing to do at all. The bare render is that of the same rows by Preact, in the same page, from nothing.`,
  ];
}

function answers(contests: readonly Contest[]): Table {
  return {
    title: "An answer to a key",
    ratioTo: "MiniSearch with its defaults, key by key",
    rows: contests.map(({ way, p50, p95, ratio }) =>
      judged({ name: NAMES[way], value: p50, unit: "ms", ratio, note: `95th percentile ${p95.toFixed(1)} ms` }),
    ),
  };
}

function found(contests: readonly Contest[]): Table {
  return {
    title: "Names, typed to their ends, whose entry stands first",
    rows: contests.flatMap(({ way, first }) => WAYS.map((typed, at) => ({ name: `${NAMES[way]}, ${typed}`, value: 100 * first[at]!, unit: "%" }))),
  };
}

function building(contests: readonly Contest[]): Table {
  return {
    title: "From open packs to the first answer",
    rows: contests.map(({ way, buildMs, held }) => ({ name: NAMES[way], value: buildMs, unit: "ms", note: `holds ${(held / 1e6).toFixed(1)} MB` })),
  };
}

/** Of 50 renders one is timed no finer than this: browsers' clocks go by a millisecond at worst. */
const CLOCK_MS = 1 / 50;

function drawn(browser: string, keys: readonly KeyRun[]): Table {
  // Where nothing is found, a render may be shorter than the clock can tell.
  const renders = keys.map(({ render }) => Math.max(render, CLOCK_MS));
  const row = (name: string, times: readonly number[]) => ({ name, value: spreadOf(times).median, unit: "ms", ratio: ratioOf(times, renders) });
  const list = keys.map(({ list }) => list);
  return {
    title: `A key in ${browser}`,
    ratioTo: "a bare Preact render of the same rows",
    rows: [
      { ...row("a bare Preact render", renders) },
      { ...row("to the list", list), note: `${Math.round((100 * list.filter((ms) => ms <= FRAME_MS).length) / list.length)} % within a frame of ${FRAME_MS.toFixed(1)} ms` },
      { ...row("to drawn", keys.map(({ drawn }) => drawn)), note: `${keys.length} keys` },
    ],
  };
}
