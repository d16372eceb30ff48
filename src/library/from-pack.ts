/** A highlight made of what a pack says, rather than of what a page says. */
import { articleKeys } from "../highlights/address";
import { isPageAddress } from "../highlights/formats/check";
import { addressRead, viewedAt } from "../highlights/viewer-address";
import type { Sender } from "../messages/answer";
import type { Highlight } from "../messages/highlight";
import type { SavedFromPack } from "./backend";

/** @param sender The tab in which the reader saved it: that page is where they came upon it. */
export function highlightFromPack(
  of: { ref: string; quote: string },
  { text, citation, lang, mentions }: SavedFromPack,
  { tab }: Pick<Sender, "tab">,
  { id, now }: { id: string; now: string },
): Highlight {
  // Our own pages are no place to go back to, and no file with such an address is ever imported again.
  const address = tab?.url ?? "";
  const url = isPageAddress(addressRead(address)) ? addressRead(address) : "";
  return {
    id,
    kind: of.quote ? "quote" : "card",
    text,
    page: { keys: url || viewedAt(address) ? articleKeys(address) : [], url, title: tab?.title ?? "", site: siteOf(url), author: "", published: "", lang },
    colour: "yellow",
    note: "",
    tags: [],
    mentions,
    created: now,
    modified: now,
    of: { ...of, citation },
  };
}

function siteOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "";
}
