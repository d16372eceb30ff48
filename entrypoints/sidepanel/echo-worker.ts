/** The worker in which echoes are looked for: it opens the packs itself, and nothing that the panel draws waits for it. */
import { openInstalled } from "../../src/library/installed-packs";
import { EchoSearch } from "../../src/library/search-echoes";
import { SHIPPED_PACKS } from "../../src/library/shipped-packs";
import type { Echo, EchoQuestion } from "../../src/story/echoes/echo";
import type { Language } from "../../src/story/sentences";
import { type Texts, translatorOf } from "./echo-texts";

export type ToWorker = { open: { off: string[]; locale: string; texts: Texts } } | { question: EchoQuestion; number: number };
export type FromWorker = { number: number } & ({ echoes: Echo[] } | { error: string });

/** Entries that are read before the worker looks whether something was asked: some ten milliseconds of work. */
const AT_ONCE = 16;

let search: Promise<EchoSearch> | undefined;
let language: Language | undefined;

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if ("open" in data) {
    const { off, locale, texts } = data.open;
    language = { t: translatorOf(texts), locale };
    search = open(off);
    // Whoever asks hears of it.
    search.catch(() => {});
  } else void answer(data.question, data.number);
});

async function open(off: readonly string[]): Promise<EchoSearch> {
  const { spotter } = await openInstalled({ shipped: SHIPPED_PACKS, read, off: async () => off }, (id) => !off.includes(id));
  const made = new EchoSearch(spotter);
  while (made.work(AT_ONCE));
  return made;
}

async function answer(question: EchoQuestion, number: number): Promise<void> {
  try {
    const echoes = (await search!).find(question, language!);
    postMessage({ number, echoes } satisfies FromWorker);
  } catch (error) {
    postMessage({ number, error: String(error) } satisfies FromWorker);
  }
}

async function read(path: string): Promise<ArrayBuffer> {
  return (await fetch(`/${path}`)).arrayBuffer();
}
