/** Looking names up: what the views, the bar beside a selection and the address bar ask the background. */
import { Kind, Ref } from "./link";
import type { Infer } from "./schema";

/** An entry that was found, and by what. */
export const FoundEntry = {
  fields: {
    ref: Ref,
    name: "string",
    kind: Kind,
    /** Who or what that is, in one line; empty where the pack does not say. */
    who: "string",
    /** The name that was found, as its pack or the reader writes it; empty where it is `name` itself. */
    matched: "string",
  },
} as const;
export type FoundEntry = Infer<typeof FoundEntry>;

/** View or page → background: the entries that a text, of a name or of many, may mean. */
export const lookUp = {
  name: "view:look-up",
  request: { fields: { query: "string", limit: "index" } },
  answer: {
    fields: {
      /** What was looked for: the query without what stands around it, and cut where it is long. */
      searched: "string",
      /** The best first. */
      found: { list: FoundEntry },
      /** Where nothing was found, what is least unlike it. */
      nearest: { list: FoundEntry },
      /** Packs that were searched. */
      packs: "index",
    },
  },
} as const;
export type LookUpAnswer = Infer<typeof lookUp.answer>;
