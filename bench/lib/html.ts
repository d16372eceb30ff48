/**
 * Text of a saved page, paragraph by paragraph, as far as its tags tell: good enough to have the words of real pages
 * to measure on. The extension itself reads pages in a browser (src/page/blocks.ts).
 */

const HIDDEN = /<(script|style|noscript|template|svg|head|iframe|select|textarea|button|nav|footer)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi;
const INLINE = "a|abbr|b|bdi|bdo|cite|code|data|dfn|em|font|i|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr";
const INLINE_TAG = new RegExp(`</?(?:${INLINE})\\b[^>]*>`, "gi");
const TAG = /<[^>]*>/g;
const ENTITY = /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi;
const NAMED: Readonly<Record<string, string>> = {
  amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", mdash: "\u2014", ndash: "\u2013", hellip: "\u2026",
  lsquo: "\u2018", rsquo: "\u2019", ldquo: "\u201c", rdquo: "\u201d", shy: "\u00ad", bull: "\u2022", middot: "\u00b7",
  eacute: "\u00e9", egrave: "\u00e8", ecirc: "\u00ea", agrave: "\u00e0", acirc: "\u00e2", ccedil: "\u00e7", ocirc: "\u00f4",
};

export function paragraphsOfHtml(html: string): string[] {
  return html
    .replace(HIDDEN, "\n")
    .replace(/\s+/g, " ")
    .replace(INLINE_TAG, "")
    .replace(TAG, "\n")
    .replace(ENTITY, decoded)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => /\p{L}/u.test(line));
}

function decoded(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return NAMED[name] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hexadecimal!, 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
