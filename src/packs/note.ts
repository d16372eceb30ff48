/** A note: one entry of a pack. */
import { readCitation } from "./citations";
import { isAfter, readDate } from "./dates";
import { Fields } from "./fields";
import { splitNote } from "./frontmatter";
import { isFileName, isId, isLinkable } from "./ids";
import { KINDS, type Citation, type Entry, type EntryDates, type Kind, type PackDate, type Role } from "./model";
import { readNames, type PlacedName } from "./names";
import { nearest } from "./nearest";
import { readProse } from "./prose";
import type { Reading } from "./reading";
import { readSenses } from "./senses";
import { entryIdOf } from "./wikilinks";
import { readYaml, type YamlNode } from "./yaml";

/** Dates of an entry: for which kinds, and which of two cannot come after the other. */
const PERSONS: Kind[] = ["person", "other"];
const HAPPENINGS: Kind[] = ["event", "document", "weapon", "idea", "other"];
const STANDING: Kind[] = ["organisation", "place", "other"];
const DATE_KINDS: Record<keyof EntryDates, Kind[]> = {
  born: PERSONS,
  died: PERSONS,
  date: HAPPENINGS,
  founded: STANDING,
  dissolved: STANDING,
};
const DATE_KEYS = Object.keys(DATE_KINDS) as (keyof EntryDates)[];

const KEYS = [
  "kind", "names", "short", "titles", ...DATE_KEYS, "roles", "cite", "links", "native", "wikipedia", "at", "stands_for", "id",
  "aliases", "tags",
];
const ROLE_KEYS = ["title", "from", "to", "cite"];

export interface Note {
  id: string;
  /** `null` where nothing can be shown of it: it has no name. */
  entry: Entry | null;
  /** The entry's names with their lines, for what is found when names are compared. */
  names: PlacedName[];
}

/**
 * Reads a note.
 * @param path its place in the pack; the file's name without `.md` is the entry's id, unless it says another itself
 */
export function readNote(path: string, text: string, reading: Reading): Note {
  const { problems } = reading;
  const fileId = path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/, "");
  const nothing = { id: fileId, entry: null, names: [] };

  const { yaml, body, closed } = splitNote(text);
  const { about, timeline } = readProse(body, reading);
  if (yaml === null) {
    const fix = "Begin with `---`, `names: …` and `---`, each on its line.";
    problems.error(1, "This note has no front matter.", fix);
    return nothing;
  }
  if (!closed) problems.error(1, "The front matter is not closed.", "Put a line `---` between it and the text.");
  const root = readYaml(yaml, problems);
  if (root?.type !== "map") {
    problems.error(1, "The front matter says nothing.", "Write `kind: …` and `names: …`, each on its line.");
    return nothing;
  }

  const fields = new Fields(root, problems);
  fields.allow(KEYS);
  const id = readId(fields, fileId, reading);
  const kind = readKind(fields, reading);
  const names = readAllNames(fields, reading);
  const cite = readCitations(fields, reading);
  const dates = readDates(fields, kind, reading);
  const roles = readRoles(fields, reading);
  reportUncited(fields, { dates, roles, cite }, reading);
  const links = readLinks(fields, id, reading);
  const native = readNative(fields, names, reading);
  const wikipedia = readWikipedia(fields, reading);
  const at = readPlace(fields, kind, reading);
  const standsFor = readSenses(fields, names, reading);
  if (closed && about.length === 0) {
    problems.warning(1, "This note has no text.", "Say below the front matter, in one sentence, who or what this is.");
  }

  if (names.every((name) => name.class !== "full")) return { id, entry: null, names };
  const plainNames = names.map(({ text, lang, class: nameClass }) => ({ text, lang, class: nameClass }));
  const entry: Entry = { id, kind, names: plainNames, dates, roles, links, about, timeline, cite };
  if (native !== null) entry.native = native;
  if (wikipedia !== null) entry.wikipedia = wikipedia;
  if (at !== null) entry.at = at;
  if (standsFor.length > 0) entry.standsFor = standsFor;
  return { id, entry, names };
}

