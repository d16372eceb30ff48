import fc from "fast-check";
import { expect, test } from "vitest";
import { loadKnown, setKnown } from "./corrections";
import { changeHighlightSettings, loadHighlightSettings } from "./highlights";
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
    setKnown(area, "p/a", true),
    setKnown(area, "p/b", true),
    switchPack(area, "p", false),
    switchPack(area, "q", false),
  ]);
  expect((await loadSettings(area)).offSites).toEqual(["a.org", "b.org"]);
  expect(await loadHighlightSettings(area)).toMatchObject({ lastColour: "pink", keepPrivate: true });
  expect(await loadKnown(area)).toEqual(["p/a", "p/b"]);
  expect(await loadOffPacks(area)).toEqual(["p", "q"]);
});
