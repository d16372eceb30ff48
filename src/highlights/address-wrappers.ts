/** Addresses that hold another address: of an archive's copy, of a cache, of a reading view. */

/** Hosts that show the page whose address follows their own, whatever stands between. */
const REPLAYED_BY = /^(?:web(?:-beta)?\.archive\.org|archive\.(?:today|ph|is|li|vn|md|fo)|12ft\.io|freedium\.cfd|via\.hypothes\.is)$/;
/** Any archive that works as the Wayback Machine does: a time of fourteen digits, then the address as it was. */
const REPLAY = /^(?:\/[^/]+){0,3}?\/\d{14}(?:[a-z]{2}_)?\/(https?:\/.+)$/i;
const REPLAY_OF_KNOWN = /^\/(?:web\/|wayback\/|o\/\w+\/|newest\/|oldest\/|proxy\/)?(?:\d{4,14}(?:[a-z]{2}_)?\/)?((?:https?:\/|www\.).+)$/i;
const AMP_CACHE = /(?:^|\.)(?:cdn\.ampproject\.org|bing-amp\.com)$/;
const AMP_CACHED = /^\/[a-z]{1,3}\/(?:s\/)?([^/]+\.[^/]+.*)$/;
const GOOGLE = /^(?:www\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?$/;
const GOOGLE_AMP = /^\/amp\/(?:s\/)?([^/]+\.[^/]+.*)$/;
/** "cache:" or "cache:AbCdEfGhIjKl:", the address, and perhaps words that were looked for. */
const GOOGLE_CACHED = /^cache:(?:[\w-]{12}:)?(\S+)/;

/** The address that the address holds, or null where it holds none. */
export function wrapped(url: URL): string | null {
  if (url.protocol === "view-source:") return url.href.slice("view-source:".length);
  if (url.protocol === "about:") return url.pathname === "reader" ? url.searchParams.get("url") : null;
  if (url.protocol === "read:" || url.protocol === "chrome-distiller:") return url.searchParams.get("url");
  const rest = (url.pathname + url.search).replace(/%3f/i, "?") + url.hash;
  if (/^(?:chrome|moz)-extension:$/.test(url.protocol)) return absolute(/^\/(https?:\/.+)$/i.exec(rest));
  if (!/^https?:$/.test(url.protocol)) return null;
  if (AMP_CACHE.test(url.hostname)) return absolute(AMP_CACHED.exec(rest));
  if (GOOGLE.test(url.hostname)) return absolute(GOOGLE_AMP.exec(rest));
  if (url.hostname === "webcache.googleusercontent.com") return absolute(GOOGLE_CACHED.exec(url.searchParams.get("q") ?? ""));
  return absolute(REPLAYED_BY.test(url.hostname) ? REPLAY_OF_KNOWN.exec(rest) : REPLAY.exec(rest));
}

/** What was found, with its scheme and both slashes, of which servers swallow one. */
function absolute(found: RegExpExecArray | null): string | null {
  const address = found?.[1];
  if (address === undefined) return null;
  return /^https?:/i.test(address) ? address.replace(/^(https?):\/+/i, "$1://") : `https://${address}`;
}
