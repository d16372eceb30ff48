import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COLOURS } from "../messages/highlight";
import { KINDS } from "../packs/model";
import { refsOf, withKnown, WRONGS } from "./corrections";
import { changePortable, giveBack, loadPortable, type Portable, portableText, readPortable, takeOver } from "./portable";
import { DENSITIES, MARK_STYLES, MODIFIERS, RUNS, TEXT_SIZES } from "./settings";
import { memoryArea } from "./testing";

const text = fc.oneof(fc.string({ unit: "grapheme", maxLength: 12 }), fc.constantFrom("__proto__", "constructor", "彭德怀", "example.org", ""));
const texts = fc.uniqueArray(text, { maxLength: 4 });
const comfort = {
  hiddenKinds: fc.subarray([...KINDS]),
  density: fc.constantFrom(...DENSITIES),
  style: fc.constantFrom(...MARK_STYLES),
  dwell: fc.nat(),
  modifier: fc.constantFrom(...MODIFIERS),
};
const anyPortable: fc.Arbitrary<Portable> = fc.record({
  settings: fc.record({
    on: fc.boolean(),
    run: fc.constantFrom(...RUNS),
    sites: texts,
    offSites: texts,
    textSize: fc.constantFrom(...TEXT_SIZES),
    ...comfort,
    perSite: fc.array(fc.record({ site: text, ...comfort }, { requiredKeys: ["site"], noNullPrototype: true }), { maxLength: 3 }),
  }),
  highlightSettings: fc.record({
    keepPrivate: fc.boolean(),
    colourNames: fc.record(Object.fromEntries(COLOURS.map((colour) => [colour, text])), { requiredKeys: [], noNullPrototype: true }),
    lastColour: fc.constantFrom(...COLOURS),
    remindAfterDays: fc.nat(),
  }),
  offPacks: texts,
  known: texts,
  corrections: fc.uniqueArray(
    fc.record({ id: text, text, wrong: fc.constantFrom(...WRONGS), ref: text, to: text, article: text, made: text }, { noNullPrototype: true }),
    { selector: ({ id }) => id, maxLength: 3 },
  ),
});

/** A file of settings, read, with what its JSON is changed to before. */
const reread = (portable: Portable, change: (file: Record<string, Record<string, unknown>>) => void = () => undefined) => {
  const file = JSON.parse(portableText(portable));
  change(file);
  return readPortable(file);
};

test("export, import: the same settings, on a machine where everything is as we deliver it", async () => {
  await fc.assert(
    fc.asyncProperty(anyPortable, async (portable) => {
      const [here, there] = [memoryArea(), memoryArea()];
      await changePortable(here, () => portable);
      const read = readPortable(JSON.parse(portableText(await loadPortable(here))));
      expect(read).toMatchObject({ state: "read", lost: [] });
      if (read.state !== "read") return;
      await changePortable(there, (before) => takeOver(before, read.chosen));
      expect(await loadPortable(there)).toEqual(portable);
    }),
  );
});

test("what a file does not say stays as it is, and no name or correction of the reader's is lost", () => {
  fc.assert(
    fc.property(anyPortable, anyPortable, (before, other) => {
      expect(takeOver(before, {})).toEqual(before);
      const after = takeOver(before, other);
      expect(after.known).toEqual(expect.arrayContaining([...before.known, ...other.known]));
      expect(after.corrections.map(({ id }) => id)).toEqual(expect.arrayContaining([...before.corrections, ...other.corrections].map(({ id }) => id)));
      expect(takeOver(after, other)).toEqual(after);
    }),
  );
});

test("a file that was taken over can be given back, and nothing that the reader did since goes with it", async () => {
  await fc.assert(
    fc.asyncProperty(anyPortable, anyPortable, anyPortable, async (first, file, since) => {
      const area = memoryArea();
      await changePortable(area, () => first);
      const { before, after } = await changePortable(area, (now) => takeOver(now, file));
      expect(giveBack(await loadPortable(area), before, after)).toEqual(first);
      // Meanwhile another style, another name that is known, another correction.
      const correction = { id: "since", text: "Kim", wrong: "never" as const, ref: "a/b", to: "", article: "", made: "2026-11-22" };
      await changePortable(area, (now) => ({ ...now, settings: { ...now.settings, style: since.settings.style }, known: [...now.known, "a/since"], corrections: [...now.corrections, correction] }));
      await changePortable(area, (now) => giveBack(now, before, after));
      const style = since.settings.style === after.settings.style ? first.settings.style : since.settings.style;
      expect(await loadPortable(area)).toEqual({ ...first, settings: { ...first.settings, style }, known: [...first.known, "a/since"], corrections: [...first.corrections, correction] });
    }),
  );
});

