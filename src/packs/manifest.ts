/** `pack.yaml`: what the pack is. */
import { Fields, type Written } from "./fields";
import { isId } from "./ids";
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

/** Reads `pack.yaml`. `null` where it lacks something that it needs; all of that is reported. */
export function readManifest(text: string, problems: FileProblems): PackInfo | null {
  const root = readYaml(text, problems);
  if (root?.type !== "map") {
    const fix = "Write `id: my-pack` and `title: My pack`, each on its line.";
    problems.error(1, "This file says nothing about the pack.", fix);
    return null;
  }
  const fields = new Fields(root, problems);
  fields.allow(KEYS);

  const id = fields.required("id", "Write lower-case letters, digits and hyphens: `id: my-pack`.");
  demand(id, isId, "is no id", "Use lower-case letters, digits and single hyphens between them.", problems);
  const title = fields.required("title", "Write what readers shall see: `title: My pack`.");
  const version = fields.required("version", "Write `version: 1.0.0`.");
  demand(version, (text) => VERSION.test(text), "is no version", "Write three numbers with dots: `1.0.0`.", problems);
  const licence = fields.required("licence", "Write the SPDX identifier of the prose's licence: `licence: CC-BY-4.0`.");
  const isLicence = (text: string) => LICENCE.test(text);
  const spdx = "Write one of https://spdx.org/licenses/, such as `CC-BY-4.0`.";
  demand(licence, isLicence, "is no SPDX identifier", spdx, problems);
  const languages = readLanguages(fields, problems);
  const authors = fields.texts("authors").map(({ text }) => text);
  if (authors.length === 0) {
    problems.error(fields.lineOf("authors"), "`authors` is missing.", "Write a list of names: `authors: [Kim Author]`.");
  }
  const description = foldSpace(fields.text("description")?.text ?? "");

  if (!id || !title || !version || !licence || languages.length === 0 || authors.length === 0) return null;
  return {
    id: id.text,
    title: title.text,
    version: version.text,
    languages,
    licence: licence.text,
    authors,
    description,
  };
}

function readLanguages(fields: Fields, problems: FileProblems): string[] {
  if (!fields.has("languages")) {
    const fix = "Write BCP 47 tags, the language of the prose first: `languages: [en, ko]`.";
    problems.error(fields.lineOf("languages"), "`languages` is missing.", fix);
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
