import fc from "fast-check";
import { expect, test } from "vitest";
import { covers, parseSettings, type Settings, withSite } from "./settings";
import { type Area, changeSettings, loadSettings } from "./storage";

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
  const stored: Record<string, unknown> = { settings: { dwell: 400, offSites: ["a.org"] } };
  const area: Area = {
    get: (key) => Promise.resolve({ [key]: stored[key] }),
    set: (items) => Promise.resolve(void Object.assign(stored, items)),
  };
  await changeSettings(area, () => ({ on: false }));
  const expected: Partial<Settings> = { on: false, dwell: 400, offSites: ["a.org"] };
  expect(await loadSettings(area)).toMatchObject(expected);
});
