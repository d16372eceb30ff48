import fc from "fast-check";
import { expect, test } from "vitest";
import { COLOURS, type HighlightChange } from "../messages/highlight";
import { applyChange } from "./change";
import { anyHighlight, highlightOf } from "./testing";

const NOW = "2026-11-22T12:00:00.000Z";
const LATER = "2026-11-22T13:00:00.000Z";

const tag = fc.constantFrom("war", "peace", "Moscow", "1956");
const tags = fc.array(tag, { maxLength: 3 });
const tagChange = fc.record({ addTags: tags, removeTags: tags });
const anyChange: fc.Arbitrary<HighlightChange> = fc.record(
  { colour: fc.constantFrom(...COLOURS), note: fc.record({ was: fc.string(), now: fc.string() }), addTags: fc.array(fc.string()), removeTags: fc.array(fc.string()) },
  { requiredKeys: [] },
);

test("nothing but what a change names is changed, and the row given never is", () => {
  fc.assert(
    fc.property(anyHighlight, anyChange, (row, change) => {
      const before = structuredClone(row);
      const { colour, note, tags: changed, modified, ...rest } = applyChange(row, change, NOW);
      expect(row).toEqual(before);
      expect({ ...rest, colour, note, tags: changed, modified }).toEqual({ ...row, colour, note, tags: changed, modified });
      if (!change.colour) expect(colour).toBe(row.colour);
      if (!change.note) expect(note).toBe(row.note);
      if (!change.addTags && !change.removeTags) expect(changed).toEqual(row.tags);
    }),
  );
});

test("what changes nothing leaves the row as it is, with its time", () => {
  fc.assert(
    fc.property(anyHighlight, tagChange, (row, change) => {
      const once = applyChange(row, { ...change, colour: "blue" }, NOW);
      expect(applyChange(once, { ...change, colour: "blue" }, LATER)).toBe(once);
    }),
  );
});

test("tags that two readers give and take at once come out the same in either order, where they differ in what they touch", () => {
  fc.assert(
    fc.property(tags, tagChange, tagChange, (own, one, other) => {
      const touched = (change: typeof one) => new Set([...change.addTags, ...change.removeTags]);
      fc.pre([...touched(one)].every((each) => !touched(other).has(each)));
      const row = highlightOf({ id: "a", tags: [...new Set(own)] });
      const either = (first: typeof one, second: typeof one) => applyChange(applyChange(row, first, NOW), second, LATER).tags.toSorted();
      expect(either(one, other)).toEqual(either(other, one));
    }),
  );
});

test("tags stand without their mark, each once, in the order in which they were given", () => {
  const row = highlightOf({ id: "a", tags: ["war"] });
  expect(applyChange(row, { addTags: ["#peace", " war ", "", "# ", "peace"], removeTags: [] }, NOW).tags).toEqual(["war", "peace"]);
  expect(applyChange(row, { addTags: ["War"], removeTags: ["#war"] }, NOW).tags).toEqual(["War"]);
});

const line = fc.stringMatching(/^[a-z]{1,6}$/);
const lines = fc.uniqueArray(line, { maxLength: 5 });

test("lines that two readers add at once are each there once, wherever they were put", () => {
  const adding = fc.tuple(line, fc.nat(5));
  fc.assert(
    fc.property(lines, adding, adding, (own, [a, atA], [b, atB]) => {
      fc.pre(a !== b && !own.includes(a) && !own.includes(b));
      const was = own.join("\n");
      const change = (added: string, at: number) => ({ note: { was, now: own.toSpliced(at, 0, added).join("\n") } });
      const both = applyChange(applyChange(highlightOf({ id: "a", note: was }), change(a, atA), NOW), change(b, atB), LATER);
      expect(both.note.split("\n").filter(Boolean).toSorted()).toEqual([...own, a, b].toSorted());
    }),
  );
});

test("whatever two readers make of a note, no line that one of them added is gone", () => {
  fc.assert(
    fc.property(lines, lines, lines, (own, one, other) => {
      const was = own.join("\n");
      const both = [one, other].reduce((row, now) => applyChange(row, { note: { was, now: now.join("\n") } }, NOW), highlightOf({ id: "a", note: was }));
      const kept = both.note.split("\n");
      for (const added of [...one, ...other].filter((each) => !own.includes(each))) expect(kept).toContain(added);
    }),
  );
});

test("a note that nobody else has changed is what its writer leaves", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (was, now) => {
      expect(applyChange(highlightOf({ id: "a", note: was }), { note: { was, now } }, NOW).note).toBe(now);
    }),
  );
});

test("two answers to the same line are both kept", () => {
  const row = highlightOf({ id: "a", note: "Who paid? Moscow." });
  expect(applyChange(row, { note: { was: "Who paid?", now: "Who paid? Peking." } }, NOW).note).toBe("Who paid? Moscow.\n\nWho paid? Peking.");
  expect(applyChange(row, { note: { was: "Who paid?", now: "" } }, NOW).note).toBe("Who paid? Moscow.");
  expect(applyChange({ ...row, note: "" }, { note: { was: "Who paid?", now: "Who paid? Peking." } }, NOW).note).toBe("Who paid? Peking.");
});

test("what is typed on and on beside what somebody else wrote is there once", () => {
  const typed = ["Who", "Who paid", "Who paid?"];
  const saves = typed.map((now, at) => ({ note: { was: typed[at - 1] ?? "?", now } }));
  const row = saves.reduce((each, change) => applyChange(each, change, NOW), highlightOf({ id: "a", note: "Moscow." }));
  expect(row.note).toBe("Moscow.\n\nWho paid?");
});

test("a note that was merged once stays as it is when the same is asked again", () => {
  fc.assert(
    fc.property(lines, lines, lines, (own, one, other) => {
      const change = (now: string[]) => ({ note: { was: own.join("\n"), now: now.join("\n") } });
      const merged = [one, other].reduce((row, now) => applyChange(row, change(now), NOW), highlightOf({ id: "a", note: own.join("\n") }));
      const again = applyChange(merged, change(other), LATER).note.split("\n").filter(Boolean);
      // Lines that the other reader took out may come back with what this one wrote: none of them does a second time.
      const added = other.filter((each) => !own.includes(each) && !one.includes(each));
      for (const each of added) expect(again.filter((line) => line === each)).toEqual([each]);
    }),
    { numRuns: 1000 },
  );
});
