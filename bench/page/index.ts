/** What Backstory costs on a very large page, beside what a page of that size costs anybody, and beside mark.js. */
import { buildExtension } from "../../scripts/lib/build-extension";
import { type Family, findBrowser } from "../../scripts/lib/browsers";
import { readPackFolder } from "../../scripts/lib/pack-folder";
import { median, ratioOf, spreadOf } from "../lib/statistics";
import { judged, type Options, type Row, type Section, type Table } from "../report";
import { generatePage } from "./generate";
import { type BareRun, type Lab, openLab, type OurRun } from "./measure";
import { markAlternation, markNames, type PeerRun } from "./peers";

const PACK = "packs/korea-china";

interface Extent {
  characters: number;
  textNodes: number;
  names: number;
  rounds: number;
  /** Rounds of mark.js' regular expression. */
  peerRounds: number;
}

const FULL: Extent = { characters: 1_000_000, textNodes: 20_000, names: 500, rounds: 9, peerRounds: 3 };
const QUICK: Extent = { characters: 100_000, textNodes: 2_000, names: 50, rounds: 2, peerRounds: 1 };

const TITLES: Record<Family, string> = { chromium: "Chromium", firefox: "Firefox" };

/** The built extension marks at least this share of the names that were put into the page, or it is not measured. */
const LEAST_MARKED = 0.95;

/** @throws where a browser is missing, or the extension does not mark what stands in the page */
export async function run({ quick, say }: Options): Promise<Section> {
  const extent = quick ? QUICK : FULL;
  const { all, names } = await namesOfPack(extent.names);
  const page = generatePage(names, extent);
  const tables: Table[] = [];
  for (const family of ["chromium", "firefox"] as const) {
    say(`building for ${TITLES[family]}`);
    await buildExtension(family);
    const browser = findBrowser(family);
    if (!browser) throw new Error(`There is no ${TITLES[family]} on this machine.`);
    const lab = await openLab(browser, page.html);
    try {
      tables.push(...(await measure(lab, family, names, page.mentions, extent, say)));
    } finally {
      await lab.close();
    }
  }
  return { title: "On the page", prose: prose(page, all, extent), tables };
}

async function measure(
  lab: Lab,
  family: Family,
  names: readonly string[],
  mentions: number,
  extent: Extent,
  say: Options["say"],
): Promise<Table[]> {
  const bare: BareRun[] = [];
  const ours: OurRun[] = [];
  // The first of each warms up: the background is started, the disk is read.
  for (let round = 0; round <= extent.rounds; round++) {
    say(`${TITLES[family]}, round ${round} of ${extent.rounds}`);
    const pair = { bare: await lab.bare(), ours: await lab.ours() };
    if (pair.ours.pieces < mentions * LEAST_MARKED) throw new Error(`${TITLES[family]}: ${pair.ours.pieces} of ${mentions} names were marked.`);
    if (round === 0) continue;
    bare.push(pair.bare);
    ours.push(pair.ours);
  }
  const alternation: PeerRun[] = [];
  for (let round = 0; round < extent.peerRounds; round++) {
    say(`${TITLES[family]}, mark.js with one regular expression`);
    alternation.push(await onUntouched(lab, (page) => markAlternation(page, names)));
  }
  say(`${TITLES[family]}, mark.js with ${names.length} names`);
  const oneByOne = await onUntouched(lab, (page) => markNames(page, names));
  return [besideTheBarePage(family, bare, ours), besideMarkJs(family, ours, alternation, oneByOne, names.length), slices(family, bare, ours)];
}

async function onUntouched<T>(lab: Lab, work: (page: Awaited<ReturnType<Lab["untouched"]>>) => Promise<T>): Promise<T> {
  const page = await lab.untouched();
  const result = await work(page);
  await page.close();
  return result;
}

