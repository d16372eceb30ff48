import { expect, test } from "vitest";
import { parseSettings, SETTINGS_KEY } from "../../settings/settings";
import { changeSettings, loadSettings } from "../../settings/storage";
import { memoryArea } from "../../settings/testing";
import { type ChangeSettings, resetOf } from "./reading";
import { removeSite } from "./sites";

/** As a later version may have stored it: some of it means nothing to this one. */
const LATER = {
  mood: 1,
  density: "paragraph",
  offSites: ["c.org", "a.org", { site: "b.org", path: "/news" }],
  perSite: [{ site: "e.org", density: "page" }, { site: "c.org", style: "glow", dwell: 0, colour: { dark: "red" } }, { pattern: "*.d.org" }, null],
};

test("a section that is put back as delivered can be had again, with what was added since", async () => {
  const area = memoryArea({ [SETTINGS_KEY]: { run: "sites", offSites: ["a.org"], perSite: [{ site: "b.org", dwell: 0 }] } });
  const change: ChangeSettings = (to) => changeSettings(area, to);
  const kept = await loadSettings(area);
  expect(resetOf(kept, ["dwell", "modifier"], change).changed).toBe(false);
  const { changed, run } = resetOf(kept, ["run", "offSites", "perSite"], change);
  expect(changed).toBe(true);
  const takeBack = await run();
  expect(await loadSettings(area)).toEqual(parseSettings(undefined));
  await change((before) => ({ offSites: [...before.offSites, "since.org"] }));
  await takeBack();
  expect(await loadSettings(area)).toEqual({ ...kept, offSites: ["a.org", "since.org"] });
});

test("what this version does not understand of a section goes with it, and comes back with it", async () => {
  const area = memoryArea({ [SETTINGS_KEY]: structuredClone(LATER) });
  const takeBack = await resetOf(await loadSettings(area), ["density", "offSites", "perSite"], (to) => changeSettings(area, to)).run();
  expect(area.items[SETTINGS_KEY]).toEqual({ mood: 1, density: "all", offSites: [LATER.offSites[2]], perSite: LATER.perSite.slice(2) });
  await takeBack();
  expect(area.items[SETTINGS_KEY]).toEqual(LATER);
});

test("a site that was taken off the list is back as it was stored, whatever was changed since", async () => {
  const area = memoryArea({ [SETTINGS_KEY]: structuredClone(LATER) });
  const change: ChangeSettings = (to) => changeSettings(area, to);
  const putBack = await removeSite("c.org", change);
  expect(area.items[SETTINGS_KEY]).toEqual({ ...LATER, offSites: LATER.offSites.slice(1), perSite: [LATER.perSite[0], ...LATER.perSite.slice(2)] });
  await change((before) => ({ dwell: 500, perSite: [...before.perSite.map((each) => ({ ...each, dwell: 5 })), { site: "c.org", dwell: 9 }] }));
  await putBack();
  expect(area.items[SETTINGS_KEY]).toEqual({
    ...LATER,
    dwell: 500,
    offSites: ["a.org", "c.org", LATER.offSites[2]],
    perSite: [{ ...LATER.perSite[0], dwell: 5 }, ...LATER.perSite.slice(1)],
  });
});
