import { afterEach, expect, test, vi } from "vitest";
import { english } from "../../src/i18n/english";
import { createEchoFinder } from "./echo-finder";
import type { ToWorker } from "./echo-worker";

/** Workers as they were started, with what each was sent. */
const workers: FakeWorker[] = [];

class FakeWorker extends EventTarget {
  readonly sent: ToWorker[] = [];
  ended = false;
  constructor() {
    super();
    workers.push(this);
  }
  postMessage(message: ToWorker): void {
    this.sent.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
  numbers(): number[] {
    return this.sent.flatMap((message) => ("number" in message ? message.number : []));
  }
  answer(number: number): void {
    this.dispatchEvent(new MessageEvent("message", { data: { number, echoes: [] } }));
  }
}

vi.stubGlobal("Worker", FakeWorker);
afterEach(() => void workers.splice(0));

const question = { text: "A", url: "", lang: "", refs: [], published: "", dates: [] };
const settled = () => new Promise((resolve) => setTimeout(resolve));
const finder = (off = async (): Promise<string[]> => []) => createEchoFinder(english, "en", off);

test("the worker opens the packs before it is asked", async () => {
  const { find } = finder();
  const found = find(question);
  await settled();
  expect(workers[0]!.sent.map((message) => Object.keys(message)[0])).toEqual(["open", "question"]);
  workers[0]!.answer(1);
  expect(await found).toEqual([]);
});

test("what is being asked when packs change is asked of the next worker", async () => {
  const { find, reopen } = finder();
  const found = find(question);
  await settled();
  reopen();
  await settled();
  expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
  expect(workers[1]!.numbers()).toEqual([1]);
  workers[1]!.answer(1);
  expect(await found).toEqual([]);
});

test("packs that change before the first worker has opened any leave no question without an answer", async () => {
  const { find, reopen } = finder();
  void find(question);
  reopen();
  void find(question);
  await settled();
  expect(workers[0]!.sent).toEqual([]);
  expect(workers[1]!.numbers()).toEqual([1, 2]);
});

test("after a worker that does not run, and after packs that cannot be listed, another one is tried", async () => {
  let fails = true;
  const { find } = finder(async () => (fails ? Promise.reject(new Error("no storage")) : []));
  await expect(find(question)).rejects.toThrow("no storage");
  fails = false;
  const second = find(question);
  await settled();
  workers[1]!.dispatchEvent(new Event("error"));
  await expect(second).rejects.toThrow("does not run");
  const third = find(question);
  await settled();
  workers[2]!.answer(3);
  expect(await third).toEqual([]);
});
