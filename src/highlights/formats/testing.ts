/** For tests of formats. */
import type { WriteOptions } from "./format";
import { ImportError } from "./problems";

export const COLOUR_NAMES = { yellow: "yellow", green: "green", blue: "blue", pink: "pink", purple: "purple" };

/** Texts are their keys. */
export const OPTIONS: WriteOptions = { colourNames: COLOUR_NAMES, locale: "en", t: (key, ...values) => [key, ...values].join(" ") };

/** What reading complains of, a line each; "and 5 more" where there is more. Nothing where it does not. */
export function faultsOf(read: () => unknown): string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return [...error.message.split("\n"), ...(error.more ? [`and ${error.more} more`] : [])];
  }
}
