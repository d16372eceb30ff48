/** What the side panel asks about those on a page. */
import type { CastDetail, CastRequest } from "../messages/contract";
import { DATE_STRIDE } from "../messages/panel";
import { keyOf } from "../spotting/memory";
import type { Spotter } from "../spotting/spot";
import { castDetail, type Days, pastDates } from "../story/cast";
import type { Language } from "../story/sentences";
import { find } from "./refs";

export function castIn({ packs, twins }: Pick<Spotter, "packs" | "twins">, language: Language, { refs, dates, published }: CastRequest): CastDetail[] {
  const named: Days[] = [];
  for (let at = 0; at + DATE_STRIDE <= dates.length; at += DATE_STRIDE) named.push({ min: dates[at]!, max: dates[at + 1]! });
  const past = pastDates(named, published);
  return refs.flatMap((ref) => {
    const at = find(packs, ref);
    if (!at) return [];
    // The first pack that says anything: a gazetteer may have the name alone.
    const told = [at, ...twins.members(keyOf(at.pack, at.entry)).filter(({ pack }) => pack !== at.pack)].map(({ pack, entry }) => castDetail(packs[pack]!, entry, past, language));
    return { ...(told.find(({ who, lines }) => who || lines.length > 0) ?? told[0]!), ref };
  });
}
