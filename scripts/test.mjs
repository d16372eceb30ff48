/** `npm test`: every check there is, from a fresh clone. See test.ts, which this makes runnable. */
import { ensureInstalled } from "./lib/install.mjs";
import { runTypeScript } from "./lib/typescript.mjs";

try {
  await ensureInstalled();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log("0 passed, 1 failed");
  process.exit(1);
}
await runTypeScript("scripts/test.ts", process.argv.slice(2));
