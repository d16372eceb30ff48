/**
 * The colours of the card, once for a light and once for a dark ground. Every text colour keeps at least 4.5 : 1
 * against every ground (colours.test.ts computes it): a card is small type, read on any screen.
 */
import type { Kind } from "../packs/model";

export interface Colours {
  /** Grounds: the card, and what lies on or under it. */
  raised: string;
  wash: string;
  /** Texts: what is said, and what is said about it. */
  ink: string;
  soft: string;
  link: string;
  /** Lines that only order. */
  rule: string;
  /** The ring around what has the keyboard's focus. */
  focus: string;
  /** One accent a kind of entry. */
  kind: Record<Kind, string>;
}

export const LIGHT: Colours = {
  raised: "#ffffff",
  wash: "#f6f2ea",
  ink: "#1c1b19",
  soft: "#6b655c",
  link: "#2f5c92",
  rule: "#e8e2d6",
  focus: "#1a6fd6",
  kind: {
    person: "#a23b22",
    event: "#8a5800",
    organisation: "#54479a",
    place: "#2b6a5b",
    document: "#2f5c92",
    weapon: "#59616e",
    idea: "#8c2f6b",
    other: "#6b655c",
  },
};

export const DARK: Colours = {
  raised: "#242320",
  wash: "#302e2a",
  ink: "#ece7dc",
  soft: "#aaa397",
  link: "#8bb8ee",
  rule: "#3b3833",
  focus: "#6fb0ff",
  kind: {
    person: "#f08e73",
    event: "#e6b35a",
    organisation: "#b3a8f2",
    place: "#7cc9b4",
    document: "#8bb8ee",
    weapon: "#b4bdc9",
    idea: "#e79cc8",
    other: "#aaa397",
  },
};

/** Both as declarations of CSS custom properties: `--ink:light-dark(#1c1b19,#ece7dc);…--person:…`. */
export function declarations(light: Colours, dark: Colours): string {
  const [onLight, onDark] = [flat(light), flat(dark)];
  return Object.entries(onLight)
    .map(([name, colour]) => `--${name}:light-dark(${colour},${onDark[name]});`)
    .join("");
}

function flat({ kind, ...rest }: Colours): Record<string, string> {
  return { ...rest, ...kind };
}
