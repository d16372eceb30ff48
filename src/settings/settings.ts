/** What the reader has chosen. One object in `storage.local`, read by every part, written by the views. */
import * as v from "valibot";
import { KINDS } from "../packs/model";

/** Which mentions are painted. */
export const DENSITIES = ["all", "section", "page"] as const;

/** A hostname, or a suffix of it: "example.org" also covers "news.example.org". */
const Site = v.string();

export const Settings = v.object({
  /** Off everywhere when false. */
  on: v.optional(v.boolean(), true),
  /** Sites on which Backstory keeps quiet. */
  offSites: v.optional(v.array(Site), []),
  /** Sites that are read although their pages do not look like articles. */
  alwaysSites: v.optional(v.array(Site), []),
  /** Kinds that are not painted. */
  hiddenKinds: v.optional(v.array(v.picklist(KINDS)), []),
  density: v.optional(v.picklist(DENSITIES), "all"),
  /** How long the pointer rests on a name before its card opens, in milliseconds. */
  dwell: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(5000)), 250),
});
export type Settings = v.InferOutput<typeof Settings>;

export const SETTINGS_KEY = "settings";

/** Settings from whatever the storage held; a value of the wrong shape, also a single field, falls back to its default. */
export function parseSettings(stored: unknown): Settings {
  const whole = v.safeParse(Settings, stored ?? {});
  if (whole.success) return whole.output;
  if (typeof stored !== "object" || stored === null) return v.parse(Settings, {});
  const kept: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(Settings.entries)) {
    const field = v.safeParse(schema as v.GenericSchema, (stored as Record<string, unknown>)[key]);
    if (field.success) kept[key] = field.output;
  }
  return v.parse(Settings, kept);
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
