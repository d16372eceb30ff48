/** Writes results as Markdown for docs/benchmarks.md, and as plain lines for the terminal. */
import type { Result } from "./results";
import type { Goal, Row, Spread, Table } from "./report";

const HEAD = `# Benchmarks

Written by \`npm run bench\`, which measures everything anew on the machine it runs on; \`npm run bench -- --quick\` takes less than a minute and keeps nothing, \`--only node\` or \`--only page\` runs one part. Times differ from machine to machine: what counts are the ratios, each taken within one run. Where a goal has been set it stands beside what was measured, met or not.
`;

export function markdownOf(results: readonly Result[], packages: readonly Package[]): string {
  return `${[HEAD, ...results.map(sectionMarkdown), packagesMarkdown(packages)].join("\n")}`;
}

function sectionMarkdown({ day, machine, section }: Result): string {
  const { title, prose, plots = [], tables } = section;
  return [
    `## ${title}\n`,
    `Measured on ${day}: ${machine}.\n`,
    ...prose.map((paragraph) => `${paragraph}\n`),
    ...plots.map((plot) => `![${plot.title}](benchmarks/${plot.file})\n`),
    ...tables.map(tableMarkdown),
  ].join("\n");
}

function tableMarkdown({ title, ratioTo, rows }: Table): string {
  const columns = columnsOf(rows);
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    `### ${title}\n`,
    ...(ratioTo ? [`Ratios are to ${ratioTo}.\n`] : []),
    line(columns.map(({ head }) => head)),
    line(columns.map(({ right }) => (right ? "---:" : "---"))),
    ...rows.map((row) => line(columns.map(({ cell }) => cell(row).replaceAll("|", "\\|")))),
    "",
  ].join("\n");
}

interface Column {
  head: string;
  right: boolean;
  cell(row: Row): string;
}

/** The columns in which any row has something. */
function columnsOf(rows: readonly Row[]): Column[] {
  const all: Column[] = [
    { head: "", right: false, cell: ({ name }) => name },
    { head: "measured", right: true, cell: ({ value, unit }) => (value === null ? "–" : `${number(value)} ${unit}`) },
    { head: "ratio", right: true, cell: ({ ratio }) => (ratio ? ratioText(ratio) : "") },
    { head: "goal", right: true, cell: ({ goal }) => (goal ? goalText(goal) : "") },
    { head: "", right: false, cell: ({ met }) => (met === undefined ? "" : met ? "met" : "not met") },
    { head: "", right: false, cell: ({ note }) => note ?? "" },
  ];
  return all.filter(({ cell }) => rows.some((row) => cell(row) !== ""));
}

export function ratioText({ median, low, high }: Spread): string {
  return `${number(median)} (${number(low)}–${number(high)})`;
}

function goalText({ kind, limit }: Goal): string {
  return `${kind === "at most" ? "≤" : "≥"} ${limit}`;
}

/** Three significant digits, and no exponent. */
export function number(value: number): string {
  if (value === 0) return "0";
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(digits, 6)).replace(/\B(?=(\d{3})+$)/g, digits === 0 ? "\u00a0" : "");
}

/** A table in columns of equal width. */
export function plainTable({ title, ratioTo, rows }: Table): string {
  const columns = columnsOf(rows);
  const cells = rows.map((row) => columns.map(({ cell }) => cell(row)));
  const widths = columns.map((_, at) => Math.max(...cells.map((line) => line[at]!.length)));
  const padded = (line: readonly string[]) =>
    line.map((cell, at) => (columns[at]!.right ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!))).join("  ").trimEnd();
  return [`${title}${ratioTo ? `; ratios to ${ratioTo}` : ""}`, ...cells.map((line) => `  ${padded(line)}`), ""].join("\n");
}

export interface Package {
  name: string;
  version: string;
  licence: string;
}

function packagesMarkdown(packages: readonly Package[]): string {
  return [
    "## Packages\n",
    "What is compared with, and what names and texts are from. They are no part of the project: `npm run bench` installs them into `bench/node_modules` when they are missing.\n",
    "| package | version | licence |",
    "| --- | --- | --- |",
    ...packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`),
    "",
  ].join("\n");
}