test("what this version does not understand of what is stored outlives a file, and its being taken back", async () => {
  const later = { settings: { dwell: 400, mood: 1, density: "paragraph", perSite: [{ site: "c.org", style: "glow" }, { pattern: "*.d.org" }] }, corrections: [{ id: "1", wrong: "half" }], highlightSettings: { shelf: 1, dailyBackup: true } };
  const area = memoryArea(structuredClone(later));
  const { before, after } = await changePortable(area, (now) => takeOver(now, { settings: { dwell: 600, perSite: [{ site: "c.org", dwell: 0 }] }, known: ["a/b"] }));
  expect(area.items).toMatchObject({ ...later, settings: { dwell: 600, mood: 1, density: "paragraph", perSite: [{ site: "c.org", style: "glow", dwell: 0 }, { pattern: "*.d.org" }] } });
  await changePortable(area, (now) => giveBack(now, before, after));
  expect(area.items).toMatchObject(later);
});

/** Whether no field is called as something that every object has ("toString"): a file does not bring those (`bounded`). */
function isOfOwnNames(value: unknown): boolean {
  return typeof value !== "object" || value === null || Object.entries(value).every(([key, each]) => !(key in {}) && isOfOwnNames(each));
}

/** As a later version may have stored it, or a hand: some of it means nothing to this one. */
const json = fc.oneof(fc.jsonValue({ maxDepth: 2 }).filter(isOfOwnNames), fc.constant({ deep: [1, { value: null }] }));
const unknown = fc.dictionary(fc.constantFrom("mood", "shelf", "rows", "fields", "value", "items"), json, { noNullPrototype: true, maxKeys: 3 });
const withUnknown = <T>(known: fc.Arbitrary<T>): fc.Arbitrary<Record<string, unknown>> => fc.tuple(known, unknown).map(([fits, more]) => ({ ...more, ...fits }));
const anyLater = fc.record(
  {
    settings: withUnknown(
      fc.record(
        {
          density: fc.constantFrom("page", "paragraph", 7, "all"),
          dwell: fc.constantFrom(100, -1),
          offSites: fc.oneof(fc.uniqueArray(fc.oneof(text, unknown), { selector: (each) => JSON.stringify(each) }), fc.constant({ none: true })),
          perSite: fc.uniqueArray(fc.oneof(withUnknown(fc.record({ site: text, style: fc.constantFrom("line", "glow"), hiddenKinds: fc.constant(["place", "ship"]) }, { requiredKeys: ["site"] })), fc.record({ pattern: text })), {
            selector: (row) => JSON.stringify("site" in row ? row.site : row),
            maxLength: 4,
          }),
        },
        { requiredKeys: [], noNullPrototype: true },
      ),
    ),
    highlightSettings: withUnknown(fc.record({ lastColour: fc.constantFrom("pink", "silver"), colourNames: fc.constantFrom({ pink: "Doubt", green: 7, silver: "Old" }, "none"), keepPrivate: fc.boolean() }, { requiredKeys: [], noNullPrototype: true })),
    offPacks: fc.constantFrom(["a"], ["a", 7], [{ pack: "b" }]),
    knownEntries: fc.constantFrom(["a/x"], ["a/x", { ref: "b/y" }]),
    corrections: fc.constantFrom([], [{ id: "1", wrong: "half" }], [{ id: "2", text: "Kim", wrong: "never", ref: "a/x", to: "", article: "", made: "2026", note: { long: true } }]),
  },
  { requiredKeys: [], noNullPrototype: true },
);

test("a file carries what this version does not understand to another machine, and there it is kept in its place", async () => {
  await fc.assert(
    fc.asyncProperty(anyLater, async (stored) => {
      const [here, there] = [memoryArea(structuredClone(stored)), memoryArea()];
      const file = portableText(await loadPortable(here));
      const read = readPortable(JSON.parse(file));
      if (read.state !== "read") throw new Error(read.state);
      await changePortable(there, (now) => takeOver(now, read.chosen));
      expect(JSON.parse(portableText(await loadPortable(there)))).toEqual(JSON.parse(file));
      // What this version reads is the same too.
      expect({ ...(await loadPortable(there)), foreign: undefined }).toEqual({ ...(await loadPortable(here)), foreign: undefined });
    }),
  );
});

