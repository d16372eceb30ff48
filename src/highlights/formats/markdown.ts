/**
 * Markdown for Obsidian: front matter, then each highlight as a callout in its colour's name, with a block id that links
 * lead to, tags, citation key, the names in it as links to notes, and what the reader noted.
 */
import { chicagoBibliography } from "../../citing/chicago";
import type { Highlight } from "../../messages/highlight";
import { compareTexts } from "../../packs/texts";
import { type Article, articlesOf } from "../articles";
import { highlightAddress } from "../cite";
import { isPageAddress } from "./check";
import { dayInWords, type ExportFormat, type WriteOptions } from "./format";
import { markdownAddress, markdownLine, markdownText, quoteBlock } from "./markdown-text";
import { type YamlValue, yamlText } from "./yaml-text";

/** Hexadecimal digits of an id that make a block's id: of a hundred thousand, two are the same once in fifty thousand libraries. */
const BLOCK_ID = 12;

export const writeMarkdown: ExportFormat = {
  id: "markdown",
  title: "format_markdown",
  extension: "md",
  mime: "text/markdown",
  write: (rows, options) => {
    const articles = articlesOf(rows);
    const sections = articles.map((article) => section(article, options));
    return `---\n${yamlText(frontMatter(articles, options))}---\n${sections.map((each) => `\n${each}`).join("")}`;
  },
};

/** One article's own; of several, a list. Tags as Obsidian takes them, and in full those that it does not. */
function frontMatter(articles: readonly Article[], { t }: WriteOptions): Record<string, YamlValue> {
  const tags = [...new Set(articles.flatMap(({ rows }) => rows.flatMap((row) => row.tags)))].sort(compareTexts);
  const changed = tags.filter((tag) => obsidianTag(tag) !== tag);
  const [only, ...others] = articles;
  const facts = only && others.length === 0 ? factsOf(only, t("export_untitled")) : { title: t("export_title"), articles: articles.map((article) => factsOf(article, t("export_untitled"))) };
  return { ...facts, tags: [...new Set(tags.map(obsidianTag))], ...(changed.length > 0 && { "tag-names": changed }) };
}

function factsOf({ page, citekey, rows }: Article, untitled: string): Record<string, YamlValue> {
  const created = rows.map((row) => row.created).sort(compareTexts)[0]!.slice(0, "2017-07-05".length);
  const { author, url, site, published } = page;
  return {
    title: page.title || untitled,
    ...(author && { author }),
    ...(url && { url }),
    ...(site && { site }),
    ...(published && { published }),
    citekey,
    created,
  };
}

function section(article: Article, options: WriteOptions): string {
  const heading = markdownLine(article.page.title) || markdownLine(options.t("export_untitled"));
  const source = markdownText(chicagoBibliography({ ...article.source, URL: "" }));
  const link = isLink(article.page.url) ? ` ${markdownAddress(article.page.url)}` : "";
  return [`# ${heading}`, `${source}${link}`, ...article.rows.map((row) => highlight(row, article, options))].join("\n\n") + "\n";
}

function highlight(row: Highlight, { citekey }: Article, options: WriteOptions): string {
  const { colourNames, t } = options;
  const id = row.id.replace(/[^a-zA-Z\d]/g, "").slice(-BLOCK_ID);
  const words = quoteBlock(`[!quote] ${markdownLine(colourNames[row.colour])}\n\n${markdownText(row.text)}`);
  const address = highlightAddress(row);
  const about = [
    ...row.tags.map((tag) => `#${obsidianTag(tag)}`),
    row.of ? markdownLine(row.of.citation) : `[@${citekey}]`,
    ...row.mentions.map(({ name }) => wikilink(name)),
    isLink(address) ? `[${markdownLine(t("export_open"))}](${markdownAddress(address)})` : "",
  ];
  const note = row.note && quoteBlock(`[!note]\n${row.note}`);
  return [words, `^${id}`, about.filter(Boolean).join(" · "), ...foundLater(row, options), note].filter(Boolean).join("\n\n");
}

/** What became of the words on their page. */
function foundLater({ found }: Highlight, { locale, t }: WriteOptions): string[] {
  const day = found ? dayInWords(found.at, locale) : "";
  if (found?.state === "orphan") return [`*${markdownLine(t("export_orphan", day))}*`];
  const words = found?.state === "changed" ? markdownText(found.text ?? "") : "";
  return words === "" ? [] : [`*${markdownLine(t("export_changed", day))}*`, quoteBlock(words)];
}

/** Letters, digits, "_", "-" and "/", not digits alone (https://help.obsidian.md/tags): everything else becomes a hyphen. */
function obsidianTag(tag: string): string {
  const name = tag.replace(/[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}_/-]+/gu, "-");
  return /^[\d-]*$/.test(name) ? `_${name}` : name;
}

/** A link to the note of that name: without what parts a link. */
function wikilink(name: string): string {
  const note = name.replace(/[[\]|#^\\/:\s]+/g, " ").trim();
  return note && `[[${note}]]`;
}

function isLink(url: string): boolean {
  return url !== "" && isPageAddress(url);
}
