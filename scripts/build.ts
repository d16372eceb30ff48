/** Builds the extension: `npm run build [chrome|firefox]`, both where none is named. */
import { build } from "wxt";

const TARGETS = ["chrome", "firefox"];

const asked = process.argv.slice(2);
const unknown = asked.find((target) => !TARGETS.includes(target));
if (unknown) {
  console.error(`There is no build for "${unknown}": say ${TARGETS.join(" or ")}.`);
  process.exit(2);
}
for (const browser of asked.length ? asked : TARGETS) await build({ browser });
