import type { Translate } from "../../src/i18n/translate";
import type { Echo, EchoQuestion } from "../../src/story/echoes/echo";
import { textsFor } from "./echo-texts";
import type { FromWorker, ToWorker } from "./echo-worker";

interface Asked {
  question: EchoQuestion;
  resolve(echoes: Echo[]): void;
  reject(error: Error): void;
}

export interface EchoFinder {
  /** Rejects where the worker does not run, or the packs cannot be read. */
  find(question: EchoQuestion): Promise<Echo[]>;
  /** Packs have changed: they are opened anew, for what is being asked or at the next question. */
  reopen(): void;
}

/**
 * Finds echoes in a worker, which is started when something is asked first: it holds the packs, and most readers of the
 * panel never look at echoes.
 * @param off ids of the packs that are switched off
 */
export function createEchoFinder(t: Translate, locale: string, off: () => Promise<string[]>): EchoFinder {
  const asked = new Map<number, Asked>();
  let worker: Worker | undefined;
  /** The worker that has been told which packs to open; one that has not is asked once it has been. */
  let opened: Worker | undefined;
  let number = 0;

  /** What is asked of a worker that is gone is never answered: the next question starts another one. */
  const stop = (): void => {
    worker?.terminate();
    worker = undefined;
  };
  const fail = (error: Error): void => {
    stop();
    for (const { reject } of asked.values()) reject(error);
    asked.clear();
  };
  const start = (): void => {
    const started = new Worker(new URL("./echo-worker.ts", import.meta.url), { type: "module" });
    worker = started;
    started.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
      const question = asked.get(data.number);
      asked.delete(data.number);
      if ("echoes" in data) question?.resolve(data.echoes);
      else question?.reject(new Error(data.error));
    });
    started.addEventListener("error", ({ message }) => worker === started && fail(new Error(message || "The worker for echoes does not run")));
    off().then(
      (ids) => {
        if (worker !== started) return;
        started.postMessage({ open: { off: ids, locale, texts: textsFor(t) } } satisfies ToWorker, []);
        opened = started;
        for (const [at, { question }] of asked) started.postMessage({ question, number: at } satisfies ToWorker, []);
      },
      (error: Error) => worker === started && fail(error),
    );
  };

  return {
    find(question) {
      return new Promise((resolve, reject) => {
        asked.set(++number, { question, resolve, reject });
        if (!worker) start();
        else if (worker === opened) worker.postMessage({ question, number } satisfies ToWorker, []);
      });
    },
    reopen() {
      stop();
      if (asked.size > 0) start();
    },
  };
}
