import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { compileFiles } from "../../scripts/lib/pack-folder";
import { accessibilityViolations, addPack, changeSettings, choosePack, launch, mentions, until, waitForPaint } from "./harness";

const backstory = await launch();
const scratch = mkdtempSync(join(tmpdir(), "backstory-test-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function file(name: string, bytes: Uint8Array): string {
  const path = join(scratch, name);
  writeFileSync(path, bytes);
  return path;
}

function tinyPack(): Uint8Array {
  const { bytes } = compileFiles([
    { path: "pack.yaml", text: "id: tiny\ntitle: A tiny pack\nversion: 1.0.0\nlanguages: [en]\nlicence: CC0-1.0\nauthors: [A test]\n" },
    { path: "entries/zorblatt.md", text: "---\nkind: person\nnames: [Ermengarde Zorblatt]\n---\n" },
  ]);
  return bytes!;
}

const SENTENCE = "Ermengarde Zorblatt met Anastas Mikoyan, and both were silent about it for many years afterwards. ";
const PAGE = `<!doctype html><html lang="en"><meta property="og:type" content="article"><h1>A meeting</h1>${`<p>${SENTENCE.repeat(4)}</p>`.repeat(3)}`;

test("a pack from a file is kept, named, used on the next page, and can be removed", async () => {
  await addPack(backstory, file("tiny.pack", tinyPack()));
  let page = await backstory.openPage(PAGE);
  expect((await waitForPaint(page)).map((name) => name.text)).toContain("Ermengarde Zorblatt");

  // It outlives the background.
  await backstory.stopBackground();
  page = await backstory.openPage(PAGE);
  expect((await waitForPaint(page)).map((name) => name.text)).toContain("Ermengarde Zorblatt");

  const options = await backstory.extensionPage("options.html");
  await options.waitForFunction(() => document.body.innerText.includes("A tiny pack"));
  expect(await accessibilityViolations(options)).toEqual([]);
  await options.evaluate(() => [...document.querySelectorAll("button")].find((each) => each.innerText === "Remove")!.click());
  await options.waitForFunction(() => !document.body.innerText.includes("A tiny pack"));
  page = await backstory.openPage(PAGE);
  expect((await waitForPaint(page)).map((name) => name.text)).not.toContain("Ermengarde Zorblatt");
});

test("a file that is no pack, cut short, damaged or of a later version is refused in a sentence, and nothing is lost", async () => {
  const pack = tinyPack();
  const later = pack.slice();
  new DataView(later.buffer).setUint32(8, 999, true);
  const damaged = pack.slice();
  damaged[damaged.length - 9]! ^= 0xff;
  const bad: [string, Uint8Array, RegExp][] = [
    ["holiday.pack", new TextEncoder().encode("This is a picture of the sea, or so they say."), /not a Backstory pack/],
    ["empty.pack", new Uint8Array(), /empty/],
    ["short.pack", pack.subarray(0, pack.length - 40), /cut short/],
    ["damaged.pack", damaged, /damaged/],
    ["later.pack", later, /newer Backstory|format/],
  ];
  for (const [name, bytes, why] of bad) {
    const { page, said } = await choosePack(backstory, file(name, bytes));
    expect(said, name).toMatch(why);
    expect(said, name).toContain(name);
    await page.close();
  }
  const page = await backstory.openPage(PAGE);
  expect((await waitForPaint(page)).map((name) => name.text)).toContain("Anastas Mikoyan");
});

test("a pack in the store that has gone bad is reported, and the others work", async () => {
  const options = await backstory.extensionPage("options.html");
  await options.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("backstory");
        opening.addEventListener("error", () => reject(opening.error));
        opening.addEventListener("success", () => {
          const write = opening.result.transaction("packs", "readwrite");
          write.objectStore("packs").put({ id: "rotten", bytes: new ArrayBuffer(64) });
          write.addEventListener("complete", () => {
            opening.result.close();
            resolve();
          });
        });
      }),
  );
  await backstory.stopBackground();
  await options.reload({ waitUntil: [] }).catch(() => undefined);
  await options.waitForFunction(() => document.body?.innerText.includes("not a Backstory pack"));
  const page = await backstory.openPage(PAGE);
  expect((await waitForPaint(page)).map((name) => name.text)).toContain("Anastas Mikoyan");
  await options.bringToFront();
  await options.evaluate(() => [...document.querySelectorAll("button")].find((each) => each.innerText === "Remove")!.click());
  await options.waitForFunction(() => !document.body.innerText.includes("not a Backstory pack"));
});

