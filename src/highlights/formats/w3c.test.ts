import fc from "fast-check";
import { expect, test } from "vitest";
import type { Highlight } from "../../messages/highlight";
import { anyHighlights, highlightOf } from "../testing";
import { inOrder } from "./backstory";
import { readImport } from "./index";
import { MAX_DEPTH } from "./json";
import { breaches } from "./w3c-model";
import { faultsOf, OPTIONS } from "./testing";
import { writeW3c } from "./w3c-write";

const NOW = "2026-11-22T08:00:00.000Z";
const LATER = "2027-01-01T08:00:00.000Z";
const ID = "00000000-0000-4000-8000-00000000000";
const CONTEXT = "http://www.w3.org/ns/anno.jsonld";
const write = (rows: readonly Highlight[]) => writeW3c.write(rows, OPTIONS);
const read = (text: string, now = NOW) => readImport("file", text, now);
const itemsOf = (text: string) => (JSON.parse(text) as { first: { items: Record<string, unknown>[] } }).first.items;

test("export, import, export: the same rows and the same bytes", () => {
  fc.assert(
    fc.property(anyHighlights, (rows) => {
      const text = write(rows);
      const { format, records } = read(text);
      expect(format).toBe("w3c");
      expect(records).toStrictEqual(inOrder(rows));
      expect(write(records)).toBe(text);
      expect(Buffer.from(text).toString()).toBe(text);
    }),
    { numRuns: 1000 },
  );
});

test("what is written keeps every MUST of the model", () => {
  fc.assert(fc.property(anyHighlights, (rows) => void expect(breaches(JSON.parse(write(rows)))).toEqual([])), { numRuns: 500 });
});

test("a passage's place is counted in code points", () => {
  const page = "👍👍 Peng 👍 wrote";
  const start = page.indexOf("Peng");
  const exact = "Peng 👍 wrote";
  const row = highlightOf({ id: `${ID}1`, text: exact, anchor: { exact, prefix: "👍👍 ", suffix: "", start, end: start + exact.length, pairsBefore: [2, 3] } });
  const [item] = itemsOf(write([row]));
  const [, position] = (item!.target as { selector: { start: number; end: number }[] }).selector;
  expect(Array.from(page).slice(position!.start, position!.end).join("")).toBe(exact);
});

test("other programs find what they look for", () => {
  const row = highlightOf({ id: `${ID}1`, note: "*Why?*", tags: ["letters"], mentions: [{ ref: "lushan/peng-dehuai", name: "Peng Dehuai", kind: "person" }] });
  expect(itemsOf(write([row]))).toEqual([
    {
      id: `urn:uuid:${ID}1`,
      type: "Annotation",
      motivation: ["highlighting", "commenting", "tagging"],
      created: "2026-11-01T10:00:00.000Z",
      modified: "2026-11-01T10:00:00.000Z",
      body: [
        { type: "TextualBody", value: "*Why?*", format: "text/markdown", purpose: "commenting" },
        { type: "TextualBody", value: "letters", purpose: "tagging" },
        { type: "SpecificResource", purpose: "identifying", source: { id: "urn:backstory:entry:lushan%2Fpeng-dehuai", "dc:title": "Peng Dehuai", "backstory:kind": "person" } },
      ],
      target: {
        type: "SpecificResource",
        source: {
          id: "https://example.org/lushan",
          "dc:title": "The conference at Lushan",
          "dc:publisher": "Example",
          "dc:creator": "A. Writer",
          "dcterms:issued": "2017-07-05",
          "dc:language": "en",
        },
        selector: [
          { type: "TextQuoteSelector", exact: "Peng wrote a letter", prefix: "In July ", suffix: " to the chairman." },
          { type: "TextPositionSelector", start: 108, end: 127, "backstory:pairsBefore": [0, 0] },
        ],
      },
      "backstory:keys": ["example.org/lushan"],
    },
  ]);
});

