/**
 * Addresses that lead to the very words on a page: URL text fragments, as the Web Incubator Community Group specifies
 * them (https://wicg.github.io/scroll-to-text-fragment/): `#:~:text=start,end`, one directive a passage.
 */

/** A quote of more words than this is named by its first and last ones: a page may set a note or a break between. */
const LONGEST_WHOLE = 12;

/** How many words at each end. Fewer would be found elsewhere on the page; more would rather differ in a character. */
const WORDS_AT_END = 6;

/**
 * An address that scrolls to the words and marks them. Words in square brackets stand in the source as they do in the
 * quote, and are looked for like all others.
 * @param url an absolute address; its own fragment stays, a text fragment that it has already is replaced
 * @param pieces the words, verbatim, in their order on the page
 * @returns the address as it is where the pieces have no words
 */
export function textFragment(url: string, pieces: readonly string[]): string {
  const directives = pieces.map(directive).filter((text) => text !== "");
  const [page = "", ...fragment] = url.split("#");
  const own = fragment.join("#").split(":~:")[0]!;
  if (directives.length === 0) return url;
  return `${page}#${own}:~:${directives.join("&")}`;
}

/** `text=start` or `text=start,end`; empty where there are no words. Marks around the words are left to the page. */
function directive(piece: string): string {
  const segments = new Intl.Segmenter("en", { granularity: "word" }).segment(piece);
  const words = [...segments].filter((segment) => segment.isWordLike);
  const between = (first: number, last: number) => {
    const end = words[last]!;
    return encode(piece.slice(words[first]!.index, end.index + end.segment.length));
  };
  const last = words.length - 1;
  if (last < 0) return "";
  if (words.length <= LONGEST_WHOLE) return `text=${between(0, last)}`;
  return `text=${between(0, WORDS_AT_END - 1)},${between(words.length - WORDS_AT_END, last)}`;
}

/** Percent-encodes a text, also the hyphen, which marks prefixes and suffixes in a directive. */
function encode(text: string): string {
  const folded = text.replace(/\s+/g, " ").replace(/\p{Surrogate}/gu, "\ufffd");
  return encodeURIComponent(folded).replaceAll("-", "%2D");
}
