/** What goes into the search among highlights, and what comes out. */

/** What is searched of a highlight. */
export interface SearchText {
  /** Its number: what answers are made of. */
  at: number;
  text: string;
  note: string;
  tags: string;
  title: string;
  /** Of the entries that it names. */
  names: string;
}

/** Numbers of what was found, best first, and terms that were found although they were typed a little differently. */
export interface SearchAnswer {
  ats: Uint32Array;
  near: string[];
}
