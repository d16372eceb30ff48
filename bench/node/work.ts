/** What the steps of this part share: they find texts and names in a folder that lasts as long as the run. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plan } from "../lib/measure";
import type { PreparedName } from "./prepared";
import type { Texts } from "./texts";

/** What a step is told. */
export interface Task {
  folder: string;
  sizes: number[];
  plan: Plan;
}

export function readNames(folder: string, size: number): string[] {
  return read(namesFile(folder, size)) as string[];
}

export function readPreparedNames(folder: string, size: number): PreparedName[] {
  return read(preparedNamesFile(folder, size)) as PreparedName[];
}

/** The blocks of all texts, in their order, prepared. */
export function readPreparedTexts(folder: string): string[] {
  return read(join(folder, "prepared-texts.json")) as string[];
}

export function readTexts(folder: string): Texts {
  return read(join(folder, "texts.json")) as Texts;
}

export function dictionaryFile(folder: string, size: number): string {
  return join(folder, `names-${size}.dictionary`);
}

export function namesFile(folder: string, size: number): string {
  return join(folder, `names-${size}.json`);
}

export function preparedNamesFile(folder: string, size: number): string {
  return join(folder, `prepared-names-${size}.json`);
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}
