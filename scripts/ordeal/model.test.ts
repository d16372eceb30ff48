import { expect, test } from "vitest";
import { highlightOf } from "../../src/highlights/testing";
import { type Asked, type Contents, effect, type Effect, faults, type Row, rowOf } from "./model";

const row = rowOf("highlights", highlightOf({ id: "a", tags: ["x"], note: "one" }));
const asked = (outcome: Asked["outcome"], does: Effect, ...ids: string[]): Asked => ({ what: "?", outcome, effects: new Map(ids.map((id) => [id, does])) });
const contents = (rows: Record<string, Row>): Contents => new Map(Object.entries(rows));
const isFine = (before: Contents, after: Contents, ...writers: Asked[][]) => faults(before, after, writers).length === 0;

const there = contents({ a: row });
const nothing = contents({});
const save = effect.save(highlightOf({ id: "a", tags: ["x"], note: "one" }));

test("what was answered is there", () => {
  expect(isFine(nothing, there, [asked("done", save, "a")])).toBe(true);
  expect(isFine(nothing, nothing, [asked("done", save, "a")])).toBe(false);
});

test("what nobody answered is there or is not, and what was refused is not", () => {
  for (const after of [there, nothing]) expect(isFine(nothing, after, [asked("unknown", save, "a")])).toBe(true);
  expect(isFine(nothing, there, [asked("refused", save, "a")])).toBe(false);
  expect(isFine(nothing, nothing, [asked("refused", save, "a")])).toBe(true);
});

test("nobody changes what nobody asked about", () => {
  expect(isFine(there, nothing)).toBe(false);
  expect(isFine(there, contents({ a: { ...row, colour: "pink" } }))).toBe(false);
  expect(isFine(nothing, there)).toBe(false);
});

test("a line that was written twice is noticed", () => {
  const line = [asked("done", effect.line("two"), "a")];
  expect(isFine(there, contents({ a: { ...row, lines: ["one", "two"] } }), line)).toBe(true);
  expect(isFine(there, contents({ a: { ...row, lines: ["one", "two", "two"] } }), line)).toBe(false);
});

test("writers come in any order, the requests of one in theirs", () => {
  const [blue, pink] = ["blue", "pink"].map((colour) => asked("done", effect.colour(colour as Row["colour"]), "a"));
  const is = (colour: Row["colour"]) => contents({ a: { ...row, colour } });
  for (const colour of ["blue", "pink"] as const) expect(isFine(there, is(colour), [blue!], [pink!])).toBe(true);
  expect(isFine(there, is("pink"), [blue!, pink!])).toBe(true);
  expect(isFine(there, is("blue"), [blue!, pink!])).toBe(false);
  expect(isFine(there, is("yellow"), [blue!], [pink!])).toBe(false);
});

test("a request of several highlights is done in all of them or in none, unless another has touched them", () => {
  const tagged = { ...asked("unknown", effect.tag("y", ""), "a", "b"), mark: ({ tags }: Row) => tags.includes("y") };
  const withTag = { ...row, tags: ["x", "y"] };
  const both = contents({ a: row, b: row });
  expect(isFine(both, both, [tagged])).toBe(true);
  expect(isFine(both, contents({ a: withTag, b: withTag }), [tagged])).toBe(true);
  expect(isFine(both, contents({ a: withTag, b: row }), [tagged])).toBe(false);
  const untag = asked("done", effect.tag("z", "y"), "b");
  expect(isFine(both, contents({ a: withTag, b: { ...row, tags: ["x", "z"] } }), [tagged, untag])).toBe(true);
});
