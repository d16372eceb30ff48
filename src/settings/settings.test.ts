import fc from "fast-check";
import { expect, test } from "vitest";
import { changeKnown, loadKnown, withKnown } from "./corrections";
import { changeHighlightSettings, loadHighlightSettings, parseHighlightSettings } from "./highlights";
import { loadOffPacks, switchPack } from "./packs";
import { covers, parseSettings, type Settings, withSite } from "./settings";
import { changeSettings, loadSettings } from "./storage";
import { memoryArea } from "./testing";

const defaults = parseSettings(undefined);

test("whatever the storage holds, settings come out", () => {
  fc.assert(
    fc.property(fc.anything(), (stored) => {
      expect(Object.keys(parseSettings(stored)).sort()).toEqual(Object.keys(defaults).sort());
    }),
  );
});

test("one field that is wrong costs that field alone", () => {
  const stored = { on: false, dwell: -3, offSites: ["example.org"], density: "sometimes" };
  expect(parseSettings(stored)).toEqual({ ...defaults, on: false, offSites: ["example.org"] });
});

const site = fc.stringMatching(/^[a-z]{1,5}(\.[a-z]{1,5}){1,2}$/);

test("a site that is put on a list is covered, and after it is taken off it is not", () => {
  fc.assert(
    fc.property(fc.array(site), site, (sites, host) => {
      expect(covers(withSite(sites, host, true), host)).toBe(true);
      const without = withSite(sites, host, false);
      expect(covers(without, host)).toBe(false);
      // Nobody else's site has changed.
      for (const each of sites) if (!covers([each], host)) expect(without).toContain(each);
    }),
  );
});

test("a site covers what is below it, not what merely ends alike", () => {
  expect(covers(["example.org"], "news.example.org")).toBe(true);
  expect(covers(["example.org"], "badexample.org")).toBe(false);
});

test("changing one setting keeps the others as they are stored", async () => {
  const area = memoryArea({ settings: { dwell: 400, offSites: ["a.org"] } });
  await changeSettings(area, () => ({ on: false }));
  const expected: Partial<Settings> = { on: false, dwell: 400, offSites: ["a.org"] };
  expect(await loadSettings(area)).toMatchObject(expected);
});

test("what two change at the same time is changed by both", async () => {
  const area = memoryArea();
  await Promise.all([
    changeSettings(area, ({ offSites }) => ({ offSites: withSite(offSites, "a.org", true) })),
    changeSettings(area, ({ offSites }) => ({ offSites: withSite(offSites, "b.org", true) })),
    changeHighlightSettings(area, { lastColour: "pink" }),
    changeHighlightSettings(area, { keepPrivate: true }),
    changeKnown(area, (before) => withKnown(before, ["p/a"])),
    changeKnown(area, (before) => withKnown(before, ["p/b"])),
    switchPack(area, "p", false),
    switchPack(area, "q", false),
  ]);
  expect((await loadSettings(area)).offSites).toEqual(["a.org", "b.org"]);
  expect(await loadHighlightSettings(area)).toMatchObject({ lastColour: "pink", keepPrivate: true });
  expect(await loadKnown(area)).toEqual(["p/a", "p/b"]);
  expect(await loadOffPacks(area)).toEqual(["p", "q"]);
});

/** As a later version may have written it, or a hand: some of it means nothing to this one. */
const LATER = {
  density: "paragraph",
  mood: { deep: [1] },
  dwell: 400,
  hiddenKinds: ["place", "ship"],
  offSites: ["a.org", { site: "b.org", path: "/news" }],
  perSite: [{ site: "c.org", style: "glow", dwell: 0, colour: "red" }, { pattern: "*.d.org" }, { site: "e.org", density: "page" }],
};

test("of what a later version has stored, everything that is understood holds", () => {
  expect(parseSettings(LATER)).toEqual({ ...defaults, dwell: 400, hiddenKinds: ["place"], offSites: ["a.org"], perSite: [{ site: "c.org", dwell: 0 }, { site: "e.org", density: "page" }] });
});

