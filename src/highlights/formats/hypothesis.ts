/** Hypothesis: the file that its client exports, and what its API answers (https://h.readthedocs.io/en/latest/api-reference/). */
import type { Highlight } from "../../messages/highlight";
import { fault } from "../../messages/schema";
import { articleKeys } from "../address";
import { tidyTags } from "../change";
import { idFrom } from "../ids";
import { checkHighlight, instantOf, isPageAddress, isScript } from "./check";
import type { ImportFormat } from "./format";
import { isObject } from "./json";
import type { Report } from "./problems";

type Fields = Record<string, unknown>;

const textOf = (value: unknown) => (typeof value === "string" ? value : "");
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/**
 * Every annotation is a highlight. A note on a whole page is one without words; a reply is one of the page that it
 * is on, with what it answers in `foreign`, as everything of the annotation that we have no field for is.
 */
export const readHypothesis: ImportFormat = {
  id: "hypothesis",
  title: "format_hypothesis",
  recognises: ({ json }) => recordsOf(json).some((each) => isObject(each) && typeof each.uri === "string" && ("target" in each || "user" in each)),
  read: ({ json, now }, report) => recordsOf(json).flatMap((each, i) => readRecord(each, now, i + 1, report) ?? []),
};

function recordsOf(json: unknown): unknown[] {
  if (!isObject(json)) return listOf(json);
  return listOf(json.rows ?? json.annotations);
}

function readRecord(given: unknown, now: string, record: number, report: Report): Highlight | undefined {
  if (!isObject(given)) {
    report.add({ record }, "import_fault_not_object");
    return undefined;
  }
  const uri = textOf(given.uri);
  if (!uri) report.add({ record, field: "uri" }, "import_fault_missing", "uri");
  if (isScript(uri)) report.add({ record, field: "uri" }, "import_fault_address", uri);
  for (const field of ["created", "updated"]) {
    const date = given[field];
    if (date !== undefined && !instantOf(textOf(date))) report.add({ record, field }, "import_fault_date", String(date));
  }
  const created = instantOf(textOf(given.created)) ?? instantOf(textOf(given.updated)) ?? now;
  const anchor = anchorOf(given);
  const row: Highlight = {
    id: idFrom("hypothesis", textOf(given.id) || JSON.stringify([uri, given.user, given.created, given.text, given.target])),
    kind: "passage",
    text: anchor?.exact ?? "",
    page: { keys: articleKeys(uri), url: isPageAddress(uri) ? uri : "", title: titleOf(given.document), site: "", author: "", published: "", lang: "" },
    colour: "yellow",
    note: textOf(given.text),
    tags: tidyTags(listOf(given.tags).filter((tag) => typeof tag === "string")),
    mentions: [],
    created,
    modified: instantOf(textOf(given.updated)) ?? created,
    ...(anchor && { anchor }),
    foreign: JSON.stringify({ hypothesis: restOf(given) }),
  };
  return checkHighlight(row, record, report) ? row : undefined;
}

/** Of the page: the API has a list of titles, or one. */
function titleOf(document: unknown): string {
  if (!isObject(document)) return "";
  return textOf([document.title].flat()[0]);
}

function selectorsOf(given: Fields): Fields[] {
  return listOf(given.target).flatMap((target) => (isObject(target) ? listOf(target.selector).filter(isObject) : []));
}

/** Its quote and place: Hypothesis counts UTF-16 code units, as we do, of which it does not say how many are of pairs. */
function anchorOf(given: Fields): Highlight["anchor"] {
  const selectors = selectorsOf(given);
  const quote = selectors.find(({ type, exact }) => type === "TextQuoteSelector" && typeof exact === "string");
  if (!quote) return undefined;
  const { start, end } = selectors.find(({ type }) => type === "TextPositionSelector") ?? {};
  const placed = !fault("index", start) && !fault("index", end) && (start as number) <= (end as number);
  return {
    exact: textOf(quote.exact),
    prefix: textOf(quote.prefix),
    suffix: textOf(quote.suffix),
    ...(placed && { start: start as number, end: end as number }),
  };
}

/** What we have no field for: its own id, who wrote it, for whom, what it answers, its other selectors, links. */
function restOf(given: Fields): Fields {
  const { text: _text, tags: _tags, created: _created, updated: _updated, ...rest } = given;
  return rest;
}