/** The id that the front matter says, for those that no file can be called by; else that of the file's name. */
function readId(fields: Fields, fileId: string, { problems }: Reading): string {
  const written = fields.text("id");
  const id = written?.text ?? fileId;
  const line = written?.line ?? 1;
  if (!isId(id)) {
    problems.error(line, `\`${id}\` is no id.`, "Write a text of one line without control characters.");
  } else if (!isLinkable(id)) {
    problems.warning(line, `No text can link to the id \`${id}\`.`, "Leave out brackets, `|`, `#`, `^` and `\\`.");
  } else if (id !== fileId && isFileName(id)) {
    const message = `\`id\` is \`${id}\`, and the file is called \`${fileId}.md\`.`;
    problems.warning(line, message, "The `id` counts. Rename the file, so that links work in Obsidian too.");
  }
  return id;
}

/** Without a kind an entry is of the kind `other`. */
function readKind(fields: Fields, { problems }: Reading): Kind {
  const known = `Write one of ${KINDS.map((kind) => `\`${kind}\``).join(", ")}.`;
  const written = fields.text("kind");
  const kind = KINDS.find((name) => name === written?.text);
  if (kind) return kind;
  if (!written) {
    problems.warning(fields.lineOf("kind"), "This note does not say what kind of thing it is about.", known);
  } else {
    const meant = nearest(written.text, KINDS);
    problems.error(written.line, `There is no kind \`${written.text}\`.`, meant ? `Did you mean \`${meant}\`?` : known);
  }
  return "other";
}

function readAllNames(fields: Fields, reading: Reading): PlacedName[] {
  const full = readNames(fields.node("names"), "names", "full", reading);
  if (full.length === 0) {
    reading.problems.error(fields.lineOf("names"), "This entry has no name.", "Write `names: [Full Name]`.");
  }
  const names = [
    ...full,
    ...readNames(fields.node("short"), "short", "short", reading),
    ...readNames(fields.node("titles"), "titles", "title", reading),
  ];
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = JSON.stringify([name.text, name.lang]);
    if (!seen.has(key)) return seen.add(key);
    reading.problems.warning(name.line, `\`${name.text}\` stands twice.`, "Keep one of the two.");
    return false;
  });
}

function readDates(fields: Fields, kind: Kind, reading: Reading): EntryDates {
  const dates: EntryDates = {};
  for (const key of DATE_KEYS) {
    const date = readDateField(fields, key, reading);
    if (!date) continue;
    if (!DATE_KINDS[key].includes(kind)) {
      const fitting = DATE_KEYS.filter((other) => DATE_KINDS[other].includes(kind));
      const fix = `The dates of this kind are ${fitting.map((other) => `\`${other}\``).join(" and ")}.`;
      reading.problems.error(fields.lineOf(key), `\`${key}\` does not go with \`kind: ${kind}\`.`, fix);
    }
    dates[key] = date;
  }
  requireOrder(dates.born, dates.died, fields.lineOf("died"), "The death comes before the birth.", reading);
  requireOrder(dates.founded, dates.dissolved, fields.lineOf("dissolved"), "The end comes before the founding.", reading);
  return dates;
}

function readDateField(fields: Fields, key: string, { problems }: Reading): PackDate | null {
  const written = fields.text(key);
  if (written === null) return null;
  const reader = readDate(written.text);
  if ("date" in reader) return reader.date;
  problems.error(written.line, reader.message, reader.fix);
  return null;
}

function requireOrder(
  first: PackDate | null | undefined,
  second: PackDate | null | undefined,
  line: number,
  message: string,
  { problems }: Reading,
): void {
  if (first && second && isAfter(first, second)) {
    problems.error(line, message, `It says ${first.edtf} and then ${second.edtf}: mend one of the two.`);
  }
}

