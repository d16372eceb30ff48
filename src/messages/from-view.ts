/** What popup, options and the other views ask the background. */
import { Link, Ref } from "./link";
import type { Infer } from "./schema";

/** View → background: entries by their refs, without those that no open pack has. */
export const names = { name: "view:names", request: { fields: { refs: { list: Ref } } }, answer: { list: Link } } as const;

/** View → background: the packs that are installed, and what is wrong with those that could not be opened. */
export const packs = {
  name: "view:packs",
  request: { fields: {} },
  answer: {
    list: {
      fields: {
        id: "string",
        title: "string",
        version: "string",
        description: "string",
        entries: "index",
        /** Of the file, in bytes. */
        size: "index",
        /** Asked for names; the reader can switch a pack off without losing it. */
        on: "boolean",
        /** In the box, so that it cannot be removed. */
        shipped: "boolean",
      },
      optional: { error: "string" },
    },
  },
} as const;

/** A pack as the options page lists it. */
export type PackListing = Infer<typeof packs.answer>[number];

/** View → background: the packs have changed; open them anew. */
export const packsChanged = { name: "view:packs-changed", request: { fields: {} }, answer: "boolean" } as const;
