/** For tests: what a file breaks of the W3C Web Annotation Data Model, https://www.w3.org/TR/annotation-model/ */

type Node = Record<string, unknown>;

const IRI = /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]*$/i;
const UTC = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const MOTIVATIONS = [
  "assessing",
  "bookmarking",
  "classifying",
  "commenting",
  "describing",
  "editing",
  "highlighting",
  "identifying",
  "linking",
  "moderating",
  "questioning",
  "replying",
  "tagging",
];

const listOf = (value: unknown): unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const isIndex = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;

/** Every MUST that a collection and what is in it breaks, with its section. */
export function breaches(collection: Node): string[] {
  const found: string[] = [];
  const must = (holds: boolean, what: string) => void (holds || found.push(what));
  const isIri = (value: unknown) => typeof value === "string" && IRI.test(value);
  const context = listOf(collection["@context"]);
  must(context[0] === "http://www.w3.org/ns/anno.jsonld", "5.1 context of a collection");
  must(context.slice(1).every((each) => typeof each === "object"), "3.1 extensions of the context");
  must(isIri(collection.id), "5.1 id of a collection");
  must(listOf(collection.type).includes("AnnotationCollection"), "5.1 type of a collection");
  must(isIndex(collection.total), "5.1 total of a collection");
  const page = collection.first as Node | undefined;
  must((page === undefined) === (collection.total === 0), "5.1 first page of a collection");
  if (!page) return found;
  must(isIri(page.id) && listOf(page.type).includes("AnnotationPage"), "5.2 id and type of a page");
  const items = listOf(page.items) as Node[];
  must(Array.isArray(page.items) && items.length > 0 && items.length === collection.total, "5.2 items of a page");
  for (const item of items) checkAnnotation(item, must, isIri);
  return found;
}

type Must = (holds: boolean, what: string) => void;

function checkAnnotation(item: Node, must: Must, isIri: (value: unknown) => boolean): void {
  must(isIri(item.id) && listOf(item.type).includes("Annotation"), "3.1 id and type of an annotation");
  must(listOf(item.target).length > 0, "3.1 targets of an annotation");
  must([item.created, item.modified].every((date) => date === undefined || UTC.test(String(date))), "3.3.1 dates are in UTC");
  must(listOf(item.motivation).every((each) => MOTIVATIONS.includes(each as string)), "3.3.5 motivations");
  for (const body of listOf(item.body) as Node[]) {
    must(listOf(body.purpose).every((each) => MOTIVATIONS.includes(each as string)), "3.3.5 purposes");
    if (body.type === "TextualBody") must(typeof body.value === "string" && listOf(body.language).length <= 1, "3.2.4 value of a textual body");
    else must(body.type === "SpecificResource" && isIri((body.source as Node).id), "4.1 source of a specific resource");
  }
  for (const target of listOf(item.target) as Node[]) {
    must(target.type === "SpecificResource" && listOf(target.source).length === 1 && isIri((target.source as Node).id), "4.1 source of a specific resource");
    for (const selector of listOf(target.selector) as Node[]) checkSelector(selector, must);
  }
}

function checkSelector(selector: Node, must: Must): void {
  const { type, exact, prefix, suffix, start, end } = selector;
  const texts = [prefix, suffix].every((text) => text === undefined || typeof text === "string");
  if (type === "TextQuoteSelector") must(typeof exact === "string" && texts, "4.2.4 texts of a quote");
  else must(type === "TextPositionSelector" && isIndex(start) && isIndex(end) && (start as number) <= (end as number), "4.2.5 a position");
}
