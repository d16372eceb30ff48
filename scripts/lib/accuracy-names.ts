/**
 * Packs whose entries have only an id and names, as public benchmarks of entity linking give them: no kind, no text,
 * no dates, no links; and most of their entries are not on the page.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { idFrom } from "../../src/packs/ids";
import type { PackFile } from "../../src/packs/model";
import { openPack } from "../../src/packs/open";
import { openSpotter } from "../../src/spotting/spot";
import type { GoldText, NamedEntry } from "./accuracy-score";
import type { ScoredPack } from "./accuracy-spot";
import { GOLD_FOLDER, SHARED } from "./accuracy-gold";
import { compileFiles, describeProblems, PackTrouble } from "./pack-folder";

/**
 * - `titles`: titles and redirects; a person's surname is nobody's name.
 * - `anchors`: what links to an entry says, too: surnames, and the bare names of countries and cities for their teams,
 *   so that many a name belongs to several entries.
 */
export type NamesKind = "titles" | "anchors";

/** Entries in such a pack. */
export const NAMES_ONLY_ENTRIES = 15_000;

/** What is called after countries and cities. The second word says whether people drop it. */
const COUNTRY_THINGS = [
  ["national football team", true],
  ["national cricket team", true],
  ["at the Olympics", true],
  ["Armed Forces", false],
  ["economy", false],
] as const;
const CITY_THINGS = [
  ["F.C.", true],
  ["Airport", false],
  ["railway station", false],
  ["University", false],
  ["Prison", false],
  ["Cathedral", false],
  ["Stadium", false],
  ["Museum", false],
  ["Bridge", false],
  ["Zoo", false],
] as const;

const HEAD = "id: names-only\ntitle: Names only\nversion: 1.0.0\nlanguages: [en]\nlicence: CC-BY-4.0\nauthors: [nobody]\n";

/** Entries of the annotated texts, and others until there are enough. */
export async function namesOnlyEntries(texts: readonly GoldText[], kind: NamesKind): Promise<NamedEntry[]> {
  const entries = new Map<string, { id: string; names: Set<string> }>();
  const add = (title: string, names: readonly string[]): void => {
    const plain = title.replace(/^~/, "");
    const id = idFrom(plain);
    if (id === "") return;
    const entry = entries.get(id) ?? { id, names: new Set<string>() };
    for (const name of [plain.replace(/ \(.*\)$/, ""), ...names]) entry.names.add(name);
    entries.set(id, entry);
  };
  const redirects = JSON.parse(await readFile(join(GOLD_FOLDER, "names-only.json"), "utf8")) as Record<string, string[]>;
  for (const { mentions } of texts) {
    for (const mention of mentions) {
      if (mention.entity === "NIL") continue;
      const surname = kind === "anchors" && mention.kind === "person" ? surnameOf(mention.entity) : [];
      add(mention.entity, [...(redirects[mention.entity] ?? []), ...surname]);
    }
  }
  const taken = new Set([...entries.values()].flatMap(({ names }) => [...names].map(idFrom)));
  for (const [title, names] of await distractors(kind)) {
    if (entries.size >= NAMES_ONLY_ENTRIES) break;
    // Whoever shares a full name with somebody of the texts may be the same person once more.
    const same = [title, ...names].some((name) => name.includes(" ") && taken.has(idFrom(name)));
    if (!same && !entries.has(idFrom(title))) add(title, names);
  }
  return [...entries.values()].map(({ id, names }) => ({ id, names: [...names] }));
}

/** The names of East Asian people that the texts speak of begin with the family's, unless hyphenation tells nothing. */
const FAMILY_FIRST = /^(Kim|Pak|Park|Mao|Zhou|Chiang|Peng|Xi|Jang|Choe|Yun|Moon|Wang|Zhu|Deng|Lin|Liu|Zhao|Chen|Ri|Ha) /;

function surnameOf(title: string): string[] {
  const words = title.replace(/^~/, "").replace(/ \(.*\)$/, "").split(" ");
  if (words.length < 2) return [];
  return [FAMILY_FIRST.test(title.replace(/^~/, "")) ? words[0]! : words.at(-1)!];
}

async function distractors(kind: NamesKind): Promise<[string, string[]][]> {
  const bare = (short: boolean, name: string): string[] => (short && kind === "anchors" ? [name] : []);
  const people = await frusPeople(kind);
  const cities = await cityNames();
  const countries = regionNames();
  return [
    ...countries.map((name): [string, string[]] => [name, []]),
    ...people,
    ...cities.map(([name, other]): [string, string[]] => [name, other === "" ? [] : [other]]),
    ...countries.flatMap((name) => COUNTRY_THINGS.map(([thing, drop]): [string, string[]] => [`${name} ${thing}`, bare(drop, name)])),
    ...CITY_THINGS.flatMap(([thing, drop]) => cities.map(([name]): [string, string[]] => [`${name} ${thing}`, bare(drop, name)])),
  ];
}

/** Names of countries, as the browser's own tables have them. */
function regionNames(): string[] {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return [...new Set(codes.flatMap((code) => names.of(code) ?? []))];
}

async function cityNames(): Promise<[string, string][]> {
  const table = await readFile(join(SHARED, "sources/geonames_cities_neasia.tsv"), "utf8");
  return table
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"))
    .filter(([, name]) => name)
    .map(([, name, other]) => [name!, /[A-Za-z]/.test(other ?? "") ? other! : ""]);
}

interface FrusPerson {
  preferred: string;
  variants: Record<string, number>;
}

async function frusPeople(kind: NamesKind): Promise<[string, string[]][]> {
  const people = JSON.parse(await readFile(join(SHARED, "sources/frus-people.json"), "utf8")) as FrusPerson[];
  return people.map(({ preferred, variants }) => {
    const names = [...new Set([preferred, ...Object.keys(variants)].map(inSpokenOrder))].filter((name) => name.includes(" "));
    const family = preferred.split(",")[0]!.trim();
    return [names[0] ?? preferred, kind === "anchors" ? [...names.slice(1), family] : names.slice(1)];
  });
}

/** "Aaron, David L." as it is said: "David L. Aaron". */
function inSpokenOrder(name: string): string {
  const [family, given, ...rest] = name.split(",").map((part) => part.trim());
  return [given, family, ...rest].filter(Boolean).join(" ").replace(/[()[\]]/g, "");
}

/**
 * Compiles entries that have only an id and names.
 * @throws PackTrouble where the pack is not sound
 */
export function openNamesOnly(entries: readonly NamedEntry[]): ScoredPack {
  const files: PackFile[] = [
    { path: "pack.yaml", text: HEAD },
    ...entries.map(({ id, names }) => ({ path: `entries/${id}.md`, text: `---\n${noteHead(names)}---\n` })),
  ];
  const { bytes, problems } = compileFiles(files);
  const errors = problems.filter(({ severity }) => severity === "error");
  if (bytes === null) throw new PackTrouble(describeProblems(errors.slice(0, 20), "names only"));
  const pack = openPack(new Uint8Array(bytes).buffer);
  return { spotter: openSpotter([pack]), entries: [...entries] };
}

function noteHead(names: readonly string[]): string {
  const kind = kindIsOptional() ? "" : "kind: place\n";
  return `${kind}names: ${JSON.stringify(names)}\n`;
}

let optional: boolean | undefined;

/** May an entry do without a kind? */
function kindIsOptional(): boolean {
  optional ??= compileFiles([
    { path: "pack.yaml", text: HEAD },
    { path: "entries/a.md", text: "---\nnames: [Somebody]\n---\n" },
  ]).bytes !== null;
  return optional;
}
