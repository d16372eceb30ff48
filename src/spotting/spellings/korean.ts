/**
 * Latin spellings of Korean persons and places, from their names in Hangul. What the pack lists tells how each syllable
 * is written of this one; the further a spelling is from that, the later it comes.
 */
import { BY_PRESS, byScheme, isHangul, type PartsOfName, partsOfName, romanised, type Scheme, sovietSurname, surnames } from "./hangul";
import { capitalised, type Choice, combinations, lettersOf } from "./letters";

/** A syllable that is written otherwise than listed. What newspapers alone write costs one more. */
const UNLISTED = 1;
/** So many syllables may differ from what is listed where nothing is rare, fewer where something is. */
const MOST_COST = 3;
const MOST_COST_OF_PLACE = 2;
/** Spellings of one name: the likeliest. More are so rare that they are somebody else's as often. */
const MOST_SPELLINGS = 26;
const MOST_SPELLINGS_OF_PLACE = 8;

/**
 * Spellings of a Korean person, the likeliest first, with the given name parted ("Kim Il Sung") and joined ("Kim
 * Ilsung").
 * @param hangul names in Hangul; those without a Korean shape give nothing
 * @param listed names in Latin letters that the pack has
 * @param native whether the pack says that the person's own language is Korean. If not, one of the listed names must
 *   show it by being a reading of the Hangul: foreigners have names in Hangul as well.
 */
export function koreanPerson(hangul: readonly string[], listed: readonly string[], native: boolean): string[] {
  return hangul.flatMap((name) => {
    const parts = partsOfName(name);
    if (!parts) return [];
    const options = [surnames(parts.surname), ...parts.syllables.map(romanised)];
    const chosen = listed.flatMap((latin) => {
      const read = readInEitherOrder(latin, options);
      return read ? [read] : [];
    });
    if (chosen.length === 0 && !native) return [];
    const priceds = options.map((choices, at) => priced(choices, chosen.map((read) => read[at]!)));
    const ways = combinations(priceds, MOST_COST).map((way) => way.parts);
    return [...bySchemes(parts, priceds[0]![0]!.letters), ...ways].slice(0, MOST_SPELLINGS).flatMap(partedAndJoined);
  });
}

/** The name by each scheme throughout, with its usual surname and the one that the person has. */
function bySchemes({ surname, syllables: [first, ...more] }: PartsOfName, own: string): string[][] {
  const given = (start: Scheme, within: Scheme) => [byScheme(first!, start), ...more.map((each) => byScheme(each, within))];
  const usual = surnames(surname)[0]!.letters;
  const korean = [given("revised", "revised"), given("voiceless", "voiced"), given("voiceless", "voiceless"), given("voiced", "voiced")];
  return [
    ...korean.flatMap((each) => [[usual, ...each], [own, ...each]]),
    [sovietSurname(surname), ...given("soviet", "soviet")],
  ];
}

function partedAndJoined([surname, ...given]: readonly string[]): string[] {
  const parted = [surname!, ...given].map(capitalised).join(" ");
  return given.length > 1 ? [parted, `${capitalised(surname!)} ${capitalised(given.join(""))}`] : [parted];
}

/** Is the Latin name a reading of one of the names in Hangul? */
export function readsAsKorean(latin: string, hangul: readonly string[]): boolean {
  return hangul.some((name) => {
    const parts = partsOfName(name);
    return parts !== null && readInEitherOrder(latin, [surnames(parts.surname), ...parts.syllables.map(romanised)]) !== null;
  });
}

/** Spellings of a Korean place of which a listed name is a reading: Pyongyang, Pyeongyang. */
export function koreanPlace(hangul: readonly string[], listed: readonly string[]): string[] {
  return hangul.filter(isHangul).flatMap((name) => {
    const options = [...name].map(romanised);
    const chosen = listed.flatMap((latin) => read(lettersOf(latin), options) ?? []);
    if (chosen.length === 0) return [];
    const bySyllable = options.map((choices, at) => priced(choices, chosen.filter((_, index) => index % options.length === at)));
    return combinations(bySyllable, MOST_COST_OF_PLACE)
      .slice(0, MOST_SPELLINGS_OF_PLACE)
      .map(({ parts }) => capitalised(parts.join("")));
  });
}

/** What is listed costs nothing; if nothing is, the schemes' spellings are all one has. What is rare must be listed. */
function priced(choices: readonly Choice[], listed: readonly string[]): Choice[] {
  const unlisted = listed.length > 0 ? UNLISTED : 0;
  return choices
    .filter(({ letters, cost }) => cost <= BY_PRESS || listed.includes(letters))
    .map(({ letters, cost }) => ({ letters, cost: listed.includes(letters) ? 0 : cost + unlisted }))
    .sort((a, b) => a.cost - b.cost);
}

/** "Kim Il-sung", or "Syngman Rhee" with the surname last. */
function readInEitherOrder(latin: string, options: readonly (readonly Choice[])[]): string[] | null {
  const words = latin.split(" ");
  const last = words.at(-1)!;
  return read(lettersOf(latin), options) ?? read(lettersOf(last + words.slice(0, -1).join("")), options);
}

/** Which choice of each part the letters are made of; null where they are made otherwise. */
function read(letters: string, options: readonly (readonly Choice[])[]): string[] | null {
  const [choices, ...rest] = options;
  if (!choices) return letters === "" ? [] : null;
  for (const choice of choices) {
    if (!letters.startsWith(choice.letters)) continue;
    const after = read(letters.slice(choice.letters.length), rest);
    if (after) return [choice.letters, ...after];
  }
  return null;
}
