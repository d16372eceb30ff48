import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const STOP = fileURLToPath(new URL("stop.mjs", import.meta.url));

/** Runs a script in a process of its own, lets `act` do something to it once it is ready, and tells how it ended. */
async function runScript(script: string, act: (pid: number) => void): Promise<{ code: number | null; output: string }> {
  const env = { ...process.env, npm_lifecycle_event: "" };
  const child = spawn(process.execPath, ["--input-type=module", "-e", `import { onStop } from ${JSON.stringify(STOP)};\n${script}\nconsole.log("ready"); setInterval(() => {}, 1000);`], { env });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    if (!output.includes("ready") && (output + text).includes("ready")) setTimeout(() => act(child.pid!), 50);
    output += text;
  });
  const code = await new Promise<number | null>((resolve) => child.on("exit", resolve));
  return { code, output: output.replace("ready\n", "") };
}

test.for([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const)("%s undoes everything, the latest first, and ends with the shell's code", async ([signal, code]) => {
  const script = `
    onStop(() => console.log("first"));
    onStop(async () => { await new Promise((r) => setTimeout(r, 100)); console.log("second"); });
    onStop(() => { throw new Error("cannot be undone"); });`;
  const ended = await runScript(script, (pid) => {
    process.kill(pid, signal);
    // npm passes on what the terminal has sent already.
    setTimeout(() => process.kill(pid, signal), 30);
  });
  expect(ended).toEqual({ code, output: "second\nfirst\n" });
});

test("what was undone in the ordinary way is not undone again", async () => {
  const ended = await runScript(`const forget = onStop(() => console.log("again")); onStop(() => console.log("other")); forget();`, (pid) => process.kill(pid, "SIGINT"));
  expect(ended.output).toBe("other\n");
});
