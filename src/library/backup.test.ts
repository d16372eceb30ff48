import { expect, test } from "vitest";
import { loadBackupState } from "../settings/backup";
import { changeHighlightSettings, changeNotice } from "../settings/highlights";
import { memoryArea } from "../settings/testing";
import { dailyBackup } from "./backup";

/** A reader whose clock, storage and disk are at hand. */
async function reader() {
  const area = memoryArea();
  const world = { time: new Date(2026, 10, 22, 9), allowed: true, full: false, files: [] as string[] };
  const backUp = dailyBackup({
    area,
    now: () => world.time,
    isAllowed: async () => world.allowed,
    write: async (file) => {
      if (world.full) throw new Error("FILE_NO_SPACE");
      world.files.push(file);
      return 7;
    },
  });
  let changes = 0;
  const change = () => area.set(changeNotice(++changes, ["a"]));
  await changeHighlightSettings(area, { dailyBackup: true });
  await change();
  return { world, area, backUp, change };
}

test("a file a day, on days on which something has changed", async () => {
  const { world, area, backUp, change } = await reader();
  await backUp();
  await change();
  await backUp();
  expect(world.files).toEqual(["Backstory/backstory-2026-11-22.json"]);
  expect(await loadBackupState(area)).toMatchObject({ file: world.files[0], count: 7, error: "" });
  world.time = new Date(2026, 10, 23, 0, 30);
  await backUp();
  world.time = new Date(2026, 10, 24, 9);
  await backUp();
  expect(world.files).toEqual(["Backstory/backstory-2026-11-22.json", "Backstory/backstory-2026-11-23.json"]);
});

test("none where the reader wants none", async () => {
  const { world, area, backUp } = await reader();
  await changeHighlightSettings(area, { dailyBackup: false });
  await backUp();
  expect(world.files).toEqual([]);
});

test("a failure is remembered and tried again, and the last good backup is not forgotten", async () => {
  const { world, area, backUp, change } = await reader();
  await backUp();
  await change();
  world.time = new Date(2026, 10, 23, 9);
  world.full = true;
  await backUp();
  expect(await loadBackupState(area)).toMatchObject({ file: "Backstory/backstory-2026-11-22.json", error: "FILE_NO_SPACE" });
  world.full = false;
  world.allowed = false;
  await backUp();
  expect((await loadBackupState(area)).error).toContain("permission");
  world.allowed = true;
  await backUp();
  expect(await loadBackupState(area)).toMatchObject({ file: "Backstory/backstory-2026-11-23.json", error: "" });
});

test("two calls at once write one file", async () => {
  const { world, backUp } = await reader();
  await Promise.all([backUp(), backUp()]);
  expect(world.files).toHaveLength(1);
});
