/** What views and the background ask of the highlighter in a page, and how a view gets there. */
import { STATES } from "../anchoring/anchor";
import { Colour } from "./highlight";
import type { Infer } from "./schema";

/** View → page: its highlights, in reading order, those that do not stand on it last. Nobody answers where it has none. */
export const pageHighlights = {
  name: "tab:highlights",
  request: { fields: {} },
  answer: {
    list: {
      fields: {
        id: "string",
        text: "string",
        colour: Colour,
        /** `null` while it is being looked for. */
        state: { nullable: { oneOf: STATES } },
      },
    },
  },
} as const;
export type PageHighlight = Infer<typeof pageHighlights.answer>[number];

/** View or background → page: scroll to a highlight and let it stand out. @returns whether it stands on the page */
export const goToHighlight = { name: "tab:go-to-highlight", request: { fields: { id: "string" } }, answer: "boolean" } as const;

/** View → background: show the page of a highlight, in a tab that has it or in a new one, and go to it there. @returns whether it has a page */
export const openHighlight = { name: "view:open-highlight", request: { fields: { id: "string" } }, answer: "boolean" } as const;

/** Page → background: which highlight was this tab opened for? Answered once; empty where it was opened for none. */
export const awaitedHighlight = { name: "page:awaited-highlight", request: { fields: {} }, answer: "string" } as const;
