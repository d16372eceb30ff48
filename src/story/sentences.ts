/** Sentences of the reader's language with names in them that open: runs instead of mere text. */
import type { MessageKey, Translate } from "../i18n/translate";
import type { Link, Run } from "../messages/contract";
import type { CardHere } from "./here";

/** The reader's language. */
export interface Language {
  t: Translate;
  /** BCP 47 tag that dates are written and lists are joined in. */
  locale: string;
}

/** A name that opens. */
export function nameOf({ ref, name, kind }: Link): Run {
  return { text: name, ref, kind };
}

/** Parts of a sentence joined as the language joins lists: "Mikoyan and Peng". */
export function joined(locale: string, type: "conjunction" | "disjunction", parts: readonly (readonly Run[])[]): Run[] {
  const places = parts.map((_, at) => String(at));
  return new Intl.ListFormat(locale, { type })
    .formatToParts(places)
    .flatMap((part) => (part.type === "element" ? parts[Number(part.value)]! : { text: part.value }));
}

/** Stands in a translated sentence for runs that are put there afterwards; no text holds a private-use character. */
const SLOTS = ["\uE000", "\uE001", "\uE002"];

/** A translated sentence with runs in place of its values. */
export function sentence(t: Translate, key: MessageKey, ...values: (readonly Run[])[]): Run[] {
  return t(key, ...SLOTS.slice(0, values.length))
    .split(/([\uE000-\uE002])/)
    .flatMap((part) => (SLOTS.includes(part) ? values[SLOTS.indexOf(part)]! : part ? [{ text: part }] : []));
}

/** What is to be said of the place where the name stands; `undefined` where all is plain. */
export function hereInWords({ t, locale }: Language, here: CardHere | undefined): Run[] | undefined {
  if (!here) return undefined;
  const { sense, senseRef, doubtful, others } = here;
  const said = [
    sense ? sentence(t, "card_sense", [senseRef ? { text: sense, ref: senseRef } : { text: sense }]) : [],
    doubtful ? [{ text: t("card_uncertain") }] : [],
    others.length > 0 ? sentence(t, "card_alternatives", joined(locale, "disjunction", others.map((link) => [nameOf(link)]))) : [],
  ].filter((each) => each.length > 0);
  if (said.length === 0) return undefined;
  return said.flatMap((each, at) => (at > 0 ? [{ text: " " }, ...each] : each));
}
