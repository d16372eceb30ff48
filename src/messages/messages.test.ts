import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { handler, type Handler, listener } from "./answer";
import { ask, type Envelope, type Reply } from "./ask";
import * as contract from "./contract";
import { fault } from "./schema";

const double = { name: "test:double", request: { fields: { value: "number" } }, answer: "number" } as const;

/** Joins both ends as a browser does: what is sent is cloned, and an answer comes once. */
function wire(handlers: Handler[], report: (line: string) => void = () => {}) {
  const listen = listener(handlers, report);
  return (envelope: Envelope) =>
    new Promise<unknown>((resolve) => {
      const later = listen(structuredClone(envelope), {}, (reply: Reply) => resolve(structuredClone(reply)));
      if (!later) resolve(undefined);
    });
}

test("a question is answered", async () => {
  const send = wire([handler(double, ({ value }) => value * 2)]);
  expect(await ask(send, double, { value: 21 })).toBe(42);
});

test("a message of the wrong shape is dropped and reported, never acted on", async () => {
  const run = vi.fn<() => number>(() => 0);
  await fc.assert(
    fc.asyncProperty(fc.anything(), async (request) => {
      fc.pre(fault(double.request, request) !== undefined);
      const report = vi.fn<(line: string) => void>();
      const replies: Reply[] = [];
      const listen = listener([handler(double, run)], report);
      expect(listen({ backstory: double.name, request }, {}, (reply) => replies.push(reply))).toBeUndefined();
      expect(report).toHaveBeenCalledOnce();
      expect(replies).toEqual([{ error: `wrong shape, dropped: ${fault(double.request, request)}` }]);
    }),
  );
  expect(run).not.toHaveBeenCalled();
});

test("what is not ours is left alone, whatever it is", () => {
  const report = vi.fn<(line: string) => void>();
  const listen = listener([handler(double, ({ value }) => value)], report);
  fc.assert(
    fc.property(fc.anything(), (message) => {
      expect(listen(message, {}, () => expect.unreachable("answered"))).toBeUndefined();
    }),
  );
  expect(report).not.toHaveBeenCalled();
});

test("an error on the other side arrives as an error, and is reported there", async () => {
  const report = vi.fn<(line: string) => void>();
  const send = wire([handler(double, () => Promise.reject(new Error("no pack")))], report);
  await expect(ask(send, double, { value: 1 })).rejects.toThrow("no pack");
  expect(report.mock.calls[0]![0]).toContain("test:double");
});

test("an answer of the wrong shape, or none, is an error", async () => {
  await expect(ask(() => Promise.resolve(undefined), double, { value: 1 })).rejects.toThrow("nobody answered");
  await expect(ask(() => Promise.resolve({ answer: "2" }), double, { value: 1 })).rejects.toThrow("wrong answer");
});

test("every message says its direction and has a name of its own", () => {
  const messages = Object.values(contract).filter(
    (each): each is typeof contract.spot => typeof each === "object" && each !== null && "request" in each,
  );
  expect(messages.length).toBeGreaterThan(5);
  expect(new Set(messages.map((message) => message.name)).size).toBe(messages.length);
  for (const message of messages) expect(message.name).toMatch(/^(page|view|tab|hidden):[a-z-]+$/);
});
