/** Writes what was measured as docs/accuracy.md. */
import type { NamesOnlyResult, SetResult } from "./accuracy-measure";
import type { OwnResult } from "./accuracy-own";
import { calibrate, rates, type Score, type Slip } from "./accuracy-score";

export interface Measured {
  sets: SetResult[];
  own: OwnResult[];
  namesOnly: NamesOnlyResult[];
  /** Why a name is still missed or wrong, by `text: surface`. */
  reasons: Record<string, string>;
}

/** The whole page. The same figures give the same text. */
export function renderReport({ sets, own, namesOnly, reasons }: Measured): string {
  return [
    "# Accuracy\n",
    "Written by `npm run -s accuracy`, which needs the annotated texts beside the project; change the code, not this page.\n",
    INTRODUCTION,
    "## The pack in the box\n",
    setTable(sets),
    "## Texts of our own\n",
    ownSection(own),
    "## Packs of names alone\n",
    namesSection(namesOnly),
    "## Can confidence be believed?\n",
    calibrationSection(sets),
    "## Places that stand for governments\n",
    senseSection(sets, own),
    "## What is still wrong\n",
    slipSection(sets, reasons),
    ownSlipSection(own, reasons),
  ].join("\n");
}

const INTRODUCTION = `A mention is right where its start, its end and its entry are all what a careful reader marked. *Precision* is the share of what Backstory marks that is right; *recall* the share of the names in the pack that it marks rightly; *coverage* the share of all names in the texts, of whomever, that the pack has. *Ambiguous* are names that only the text around them tells: surnames, "the North", "the Party".

The texts belong to their publishers and are not part of the project. About half of those annotated for it are *held out*: which of their names are missed or wrong is listed nowhere. They are not wholly blind: their slips were looked at once, to check the annotations, some kinds of slips became known by that, and their totals were watched while the rules were changed. Read for the first time they were at 98.7 % precision and 88.0 % recall. Theirs are still the figures to quote.
`;

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** A table of words on the left and figures on the right. */
function table(head: readonly string[], rows: readonly (readonly (string | number)[])[], words = 1): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, index) => (index < words ? "---" : "--:"));
  return `${[line(head), line(rule), ...rows.map(line)].join("\n")}\n`;
}

function scoreCells(score: Score): (string | number)[] {
  const { precision, recall, f1, coverage } = rates(score);
  return [score.gold, score.inPack, percent(precision), percent(recall), percent(f1), percent(coverage), ambiguous(score)];
}

function ambiguous({ ambiguous: all, ambiguousRight }: Score): string {
  return all === 0 ? "–" : `${ambiguousRight} of ${all}`;
}

function setTable(sets: readonly SetResult[]): string {
  const head = ["texts", "names", "in the pack", "precision", "recall", "F1", "coverage", "ambiguous right"];
  return table(head, sets.map(({ name, size, what, score }) => [`**${name}** (${size}): ${what}`, ...scoreCells(score)]));
}

function ownSection(own: readonly OwnResult[]): string {
  const count = (of: (result: OwnResult) => number): number => own.reduce((sum, result) => sum + of(result), 0);
  const right = count((result) => result.right.length);
  const wrong = count((result) => result.wrong.length);
  const missed = count((result) => result.missed.length);
  const failing = own.filter(fails).length;
  const must = own.filter((result) => result.own.must).length;
  const files = [...new Set(own.map(fileOf))].map((file) => {
    const of = own.filter((result) => fileOf(result) === file);
    const bad = of.filter(fails).length;
    return [file, of.length, of.length - bad, bad];
  });
  return `${own.length} short texts, written to be difficult (\`tests/gold/own\`): namesakes, titles and years, glued words, other languages. ${right} names are read rightly, ${missed} are missed and ${wrong} are wrong: precision ${percent(right / (right + wrong))}, recall ${percent(right / (right + missed))}. ${own.length - failing} texts are read without a slip; ${must} of them are such that a slip fails the tests. The ${failing} others are known to fail and are listed below.

${table(["theme", "texts", "without a slip", "known to fail"], files)}`;
}

function fileOf({ own }: OwnResult): string {
  return own.id.split(":")[0]!;
}

/** Is anything missed or wrong? */
export function fails({ wrong, missed }: OwnResult): boolean {
  return wrong.length + missed.length > 0;
}

const NAMES_KINDS = {
  titles: "titles and redirects",
  anchors: "also surnames, and teams under the bare names of their countries and cities",
};

