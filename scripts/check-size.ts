/**
 * Holds the code that runs in pages to its limits: `npm run build`, then this. Sizes are gzipped bytes of the files
 * as they are shipped. The style sheets are listed with them, and count.
 */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

/** Loaded on every page. */
const ALWAYS = ["reader.js"];
/** Loaded when the first card is wanted. */
const WANTED = ["card.js"];
/** Loaded where the page has highlights, or something is selected: whole in itself. */
const HIGHLIGHTER = ["highlighter.js"];
const LIMITS = { always: 8 * 1024, all: 20 * 1024, highlighter: 24 * 1024 };

let broken = false;
for (const build of ["chrome-mv3", "firefox-mv3"]) {
  const sizes = (files: string[]) => files.map((file) => gzipSync(readFileSync(`.output/${build}/${file}`), { level: 9 }).length);
  const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
  const always = sum(sizes(ALWAYS));
  const all = always + sum(sizes(WANTED));
  const highlighter = sum(sizes(HIGHLIGHTER));
  console.log(`${build}: ${always} bytes on every page (limit ${LIMITS.always}), ${all} with the card (limit ${LIMITS.all})`);
  console.log(`${build}: ${highlighter} bytes where something is highlighted or selected (limit ${LIMITS.highlighter})`);
  if (always > LIMITS.always || all > LIMITS.all || highlighter > LIMITS.highlighter) broken = true;
}
if (broken) {
  console.error("Code that runs in pages is too large: see what grew, or load it when it is wanted.");
  process.exit(1);
}
