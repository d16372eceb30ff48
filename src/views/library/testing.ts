/** For tests: rows of few values, so that some of them fit whatever is asked. */
import fc from "fast-check";
import { STATES } from "../../anchoring/anchor";
import { COLOURS, HIGHLIGHT_KINDS, type Highlight } from "../../messages/highlight";

const SITES = ["The Ledger", "Review", ""] as const;
const TAGS = ["trade", "letters", "停战"] as const;
const LINKS = [
  { ref: "p/mao", name: "Mao Zedong", kind: "person" },
  { ref: "p/kim", name: "Kim Il Sung", kind: "person" },
  { ref: "p/war", name: "Korean War", kind: "event" },
] as const;

export const anyHighlight: fc.Arbitrary<Highlight> = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom(...HIGHLIGHT_KINDS),
    text: fc.constantFrom("The bridge was built.", "A treaty, twice.", "签了停战协定"),
    page: fc.nat(3),
    site: fc.constantFrom(...SITES),
    colour: fc.constantFrom(...COLOURS),
    note: fc.constantFrom("", "Compare."),
    tags: fc.subarray([...TAGS]),
    mentions: fc.subarray(LINKS.map((each) => ({ ...each }))),
    hour: fc.nat(72),
    state: fc.option(fc.constantFrom(...STATES)),
    start: fc.nat(100),
  })
  .map(({ page, site, hour, state, start, ...rest }): Highlight => {
    const created = new Date(Date.UTC(2026, 10, 20, hour)).toISOString();
    const url = `https://site.example/${page}`;
    return {
      ...rest,
      page: { keys: [url], url, title: `Page ${page}`, site, author: "", published: "", lang: "en" },
      created,
      modified: created,
      anchor: { exact: rest.text, prefix: "", suffix: "", start, end: start + rest.text.length },
      found: state ? { state, at: created } : undefined,
    };
  });

/** Each with an id of its own. */
export const anyHighlights = fc.uniqueArray(anyHighlight, { selector: ({ id }) => id, maxLength: 30 });
