/** What is saved of a pack: one of its quotes, or what it says of an entry. */
import type { Run } from "../messages/contract";
import type { OpenPack } from "../packs/open";
import { cardContent, type CardOptions, quoteText } from "./card-content";

export interface SavedText {
  /** The words alone. */
  text: string;
  /** Where they are from, in full, ready for the clipboard. */
  citation: string;
  /** Entries of the pack that it is about, by their ids, the one that it was saved from first. */
  about: string[];
}

/** A quote of an entry. @returns null where the entry has no such quote */
export function savedQuote(pack: OpenPack, index: number, id: string, language: CardOptions): SavedText | null {
  const quote = pack.quotesOf(index).map((number) => pack.quote(number)).find((each) => each.id === id);
  if (!quote) return null;
  const { words, citation } = quoteText(pack, quote, language);
  const voices = [quote.speaker, ...quote.to].flatMap((voice) => ("entry" in voice ? [voice.entry] : []));
  return { text: words, citation, about: [...new Set([pack.idOf(index), ...voices, ...quote.about])] };
}

/** What a card says in words: who or what, and the context. */
export function savedCard(pack: OpenPack, index: number, options: CardOptions): SavedText {
  const { name, when, who, context, sources, from } = cardContent(pack, index, options);
  const plain = (paragraph: readonly Run[]) => paragraph.map((run) => (run.note === undefined ? run.text : "")).join("");
  return {
    text: [[name, when].filter(Boolean).join(", "), plain(who), ...context.map(plain)].filter(Boolean).join("\n\n"),
    citation: [...sources.map(({ full }) => full), from].join("\n"),
    about: [pack.idOf(index)],
  };
}
