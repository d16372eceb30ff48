/** One page that needs nothing else: to read, to print, to keep. It has no scripts, and asks nothing of any server. */
import { chicagoBibliography } from "../../citing/chicago";
import { COLOURS, type Highlight } from "../../messages/highlight";
import { type Article, articlesOf } from "../articles";
import { highlightAddress } from "../cite";
import { isPageAddress } from "./check";
import { dayInWords, type ExportFormat, type WriteOptions } from "./format";
import { STYLE } from "./html-style";

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\r": "&#13;" };

export const writeHtml: ExportFormat = {
  id: "html",
  title: "format_html",
  extension: "html",
  mime: "text/html",
  write: (rows, options) => {
    const { locale, t } = options;
    const articles = articlesOf(rows).map((article) => articleOf(article, options));
    const title = text(t("export_title"));
    return `<!doctype html>
<html lang="${text(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${articles.join("")}</main>
</body>
</html>
`;
  },
};

function articleOf({ page, source, rows }: Article, options: WriteOptions): string {
  const title = text(page.title.trim() || options.t("export_untitled"));
  return `<article${langOf(page.lang)}>
<h2>${link(page.url, title)}</h2>
<p class="source">${text(chicagoBibliography(source))}</p>
${rows.map((row) => highlightOf(row, options)).join("")}</article>
`;
}

function highlightOf(row: Highlight, options: WriteOptions): string {
  const { colourNames, locale, t } = options;
  const { page, colour, note, tags, mentions, created } = row;
  const cite = isLink(page.url) ? ` cite="${text(page.url)}"` : "";
  const about = [
    `<span class="colour">${text(colourNames[colour])}</span>`,
    `<time datetime="${text(created)}">${text(dayInWords(created, locale))}</time>`,
    ...tags.map((tag) => `<span class="tag">#${text(tag)}</span>`),
    ...mentions.map(({ name }) => `<span class="name">${text(name)}</span>`),
    isLink(page.url) ? link(highlightAddress(row), text(t("export_open"))) : "",
  ];
  return `<section class="highlight ${COLOURS.includes(colour) ? colour : ""}">
<blockquote${cite}><p>${text(row.text)}</p></blockquote>
${row.of ? `<p class="source">${text(row.of.citation)}</p>\n` : ""}<p class="about">${about.filter(Boolean).join(" · ")}</p>
${foundLater(row, options)}${note ? `<div class="note" role="note" aria-label="${text(t("export_note"))}"><p>${text(note)}</p></div>\n` : ""}</section>
`;
}

/** What became of the words on their page. */
function foundLater({ found }: Highlight, { locale, t }: WriteOptions): string {
  if (found?.state !== "orphan" && found?.state !== "changed") return "";
  const said = text(t(found.state === "orphan" ? "export_orphan" : "export_changed", dayInWords(found.at, locale)));
  const now = found.state === "changed" && found.text ? ` <q>${text(found.text)}</q>` : "";
  return found.state === "orphan" || now ? `<p class="found">${said}${now}</p>\n` : "";
}

function langOf(lang: string): string {
  return lang === "" ? "" : ` lang="${text(lang)}"`;
}

/** @param content HTML */
function link(url: string, content: string): string {
  return isLink(url) ? `<a href="${text(url)}">${content}</a>` : content;
}

function isLink(url: string): boolean {
  return url !== "" && isPageAddress(url);
}

/** Characters that mean something in HTML, by name: also within quotation marks. */
function text(plain: string): string {
  return plain.replace(/[&<>"'\r]/g, (character) => ENTITIES[character]!);
}
