/** The words of the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/), and ours beside them. */
import { isObject } from "./json";

/** A node of JSON-LD. */
export type Node = Record<string, unknown>;

export const ANNO = "http://www.w3.org/ns/anno.jsonld";
/** Before the names of fields that the model has no word for. */
export const OURS = "backstory:";
/** Entries of packs, and pages that have no address, by names of our own. */
export const ENTRY = "urn:backstory:entry:";
export const PAGE = "urn:backstory:page:";

/** Fields of a highlight as `Parts` has them, which are written in our own words where the model's do not say them exactly. */
export const OWN_FIELDS = ["kind", "text", "page", "keys", "colour", "note", "tags", "mentions", "created", "modified", "anchor", "found", "of"] as const;
export type OwnField = (typeof OWN_FIELDS)[number];

/** Their values are JSON, of which JSON-LD is told that it is nothing else (JSON-LD 1.1, 4.2.2). */
export const CONTEXT: readonly unknown[] = [
  ANNO,
  {
    backstory: "urn:backstory:",
    ...Object.fromEntries([...OWN_FIELDS, "pairsBefore", "foreign"].map((field) => [OURS + field, { "@type": "@json" }])),
  },
];

/** Do the terms of a context mean what they mean in our files? */
export function isOurContext(context: unknown): boolean {
  return [ANNO, [ANNO], CONTEXT].some((each) => JSON.stringify(each) === JSON.stringify(context));
}

/** Names that a property goes by: in the model, in JSON-LD without its context, and in the Open Annotation drafts before it. */
export function namesOf(property: string): readonly string[] {
  const has = `has${property[0]!.toUpperCase()}${property.slice(1)}`;
  return [property, `@${property}`, `oa:${property}`, has, `oa:${has}`];
}

/** What `namesOf` answered: a file asks for the same few again and again. */
const NAMES = new Map<string, readonly string[]>();

/** The value of a property under any of its names; `undefined` where it has none. */
export function get(node: unknown, property: string): unknown {
  if (!isObject(node)) return undefined;
  // Nearly always it is this one, and making up the others takes long.
  if (Object.hasOwn(node, property)) return node[property] ?? undefined;
  let names = NAMES.get(property);
  if (!names) NAMES.set(property, (names = namesOf(property)));
  const name = names.find((each) => Object.hasOwn(node, each));
  return name && (node[name] ?? undefined);
}

/** JSON-LD has one value and a list of one mean the same. */
export function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The IRI that something is, or has. */
export function iriOf(value: unknown): string | undefined {
  const iri = typeof value === "string" ? value : get(value, "id");
  return typeof iri === "string" && iri ? iri : undefined;
}

/** Is the node of this class? */
export function isA(node: unknown, type: string): boolean {
  return listOf(get(node, "type")).some((each) => each === type || each === `oa:${type}` || each === `http://www.w3.org/ns/oa#${type}`);
}

/** Of motivations and purposes: their names without a prefix. */
export function purposesOf(value: unknown): string[] {
  return listOf(value).flatMap((each) => iriOf(each)?.replace(/^.*[:#]/, "") ?? []);
}

/** Part of an IRI. Halves of characters, which no IRI has, are lost. */
export function encodeIri(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));
}

/** `undefined` where it is no part of an IRI. */
export function decodeIri(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
