import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { run } from "./child.mjs";
import { troubleWithNode } from "./install.mjs";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "backstory-install-"));
  cpSync(fileURLToPath(new URL(".", import.meta.url)), join(root, "scripts/lib"), { recursive: true });
  lock({ valibot: "1.0.0" });
  npmThat("install");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test("installs into a fresh clone, and then no more", async () => {
  expect(await install()).toMatchObject({ code: 0, stdout: "" });
  expect(runsOfNpm()).toBe(1);
  expect(existsSync(join(root, "node_modules/valibot"))).toBe(true);
  await install();
  expect(runsOfNpm()).toBe(1);
});

test("installs again when the lock file asks for something else", async () => {
  await install();
  lock({ valibot: "1.1.0" });
  await install();
  expect(runsOfNpm()).toBe(2);
});

test("is content with what npm was told to install by hand", async () => {
  await install();
  lock({ valibot: "1.1.0" });
  mkdirSync(join(root, "node_modules"), { recursive: true });
  writeFileSync(join(root, "node_modules/.package-lock.json"), JSON.stringify({ packages: { "node_modules/valibot": { version: "1.1.0" } } }));
  await install();
  expect(runsOfNpm()).toBe(1);
});

test("does an interrupted installation again, though all files may be there already", async () => {
  await install();
  lock({ valibot: "1.1.0" });
  npmThat("is interrupted");
  expect((await install()).code).not.toBe(0);
  lock({ valibot: "1.0.0" });
  npmThat("install");
  await install();
  expect(runsOfNpm()).toBe(3);
});

test("leaves packages alone that another work tree lends", async () => {
  await install();
  renameSync(join(root, "node_modules"), join(root, "lent"));
  symlinkSync("lent", join(root, "node_modules"));
  lock({ valibot: "1.1.0" });
  await install();
  expect(runsOfNpm()).toBe(1);
});

test("says in words what npm could not do", async () => {
  npmThat("fails");
  const { code, stdout, output } = await install();
  expect([code, stdout]).toEqual([1, ""]);
  expect(output).toContain("check the network connection");
  expect(output).toContain("npm error code ENOTFOUND");
  expect(output).not.toContain("minipass-fetch");
});

test("runs on what the tools say that they run on, and says which Node.js is wanted", () => {
  const { engines } = JSON.parse(readFileSync(fileURLToPath(new URL("../../package.json", import.meta.url)), "utf8")) as { engines: { node: string } };
  expect(engines.node).toBe("^20.19.0 || >=22.12.0");
  for (const good of ["20.19.0", "20.20.2", "22.12.0", "23.0.0", "24.1.0", "30.0.0"]) expect(troubleWithNode(good), good).toBeUndefined();
  for (const old of ["16.20.0", "18.19.1", "20.6.0", "20.18.3", "21.7.3", "22.11.0"]) {
    expect(troubleWithNode(old), old).toContain(`20.19 or 22.12 or later and this is ${old}`);
  }
});

/** Writes a lock file that asks for these packages. */
function lock(packages: Record<string, string>): void {
  const entries = Object.entries(packages).map(([name, version]) => [`node_modules/${name}`, { version }]);
  writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages: { "": {}, ...Object.fromEntries(entries) } }));
}

/** Puts a program in npm's place that counts its runs and does one of these. */
function npmThat(does: "install" | "is interrupted" | "fails"): void {
  const behaviour = {
    install: `fs.mkdirSync("node_modules/valibot", { recursive: true }); fs.writeFileSync("node_modules/.package-lock.json", fs.readFileSync("package-lock.json"));`,
    "is interrupted": `process.kill(process.pid, "SIGKILL");`,
    fails: `console.error("npm error code ENOTFOUND\\nnpm error     at ClientRequest (node_modules/minipass-fetch/lib/index.js:130:14)"); process.exit(1);`,
  };
  writeFileSync(join(root, "npm.js"), `const fs = require("node:fs"); fs.appendFileSync("runs", "x"); console.log("npm talks"); ${behaviour[does]}`);
}

const runsOfNpm = () => readFileSync(join(root, "runs"), "utf8").length;

function install() {
  const script = `import { ensureInstalled } from "./scripts/lib/install.mjs"; try { await ensureInstalled(); } catch (error) { console.error(error.message); process.exit(1); }`;
  return run(process.execPath, ["--input-type=module", "-e", script], { cwd: root, env: { ...process.env, npm_execpath: join(root, "npm.js") } });
}
