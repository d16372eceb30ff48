/** What was changed in a passage, word by word, for a reader to see. */
import { diffWordsWithSpace } from "diff";

export interface Change {
  kind: "same" | "removed" | "added";
  text: string;
}

/**
 * What became of a passage. All that is not "added", joined, is `before`; all that is not "removed", joined, is `after`.
 */
export function changesBetween(before: string, after: string): Change[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
}