test("a file of what nobody understands can be given back, and all is as it was stored", async () => {
  await fc.assert(
    fc.asyncProperty(anyLater, anyLater, async (stored, other) => {
      const area = memoryArea(structuredClone(stored));
      // As it is once this version has stored it: values that do not fit are at the end of their lists.
      await changePortable(area, (now) => now);
      const was = structuredClone(area.items);
      const read = readPortable(JSON.parse(portableText(await loadPortable(memoryArea(structuredClone(other))))));
      if (read.state !== "read") throw new Error(read.state);
      const { before, after } = await changePortable(area, (now) => takeOver(now, read.chosen));
      await changePortable(area, (now) => giveBack(now, before, after));
      expect(JSON.parse(portableText(await loadPortable(area)))).toEqual(JSON.parse(portableText(await loadPortable(memoryArea(was)))));
    }),
  );
});

test("what nobody understands is there once, however often it is taken over and in whatever order its fields come, and is taken back", async () => {
  const [odd, area] = [{ z: 1, a: { y: 2, b: 3 } }, memoryArea()];
  const file = { version: 1, settings: { mood: odd, offSites: [odd] }, offPacks: [odd] };
  const takings = [];
  for (let times = 0; times < 3; times++) {
    const read = readPortable(structuredClone(file));
    if (read.state !== "read") throw new Error(read.state);
    takings.push(await changePortable(area, (now) => takeOver(now, read.chosen)));
    expect(area.items).toMatchObject({ settings: { mood: odd, offSites: [odd] }, offPacks: [odd] });
  }
  for (const { before, after } of takings.reverse()) await changePortable(area, (now) => giveBack(now, before, after));
  expect((await loadPortable(area)).foreign).toBeUndefined();
  expect(JSON.stringify(area.items)).not.toContain("z");
});

test("what is stored in a shape of another version stays as it is where a file says nothing of it, and comes back where one did", async () => {
  const later = { knownEntries: { version: 2, refs: ["a/x"] }, offPacks: { off: ["a"] }, corrections: { v: 2 } };
  const area = memoryArea(structuredClone(later));
  await changePortable(area, (now) => takeOver(now, { settings: { dwell: 300 } }));
  expect(area.items).toEqual({ ...later, settings: { dwell: 300 } });
  const { before, after } = await changePortable(area, (now) => takeOver(now, { known: ["b/y"], offPacks: ["b"] }));
  expect(area.items).toEqual({ knownEntries: ["b/y"], offPacks: ["b"], corrections: { v: 2 }, settings: { dwell: 300 } });
  await changePortable(area, (now) => giveBack(now, before, after));
  expect(area.items).toEqual({ ...later, settings: { dwell: 300 } });
});

test("a file brings it to where nothing is stored in its place, and where something is, that stays, though it is as we deliver it", async () => {
  const read = readPortable({ version: 1, settings: { density: "paragraph", offSites: { none: true } }, offPacks: { off: ["a"] }, known: { version: 2 } });
  if (read.state !== "read") throw new Error(read.state);
  const empty = memoryArea();
  const first = await changePortable(empty, (now) => takeOver(now, read.chosen));
  expect(empty.items).toEqual({ settings: { density: "paragraph", offSites: { none: true } }, offPacks: { off: ["a"] }, knownEntries: { version: 2 } });
  await changePortable(empty, (now) => giveBack(now, first.before, first.after));
  expect((await loadPortable(empty)).foreign).toBeUndefined();
  const stored = { settings: { density: "all", offSites: [] }, offPacks: [], knownEntries: [] };
  const area = memoryArea(structuredClone(stored));
  const { before, after } = await changePortable(area, (now) => takeOver(now, read.chosen));
  expect(area.items).toEqual(stored);
  expect(after.foreign).toBeUndefined();
  await changePortable(area, (now) => giveBack(now, before, after));
  expect(area.items).toEqual(stored);
});

test("of two rows of one site, each keeps what is not understood of it", async () => {
  const perSite = [{ site: "a.org", dwell: 1 }, { site: "a.org", mood: 1 }, { site: "b.org", mood: 2 }, { site: "a.org", mood: 3 }];
  const area = memoryArea({ settings: { perSite: structuredClone(perSite) } });
  await changePortable(area, (now) => takeOver(now, { settings: { dwell: 300 } }));
  expect(area.items).toEqual({ settings: { perSite, dwell: 300 } });
});

