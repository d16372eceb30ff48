/** What the reader has chosen. One object in `storage.local`, written by the views; pages hear what it comes to on them (here.ts). */
import { DENSITIES, MARK_STYLES, MODIFIERS, TEXT_SIZES } from "../messages/here";
import type { Infer } from "../messages/schema";
import { KINDS } from "../packs/model";
import { fittingFields } from "./fitting";

export { DENSITIES, MARK_STYLES, MODIFIERS, TEXT_SIZES };

/** Where pages are read without being asked. */
export const RUNS = [
  /** On every page that looks like an article. */
  "articles",
  /** Only where the reader asks. */
  "asked",
  /** Articles on the sites that the reader has chosen. */
  "sites",
] as const;

/** A hostname, or a suffix of it: "example.org" also covers "news.example.org". */
const Site = "string";

/** What can be chosen for a single site too; messages/here.ts says what each of them means. */
export const COMFORT = {
  /** Kinds that are not painted. */
  hiddenKinds: { list: { oneOf: KINDS } },
  density: { oneOf: DENSITIES },
  style: { oneOf: MARK_STYLES },
  /** How long the pointer rests on a name before its card opens, in milliseconds. */
  dwell: "index",
  modifier: { oneOf: MODIFIERS },
} as const;

/** The longest rest that the options offer, in milliseconds; a file may say more. */
export const MOST_DWELL = 1_500;

export const SETTINGS_FIELDS = {
  /** Off everywhere when false. */
  on: "boolean",
  run: { oneOf: RUNS },
  /** With `run: "sites"`, where Backstory reads. */
  sites: { list: Site },
  /** Sites on which Backstory keeps quiet. */
  offSites: { list: Site },
  textSize: { oneOf: TEXT_SIZES },
  ...COMFORT,
  /** What differs on some sites; the longest name that covers a site holds. */
  perSite: { list: { fields: { site: Site }, optional: COMFORT } },
} as const;

export type Settings = { [K in keyof typeof SETTINGS_FIELDS]: Infer<(typeof SETTINGS_FIELDS)[K]> };

const DEFAULTS: Settings = {
  on: true,
  run: "articles",
  sites: [],
  offSites: [],
  textSize: "medium",
  hiddenKinds: [],
  density: "all",
  style: "dotted",
  dwell: 250,
  modifier: "none",
  perSite: [],
};

export const SETTINGS_KEY = "settings";

/**
 * Settings from whatever the storage held: a field that is missing or of the wrong shape has its default, and a value of a
 * list, or a choice for a site, that is not understood costs that alone.
 */
export function parseSettings(stored: unknown): Settings {
  return { ...DEFAULTS, ...fittingFields(SETTINGS_FIELDS, stored) };
}

/** True where `host` is one of `sites` or below one of them. */
export function covers(sites: readonly string[], host: string): boolean {
  return sites.some((site) => host === site || host.endsWith(`.${site}`));
}

/** Adds the site to the list or takes it (and what covers it) off, without changing the list given. */
export function withSite(sites: readonly string[], host: string, listed: boolean): string[] {
  const others = sites.filter((site) => !covers([site], host));
  return listed ? [...others, host] : others;
}
