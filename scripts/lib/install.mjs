/**
 * Makes sure that node_modules holds what package-lock.json asks for, so that every `npm run` works in a fresh clone.
 * Runs before anything is installed: plain Node, no dependency. Writes to stderr alone.
 */
import { createHash } from "node:crypto";
import { lstatSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { run } from "./child.mjs";
import { createProgress } from "./progress.mjs";

/** The oldest Node.js of each line that Vite and the linter run on: the least minor version by the major one. */
const OLDEST_NODE = new Map([
  [20, 19],
  [22, 12],
]);

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const LOCK = `${ROOT}package-lock.json`;
const MODULES = `${ROOT}node_modules`;

/** Holds the hash of the lock file that node_modules was completely installed from. */
const STAMP = `${MODULES}/.backstory-lock`;

/** npm's own record of what it installed; it is written last. */
const NPM_RECORD = `${MODULES}/.package-lock.json`;

/**
 * Installs the packages where they are missing, out of date, or where an installation was interrupted.
 * @returns {Promise<boolean>} Whether there was anything to do.
 * @throws {Error} With a sentence for the person at the keyboard.
 */
export async function ensureInstalled() {
  const trouble = troubleWithNode(process.versions.node);
  if (trouble) throw new Error(trouble);
  // A link leads to another work tree, whose packages are not ours to replace.
  if (lstatSync(MODULES, { throwIfNoEntry: false })?.isSymbolicLink()) return false;
  const lock = readFileSync(LOCK, "utf8");
  const hash = createHash("sha256").update(lock).digest("hex");
  if (read(STAMP) === hash) return false;
  if (installedByHand(lock)) {
    writeFileSync(STAMP, hash);
    return false;
  }
  // Both records go first: whatever interrupts the installation, the next start does it again.
  for (const record of [STAMP, NPM_RECORD]) rmSync(record, { force: true });
  await createProgress().step("Installing the packages that Backstory is built with", npmCi);
  writeFileSync(STAMP, hash);
  return true;
}

/**
 * What is to be said of a version of Node.js that is too old; nothing of one that will do.
 * @param {string} version "20.19.0"
 */
export function troubleWithNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const wanted = OLDEST_NODE.get(major) ?? (major > Math.max(...OLDEST_NODE.keys()) ? 0 : Infinity);
  if (minor >= wanted) return undefined;
  const oldest = [...OLDEST_NODE].map((parts) => parts.join(".")).join(" or ");
  return `Backstory is built with Node.js ${oldest} or later and this is ${version}: install a newer one, for instance from nodejs.org.`;
}

/**
 * Whether somebody's own `npm install` or `npm ci` has put there exactly what the lock file lists.
 * @param {string} lock
 */
function installedByHand(lock) {
  const record = read(NPM_RECORD);
  if (!record) return false;
  const installed = JSON.parse(record).packages;
  return Object.entries(JSON.parse(lock).packages).every(
    ([path, wanted]) => path === "" || wanted.optional || installed[path]?.version === wanted.version,
  );
}

async function npmCi() {
  const args = ["ci", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
  // npm tells its scripts where it lives; started without npm, we have to trust the search path.
  const npm = process.env["npm_execpath"];
  const { code, output } = npm?.endsWith(".js")
    ? await run(process.execPath, [npm, ...args], { cwd: ROOT })
    : await run(process.platform === "win32" ? "npm.cmd" : "npm", args, { cwd: ROOT });
  if (code === 0) return;
  // Of npm's own code, through which an error came, nobody who starts Backstory can make anything.
  const reason = output.split("\n").filter((line) => /^npm (err|error)/i.test(line) && !/complete log|^npm \w+!? *(?:$| at )/i.test(line));
  throw new Error(
    `npm could not install the packages: see below, check the network connection and start again.\n${(reason.length ? reason : [output]).slice(0, 8).join("\n")}`,
  );
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