function readRoles(fields: Fields, reading: Reading): Role[] {
  return fields.items("roles").flatMap((item) => readRole(item, reading) ?? []);
}

function readRole(item: YamlNode, reading: Reading): Role | null {
  if (item.type !== "map") {
    const fix = "Write `{title: …, from: 1950, to: 1954, cite: key}`.";
    reading.problems.error(item.line, "A role is a title with its dates.", fix);
    return null;
  }
  const fields = new Fields(item, reading.problems);
  fields.allow(ROLE_KEYS);
  const title = fields.required("title", "Write what the role was called: `title: …`.");
  const from = readDateField(fields, "from", reading);
  const to = readDateField(fields, "to", reading);
  requireOrder(from, to, fields.lineOf("to"), "This role ends before it starts.", reading);
  const cite = readCitations(fields, reading);
  if (!title) return null;
  const role: Role = { title: title.text };
  if (from) role.from = from;
  if (to) role.to = to;
  if (cite.length > 0) role.cite = cite;
  return role;
}

function readCitations(fields: Fields, reading: Reading): Citation[] {
  return fields.texts("cite").flatMap(({ text, line }) => {
    const result = readCitation(text);
    if ("citation" in result) {
      reading.references.toSource(result.citation, line, reading.problems);
      return [result.citation];
    }
    reading.problems.error(line, result.message, result.fix);
    return [];
  });
}

function reportUncited(fields: Fields, facts: Pick<Entry, "dates" | "roles" | "cite">, { problems }: Reading): void {
  if (facts.cite.length > 0) return;
  const dated = DATE_KEYS.find((key) => facts.dates[key]);
  const uncited = dated ?? (facts.roles.some((role) => !role.cite) ? "roles" : null);
  if (uncited === null) return;
  problems.warning(fields.lineOf(uncited), `Nothing is cited for \`${uncited}\`.`, "Add `cite: [key]` to the front matter.");
}

function readLinks(fields: Fields, ownId: string, reading: Reading): string[] {
  const links = new Set<string>();
  for (const { text, line } of fields.texts("links")) {
    const id = entryIdOf(text);
    if (id === ownId) {
      reading.problems.warning(line, "This entry links to itself.", "Take the link out.");
      continue;
    }
    reading.references.toEntry(id, line, reading.problems);
    links.add(id);
  }
  return [...links];
}

function readNative(fields: Fields, names: readonly PlacedName[], { problems }: Reading): string | null {
  const written = fields.text("native");
  if (written === null) return null;
  // A name that is an everyday word too has to be a short one, and is the entry's own all the same.
  if (names.some((name) => name.class !== "title" && name.lang === written.text)) return written.text;
  problems.error(
    written.line,
    `There is no name in \`${written.text}\`, which \`native\` speaks of.`,
    "Write one of the languages of `names` or `short`.",
  );
  return null;
}

function readWikipedia(fields: Fields, { problems }: Reading): string | null {
  const written = fields.text("wikipedia");
  if (written === null) return null;
  if (/^https?:/i.test(written.text)) {
    problems.error(written.line, "`wikipedia` is an address.", "Write the article's title alone: `wikipedia: Peng Dehuai`.");
  }
  return written.text.replaceAll("_", " ");
}

function readPlace(fields: Fields, kind: Kind, { problems }: Reading): [number, number] | null {
  const written = fields.texts("at");
  if (written.length === 0) return null;
  const line = fields.lineOf("at");
  if (kind !== "place" && kind !== "other") {
    problems.error(line, `\`at\` does not go with \`kind: ${kind}\`.`, "Only places lie somewhere: take it out.");
  }
  const [latitude, longitude, ...more] = written.map(({ text }) => (/^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : NaN));
  const fits = more.length === 0 && Math.abs(latitude!) <= 90 && Math.abs(longitude!) <= 180;
  if (fits) return [latitude!, longitude!];
  problems.error(line, "`at` is no place on Earth.", "Write latitude and longitude in degrees: `[39.03, 125.75]`.");
  return null;
}
