/** Where there is no room left, nothing is half written, and the reader is told. */
import { expect, test } from "vitest";
import { highlightOf } from "../../src/highlights/testing";
import type { Counted, Kept } from "../../src/messages/about-highlights";
import type { Highlight } from "../../src/messages/highlight";
import { accessibilityViolations, launchAltered, until } from "./harness";

/** What Firefox gives all sites together, in kB; a single one gets a part of it. */
const FIREFOX_LIMIT = { "dom.quotaManager.temporaryStorage.fixedLimit": 50_000 };
/** What Chromium gives the extension, in bytes. */
const CHROMIUM_LIMIT = 4_000_000;

// With unlimitedStorage, only a disk that is really full would refuse.
const { driven } = await launchAltered((before) => before.filter((permission) => permission !== "unlimitedStorage"), FIREFOX_LIMIT);

test("where the storage is full, that is said, and what was there stays", async () => {
  const page = await driven.extensionPage("welcome.html");
  const ask = async <Answer>(name: string, request: object): Promise<Answer> => {
    const envelope = JSON.stringify({ backstory: name, request });
    return ((await page.evaluate(`(globalThis.browser ?? chrome).runtime.sendMessage(${envelope})`)) as { answer: Answer }).answer;
  };
  const row = highlightOf({ id: "a" });
  const all = async () => (await ask<Highlight[]>("page:highlights-of", { keys: row.page.keys })).map(({ id }) => id);
  const save = (highlight: Highlight) => ask<Kept>("page:save-highlight", { highlight });
  expect(await save(row)).toMatchObject({ highlight: { id: "a" } });

  if (driven.family === "chromium") {
    const session = await page.createCDPSession();
    const origin = driven.base.replace(/\/$/, "");
    await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: CHROMIUM_LIMIT });
    // It takes effect a while after it was answered.
    await until(async () => (await session.send("Storage.getUsageAndQuota", { origin })).overrideActive, "the browser gives no more room");
  }
  // Of different words, or the database would keep them packed.
  let word = 0;
  const long = () => Array.from({ length: 100_000 }, () => (word = (Math.imul(word, 1_664_525) + 1_013_904_223) >>> 0).toString(36)).join(" ");
  let refused: Counted | undefined;
  const kept: string[] = ["a"];
  for (let part = 0; part < 100 && !refused; part++) {
    const rows = Array.from({ length: 4 }, (_, at) => highlightOf({ id: `long-${part}-${at}`, text: long(), page: { ...row.page, keys: [] } }));
    const answer = await ask<Counted>("view:put-highlights", { rows });
    if (answer.refused) refused = answer;
    else kept.push(...rows.map(({ id }) => id));
  }
  // Where Firefox cannot write a long value into a file of its own, it does not say that there is no room.
  const why = driven.family === "chromium" ? { refused: "full", why: expect.stringMatching(/quota/i) as string } : { refused: expect.stringMatching(/^(?:full|storage)$/) as string };
  expect(refused).toMatchObject({ count: 0, ...why });
  expect(await save(highlightOf({ id: "b", text: Array.from({ length: 6 }, long).join(" ") }))).toMatchObject({ refused: why.refused });
  expect(await all()).toEqual(["a"]);
  const ids = await page.evaluate(`new Promise((resolve) => {
    indexedDB.open("backstory").onsuccess = ({ target }) => {
      target.result.transaction("highlights").objectStore("highlights").getAllKeys().onsuccess = (keys) => resolve(keys.target.result);
    };
  })`);
  expect(ids).toEqual(kept.toSorted());
}, 120_000);

test("a setting that the storage does not take is said, and the control shows what is kept", async () => {
  const page = await driven.extensionPage("options.html");
  await page.waitForSelector("#sites .add-site");
  // Of a later version, and long: in Firefox a few bytes more always find room, but not a few megabytes.
  await page.evaluate(`(async () => {
    const { local } = (globalThis.browser ?? chrome).storage;
    const random = (size) => {
      const parts = [];
      for (let left = size; left > 0; left -= 30_000) parts.push(String.fromCharCode(...Array.from(crypto.getRandomValues(new Uint16Array(Math.min(left, 30_000))), (each) => 0x4e00 + (each & 4095))));
      return parts.join("");
    };
    await local.set({ settings: { later: random(700_000), perSite: [{ site: "example.org", dwell: 0 }] } });
    // Fills what room there is, with ever smaller pieces.
    for (let size = 800_000, piece = 0; size > 0; ) await local.set({ ["fill-" + piece]: random(size) }).then(() => piece++, () => (size = Math.floor(size / 8)));
  })()`);
  await page.waitForSelector("#sites details");
  await page.click("#sites summary");
  await page.waitForSelector("#sites select");
  const kept = await page.evaluate(`(globalThis.browser ?? chrome).storage.local.get("settings")`);
  const refused = () => page.$eval(".refused", (said) => (said as HTMLElement).innerText);
  const control = (selector: string) => page.$eval(selector, (each) => (each instanceof HTMLInputElement ? each.checked : (each as HTMLSelectElement).selectedIndex));

  for (const selector of ["#marks input[value=tint]", "#sites select"]) {
    const before = await control(selector);
    await page.evaluate((chosen) => {
      const each = document.querySelector<HTMLInputElement | HTMLSelectElement>(chosen)!;
      if (each instanceof HTMLInputElement) return each.click();
      each.selectedIndex = 3;
      each.dispatchEvent(new Event("change", { bubbles: true }));
    }, selector);
    await until(async () => (await refused()).startsWith("That could not be kept"), "it is said");
    await until(async () => (await control(selector)) === before, "the control is as it was");
    expect(await accessibilityViolations(page)).toEqual([]);
  }
  expect(await page.evaluate(`(globalThis.browser ?? chrome).storage.local.get("settings")`)).toEqual(kept);

  await page.evaluate(`(globalThis.browser ?? chrome).storage.local.get().then((all) => (globalThis.browser ?? chrome).storage.local.remove(Object.keys(all).filter((key) => key.startsWith("fill-"))))`);
  await page.click("#marks input[value=tint]");
  await until(async () => (await refused()) === "" && (await control("#marks input[value=tint]")) === true, "it is kept, once there is room");
}, 120_000);
