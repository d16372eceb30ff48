/** Names as titles of encyclopaedia articles have them, and as style guides differ about them. */

/** "Kim Yong-nam (politician)": what is in brackets tells namesakes apart and stands in no text. */
export function withoutBrackets(name: string): string | null {
  return /^(.*[^\s(])\s+\([^()]+\)$/u.exec(name)?.[1] ?? null;
}

/** "Dallas, Texas", "Washington, D.C.": the place without the one that it lies in. */
export function withoutRegion(name: string): string | null {
  return /^(\p{Lu}[^,]*),\s+(?:\p{Lu}[^\s,]*\s?){1,3}$/u.exec(name)?.[1] ?? null;
}

/** "The New York Times" as "New York Times". */
export function withoutArticle(name: string): string | null {
  return /^The\s+(\p{Lu}.*)$/u.exec(name)?.[1] ?? null;
}

/** Words that style guides write in two ways, each with the other. */
const STYLES: readonly (readonly [RegExp, string])[] = [
  [/(?<=\S)\s*&\s*(?=\p{Lu}\p{Ll})/gu, " and "],
  [/^(\S+(?: \S+)?) and (\S+(?: \S+)?)$/u, "$1 & $2"],
  [/\bSt\.?\s+(?=\p{Lu})/gu, "Saint "],
  [/\bSaint\s+(?=\p{Lu})/gu, "St. "],
  [/\bSaint\s+(?=\p{Lu})/gu, "St "],
  [/\bSt\.\s+(?=\p{Lu})/gu, "St "],
  [/\bSt\s+(?=\p{Lu})/gu, "St. "],
  [/\bMount\s+(?=\p{Lu})/gu, "Mt. "],
  [/\bMt\.?\s+(?=\p{Lu})/gu, "Mount "],
  [/\bU\.\s?S\.(?=\s)/gu, "US"],
  [/\bUS(?=\s)/gu, "U.S."],
  [/\bU\.\s?N\.(?=\s)/gu, "UN"],
  [/\bUN(?=\s)/gu, "U.N."],
  [/\bU\.\s?K\.(?=\s)/gu, "UK"],
  [/\bUK(?=\s)/gu, "U.K."],
];

/** The name as other style guides write it. */
export function restyled(name: string): string[] {
  return STYLES.map(([style, other]) => name.replace(style, other)).filter((each) => each !== name);
}
