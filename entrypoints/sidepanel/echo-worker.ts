/** The worker in which echoes are looked for: it opens the packs itself, and nothing that the panel draws waits for it. */
import { type InstalledPack, openInstalled } from "../../src/library/installed-packs";
import { EchoSearch } from "../../src/library/search-echoes";
import { echoesPath, SHIPPED_PACKS } from "../../src/library/shipped-packs";
import type { Echo, EchoQuestion } from "../../src/story/echoes/echo";
import type { EchoPassage } from "../../src/story/echoes/passages";
import { openReady } from "../../src/story/echoes/ready";
import type { Spotter } from "../../src/spotting/spot";
import type { Language } from "../../src/story/sentences";
import { type Texts, translatorOf } from "./echo-texts";

export type ToWorker = { open: { off: string[]; locale: string; texts: Texts } } | { question: EchoQuestion; number: number };
export type FromWorker = { number: number } & ({ echoes: Echo[] } | { error: string });

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
  const { installed, spotter } = await openInstalled({ shipped: SHIPPED_PACKS, read, off: async () => off }, (id) => !off.includes(id));
  return new EchoSearch(spotter, await readyPassages(installed, spotter));
}

async function answer(question: EchoQuestion, number: number): Promise<void> {
  try {
    const echoes = (await search!).find(question, language!);
    postMessage({ number, echoes } satisfies FromWorker);
  } catch (error) {
    postMessage({ number, error: String(error) } satisfies FromWorker);
  }
}

/** What the build has read of packs in the box, by their numbers; packs that the reader has put in their place are read here. */
async function readyPassages(installed: readonly InstalledPack[], spotter: Spotter): Promise<Map<number, EchoPassage[]>> {
  const ready = new Map<number, EchoPassage[]>();
  for (const [number, { pack, size }] of installed.entries()) {
    const { id, version } = pack.info;
    const shipped = SHIPPED_PACKS.find((each) => each.id === id);
    const json = shipped && (await fetch(`/${echoesPath(shipped.path)}`).then((response) => response.text(), () => ""));
    const passages = json ? openReady(json, { id, version, size }, spotter, number) : null;
    if (passages) ready.set(number, passages);
  }
  return ready;
}

async function read(path: string): Promise<ArrayBuffer> {
  return (await fetch(`/${path}`)).arrayBuffer();
}
