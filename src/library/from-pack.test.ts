import { expect, test } from "vitest";
import { readBackstory, writeBackstory } from "../highlights/formats/backstory";
import { Report } from "../highlights/formats/problems";
import { OPTIONS } from "../highlights/formats/testing";
import { highlightFromPack } from "./from-pack";

const ID = "00000000-0000-4000-8000-000000000001";
const NOW = "2026-11-22T08:00:00.000Z";
const saved = { text: "Words.", citation: "A source.", lang: "en", mentions: [] };

test.each([
  ["https://www.example.org/a", "https://www.example.org/a"],
  ["moz-extension://0f1e/library.html", ""],
  ["about:reader?url=x", ""],
  [undefined, ""],
])("what is saved on %s can be exported and imported again", (url, kept) => {
  const row = highlightFromPack({ ref: "core/a", quote: "" }, saved, { tab: url === undefined ? {} : { url } }, { id: ID, now: NOW });
  expect(row.page.url).toBe(kept);
  const report = new Report();
  expect(readBackstory.read({ name: "", text: "", json: JSON.parse(writeBackstory.write([row], OPTIONS)), now: NOW }, report)).toEqual([row]);
  report.end();
});
