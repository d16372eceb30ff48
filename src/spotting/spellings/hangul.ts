/**
 * How a Hangul syllable is written in Latin letters: by the Revised Romanisation (2000), by McCune–Reischauer (1939,
 * voiced and voiceless), as North Korea writes it (1992, 2002), and as South Koreans and newspapers do. Accents and
 * apostrophes are left out: folding makes them count for nothing.
 *
 * Sounds are not assimilated across syllables: in names each is written by itself, in the North always and in the
 * South nearly so.
 */
import { type Choice, cheapest } from "./letters";

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const VOWELS = 21;
const FINALS = 28;

/** What a scheme has, or everybody writes, costs nothing; what newspapers have, and what is rare, costs more. */
const BY_SCHEME = 0;
export const BY_PRESS = 1;
const SELDOM = 2;

/** In the order of Unicode: by the Revised Romanisation, by McCune–Reischauer and, after a stroke each, by newspapers and seldom. */
const INITIALS = "g k|kk|n|d t|tt|r/l n|m|b p|pp|s|ss|-|j ch|jj/tch|ch|k/kh|t/th|p/ph|h".split("|");
const VOWEL_SPELLINGS = (
  "a|ae|ya|yae|eo o/u|e|yeo yo/you yu|ye|o//oh|wa|wae|oe//oi|yo|u/oo|wo|we|wi|yu/yoo|eu u|ui/ee i|i//ee"
).split("|");
const FINAL_SPELLINGS = "-|k|k|k|n|n|n|t|l//r|k|m|l|l|l|p|l|m|p|p|t|t|ng|t|t|k|t|p|-".split("|");

/** Syllables of given names as most people write them, where no scheme does. */
const USUAL: ReadonlyMap<string, string> = new Map(
  `정 jung chung|종 jong chong|성 sung|승 seung sung|희 hee|영 young|현 hyun|준 jun joon|수 soo|우 woo|구 koo|기 ki kee|은 eun un|선 sun|순 soon sun|경 kyung
  혁 hyuk hyok|석 suk|헌 hun|훈 hoon hun|철 chul|열 yul|주 joo ju|식 shik sik|신 shin|욱 wook|균 kyun|근 keun|명 myung|병 byung|형 hyung|연 youn|덕 duk
  두 doo|무 moo|문 moon|숙 sook|춘 choon|국 kook|인 in|호 ho|일 il|국 kuk|룡 yong ryong|택 taek thaek|권 kwon|광 kwang|규 kyu|관 kwan|금 keum|길 kil|겸 kyum`
    .split(/[|\n]/)
    .map((line) => line.trim().split(" "))
    .map(([syllable, ...spellings]) => [syllable!, spellings.join(" ")] as const),
);

function choicesOf(spellings: string): Choice[] {
  return spellings.split("/").flatMap((group, at) =>
    group
      .split(" ")
      .filter(Boolean)
      .map((letters) => ({ letters: letters === "-" ? "" : letters, cost: [BY_SCHEME, BY_PRESS, SELDOM][at]! })),
  );
}

const INITIAL_CHOICES = INITIALS.map(choicesOf);
const VOWEL_CHOICES = VOWEL_SPELLINGS.map(choicesOf);
const FINAL_CHOICES = FINAL_SPELLINGS.map(choicesOf);

export function isHangul(text: string): boolean {
  return /^[\uac00-\ud7a3]+$/.test(text);
}

const known = new Map<string, Choice[]>();

/** Ways of writing one syllable, the likeliest first. Empty for what is no Hangul syllable. */
export function romanised(syllable: string): Choice[] {
  let choices = known.get(syllable);
  if (!choices) known.set(syllable, (choices = romanise(syllable)));
  return choices;
}

