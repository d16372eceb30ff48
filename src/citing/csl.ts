/**
 * The part of CSL-JSON (as Zotero exports it) that we read.
 * Specification: https://docs.citationstyles.org/en/stable/specification.html, appendix III and IV.
 */

/** A CSL-JSON item. Fields that are not typed here are carried along untouched. */
export interface Source {
  id: string;
  type: string;
  title?: string;
  "title-short"?: string;
  author?: CslName[];
  editor?: CslName[];
  issued?: CslDate;
  accessed?: CslDate;
  "container-title"?: string;
  "collection-title"?: string;
  publisher?: string;
  "publisher-place"?: string;
  volume?: string | number;
  issue?: string | number;
  page?: string | number;
  number?: string | number;
  genre?: string;
  medium?: string;
  archive?: string;
  archive_location?: string;
  language?: string;
  URL?: string;
  DOI?: string;
  ISBN?: string;
  note?: string;
  custom?: Record<string, unknown>;
}

export interface CslName {
  family?: string;
  given?: string;
  /** An institution, or a name that has no parts. */
  literal?: string;
  suffix?: string;
  "non-dropping-particle"?: string;
}

/** `date-parts` is one date or a range of two, each `[year, month?, day?]`. */
export interface CslDate {
  "date-parts"?: (number | string)[][];
  literal?: string;
  raw?: string;
  /** Uncertain. */
  circa?: boolean;
}

/** A source with what its reader kept of it. */
export interface AnnotatedSource {
  source: Source;
  /** Plain text, one a passage. */
  remarks: readonly string[];
  keywords: readonly string[];
}
