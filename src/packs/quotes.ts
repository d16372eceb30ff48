/** `quotes.yaml`: every quote once. */
import { readCitation } from "./citations";
import { isAfter, readDate } from "./dates";
import { Fields, textsOf, type Written } from "./fields";
import { idFrom } from "./ids";
import type { Citation, Entry, PackDate, Quote, Voice } from "./model";
import type { FileProblems } from "./problems";
import type { Reading } from "./reading";
import { foldSpace } from "./texts";
import { entryIdOf } from "./wikilinks";
import { readYaml, type YamlNode } from "./yaml";

const KEYS = ["text", "speaker", "cite", "to", "date", "occasion", "about", "caveat", "id"];

/** Words of a quote that its derived id shows, so that people can tell ids apart. */
const WORDS_IN_ID = 5;

/** A quote with the line it stands on. */
export interface PlacedQuote {
  quote: Quote;
  line: number;
}

/** Reads `quotes.yaml`. Quotes without words, speaker or source are reported and left out. */
export function readQuotes(text: string, reading: Reading): PlacedQuote[] {
  const { problems } = reading;
  const root = readYaml(text, problems);
  if (root === null || (root.type === "text" && root.text.trim() === "")) return [];
  if (root.type !== "list") {
    problems.error(root.line, "This file is no list of quotes.", "Begin each quote with `- text: …`.");
    return [];
  }
  const quotes = root.items.flatMap((item) => readQuote(item, reading) ?? []);
  return withoutDoubles(quotes, problems);
}

function readQuote(item: YamlNode, reading: Reading): PlacedQuote | null {
  const { problems } = reading;
  if (item.type !== "map") {
    problems.error(item.line, "This is no quote.", "Write `- text: …`, and below it `speaker: …` and `cite: …`.");
    return null;
  }
  const fields = new Fields(item, problems);
  fields.allow(KEYS);
  const pieces = fields.texts("text").map((piece) => foldSpace(piece.text));
  if (!fields.has("text")) problems.error(fields.line, "This quote has no words.", "Write them under `text`.");
  const speaker = readSpeaker(fields, reading);
  const cite = readSource(fields, reading);
  const to = fields.items("to").flatMap((node) => readVoice(node, "to", reading) ?? []);
  const about = fields.texts("about").map((written) => readEntryId(written, reading));
  const date = readWhen(fields, problems);
  const id = fields.text("id")?.text;
  const occasion = foldSpace(fields.text("occasion")?.text ?? "");
  const caveat = foldSpace(fields.text("caveat")?.text ?? "");

  if (pieces.length === 0 || speaker === null || cite === null) return null;
  const quote: Quote = { id: id ?? deriveId(pieces), pieces, speaker, to, about: [...new Set(about)], cite };
  if (date) quote.date = date;
  if (occasion) quote.occasion = occasion;
  if (caveat) quote.caveat = caveat;
  return { quote, line: fields.line };
}

function readSpeaker(fields: Fields, reading: Reading): Voice | null {
  const node = fields.node("speaker");
  if (node) return readVoice(node, "speaker", reading);
  reading.problems.error(fields.line, "This quote has no speaker.", "Write an entry's id, or `speaker: {name: …}`.");
  return null;
}

function readVoice(node: YamlNode, key: string, reading: Reading): Voice | null {
  if (node.type === "map") {
    const fields = new Fields(node, reading.problems);
    fields.allow(["name"]);
    const name = fields.required("name", "Write `{name: …}`.");
    return name ? { name: name.text } : null;
  }
  const [written, ...more] = textsOf(node, key, reading.problems);
  if (!written) return null;
  if (more.length > 0) {
    reading.problems.error(node.line, `\`${key}\` names several here.`, "Name one; addressees are a list under `to`.");
  }
  return { entry: readEntryId(written, reading) };
}

function readEntryId({ text, line }: Written, reading: Reading): string {
  const id = entryIdOf(text);
  reading.references.toEntry(id, line, reading.problems);
  return id;
}

function readSource(fields: Fields, reading: Reading): Citation | null {
  const { problems } = reading;
  const advice = "Write `cite: key, where`, with a key of sources.json.";
  if (!fields.has("cite")) {
    problems.error(fields.line, "This quote has no source.", advice);
    return null;
  }
  const written = fields.text("cite");
  if (!written) return null;
  const result = readCitation(written.text);
  if ("message" in result) {
    problems.error(written.line, result.message, result.fix);
    return null;
  }
  reading.references.toSource(result.citation, written.line, problems);
  return result.citation;
}

function readWhen(fields: Fields, problems: FileProblems): PackDate | null {
  const written = fields.text("date");
  if (!written) return null;
  const reader = readDate(written.text);
  if ("date" in reader) return reader.date;
  problems.error(written.line, reader.message, reader.fix);
  return null;
}

function withoutDoubles(quotes: readonly PlacedQuote[], problems: FileProblems): PlacedQuote[] {
  const lines = new Map<string, number>();
  return quotes.filter(({ quote, line }) => {
    const before = lines.get(quote.id);
    if (before === undefined) return lines.set(quote.id, line);
    const fix = "Keep one of the two; where both are meant, give one of them an `id` of its own.";
    problems.error(line, `The quote \`${quote.id}\` stands in line ${before} already.`, fix);
    return false;
  });
}

/** Reports quotes that cannot have been said: before the speaker's birth or after the death. */
export function checkLifetimes(
  quotes: readonly PlacedQuote[],
  entries: ReadonlyMap<string, Entry>,
  problems: FileProblems,
): void {
  for (const { quote, line } of quotes) {
    const speaker = "entry" in quote.speaker ? entries.get(quote.speaker.entry) : undefined;
    if (!speaker || !quote.date) continue;
    const { born, died } = speaker.dates;
    const early = born !== undefined && isAfter(born, quote.date);
    const late = died !== undefined && isAfter(quote.date, died);
    if (!early && !late) continue;
    const when = early ? `was born ${born.edtf}` : `died ${died?.edtf}`;
    const fix = "Mend the date or the speaker; a later publication is no date of speaking.";
    problems.error(line, `\`${speaker.id}\` ${when} and cannot have said this in ${quote.date.edtf}.`, fix);
  }
}

/** The first words and a fingerprint of all: the same as long as the words stay, wherever the quote stands. */
function deriveId(pieces: readonly string[]): string {
  const words = idFrom(pieces.join(" ")).split("-").slice(0, WORDS_IN_ID).join("-");
  const print = fingerprint(pieces.join("\n"));
  return words === "" ? print : `${words}-${print}`;
}

/** FNV-1a over UTF-16 code units (Fowler, Noll, Vo; http://www.isthe.com/chongo/tech/comp/fnv/), as eight hex digits. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