const anyIri = fc.constantFrom("https://a.example/1", "https://b.example/p?utm_source=x#part", "urn:isbn:9780140449136", "file:///b.html", "doi:10.1/x");
const anyBody = fc.oneof(
  fc.constantFrom<unknown[]>("https://a.example/body", "just text", { type: "Image", id: "https://a.example/i.png" }),
  fc.record({ type: fc.constantFrom("TextualBody", "oa:TextualBody", ["TextualBody", "cnt:ContentAsText"]), value: fc.string() }),
  fc.record({ "@type": fc.constant("TextualBody"), chars: fc.string(), creator: fc.constant({ name: "Li" }), purpose: fc.constantFrom("tagging", "commenting", "oa:tagging", "replying") }),
  fc.record({ type: fc.constant("SpecificResource"), purpose: fc.constant("tagging"), source: fc.record({ value: fc.string() }) }),
);
const anySelector: fc.Arbitrary<unknown> = fc.oneof(
  fc.record({ type: fc.constant("TextQuoteSelector"), exact: fc.string(), prefix: fc.string() }, { requiredKeys: ["type", "exact"] }),
  fc.record({ type: fc.constant("TextPositionSelector"), start: fc.nat(99), end: fc.nat(99) }),
  fc.record({ type: fc.constant("FragmentSelector"), value: fc.string(), refinedBy: fc.record({ "@type": fc.constant("TextQuoteSelector"), exact: fc.string() }) }),
  fc.constant({ type: "RangeSelector", startSelector: { type: "XPathSelector", value: "//p[1]" }, endSelector: { type: "XPathSelector", value: "//p[2]" } }),
);
const oneOrMore = <T>(each: fc.Arbitrary<T>) => fc.oneof(each, fc.array(each, { minLength: 1, maxLength: 3 }));
const anyTarget = fc.oneof(
  anyIri,
  fc.record({ id: anyIri, title: fc.string() }),
  fc.record({ source: anyIri, selector: oneOrMore(anySelector), state: fc.constant({ type: "TimeState" }) }, { requiredKeys: ["source"] }),
  fc.record({ type: fc.constant("SpecificResource"), source: fc.record({ "@id": anyIri, "dc:title": fc.string() }), selector: oneOrMore(anySelector) }),
);
const anyDate = fc.constantFrom("2015-10-13T13:00:00Z", "2015-10-13T13:00:00+02:00", "2015-10-13", "2026-11-01T10:00:00.000Z");
const foreignAnnotation = fc.record(
  {
    "@context": fc.constantFrom<unknown[]>(CONTEXT, [CONTEXT], [CONTEXT, { x: "https://x.example/" }]),
    id: fc.oneof(fc.webUrl(), fc.uuid().map((id) => `urn:uuid:${id}`)),
    type: fc.constantFrom<unknown[]>("Annotation", ["Annotation", "x:Note"]),
    motivation: oneOrMore(fc.constantFrom("highlighting", "tagging", "describing", "oa:bookmarking")),
    created: anyDate,
    modified: anyDate,
    creator: fc.constantFrom<unknown[]>("https://a.example/me", { type: "Person", name: "Li" }),
    body: oneOrMore(anyBody),
    bodyValue: fc.string(),
    target: oneOrMore(anyTarget),
    rights: fc.constant("https://creativecommons.org/licenses/by/4.0/"),
    "x:thing": fc.json().map((text) => JSON.parse(text) as unknown),
  },
  { requiredKeys: ["type", "target"] },
);
/** The shapes of a file: one annotation, several, a page, a collection, a graph. */
const foreignFile = fc.array(foreignAnnotation, { minLength: 1, maxLength: 4 }).chain((items) =>
  fc.constantFrom<unknown[]>(
    items[0],
    items,
    { "@context": CONTEXT, type: "AnnotationPage", items },
    { "@context": CONTEXT, "@type": "AnnotationPage", items: items.slice(1), next: { type: "AnnotationPage", items: items[0] } },
    { "@context": [CONTEXT, { x: "https://x.example/" }], type: ["AnnotationCollection"], first: { type: "AnnotationPage", items } },
    { "@context": CONTEXT, "@graph": items },
  ),
);

