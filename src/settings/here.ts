/** What the reader's settings come to on one page. */
import type { Here } from "../messages/here";
import { refsOf } from "./corrections";
import { covers, type Settings } from "./settings";

/** Longer than this, in milliseconds, nobody waits for a card; timers take no more than 2^31. */
export const LONGEST_DWELL = 60_000;

/**
 * @param host hostname of the page; empty where it has none, as a file of the reader's own
 * @param known who the reader knows (corrections.ts)
 */
export function hereOf(settings: Settings, host: string, known: readonly string[]): Omit<Here, "css" | "signs"> {
  const { hiddenKinds, density, style, dwell, modifier, textSize } = settings;
  const own = { hiddenKinds, density, style, dwell, modifier, ...ofSite(settings, host) };
  return {
    run: runOn(settings, host),
    density: own.density,
    style: own.style,
    dwell: Math.min(own.dwell, LONGEST_DWELL),
    modifier: own.modifier,
    textSize,
    quiet: [...own.hiddenKinds, ...refsOf(known)],
  };
}

/** The hostname of an address; empty where it has none, or is no address. */
export function hostOf(address: string): string {
  // The root of all names may be written out, as a dot at the end.
  return URL.canParse(address) ? new URL(address).hostname.replace(/\.$/, "") : "";
}

function runOn({ on, run, sites, offSites }: Settings, host: string): Here["run"] {
  if (!on) return "never";
  if (covers(offSites, host)) return "off";
  if (run === "sites") return covers(sites, host) ? "auto" : "asked";
  return run === "articles" ? "auto" : "asked";
}

/** What differs on the site of this host: of several names that cover it, the longest holds. */
function ofSite({ perSite }: Settings, host: string): Partial<Settings> {
  const [nearest] = perSite.filter(({ site }) => covers([site], host)).sort((a, b) => b.site.length - a.site.length);
  return Object.fromEntries(Object.entries(nearest ?? {}).filter(([, value]) => value !== undefined));
}
