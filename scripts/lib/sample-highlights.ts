/** Highlights that nobody saved, for tests, pictures and measurements: the same ones for the same seed. Texts and sites are invented. */
import type { State } from "../../src/anchoring/anchor";
import { COLOURS, type Highlight, type PageFacts } from "../../src/messages/highlight";
import type { Link } from "../../src/messages/link";
import type { Kind } from "../../src/packs/model";
import { readPackFolder } from "./pack-folder";

const DAY_MS = 86_400_000;
/** The newest is of this day. */
const NEWEST = Date.UTC(2026, 10, 20, 18, 30);
/** The oldest is as many days older. */
const DAYS = 900;
/** Highlights of one page, on average. */
const A_PAGE = 9;

const SITES = [
  ["harbour-ledger.example", "The Harbour Ledger"],
  ["eastern-review.example", "Eastern Review"],
  ["archive-notes.example", "Archive Notes"],
  ["peninsula-post.example", "Peninsula Post"],
  ["slow-history.example", "Slow History"],
  ["treaty-watch.example", "Treaty Watch"],
  ["kaestner-blatt.example", "Kästner-Blatt"],
  ["北方评论.example", "北方评论"],
] as const;
const AUTHORS = ["Ada Quill", "Benedikt Halm", "Choe Mirae", "Dunja Petrova", "Elif Sarıkaya", "林小舟", ""];
const TAGS = ["archive", "border", "letters", "succession", "trade", "to read again", "memoir", "numbers", "doubtful", "teaching", "épuration", "停战"];
const SUBJECTS = ["The delegation", "A clerk in the foreign ministry", "One of the interpreters", "The older of the two envoys", "A telegram from the embassy", "The committee", "Nobody at the table", "The draft agreement", "His successor", "The border office"];
const VERBS = ["had known for weeks that", "wrote in the margin that", "never admitted that", "later told a friend that", "took it as a sign that", "was the first to notice that", "kept silent when it was said that", "could not explain why"];
const CLAUSES = [
  "the trains ran north half empty and came back full",
  "the figures for the harvest had been copied from the year before",
  "an ally is easiest to lose in the week after a victory",
  "the letter had been opened and sealed again",
  "the visit was put off three times without a reason",
  "every promise of that summer was made twice and kept once",
  "the bridge would be finished before the treaty was",
  "the translators used one word for two very different things",
  "there were 312 lorries, not 240, at the crossing",
  "what was called a pause was an end",
  "the oil would flow, though more slowly than was announced",
];
const ENDS = ["and the minutes do not say who spoke next.", "which the archive confirms only in part.", "or so the memoirs of both sides have it.", "and by the spring it no longer mattered.", "though the date on the paper says otherwise.", "and that was the end of the matter."];
const CHINESE = ["代表团在边境等了三天，没有人出来迎接。", "协定的草案里，两个词被译成了同一个词。", "夏天许下的诺言，到了冬天只剩下一半。"];
const KOREAN = ["대표단은 국경에서 사흘을 기다렸지만 아무도 나오지 않았다.", "초안에는 날짜가 두 번 적혀 있었다."];
const NOTES = ["Compare with the minutes of the second day.", "Who is the source for this? Only the memoir, it seems.", "**Use this** for the lecture on letters.", "The same number stands in the telegram, so one copied the other.", "I do not believe this date.", "See also the chapter on the bridge.\n\nAnd the map at the end."];
const TITLES = ["What the minutes leave out", "Three days at the border", "A bridge and two treaties", "Letters that were opened", "The summer of promises", "How the harvest was counted", "An interpreter remembers", "边境上的三天", "The pause that was an end", "Oil, slowly"];

/** A stream of numbers from 0 up to and without 1: a linear congruential generator (Numerical Recipes, 3rd edition, 7.1). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

/** The entries of a pack in the box, to be mentioned. */
export async function packLinks(id: string): Promise<Link[]> {
  const { pack } = await readPackFolder(`packs/${id}`);
  if (!pack) throw new Error(`packs/${id} cannot be read`);
  return pack.entries.map((entry) => ({ ref: `${id}/${entry.id}`, name: entry.names[0]!.text, kind: entry.kind satisfies Kind }));
}

interface Sample {
  seed?: number;
  /** What they mention. */
  links: readonly Link[];
}

/** Newest first. */
export function sampleHighlights(count: number, { seed = 1, links }: Sample): Highlight[] {
  const random = randomFrom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const one = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const some = <T>(list: readonly T[], most: number): T[] => [...new Set(Array.from({ length: below(most + 1) }, () => list[Math.floor(random() ** 2 * list.length)]!))];
  const pages = Array.from({ length: Math.max(1, Math.round(count / A_PAGE)) }, (_, number) => pageOf(number, one, below));
  const sentence = () => {
    const name = links.length > 0 && random() < 0.4 ? one(links).name : one(SUBJECTS);
    return `${name} ${one(VERBS)} ${one(CLAUSES)}, ${one(ENDS)}`;
  };
  return Array.from({ length: count }, (_, number) => {
    const made = new Date(NEWEST - Math.floor((number / count) * DAYS * DAY_MS));
    const created = made.toISOString();
    const script = random();
    const text = script < 0.06 ? one(CHINESE) : script < 0.09 ? one(KOREAN) : Array.from({ length: 1 + below(4) }, sentence).join(" ");
    const start = below(30_000);
    const highlight: Highlight = {
      id: idOf(seed, number),
      kind: "passage",
      text,
      page: pages[Math.min(pages.length - 1, Math.floor((number / count) * pages.length + random() * 3))]!,
      colour: COLOURS[Math.floor(random() ** 2 * COLOURS.length)]!,
      note: random() < 0.3 ? one(NOTES) : "",
      tags: some(TAGS, 3),
      mentions: links.length > 0 ? some(links, 3) : [],
      created,
      modified: created,
      anchor: { exact: text, prefix: "", suffix: "", start, end: start + text.length },
    };
    const state = stateOf(random());
    if (state) highlight.found = { state, at: created, ...(state === "changed" ? { text: text.replace(/\b(?:the|一|가)\b/u, "that same") } : {}) };
    return highlight;
  });
}

function pageOf(number: number, one: <T>(list: readonly T[]) => T, below: (limit: number) => number): PageFacts {
  const [host, site] = one(SITES);
  const url = `https://${host}/${2010 + below(16)}/${number}`;
  const published = `${2010 + below(16)}-${String(1 + below(12)).padStart(2, "0")}-${String(1 + below(28)).padStart(2, "0")}`;
  return { keys: [url], url, title: one(TITLES) + (number < TITLES.length ? "" : `, part ${number}`), site, author: one(AUTHORS), published, lang: "en" };
}

/** Most are where they were; a few were never looked for again. */
function stateOf(chance: number): State | undefined {
  if (chance < 0.1) return undefined;
  if (chance < 0.84) return "exact";
  if (chance < 0.9) return "moved";
  return chance < 0.95 ? "changed" : "orphan";
}

/** In the form of a UUID. */
function idOf(seed: number, number: number): string {
  return `${seed.toString(16).padStart(8, "0")}-0000-4000-8000-${number.toString(16).padStart(12, "0")}`;
}
