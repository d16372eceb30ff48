/** What the bodies of an annotation are to us. */
import { Kind, type Link } from "../../messages/link";
import { decodeIri, encodeIri, ENTRY, get, iriOf, isA, listOf, type Node, OURS, purposesOf } from "./w3c-terms";

/** A body as it stands in the annotation, and what we read in it. */
export interface Body<Value> {
  body: unknown;
  value: Value;
}

export interface Bodies {
  comments: Body<string>[];
  tags: Body<string>[];
  mentions: Body<Link>[];
  /** Where no passage is quoted, what is said in its place: texts of a pack. */
  descriptions: Body<string>[];
  /** Of which we have no field. */
  others: unknown[];
}

/**
 * Sorts the bodies of an annotation by what they are to us. `bodyValue` is one (3.2.6 of the model).
 * @param quoted Does its target quote a passage?
 */
export function bodiesOf(annotation: Node, quoted: boolean): Bodies {
  const found: Bodies = { comments: [], tags: [], mentions: [], descriptions: [], others: [] };
  const motivations = purposesOf(get(annotation, "motivation"));
  const bodies = [...listOf(get(annotation, "body")), ...listOf(get(annotation, "bodyValue")).map((value) => ({ type: "TextualBody", value }))];
  for (const body of bodies) {
    const own = purposesOf(get(body, "purpose"));
    // What a body is for is what the annotation is for, where neither says otherwise.
    const purposes = own.length || bodies.length > 1 ? own : motivations;
    const mention = mentionOf(body);
    const value = textOf(body);
    if (mention) found.mentions.push({ body, value: mention });
    else if (value === undefined) found.others.push(body);
    else if (purposes.includes("tagging")) found.tags.push({ body, value });
    else if (purposes.includes("describing") && !quoted) found.descriptions.push({ body, value });
    else found.comments.push({ body, value });
  }
  return found;
}

/** Text of a body; `undefined` where it only says where its content is. */
function textOf(body: unknown): string | undefined {
  if (typeof body === "string") return /^[a-z][a-z\d+.-]*:\S*$/i.test(body) ? undefined : body;
  const content = isA(body, "SpecificResource") ? get(body, "source") : body;
  const value = get(content, "value") ?? get(content, "chars");
  return typeof value === "string" ? value : undefined;
}

function mentionOf(body: unknown): Link | undefined {
  const source = get(body, "source");
  const iri = iriOf(source);
  const ref = iri?.startsWith(ENTRY) ? decodeIri(iri.slice(ENTRY.length)) : undefined;
  const kind = Kind.oneOf.find((each) => each === get(source, `${OURS}kind`));
  const name = get(source, "dc:title");
  return ref !== undefined && kind && typeof name === "string" ? { ref, name, kind } : undefined;
}

/** A body that says itself what it is for, so that its annotation may come to be for something else. */
export function withPurpose({ body, value }: Body<string>, purpose: string): unknown {
  if (typeof body === "string") return { type: "TextualBody", value, purpose };
  return get(body, "purpose") === undefined ? { ...(body as Node), purpose } : body;
}

export function commentBody(value: string): Node {
  return { type: "TextualBody", value, format: "text/markdown", purpose: "commenting" };
}

export function tagBody(value: string): Node {
  return { type: "TextualBody", value, purpose: "tagging" };
}

export function descriptionBody(value: string): Node {
  return { type: "TextualBody", value, format: "text/plain", purpose: "describing" };
}

export function mentionBody({ ref, name, kind }: Link): Node {
  return { type: "SpecificResource", purpose: "identifying", source: { id: ENTRY + encodeIri(ref), "dc:title": name, [`${OURS}kind`]: kind } };
}
