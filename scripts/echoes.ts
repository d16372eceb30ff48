/** Writes docs/echoes.md: which echoes paragraphs have, and why: `npm run -s echoes`. */
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { reasonsOf } from "../src/views/panel/echo-reasons";
import { english } from "../src/i18n/english";
import type { Echo } from "../src/story/echoes/echo";
import { hasShared, readSharedGold } from "./lib/accuracy-gold";
import { EchoFinder, readJudged } from "./lib/echoes";

const PAGE = fileURLToPath(new URL("../docs/echoes.md", import.meta.url));

/** Days on which the annotated articles say that they were published, or as far as their texts tell. */
const PUBLISHED: Record<string, string> = {
  "art-05": "2024-07-27",
  "art-07": "2024-10-06",
  "art-36": "2023-12-17",
  "seed-chinafile": "2017-07-06",
  "seed-diplomat": "2017-10-01",
};
/** Addresses of those that do not come with theirs. */
const URLS: Record<string, string> = {
  "seed-chinafile": "https://www.chinafile.com/reporting-opinion/viewpoint/why-wont-china-help-north-korea-remember-1956",
};
/** Words of a paragraph that belongs to its publisher, at most. */
const MOST_WORDS = 25;
/** Shorter paragraphs (characters) are captions and buttons. */
const SHORTEST = 60;

/** A paragraph with its echoes. */
interface Row {
  text: string;
  echoes: Echo[];
}

const finder = await EchoFinder.open();
const own = (await readJudged()).map(({ id, text, lang = "en", published }) => ({ id, published, text, echoes: finder.of({ paragraphs: [text], lang, published })[0]! }));
say("paragraphs of our own", own);

if (hasShared()) {
  const parts: string[] = [];
  const all: Row[] = [];
  for (const { id, url, text } of await readSharedGold("dev")) {
    const paragraphs = text.split("\n").filter((each) => each.trim() !== "");
    const found = finder.of({ url: url || URLS[id], paragraphs, lang: "en", published: PUBLISHED[id] ?? "" });
    const rows = paragraphs.map((each, at) => ({ text: each, echoes: found[at]! })).filter((row) => row.text.length >= SHORTEST);
    all.push(...rows);
    const shown = rows.filter(({ echoes }) => echoes.length > 0).map(({ text: words, echoes }) => rowOf(shortened(words), echoes));
    parts.push([`### ${id}`, share(rows), ...shown].join("\n\n"));
  }
  say("paragraphs of the annotated articles", all);
  await writeFile(PAGE, page(parts, all));
  console.log("docs/echoes.md is written anew.");
} else {
  console.log("The annotated articles (../shared) are not there: docs/echoes.md is left as it is.");
}

function page(parts: readonly string[], all: readonly Row[]): string {
  return `# Echoes

Written by \`npm run -s echoes\`. For the paragraph being read, the panel shows what happened or was said before that resembles it most, and why: people and other entries that both name, the rarer the better; the same kind of act; the same countries; the same words. How much each weighs stands in \`src/story/echoes/weights.ts\`, fitted by hand by reading this page. An echo is older than what the paragraph tells, where the paragraph, the dates above it or the page's own date say when that was; and it is another happening than the one that the paragraph tells, or the page elsewhere: nothing of a day that the page names, nothing that was written from this very page. Where only one thing is alike, nothing is shown: most paragraphs have no echo.

${share(all)} Of the paragraphs of our own below, six are about nothing that the packs know, and must have none.

## Annotated articles

The first words of the paragraphs that have echoes. The texts belong to their publishers.

${parts.join("\n\n")}

## Paragraphs of our own

As news might tell what happened (\`tests/gold/echoes.yaml\`, with what a historian expects; \`scripts/echoes.test.ts\` holds it).

${own.map(({ text, published, echoes }) => rowOf(`${published}: ${text}`, echoes)).join("\n\n")}
`;
}

function rowOf(text: string, echoes: readonly Echo[]): string {
  const lines = echoes.map((echo, at) => `${at + 1}. ${told(echo)}<br>*${reasonsOf(echo.why, english, "en").join(" · ")}*`);
  return [`> ${text}`, "", ...(lines.length > 0 ? lines : ["*No echo.*"])].join("\n");
}

function told({ entry, when, text, quote, sources }: Echo): string {
  const from = sources.map((run) => run.text).join("; ");
  if (quote) return `${quote.words} — ${quote.said.map((run) => run.text).join("")}, ${quote.remarks.join("; ")} (${from})`;
  return `**${entry.name}**${when && `, ${when}`}: ${text.map((run) => run.text).join("").trim()} (${from})`;
}

function shortened(text: string): string {
  const words = text.split(/\s+/);
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS).join(" ")} …` : text;
}

function share(rows: readonly Row[]): string {
  return `${rows.filter(({ echoes }) => echoes.length > 0).length} of ${rows.length} paragraphs have echoes.`;
}

function say(what: string, rows: readonly Row[]): void {
  console.log(`${what}: ${share(rows)}`);
}
