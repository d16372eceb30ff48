/** CSL-JSON (https://github.com/citation-style-language/schema, csl-data.json), as Zotero, pandoc and JabRef import it. */
import type { AnnotatedSource } from "./csl";

/** A list of items: what was kept of a source stands in `annote`, a blank line between, and in `keyword`. */
export function cslJson(sources: readonly AnnotatedSource[]): string {
  const items = sources.map(({ source, remarks, keywords }) => ({
    ...source,
    ...(keywords.length > 0 && { keyword: keywords.join(", ") }),
    ...(remarks.length > 0 && { annote: remarks.join("\n\n") }),
  }));
  return `${JSON.stringify(items, null, 2)}\n`;
}
