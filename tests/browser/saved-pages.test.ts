/**
 * Real news pages, saved with their mark-up, where a folder of them lies beside the project. Their own scripts are
 * blocked. Each is read with a pack made of the names that it mentions most, so that there is something to find.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";
import { afterAll, expect, test } from "vitest";
import { expression } from "../../scripts/drive/in-page";
import { KINDS } from "../../src/packs/model";
import { compileFiles } from "../../scripts/lib/pack-folder";
import { addPack, changeSettings, launch, mentions, pause, readCard, serialiseDom, waitForNoCard } from "./harness";

const PAGES = fileURLToPath(new URL("../../../shared/pages", import.meta.url));
const FILES = existsSync(PAGES) ? readdirSync(PAGES).filter((file) => file.endsWith(".html")).sort() : [];

/** Of all pages, the share that must be painted: a page or two in a folder of real ones is no article after all. */
const LEAST_SHARE = 38 / 42;
const NAMES_A_PAGE = 8;
/** A page without scripts has been read by then. */
const READ_MS = 6_000;
/** Marks on a page that speaks of little else than names: so many, and one for so many characters. */
const FEW = 20;
const DENSEST = 60;
/** Names tried with the pointer: the first may lie under a banner that only the page's scripts would close. */
const TRIES = 8;

if (FILES.length === 0) {
  test("no folder of saved pages lies beside the project: nothing to read", () => {
    console.warn("tests/browser/saved-pages: ../shared/pages is not there, so no saved page was read.");
    expect(existsSync(PAGES)).toBe(false);
  });
} else {
  await readSavedPages();
}

async function readSavedPages(): Promise<void> {
  const backstory = await launch();
  const scratch = mkdtempSync(join(tmpdir(), "backstory-test-"));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));
  const addresses = new Map<string, string>();
  const doms = new Map<string, string>();
  const names = new Map<string, string[]>();

  const open = async (file: string): Promise<Page> => {
    if (!addresses.has(file)) {
      const html = readFileSync(join(PAGES, file), "utf8");
      addresses.set(file, backstory.site.add(html, { "content-security-policy": "script-src 'none'; frame-src 'none'" }));
    }
    return backstory.openPage(addresses.get(file)!);
  };

  test("switched off, Backstory leaves saved pages alone", async () => {
    await changeSettings(backstory, { on: false });
    for (const file of FILES) {
      const page = await open(file);
      doms.set(file, await serialiseDom(page));
      names.set(file, (await page.evaluate(expression(frequentNames, NAMES_A_PAGE))) as string[]);
      expect(await mentions(page), file).toEqual([]);
      await page.close();
    }
  }, 300_000);

  test("with the packs in the box, nothing but names is marked, and the DOM stays as it was", async () => {
    await changeSettings(backstory, { on: true });
    for (const file of FILES) {
      const page = await open(file);
      await pause(1_000);
      const found = await mentions(page);
      for (const { text } of found) {
        expect(text.length, `${file}: ${text}`).toBeGreaterThan(1);
        // An everyday word that is a name somewhere would show here; "cold war" is none.
        expect(text, file).toMatch(/[\p{Lu}\p{Lo}\p{N} ]/u);
      }
      const length = (await page.evaluate("document.body.innerText.length")) as number;
      expect(found.length, `${file}: ${found.map(({ text }) => text).join(", ")}`).toBeLessThan(FEW + length / DENSEST);
      expect(await serialiseDom(page), file).toBe(doms.get(file));
      await page.close();
    }
  }, 300_000);

  test("with a pack of their own names, pages are painted, cards open, and the DOM stays as it was", async () => {
    await addPack(backstory, await packOf(names, scratch));
    const unpainted: string[] = [];
    for (const file of FILES) {
      const page = await open(file);
      const painted = await waitForSome(page);
      if (painted.length === 0) unpainted.push(file);
      else {
        expect(await openSomeCard(page), `no card opens on ${file}`).toBe(true);
        await page.keyboard.press("Escape");
      }
      await waitForNoCard(page);
      expect(await serialiseDom(page), file).toBe(doms.get(file));
      expect(backstory.errors(page), file).toEqual([]);
      await page.close();
    }
    console.log(`${FILES.length - unpainted.length} of ${FILES.length} saved pages painted; not: ${unpainted.join(", ") || "none"}`);
    expect(FILES.length - unpainted.length).toBeGreaterThanOrEqual(Math.floor(FILES.length * LEAST_SHARE));
  }, 900_000);
}