test("kinds can be hidden, and only the first mention in each section or on the page marked", async () => {
  await changeSettings(backstory, {});
  const text = "Anastas Mikoyan was in Beijing, and Anastas Mikoyan left Beijing again. ";
  const section = `<h2>What Anastas Mikoyan did</h2><p>${text.repeat(6)}</p>`;
  const page = await backstory.openPage(`<!doctype html><html lang="en"><article>${section.repeat(3)}</article>`);
  const all = await waitForPaint(page);
  expect(all.some((name) => name.kind === "place")).toBe(true);

  expect(all.length).toBe(3 * (1 + 6 * 4));

  await changeSettings(backstory, { hiddenKinds: ["place"] });
  await until(async () => !(await mentions(page)).some((name) => name.kind === "place"), "places are hidden");

  await changeSettings(backstory, { density: "section" });
  // Mikoyan in each heading, Beijing below it.
  await until(async () => (await mentions(page)).length === 3 * 2, "the first in each section is marked");
  await changeSettings(backstory, { density: "page" });
  await until(async () => (await mentions(page)).length === 2, "the first on the page is marked");
  await changeSettings(backstory, {});
  await until(async () => (await mentions(page)).length === all.length, "all are marked again");
  expect(await mentions(page)).toEqual(all);
});

test("what is chosen about highlights is kept", async () => {
  const options = await backstory.extensionPage("options.html");
  const field = await options.waitForSelector("input[aria-label=Pink]");
  await field!.type("Doubtful");
  await options.keyboard.press("Tab");
  await options.select("select[name=remind]", "7");
  await options.waitForFunction(`(globalThis.browser ?? chrome).storage.local.get("highlightSettings").then(({ highlightSettings: kept }) => kept?.remindAfterDays === 7 && kept.colourNames.pink === "Doubtful")`);
  await options.close();
  const again = await backstory.extensionPage("options.html");
  await again.waitForFunction(() => document.querySelector<HTMLInputElement>("input[aria-label=Pink]")?.value === "Doubtful");
  expect(await again.$eval("select[name=remind]", (select) => select.value)).toBe("7");
  expect(await accessibilityViolations(again)).toEqual([]);
});

test("the manifest asks for nothing but what docs/privacy.md explains", () => {
  const build = backstory.family === "firefox" ? "firefox-mv3" : "chrome-mv3";
  const manifest = JSON.parse(readFileSync(`.output/${build}/manifest.json`, "utf8")) as Record<string, unknown>;
  const explained = [...readFileSync("docs/privacy.md", "utf8").matchAll(/^\| (\w+)(?: \(([^)]*)\))? \|/gm)].map(([, name, when = ""]) => ({ name: name!, when }));
  const names = (fits: (when: string) => boolean) => explained.filter(({ name, when }) => name !== "permission" && fits(when)).map(({ name }) => name).sort();
  const own = backstory.family === "chromium" ? ["", "Chromium"] : [""];
  expect((manifest["permissions"] as string[]).toSorted()).toEqual(names((when) => own.includes(when)));
  expect(manifest["optional_permissions"]).toEqual(names((when) => when.startsWith("asked for")));
  expect(manifest["host_permissions"]).toEqual(["<all_urls>"]);
  expect(manifest["web_accessible_resources"]).toBeUndefined();
});

test("whoever hears a control of the options hears the sentence that explains it", async () => {
  const options = await backstory.extensionPage("options.html");
  await options.waitForSelector(".setting select");
  const told = await options.$$eval("div.setting :is(input, select, button)", (controls) =>
    controls.map((control) => ({ of: control.closest(".setting")!.querySelector(".hint:last-child")!.textContent, by: document.getElementById(control.getAttribute("aria-describedby") ?? "")?.textContent })),
  );
  expect(told.length).toBeGreaterThan(5);
  expect(told.filter(({ of, by }) => of !== by)).toEqual([]);
});
