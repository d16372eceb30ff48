/**
 * Reads a pack from its files, and tells all that is wrong with it at once. docs/pack-format.md says how people write
 * packs; model.ts says what comes out.
 */
import type { Source } from "../citing/csl";
import { isPackId } from "./ids";
import { infoOf, readManifest } from "./manifest";
import type { Entry, Pack, PackFile, PackInfo, Problem } from "./model";
import { foldName, type PlacedName } from "./names";
import { nearest } from "./nearest";
import { readNote, type Note } from "./note";
import { Problems, type FileProblems } from "./problems";
import { checkLifetimes, readQuotes, type PlacedQuote } from "./quotes";
import type { Reading } from "./reading";
import { References } from "./references";
import { readSources, type Bibliography } from "./sources";
import { compareTexts, normaliseLines } from "./texts";

export const MANIFEST = "pack.yaml";
export const QUOTES = "quotes.yaml";
export const SOURCES = "sources.json";

/** Files at the top of a pack that we read; others with such endings are probably misspelt. */
const KNOWN_FILES = [MANIFEST, QUOTES, SOURCES];

/** What a pack is called that neither says it nor is in a folder. */
const DEFAULT_ID = "pack";

export interface PackReading {
  /**
   * What could be read, also where there are errors (entries and quotes with an error that leaves nothing to show are
   * not in it). Compile it only if no problem is an error.
   */
  pack: Pack;
  /** By file and line. */
  problems: Problem[];
  /** Line in quotes.yaml of each quote, by the quote's id. */
  quoteLines: ReadonlyMap<string, number>;
}

/**
 * Reads a pack. The order of files does not matter. Never throws: whatever is wrong is among the problems.
 * @param folder name of the pack's folder, which names a pack that does not say its id
 */
export function readPack(files: readonly PackFile[], folder = DEFAULT_ID): PackReading {
  const problems = new Problems();
  const byPath = new Map(files.map((file) => [file.path, file.text]));
  const info = readInfo(byPath, isPackId(folder) ? folder : DEFAULT_ID, problems);
  reportStrays(byPath, problems);

  const references = new References();
  const reading = (file: string): Reading => ({
    problems: problems.in(file),
    references,
    language: info.languages[0]!,
  });
  const guarded = <T>(path: string, read: (text: string, reading: Reading) => T, otherwise: T): T => {
    const text = byPath.get(path);
    if (text === undefined) return otherwise;
    try {
      return read(normaliseLines(text), reading(path));
    } catch (error) {
      // Only a parser that ran out of stack gets here: the file is a machine's, not a person's.
      problems.in(path).error(1, `This file cannot be read: ${String(error)}.`, "Write it more simply.");
      return otherwise;
    }
  };

  const none: Bibliography = { sources: [], keys: new Set() };
  const { sources, keys } = guarded(SOURCES, (text, its) => readSources(text, its.problems), none);
  const paths = [...byPath.keys()].filter((path) => /^entries\/(?:.*\/)?[^/]+\.md$/.test(path)).sort(compareTexts);
  const readAt = (path: string): Note => {
    return guarded(path, (text, its) => readNote(path, text, its), { id: path, entry: null, names: [] });
  };
  const notes = new Map(paths.map((path) => [path, readAt(path)]));
  const quotes = guarded(QUOTES, readQuotes, []);

  const entries = collectEntries(notes, problems);
  references.resolve(titlesOf(notes), keys);
  reportSharedNames(notes, problems);
  checkLifetimes(quotes, entries, problems.in(QUOTES));
  reportUnlistedLanguages(notes, info, problems.in(MANIFEST));
  if (paths.length === 0) {
    problems.in(MANIFEST).error(1, "This pack has no entries.", "Put notes into the folder `entries`, one an entry.");
  }
  return {
    pack: assemble(info, entries, quotes, sources),
    problems: problems.sorted(),
    quoteLines: new Map(quotes.map(({ quote, line }) => [quote.id, line])),
  };
}

