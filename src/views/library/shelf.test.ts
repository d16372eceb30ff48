import fc from "fast-check";
import { expect, test } from "vitest";
import type { Highlight } from "../../messages/highlight";
import { itemsOf } from "./group";
import { extend, idsOf, NOTHING, only, toggle } from "./selection";
import { pageKey, Shelf } from "./shelf";
import { finish } from "./slices";
import { anyHighlights } from "./testing";

const byAge = (a: Highlight, b: Highlight) => (a.created === b.created ? (a.id < b.id ? -1 : 1) : a.created > b.created ? -1 : 1);

test("rows are those put in and not taken out, newest first, in whatever order and however often they come", () => {
  fc.assert(
    fc.property(anyHighlights, fc.array(fc.nat(29)), fc.array(fc.nat(29)), fc.nat(10), (highlights, again, gone, cut) => {
      const shelf = new Shelf();
      shelf.put(highlights.slice(0, cut));
      shelf.put(highlights.slice(cut));
      const numbers = new Map(shelf.rows.map((row) => [row.id, row.at]));
      const there = new Map(highlights.map((each) => [each.id, each]));
      for (const at of again) {
        const changed = highlights[at] && { ...highlights[at], note: "changed", created: "2026-01-01T00:00:00.000Z" };
        if (!changed) continue;
        shelf.put([changed, changed]);
        there.set(changed.id, changed);
      }
      shelf.remove(gone.map((at) => highlights[at]?.id ?? "nobody"));
      for (const at of gone) there.delete(highlights[at]?.id ?? "");
      expect(shelf.rows.map(({ id, note }) => [id, note])).toEqual([...there.values()].sort(byAge).map(({ id, note }) => [id, note]));
      for (const row of shelf.rows) {
        expect(row.at).toBe(numbers.get(row.id));
        expect(shelf.allNumbered(Uint32Array.of(row.at, 1_000_000))).toEqual([row]);
        expect(shelf.get(row.id)).toBe(row);
      }
    }),
  );
});

test("by article, an article's rows stand together as they do on the page; by entry, each stands below all that it names", () => {
  fc.assert(
    fc.property(anyHighlights, (highlights) => {
      const shelf = new Shelf();
      shelf.put(highlights);
      const articles = finish(itemsOf(shelf.rows, "article"));
      expect(idsOf(articles)).toEqual(new Set(shelf.rows.map(({ id }) => id)));
      const heads = articles.filter((item) => "head" in item);
      expect(new Set(heads.map(({ head }) => pageKey(head.page!))).size).toBe(heads.length);
      expect(articles.length).toBe(heads.length + shelf.rows.length);
      for (const [at, item] of articles.entries()) {
        const before = articles[at - 1];
        if (before && "row" in item && "row" in before) expect(before.row.start!).toBeLessThanOrEqual(item.row.start!);
      }

      const entries = finish(itemsOf(shelf.rows, "entry"));
      const lines = entries.filter((item) => "row" in item);
      expect(lines.length).toBe(shelf.rows.reduce((sum, { mentions }) => sum + Math.max(1, mentions.length), 0));
      expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
      const counts = entries.flatMap((item) => ("head" in item && item.head.entry ? [item.head.count] : []));
      expect(counts).toEqual(counts.slice().sort((a, b) => b - a));
      expect(finish(itemsOf(shelf.rows, "none")).map((item) => ("row" in item ? item.row : undefined))).toEqual(shelf.rows);
    }),
  );
});

test("a range goes from the line that was toggled last to this one, in either direction", () => {
  fc.assert(
    fc.property(anyHighlights.filter((all) => all.length > 3), fc.nat(), fc.nat(), (highlights, a, b) => {
      const shelf = new Shelf();
      shelf.put(highlights);
      const items = finish(itemsOf(shelf.rows, "none"));
      const [from, to] = [a % items.length, b % items.length];
      const range = extend(toggle(NOTHING, items[from]!), items, to);
      expect(range.ids).toEqual(idsOf(items.slice(Math.min(from, to), Math.max(from, to) + 1)));
      expect(toggle(toggle(NOTHING, items[from]!), items[from]!).ids.size).toBe(0);
      const kept = only(range, (id) => id !== shelf.rows[from]!.id);
      expect(kept.ids.size).toBe(range.ids.size - 1);
      expect(only(range, () => true)).toBe(range);
    }),
  );
});
