/** Everything that a name may mean: what a reader chooses from who says that a card is wrong. */
import type { NameClass } from "../packs/model";
import { readCandidates } from "./candidates";
import { keyOfTokens, lookUp } from "./dictionary";
import { keyOf } from "./memory";
import { classOf, entryOf, GENERATED } from "./names";
import type { Spotter } from "./spot";
import { spellingHash, Tokens, tokenise } from "./tokens";
import type { Member } from "./twins";

const CLASSES: Readonly<Record<NameClass, number>> = { full: 4, title: 2, short: 0 };
const LISTED = 1;

/**
 * The entries of all open packs that bear the name which stands at a place, twins once, as the first of them. Those come
 * first whose full name it is, then those of titles and short names; among equals the better known.
 * @param start @param end UTF-16 code units in the text, half-open
 */
export function bearersOf(spotter: Spotter, text: string, start: number, end: number): Member[] {
  const { dictionaries, facts, twins } = spotter;
  const strengths = new Map<number, { pack: number; entry: number; strength: number }>();
  const add = (pack: number, entry: number, nameClass: NameClass, flags: number) => {
    const key = twins.first(keyOf(pack, entry));
    const strength = CLASSES[nameClass] + (flags & GENERATED ? 0 : LISTED);
    if (strength <= (strengths.get(key)?.strength ?? -1)) return;
    const [first] = twins.members(key);
    strengths.set(key, { ...first!, strength });
  };
  // As the resolver reads it there, which knows of initials and given names that no dictionary lists.
  for (const candidate of readCandidates(spotter, [text], "")) {
    const isHere = candidate.end === end && (candidate.start === start || candidate.initialsStart === start);
    if (isHere) for (const { pack, entry, nameClass, flags } of candidate.readings) add(pack, entry, nameClass, flags);
  }
  const name = text.slice(start, end);
  const tokens = new Tokens();
  tokenise(name, tokens);
  const { count } = tokens;
  if (count > 0) {
    const [key, spelling] = [keyOfTokens(tokens, 0, count), spellingHash(name, tokens, 0, count)];
    dictionaries.forEach((dictionary, pack) => {
      lookUp(dictionary, key, spelling, (value) => add(pack, entryOf(value), classOf(value), value));
    });
  }
  const fame = ({ pack, entry }: Member) => facts[pack]!.fame(entry);
  return [...strengths.values()]
    .sort((a, b) => b.strength - a.strength || fame(b) - fame(a) || keyOf(a.pack, a.entry) - keyOf(b.pack, b.entry))
    .map(({ pack, entry }) => ({ pack, entry }));
}
