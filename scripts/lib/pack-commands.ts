/** What `npm run pack` does. Each command gives back the code that the process ends with. */
import { writeFile } from "node:fs/promises";
import { parseArgs, type ParseArgsConfig } from "node:util";
import { verifyQuotes } from "../../src/packs/check-quotes";
import type { Pack, Problem } from "../../src/packs/model";
import { didYouMean } from "../../src/packs/nearest";
import type { OpenPack } from "../../src/packs/open";
import { openFileOrFolder } from "./open-pack";
import { compileFolder, describeProblems, FileTrouble, PackTrouble, readPackFolder } from "./pack-folder";
import { reportOn } from "./pack-report";
import { describeEntry } from "./pack-text";
import { readSourceTexts } from "./source-texts";

export const USAGE = `Usage: npm run -s pack -- COMMAND …

  check FOLDER [--sources DIR]… [--report]
      Tells everything that is wrong with a pack. With --sources, looks every quote up in the
      texts below DIR. With --report, also tells what the pack holds and what it lacks.
  compile FOLDER -o FILE
      Compiles a pack that has no errors into one file.
  list FILE_OR_FOLDER [--json]
      Lists the entries of a compiled pack or of a folder.
  show FILE_OR_FOLDER ID
      Shows an entry with its text, quotes and sources.`;

/** Where a command writes, a line at a time: results to `out`, what is said about them to `err`. */
export interface Terminal {
  out(line: string): void;
  err(line: string): void;
}

/** Wrong usage, as opposed to something wrong with a pack. */
class UsageError extends Error {}

/** `errors`: something is wrong with the pack. `usage`: the command cannot be carried out as it was given. */
export const EXIT = { fine: 0, errors: 1, usage: 2 } as const;

type Command = (args: string[], terminal: Terminal) => Promise<number>;

const COMMANDS: Record<string, Command> = { check, compile, list, show };

/** Runs a command line, without the name of the program, and gives back the exit code. */
export async function runPackCommand(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [name = "", ...args] = argv;
  if (["--help", "-h", "help"].includes(name)) {
    terminal.out(USAGE);
    return EXIT.fine;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  try {
    if (name === "") throw new UsageError("Say what to do.");
    if (!command) throw new UsageError(`There is no command "${name}". ${didYouMean(name, Object.keys(COMMANDS), "")}`.trim());
    return await command(args, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.err(`${error.message}\n\n${USAGE}`);
      return EXIT.usage;
    }
    if (error instanceof FileTrouble || error instanceof PackTrouble) {
      terminal.err(error.message);
      return error instanceof FileTrouble ? EXIT.usage : EXIT.errors;
    }
    throw error;
  }
}

async function check(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parse(args, {
    sources: { type: "string", multiple: true },
    report: { type: "boolean" },
  });
  const [folder] = operands(positionals, "the folder of a pack");
  const { pack, problems: found, quoteLines } = await readPackFolder(folder);
  const problems = [...found];
  if (values.sources) {
    problems.push(...verifyQuotes(pack, await readSourceTexts(values.sources as string[]), quoteLines));
  }
  if (problems.length > 0) terminal.out(describeProblems(problems, folder));
  if (values.report) terminal.out(reportOn(pack));
  terminal.out(summary(pack, problems, values.sources !== undefined));
  return hasErrors(problems) ? EXIT.errors : EXIT.fine;
}

async function compile(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parse(args, { output: { type: "string", short: "o" } });
  const [folder] = operands(positionals, "the folder of a pack");
  const file = values.output;
  if (typeof file !== "string") throw new UsageError("Say which file to write: -o FILE.");
  const { pack, problems, bytes } = await compileFolder(folder);
  if (bytes === null) {
    terminal.err(describeProblems(problems.filter(isError), folder));
    terminal.err(`Not compiled: ${count(problems.filter(isError).length, "error")}.`);
    return EXIT.errors;
  }
  await writeFile(file, bytes).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === "ENOENT" ? "there is no such folder" : error.message;
    throw new FileTrouble(`${file} cannot be written: ${why}.`);
  });
  terminal.out(`${file}: ${contents(pack)}, ${bytes.length.toLocaleString("en-GB")} bytes.`);
  return EXIT.fine;
}

async function list(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parse(args, { json: { type: "boolean" } });
  const [path] = operands(positionals, "a compiled pack or a folder");
  const pack = await openFileOrFolder(path, (message) => terminal.err(message));
  const entries = Array.from({ length: pack.entryCount }, (_, index) => listed(pack, index));
  if (values.json) terminal.out(JSON.stringify(entries, null, 2));
  else for (const line of table(entries.map(({ id, kind, names }) => [id, kind, names.join(", ")]))) terminal.out(line);
  return EXIT.fine;
}

async function show(args: string[], terminal: Terminal): Promise<number> {
  const { positionals } = parse(args, {});
  const [path, id] = operands(positionals, "a compiled pack or a folder", "the id of an entry");
  const pack = await openFileOrFolder(path, (message) => terminal.err(message));
  const index = pack.indexOf(id);
  if (index < 0) {
    const ids = Array.from({ length: pack.entryCount }, (_, number) => pack.idOf(number));
    throw new PackTrouble(`There is no entry \`${id}\` in ${path}. ${didYouMean(id, ids, 'See "list" for all.')}`);
  }
  terminal.out(describeEntry(pack, index));
  return EXIT.fine;
}

/** Full names as written, and the title of the English Wikipedia article, each once. */
function listed(pack: OpenPack, index: number): { id: string; kind: string; names: string[] } {
  const { id, kind, names, wikipedia } = pack.entry(index);
  const full = names.filter((name) => name.class === "full").map((name) => name.text);
  return { id, kind, names: [...new Set([...full, ...(wikipedia ? [wikipedia] : [])])] };
}

function table(rows: readonly (readonly [string, string, string])[]): string[] {
  const width = (column: 0 | 1) => Math.max(0, ...rows.map((row) => row[column].length));
  const [ids, kinds] = [width(0), width(1)];
  return rows.map(([id, kind, names]) => `${id.padEnd(ids)}  ${kind.padEnd(kinds)}  ${names}`);
}

function summary(pack: Pack, problems: readonly Problem[], lookedUp: boolean): string {
  const errors = problems.filter(isError).length;
  const found = `${count(errors, "error")}, ${count(problems.length - errors, "warning")}`;
  const quotes = lookedUp || pack.quotes.length === 0 ? "" : " Quotes were not looked up: add --sources DIR.";
  return `${found} in ${contents(pack)}.${quotes}`;
}

function contents({ entries, quotes, sources }: Pack): string {
  return `${count(entries.length, "entry", "entries")}, ${count(quotes.length, "quote")}, ${count(sources.length, "source")}`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;
}

function isError(problem: Problem): boolean {
  return problem.severity === "error";
}

function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(isError);
}

function parse(args: string[], options: NonNullable<ParseArgsConfig["options"]>) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message.split("\n")[0]);
  }
}

/** Exactly as many operands as are named. */
function operands<Names extends string[]>(given: readonly string[], ...names: Names): { [Index in keyof Names]: string } {
  const missing = names[given.length];
  if (missing !== undefined) throw new UsageError(`Say ${missing}.`);
  if (given.length > names.length) throw new UsageError(`"${given[names.length]}" is one word too many.`);
  return given as { [Index in keyof Names]: string };
}
