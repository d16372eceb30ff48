import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Highlight } from "../messages/highlight";
import { tidyTags } from "./change";
import { FATES, planImport, rowsToPut } from "./import-plan";
import { anyHighlight, anyHighlights, anyText, highlightOf } from "./testing";

const NOW = "2026-11-22T08:00:00.000Z";
const MADE = "2026-11-01T10:00:00.000Z";
const [EARLIER, LATER] = ["2026-11-02T10:00:00.000Z", "2026-11-03T10:00:00.000Z"];
const ID = "00000000-0000-4000-8000-00000000000";
const tidy = (rows: readonly Highlight[]) => rows.map((row) => ({ ...row, tags: tidyTags(row.tags) }));
const stepOf = (record: Highlight, rows: Highlight[], bin: Highlight[] = []) => planImport([record], { rows, bin }, NOW).steps[0]!;
/** What is kept after the plan was carried out. */
const carriedOut = (rows: Highlight[], put: Highlight[]) => [...new Map([...rows, ...put].map((row) => [row.id, row])).values()];

/** Rows that are there, and records among which are the same, changed ones, and ones of the same passage. */
const anyImport = fc.tuple(anyHighlights, anyHighlights, fc.infiniteStream(fc.tuple(fc.nat(3), anyText, anyHighlight))).map(([rows, others, stream]) => {
  const kept = tidy(rows);
  const related = kept.map((row): Highlight => {
    const [how, note, other] = stream.next().value;
    return [row, { ...row, note, modified: other.modified, tags: other.tags }, { ...row, id: other.id, note }, { ...row, note, created: NOW, modified: NOW }][how]!;
  });
  return { kept, records: [...related, ...others] };
});

test("into an empty library everything comes as it is, and a second time nothing", () => {
  fc.assert(
    fc.property(anyHighlights, (rows) => {
      const records = tidy(rows);
      const plan = planImport(records, { rows: [], bin: [] }, NOW);
      expect(plan.counts).toEqual({ added: records.length, updated: 0, same: 0, duplicate: 0, deleted: 0 });
      expect(rowsToPut(plan, false)).toEqual(records);
      expect(planImport(records, { rows: records, bin: [] }, NOW).counts.same).toBe(records.length);
    }),
  );
});

