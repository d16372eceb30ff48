/** `pack.yaml`: what the pack is. */
import { Fields, type Written } from "./fields";
import { isPackId } from "./ids";
import type { PackInfo } from "./model";
import { readLanguage } from "./names";
import type { FileProblems } from "./problems";
import { foldSpace } from "./texts";
import { readYaml } from "./yaml";

const KEYS = ["id", "title", "version", "languages", "licence", "authors", "description"];

/** https://semver.org, the three numbers and what may follow them. */
const VERSION = /^\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/;

/** An SPDX licence expression, as far as its letters go: `CC-BY-4.0`, `MIT OR Apache-2.0`. */
const LICENCE = /^[A-Za-z0-9.+()-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+()-]+)*$/;

/** What stands in for what `pack.yaml` does not say. */
const DEFAULTS = { version: "0.0.0", language: "en", licence: "none stated" };

/**
 * Reads `pack.yaml`. What it does not say is made up, and that is a warning: a pack needs no more than its notes.
 * @param folder name of the pack's folder, which stands in for an id
 */
export function readManifest(text: string, folder: string, problems: FileProblems): PackInfo {
  const root = readYaml(text, problems);
  if (root?.type !== "map") {
    const fix = "Write `id: my-pack` and `title: My pack`, each on its line.";
    problems.warning(1, "This file says nothing about the pack.", fix);
    return infoOf(folder);
  }
  const fields = new Fields(root, problems);
  fields.allow(KEYS);

  const id = expected(fields, "id", "Write lower-case letters, digits and hyphens: `id: my-pack`.", problems);
  demand(id, isPackId, "is no id", "Use letters, digits and hyphens, and no slash.", problems);
  const title = expected(fields, "title", "Write what readers shall see: `title: My pack`.", problems);
  const version = expected(fields, "version", "Write `version: 1.0.0`.", problems);
  demand(version, (text) => VERSION.test(text), "is no version", "Write three numbers with dots: `1.0.0`.", problems);
  const spdx = "Write the SPDX identifier of the prose's licence (https://spdx.org/licenses/): `licence: CC-BY-4.0`.";
  const licence = expected(fields, "licence", spdx, problems);
  demand(licence, (text) => LICENCE.test(text), "is no SPDX identifier", spdx, problems);
  const languages = readLanguages(fields, problems);
  const authors = fields.texts("authors").map(({ text }) => text);
  if (authors.length === 0) {
    problems.warning(fields.lineOf("authors"), "`authors` is missing.", "Write a list of names: `authors: [Kim Author]`.");
  }
  const otherwise = infoOf(id?.text ?? folder);
  return {
    id: otherwise.id,
    title: title?.text ?? otherwise.title,
    version: version?.text ?? otherwise.version,
    languages: languages.length > 0 ? languages : otherwise.languages,
    licence: licence?.text ?? otherwise.licence,
    authors,
    description: foldSpace(fields.text("description")?.text ?? ""),
  };
}

/** What is said of a pack of which nothing but its id is known. */
export function infoOf(id: string): PackInfo {
  return {
    id, title: id, version: DEFAULTS.version, languages: [DEFAULTS.language], licence: DEFAULTS.licence, authors: [],
    description: "",
  };
}

/** A text that ought to be there. */
function expected(fields: Fields, key: string, fix: string, problems: FileProblems): Written | null {
  if (!fields.has(key)) problems.warning(fields.lineOf(key), `\`${key}\` is missing.`, fix);
  return fields.text(key);
}

function readLanguages(fields: Fields, problems: FileProblems): string[] {
  if (!fields.has("languages")) {
    const fix = "Write BCP 47 tags, the language of the prose first: `languages: [en, ko]`.";
    problems.warning(fields.lineOf("languages"), "`languages` is missing.", fix);
  }
  return fields.texts("languages").flatMap(({ text, line }) => {
    const language = readLanguage(text);
    if (language !== null) return [language];
    problems.error(line, `\`${text}\` is no language.`, "Write a BCP 47 tag: `en`, `ko`, `zh-Hant`.");
    return [];
  });
}

function demand(
  written: Written | null,
  holds: (text: string) => boolean,
  what: string,
  fix: string,
  problems: FileProblems,
): void {
  if (written && !holds(written.text)) problems.error(written.line, `\`${written.text}\` ${what}.`, fix);
}
