/**
 * Korean writes particles, and much else, onto the end of a name without a space: 김일성은, 쏘련과의, 리승만역도의.
 * What may follow a name is a chain of titles, suffixes and particles; anything else makes a longer word, which is
 * not ours.
 *
 * Particles as in H. Sohn, The Korean Language (1999), chapter 9, with the northern standard's spellings.
 */
import { finalOf } from "./fold";
import { wordSet } from "./words";

/** Whether the syllable before must end in a consonant (closed), in a vowel (open), or either. */
type After = "closed" | "open" | "any";

const PARTICLES: ReadonlyMap<string, After> = new Map([
  ...list("closed", "은 이 을 과 으로 아 이나 이며 이고 이란 이라 이라고 이라는 이라도 이라면 이야 이여 이든 이든지 이랑 이자"),
  ...list("closed", "으로서 으로써 으로는 으로도 으로의 으로부터 이였다 이었다 이었던 이였던 이던 이다 이니 이요"),
  ...list("open", "는 가 를 와 나 며 고 란 라 라고 라는 라도 라면 야 여 든 든지 랑 자 였다 였던 던 다 니 요"),
  ...list("open", "로 로서 로써 로는 로도 로의 로부터"),
  ...list("any", "의 에 에서 에게 에게서 에서는 에서도 에서의 에는 에도 에의 에로 에로의 에게는 에게도 께 께서 께서는 께서도"),
  ...list("any", "한테 더러 보고 도 만 만이 만을 만의 만은 까지 까지의 까지도 부터 부터의 마저 조차 처럼 만큼 보다 보다도 마다 밖에"),
  ...list("any", "뿐 뿐만 대로 같이 하고 하며 답게 다운 스러운 따라 커녕 와의 과의 와는 과는 와도 과도 입니다 인가"),
]);

/** Nouns that stand after a name without making another name of it. */
const NOUNS = new Set(
  (
    "님 씨 들 측 쪽 간 등 정부 당국 정권 체제 시대 시기 사이 인민 인민들 사람들 나라 나라들 나라들사이 자들 놈들 역도 역적 도당 일당 괴뢰 " +
    "국가주석 부주석 주석 수상 총리 부위원장 부부장 위원장 국무위원장 총비서 비서 서기장 총서기 대통령 원수 대원수 장군 수령 동지 동무 선생 대장 부장 외상 장관 의원 대사 " +
    "사령관 제국주의 제국주의자 제국주의자들 대표단 대표 군대 지도자 령도자 영도자 여사 전역 지역 내 북부 남부 동부 서부 일대 국경 국민 " +
    "인 인들 군 제 제국주의 침략자 침략자들 군국주의 군국주의자 군국주의자들 반동 반동들 괴뢰들 " +
    "국민들 언론 사회 경제 문제 관계 당시 수행 장병 장병들 군인들 당원 당원들"
  ).split(" "),
);

/** One-syllable prefixes that stand before a name: 반공화국, 친중국. */
const PREFIXES = new Set("반 친 대 탈 재 주 방 전 각 옛 구".split(" "));

/** Titles that stand after a surname, and the English words for them: 김 위원장, 毛主席. Longer ones first. */
const TITLES_AFTER: readonly (readonly [title: string, english: ReadonlySet<number>])[] = (
  [
    ["국무위원장 国家主席", "chairman president"],
    ["위원장 委员长 委員長", "chairman"],
    ["주석 主席", "president chairman"],
    ["대통령 总统 總統 大統領", "president"],
    ["총리 수상 总理 總理 首相", "premier minister"],
    ["총비서 총서기 서기장 비서 总书记 總書記 総書記", "secretary"],
    ["대원수 원수 元帅 元帥", "marshal"],
    ["장군 将军 將軍", "general"],
    ["사령관 司令", "commander"],
    ["외상 외교부장 外长 外相", "minister"],
    ["부장 장관 部长 部長", "minister secretary director"],
    ["대사 大使", "ambassador"],
    ["동지 同志", "comrade"],
  ] as const
).flatMap(([titles, english]) => titles.split(" ").map((title) => [title, wordSet(english)] as const));

/**
 * The title that stands after a name which ends at `at`, with or without a space.
 * @returns hashes of the English words for it, or null where there is none
 */
export function titleAfter(text: string, at: number): ReadonlySet<number> | null {
  const from = text.charAt(at) === " " ? at + 1 : at;
  for (const [title, english] of TITLES_AFTER) if (text.startsWith(title, from)) return english;
  return null;
}

/** Those that are written in Han characters. */
export function hanTitles(): string[] {
  return TITLES_AFTER.map(([title]) => title).filter((title) => /^\p{Script=Han}/u.test(title));
}

/** A chain longer than this is a word of its own. */
const LONGEST_TAIL = 10;

/**
 * May the syllables from `from` to `to` stand after a name that ends before them?
 * @param text with the syllables composed
 */
export function isTail(text: string, from: number, to: number): boolean {
  return to - from <= LONGEST_TAIL && follows(text, from, to, true);
}

/** @param nouns whether a noun may still come: none follows a particle */
function follows(text: string, from: number, to: number, nouns: boolean): boolean {
  if (from === to) return true;
  const final = finalOf(text.charCodeAt(from - 1));
  for (let end = to; end > from; end--) {
    const part = text.slice(from, end);
    if (nouns && NOUNS.has(part) && follows(text, end, to, true)) return true;
    const after = PARTICLES.get(part);
    if (after && agrees(after, final, part) && follows(text, end, to, false)) return true;
  }
  return false;
}

const RIEUL = 8;

function agrees(after: After, final: number, particle: string): boolean {
  // After a digit or a Latin letter nobody can tell.
  if (after === "any" || final < 0) return true;
  if (final === RIEUL && particle.startsWith("로")) return true;
  if (final === RIEUL && particle.startsWith("으로")) return false;
  return (after === "closed") === final > 0;
}

/** May a name begin after these syllables of the same word? */
export function isPrefix(syllables: string): boolean {
  return PREFIXES.has(syllables) || syllables.endsWith("적");
}

function list(after: After, particles: string): [string, After][] {
  return particles.split(" ").map((particle) => [particle, after]);
}
