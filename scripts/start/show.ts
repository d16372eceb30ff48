/** The demonstration for where there is no screen: hovers a few names and tells what their cards show. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { type ReadCard, waitForCard, waitForNoCard } from "../drive/card";
import { hoverText, type PaintedName, waitForPaint } from "../drive/names";
import { pause } from "../drive/pause";
import { Trouble } from "../lib/trouble";

/** Cards to show. */
const CARDS = 3;

/** People and events tell the most at a glance. */
const ORDER = ["person", "event", "organisation", "document", "idea", "weapon", "place"];

/** By then a card that fades in can be seen in full. */
const FADE_MS = 300;

/** Some names may be hidden behind something of the page's: so many are tried before we give up. */
const TRIES = 12;

/**
 * Opens a few cards on a page that is already open, and prints and photographs each.
 * @param screenshots Folder for the pictures; made if it is missing.
 * @returns The files that were written.
 * @throws {Trouble} Where no name is marked or no card opens.
 */
export async function showCards(page: Page, screenshots: string, print: (text: string) => void): Promise<string[]> {
  mkdirSync(screenshots, { recursive: true });
  const names = await waitForPaint(page).catch(() => {
    throw new Trouble("No name on this page is known to the packs, so there is nothing to show: try another page with --url.");
  });
  print(`\n${names.length} names are marked: ${[...new Set(names.map((name) => name.text))].slice(0, 12).join(", ")} …\n`);
  const files = [await photograph(page, join(screenshots, "page.png"))];
  const shown = new Set<string>();
  for (const name of mostTelling(names).slice(0, TRIES)) {
    if (shown.size === CARDS) break;
    const card = await hover(page, name);
    if (!card || shown.has(card.heading)) continue;
    shown.add(card.heading);
    print(`${describe(name, card)}\n`);
    files.push(await photograph(page, join(screenshots, `card-${shown.size}.png`)));
  }
  if (shown.size === 0) throw new Trouble("Names are marked, but no card opened under the pointer.");
  return files;
}

/** One of each text: the kinds that tell most first, within a kind what the page names most often. */
function mostTelling(names: PaintedName[]): PaintedName[] {
  const counts = new Map<string, number>();
  for (const { text } of names) counts.set(text, (counts.get(text) ?? 0) + 1);
  const distinct = [...new Map(names.map((name) => [name.text, name])).values()];
  return distinct.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || counts.get(b.text)! - counts.get(a.text)!);
}

async function hover(page: Page, name: PaintedName): Promise<ReadCard | null> {
  await page.keyboard.press("Escape");
  await waitForNoCard(page);
  try {
    await hoverText(page, name.text);
    return await waitForCard(page);
  } catch {
    return null;
  }
}

/** What the card says, without what can be pressed, and where its links lead. */
function describe(name: PaintedName, card: ReadCard): string {
  const tidy = (text: string) => text.replace(/\s+/g, " ").trim();
  const pressable = new Set([...card.buttons, ...card.links.map((link) => link.text)].flatMap((label) => [tidy(label), ...label.split("\n").map(tidy)]));
  const lines = card.text.split("\n").map(tidy).filter((line) => line && !pressable.has(line));
  const links = card.links.map((link) => `${tidy(link.text)}\n     ${link.href}`);
  return [`── ${name.text} `.padEnd(72, "─"), ...lines, "", ...links].map((line, index) => (index ? `   ${line}` : line)).join("\n");
}

async function photograph(page: Page, path: string): Promise<string> {
  await pause(FADE_MS);
  await page.screenshot({ path: path as `${string}.png` });
  return path;
}
