/** The rules that make spellings of one entry from the names that its pack lists. docs/pack-format.md describes them. */
import type { Entry, NameClass } from "../../packs/model";
import { spellingsOf } from "../names";
import { chinesePerson, chinesePlace, readsAsChinese } from "./chinese";
import { otherCharacters } from "./han";
import { koreanPerson, koreanPlace, readsAsKorean } from "./korean";
import { isLatin, lettersOf } from "./letters";
import { catalogued, looksPersonal, shortened, surnameOf, turnedRound } from "./people";
import { isRussian, respelt, transliterated } from "./russian-latin";
import { restyled, withoutArticle, withoutBrackets, withoutRegion } from "./titles";

/** How sure a rule is that its spelling is the entry's: what decides between two entries that get the same one. */
export const ROMANISED = 1;
export const SHORTENED = 2;
export const SAME_WORDS = 3;

/** A spelling that no pack lists. */
export interface Made {
  text: string;
  class: NameClass;
  certainty: typeof ROMANISED | typeof SHORTENED | typeof SAME_WORDS;
}

/** Full names by script and language. */
interface Listed {
  latin: string[];
  hangul: string[];
  han: string[];
  russian: string[];
  all: string[];
}

/** What is known of a person besides the names. */
interface Person extends Listed {
  /** By the pack or by the shape of the name alone. */
  known: boolean;
  korean: boolean;
  chinese: boolean;
  russianBorn: boolean;
}

/** Kinds of entries that may be persons without the pack saying so. */
const PERHAPS_PERSON: ReadonlySet<string> = new Set(["other"]);
/** Kinds whose names may end in where they are: "Dallas, Texas". In those of a treaty a comma is one of a list. */
const HAVE_REGIONS: ReadonlySet<string> = new Set(["place", "organisation", "other"]);

/** All spellings that the rules make of an entry, the surest and likeliest first, with those that it lists. */
export function made(entry: Entry): Made[] {
  const listed = listedOf(entry);
  const titles = ofTitles(entry, listed);
  const bases = listed.latin.map((name) => withoutBrackets(name) ?? name);
  const person = entry.kind === "person" || (PERHAPS_PERSON.has(entry.kind) && bases.some(looksPersonal));
  if (person) return [...ofPerson(entry, { ...listed, latin: bases }), ...titles];
  return entry.kind === "place" ? [...titles, ...ofPlace(entry, listed)] : titles;
}

function listedOf({ names }: Entry): Listed {
  const full = names.filter((name) => name.class === "full");
  const of = (lang: RegExp) => full.filter((name) => lang.test(name.lang)).map(({ text }) => text);
  return {
    latin: full.map(({ text }) => text).filter(isLatin),
    hangul: of(/^ko\b/),
    han: of(/^zh\b/),
    russian: of(/^ru\b/).filter(isRussian),
    all: full.map(({ text }) => text),
  };
}

function as(nameClass: NameClass, certainty: Made["certainty"], texts: readonly string[]): Made[] {
  return texts.map((text) => ({ text, class: nameClass, certainty }));
}

function ofTitles({ kind }: Entry, { latin, han }: Listed): Made[] {
  // The author of a pack that says what its entries are also says when a part of a name is one. A pack of nothing but
  // titles cannot.
  const part: NameClass = PERHAPS_PERSON.has(kind) ? "full" : "short";
  const parts = HAVE_REGIONS.has(kind) ? [withoutBrackets, withoutRegion] : [withoutBrackets];
  const bases = latin.flatMap((name) => parts.flatMap((part) => part(name) ?? []));
  const bare = latin.flatMap((name) => withoutArticle(name) ?? []);
  return [
    ...as("full", SAME_WORDS, latin.flatMap(restyled)),
    ...as("full", SAME_WORDS, han.flatMap((name) => otherCharacters(name) ?? [])),
    ...as(part, SHORTENED, bases),
    ...bare.flatMap((name) => as(name.includes(" ") ? "full" : "short", SHORTENED, [name])),
  ];
}

function ofPerson(entry: Entry, listed: Listed): Made[] {
  const person = described(entry, listed);
  const { latin, hangul, han, russian, korean, chinese, known } = person;
  const shapes = known ? latin : latin.filter(looksPersonal);
  const longer = korean || chinese ? [] : [...shapes, ...russian];
  const surnamesListed = entry.names.filter((name) => name.class === "short").map(({ text }) => text);
  return [
    ...as("short", SHORTENED, surnames(entry, person)),
    ...as("full", SAME_WORDS, [...shapes.flatMap((name) => turned(name, entry)), ...shapes.slice(0, 1).flatMap(catalogued)]),
    ...as("full", SHORTENED, longer.flatMap((name) => inCases(shortened(name, known, surnamesListed)))),
    ...as("full", ROMANISED, korean ? koreanPerson(hangul, latin, true) : []),
    ...as("full", ROMANISED, chinese ? chinesePerson(han, latin) : []),
    ...as("full", ROMANISED, ofRussian(person)),
  ];
}

