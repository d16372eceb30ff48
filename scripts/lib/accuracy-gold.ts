/** The annotated texts: those that lie beside the project, and those whose annotations are kept here. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { GoldText } from "./accuracy-score";
import { extractText, fingerprint, type TextSource } from "./accuracy-texts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Folder beside the project with texts that belong to others; not everybody has it. */
export const SHARED = join(ROOT, "../shared");
export const GOLD_FOLDER = join(ROOT, "tests/gold");

/** Is the folder with the texts there? */
export function hasShared(): boolean {
  return existsSync(join(SHARED, "gold")) && existsSync(join(SHARED, "pages"));
}

function lines(text: string): unknown[] {
  return text.split("\n").filter(Boolean).map((line) => JSON.parse(line));
}

/** Texts with their annotations as they lie beside the project: `dev` and `dev-ko`. */
export async function readSharedGold(name: string): Promise<(GoldText & { url?: string })[]> {
  return lines(await readFile(join(SHARED, "gold", `${name}.jsonl`), "utf8")) as (GoldText & { url?: string })[];
}

/** A line of standoff.jsonl: where names stand in a text, without the text. */
interface Standoff extends TextSource {
  id: string;
  /** Nobody looked at how single names of this text fare: it tells how well others will. */
  heldOut: boolean;
  /** Of the text that was annotated. */
  sha256: string;
  /** Start, end, surface, entity, kind, note. */
  mentions: [number, number, string, string, string, string][];
}

export interface StandoffText extends GoldText {
  heldOut: boolean;
}

/**
 * The texts that annotations are kept of in tests/gold/standoff.jsonl.
 * @throws Error where a text is not the one that was annotated
 */
export async function readStandoff(): Promise<StandoffText[]> {
  const all = lines(await readFile(join(GOLD_FOLDER, "standoff.jsonl"), "utf8")) as Standoff[];
  return Promise.all(all.map(readOne));
}

async function readOne(one: Standoff): Promise<StandoffText> {
  const text = await extractText(one, SHARED);
  if (fingerprint(text) !== one.sha256) throw new Error(`${one.id}: ${one.file} is not the text that was annotated.`);
  const mentions = one.mentions.map(([start, end, surface, entity, kind, note]) => {
    if (text.slice(start, end) !== surface) throw new Error(`${one.id}: there is no "${surface}" at ${start}.`);
    return { start, end, entity, kind, note };
  });
  return { id: one.id, text, heldOut: one.heldOut, mentions };
}
