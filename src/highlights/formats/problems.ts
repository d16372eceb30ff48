/** What is wrong with a file that was to be imported. A file with one problem changes nothing. */

/** Sentences for the reader, each with what to do: keys of public/_locales. `values` fill their places. */
export const IMPORT_FAULTS = [
  /** Of the file. */
  "import_fault_empty",
  "import_fault_big",
  "import_fault_unknown",
  "import_fault_encoding",
  "import_fault_json",
  "import_fault_cut_off",
  "import_fault_deep",
  "import_fault_newer",
  "import_fault_no_list",
  /** Of a record. */
  "import_fault_not_object",
  "import_fault_field",
  "import_fault_missing",
  "import_fault_unknown_field",
  "import_fault_date",
  "import_fault_address",
  "import_fault_long",
  "import_fault_range",
  "import_fault_id",
  "import_fault_twice",
  "import_fault_no_target",
  "import_fault_columns",
  "import_fault_clipping",
] as const;
export type ImportFault = (typeof IMPORT_FAULTS)[number];

/** Where in a file: what of it is known. Numbers count from 1. */
export interface Place {
  /** Among the records of the file, whatever its format calls them. */
  record?: number;
  line?: number;
  /** Path of a field in the record: "page.url", "target.0.selector". */
  field?: string;
}

export interface ImportProblem {
  where: Place;
  what: ImportFault;
  values: readonly string[];
}

/** So many are told; the reader mends a file by the first few, or has the other program write it anew. */
export const MAX_PROBLEMS = 20;

/** Nothing of the file can be used until all its problems are mended. */
export class ImportError extends Error {
  override readonly name = "ImportError";
  /** The first `MAX_PROBLEMS`, in the order of the file. */
  readonly problems: readonly ImportProblem[];
  /** How many more there are. */
  readonly more: number;

  constructor(problems: readonly ImportProblem[], more = 0) {
    super(problems.map(inShort).join("\n"));
    this.problems = problems;
    this.more = more;
  }
}

/** For logs and tests: "record 3, page.url: import_fault_address (javascript:…)". */
function inShort({ where, what, values }: ImportProblem): string {
  const { record, line, field } = where;
  const at = [record && `record ${record}`, line && `line ${line}`, field].filter(Boolean).join(", ");
  return `${at && `${at}: `}${what}${values.length ? ` (${values.join(", ")})` : ""}`;
}

/** Collects problems while a file is read: its reader goes on after one, so that the next is told as well. */
export class Report {
  readonly #problems: ImportProblem[] = [];
  #more = 0;
  /** Records that were left out: bookmarks, and what another record has whole. */
  skipped = 0;

  add(where: Place, what: ImportFault, ...values: string[]): void {
    if (this.#problems.length < MAX_PROBLEMS) this.#problems.push({ where, what, values });
    else this.#more++;
  }

  /** @throws ImportError where anything was added */
  end(): void {
    if (this.#problems.length) throw new ImportError(this.#problems, this.#more);
  }
}

/** For what makes the rest of a file unreadable. */
export function refuse(where: Place, what: ImportFault, ...values: string[]): never {
  throw new ImportError([{ where, what, values }]);
}
