/**
 * BibTeX in UTF-8, with the entry types and fields of biblatex (https://ctan.org/pkg/biblatex, manual 2.1 and 2.2), which
 * biber, pandoc, Zotero and JabRef read.
 */
import type { AnnotatedSource, CslName } from "./csl";
import { isoDate } from "./csl-dates";

const TYPES: Record<string, string> = {
  "article-magazine": "article",
  "article-newspaper": "article",
  book: "book",
  webpage: "online",
};

/** Characters that TeX would act upon. Braces by name: BibTeX counts them even after a backslash. */
const ESCAPES: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "&": "\\&",
  "%": "\\%",
  $: "\\$",
  "#": "\\#",
  _: "\\_",
};

/** Passages stand in `annotation`, a blank line between them. */
export function bibtex(sources: readonly AnnotatedSource[]): string {
  return sources.map(entry).join("\n");
}

function entry({ source, remarks, keywords }: AnnotatedSource): string {
  const type = TYPES[source.type] ?? "misc";
  const issued = source.issued;
  const fields: [name: string, value: string | undefined][] = [
    ["author", (source.author ?? []).map(nameOf).join(" and ")],
    ["title", titled(source.title ?? "")],
    [type === "article" ? "journaltitle" : "organization", escaped(source["container-title"])],
    ["entrysubtype", /magazine|newspaper/.exec(source.type)?.[0]],
    ["date", isoDate(issued) && `${isoDate(issued)}${issued?.circa ? "?" : ""}`],
    // biblatex prints this where a date would stand and is none that it can read.
    ["year", escaped(issued?.literal)],
    ["language", escaped(source.language)],
    ["url", verbatim(source.URL ?? "")],
    ["urldate", isoDate(source.accessed)],
    ["note", escaped(source.note)],
    ["keywords", keywords.map(keyword).join(", ")],
    ["annotation", escaped(remarks.join("\n\n"))],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},\n`] : []));
  return `@${type}{${source.id},\n${lines.join("")}}\n`;
}

function escaped(text = ""): string {
  return text.replace(/[\\{}~^&%$#_]/g, (character) => ESCAPES[character]!);
}

/** An address is read as it stands: what would end the field is percent-encoded. */
function verbatim(url: string): string {
  return url.replace(/[{}\\\s]/g, encodeURIComponent);
}

/** "King, Jr., Martin Luther"; an institution, or a part that BibTeX would take apart, in braces of its own. */
function nameOf(name: CslName): string {
  if (name.literal) return `{${escaped(name.literal)}}`;
  const part = (text = "") => (/,|\band\b/i.test(text) ? `{${escaped(text)}}` : escaped(text));
  const family = [part(name["non-dropping-particle"]), part(name.family)].filter(Boolean).join(" ");
  return [family, part(name.suffix), part(name.given)].filter(Boolean).join(", ");
}

/** Commas part keywords. */
function keyword(tag: string): string {
  return tag.includes(",") ? `{${escaped(tag)}}` : escaped(tag);
}

/**
 * A title with braces around the words whose capitals are to stay where a style prints titles in lower case: "NATO",
 * "ChinaFile", and names, which show by their capital where most words have none.
 */
function titled(title: string): string {
  const words = title.split(/(\s+)/);
  const later = words.filter((word, index) => index > 0 && /\p{L}/u.test(word));
  const capitals = later.filter((word) => /^\P{L}*\p{Lu}/u.test(word)).length;
  const inSentenceCase = capitals * 2 < later.length;
  return words
    .map((word, index) => {
      const inside = /\p{L}.*\p{Lu}/u.test(word);
      const name = inSentenceCase && index > 0 && /^\P{L}*\p{Lu}/u.test(word);
      return inside || name ? `{${escaped(word)}}` : escaped(word);
    })
    .join("");
}