test("of another program's file the second export is the first, whenever it is imported", () => {
  fc.assert(
    fc.property(foreignFile, (file) => {
      const first = write(read(JSON.stringify(file)).records);
      expect(write(read(first, LATER).records)).toBe(first);
    }),
    { numRuns: 1000 },
  );
});

test("another program's annotation is written as it was, with an id and a date where it had none", () => {
  fc.assert(
    fc.property(foreignAnnotation, (annotation) => {
      const { "@context": context, ...rest } = annotation;
      const [item] = itemsOf(write(read(JSON.stringify(annotation)).records));
      const own = JSON.stringify(context ?? CONTEXT).includes("x.example") ? { "@context": context } : {};
      expect(item).toEqual({ ...own, id: item!.id, created: item!.created, ...JSON.parse(JSON.stringify(rest)) });
    }),
    { numRuns: 500 },
  );
});

test("what the reader changes of another program's annotation is changed, and nothing else", () => {
  const change = fc.record({ note: fc.string(), tags: fc.uniqueArray(fc.string({ minLength: 1 })), colour: fc.constantFrom("yellow", "green") }, { requiredKeys: [] });
  fc.assert(
    fc.property(foreignAnnotation, change, (annotation, changes) => {
      const rows = read(JSON.stringify(annotation)).records.map((row) => ({ ...row, ...changes }) as Highlight);
      const text = write(rows);
      const again = read(text, LATER).records;
      const bare = (row: Highlight) => ({ ...row, foreign: "" });
      expect(again.map(bare)).toEqual(rows.map(bare));
      expect(write(again)).toBe(text);
      const [item] = itemsOf(text);
      for (const key of ["target", "creator", "rights", "x:thing"] as const) expect(item![key]).toEqual(JSON.parse(JSON.stringify(annotation))[key]);
    }),
    { numRuns: 500 },
  );
});

test.each<[string, unknown, string[]]>([
  ["no target", { type: "Annotation", body: "x" }, ["record 1, target: import_fault_no_target"]],
  ["a target that is nowhere", [{ type: "Annotation", target: "https://a.example/" }, { type: "Annotation", target: { type: "Text" } }], ["record 2, target: import_fault_no_target"]],
  ["a script as target", { type: "Annotation", target: "JavaScript:alert(1)" }, ["record 1, target: import_fault_address (JavaScript:alert(1))"]],
  ["no date", { type: "Annotation", target: "https://a.example/", created: "soon" }, ["record 1, created: import_fault_date (soon)"]],
  ["no annotation", { type: "AnnotationPage", items: [{ type: "Annotation", target: "https://a.example/" }, "x", null] }, ["record 2: import_fault_not_object", "record 3: import_fault_not_object"]],
  ["our words misused", { type: "Annotation", target: "https://a.example/", "backstory:colour": "black" }, ["record 1, backstory:colour: import_fault_field (backstory:colour)"]],
  ["a range of ours that ends before it begins", { type: "Annotation", target: "https://a.example/", "backstory:anchor": { exact: "", prefix: "", suffix: "", start: 2, end: 1 } }, ["record 1, anchor: import_fault_range"]],
])("%s is told", (_name, file, faults) => {
  expect(faultsOf(() => read(JSON.stringify(file)))).toEqual(faults);
});

test("an annotation that nests too deep to be walked is written as the text that it was kept as", () => {
  const annotation = `{"id":"http://example.org/1","type":"Annotation","target":"https://example.org/","deep":${"[".repeat(20_000)}${"]".repeat(20_000)}}`;
  const row = highlightOf({ id: `${ID}1`, foreign: `{"w3c":${annotation}}` });
  expect(read(write([row])).records).toEqual([row]);
});

test("an annotation that nests as deep as a file may is kept whole", () => {
  const at = (depth: number) => `{"@context":"${CONTEXT}","id":"http://example.org/1","type":"Annotation","created":"2020-01-01T00:00:00Z","target":"https://example.org/","deep":${"[".repeat(depth)}${"]".repeat(depth)}}`;
  const { records } = read(at(MAX_DEPTH - 1));
  expect(write(records)).toContain("[".repeat(MAX_DEPTH - 1));
});
