import { expect, test } from "vitest";
import { interleave } from "./measure";

test("every contestant is measured once a round, and the order turns round", () => {
  const calls: string[] = [];
  let measuring = false;
  const contestant = (name: string) => ({ name, pass: () => calls.push(name) && (measuring ? 1 : 0) });
  const times = interleave([contestant("a"), contestant("b"), contestant("c")], { rounds: 3, warmUpMs: 0, leastMs: 0 });
  measuring = true;
  expect(times.map((rounds) => rounds.length)).toEqual([3, 3, 3]);
  // One pass each to warm up.
  expect(calls.slice(3).join("")).toBe("abccbaabc");
});

test("a short pass is repeated until the clock can tell", () => {
  let passes = 0;
  interleave([{ name: "nothing", pass: () => ++passes }], { rounds: 1, warmUpMs: 0, leastMs: 2 });
  expect(passes).toBeGreaterThan(10);
});
