/** Numbers, days and names as the reader reads them. */
import type { Translate } from "../../i18n/translate";
import type { Colour, Highlight } from "../../messages/highlight";
import type { Facet } from "./filter";
import type { LibraryModel } from "./model";
import { readableSite } from "../parts/readable-site";

/** What all parts of the page are given. */
export interface View {
  t: Translate;
  /** BCP 47 language that `t` speaks. */
  lang: string;
  model: LibraryModel;
  /** What the reader calls the colours; those without a name of theirs keep ours. */
  colourNames: Partial<Record<Colour, string | undefined>>;
}

/** "20 Nov 2026". */
export function dayIn(lang: string, instant: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? instant : new Intl.DateTimeFormat(lang, { dateStyle: "medium" }).format(date);
}

/** The day, month or year on which a page was published: a day in words, anything else as it is written. */
export function publishedIn(lang: string, published: string): string {
  const day = /^\d{4}-\d\d-\d\d$/.test(published) ? new Date(published) : undefined;
  return day && !Number.isNaN(day.getTime()) ? new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeZone: "UTC" }).format(day) : published;
}

export function colourName({ t, colourNames }: Pick<View, "t" | "colourNames">, colour: Colour): string {
  return colourNames[colour] || t(`colour_${colour}`);
}

/** Code units of a highlight that name it among others: a line of a book, which is soon heard. */
const NAMING = 60;

/** What a highlight is called where it is not read as a whole: how its words begin; without words, its note or its page. */
export function nameOf({ text, note, page }: Pick<Highlight, "text" | "note" | "page">): string {
  return inShort((text || note || page.title || page.url).replace(/\s+/g, " ").trim(), NAMING);
}

/** The beginning of a text, never half a character. @param longest in code units, without the dots */
export function inShort(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, "").trimEnd()}…`;
}

/** A value of a facet in words. */
export function valueName(view: View, facet: Facet, value: string): string {
  const { t, model } = view;
  switch (facet) {
    case "state":
      return t(`library_state_${value as "exact"}`);
    case "colour":
      return colourName(view, value as Colour);
    case "kind":
      return t(`library_kind_${value as "passage"}`);
    case "page":
      return model.shelf.pages.get(value)?.title || value;
    case "entry":
      return model.shelf.entries.get(value)?.name ?? value;
    case "site":
      return readableSite(value);
    case "tag":
      return value;
  }
}
