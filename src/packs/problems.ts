import type { Problem } from "./model";
import { compareTexts } from "./texts";

/** Collects what is wrong with a pack while its files are read. Nothing stops at the first problem. */
export class Problems {
  readonly list: Problem[] = [];

  /** Where the problems of one file go. */
  in(file: string): FileProblems {
    return new FileProblems(file, this.list);
  }

  /** All problems by file, line and, on one line, in the order of their finding; what is said twice of a line, once. */
  sorted(): Problem[] {
    const distinct = new Map(this.list.map((problem) => [JSON.stringify(problem), problem]));
    return [...distinct.values()].sort((a, b) => compareTexts(a.file, b.file) || a.line - b.line);
  }
}

export class FileProblems {
  readonly file: string;
  readonly #list: Problem[];

  constructor(file: string, list: Problem[]) {
    this.file = file;
    this.#list = list;
  }

  /** Something that keeps the pack from being compiled. `line` is 1-based; both texts are whole sentences. */
  error(line: number, message: string, fix: string): void {
    this.#list.push({ severity: "error", file: this.file, line, message, fix });
  }

  /** Something that is missing or doubtful; the pack compiles all the same. */
  warning(line: number, message: string, fix: string): void {
    this.#list.push({ severity: "warning", file: this.file, line, message, fix });
  }
}