function namesSection(results: readonly NamesOnlyResult[]): string {
  const rows = results.flatMap(({ kind, sets }) =>
    sets.map(({ name, score }) => {
      const { precision, recall, f1 } = rates(score);
      return [`${kind}: ${name}`, score.inPack, percent(precision), percent(recall), percent(f1), ambiguous(score)];
    }),
  );
  const packs = results.map(({ kind, entries, names }) => `\`${kind}\` (${NAMES_KINDS[kind]}) has ${entries} entries and ${names} names`);
  return `Entries with an id and names and nothing else, as public benchmarks of entity linking give them: all entities of the texts, among thousands of people, countries, cities, teams and buildings that they do not speak of. ${packs.join("; ")}. Many ambiguous surfaces are nobody's name in \`titles\`, and nothing but a full name on the same page can tell them.

${table(["pack: texts", "names", "precision", "recall", "F1", "ambiguous right"], rows)}`;
}

function calibrationSection(sets: readonly SetResult[]): string {
  const { bins, brier, ece } = calibrate(sets.flatMap(({ score }) => score.calls));
  const rows = bins.map(({ from, to, count, confidence, right }) => [
    `${from.toFixed(2)}–${to.toFixed(2)}`,
    count,
    count === 0 ? "–" : confidence.toFixed(3),
    count === 0 ? "–" : right.toFixed(3),
  ]);
  return `All mentions of the sets above. Brier score ${brier.toFixed(4)}, expected calibration error ${ece.toFixed(4)}.

${table(["confidence", "mentions", "mean confidence", "share right"], rows)}`;
}

function senseSection(sets: readonly SetResult[], own: readonly OwnResult[]): string {
  const sum = (of: (score: Score) => number): number => sets.reduce((total, { score }) => total + of(score), 0);
  const metonyms = sum((score) => score.metonyms);
  const sensed = sum((score) => score.metonymsSensed);
  const plain = sum((score) => score.plainPlaces);
  const wrongly = sum((score) => score.plainPlacesSensed);
  const ownSenses = own.reduce((total, { senses }) => total + senses, 0);
  const ownSensed = own.reduce((total, { sensed: right }) => total + right, 0);
  const ownFalse = own.reduce((total, { falselySensed }) => total + falselySensed, 0);
  return `“Beijing said” means a government, “snow fell in Beijing” a city. Of ${metonyms} places in the sets that stand for something else, ${sensed} are told; of ${plain} that do not, ${wrongly} are said to. In our own texts: ${ownSensed} of ${ownSenses} told, ${ownFalse} wrongly.
`;
}

function slipSection(sets: readonly SetResult[], reasons: Record<string, string>): string {
  const rows = sets
    .filter(({ heldOut }) => !heldOut)
    .flatMap(({ score }) => grouped([...score.missed, ...score.wrong.filter((slip) => !isMissedToo(slip, score.missed))]))
    .map(({ slip, count }) => [slip.text, quoted(slip.surface), describe(slip), reasons[`${slip.text}: ${slip.surface}`] ?? "", count]);
  const held = sets.filter(({ heldOut }) => heldOut);
  const counts = held.map(({ name, score }) => `${name}: ${score.missed.length} missed, ${score.wrong.length} wrong.`);
  return `${table(["text", "name", "what happened", "why", "times"], rows, 4)}
${counts.join(" ")}
`;
}

/** A mention with the right borders and the wrong entry is one slip, not two. */
function isMissedToo({ text, start, surface }: Slip, missed: readonly Slip[]): boolean {
  return missed.some((slip) => slip.text === text && slip.start === start && slip.surface === surface);
}

function grouped(slips: readonly Slip[]): { slip: Slip; count: number }[] {
  const groups = new Map<string, { slip: Slip; count: number }>();
  for (const slip of slips) {
    const key = JSON.stringify([slip.text, slip.surface, slip.entity, slip.said]);
    const group = groups.get(key) ?? { slip, count: 0 };
    groups.set(key, { ...group, count: group.count + 1 });
  }
  return [...groups.values()];
}

function describe({ entity, said, saidSurface }: Slip): string {
  const what = said === null ? "" : `read as \`${said}\`${saidSurface === null ? "" : ` (${quoted(saidSurface)})`}`;
  if (entity === null) return `${what}, and is not it`;
  return what === "" ? `${entity}: missed` : `${entity}: ${what}`;
}

function quoted(surface: string): string {
  return `“${surface.replace(/\s+/g, " ").replace(/\|/g, "\\|")}”`;
}

function ownSlipSection(own: readonly OwnResult[], reasons: Record<string, string>): string {
  const rows = own.filter(fails).map(({ own: { id, text }, wrong, missed }) => {
    const at = ({ start, end }: { start: number; end: number }): string => quoted(text.slice(start, end));
    const said = wrong.map((one) => `${at(one)} read as \`${one.entry}\``);
    const silent = missed.map((one) => `${at(one)} (\`${one.entry}\`) missed`);
    return [id, [...said, ...silent].join("; "), reasons[id] ?? ""];
  });
  return `Our own texts that are known to fail:

${table(["text", "what happened", "why"], rows, 3)}`;
}
