/** Highlights as W3C Web Annotations, in one collection of one page: https://www.w3.org/TR/annotation-model/ */
import type { Highlight } from "../../messages/highlight";
import { idFrom } from "../ids";
import { inOrder } from "./backstory";
import type { ExportFormat } from "./format";
import { canonicalJson, isObject, MAX_DEPTH, parseJson } from "./json";
import { bodiesOf, commentBody, descriptionBody, mentionBody, tagBody, withPurpose } from "./w3c-bodies";
import { type Parts, partsOf, uuidIri } from "./w3c-parts";
import { CONTEXT, encodeIri, get, listOf, namesOf, type Node, OURS, OWN_FIELDS, PAGE, purposesOf } from "./w3c-terms";

/** An annotation that another program wrote, in `Highlight.foreign`. */
interface Foreign {
  w3c: Node;
}

/** One annotation a line, oldest first. */
export const writeW3c: ExportFormat = {
  id: "w3c",
  title: "format_w3c",
  extension: "jsonld",
  mime: "application/ld+json",
  write: (rows) => {
    const ordered = inOrder(rows);
    const id = idFrom("w3c collection", ...ordered.map((row) => row.id));
    const collection = { "@context": CONTEXT, id: uuidIri(id), type: "AnnotationCollection", label: "Backstory", total: ordered.length };
    // The model has no page without annotations.
    if (!ordered.length) return `${JSON.stringify(collection)}\n`;
    const page = { id: uuidIri(idFrom("w3c page", id)), type: "AnnotationPage", startIndex: 0 };
    const items = ordered.map((row) => JSON.stringify(annotationOf(row))).join(",\n");
    return `${JSON.stringify(collection).slice(0, -1)},"first":${JSON.stringify(page).slice(0, -1)},"items":[\n${items}\n]}}\n`;
  },
};

/** A highlight's annotation. What another program wrote is written as it was, but for what has changed since. */
function annotationOf(row: Highlight): Node {
  const written = writtenBy(row);
  if (!written) return plainAnnotation(row);
  const { foreign: _, ...ours } = row;
  const now = plainAnnotation(ours);
  const then = plainAnnotation(highlightOf(written.parts));
  const changed = Object.keys({ ...then, ...now }).filter((key) => canonicalJson(then[key]) !== canonicalJson(now[key]));
  // The model wants an id; and what has no date would get another at each import.
  const missing = ["id", "created"].filter((key) => get(written.annotation, key) === undefined);
  const result = { ...written.annotation };
  for (const key of [...missing, ...changed]) {
    for (const name of key === "body" ? [...namesOf(key), ...namesOf("bodyValue")] : namesOf(key)) delete result[name];
    const value = MERGED[key]?.(written.annotation, row, written.parts.anchor !== undefined) ?? now[key];
    if (value !== undefined) result[key] = value;
  }
  return result;
}

/** The annotation from which a highlight was imported, and what was read in it; `undefined` where it came from elsewhere. */
function writtenBy({ foreign, created }: Highlight): { annotation: Node; parts: Parts } | undefined {
  if (!foreign?.startsWith('{"w3c":{')) return undefined;
  try {
    // Files are not to be trusted: what nests deeper than a file may is kept as it is, and never walked.
    const annotation = (parseJson(foreign, MAX_DEPTH + 1) as Foreign).w3c;
    const parts = isObject(annotation) ? partsOf(annotation, created, () => {}) : undefined;
    return parts && { annotation, parts };
  } catch {
    return undefined;
  }
}

/** What of an annotation is kept in `Highlight.foreign`. */
export function foreignOf(annotation: Node): string {
  const kept: Foreign = { w3c: annotation };
  return JSON.stringify(kept);
}

