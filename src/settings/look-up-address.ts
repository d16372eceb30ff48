/** The look-up page's address: what is looked for there, and which entry is open. */

const PAGE = "lookup.html";
/** A longer selection would make an address that browsers cut. In UTF-16 code units. */
const LONGEST_QUERY = 10_000;

export interface LookUpPlace {
  query?: string;
  /** Ref of the entry that is open. */
  ref?: string;
}

/** The page's address below the extension's own: "lookup.html#q=Zhou+Enlai". */
export function lookUpAddress({ query = "", ref = "" }: LookUpPlace): string {
  const place = new URLSearchParams();
  if (query) place.set("q", query.slice(0, LONGEST_QUERY));
  if (ref) place.set("ref", ref);
  return place.size > 0 ? `${PAGE}#${place}` : PAGE;
}

/** The reverse, from a fragment as `location.hash` has it; whatever else it says is passed over. */
export function lookUpPlace(hash: string): Required<LookUpPlace> {
  const place = new URLSearchParams(hash.replace(/^#/, ""));
  return { query: place.get("q") ?? "", ref: place.get("ref") ?? "" };
}
