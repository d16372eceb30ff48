import type { Hover, HoverOptions } from "./hover";

/** Where the card's code leaves `CreateHover` for the reader: a registered symbol, for they share only a global object. */
export const CARD_KEY = Symbol.for("backstory.card");

/** Makes the card's side of a page. What has to do with the browser comes with the card's code. */
export type CreateHover = (options: Omit<HoverOptions, "t" | "lang" | "isAlive">) => Hover;
