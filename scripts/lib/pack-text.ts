/** An entry of a pack as plain text for a terminal. */
import { chicagoBibliography, chicagoNote } from "../../src/citing/chicago";
import type { Citation, Entry, Inline, Paragraph, Quote, Voice } from "../../src/packs/model";
import type { OpenPack } from "../../src/packs/open";
import { formatDate, formatEntryDates, span } from "../../src/story/dates";

/** Columns that text is wrapped to: comfortable to read, and narrower than most terminals. */
const WIDTH = 88;

const LOCALE = "en-GB";

/** Everything that the pack knows of an entry: names, dates, text with numbered notes, timeline, quotes, sources. */
export function describeEntry(pack: OpenPack, index: number): string {
  const entry = pack.entry(index);
  const notes = new Notes(pack);
  // Notes are numbered in the order of reading, so the order of these lines is that of the blocks.
  const [who, ...context] = entry.about;
  const sentence = who ? [wrap(plain(who, notes))] : [];
  const roles = entry.roles.map((role) => `${rolePeriod(role)}${role.title}${notes.marks(role.cite ?? [])}`);
  const paragraphs = context.map((paragraph) => wrap(plain(paragraph, notes)));
  const timeline = entry.timeline.map(({ date, text }) => `${formatDate(date, LOCALE)}: ${plain(text, notes)}`);
  const quotes = pack.quotesOf(index).map((number) => describeQuote(pack, pack.quote(number), notes));
  const blocks = [
    heading(entry),
    ...sentence,
    ...namesBlock(entry),
    ...section("Roles", roles.map(bullet)),
    ...paragraphs,
    ...section("Timeline", timeline.map(bullet)),
    ...section("Quotes", quotes.length > 0 ? [quotes.join("\n\n")] : []),
    ...section("Related", entry.links.map((id) => bullet(titleOf(pack, id)))),
    ...section("Notes", notes.list()),
    ...section("Sources", notes.sources()),
  ];
  return blocks.join("\n\n");
}

function heading(entry: Entry): string {
  const when = formatEntryDates(entry.dates, LOCALE);
  const title = `${entry.names[0]?.text ?? entry.id}${when ? ` (${when})` : ""}`;
  return `${title}\n${entry.kind} · ${entry.id}`;
}

function namesBlock(entry: Entry): string[] {
  const lines = [...new Set(entry.names.map((name) => name.lang))].map((lang) => {
    const names = entry.names.filter((name) => name.lang === lang);
    const listed = names.map((name) => (name.class === "full" ? name.text : `${name.text} (${name.class})`));
    return bullet(`${lang}: ${listed.join(", ")}`);
  });
  if (entry.wikipedia) lines.push(bullet(`Wikipedia: ${entry.wikipedia}`));
  if (entry.at) lines.push(bullet(`at ${entry.at.join(", ")}`));
  return section("Names", lines);
}

function describeQuote(pack: OpenPack, quote: Quote, notes: Notes): string {
  const voice = (one: Voice) => ("name" in one ? one.name : titleOf(pack, one.entry));
  const to = quote.to.length > 0 ? ` to ${quote.to.map(voice).join(", ")}` : "";
  const when = quote.date ? `, ${formatDate(quote.date, LOCALE)}` : "";
  const lines = [
    `“${quote.pieces.join(" … ")}”`,
    `— ${voice(quote.speaker)}${to}${when}${notes.marks([quote.cite])}`,
    ...(quote.occasion ? [quote.occasion] : []),
    ...(quote.caveat ? [`(${quote.caveat})`] : []),
  ];
  return lines.map((line) => wrap(line, "  ")).join("\n");
}

function rolePeriod(role: Entry["roles"][number]): string {
  return role.from || role.to ? `${span(role.from, role.to)}: ` : "";
}

function titleOf(pack: OpenPack, id: string): string {
  const index = pack.indexOf(id);
  return index < 0 ? id : pack.title(index);
}

function plain(paragraph: Paragraph, notes: Notes): string {
  const text = (node: Inline): string => {
    if (typeof node === "string") return node;
    if ("em" in node) return plain(node.em, notes);
    if ("strong" in node) return plain(node.strong, notes);
    if ("cite" in node) return notes.marks(node.cite);
    if ("entry" in node) return node.text;
    return node.text === node.href ? node.text : `${node.text} <${node.href}>`;
  };
  return paragraph.map(text).join("");
}

/** Numbers citations in the order in which they are met. The same place in the same source keeps its number. */
class Notes {
  readonly #pack: OpenPack;
  readonly #cited = new Map<string, Citation>();

  constructor(pack: OpenPack) {
    this.#pack = pack;
  }

  /** " [1, 2]"; empty for no citations. */
  marks(citations: readonly Citation[]): string {
    const numbers = citations.map((citation) => {
      const key = JSON.stringify([citation.source, citation.locator]);
      if (!this.#cited.has(key)) this.#cited.set(key, citation);
      return [...this.#cited.keys()].indexOf(key) + 1;
    });
    return numbers.length > 0 ? ` [${numbers.join(", ")}]` : "";
  }

  list(): string[] {
    return [...this.#cited.values()].map(({ source, locator }, index) => {
      const item = this.#pack.source(source);
      const printed = item ? chicagoNote(item, locator) : [source, locator].filter(Boolean).join(", ");
      return wrap(`[${index + 1}] ${printed}`, "  ");
    });
  }

  sources(): string[] {
    const ids = [...new Set([...this.#cited.values()].map(({ source }) => source))];
    return ids.flatMap((id) => this.#pack.source(id) ?? []).map((source) => bullet(chicagoBibliography(source)));
  }
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [`${title}\n${lines.join("\n")}`] : [];
}

function bullet(text: string): string {
  return wrap(`- ${text}`, "  ");
}

/** Breaks text between words; lines after the first are indented. */
function wrap(text: string, indent = ""): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = indent + word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join("\n");
}
