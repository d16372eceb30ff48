/**
 * RIS, as reference managers import it: a tag of two characters, two spaces, a hyphen and a space, then the value, on one
 * line; lines end in CR LF (https://en.wikipedia.org/wiki/RIS_(file_format); tags as Zotero reads them).
 */
import type { AnnotatedSource, CslName, Source } from "./csl";
import { isoDate } from "./csl-dates";

const TYPES: Record<string, string> = {
  "article-magazine": "MGZN",
  "article-newspaper": "NEWS",
  book: "BOOK",
  document: "GEN",
  webpage: "ELEC",
};

/** What ends a line for one reader or another. */
const SPACE = /[\s\p{Cc}]+/gu;

/** Each passage is a note (N1) of its own: its line breaks become spaces. */
export function ris(sources: readonly AnnotatedSource[]): string {
  return sources.map(record).join("\r\n");
}

function record({ source, remarks, keywords }: AnnotatedSource): string {
  const issued = isoDate(source.issued).split("/")[0]!;
  const fields: [tag: string, ...values: (string | undefined)[]][] = [
    ["TY", TYPES[source.type] ?? "GEN"],
    ["ID", source.id],
    ["AU", ...(source.author ?? []).map(inverted)],
    ["TI", source.title],
    ["T2", source["container-title"]],
    ["PY", issued.slice(0, 4)],
    ["DA", issued && slashed(issued)],
    ["Y2", slashed(isoDate(source.accessed))],
    ["LA", source.language],
    ["UR", source.URL],
    ["KW", ...keywords],
    ["N1", source.note, dateInWords(source), ...remarks],
  ];
  const lines = fields.flatMap(([tag, ...values]) => values.flatMap((value) => line(tag, value)));
  return [...lines, "ER  - ", ""].join("\r\n");
}

function line(tag: string, value = ""): string[] {
  const text = value.replace(SPACE, " ").trim();
  return text === "" ? [] : [`${tag}  - ${text}`];
}

/** "King, Martin Luther, Jr." */
function inverted(name: CslName): string {
  const family = [name["non-dropping-particle"], name.family].filter(Boolean).join(" ");
  return name.literal ?? [family, name.given, name.suffix].filter(Boolean).join(", ");
}

/** "2017/07/05/": year, month, day and a remark, each of which may be empty. */
function slashed(iso: string): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  return year && `${year}/${month}/${day}/`;
}

/** A date that RIS has no numbers for. */
function dateInWords({ issued }: Source): string | undefined {
  return issued?.literal;
}
