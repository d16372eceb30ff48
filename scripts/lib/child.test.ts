import { expect, test } from "vitest";
import { run } from "./child.mjs";

const node = (script: string, options = {}) => run(process.execPath, ["-e", script], options);

test("output and exit code of a program come back", async () => {
  const outcome = await node(`console.log("out"); console.error("err"); process.exit(3)`);
  expect(outcome).toMatchObject({ code: 3, stdout: "out\n", timedOut: false });
  expect(outcome.output.split("\n").toSorted()).toEqual(["", "err", "out"]);
});

test("a program that does not exist is an outcome, not an exception", async () => {
  expect(await run("/no/such/program", [])).toMatchObject({ code: 127 });
});

test("every line is told as it comes, however it is cut into chunks", async () => {
  const lines: string[] = [];
  await node(`process.stdout.write("on"); setTimeout(() => process.stdout.write("e\\ntwo\\r"), 50); setTimeout(() => process.stdout.write("three\\n"), 100)`, {
    onLine: (line: string) => lines.push(line),
  });
  expect(lines).toEqual(["one", "two", "three"]);
});

test("when the time is up, what the program has started ends with it", async () => {
  const script = `
    const child = require("node:child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
    console.log(child.pid);
    setInterval(() => {}, 1000);`;
  const { code, stdout, timedOut } = await node(script, { timeoutMs: 700 });
  expect([code, timedOut]).toEqual([124, true]);
  const grandchild = Number(stdout);
  expect(grandchild).toBeGreaterThan(0);
  await expect.poll(() => isRunning(grandchild)).toBe(false);
});

/** A process that has ended, but that nobody has asked for its exit code yet, does not count. */
async function isRunning(pid: number): Promise<boolean> {
  const { stdout } = await run("ps", ["-o", "stat=", "-p", String(pid)]);
  return /^[^Z\s]/.test(stdout.trim());
}
