/**
 * Holds the code that runs in pages to its limits: `npm run build`, then this. Sizes are gzipped bytes of the files
 * as they are shipped. The style sheets are listed with them, and count.
 */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

/** What is loaded together, when, and what it may weigh at most. */
const LOADS = [
  { files: ["reader.js"], when: "on every page", limit: 8 * 1024 },
  { files: ["reader.js", "card.js"], when: "with the card", limit: 20 * 1024 },
  { files: ["highlighter.js"], when: "more where something is highlighted or selected", limit: 26 * 1024 },
  { files: ["corrector.js"], when: "more when a card is wrong", limit: 8 * 1024 },
  { files: ["bar.js"], when: "more when the bar is wanted", limit: 19 * 1024 },
];

let broken = false;
for (const build of ["chrome-mv3", "firefox-mv3"]) {
  for (const { files, when, limit } of LOADS) {
    const sizes = files.map((file) => gzipSync(readFileSync(`.output/${build}/${file}`), { level: 9 }).length);
    const size = sizes.reduce((a, b) => a + b, 0);
    console.log(`${build}: ${size} bytes ${when} (limit ${limit})`);
    broken ||= size > limit;
  }
}
if (broken) {
  console.error("Code that runs in pages is too large: see what grew, or load it when it is wanted.");
  process.exit(1);
}
