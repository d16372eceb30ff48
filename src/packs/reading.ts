import type { FileProblems } from "./problems";
import type { References } from "./references";

/** What every part of a file is read with. */
export interface Reading {
  problems: FileProblems;
  references: References;
  /** The pack's first language: of names that are listed without one. */
  language: string;
}
