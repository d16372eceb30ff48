import fc from "fast-check";
import { expect, test } from "vitest";
import { STATES } from "../../anchoring/anchor";
import { COLOURS, type Highlight } from "../../messages/highlight";
import { Facets, ranked } from "./facets";
import { FACETS, type Filter, type Facet, GROUPINGS, hashOf, isAnyOf, isFiltered, NO_FILTER, placeOf, toggled } from "./filter";
import { Shelf } from "./shelf";
import { finish } from "./slices";
import { anyHighlights } from "./testing";

const some = <T extends string>(...values: T[]) => fc.subarray(values, { maxLength: 2 });
const day = fc.constantFrom("", "2026-11-20", "2026-11-21", "2026-11-22");

const filter: fc.Arbitrary<Filter> = fc.record({
  query: fc.constantFrom("", "oil & gas", "停战"),
  state: some(...STATES),
  colour: some(...COLOURS),
  site: some("The Ledger", "Review"),
  page: some("https://site.example/0", "https://site.example/1"),
  kind: some("passage", "card"),
  tag: some("trade", "停战"),
  entry: some("p/mao", "p/war"),
  from: day,
  to: day,
  id: fc.constant(""),
});

/** Whether a highlight fits, field by field, in the plainest way. */
function fits(highlight: Highlight, { state, colour, site, page, kind, tag, entry, from, to }: Filter): boolean {
  const local = new Date(highlight.created);
  const created = [local.getFullYear(), local.getMonth() + 1, local.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  return (
    (state.length === 0 || (highlight.found !== undefined && state.includes(highlight.found.state))) &&
    (colour.length === 0 || colour.includes(highlight.colour)) &&
    (site.length === 0 || site.includes(highlight.page.site)) &&
    (page.length === 0 || page.includes(highlight.page.keys[0]!)) &&
    (kind.length === 0 || kind.includes(highlight.kind)) &&
    tag.every((each) => highlight.tags.includes(each)) &&
    entry.every((each) => highlight.mentions.some(({ ref }) => ref === each)) &&
    (from === "" || created >= from) &&
    (to === "" || created <= to)
  );
}

function valuesOf({ found, colour, page, kind, tags, mentions }: Highlight, facet: Facet): string[] {
  return { state: found ? [found.state] : [], colour: [colour], site: [page.site], page: page.keys, kind: [kind], tag: tags, entry: mentions.map(({ ref }) => ref) }[facet];
}

test("those are chosen that fit in every respect, and counted as often as they would be chosen", () => {
  fc.assert(
    fc.property(anyHighlights, filter, (highlights, asked) => {
      const shelf = new Shelf();
      shelf.put(highlights);
      const { rows, counts } = finish(new Facets(shelf).choose(shelf.rows, asked));
      expect(rows.map(({ id }) => id).sort()).toEqual(highlights.filter((each) => fits(each, asked)).map(({ id }) => id).sort());
      for (const facet of FACETS) {
        // Of a facet with a choice, what its other values would bring.
        const any = isAnyOf(facet);
        const others = highlights.filter((each) => fits(each, any ? { ...asked, [facet]: [] } : asked));
        const values = others.flatMap((each) => valuesOf(each, facet));
        for (const [value, count] of counts[facet]) {
          expect(count, `${facet} ${value}`).toBe(values.filter((each) => each === value).length);
        }
      }
    }),
  );
});

test("the address says what is shown, and back", () => {
  fc.assert(
    fc.property(filter, fc.constantFrom(...GROUPINGS), fc.boolean(), fc.constantFrom("", "https://site.example/0"), (asked, grouping, bin, article) => {
      const place = { filter: asked, grouping, bin, article };
      expect(placeOf(`#${hashOf(place)}`)).toEqual(place);
    }),
  );
});

test("whatever stands in the address, a place comes out of it", () => {
  fc.assert(fc.property(fc.string(), (hash) => void placeOf(hash)));
  expect(placeOf("#state=exact&state=gone&colour=mauve&from=yesterday&group=size").filter).toEqual({ ...NO_FILTER, state: ["exact"] });
});

test("choosing a value twice leaves things as they were", () => {
  fc.assert(
    fc.property(filter, fc.constantFrom(...FACETS), (asked, facet) => {
      const value = "trade";
      expect(toggled(toggled(asked, facet, value), facet, value)[facet].slice().sort()).toEqual(asked[facet].slice().sort());
      expect(isFiltered(toggled({ ...asked, [facet]: [] }, facet, value))).toBe(true);
    }),
  );
  expect(isFiltered(NO_FILTER)).toBe(false);
});

test("chosen values stand first, the others by how many there are", () => {
  expect(ranked(new Map([["a", 1], ["b", 3], ["c", 3]]), ["a", "gone"])).toEqual([["a", 1], ["gone", 0], ["b", 3], ["c", 3]]);
});