test("importing the same file again changes nothing, at whatever hour", () => {
  fc.assert(
    fc.property(anyImport, fc.nat(), ({ kept, records }, split) => {
      const rows = kept.slice(split % (kept.length + 1));
      const bin = kept.slice(0, split % (kept.length + 1));
      const put = rowsToPut(planImport(records, { rows, bin }, NOW), true);
      const after = { rows: carriedOut(rows, put), bin: bin.filter(({ id }) => !put.some((row) => row.id === id)) };
      const dated = records.filter(({ modified }) => modified !== NOW);
      expect(rowsToPut(planImport(records, after, NOW), true)).toEqual([]);
      expect(rowsToPut(planImport(dated, after, LATER), true)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test("no passage that is there is touched, and every record has its fate", () => {
  fc.assert(
    fc.property(anyImport, ({ kept, records }) => {
      const plan = planImport(records, { rows: kept, bin: [] }, NOW);
      const after = new Map(carriedOut(kept, rowsToPut(plan, false)).map((row) => [row.id, row]));
      for (const row of kept) {
        const { text, anchor, created, of } = after.get(row.id)!;
        expect({ text, created, of }).toEqual({ text: row.text, created: row.created, of: row.of });
        if (row.anchor) expect(anchor).toEqual(row.anchor);
      }
      expect(plan.steps.map(({ record }) => record.id)).toEqual(records.map(({ id }) => id));
      expect(FATES.reduce((sum, fate) => sum + plan.counts[fate], 0)).toBe(records.length);
    }),
  );
});

describe("two versions of a highlight", () => {
  const made = highlightOf({ id: `${ID}1`, note: "first", tags: ["a"] });
  const edited = (at: string, facts: Partial<Highlight>) => ({ ...made, ...facts, modified: at });

  test("what the file alone changed is taken", () => {
    const record = edited(LATER, { note: "second", tags: ["b"], colour: "blue" });
    expect(stepOf(record, [made])).toMatchObject({ fate: "updated", after: { note: "second", tags: ["b"], colour: "blue", modified: LATER } });
  });

  test("what the reader alone changed stays", () => {
    const row = edited(LATER, { note: "", tags: ["b"], colour: "blue" });
    expect(stepOf(made, [row])).toMatchObject({ fate: "same" });
  });

  test("where both changed it both notes and all tags stay, and the later colour", () => {
    const row = edited(EARLIER, { note: "mine", tags: ["a", "m"], colour: "green" });
    const record = edited(LATER, { note: "theirs", tags: ["a", "t"], colour: "blue" });
    const after = { tags: ["a", "m", "t"], colour: "blue", modified: LATER };
    const step = stepOf(record, [row]);
    expect(step).toMatchObject({ fate: "updated", bothNotes: true, after });
    expect(step.after!.note).toContain("mine");
    expect(step.after!.note).toContain("theirs");
    expect(stepOf(row, [record]).after).toMatchObject({ colour: "blue", modified: LATER });
  });

  test("a note that was kept beside one which begins with the same words is not kept once more", () => {
    const row = edited(EARLIER, { note: "Who was he?" });
    const record = edited(LATER, { note: "Who" });
    expect(stepOf(record, [row]).fate).toBe("same");
    const longer = edited(EARLIER, { note: "Whose letter was it?" });
    const { after } = stepOf(record, [longer]);
    expect(after!.note).toBe("Whose letter was it?\n\nWho");
    expect(stepOf(record, [after!]).fate).toBe("same");
  });

  test("a record without a date takes nothing from what the reader changed", () => {
    const row = edited(EARLIER, { note: "mine" });
    expect(stepOf({ ...made, note: "theirs", created: NOW, modified: NOW }, [row])).toMatchObject({ fate: "same" });
    expect(stepOf({ ...made, note: "theirs", created: NOW, modified: NOW }, [made])).toMatchObject({ fate: "updated", after: { note: "theirs", modified: MADE } });
  });

  test("what one does not know the other says", () => {
    const row: Highlight = { ...made, page: { ...made.page, author: "", keys: ["a"] }, anchor: undefined };
    const { after } = stepOf({ ...made, found: { state: "orphan", at: LATER } }, [row]);
    expect(after).toMatchObject({ anchor: made.anchor, found: { state: "orphan" }, page: { author: "A. Writer", keys: ["a", "example.org/lushan"] } });
  });

  test("what is in the bin comes back only where the reader wants it", () => {
    const plan = planImport([made], { rows: [], bin: [made] }, NOW);
    expect(plan.counts.deleted).toBe(1);
    expect(rowsToPut(plan, false)).toEqual([]);
    expect(rowsToPut(plan, true)).toEqual([made]);
  });
});

describe("the same passage under another id", () => {
  const row = highlightOf({ id: `${ID}1`, note: "mine", tags: ["a"] });
  const other = (facts: Partial<Highlight>) => ({ ...row, id: `${ID}2`, ...facts });
  const at = (start: number, prefix: string, suffix: string) => ({ exact: row.text, prefix, suffix, start, end: start + row.text.length });

  test.each<[string, Partial<Highlight>]>([
    ["with the same surroundings elsewhere", { anchor: at(900, "1959. In July ", " to the") }],
    ["near the same place", { anchor: at(112, "", "") }],
    ["with its words alone", { anchor: undefined }],
    ["in other quotes and spaces", { text: "Peng  wrote\na letter", anchor: undefined }],
    ["at another address of the article", { page: { ...row.page, keys: ["example.org/amp/lushan", "example.org/lushan"] }, anchor: undefined }],
  ])("%s is the same", (_name, facts) => {
    const step = stepOf(other({ note: "theirs", tags: ["b"], ...facts }), [row]);
    expect(step).toMatchObject({ fate: "duplicate", before: { id: row.id }, after: { id: row.id, tags: ["a", "b"] } });
    expect(step.after!.note).toContain("mine");
    expect(step.after!.note).toContain("theirs");
    expect(stepOf(other({ note: "", tags: [], ...facts }), [row]).after).toBeUndefined();
  });

  test.each<[string, Partial<Highlight>]>([
    ["elsewhere on the page", { anchor: at(900, "In August ", " to his wife.") }],
    ["of another article", { page: { ...row.page, keys: ["example.org/other"] } }],
    ["of other words", { text: "Peng wrote letters" }],
    ["of another kind", { kind: "quote" }],
  ])("%s is another", (_name, facts) => {
    expect(stepOf(other(facts), [row]).fate).toBe("added");
  });

  test("what the file has twice comes twice", () => {
    expect(planImport([row, other({})], { rows: [], bin: [] }, NOW).counts.added).toBe(2);
    expect(planImport([row, other({})], { rows: [row], bin: [] }, NOW).counts).toMatchObject({ same: 1, added: 1 });
  });

  test("notes on a whole page are told apart by what they say", () => {
    const onPage = (id: string, note: string) => highlightOf({ id: ID + id, text: "", note, anchor: undefined });
    expect(stepOf(onPage("2", "two"), [onPage("1", "one")]).fate).toBe("added");
    expect(stepOf(onPage("2", "one"), [onPage("1", "one")]).fate).toBe("duplicate");
  });
});

test("two records of a file with one id and notes of their own are one highlight with both, also when they are read again", () => {
  const records = ["Who paid?", "Moscow."].map((note) => highlightOf({ id: "a", note }));
  const rows = rowsToPut(planImport(records, { rows: [], bin: [] }, NOW), false);
  expect(rows.map(({ note }) => note)).toEqual(["Who paid?\n\nMoscow."]);
  expect(planImport(records, { rows, bin: [] }, NOW).counts).toMatchObject({ same: 2 });
});

test("an older copy of a note that was written on brings nothing", () => {
  const row = highlightOf({ id: "a", note: "In 1950:\n\nWho paid? Moscow.", modified: LATER });
  for (const [note, after] of [["Who paid?", row.note], ["In 1950:\n\nWho paid", row.note], ["Who pa", `${row.note}\n\nWho pa`]] as const) {
    const rows = rowsToPut(planImport([{ ...row, note, modified: EARLIER }], { rows: [row], bin: [] }, NOW), false);
    expect(rows[0]?.note ?? row.note).toBe(after);
  }
});