function romanise(syllable: string): Choice[] {
  const code = syllable.charCodeAt(0);
  if (!(code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE)) return [];
  const at = code - FIRST_SYLLABLE;
  const initials = INITIAL_CHOICES[Math.floor(at / (VOWELS * FINALS))]!;
  const vowels = VOWEL_CHOICES[Math.floor(at / FINALS) % VOWELS]!;
  const finals = FINAL_CHOICES[at % FINALS]!;
  const all = initials.flatMap((initial) =>
    vowels.flatMap((vowel) =>
      finals.map((final) => ({
        letters: initial.letters + vowel.letters + final.letters,
        cost: initial.cost + vowel.cost + final.cost + (isMixed(initial.letters, vowel.letters) ? BY_PRESS : 0),
      })),
    ),
  );
  const usual = USUAL.get(syllable)?.split(" ") ?? [];
  return cheapest([...usual.map((letters) => ({ letters, cost: BY_SCHEME })), ...all, ...all.flatMap(palatal)]).filter(({ cost }) => cost <= SELDOM);
}

/** The Revised Romanisation, McCune–Reischauer at the start of a word and within it, and Soviet usage of the 1950s. */
export type Scheme = "revised" | "voiceless" | "voiced" | "soviet";

/** Kim Ir Sen, Kim Chen Yn, Pak Ir U: what came of Korean names by way of Russian. */
const SOVIET = {
  initials: "k k n t t r m p p s s - ch ch ch k t p kh".split(" "),
  vowels: "a e ya ye e e e ye o va ve ve yo u vo ve vi yu y y i".split(" "),
  finals: "- k k k n n n t r k m r r r p r m p p t t n t t k t p -".split(" "),
};

/** A syllable by one scheme. */
export function byScheme(syllable: string, scheme: Scheme): string {
  const at = syllable.charCodeAt(0) - FIRST_SYLLABLE;
  const place = [Math.floor(at / (VOWELS * FINALS)), Math.floor(at / FINALS) % VOWELS, at % FINALS] as const;
  if (scheme === "soviet") {
    const parts = [SOVIET.initials[place[0]]!, SOVIET.vowels[place[1]]!, SOVIET.finals[place[2]]!];
    return parts.join("").replaceAll("-", "");
  }
  // Of the spellings that the schemes have, the first is that of the Revised Romanisation.
  const inScheme = (choices: readonly Choice[], revised: boolean) => {
    const own = choices.filter(({ cost }) => cost === BY_SCHEME);
    return (revised ? own[0] : own.at(-1))!.letters;
  };
  return (
    inScheme(INITIAL_CHOICES[place[0]]!, scheme !== "voiceless") +
    inScheme(VOWEL_CHOICES[place[1]]!, scheme === "revised") +
    inScheme(FINAL_CHOICES[place[2]]!, true)
  );
}

/** No scheme has the voiceless letters of one with the vowels of the other: cheo, keo. */
function isMixed(initial: string, vowel: string): boolean {
  return /^(?:k|t|p|ch)$/.test(initial) && /eo/.test(vowel);
}

/** S before i sounds like sh, and newspapers write it. */
function palatal({ letters, cost }: Choice): Choice[] {
  return /^si(?!.*sh)/.test(letters) ? [{ letters: `sh${letters.slice(1)}`, cost: cost + BY_PRESS }] : [];
}

/**
 * Surnames as their bearers write them, which no scheme foretells: the North's spelling first, then the South's by
 * frequency, after a stroke what is rare. In the South initial ㄹ is dropped or becomes ㄴ; those surnames stand under both spellings.
 */
