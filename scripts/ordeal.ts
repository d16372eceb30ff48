/** Kills the background while highlights are written, and looks for what is lost: `npm run -s ordeal -- --help`. */
import { parseArgs } from "node:util";
import { EXTENSION } from "./drive/launch";
import { BROWSER_NAMES, findOrInstallBrowser } from "./lib/browsers";
import { buildExtension } from "./lib/build-extension";
import { stopOnCrash } from "./lib/stop.mjs";
import { explain, Trouble } from "./lib/trouble";
import { runOrdeal } from "./ordeal/run";

const USAGE = `Usage: npm run -s ordeal -- [--browser NAME] [--rounds N] [--crash-every N] [--seed N]

  Starts a real browser with Backstory in it. In each round two tabs save, edit, import, delete and
  restore highlights, and the background is killed at a random moment. Then the store is compared with
  what it may hold: what was answered is there, what was not is there wholly or not at all, nothing is
  there twice. Now and then the whole browser is killed, and started again with the same profile.

  --browser NAME     ${BROWSER_NAMES.join(", ")}, or the path of a program
  --rounds N         1000 without it
  --crash-every N    rounds after which the browser is killed: 250 without it
  --seed N           the same number makes the same requests; when they are overtaken by the kill, the machine decides`;

stopOnCrash();
process.exitCode = await run().catch((error: unknown) => {
  console.error(explain(error));
  return 2;
});

async function run(): Promise<number> {
  const { values } = parse();
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const browser = await findOrInstallBrowser(values.browser, console.error);
  await buildExtension(browser.family);
  const began = performance.now();
  const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 32) : whole("--seed", values.seed);
  const tally = await runOrdeal({
    browser,
    extension: EXTENSION[browser.family],
    rounds: whole("--rounds", values.rounds),
    crashEvery: whole("--crash-every", values["crash-every"]),
    seed,
    watch: ({ rounds, faults }) => {
      if (rounds % 100 === 0) console.error(`${rounds} rounds, ${faults.length} faults`);
    },
  });
  for (const fault of tally.faults) console.log(fault);
  const ms = Math.round((performance.now() - began) / tally.rounds);
  console.log(
    `${browser.title}: ${tally.rounds} rounds of ${ms} ms, ${tally.requests} requests: ${tally.again} answered when asked again, ` +
      `${tally.unanswered} never, ${tally.refused} refused; ${tally.faults.length} lost, doubled or half done (seed ${seed})`,
  );
  return tally.faults.length > 0 ? 1 : 0;
}

function parse() {
  try {
    return parseArgs({
      options: {
        browser: { type: "string" },
        rounds: { type: "string", default: "1000" },
        "crash-every": { type: "string", default: "250" },
        seed: { type: "string" },
        help: { type: "boolean" },
      },
    });
  } catch (error) {
    throw new Trouble(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function whole(option: string, value: string): number {
  if (!/^[1-9]\d*$/.test(value)) throw new Trouble(`${option} takes a whole number above 0, not “${value}”.`);
  return Number(value);
}
