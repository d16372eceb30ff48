/** Installs what the benchmarks compare with, where it is missing: as scripts/lib/install.mjs does for the project. */
import { createHash } from "node:crypto";
import { existsSync, lstatSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { run } from "../scripts/lib/child.mjs";
import type { Package } from "./document";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const LOCK = `${FOLDER}package-lock.json`;
/** Holds the hash of the lock file that everything was completely installed from. */
const STAMP = `${FOLDER}node_modules/.backstory-lock`;

/** @throws Error with npm's reason where it cannot be done */
export async function installPeers(): Promise<void> {
  // A link leads to another work tree, whose packages are not ours to replace.
  if (lstatSync(`${FOLDER}node_modules`, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const hash = createHash("sha256").update(readFileSync(LOCK)).digest("hex");
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === hash) return;
  rmSync(STAMP, { force: true });
  const args = ["ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
  // npm tells its scripts where it lives; started without npm, the search path has to do.
  const npm = process.env["npm_execpath"];
  const { code, output } = npm?.endsWith(".js")
    ? await run(process.execPath, [npm, ...args], { cwd: FOLDER })
    : await run(process.platform === "win32" ? "npm.cmd" : "npm", args, { cwd: FOLDER });
  if (code !== 0) throw new Error(`npm could not install what the benchmarks compare with:\n${output.trim()}`);
  writeFileSync(STAMP, hash);
}

interface Locked {
  version?: string;
  license?: string;
}

/** What bench/package.json asks for, as locked. */
export function packagesUsed(): Package[] {
  const { dependencies } = JSON.parse(readFileSync(`${FOLDER}package.json`, "utf8")) as { dependencies: Record<string, string> };
  const { packages } = JSON.parse(readFileSync(LOCK, "utf8")) as { packages: Record<string, Locked> };
  return Object.entries(dependencies).map(([name, version]) => {
    return { name, version, licence: packages[`node_modules/${name}`]?.license ?? "not stated" };
  });
}
