/** Texts of our own with what must be found in them: tests/gold/own, laid out as tests/gold/README.md says. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { GOLD_FOLDER } from "./accuracy-gold";
import type { SpottedMention } from "./accuracy-score";

/** A name in a text of our own. Offsets are UTF-16 code units, half-open. */
export interface OwnMention {
  start: number;
  end: number;
  /** Id of the entry in packs/korea-china. */
  entry: string;
  /** What it stands for, where that is not the entry itself. */
  sense?: string;
}

export interface OwnCase {
  /** File and heading. */
  id: string;
  text: string;
  lang: string;
  /** Has it to be read without a slip? */
  must: boolean;
  mentions: OwnMention[];
}

/** A name in brackets and what it means; a name may stand in brackets of its own. */
const MARK = /\[([^[\]]+)\]\((-|[a-z0-9-]+)(?: "([a-z]+)")?\)/g;

/** All texts of tests/gold/own, by file and place. */
export async function readOwnCases(): Promise<OwnCase[]> {
  const folder = join(GOLD_FOLDER, "own");
  const files = (await readdir(folder)).filter((name) => name.endsWith(".md")).sort();
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), "utf8")));
  return texts.flatMap((text, index) => parseCases(files[index]!.replace(/\.md$/, ""), text));
}

/** Reads the cases of a file: each second-level heading begins one. */
export function parseCases(file: string, markdown: string): OwnCase[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((part) => parseCase(file, part));
}

function parseCase(file: string, part: string): OwnCase {
  const [, heading, lang, body] = /^(.*)\n(?:lang: (.*)\n)?([\s\S]*)$/.exec(part)!;
  const must = heading!.endsWith(" (must)");
  const mentions: OwnMention[] = [];
  let text = "";
  let from = 0;
  const marked = body!.trim();
  for (const { 0: mark, 1: name, 2: entry, 3: sense, index } of marked.matchAll(MARK)) {
    text += marked.slice(from, index);
    if (entry !== "-") mentions.push({ start: text.length, end: text.length + name!.length, entry: entry!, ...(sense ? { sense } : {}) });
    text += name;
    from = index + mark.length;
  }
  text += marked.slice(from);
  return { id: `${file}: ${heading!.replace(/ \(must\)$/, "")}`, text, lang: lang ?? "en", must, mentions };
}

/** What was read of a case, beside what should have been. */
export interface OwnResult {
  own: OwnCase;
  right: SpottedMention[];
  wrong: SpottedMention[];
  missed: OwnMention[];
  /** Names that stand for something else and were found: how many of them bear that sense. */
  sensed: number;
  senses: number;
  /** Names that stand for themselves and are said not to. */
  falselySensed: number;
}

/** Compares strictly: start, end and entry. */
export function judge(own: OwnCase, spotted: readonly SpottedMention[]): OwnResult {
  const expected = (one: SpottedMention): OwnMention | undefined =>
    own.mentions.find(({ start, end, entry }) => start === one.start && end === one.end && entry === one.entry);
  const right = spotted.filter((one) => expected(one) !== undefined);
  const found = new Set(right.map(expected));
  const withSense = right.filter((one) => expected(one)!.sense !== undefined);
  return {
    own,
    right,
    wrong: spotted.filter((one) => expected(one) === undefined),
    missed: own.mentions.filter((mention) => !found.has(mention)),
    senses: withSense.length,
    sensed: withSense.filter((one) => one.sense !== undefined).length,
    falselySensed: right.filter((one) => one.sense !== undefined && expected(one)!.sense === undefined).length,
  };
}