test("what is not understood stays as it is stored, whatever else is changed", async () => {
  const area = memoryArea({ settings: LATER, highlightSettings: { lastColour: "silver", colourNames: { pink: "Doubt", silver: "Old" }, shelf: 1 }, offPacks: ["p", 7], knownEntries: ["p/a", { ref: "p/b" }] });
  await changeSettings(area, ({ hiddenKinds, offSites, perSite }) => ({
    modifier: "alt",
    hiddenKinds: [...hiddenKinds.filter((kind) => kind !== "place"), "person"],
    offSites: withSite(offSites, "f.org", true),
    // One site differs in more, in less another, and one is new.
    perSite: [...perSite.map(({ site, ...own }) => (site === "c.org" ? { site, density: "page" as const } : { site, ...own, style: "line" as const })), { site: "g.org" }],
  }));
  expect(area.items["settings"]).toEqual({
    ...LATER,
    modifier: "alt",
    hiddenKinds: ["person", "ship"],
    offSites: ["a.org", "f.org", LATER.offSites[1]],
    perSite: [{ site: "c.org", density: "page", style: "glow", colour: "red" }, { site: "e.org", density: "page", style: "line" }, { site: "g.org" }, LATER.perSite[1]],
  });
  await changeHighlightSettings(area, { keepPrivate: true, colourNames: { green: "Sure" } });
  expect(area.items["highlightSettings"]).toEqual({ lastColour: "silver", colourNames: { green: "Sure", silver: "Old" }, shelf: 1, keepPrivate: true });
  await switchPack(area, "q", false);
  expect(area.items["offPacks"]).toEqual(["p", "q", 7]);
  await changeKnown(area, (before) => withKnown(before, ["p/c"]));
  expect(area.items["knownEntries"]).toEqual(["p/a", "p/c", { ref: "p/b" }]);
});

test("one name of a colour that is not understood costs that name alone, and stays as it is stored", async () => {
  const area = memoryArea({ highlightSettings: { colourNames: { pink: { text: "Doubt" }, green: "Sure" } } });
  const { colourNames } = await loadHighlightSettings(area);
  expect(colourNames).toEqual({ green: "Sure" });
  expect((await changeHighlightSettings(area, { colourNames: { ...colourNames, yellow: "Check" } })).colourNames).toEqual({ green: "Sure", yellow: "Check" });
  expect(area.items["highlightSettings"]).toEqual({ colourNames: { pink: { text: "Doubt" }, green: "Sure", yellow: "Check" } });
});

test("whatever the storage holds of highlights, settings come out, and names of colours are texts", () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.record({ colourNames: fc.anything() }), fc.record({ colourNames: fc.dictionary(fc.constantFrom("pink", "green", "x"), fc.jsonValue()) })), (stored) => {
      const read = parseHighlightSettings(stored);
      expect(Object.keys(read).sort()).toEqual(Object.keys(parseHighlightSettings(undefined)).sort());
      expect(Object.values(read.colourNames).every((name) => typeof name === "string")).toBe(true);
    }),
  );
});

test("whatever is stored, a change is kept, and one of nothing leaves all as it was", async () => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom(...Object.keys(defaults), "mood"), fc.oneof(fc.jsonValue(), fc.constant(LATER.perSite))), fc.constantFrom(...Object.keys(defaults) as (keyof Settings)[]), async (stored, field) => {
      const area = memoryArea({ settings: stored });
      await changeSettings(area, () => ({}));
      expect(area.items["settings"]).toEqual(stored);
      const other = { ...defaults, perSite: [{ site: "z.org", dwell: 5 }], dwell: 5, style: "line" as const };
      await changeSettings(area, () => ({ [field]: other[field] }));
      expect((await loadSettings(area))[field]).toEqual(other[field]);
    }),
  );
});
