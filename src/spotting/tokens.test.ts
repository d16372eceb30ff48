import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isCapital } from "./casing";
import { CHANGED, GAP_HARD, GAP_LOOSE, GAP_NONE, GAP_SOFT, spellingHash, tokenise, Tokens } from "./tokens";

/** Tokens of a text as they are written. */
function words(text: string): string[] {
  const tokens = new Tokens();
  tokenise(text, tokens);
  return Array.from({ length: tokens.count }, (_, at) => text.slice(tokens.start[at]!, tokens.end[at]!));
}

/** What matching sees of a text: both hashes of each token, and which gaps are breaks. */
function seen(text: string): string {
  const tokens = new Tokens();
  tokenise(text, tokens);
  const each = Array.from({ length: tokens.count }, (_, at) => {
    const broken = at > 0 && tokens.gap(at) === GAP_HARD;
    return `${broken ? "|" : ""}${tokens.hash[at]}/${spellingHash(text, tokens, at, at + 1)}`;
  });
  return each.join(" ");
}

/**
 * Characters that fold in a way of their own: accents ready-made and combining, other alphabets, compatibility forms,
 * what is not seen, halves and wholes of characters beyond U+FFFF, writing from right to left.
 */
const ODD = [
  ..."aZkſ1Éö̂́̆İıßẞæŒøŁđŉﬁＫ９ªⅧ²①™KÅΣςσάАйЙёїў北京々〇갃김김ㄱガｶﾞパーキム・がのあ゙한",
  ..." \t\n\u00a0\u3000-‐–—'’ʻʼ`´.,;:!?\"“”„«»&()/…·\u00ad\u200b\u200d\u2060\ufeff\ufe0f\u200f\u202b_",
  // In clusters: the order of marks of two scripts on one letter is nobody's business.
  "שָׁ", "לוֹ", "مُحَمَّد", "أ", "नदी", "क़", "ท้า", "𝐊", "𐐀", "𠮷", "😀",
  "\ud835", "\udc0a", "’s", "'S ", "U.S.", "J. ", "Kim Il-sung", "김일성은", "毛泽东",
];
const oddText = fc.array(fc.constantFrom(...ODD), { maxLength: 24 }).map((parts) => parts.join(""));
const anyText = fc.oneof(oddText, fc.string({ unit: "binary", maxLength: 40 }), fc.string({ unit: "grapheme", maxLength: 40 }));

test("tokens stand in the text in order, apart from each other, and are not empty", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const tokens = new Tokens();
      tokenise(text, tokens);
      let end = 0;
      for (let at = 0; at < tokens.count; at++) {
        expect(tokens.start[at]).toBeGreaterThanOrEqual(end);
        expect(tokens.end[at]).toBeGreaterThan(tokens.start[at]!);
        end = tokens.end[at]!;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 2000 },
  );
});

test("a text and its decomposed and composed forms have the same tokens", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      // A text that is in no normal form may order its marks as it likes.
      const composed = text.normalize("NFC");
      expect(seen(composed.normalize("NFD"))).toBe(seen(composed));
    }),
    { numRuns: 2000 },
  );
});

test("so has each character of the basic plane, alone and after a letter of its sort", { timeout: 20_000 }, () => {
  for (let code = 1; code < 0x10000; code++) {
    const character = String.fromCharCode(code);
    for (const text of [character, `a${character}`, `и${character}`, `か${character}`]) {
      const [composed, decomposed] = [text.normalize("NFC"), text.normalize("NFD")];
      if (composed !== decomposed && seen(composed) !== seen(decomposed)) expect.fail(`U+${code.toString(16)} in ${text}`);
    }
  }
});

/** Folding by the plain rules, one character at a time, with nothing of tables and hashes. */
function naiveWords(text: string): string[] {
  return text
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, "")
    .replace(/(?<=[\p{L}\p{N}\p{M}])['’]s(?![\p{L}\p{N}\p{M}'’])/giu, " ")
    .replace(/(?<=[\p{L}\p{N}\p{M}])['’](?=[\p{L}\p{N}\p{M}])/gu, "")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/(?<!и)\u0306|(?<!і)\u0308|(?![\u0306\u0308])\p{M}/gu, "")
    .normalize("NFC")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

test("words of alphabets are what a naive fold says", () => {
  const letters = fc.constantFrom(..."abcXYZéÖñçŝΣάБдйЁї019", "’s ", "'", "’", " ", " ", "-", ",", "\u00ad", "\u200d", "e\u0301");
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 30 }), (parts) => {
      const text = parts.join("");
      const plain = (folded: string[]) => folded.map((word) => word.replaceAll("ё", "е")).join(" ");
      expect(seen(plain(naiveWords(text))).replaceAll("|", "")).toBe(seen(text).replaceAll("|", ""));
    }),
    { numRuns: 3000 },
  );
});

test("the tokens of one text do not depend on the text before", () => {
  fc.assert(
    fc.property(anyText, anyText, (before, text) => {
      const used = new Tokens();
      tokenise(before, used);
      tokenise(text, used);
      const fresh = new Tokens();
      tokenise(text, fresh);
      const held = (tokens: Tokens) =>
        [tokens.hash, tokens.start, tokens.end, tokens.marks].map((table) => Array.from(table.subarray(0, tokens.count)));
      expect(held(used)).toEqual(held(fresh));
    }),
  );
});