function besideTheBarePage(family: Family, bare: BareRun[], ours: OurRun[]): Table {
  const base = bare.map(({ walk, message }) => walk + message);
  const against = (name: string, values: number[], rest: Partial<Row> = {}): Row =>
    judged({ name, value: median(values), unit: "ms", ratio: ratioOf(values, base), ...rest });
  return {
    title: TITLES[family],
    ratioTo: "a bare pass over the text nodes and one message with their text, there and back",
    rows: [
      against("pass over the text nodes with a TreeWalker, in a content script", bare.map(({ walk }) => walk)),
      against("a message with all their text to the background, and back", bare.map(({ message }) => message)),
      against("Backstory: reading, spotting, painting", ours.map(({ busy }) => busy), {
        goal: { kind: "at most", limit: 4 },
        note: "Without the pauses in which nothing is under way.",
      }),
      against("… of it on the page's thread", ours.map(({ thread }) => thread)),
      against("… by the clock on the wall, until the first name is marked", ours.map(({ first }) => first)),
      against("… until every name is marked", ours.map(({ wall }) => wall)),
    ],
  };
}

function besideMarkJs(family: Family, ours: OurRun[], alternation: PeerRun[], oneByOne: PeerRun, names: number): Table {
  const own = median(ours.map(({ busy }) => busy));
  const times = alternation.map(({ time }) => time);
  const against = (of: (run: OurRun) => number) => (median(times) / median(ours.map(of))).toFixed(2);
  return {
    title: `${TITLES[family]}, beside mark.js`,
    ratioTo: "Backstory: reading, spotting, painting",
    rows: [
      judged({
        name: `mark.js, ${names} names`,
        value: oneByOne.time,
        unit: "ms",
        ratio: spreadOf([oneByOne.time / own]),
        goal: { kind: "at least", limit: 1000 },
        note: `Run once. It made ${oneByOne.marks} marks.`,
      }),
      judged({
        name: `mark.js, markRegExp with one alternation of ${names}`,
        value: median(times),
        unit: "ms",
        ratio: spreadOf(times.map((time) => time / own)),
        goal: { kind: "at least", limit: 8 },
        note:
          `It made ${alternation[0]!.marks} marks, all of its time on the page's thread and in one go. Beside what Backstory ` +
          `takes of that thread: ${against(({ thread }) => thread)} times; by the clock on the wall: ${against(({ wall }) => wall)}.`,
      }),
    ],
  };
}

function slices(family: Family, bare: BareRun[], ours: OurRun[]): Table {
  return {
    title: `${TITLES[family]}, the longest that the page's thread is held`,
    rows: [
      judged({
        name: "longest slice of Backstory",
        value: median(ours.map(({ longest }) => longest)),
        unit: "ms",
        goal: { kind: "at most", limit: 8 },
        note: "Median of the longest of each page.",
      }),
      {
        name: "longest of a hundred slices that do nothing for 4 ms",
        value: median(bare.map(({ control }) => control)),
        unit: "ms",
        note: "What the machine adds, when others use it too.",
      },
    ],
  };
}

/** Full names of the pack in Latin letters, which mark.js takes for words too; and how many names the pack has in all. */
async function namesOfPack(count: number): Promise<{ all: number; names: string[] }> {
  const { pack } = await readPackFolder(PACK);
  if (!pack) throw new Error(`${PACK} cannot be read.`);
  const all = pack.entries.flatMap((entry) => entry.names);
  const full = new Set(all.filter((name) => name.class === "full" && /^[\x20-\x7e]+$/.test(name.text)).map(({ text }) => text));
  return { all: all.length, names: [...full].slice(0, count) };
}

function prose(page: ReturnType<typeof generatePage>, all: number, extent: Extent): string[] {
  return [
    `A generated page of news: ${page.characters} characters in ${page.textNodes} text nodes, with links, emphasis, lists and tables, in which a name stands ${page.mentions} times. Backstory is the built extension with its own pack of ${all} names; mark.js gets ${extent.names} of them, on the same page, without the extension.`,
    "Times of Backstory go from its first slice on the page to the slice that registers the last highlight. They cover the slices and the messages under way, whichever overlap; the pauses that it makes on purpose, so that the page may breathe, are in the times by the clock on the wall.",
    "A slice is a stretch of the reader's code on the page's thread, with the promises that it sets off. A probe in front of the reader's code takes the times; not a line of the code is changed. Firefox tells the time in whole milliseconds.",
  ];
}
