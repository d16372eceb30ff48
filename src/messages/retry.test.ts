import { expect, test } from "vitest";
import type { Envelope } from "./ask";
import { deleteHighlights, highlightsOf } from "./about-highlights";
import { askAgain } from "./retry";

/** Answers with each of `replies` in turn; `undefined` is nobody, an Error a channel that broke. */
function wire(...replies: unknown[]) {
  const sent: Envelope[] = [];
  const pauses: number[] = [];
  let ids = 0;
  const asks = askAgain(
    (envelope) => {
      sent.push(envelope);
      const reply = replies.shift();
      return reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply);
    },
    { id: () => `id-${++ids}`, pause: async (ms) => void pauses.push(ms) },
  );
  return { asks, sent, pauses };
}

test("a request that nobody answers is made again, with the same id", async () => {
  const { asks, sent, pauses } = wire(undefined, new Error("The message channel closed"), { answer: { count: 1 } });
  expect(await asks(deleteHighlights, { ids: ["a"] })).toEqual({ count: 1 });
  expect(sent.map(({ request }) => request)).toEqual(Array.from({ length: 3 }, () => ({ ids: ["a"], once: "id-1" })));
  expect(pauses).toHaveLength(2);
});

test("an error that the background reports is an answer", async () => {
  const { asks, sent } = wire({ error: "wrong shape" });
  await expect(asks(deleteHighlights, { ids: [] })).rejects.toThrow("wrong shape");
  expect(sent).toHaveLength(1);
});

test("questions bear no id, and an id that is given stays", async () => {
  const { asks, sent } = wire({ answer: [] }, { answer: { count: 0 } });
  await asks(highlightsOf, { keys: [] });
  await asks(deleteHighlights, { ids: [], once: "mine" });
  expect(sent.map(({ request }) => request)).toEqual([{ keys: [] }, { ids: [], once: "mine" }]);
});

test("where nobody ever answers, that is said", async () => {
  const { asks, sent } = wire();
  await expect(asks(deleteHighlights, { ids: [] })).rejects.toThrow("nobody answered");
  expect(sent).toHaveLength(4);
});
