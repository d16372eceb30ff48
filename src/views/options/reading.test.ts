import { expect, test } from "vitest";
import { parseSettings, type Settings } from "../../settings/settings";
import { type ChangeSettings, resetOf } from "./reading";

test("a section that is put back as delivered can be had again, with what was added since", async () => {
  let kept: Settings = { ...parseSettings({}), run: "sites", offSites: ["bank.example"], perSite: [{ site: "example.org", style: "none" }] };
  const was = kept;
  const change: ChangeSettings = async (to) => (kept = { ...kept, ...to(kept) });
  expect(resetOf(kept, ["dwell", "modifier"], change).changed).toBe(false);

  const { changed, run } = resetOf(kept, ["run", "offSites", "perSite"], change);
  expect(changed).toBe(true);
  const undo = await run();
  expect(kept).toEqual(parseSettings({}));
  await undo();
  expect(kept).toEqual(was);

  const again = await resetOf(kept, ["run", "offSites", "perSite"], change).run();
  await change(({ offSites }) => ({ offSites: [...offSites, "clinic.example"] }));
  await again();
  expect(kept).toEqual({ ...was, offSites: ["bank.example", "clinic.example"] });
});
