/** Texts and names as libraries are given them that fold and cut nothing themselves. */
import { type OracleToken, tokensOf } from "../lib/oracle";

export interface PreparedName {
  /** As it is. */
  text: string;
  /** Folded, words joined by one space. */
  plain: string;
  /** With a space on either side where its ends are words of a script with spaces, so that it is found as whole words. */
  padded: string;
}

/** Folds a text and joins its words by one space, one around them all, hard punctuation as a word of its own. */
export function prepareText(text: string, tokens: readonly OracleToken[] = tokensOf(text)): string {
  let line = "";
  for (const [at, { folded, gap }] of tokens.entries()) {
    // What no space parts is left together, unless the script changes to or from one with spaces.
    const glued = at > 0 && gap === "none" && !isSpaced(tokens[at]) && !isSpaced(tokens[at - 1]);
    if (gap === "hard" && at > 0) line += " |";
    line += glued ? folded : ` ${folded}`;
  }
  return `${line} `;
}

export function prepareName(text: string): PreparedName {
  const tokens = tokensOf(text);
  const plain = prepareText(text, tokens).trim();
  const before = isSpaced(tokens[0]) ? " " : "";
  const after = isSpaced(tokens.at(-1)) ? " " : "";
  return { text, plain, padded: before + plain + after };
}

function isSpaced(token: OracleToken | undefined): boolean {
  return token?.script === "word";
}
