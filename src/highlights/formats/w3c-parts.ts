/** What an annotation says, in our fields. */
import { Highlight, PageFacts } from "../../messages/highlight";
import { fault, type Schema } from "../../messages/schema";
import { articleKeys } from "../address";
import { tidyTags } from "../change";
import { idFrom, UUID } from "../ids";
import { instantOf, isPageAddress, isScript } from "./check";
import { canonicalJson, isObject } from "./json";
import type { Report } from "./problems";
import { bodiesOf } from "./w3c-bodies";
import { decodeIri, get, iriOf, isA, listOf, type Node, OURS, OWN_FIELDS, type OwnField, PAGE } from "./w3c-terms";

/** A highlight whose page's keys stand apart from what the page said of itself. */
export type Parts = Omit<Highlight, "page" | "foreign"> & { page: Omit<PageFacts, "keys">; keys: string[] };
type Complain = (...problem: Parameters<Report["add"]> extends [unknown, ...infer P] ? [field: string, ...P] : never) => void;

const UUID_IRI = "urn:uuid:";

const { page: _page, ...SHAPES } = { ...Highlight.fields, ...Highlight.optional };
const { keys: _keys, ...PAGE_FIELDS } = PageFacts.fields;
const OWN_SHAPES: Record<OwnField, Schema> = { ...SHAPES, page: { fields: PAGE_FIELDS }, keys: { list: "string" } };
/** Fields that a highlight may be without: null says that it is. */
const OPTIONAL: readonly string[] = Object.keys(Highlight.optional);

/**
 * Reads an annotation. What is said in our own words counts for more than what the model's say.
 * @param now for one that gives no date
 * @param complain told what cannot be read; `undefined` is returned then
 */
export function partsOf(annotation: Node, now: string, complain: Complain): Parts | undefined {
  let fine = true;
  const wrong: Complain = (...problem) => {
    fine = false;
    complain(...problem);
  };
  const target = listOf(get(annotation, "target")).find((each) => sourceIri(each) !== undefined);
  if (target === undefined) wrong("target", "import_fault_no_target");
  const date = (property: string) => {
    const value = get(annotation, property);
    const instant = typeof value === "string" ? instantOf(value) : undefined;
    if (value !== undefined && !instant) wrong(property, "import_fault_date", String(value));
    return instant;
  };
  const [created, modified] = [date("created"), date("modified")];
  const iri = sourceIri(target) ?? "";
  if (isScript(iri)) wrong("target", "import_fault_address", iri);
  const quote = quoteOf(target);
  const bodies = bodiesOf(annotation, quote !== undefined);
  const parts: Parts = {
    id: idOf(annotation),
    kind: "passage",
    text: quote?.exact ?? bodies.descriptions.map(({ value }) => value).join("\n\n"),
    ...pageOf(get(target, "source") ?? target, iri),
    colour: "yellow",
    note: bodies.comments.map(({ value }) => value).join("\n\n"),
    tags: tidyTags(bodies.tags.map(({ value }) => value)),
    mentions: bodies.mentions.map(({ value }) => value),
    created: created ?? modified ?? now,
    modified: modified ?? created ?? now,
    ...(quote && { anchor: { ...quote, ...positionOf(target, quote.exact) } }),
  };
  for (const field of OWN_FIELDS) readOwn(annotation, field, parts, wrong);
  return fine ? parts : undefined;
}

/** Puts what is said of a field in our own words in the place of what was read in the model's. */
function readOwn(annotation: Node, field: OwnField, parts: Parts, wrong: Complain): void {
  const name = OURS + field;
  if (!Object.hasOwn(annotation, name)) return;
  const value = annotation[name];
  if (value === null && OPTIONAL.includes(field)) delete parts[field as "anchor"];
  else if (fault(OWN_SHAPES[field], value)) wrong(name, "import_fault_field", name);
  else Object.assign(parts, { [field]: value });
}

/** The id that it was exported with, or one that is made of whatever it is known by. */
function idOf(annotation: Node): string {
  const iri = iriOf(get(annotation, "id"));
  if (iri?.startsWith(UUID_IRI) && UUID.test(iri.slice(UUID_IRI.length))) return iri.slice(UUID_IRI.length);
  return idFrom("w3c", iri ?? canonicalJson([get(annotation, "target"), get(annotation, "body"), get(annotation, "bodyValue"), get(annotation, "created")]));
}

export function uuidIri(id: string): string {
  return UUID_IRI + id;
}

/** What a target is of: its source, or itself. */
function sourceIri(target: unknown): string | undefined {
  return iriOf(get(target, "source")) ?? iriOf(target);
}

function pageOf(source: unknown, iri: string): Pick<Parts, "page" | "keys"> {
  const book = iri.startsWith(PAGE) ? decodeIri(iri.slice(PAGE.length)) : undefined;
  const url = isPageAddress(iri) ? iri : "";
  const say = (...properties: string[]) => properties.map((property) => wordsOf(get(source, property))).find(Boolean) ?? "";
  return {
    page: {
      url,
      title: say("dc:title", "dcterms:title", "schema:name", "title", "label", "name"),
      site: say("dc:publisher", "dcterms:publisher", "schema:publisher"),
      author: say("dc:creator", "dcterms:creator", "schema:author", "creator"),
      published: say("dcterms:issued", "schema:datePublished", "dc:date"),
      lang: say("dc:language", "dcterms:language", "language"),
    },
    keys: book === undefined ? articleKeys(iri) : [book],
  };
}

/** Text of a property: a string, something with a name, a string with its language, or several of them. */
function wordsOf(value: unknown): string {
  return listOf(value)
    .flatMap((each) => [each, get(each, "name"), get(each, "value")].find((text) => typeof text === "string") ?? [])
    .join(", ");
}

/** All selectors of a target, with those that narrow them and those among which one may choose. */
function selectorsOf(selectors: unknown): unknown[] {
  return listOf(selectors).flatMap((each) => [each, ...selectorsOf(get(each, "refinedBy")), ...selectorsOf(get(each, "items"))]);
}

function quoteOf(target: unknown): { exact: string; prefix: string; suffix: string } | undefined {
  const isQuote = (selector: unknown): selector is Node => isObject(selector) && typeof get(selector, "exact") === "string";
  const quote = selectorsOf(get(target, "selector")).find(isQuote);
  const say = (property: string) => (typeof quote?.[property] === "string" ? quote[property] : "");
  return quote && { exact: get(quote, "exact") as string, prefix: say("prefix"), suffix: say("suffix") };
}

/**
 * The model counts code points. Where nobody said how many of those before are pairs, they stand for code units: it is
 * only where the search begins.
 */
function positionOf(target: unknown, exact: string): Pick<NonNullable<Parts["anchor"]>, "start" | "end" | "pairsBefore"> {
  // One that narrows another counts from where that begins.
  const selector = listOf(get(target, "selector")).find((each) => isA(each, "TextPositionSelector"));
  const [start, end, pairs] = [get(selector, "start"), get(selector, "end"), get(selector, `${OURS}pairsBefore`)];
  if (fault("index", start) || fault("index", end) || (end as number) < (start as number)) return {};
  if (!fault({ list: "index" }, pairs) && (pairs as number[]).length === 2) {
    const [before, upTo] = pairs as [number, number];
    return { start: (start as number) + before, end: (end as number) + upTo, pairsBefore: [before, upTo] };
  }
  return { start: start as number, end: (end as number) + exact.length - Array.from(exact).length };
}