/** Spellings that are one and the same to matching. */
const SAME: readonly (readonly string[])[] = [
  ["P'eng Te-huai", "P’êng Te‑huai", "Pʻeng Te huai", "PENG TE\u2013HUAI", "Peng\u00a0Te\nhuai"],
  ["Kim Il-sung", "Kim Il\u00ad-sung", "K\u200bim Il Sung", "Ｋｉｍ Ｉｌ Ｓｕｎｇ", "𝐊𝐢𝐦 𝐈𝐥 𝐒𝐮𝐧𝐠"],
  ["Strasse", "Straße", "STRASSE", "STRAẞE"],
  ["Istanbul", "İstanbul", "ISTANBUL", "ıstanbul"],
  ["Ægir fine", "aegir ﬁne"],
  ["ΟΔΟΣ", "οδος", "οδοσ", "όδος"],
  ["Хрущёв", "хрущев", "ХРУЩЕ\u0308В"],
  ["김일성", "김일성".normalize("NFD")],
  ["ガガーリン", "カ\u3099カ\u3099ーリン", "ｶﾞｶﾞｰﾘﾝ"],
  ["キム・ジョンウン", "キム ジョンウン", "ｷﾑ･ｼﾞｮﾝｳﾝ"],
  ["People's Republic", "People’s Republic", "PEOPLE'S REPUBLIC"],
  ["World War II", "World War Ⅱ"],
  ["クラブ", "クラフ\u3099"],
];
test.each(SAME)("%s is spelt in other ways", (first, ...others) => {
  for (const other of others) expect(seen(other!), other).toBe(seen(first!));
});

/** Spellings that are not. */
const DIFFERENT = [
  ["Йод", "Иод"], ["カ", "ガ"], ["Kim", "Kim™x"], ["x²", "x2"], ["①", "1"], ["नदी", "नद"], ["Kim, Il", "Kim Il"], ["か", "が"],
  ["Ким", "Kim"],
];
test.each(DIFFERENT)("%s is not %s", (one, other) => {
  expect(seen(one!)).not.toBe(seen(other!));
});

test("a possessive stays outside, a combining mark inside", () => {
  expect(words("Kim’s, Kims', KIM'S and Xi's")).toEqual(["Kim", "Kims", "KIM", "and", "Xi"]);
  expect(words("Se\u0301n\u0301 x")).toEqual(["Se\u0301n\u0301", "x"]);
  expect(words("Kim\u200b Il\u00ad")).toEqual(["Kim", "Il"]);
});

test("scripts without spaces are cut as they are read", () => {
  expect(words("在彭德怀吃ガガーリンはKim김일성")).toEqual([..."在彭德怀吃", "ガガーリン", "は", "Kim", ..."김일성"]);
  expect(words("𠮷野")).toEqual(["𠮷", "野"]);
});

test("gaps between tokens tell what may stand within a name", () => {
  const gapBefore = (text: string) => {
    const tokens = new Tokens();
    tokenise(text, tokens);
    return tokens.gap(1);
  };
  for (const gap of [" ", "\n", "-", "\u2011", "\u00b7", "\u00a0\u3000", "\u200b "]) expect(gapBefore(`a${gap}b`), gap).toBe(GAP_SOFT);
  for (const gap of ["’s ", "” ", " “", " & ", "' ", ". "]) expect(gapBefore(`a${gap}b`), gap).toBe(GAP_LOOSE);
  for (const gap of [", ", "; ", "—", " (", "…", "!", " 😀 ", "... "]) expect(gapBefore(`abc${gap}b`), gap).toBe(GAP_HARD);
  expect(gapBefore("abc. b")).toBe(GAP_HARD);
  expect(gapBefore("김b")).toBe(GAP_NONE);
});

test("every token that begins with a capital is marked, whatever the alphabet", () => {
  const tokens = new Tokens();
  let capitals = 0;
  for (let code = 1; code < 0x1f200; code++) {
    const character = String.fromCodePoint(code);
    if (!isCapital(character, 0)) continue;
    for (const text of [`${character}im`, `\u200b${character}im`, ` “${character}`]) {
      tokenise(text, tokens);
      // The capital form of an apostrophe is no letter.
      if (tokens.count === 0 || !isCapital(text, tokens.start[0]!)) continue;
      capitals++;
      if (!(tokens.marks[0]! & CHANGED)) expect.fail(`U+${code.toString(16)} in ${text}`);
    }
  }
  expect(capitals).toBeGreaterThan(4000);
});

test("a token is cut and joined as it would have been read", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("Kim", "Éa", "öl", "шФ", "x1"), { minLength: 2, maxLength: 2 }), oddText, (halves, after) => {
      const text = `${halves.join("")} ${after}`;
      const tokens = new Tokens();
      tokenise(text, tokens);
      const before = seen(text);
      const held = () => [tokens.hash, tokens.start, tokens.end, tokens.marks].map((table) => Array.from(table.subarray(0, tokens.count)));
      const whole = held();
      tokens.cut(text, 0, halves[0]!.length);
      expect(text.slice(tokens.start[1]!, tokens.end[1]!).startsWith(halves[1]!)).toBe(true);
      expect(tokens.gap(1)).toBe(GAP_NONE);
      tokens.join(text, 0);
      expect(held()).toEqual(whole);
      expect(seen(text)).toBe(before);
    }),
  );
});
