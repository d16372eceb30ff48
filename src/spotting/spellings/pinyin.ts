/**
 * Syllables of Mandarin in Hanyu Pinyin (1958) and in Wade–Giles (H. Giles, A Chinese–English Dictionary, 1912), the
 * spelling of nearly all that was printed about China before 1979. Tones, the two dots of ü and, in the end,
 * apostrophes are left out: folding makes them count for nothing.
 */

/** Finals that stand after each initial of Pinyin. */
const SYLLABLES = `
  :a ai an ang ao e ei en eng er o ou
  y:a an ang ao e i in ing ong ou u uan ue un
  w:a ai an ang ei en eng o u
  b:a ai an ang ao ei en eng i ian iao ie in ing o u
  p:a ai an ang ao ei en eng i ian iao ie in ing o ou u
  m:a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u
  f:a an ang ei en eng o ou u
  d:a ai an ang ao e ei en eng i ian iao ie ing iu ong ou u uan ui un uo
  t:a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo
  n:a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan ue uo
  l:a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan ue un uo
  g:a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
  k:a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo
  h:a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
  j:i ia ian iang iao ie in ing iong iu u uan ue un
  q:i ia ian iang iao ie in ing iong iu u uan ue un
  x:i ia ian iang iao ie in ing iong iu u uan ue un
  zh:a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo
  ch:a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo
  sh:a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo
  r:an ang ao e en eng i ong ou u uan ui un uo
  z:a ai an ang ao e ei en eng i ong ou u uan ui un uo
  c:a ai an ang ao e en eng i ong ou u uan ui un uo
  s:a ai an ang ao e en eng i ong ou u uan ui un uo
`;

/** Initials whose letters differ. An apostrophe marks what is aspirated. */
const WADE_INITIALS: Readonly<Record<string, string>> = {
  b: "p", p: "p'", d: "t", t: "t'", g: "k", k: "k'", j: "ch", q: "ch'", x: "hs", zh: "ch", ch: "ch'", r: "j", z: "ts", c: "ts'",
};
const WADE_FINALS: Readonly<Record<string, string>> = {
  e: "e", ie: "ieh", ian: "ien", ong: "ung", iong: "iung", ue: "ueh",
};
/** Whole syllables that no rule gives; the usual spelling first. */
const WADE_WHOLE: Readonly<Record<string, string>> = {
  zhi: "chih", chi: "ch'ih", shi: "shih", ri: "jih", zi: "tzu tze", ci: "tz'u tz'e", si: "ssu szu sze", yi: "i yi", ye: "yeh",
  you: "yu", yan: "yen", yong: "yung", yue: "yueh", er: "erh", e: "o e", ge: "ko", ke: "k'o", he: "ho", gui: "kuei", kui: "k'uei",
  de: "te teh", te: "t'e t'eh", ze: "tse tze", she: "she sheh", zhe: "che", shuo: "shuo", guo: "kuo", kuo: "k'uo", huo: "huo",
  lue: "lueh", wei: "wei", bei: "pei", xie: "hsieh", xu: "hsu", xue: "hsueh", xuan: "hsuan", xun: "hsun",
};

const WADE: ReadonlyMap<string, readonly string[]> = new Map(
  SYLLABLES.trim().split("\n").flatMap((line) => {
    const [initial, finals] = line.trim().split(":") as [string, string];
    return finals.split(" ").map((final) => [initial + final, wadeOf(initial, final)] as const);
  }),
);

function wadeOf(initial: string, final: string): string[] {
  const whole = WADE_WHOLE[initial + final];
  if (whole) return whole.split(" ");
  // Pinyin's duo is Wade–Giles' to; only after sh and the throat's sounds does the u stay.
  const short = final === "uo" ? "o" : final;
  return [(WADE_INITIALS[initial] ?? initial) + (WADE_FINALS[short] ?? short)];
}

/** Longest syllable of either, in letters. */
export const LONGEST_SYLLABLE = 6;

export function isPinyin(syllable: string): boolean {
  return WADE.has(syllable);
}

/** Wade–Giles for a syllable of Pinyin, with apostrophes, the usual spelling first; empty for what is none. */
export function wadeGiles(pinyin: string): readonly string[] {
  return WADE.get(pinyin) ?? [];
}

const PINYIN_OF: ReadonlyMap<string, readonly string[]> = invert();

function invert(): Map<string, string[]> {
  const inverse = new Map<string, string[]>();
  for (const [pinyin, spellings] of WADE) {
    for (const wade of spellings) inverse.set(wade, [...(inverse.get(wade) ?? []), pinyin]);
  }
  return inverse;
}

/** Syllables of Pinyin that Wade–Giles writes so, apostrophes counting; empty where there is none. */
export function pinyinOf(wade: string): readonly string[] {
  return PINYIN_OF.get(wade) ?? [];
}

/** Surnames by frequency, two-syllable ones last. */
const SURNAMES = `
  wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang feng yu
  dong xiao cheng cao yuan deng fu shen zeng peng lu su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren
  fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan lei qian yin
  li chang wen qiao lai gong pang nie hua bo rong geng zuo qu xi hong ouyang sima shangguan zhuge
`.trim().split(/\s+/);
const EITHER_SURNAMES: ReadonlySet<string> = new Set(
  SURNAMES.flatMap((pinyin) => [pinyin, ...wadeGiles(pinyin).map((wade) => wade.replace("'", ""))]),
);

/** May the letters, in Pinyin or in Wade–Giles without apostrophes, be a surname? */
export function isChineseSurname(letters: string): boolean {
  return EITHER_SURNAMES.has(letters);
}

const EITHER: ReadonlySet<string> = new Set([...WADE].flatMap(([pinyin, wade]) => [pinyin, ...wade.map((each) => each.replace("'", ""))]));

/** May the letters be a syllable in Pinyin, or in Wade–Giles without apostrophes? */
export function isChineseSyllable(letters: string): boolean {
  return EITHER.has(letters);
}