/** What of an annotation's bodies and motivations the reader did not change stays as it was written. */
const MERGED: Record<string, (was: Foreign["w3c"], row: Highlight, quoted: boolean) => unknown> = {
  body: (annotation, row, quoted) => {
    const { comments, tags, mentions, descriptions, others } = bodiesOf(annotation, quoted);
    const sameNote = comments.map(({ value }) => value).join("\n\n") === row.note;
    const tagged = new Map(tags.map((tag) => [tag.value, withPurpose(tag, "tagging")]));
    const linked = new Map(mentions.map(({ body, value }) => [value.ref, body]));
    const bodies = [
      ...(sameNote ? comments.map((each) => withPurpose(each, "commenting")) : row.note ? [commentBody(row.note)] : []),
      ...row.tags.map((tag) => tagged.get(tag) ?? tagBody(tag)),
      ...row.mentions.map((mention) => linked.get(mention.ref) ?? mentionBody(mention)),
      ...descriptions.map((each) => withPurpose(each, "describing")),
      ...others,
    ];
    return bodies.length ? bodies : undefined;
  },
  motivation: (annotation, { note, tags }) => {
    const was = get(annotation, "motivation");
    const missing = [...(note ? ["commenting"] : []), ...(tags.length ? ["tagging"] : [])].filter((each) => !purposesOf(was).includes(each));
    return missing.length ? [...listOf(was), ...missing] : was;
  },
};

/** A highlight's parts as a highlight. */
export function highlightOf({ keys, page, ...parts }: Parts): Highlight {
  return { ...parts, page: { keys, ...page } };
}

/**
 * A highlight in the words of the model, and in our own what those do not say exactly: its fields are read back from the
 * first, and where something else comes out than was put in, it is said in the second as well.
 */
export function plainAnnotation(row: Highlight): Node {
  const annotation = inModelTerms(row);
  const read = partsOf(annotation, row.created, () => {});
  const { keys, ...page } = row.page;
  const meant: Omit<Parts, "id"> = { ...row, page, keys };
  for (const field of OWN_FIELDS) {
    if (!isSame(read?.[field], meant[field])) annotation[OURS + field] = meant[field] ?? null;
  }
  if (row.foreign !== undefined) annotation[`${OURS}foreign`] = row.foreign;
  return annotation;
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  return isObject(a) || Array.isArray(a) ? JSON.stringify(a) === JSON.stringify(b) || canonicalJson(a) === canonicalJson(b) : false;
}

function inModelTerms(row: Highlight): Node {
  const { note, tags, mentions, anchor, kind, text } = row;
  const body = [
    ...(note ? [commentBody(note)] : []),
    ...tags.map(tagBody),
    ...mentions.map(mentionBody),
    ...(!anchor && kind !== "passage" && text ? [descriptionBody(text)] : []),
  ];
  const motivations = ["highlighting", ...(note ? ["commenting"] : []), ...(tags.length ? ["tagging"] : [])];
  return {
    id: uuidIri(row.id),
    type: "Annotation",
    motivation: motivations.length > 1 ? motivations : motivations[0],
    created: row.created,
    modified: row.modified,
    ...(body.length && { body }),
    target: targetOf(row),
  };
}

function targetOf({ id, kind, text, page, anchor }: Highlight): Node {
  const facts = {
    "dc:title": page.title,
    "dc:publisher": page.site,
    "dc:creator": page.author,
    "dcterms:issued": page.published,
    "dc:language": page.lang,
  };
  const source = { id: page.url || PAGE + encodeIri(page.keys[0] ?? id), ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value)) };
  const { start, end, pairsBefore } = anchor ?? {};
  const quote = anchor
    ? { type: "TextQuoteSelector", exact: anchor.exact, ...(anchor.prefix && { prefix: anchor.prefix }), ...(anchor.suffix && { suffix: anchor.suffix }) }
    : kind === "passage" && text && { type: "TextQuoteSelector", exact: text };
  const position = start !== undefined && end !== undefined && pairsBefore && {
    type: "TextPositionSelector",
    // Code units less pairs are code points, which the model counts.
    start: start - pairsBefore[0]!,
    end: end - pairsBefore[1]!,
    [`${OURS}pairsBefore`]: pairsBefore,
  };
  const selector = [quote, position].filter(Boolean);
  return { type: "SpecificResource", source, ...(selector.length && { selector }) };
}
