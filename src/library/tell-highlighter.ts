/** Asks the highlighter in a page, whose code may have to be brought there first. */
import { ask, type Ask, type Send } from "../messages/ask";
import { type Again, askAgain } from "../messages/retry";

export interface TellOptions {
  /** Sends to the top frame of a tab. */
  sendTo(tab: number): Send;
  /** Puts the highlighter's code into a tab. Rejected where no extension may run. */
  inject(tab: number): Promise<void>;
  again: Again;
}

/** @returns asks the highlighter of a tab; rejected where none may run there */
export function tellHighlighter({ sendTo, inject, again }: TellOptions): (tab: number) => Ask {
  return (tab) => (message, request) =>
    ask(sendTo(tab), message, request).catch(async () => {
      await inject(tab);
      // It listens as soon as it has read its settings.
      return askAgain(sendTo(tab), again)(message, request);
    });
}