function assemble(
  info: PackInfo,
  entries: ReadonlyMap<string, Entry>,
  quotes: readonly PlacedQuote[],
  sources: readonly Source[],
): Pack {
  return {
    info,
    entries: [...entries.values()].sort((a, b) => compareTexts(a.id, b.id)),
    quotes: quotes.map(({ quote }) => quote),
    sources: [...sources].sort((a, b) => compareTexts(a.id, b.id)),
  };
}

function readInfo(files: ReadonlyMap<string, string>, folder: string, problems: Problems): PackInfo {
  const text = files.get(MANIFEST);
  if (text !== undefined) return readManifest(normaliseLines(text), folder, problems.in(MANIFEST));
  const fix = "Write one with `id`, `title`, `version`, `languages`, `licence` and `authors`.";
  problems.in(MANIFEST).warning(1, "There is no pack.yaml.", fix);
  return infoOf(folder);
}

/** Notes outside of `entries` and misspelt file names would be passed over in silence. */
function reportStrays(files: ReadonlyMap<string, string>, problems: Problems): void {
  for (const [path, text] of files) {
    if (path.startsWith(".") || path.includes("/.")) continue;
    if (!path.startsWith("entries/") && path.endsWith(".md") && /^---\s*\n(?:[^\n]*\n)*?(?:kind|names):/.test(normaliseLines(text))) {
      problems.in(path).warning(1, "This note is not in the folder `entries` and is not read.", "Move it there.");
    }
    if (/^[^/]+\.(?:ya?ml|json)$/.test(path) && !KNOWN_FILES.includes(path)) {
      const meant = nearest(path, KNOWN_FILES);
      problems.in(path).warning(1, "This file is not read.", meant ? `Did you mean \`${meant}\`?` : "Take it out.");
    }
    if (path.startsWith("entries/") && /\.(?:markdown|mdx?|MD)$/.test(path) && !path.endsWith(".md")) {
      problems.in(path).warning(1, "This file is not read.", "The name of a note ends in `.md`.");
    }
  }
}

/** Entries by id. Of two with one id, the first by path stays. */
function collectEntries(notes: ReadonlyMap<string, Note>, problems: Problems): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const paths = new Map<string, string>();
  for (const [path, { id, entry }] of notes) {
    const before = paths.get(id);
    if (before === undefined) paths.set(id, path);
    else problems.in(path).error(1, `The entry \`${id}\` is in ${before} already.`, "Give one of the two another id.");
    if (entry && before === undefined) entries.set(id, entry);
  }
  return entries;
}

/** First names by id, also of notes that are left out for their errors: a link to those is not what is wrong. */
function titlesOf(notes: ReadonlyMap<string, Note>): Map<string, string> {
  return new Map([...notes.values()].map(({ id, entry }) => [id, entry?.names[0]?.text ?? id]));
}

/** Two entries of one full name cannot be told apart on a page, save by what stands around it. */
function reportSharedNames(notes: ReadonlyMap<string, Note>, problems: Problems): void {
  const owners = new Map<string, { id: string; name: PlacedName }>();
  for (const [path, note] of notes) {
    for (const name of note.names) {
      if (name.class !== "full") continue;
      const key = foldName(name.text);
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, { id: note.id, name });
      else if (owner.id !== note.id) {
        const fix = "Where both are right, nothing is wrong; else take it from one of the two.";
        problems.in(path).warning(name.line, `\`${name.text}\` is a full name of \`${owner.id}\` too.`, fix);
      }
    }
  }
}

/** Readers are told which languages a pack knows names in. */
function reportUnlistedLanguages(notes: ReadonlyMap<string, Note>, info: PackInfo, problems: FileProblems): void {
  const primary = (tag: string) => tag.split("-")[0]!;
  const listed = new Set(info.languages.map(primary));
  const used = [...notes.values()].flatMap((note) => note.names).map((name) => primary(name.lang));
  for (const language of [...new Set(used)].sort(compareTexts)) {
    if (listed.has(language)) continue;
    problems.warning(1, `Names are in \`${language}\`, which \`languages\` does not list.`, `Add \`${language}\` to it.`);
  }
}
