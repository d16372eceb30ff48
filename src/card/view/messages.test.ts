import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import messages from "../../../public/_locales/en/messages.json";
import { KINDS } from "../../packs/model";

type Message = { message: string; description?: string; placeholders?: Record<string, { content: string }> };
const ours = Object.entries(messages as Record<string, Message>).filter(([key]) => /^(card|kind|map|strip)_/.test(key));
const folder = import.meta.dirname;
// What a card says is put into words in the background, by the story.
const code = [folder, join(folder, ".."), join(folder, "../../story"), join(folder, "../../story/drawing")]
  .flatMap((each) => readdirSync(each).map((name) => join(each, name)))
  .filter((path) => /(?<!\.test)\.tsx?$/.test(path))
  .map((path) => readFileSync(path, "utf8"))
  .join("\n");

test("every kind has its name", () => {
  const kinds = ours.map(([key]) => key).filter((key) => key.startsWith("kind_"));
  expect(kinds.toSorted()).toEqual(KINDS.map((kind) => `kind_${kind}`).toSorted());
});

test("every message of the card is used", () => {
  const unused = ours.map(([key]) => key).filter((key) => !key.startsWith("kind_") && !code.includes(`"${key}"`));
  expect(unused).toEqual([]);
});

test.each(ours)("%s says what it is for, and its placeholders match", (_, entry) => {
  const { message, description, placeholders = {} } = entry;
  expect(description).toBeTruthy();
  const used = [...message.matchAll(/\$([A-Z]+)\$/g)].map((match) => match[1]!.toLowerCase());
  expect(used.toSorted()).toEqual(Object.keys(placeholders).toSorted());
  const numbers = Object.values(placeholders).map(({ content }) => content);
  expect(numbers.toSorted()).toEqual(numbers.map((_each, i) => `$${i + 1}`));
});
