/** What the reader has chosen. One object in `storage.local`, read by every part, written by the views. */
import { fault, type Infer } from "../messages/schema";
import { KINDS } from "../packs/model";

/** Which mentions are painted. */
export const DENSITIES = ["all", "section", "page"] as const;

/** A hostname, or a suffix of it: "example.org" also covers "news.example.org". */
const Site = "string";

const FIELDS = {
  /** Off everywhere when false. */
  on: "boolean",
  /** Sites on which Backstory keeps quiet. */
  offSites: { list: Site },
  /** Kinds that are not painted. */
  hiddenKinds: { list: { oneOf: KINDS } },
  density: { oneOf: DENSITIES },
  /** How long the pointer rests on a name before its card opens, in milliseconds. */
  dwell: "index",
} as const;

export type Settings = { [K in keyof typeof FIELDS]: Infer<(typeof FIELDS)[K]> };

const DEFAULTS: Settings = {
  on: true,
  offSites: [],
  hiddenKinds: [],
  density: "all",
  dwell: 250,
};

export const SETTINGS_KEY = "settings";

/** Settings from whatever the storage held: a field that is missing or of the wrong shape has its default. */
export function parseSettings(stored: unknown): Settings {
  const given = (typeof stored === "object" && stored !== null ? stored : {}) as Record<string, unknown>;
  const kept = Object.entries(FIELDS).filter(([key, schema]) => !fault(schema, given[key]));
  return { ...DEFAULTS, ...Object.fromEntries(kept.map(([key]) => [key, given[key]])) };
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
