/** `npm start`: from a fresh clone to a browser with Backstory in it. See start.ts, which this makes runnable. */
import { ensureInstalled } from "./lib/install.mjs";
import { runTypeScript } from "./lib/typescript.mjs";

try {
  await ensureInstalled();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
await runTypeScript("scripts/start.ts", process.argv.slice(2));
