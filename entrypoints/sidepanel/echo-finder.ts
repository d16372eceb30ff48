import type { Translate } from "../../src/i18n/translate";
import type { Echo, EchoQuestion } from "../../src/story/echoes/echo";
import { textsFor } from "./echo-texts";
import type { FromWorker, ToWorker } from "./echo-worker";

interface Asked {
  resolve(echoes: Echo[]): void;
  reject(error: Error): void;
}

export interface EchoFinder {
  /** Rejects where the worker does not run, or the packs cannot be read. */
  find(question: EchoQuestion): Promise<Echo[]>;
  /** Packs have changed: they are opened anew, at the next question. */
  reopen(): void;
}

/**
 * Finds echoes in a worker, which is started when something is asked first: it holds the packs, and most readers of the
 * panel never look at echoes.
 * @param off ids of the packs that are switched off
 */
export function createEchoFinder(t: Translate, locale: string, off: () => Promise<string[]>): EchoFinder {
  const asked = new Map<number, Asked>();
  let worker: Promise<Worker> | undefined;
  let number = 0;

  const failAll = (error: Error): void => {
    for (const { reject } of asked.values()) reject(error);
    asked.clear();
  };
  const start = async (): Promise<Worker> => {
    const started = new Worker(new URL("./echo-worker.ts", import.meta.url), { type: "module" });
    started.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
      const question = asked.get(data.number);
      asked.delete(data.number);
      if ("echoes" in data) question?.resolve(data.echoes);
      else question?.reject(new Error(data.error));
    });
    started.addEventListener("error", ({ message }) => failAll(new Error(message || "The worker for echoes does not run")));
    started.postMessage({ open: { off: await off(), locale, texts: textsFor(t) } } satisfies ToWorker, []);
    return started;
  };

  return {
    async find(question) {
      const running = await (worker ??= start());
      return new Promise((resolve, reject) => {
        asked.set(++number, { resolve, reject });
        running.postMessage({ question, number } satisfies ToWorker, []);
      });
    },
    reopen() {
      void worker?.then((running) => running.terminate());
      worker = undefined;
      failAll(new Error("The packs have changed"));
    },
  };
}
