/** Checks, compiles, lists and shows packs: `npm run -s pack -- --help`. */
import { runPackCommand } from "./lib/pack-commands";

// Whoever reads the output may have seen enough: `… list FOLDER | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

process.exitCode = await runPackCommand(process.argv.slice(2), {
  out: (line) => console.log(line),
  err: (line) => console.error(line),
});