test("what has another shape in a file takes nothing from what is stored in its place", async () => {
  const stored = { settings: { mood: 1, perSite: [{ site: "a.org", mood: 1 }], offSites: [{ pattern: "*" }] }, offPacks: [7] };
  const area = memoryArea(structuredClone(stored));
  for (const file of [{ settings: { perSite: { x: 1 }, offSites: "none" }, offPacks: { off: [] } }, { settings: [1] }]) {
    const read = readPortable({ version: 1, ...file });
    if (read.state !== "read") throw new Error(read.state);
    await changePortable(area, (now) => takeOver(now, read.chosen));
    expect(area.items).toEqual(stored);
  }
});

test("what is not understood never takes the place of what the reader has chosen, nor of what stays on its machine", async () => {
  const area = memoryArea({ settings: { density: "page", mood: 1 }, highlightSettings: { dailyBackup: true, lastExport: "2026-11-01", lastColour: "pink" } });
  const file = { version: 1, settings: { density: "paragraph", mood: 2 }, highlightSettings: { dailyBackup: "often", lastExport: 7, lastColour: "silver", shelf: 1 }, another: { part: 1 } };
  const read = readPortable(file);
  if (read.state !== "read") throw new Error(read.state);
  expect(read.lost).toEqual(["another", "settings.mood", "settings.density", "highlightSettings.dailyBackup", "highlightSettings.lastExport", "highlightSettings.shelf", "highlightSettings.lastColour"]);
  await changePortable(area, (now) => takeOver(now, read.chosen));
  expect(area.items).toMatchObject({ settings: { density: "page", mood: 2 }, highlightSettings: { dailyBackup: true, lastExport: "2026-11-01", lastColour: "pink", shelf: 1 } });
  expect(area.items["highlightSettings"]).not.toHaveProperty("another");
});

test("of what nobody understands, a file brings plain values of a bounded size, and the rest of it is taken over", async () => {
  const deep = JSON.parse(`${"[".repeat(20)}${"]".repeat(20)}`) as unknown;
  const settings = JSON.parse(`{"dwell":300,"mood":1,"__proto__":{"on":false},"constructor":1,"below":{"__proto__":1}}`) as Record<string, unknown>;
  const many = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`field${at}`, "x".repeat(1_000)]));
  const read = readPortable({ version: 1, settings: { ...many, long: "x".repeat(5_000), deep, ...settings } });
  if (read.state !== "read") throw new Error(read.state);
  const area = memoryArea();
  await changePortable(area, (now) => takeOver(now, read.chosen));
  const { dwell, ...kept } = area.items["settings"] as Record<string, unknown>;
  expect(dwell).toBe(300);
  expect(Object.keys(kept).filter((key) => !key.startsWith("field"))).toEqual([]);
  expect(JSON.stringify(kept).length).toBeLessThan(60_000);
  const small = readPortable({ version: 1, settings: { long: "x".repeat(5_000), deep, ...settings } });
  expect(small.state === "read" && small.chosen.foreign).toEqual({ fields: { settings: { fields: { mood: { value: 1 } } } } });
});

test("who was known by a file is not, once it is taken back, though twins of theirs were found since", () => {
  const [own] = fc.sample(anyPortable, 1) as [Portable];
  const before = { ...own, known: ["a/x"] };
  const after = takeOver(before, { known: ["b/x", "b/y"] });
  expect(giveBack({ ...after, known: ["a/x\nb/x", "a/y\nb/y"] }, before, after).known).toEqual(["a/x\nb/x"]);
});

test("who the reader knew is known once a file is taken back, though it had them with twins", () => {
  const [own] = fc.sample(anyPortable, 1) as [Portable];
  const undone = (known: string[], file: string[], now?: string[]) => {
    const before = { ...own, known };
    const after = takeOver(before, { known: file });
    return giveBack({ ...after, known: now ?? after.known }, before, after).known;
  };
  expect(undone(["b/x"], ["a/x\nb/x"])).toEqual(["b/x"]);
  expect(undone(["a/z", "b/x", "b/y"], ["a/y", "a/x\nb/x"], ["a/z", "b/x\na/x", "a/y\nb/y"])).toEqual(["a/z", "b/x", "a/y\nb/y"]);
  // The file takes two for one.
  expect(undone(["a/x", "b/x"], ["a/x\nb/x"])).toEqual(["a/x", "b/x"]);
  // The reader has forgotten them since.
  expect(undone(["b/x", "b/y"], ["a/x\nb/x"], ["b/y"])).toEqual(["b/y"]);
});

