/** What the reader's settings come to on the page that asks: pages read no settings themselves, code in them is limited in bytes. */
import type { Infer } from "./schema";

/** Which mentions are painted. */
export const DENSITIES = ["all", "section", "page"] as const;

/** How a name is marked. */
export const MARK_STYLES = ["dotted", "line", "tint", "none"] as const;

/** The key that has to be held for the pointer to open a card; with `none` resting is enough. */
export const MODIFIERS = ["none", "alt", "ctrl", "shift"] as const;

/** Of cards, the panel and the other views. */
export const TEXT_SIZES = ["small", "medium", "large"] as const;

/** Whether a page is read. */
export const RUNS_HERE = [
  /** Off everywhere, whatever is wished for a single page. */
  "never",
  /** Off on this site, until the reader wishes it for this page. */
  "off",
  /** Only where the reader asks. */
  "asked",
  /** Where it looks like an article. */
  "auto",
] as const;

/** Page → background: what applies here? The background knows the page's address. */
export const here = {
  name: "page:here",
  request: { fields: {} },
  answer: {
    fields: {
      run: { oneOf: RUNS_HERE },
      density: { oneOf: DENSITIES },
      style: { oneOf: MARK_STYLES },
      /** How long the pointer rests on a name before its card opens, in milliseconds. */
      dwell: "index",
      modifier: { oneOf: MODIFIERS },
      textSize: { oneOf: TEXT_SIZES },
      /** Kinds, and entries by their refs, whose names are not painted; they are part of the story all the same. */
      quiet: { list: "string" },
      /** The style sheet of the marks, for shadow roots and frames. */
      css: "string",
      /** Selectors by which an article is known: see page/article-signs.ts. */
      signs: { fields: { declared: "string", app: "string", aside: "string" } },
    },
  },
} as const;
export type Here = Infer<typeof here.answer>;
