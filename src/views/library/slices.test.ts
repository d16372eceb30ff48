import { expect, test } from "vitest";
import { finish, inSlices } from "./slices";

/** Keeps its thread for as many milliseconds a step. */
function* busy(steps: number, ms: number, done: number[]): Generator<void, void> {
  for (let step = 0; step < steps; step++) {
    for (const end = performance.now() + ms; performance.now() < end; );
    done.push(step);
    yield;
  }
}

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("what is short is done on return; what is long goes on by itself, and not once it was stopped", async () => {
  const short: number[] = [];
  expect(inSlices(busy(3, 0, short))).toBeUndefined();
  expect(short).toEqual([0, 1, 2]);

  const long: number[] = [];
  expect(inSlices(busy(6, 5, long))).toBeDefined();
  expect(long.length).toBeLessThan(6);
  while (long.length < 6) await later(5);

  const stopped: number[] = [];
  inSlices(busy(6, 5, stopped))!();
  const so = stopped.length;
  await later(60);
  expect(stopped.length).toBe(so);

  const whole: number[] = [];
  finish(busy(6, 5, whole));
  expect(whole.length).toBe(6);
});