const SURNAMES: ReadonlyMap<string, readonly Choice[]> = new Map(
  `
  가 ka|강 kang/gang|고 ko go koh|공 kong gong|곽 kwak/gwak|구 ku koo/gu|권 kwon/gwon|금 kum keum|기 ki kee|길 kil gil
  김 kim/gim|나 na ra rah|남 nam|남궁 namgung namkung|노 no roh ro/noh|도 to do|독고 tokko dokgo|동 tong dong
  라 ra na|량 ryang yang|려 ryo yeo|련 ryon yeon|렴 ryom yeom|로 ro no roh/noh|류 ryu yu yoo/lyu|륙 ryuk yuk
  리 ri yi lee rhee li/rie|림 rim im lim/yim|마 ma|맹 maeng|명 myong myung myeong|모 mo|목 mok|문 mun moon|민 min
  박 pak park/bak|반 pan ban|방 pang bang|배 pae bae|백 paek baek paik/baik|변 pyon byun byon byeon|복 pok bok|봉 pong bong
  사공 sagong|서 so suh seo/sur|석 sok suk seok|선 son sun seon|선우 sonu sunwoo|설 sol seol sul|성 song sung seong
  소 so soh|손 son sohn|송 song|신 sin shin|심 sim shim|안 an ahn|양 yang ryang|어 o eo uh|엄 om um eom|여 yo yeo yuh
  연 yon yeon youn|염 yom yeom|예 ye|오 o oh|옥 ok|왕 wang|용 yong|우 u woo|원 won|위 wi|유 yu yoo ryu/you|육 yuk
  윤 yun yoon/youn|은 un eun|이 yi lee rhee ri li/rie|인 in|임 im lim rim/yim|장 chang jang|전 chon jeon chun/jun
  정 chong chung jung jong jeong/cheong|제갈 chegal jegal|조 cho jo|주 chu joo ju|지 chi ji|진 chin jin|차 cha
  채 chae|천 chon cheon chun|최 choe choi/choy tsoi|추 chu choo|태 tae thae|편 pyon pyun|표 pyo|피 pi|하 ha hah
  한 han hahn|함 ham hahm|허 ho hur huh heo|현 hyon hyun hyeon|형 hyong hyung|홍 hong|황 hwang|황보 hwangbo
  `
    .trim()
    .split(/[|\n]/)
    .map((line) => {
      const [, hangul, spellings] = /^(\S+) (.+)$/.exec(line.trim())!;
      return [hangul!, choicesOf(spellings!)] as const;
    }),
);

/** Ways of writing a surname; empty for what is none. */
export function surnames(hangul: string): readonly Choice[] {
  return SURNAMES.get(hangul) ?? [];
}

/** A surname as Soviet texts have it. */
export function sovietSurname(hangul: string): string {
  return { 이: "li", 리: "li", 최: "tsoi", 림: "lim", 임: "lim", 유: "yu" }[hangul] ?? Array.from(hangul, (each) => byScheme(each, "soviet")).join("");
}

/** A Korean person's name in Hangul. */
export interface PartsOfName {
  surname: string;
  /** Of the given name: one or two. */
  syllables: string[];
}

/** Cuts a Korean person's name into surname and syllables; null where it has no Korean shape. */
export function partsOfName(hangul: string): PartsOfName | null {
  const name = hangul.replace(/\s/g, "");
  if (!isHangul(name) || name.length < 2 || name.length > 5) return null;
  const long = name.length > 3 && SURNAMES.has(name.slice(0, 2)) ? 2 : 1;
  const surname = name.slice(0, long);
  const syllables = Array.from(name.slice(long));
  return SURNAMES.has(surname) && syllables.length > 0 && syllables.length < 3 ? { surname, syllables } : null;
}

const SURNAME_SPELLINGS: ReadonlySet<string> = new Set([...SURNAMES.values()].flatMap((choices) => choices.map(({ letters }) => letters)));

/** May the letters be a Korean surname? */
export function isSurname(letters: string): boolean {
  return SURNAME_SPELLINGS.has(letters);
}

const SYLLABLE =
  /^(?:kk|tt|pp|ss|jj|ch|sh|[kgntdrlmpbsjh])?(?:yeo|yae|wae|you|yoo|woo|eui|ae|ya|eo|ye|wa|oe|oi|yo|oo|wo|we|wi|yu|eu|ui|ee|a|e|o|u|i)(?:ng|ck|[kgntlmpbr])?$/;

/** May the letters be a Korean syllable? */
export function isSyllable(letters: string): boolean {
  return SYLLABLE.test(letters);
}
