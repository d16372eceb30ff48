/** The part of the `edtf` package that we use; it brings no types of its own. */
declare module "edtf" {
  export interface ParsedDate {
    type: string;
    values: unknown[];
  }

  /** @throws Error where the text is no EDTF of the wanted types */
  export function parse(text: string, constraints: { level: number; types: string[] }): ParsedDate;

  class ExtendedDate {
    constructor(parsed: ParsedDate);
    /** First and last possible moment, in milliseconds since 1970-01-01. */
    readonly min: number;
    readonly max: number;
  }
  export { ExtendedDate as Date };
}
