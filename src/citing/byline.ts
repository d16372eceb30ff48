/**
 * Who wrote a page, by the line in which it says so: "By Choe Sang-Hun and Jane van der Goor". Which part of a name is the
 * family's is told only where its form says so; what may be an institution, or anything else, stays whole.
 */
import type { CslName } from "./csl";

/** What a byline begins with, in the languages whose papers write it. */
const OPENING = /^\s*(?:(?:written\s+)?by|von|par|por|автор:?)\s+/i;

/** Between people. A comma is looked at apart: it may also stand between family and given name. */
const BETWEEN = /\s*(?:;|\s&\s|\s+(?:and|und|et)\s+|、|，)\s*/i;

/** After a comma, and no person of its own. */
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/** Words of which a person's name has none. */
const INSTITUTION =
  /^the\s|\b(?:news\w*|press|agency|agence|reuters|afp|staff|editors?|editorial|board|team|desk|times|post|tribune|herald|institute|ministry|university|committee|department|office|service|foundation|council|association|society|centre|center|bureau|archives?|library|museum|magazine|journal|review|radio|tv|group|company|inc|ltd|llc|gmbh|wikipedia|contributors|correspondents?|reporters?)\b|[\d@/:()|]/i;

/** Stand before a family's name and are a part of it: "van der Goor". */
const PARTICLE = /^(?:van|von|vom|zu|zum|der|den|de|di|da|das|dos|do|del|della|du|la|le|ten|ter|bin|ibn|al|el)$/;

/** Families that stand first where the given name has the form that Korean and Chinese ones have in Latin letters. */
const FAMILY_FIRST = new Set(
  (
    "kim lee yi rhee ri park pak choi choe jung jeong chung kang cho jo yoon yun jang chang lim im rim han oh seo suh shin sin kwon " +
    "hwang ahn an song ryu yoo yu hong moon mun ban roh noh paek baek nam ha " +
    "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang feng deng xiao cao peng " +
    "zeng xi jiang mao shen lu wei fan fang shi yao tan du cai pan ye bo hua ren qian"
  ).split(" "),
);

/** "Sang-Hun", "Jong-un". */
const KOREAN_GIVEN = /^\p{Lu}\p{Ll}{1,6}-\p{L}\p{Ll}{1,6}$/u;

/** One or two syllables of Hanyu Pinyin: "Jinping", "Jian". */
const PINYIN_GIVEN =
  /^(?:(?:[zcs]h|[bpmfdtnlgkhjqxzcsryw])?(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|[aeiouü])){1,2}$/i;

/** The people or institutions that a byline names, in its order. Nothing of it is left out, save "by". */
export function namesOfByline(byline: string): CslName[] {
  const line = byline.replace(/\s+/g, " ").trim().replace(OPENING, "");
  return line.split(BETWEEN).flatMap(acrossCommas).map(nameOf);
}

/** "Doe, Jane" is one name; "Jane Doe, John Roe" are two; "Jane Doe, Jr." is one. */
function acrossCommas(part: string): string[] {
  const pieces = part.split(",").map((piece) => piece.trim()).filter((piece) => piece !== "");
  const joined: string[] = [];
  for (const piece of pieces) {
    if (SUFFIX.test(piece) && joined.length > 0) joined.push(`${joined.pop()}, ${piece}`);
    else joined.push(piece);
  }
  const whole = (piece: string) => piece.includes(" ") || INSTITUTION.test(piece);
  return joined.length < 2 || joined.every(whole) ? joined : [joined.join(", ")];
}

function nameOf(text: string): CslName {
  const [before, after = "", ...more] = text.split(", ");
  if (INSTITUTION.test(text) || more.length > 0) return { literal: text };
  if (SUFFIX.test(after)) return suffixed(before!, after, text);
  if (after !== "") return /^(?:\p{Ll}+ )*\S+$/u.test(before!) ? { family: before!, given: after } : { literal: text };
  const words = text.split(" ");
  const last = words.at(-1)!;
  if (words.length > 2 && SUFFIX.test(last)) return suffixed(words.slice(0, -1).join(" "), last, text);
  return words.length < 2 || words.length > 6 || !words.every(isOfName) ? { literal: text } : parted(words);
}

function suffixed(before: string, suffix: string, whole: string): CslName {
  const name = nameOf(before);
  return name.family && !name.suffix ? { ...name, suffix } : { literal: whole };
}

/** Letters with what may stand among them. */
function isOfName(word: string): boolean {
  return /^\p{L}[\p{L}\p{M}.'’‑-]*$/u.test(word);
}

function parted(words: readonly string[]): CslName {
  const [first, second] = words as [string, string];
  const familyFirst = FAMILY_FIRST.has(first.toLowerCase()) && (KOREAN_GIVEN.test(second) || PINYIN_GIVEN.test(second));
  if (words.length === 2 && familyFirst) return { family: first, given: second };
  const at = words.findIndex((word, index) => index > 0 && PARTICLE.test(word));
  if (at < 0 || at === words.length - 1) return { family: words.at(-1)!, given: words.slice(0, -1).join(" ") };
  const end = words.findIndex((word, index) => index > at && !PARTICLE.test(word));
  if (end < 0) return { literal: words.join(" ") };
  return {
    family: words.slice(end).join(" "),
    given: words.slice(0, at).join(" "),
    "non-dropping-particle": words.slice(at, end).join(" "),
  };
}
