/**
 * The normal form in which texts of pages are compared: the same words in the same order have the same normal form,
 * whatever the ways of typing, encoding and laying out between them.
 *
 * Gone: soft hyphens, zero-width characters, marks of direction, variation selectors. One space: any run of white
 * space. One of their kind: quotation marks, apostrophes, hyphens and dashes. Compatibility forms (ligatures,
 * full-width letters, ellipses) are what they stand for. Case and accents stay: they are the text.
 *
 * Sources: Unicode Standard Annex #15 (normalisation forms), #44 (properties).
 */

const IGNORABLE = /\p{Default_Ignorable_Code_Point}+/gu;
const DOUBLE_QUOTES = /[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u2036\u301d-\u301f\uff02]/g;
const SINGLE_QUOTES = /[\u2018\u2019\u201a\u201b\u2039\u203a\u2032\u2035\u02b9\u02bb\u02bc\u02bd\u0060\u00b4\uff07]/g;
const DASHES = /[\p{Pd}\u2212\u2043]/gu;
const SPACES = /\s+/g;

/** What a character, or a text, is compared as; white space stays as it is. */
export function foldTyping(text: string): string {
  return text
    .replace(IGNORABLE, "")
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(DASHES, "-")
    .normalize("NFKC");
}

/** The normal form of a text. Two passages are the same text if theirs are equal. */
export function normalise(text: string): string {
  return foldTyping(text).replace(SPACES, " ").trim();
}
