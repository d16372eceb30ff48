/** Writes docs/echoes.md: which echoes paragraphs have, and why: `npm run -s echoes`. */
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { reasonsOf } from "../src/views/panel/echo-reasons";
import { english } from "../src/i18n/english";
import type { Echo } from "../src/story/echoes/echo";
import { hasShared, readSharedGold } from "./lib/accuracy-gold";
import { EchoFinder, isAsked, type JudgedParagraph, readJudged } from "./lib/echoes";

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

/** What can come of a judged paragraph. */
const OUTCOMES = ["What was expected", "Only what is acceptable", "Rightly nothing", "Nothing, though something was expected", "A random one"] as const;

/** A paragraph with its echoes. */
interface Row {
  text: string;
  echoes: Echo[];
}

const finder = await EchoFinder.open();
const own = (await readJudged()).map((judged) => {
  const { text, lang = "en", published } = judged;
  return { ...judged, echoes: finder.of({ paragraphs: [text], lang, published })[0]! };
});
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

Written by \`npm run -s echoes\`. For the paragraph being read, the panel shows what happened or was said before that resembles it most, and why: people and other entries that both name, the rarer the better; the same kind of act; the same countries; the same words. How much each weighs stands in \`src/story/echoes/weights.ts\`. An echo is older than what the paragraph tells, where the paragraph, the dates above it or the page's own date say when that was; and it is another happening than the one that the paragraph tells, or the page elsewhere: nothing of a day that the page names, nothing that was written from this very page. Where only one thing is alike, nothing is shown: most paragraphs have no echo.

${share(all)} Most of them belong to histories from which the packs were written, and what those tell is older than anything in the packs, or is told there in the words of that very page.

## How it was judged

By us, who know the period from the sources of the packs, and by no historian: one of us read every echo below and asked whether somebody at home in it would call it random in the first two places. \`tests/gold/echoes.yaml\` holds what was found to be expected, and what acceptable; \`scripts/echoes.test.ts\` fails where anything else comes, or where what was expected no longer does.

${table(own)}

The first lot was written while the search was made. The others were written, with what was expected of them, before it was last tuned: the second was read while that was done; the third when it seemed to be over, and then two of its ${own.filter(({ set }) => set === "second").length} paragraphs had a random echo in the first two places (a submarine raid for a nuclear test in a tunnel, an envoy of 1968 for a visit to Tokyo), which was mended at its cause. So a fourth was written, and read only after that: one of its ${own.filter(({ set }) => set === "held-out").length} paragraphs had a random echo in the second place (the first Soviet–American arms talks for a declaration of Washington and Seoul). That, and what an echo of the first lot had in common with its paragraph only in a subordinate clause, was mended last; the table shows what comes now, and is no measure of what would come of paragraphs that nobody has seen.

## Annotated articles

The first words of the paragraphs that have echoes. The texts belong to their publishers.

${parts.join("\n\n")}

## Paragraphs of our own

As news might tell what happened (\`tests/gold/echoes.yaml\`, with what a historian expects; \`scripts/echoes.test.ts\` holds it).

${own.map(({ text, published, echoes }) => rowOf(`${published}: ${text}`, echoes)).join("\n\n")}
`;
}

/** What came of the paragraphs of our own, lot by lot: each counts once. */
function table(judged: readonly (JudgedParagraph & Row)[]): string {
  const lots = [["First", undefined], ["Second", "tuning"], ["Third", "second"], ["Fourth", "held-out"]] as const;
  const rows = lots.map(([name, lot]) => {
    const asked = judged.filter((each) => each.set === lot && isAsked(each));
    const counts = OUTCOMES.map((outcome) => asked.filter((each) => outcomeOf(each) === outcome).length);
    return `| ${[name, asked.length, ...counts].join(" | ")} |`;
  });
  return [`| Lot | Paragraphs | ${OUTCOMES.join(" | ")} |`, `|---|${"---:|".repeat(OUTCOMES.length + 1)}`, ...rows].join("\n");
}

/** Judged by the first two echoes; the worst that is true of them counts. */
function outcomeOf({ near = [], fine = [], echoes }: JudgedParagraph & Row): (typeof OUTCOMES)[number] {
  const ids = echoes.slice(0, 2).map(({ entry }) => entry.ref.slice(entry.ref.indexOf("/") + 1));
  if (ids.some((id) => !near.includes(id) && !fine.includes(id))) return "A random one";
  if (ids.some((id) => near.includes(id))) return "What was expected";
  if (ids.length > 0) return "Only what is acceptable";
  return near.length > 0 ? "Nothing, though something was expected" : "Rightly nothing";
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
