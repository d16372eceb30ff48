/** Runs a TypeScript file of this repository inside the running Node.js: no second process, no signals to pass on. */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * @param {string} file Path relative to the current folder.
 * @param {string[]} args What the script finds in `process.argv` from index 2 on.
 */
export async function runTypeScript(file, args) {
  // Not at the top: before the installation there is no tsx.
  const { register } = await import("tsx/esm/api");
  register();
  const path = resolve(file);
  process.argv = [process.execPath, path, ...args];
  await import(pathToFileURL(path).href);
}
