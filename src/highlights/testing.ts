/** For tests: highlights of every shape that the contract allows. */
import fc from "fast-check";
import { STATES } from "../anchoring/anchor";
import { COLOURS, type Highlight, HIGHLIGHT_KINDS, type PageFacts } from "../messages/highlight";
import { KINDS } from "../packs/model";

/** What formats trip over: marks of their own grammar, line ends, scripts that read from the right, halves of characters. */
const AWKWARD = [
  "",
  " ",
  "\n",
  "\r\n",
  "\u2028",
  "\u0000",
  "\ud83d",
  "\udc4d\ud83d",
  "👍 彭德怀 שלום e\u0301",
  "a,b;\"c\"\t'd'",
  "---\n# [[x]] ^y | $z$ `w` \\",
  "<script>alert(1)</script>&amp;<!--",
  "=1+1",
  "{\\@x}%~",
  "__proto__",
  "constructor",
  "null",
  "NaN",
];

/** Any string at all. */
export const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.string({ maxLength: 40 }) },
  { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  { weight: 2, arbitrary: fc.constantFrom(...AWKWARD) },
);

/** As `Date.prototype.toISOString` writes it, years 1 to 9999. */
export const anyInstant = fc
  .date({ min: new Date("0001-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59.999Z"), noInvalidDate: true })
  .map((date) => date.toISOString());

const anyUrl = fc.oneof(
  fc.constant(""),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom("https://example.org/peng?a=1&b=2#c", "http://example.org/%E5%BD%AD", "file:///home/reader/a%20b.html", "https://例え.jp/è"),
);

const anyPage: fc.Arbitrary<PageFacts> = fc.record(
  {
    keys: fc.array(anyText, { maxLength: 3 }),
    url: anyUrl,
    title: anyText,
    site: anyText,
    author: anyText,
    published: fc.oneof(fc.constantFrom("", "2017-07-05", "2017", "2017-07", "1959-07/1959-08", "1959?"), anyText),
    lang: fc.oneof(fc.constantFrom("", "en", "zh-Hans"), anyText),
  },
  { noNullPrototype: true },
);

/** `start` and `end` are there or not together; pairs only with them. */
const anyPosition = fc.oneof(
  fc.constant({}),
  fc.tuple(fc.nat(1e6), fc.nat(1e4)).map(([start, length]) => ({ start, end: start + length })),
  fc
    .tuple(fc.nat(1e5), fc.nat(1e3), fc.nat(1e5), fc.nat(1e3))
    .map(([pairs, more, units, length]) => ({ start: 2 * pairs + units, end: 2 * (pairs + more) + units + length, pairsBefore: [pairs, pairs + more] })),
);

const anyAnchor = fc
  .tuple(fc.record({ exact: anyText, prefix: anyText, suffix: anyText }, { noNullPrototype: true }), anyPosition)
  .map(([quote, position]) => ({ ...quote, ...position }));

const anyTags = fc.uniqueArray(anyText, { maxLength: 4 });

/** Every optional field is there or is not; none is `undefined`. */
export const anyHighlight: fc.Arbitrary<Highlight> = fc
  .record(
    {
      id: fc.uuid(),
      kind: fc.constantFrom(...HIGHLIGHT_KINDS),
      text: anyText,
      page: anyPage,
      colour: fc.constantFrom(...COLOURS),
      note: anyText,
      tags: anyTags,
      mentions: fc.array(fc.record({ ref: anyText, name: anyText, kind: fc.constantFrom(...KINDS) }, { noNullPrototype: true }), { maxLength: 3 }),
      created: anyInstant,
      modified: anyInstant,
      anchor: anyAnchor,
      found: fc.record({ state: fc.constantFrom(...STATES), at: anyInstant, text: anyText }, { requiredKeys: ["state", "at"], noNullPrototype: true }),
      of: fc.record({ ref: anyText, quote: anyText, citation: anyText }, { noNullPrototype: true }),
      foreign: fc.oneof(anyText, fc.json()),
    },
    { requiredKeys: ["id", "kind", "text", "page", "colour", "note", "tags", "mentions", "created", "modified"], noNullPrototype: true },
  )
  // Most passages are what was between two points of a page.
  .chain((row) => (row.anchor ? fc.boolean().map((same) => (same ? { ...row, text: row.anchor!.exact } : row)) : fc.constant(row)));

/** Each with an id of its own. */
export const anyHighlights = fc.uniqueArray(anyHighlight, { maxLength: 6, selector: (row) => row.id });

/** A highlight of a passage; what matters to a test is said in `facts`. */
export function highlightOf(facts: Partial<Highlight> & { id: string }): Highlight {
  const text = facts.text ?? "Peng wrote a letter";
  return {
    kind: "passage",
    text,
    page: {
      keys: ["example.org/lushan"],
      url: "https://example.org/lushan",
      title: "The conference at Lushan",
      site: "Example",
      author: "A. Writer",
      published: "2017-07-05",
      lang: "en",
    },
    colour: "yellow",
    note: "",
    tags: [],
    mentions: [],
    created: "2026-11-01T10:00:00.000Z",
    modified: "2026-11-01T10:00:00.000Z",
    anchor: { exact: text, prefix: "In July ", suffix: " to the chairman.", start: 108, end: 108 + text.length, pairsBefore: [0, 0] },
    ...facts,
  };
}
