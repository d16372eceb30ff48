/**
 * Reads a page of the extension itself as it reads others: the welcome page, the viewer of PDFs. Browsers put no
 * content scripts into these, so that the page brings the code of reader and card along, and the style of the marks
 * (src/page/paint.css) with its own.
 */
import { CARD_CSS } from "../card/style";
import type { Translate } from "../i18n/translate";
import { listener } from "../messages/answer";
import type { Envelope } from "../messages/ask";
import { createHover } from "./hover";
import { type Reader, type ReaderOptions, startReader } from "./reader";

/** The part of the browser's `runtime` that this needs. */
interface Runtime {
  sendMessage(envelope: Envelope): Promise<unknown>;
  onMessage: { addListener(heard: (...message: never[]) => unknown): void; removeListener(heard: (...message: never[]) => unknown): void };
}

export interface OwnPageOptions extends Omit<ReaderOptions, "send" | "loadHover" | "onRound"> {
  runtime: Runtime;
  t: Translate;
  /** BCP 47 language that `t` speaks. */
  lang: string;
}

/** Starts the reader in a page of ours. It answers popup, panel and shortcuts as the reader of any page does. */
export function readOwnPage(document: Document, { runtime, t, lang, ...options }: OwnPageOptions): Reader {
  const reader = startReader(document, {
    ...options,
    send: (envelope) => runtime.sendMessage(envelope),
    loadHover: async () => ({ createHover: (hover) => createHover({ ...hover, t, lang, isAlive: () => true }), css: CARD_CSS }),
    onRound: () => undefined,
  });
  const heard = listener(reader.handlers, console.warn);
  runtime.onMessage.addListener(heard);
  options.signal.addEventListener("abort", () => runtime.onMessage.removeListener(heard));
  return reader;
}
