/** A note: one entry of a pack. */
import { readCitation } from "./citations";
import { isAfter, readDate } from "./dates";
import { Fields } from "./fields";
import { splitNote } from "./frontmatter";
import { idFrom, isId } from "./ids";
import { KINDS, type Citation, type Entry, type EntryDates, type Kind, type PackDate, type Role } from "./model";
import { readNames, type PlacedName } from "./names";
import { nearest } from "./nearest";
import { readProse } from "./prose";
import type { Reading } from "./reading";
import { entryIdOf } from "./wikilinks";
import { readYaml, type YamlNode } from "./yaml";

/** Dates of an entry: for which kinds, and which of two cannot come after the other. */
const PERSONS: Kind[] = ["person"];
const HAPPENINGS: Kind[] = ["event", "document", "weapon", "idea"];
const STANDING: Kind[] = ["organisation", "place"];
const DATE_KINDS: Record<keyof EntryDates, Kind[]> = {
  born: PERSONS,
  died: PERSONS,
  date: HAPPENINGS,
  founded: STANDING,
  dissolved: STANDING,
};
const DATE_KEYS = Object.keys(DATE_KINDS) as (keyof EntryDates)[];

const KEYS = [
  "kind", "names", "short", "titles", ...DATE_KEYS, "roles", "cite", "links", "native", "wikipedia", "at", "id", "aliases", "tags",
];
const ROLE_KEYS = ["title", "from", "to", "cite"];

export interface Note {
  entry: Entry;
  /** The entry's names with their lines, for what is found when names are compared. */
  names: PlacedName[];
}

/**
 * Reads a note.
 * @param path its place in the pack; the file's name without `.md` is the entry's id
 * @returns `null` where there is no kind or no name, without which nothing can be shown; that is reported
 */
export function readNote(path: string, text: string, reading: Reading): Note | null {
  const { problems } = reading;
  const id = path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/, "");
  if (!isId(id)) {
    const better = idFrom(id);
    const advice = "Use lower-case letters, digits and single hyphens between them";
    problems.error(1, `\`${id}\` is no id.`, better ? `${advice}: rename the file to \`${better}.md\`.` : `${advice}.`);
  }

  const { yaml, body, closed } = splitNote(text);
  const { about, timeline } = readProse(body, reading);
  if (yaml === null) {
    const fix = "Begin with `---`, `kind: …`, `names: …` and `---`, each on its line.";
    problems.error(1, "This note has no front matter.", fix);
    return null;
  }
  if (!closed) problems.error(1, "The front matter is not closed.", "Put a line `---` between it and the text.");
  const root = readYaml(yaml, problems);
  if (root?.type !== "map") {
    problems.error(1, "The front matter says nothing.", "Write `kind: …` and `names: …`, each on its line.");
    return null;
  }

  const fields = new Fields(root, problems);
  fields.allow(KEYS);
  const written = fields.text("id");
  if (written && written.text !== id) {
    const message = `\`id\` is \`${written.text}\`, and the file is called \`${id}.md\`.`;
    problems.error(written.line, message, "Take `id` out, or rename the file.");
  }
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
  if (closed && about.length === 0) {
    problems.warning(1, "This note has no text.", "Say below the front matter, in one sentence, who or what this is.");
  }

  if (kind === null || names.every((name) => name.class !== "full")) return null;
  const plainNames = names.map(({ text, lang, class: nameClass }) => ({ text, lang, class: nameClass }));
  const entry: Entry = { id, kind, names: plainNames, dates, roles, links, about, timeline, cite };
  if (native !== null) entry.native = native;
  if (wikipedia !== null) entry.wikipedia = wikipedia;
  if (at !== null) entry.at = at;
  return { entry, names };
}

function readKind(fields: Fields, { problems }: Reading): Kind | null {
  const known = `Write one of ${KINDS.map((kind) => `\`${kind}\``).join(", ")}.`;
  const written = fields.required("kind", known);
  if (!written) return null;
  const kind = KINDS.find((name) => name === written.text);
  if (kind) return kind;
  const meant = nearest(written.text, KINDS);
  problems.error(written.line, `There is no kind \`${written.text}\`.`, meant ? `Did you mean \`${meant}\`?` : known);
  return null;
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

function readDates(fields: Fields, kind: Kind | null, reading: Reading): EntryDates {
  const dates: EntryDates = {};
  for (const key of DATE_KEYS) {
    const date = readDateField(fields, key, reading);
    if (!date) continue;
    if (kind !== null && !DATE_KINDS[key].includes(kind)) {
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
  if (names.some((name) => name.class === "full" && name.lang === written.text)) return written.text;
  problems.error(
    written.line,
    `There is no full name in \`${written.text}\`, which \`native\` speaks of.`,
    "Write one of the languages of `names`.",
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

function readPlace(fields: Fields, kind: Kind | null, { problems }: Reading): [number, number] | null {
  const written = fields.texts("at");
  if (written.length === 0) return null;
  const line = fields.lineOf("at");
  if (kind !== null && kind !== "place") {
    problems.error(line, `\`at\` does not go with \`kind: ${kind}\`.`, "Only places lie somewhere: take it out.");
  }
  const [latitude, longitude, ...more] = written.map(({ text }) => (/^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : NaN));
  const fits = more.length === 0 && Math.abs(latitude!) <= 90 && Math.abs(longitude!) <= 180;
  if (fits) return [latitude!, longitude!];
  problems.error(line, "`at` is no place on Earth.", "Write latitude and longitude in degrees: `[39.03, 125.75]`.");
  return null;
}
