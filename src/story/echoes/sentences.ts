/** The sentences of a paragraph of a pack, each with the notes that follow it. */
import type { Inline, Paragraph } from "../../packs/model";
import { plain } from "../plain";

/** A sentence ended before this place, and the next begins with a capital or a digit. */
const BORDER = /(?<=[\p{Ll}\d)”’"'%][.!?][”’")]?)\s+(?=[“‘"(]?[\p{Lu}\d])/u;
const ENDED = /[\p{Ll}\d)”’"'%][.!?][”’")]?\s*$/u;
const BEGINS = /^[“‘"(]?[\p{Lu}\d]/u;
/** What ends with a point in the middle of sentences. */
const ABBREVIATION = /(?:^|[\s(])(?:Mrs?|Ms|Drs?|Gen|St|No|vs|ca?|Cols?|Lt|Sen|Gov|Jr|Sr|Prof|Rev|pp?|vol|paras?)\.$/u;

/** In reading order; nothing of the paragraph is lost but the space between sentences. */
export function sentencesOf(paragraph: Paragraph): Paragraph[] {
  const sentences: Paragraph[] = [];
  let current: Inline[] = [];
  const hasEnded = (): boolean => {
    const text = plain(current).trimEnd();
    return ENDED.test(text) && !ABBREVIATION.test(text);
  };
  const close = (): void => {
    if (plain(current).trim() !== "") sentences.push(current);
    current = [];
  };
  for (const node of paragraph) {
    if (typeof node !== "string") {
      if (!("cite" in node) && BEGINS.test(plain([node])) && /\s$/.test(plain(current)) && hasEnded()) close();
      current.push(node);
      continue;
    }
    for (const [index, piece] of node.split(BORDER).entries()) {
      const begins = BEGINS.test(piece.trimStart()) && (index > 0 || /^\s/.test(piece));
      if (begins && hasEnded()) close();
      else if (index > 0) current.push(" ");
      current.push(current.length === 0 ? piece.trimStart() : piece);
    }
  }
  close();
  return sentences;
}