/** The name in the other order, by its shape or because the person's language has another order than English. */
function turned(name: string, { native }: Entry): string[] {
  const [first, second, ...more] = name.split(" ");
  const swapped = native && SURNAME_FIRST.test(native) && second && more.length === 0 ? [`${second} ${first}`] : [];
  return [...turnedRound(name), ...swapped];
}

function described({ kind, native }: Entry, listed: Listed): Person {
  const { latin, hangul, han, russian } = listed;
  const born = (lang: RegExp) => native !== undefined && lang.test(native);
  const korean = born(/^ko\b/) || (!native && latin.some((name) => readsAsKorean(name, hangul)));
  const chinese = born(/^zh\b/) || (!native && !korean && latin.some((name) => readsAsChinese(name, han)));
  const letters = new Set(latin.map(lettersOf));
  const readsAsRussian = () => russian.some((name) => transliterated(name).some((each) => letters.has(lettersOf(each))));
  return { ...listed, known: kind === "person", korean, chinese, russianBorn: born(/^ru\b/) || (!native && readsAsRussian()) };
}

/** Scripts in which a surname may stand alone. The last three write some people's surname first, others' last. */
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Hangul}/u, /\p{Script=Han}/u, /\p{Script=Katakana}/u];
const ORDERED_SCRIPTS = 2;
/** Languages whose speakers' surnames come first at home and last abroad, or the other way round. */
const SURNAME_FIRST = /^(?:ja|hu|vi|mn|ko|zh)\b/;

/** The surname in each script for which none is listed, from the first name that shows it. */
function surnames({ names, native }: Entry, { all, latin, known, korean, chinese }: Person): string[] {
  const scripts = native === undefined || SURNAME_FIRST.test(native) ? SCRIPTS.slice(0, ORDERED_SCRIPTS) : SCRIPTS;
  return scripts.flatMap((script) => {
    if (names.some((name) => name.class === "short" && script.test(name.text))) return [];
    // Titles lose their brackets before.
    const full = script === SCRIPTS[0] ? latin : all.filter((name) => script.test(name) && !isLatin(name));
    for (const name of known ? full : full.filter(looksPersonal)) {
      const surname = (korean || chinese) && isRussian(name) ? (name.split(" ")[0] ?? null) : surnameOf(name);
      if (surname !== null && surname !== name) return inCases([surname]);
    }
    return [];
  });
}

/** Russian names in all cases, others as they are. */
function inCases(names: readonly string[]): string[] {
  return names.flatMap((text) => (isRussian(text) ? spellingsOf({ text, lang: "ru" }, "person") : [text]));
}

/** Most names of one Russian in Latin letters. */
const MOST_RUSSIAN = 24;

/**
 * A Russian's name by the schemes of several languages; an East Asian's by those of people who translate from Russian:
 * Kim Ir Sen, Tsoi Chan Ik.
 */
function ofRussian({ russian, latin, korean, chinese, russianBorn }: Person): string[] {
  if (korean || chinese) return russian.flatMap((name) => transliterated(name, "english"));
  if (!russianBorn) return [];
  const spelt = russian.flatMap((name) => transliterated(name));
  return [...latin.flatMap(respelt), ...otherGivenNames(latin), ...spelt, ...spelt.flatMap((name) => shortened(name, true))].slice(0, MOST_RUSSIAN);
}

/** "Iosif Vissarionovich Stalin", where a pack has that of Joseph and an Iosif without. */
function otherGivenNames(latin: readonly string[]): string[] {
  const words = latin.map((name) => name.split(" ")).filter((name) => name.length > 1);
  return words.flatMap(([, ...rest]) => words.filter((name) => rest.length > 1 && name.at(-1) === rest.at(-1)).map(([given]) => [given, ...rest].join(" ")));
}

function ofPlace({ native = "" }: Entry, { latin, hangul, han, russian }: Listed): Made[] {
  return as("full", ROMANISED, [
    ...(/^ko\b/.test(native) ? koreanPlace(hangul, latin) : []),
    ...(/^zh\b/.test(native) ? chinesePlace(han, latin) : []),
    ...(/^ru\b/.test(native) ? russian.filter((name) => /\p{Ll}/u.test(name)).flatMap((name) => transliterated(name)) : []),
  ]);
}