async function waitForSome(page: Page): Promise<string[]> {
  const until = Date.now() + READ_MS;
  for (;;) {
    const found = await mentions(page);
    if (found.length > 0 || Date.now() > until) return [...new Set(found.map(({ text }) => text))];
    await pause(100);
  }
}

/** Rests the pointer on one painted name after another, until a card opens. */
async function openSomeCard(page: Page): Promise<boolean> {
  for (let nth = 0; nth < TRIES; nth++) {
    const spot = (await page.evaluate(expression(paintedSpot, [...KINDS], nth))) as { x: number; y: number } | null;
    if (!spot) return false;
    await page.mouse.move(spot.x + 40, spot.y + 30);
    await page.mouse.move(spot.x, spot.y, { steps: 10 });
    for (let wait = 0; wait < 20; wait++) {
      if (await readCard(page)) return true;
      await pause(100);
    }
  }
  return false;
}

/** Runs in the page: scrolls to the nth painted name that nothing covers, and gives its middle in the viewport. */
function paintedSpot(kinds: string[], nth: number): { x: number; y: number } | null {
  let left = nth;
  for (const kind of kinds) {
    for (const piece of CSS.highlights.get(`backstory-${kind}`) ?? []) {
      const parent = piece.startContainer.parentElement!;
      parent.scrollIntoView({ block: "center", behavior: "instant" });
      const range = document.createRange();
      range.setStart(piece.startContainer, piece.startOffset);
      range.setEnd(piece.endContainer, piece.endOffset);
      const box = range.getClientRects()[0];
      if (!box) continue;
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      if (document.elementFromPoint(x, y) === parent && left-- === 0) return { x, y };
    }
  }
  return null;
}

/** A pack of nothing but names. */
async function packOf(names: ReadonlyMap<string, string[]>, folder: string): Promise<string> {
  const all = [...new Set([...names.values()].flat())];
  const { bytes, problems } = compileFiles([
    {
      path: "pack.yaml",
      text: "id: saved-pages\ntitle: Saved pages\nversion: 1.0.0\nlanguages: [en]\nlicence: CC0-1.0\nauthors: [A test]\n",
    },
    ...all.map((name, at) => ({
      path: `entries/name-${at}.md`,
      text: `---\nkind: person\nnames: [${JSON.stringify(name)}]\n---\n`,
    })),
  ]);
  if (!bytes) throw new Error(problems.map((problem) => `${problem.file}: ${problem.message}`).join("\n"));
  const file = join(folder, "saved-pages.pack");
  writeFileSync(file, bytes);
  return file;
}

/** Runs in the page: what stands capitalised, or in Han or Katakana, most often in its paragraphs. */
function frequentNames(most: number): string[] {
  const counts = new Map<string, number>();
  for (const element of document.querySelectorAll("p, h1, h2, h3, li, div > br")) {
    const holder = element.tagName === "BR" ? element.parentElement! : element;
    if (holder.closest("nav, [role=navigation], button, form") || !holder.checkVisibility()) continue;
    const text = holder.textContent ?? "";
    const found = text.match(/\p{Lu}\p{Ll}{3,}(?: \p{Lu}\p{Ll}{2,}){0,2}|\p{Script=Katakana}{4,}|\p{Script=Han}{3,4}/gu);
    for (const name of found ?? []) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length);
  return ranked.slice(0, most).map(([name]) => name);
}