test("nobody is known twice by a file, and nobody is lost with it, whoever is whose twin", () => {
  const ref = fc.tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom("x", "y", "z")).map((parts) => parts.join("/"));
  // Each ref stands in one row, as the background keeps them.
  const rows = fc.array(fc.uniqueArray(ref, { minLength: 1, maxLength: 3 }), { maxLength: 4 }).map((all) => withKnown([], all.map((refs) => refs.join("\n"))));
  const [own] = fc.sample(anyPortable, 1) as [Portable];
  fc.assert(
    fc.property(rows, rows, (known, file) => {
      const before = { ...own, known };
      const after = takeOver(before, { known: file });
      expect(refsOf(after.known).sort()).toEqual([...new Set(refsOf([...known, ...file]))].sort());
      for (const row of [...known, ...file]) expect(after.known.some((each) => refsOf([row]).every((one) => refsOf([each]).includes(one)))).toBe(true);
      expect(takeOver(after, { known: file })).toEqual(after);
      expect(giveBack(after, before, after)).toEqual(before);
    }),
  );
});

describe("what is not understood is said, and the rest is kept", () => {
  const [portable] = fc.sample(anyPortable.filter(({ known, corrections, settings }) => known.length > 1 && corrections.length > 1 && settings.perSite.length > 0), 1) as [Portable];
  const all = reread(portable);

  test.each<[string, (file: Record<string, Record<string, unknown>>) => void, string[]]>([
    ["a wrong value", ({ settings }) => void (settings!["density"] = "sometimes"), ["settings.density"]],
    ["a field of a later Backstory", ({ settings }) => void (settings!["mood"] = 1), ["settings.mood"]],
    ["a name that every object has", ({ settings }) => void Object.defineProperty(settings, "__proto__", { value: 1, enumerable: true }), ["settings.__proto__"]],
    ["a list that is none", (file) => void (file["offPacks"] = { 0: "a" }), ["offPacks"]],
    ["one of a list", ({ known }) => void (known![1] = 7), ["known.1"]],
    ["one field of one of a list", ({ corrections }) => void delete (corrections as unknown as Record<string, unknown>[])[0]!["wrong"], ["corrections.0.wrong"]],
    ["an optional field below", ({ settings }) => void ((settings!["perSite"] as Record<string, unknown>[])[0]!["dwell"] = -1), ["settings.perSite.0.dwell"]],
    ["a part that is missing", (file) => void delete file["known"], []],
  ])("%s", (_, change, lost) => {
    const read = reread(portable, change);
    expect(read).toMatchObject({ state: "read", lost });
    if (read.state !== "read" || all.state !== "read") return;
    // Only the part that was changed is another.
    const changed = (lost[0] ?? "known").split(".")[0]!;
    const { foreign: _foreign, ...understood } = read.chosen;
    expect({ ...understood, [changed]: undefined }).toEqual({ ...all.chosen, [changed]: undefined });
    expect(JSON.stringify(understood).length).toBeLessThanOrEqual(JSON.stringify(all.chosen).length);
  });

  test("whatever a file holds, reading ends, and what it gives can be taken over and written", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom("settings", "highlightSettings", "offPacks", "known", "corrections", "x"), fc.jsonValue()), (parts) => {
        const read = readPortable({ version: 1, ...parts });
        if (read.state !== "read") throw new Error(read.state);
        const again = reread(takeOver(portable, read.chosen));
        if (again.state !== "read") throw new Error(again.state);
        // Nothing is not understood that was not so before; rows may have other numbers.
        expect(again.lost.length).toBeLessThanOrEqual(read.lost.length);
      }),
    );
  });

  test.each<[unknown, string]>([
    [null, "foreign"],
    [[], "foreign"],
    ["backstory-settings", "foreign"],
    [{}, "foreign"],
    [{ format: "backstory-highlights", version: 1 }, "foreign"],
    [{ format: "backstory-settings", version: 2 }, "newer"],
    [{ format: "backstory-settings", version: 1 }, "read"],
  ])("%j is %s", (value, state) => {
    expect(readPortable(value).state).toBe(state);
  });
});
