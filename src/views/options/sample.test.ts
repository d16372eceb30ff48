import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { translator } from "../../i18n/translate";
import { sampleOf, spotSample } from "./sample";

const LOCALES = join(import.meta.dirname, "../../../public/_locales");

test.each(readdirSync(LOCALES))("the sample in %s shows every kind of line, and what density is about", (locale) => {
  const messages = JSON.parse(readFileSync(join(LOCALES, locale, "messages.json"), "utf8")) as Record<string, { message: string }>;
  // One that is not translated yet is shown in English by browsers.
  if (!messages["options_sample_1"]) return;
  const sample = sampleOf(translator((key) => messages[key]?.message ?? ""));
  expect(sample.map(({ text }) => text).join("")).not.toMatch(/[[\]|]/);
  const { entries, mentions } = spotSample(sample, sample.map(({ text }) => text));
  expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(["person", "event", "place", "organisation", "document"]));
  const ids = sample.flatMap(({ names }) => names.map(({ id }) => id));
  expect(mentions.length).toBe(5 * ids.length);
  // Somebody is named twice in a section, and again in the other.
  const [first, second] = [sample[1]!, sample[3]!].map(({ names }) => names.map(({ id }) => id));
  expect(first!.length).toBeGreaterThan(new Set(first).size);
  expect(second!.some((id) => first!.includes(id))).toBe(true);
  // No text twice: what stands in a block is found by it.
  expect(new Set(sample.map(({ text }) => text)).size).toBe(sample.length);
});
