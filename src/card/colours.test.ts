import { describe, expect, test } from "vitest";
import { KINDS } from "../packs/model";
import { type Colours, DARK, declarations, LIGHT } from "./colours";

/** WCAG 2.2, relative luminance of an sRGB colour written `#rrggbb`. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((i) => Number.parseInt(colour.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

test("the formula gives what the standard says of black, white and grey", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
});

describe.each([
  ["light", LIGHT],
  ["dark", DARK],
] as [string, Colours][])("%s", (_, colours) => {
  const grounds = [colours.raised, colours.wash];

  test.each(["ink", "soft", "link"] as const)("%s is readable on every ground", (name) => {
    for (const ground of grounds) expect(contrast(colours[name], ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(KINDS)("the accent of %s is readable on every ground", (kind) => {
    for (const ground of grounds) expect(contrast(colours.kind[kind], ground)).toBeGreaterThanOrEqual(4.5);
  });

  test("the focus ring stands out", () => {
    for (const ground of grounds) expect(contrast(colours.focus, ground)).toBeGreaterThanOrEqual(3);
  });

  test("no two kinds share an accent", () => {
    expect(new Set(Object.values(colours.kind)).size).toBe(KINDS.length);
  });
});

test("declarations name every colour once, with what it is on either ground", () => {
  const found = [...declarations(LIGHT, DARK).matchAll(/--([a-z]+):light-dark\((#[0-9a-f]{6}),(#[0-9a-f]{6})\);/g)];
  const names = found.map((match) => match[1]);
  expect(names).toHaveLength(new Set(names).size);
  expect(names).toEqual(expect.arrayContaining(["raised", "ink", "soft", "focus", ...KINDS]));
  expect(found.find((match) => match[1] === "person")).toMatchObject({ 2: LIGHT.kind.person, 3: DARK.kind.person });
});
