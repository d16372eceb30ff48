/** Every language says everything, with the same values in it; and nothing that readers see stands in code. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseSync } from "vite";

const LOCALES = "public/_locales";

interface Message {
  message: string;
  description?: string;
  placeholders?: Record<string, { content: string }>;
}
type Catalogue = Record<string, Message>;

const catalogue = (language: string) => JSON.parse(readFileSync(join(LOCALES, language, "messages.json"), "utf8")) as Catalogue;
const english = catalogue("en");
const others = readdirSync(LOCALES).filter((language) => language !== "en");

/** The values that a text has room for: "$1", "$2", as browsers number them. */
function valuesIn({ message, placeholders = {} }: Message): string[] {
  const named = Object.entries(placeholders).filter(([name]) => message.toUpperCase().includes(`$${name.toUpperCase()}$`));
  const direct = message.match(/\$\d/g) ?? [];
  return [...new Set([...named.map(([, { content }]) => content), ...direct])].sort();
}

test("every English text has words, and says what it is for", () => {
  const bare = Object.entries(english).filter(([, { message, description }]) => !message.trim() || !description?.trim());
  expect(bare.map(([key]) => key)).toEqual([]);
});

test.each(others)("%s says all that English says, with the same values", (language) => {
  const own = catalogue(language);
  expect(Object.keys(own).sort()).toEqual(Object.keys(english).sort());
  for (const [key, text] of Object.entries(own)) {
    expect(text.message.trim(), key).not.toBe("");
    expect({ key, values: valuesIn(text) }).toEqual({ key, values: valuesIn(english[key]!) });
    // A sign that browsers would take for the beginning of a value.
    expect(text.message.replaceAll("$$", "").replace(/\$(?:\d|\w+\$)/g, ""), key).not.toContain("$");
  }
  expect(own["extension_description"]!.message.length).toBeLessThanOrEqual(132);
  expect(Intl.getCanonicalLocales(own["language_tag"]!.message)).toEqual([own["language_tag"]!.message]);
});

/** Texts without any word to translate. */
const SAME_EVERYWHERE = /^(?:[\s\d\p{P}\p{S}]|\$\w+\$?|Backstory|PDF|CSV|JSON|HTML|BibTeX|RIS|CSL|W3C|Web Annotation|LD|pandoc|Markdown|Hypothesis|Readwise|Kindle|Zotero|Obsidian|Esc|Alt|Ctrl|Shift|Firefox|Chrome|Chromium|ctx)*$/u;

test.each(others)("%s is translated, not copied", (language) => {
  const own = catalogue(language);
  const copied = Object.entries(own).filter(([key, { message }]) => message === english[key]?.message && !SAME_EVERYWHERE.test(message));
  // Some words are the same in two languages; whole sentences are not.
  expect(copied.map(([key]) => key).filter((key) => english[key]!.message.split(/\s+/).length > 2)).toEqual([]);
});

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((each) => each.isFile() && /\.tsx?$/.test(each.name) && !/\.test\.tsx?$/.test(each.name))
    .map((each) => join(each.parentPath, each.name));
}

const code = [...sources("src"), ...sources("entrypoints"), "wxt.config.ts"].map((path) => ({ path, text: readFileSync(path, "utf8") }));

test("every text is used", () => {
  const all = code.map(({ text }) => text).join("\n");
  const beginnings = [...all.matchAll(/[`"](\w+_)(?:\$\{|")/g)].map(([, words]) => words!);
  const endings = [...all.matchAll(/\}(_\w+)`/g)].map(([, words]) => words!);
  const isMade = (key: string) => beginnings.some((words) => key.startsWith(words)) || endings.some((words) => key.endsWith(words));
  const isNamed = (key: string) => new RegExp(`["'\`]${key}["'\`]|__MSG_${key}__`).test(all);
  expect(Object.keys(english).filter((key) => !isNamed(key) && !isMade(key))).toEqual([]);
});

/** Attributes whose values readers see or hear. */
const SPOKEN = new Set(["title", "alt", "placeholder", "label", "aria-label", "aria-description", "aria-roledescription", "aria-valuetext"]);

interface Node {
  type?: string;
  value?: unknown;
  name?: { name?: string };
}

/** Words that stand in the elements of a file as they are. */
function wordsIn(path: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== "object" || node === null) return;
    const { type, value, name } = node as Node;
    if (type === "JSXText" && /\p{L}/u.test(String(value))) found.push(String(value).trim());
    const literal = (value as Node | null)?.type === "Literal" ? (value as Node).value : null;
    if (type === "JSXAttribute" && SPOKEN.has(name?.name ?? "") && typeof literal === "string" && /\p{L}/u.test(literal) && !(literal in english)) found.push(literal);
    Object.values(node).forEach(visit);
  };
  visit(parseSync(path, text, { lang: "tsx" }).program);
  return found;
}

test("words in elements are found", () => {
  expect(wordsIn("a.tsx", `const a = <p title="Hello">{t("x")} there<img alt="" /></p>;`)).toEqual(["Hello", "there"]);
});

test("no text for readers stands in code", () => {
  expect(code.filter(({ path }) => path.endsWith(".tsx")).flatMap(({ path, text }) => wordsIn(path, text).map((words) => `${path}: ${words}`))).toEqual([]);
});
