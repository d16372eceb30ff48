/** How soon the side panel shows what a page is about, beside what drawing the same tree costs Preact alone. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildExtension } from "../../scripts/lib/build-extension";
import { type Family, findBrowser } from "../../scripts/lib/browsers";
import { readPackFolder } from "../../scripts/lib/pack-folder";
import { median, ratioOf } from "../lib/statistics";
import { judged, type Options, type Section, type Table } from "../report";
import { type Drawn, openPanelLab } from "./measure";

const PACK = "packs/korea-china";

interface Extent {
  /** Entries on a page. */
  cast: number;
  rounds: number;
}

/** A page whose article changes more often is taken for one that never rests, and left alone. */
const FULL: Extent = { cast: 40, rounds: 5 };
const QUICK: Extent = { cast: 20, rounds: 3 };

const TITLES: Record<Family, string> = { chromium: "Chromium", firefox: "Firefox" };

const PREACT = readFileSync(fileURLToPath(new URL("../../node_modules/preact/dist/preact.umd.js", import.meta.url)), "utf8");

/** @throws where a browser is missing, or the panel does not show what stands on the page */
export async function run({ quick, say }: Options): Promise<Section> {
  const extent = quick ? QUICK : FULL;
  const stories = await storiesOf(extent);
  const tables: Table[] = [];
  for (const family of ["chromium", "firefox"] as const) {
    say(`building for ${TITLES[family]}`);
    await buildExtension(family);
    const browser = findBrowser(family);
    if (!browser) throw new Error(`There is no ${TITLES[family]} on this machine.`);
    const lab = await openPanelLab(browser, stories[0]!, PREACT);
    try {
      const runs: Drawn[] = [];
      // The first warms up: the background is started, the packs are read.
      for (let round = 0; round <= extent.rounds; round++) {
        say(`${TITLES[family]}, round ${round} of ${extent.rounds}`);
        const drawn = await lab.turnTo(stories[(round + 1) % stories.length]!);
        if (round > 0) runs.push(drawn);
      }
      tables.push(tableOf(family, runs));
    } finally {
      await lab.close();
    }
  }
  return { title: "Side panel", prose: prose(extent), tables };
}

function tableOf(family: Family, runs: readonly Drawn[]): Table {
  const bare = runs.map((run) => run.bare);
  const frames = median(runs.map(({ panel, frame }) => panel / frame));
  return {
    title: `${TITLES[family]}, from the names of a page to the panel`,
    ratioTo: "a bare Preact render of the same tree, drawn",
    rows: [
      { name: "Preact, the same tree, until it is drawn", value: median(bare), unit: "ms" },
      { name: "Backstory, from the names in the page until the panel is drawn", value: median(runs.map(({ panel }) => panel)), unit: "ms", ratio: ratioOf(runs.map(({ panel }) => panel), bare) },
      judged({ name: "… in frames of this browser", value: frames, unit: "frames", goal: { kind: "at most", limit: 3 }, note: `A frame takes ${median(runs.map(({ frame }) => frame)).toFixed(1)} ms here.` }),
    ],
  };
}

function prose({ cast, rounds }: Extent): string[] {
  return [
    `A page whose article is replaced, without being loaded, by another one that names ${cast} other entries of the flagship pack, ${rounds} times; the panel is open beside it in a window of its own, and draws a wholly new cast. The clock runs from when the page knows its new names (\`onChange\` of the annotation) to the frame in which the panel shows them: between lie the reading of dates, the port, the question to the background who they all are, and Preact.`,
    "It is compared with Preact alone, in the same document: the tree that the panel shows then, made anew of plain elements, from the call of `render` to the frame in which it is shown. Both end with a frame, so that neither can take less than what is left of one.",
  ];
}

/** Two articles that have no name in common, and all of whose names are certain. */
async function storiesOf({ cast }: Extent): Promise<[string[], string[]]> {
  const { pack } = await readPackFolder(PACK);
  if (!pack) throw new Error(`${PACK} cannot be read.`);
  const people = pack.entries.filter(({ kind, names }) => kind === "person" && /^\p{Lu}\S+ \p{Lu}\S+/u.test(names[0]!.text)).map(({ names }) => names[0]!.text);
  if (people.length < 2 * cast) throw new Error(`${PACK} has ${people.length} people, not ${2 * cast}.`);
  return [people.slice(0, cast), people.slice(cast, 2 * cast)];
}
