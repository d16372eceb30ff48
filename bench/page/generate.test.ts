import { expect, test } from "vitest";
import { generatePage } from "./generate";

const SIZE = { characters: 50_000, textNodes: 1_000 };

test("the page has the text and the nodes that were asked for, and every name that it says it has", () => {
  const page = generatePage(["Peng Dehuai", "Zhou Enlai"], SIZE);
  expect(page.characters).toBeGreaterThanOrEqual(SIZE.characters);
  expect(Math.abs(page.textNodes / page.characters - SIZE.textNodes / SIZE.characters)).toBeLessThan(0.003);
  expect(page.html.match(/Peng Dehuai|Zhou Enlai/g)).toHaveLength(page.mentions);
});

test("the same arguments give the same page", () => {
  expect(generatePage(["Zhou Enlai"], SIZE)).toEqual(generatePage(["Zhou Enlai"], SIZE));
});
