/** What more than one conversation speaks of. */
import { KINDS } from "../packs/model";
import type { Infer } from "./schema";

/** An entry of an installed pack: `packId/entryId`. */
export const Ref = "string";
export const Kind = { oneOf: KINDS } as const;

/** An entry by its name: enough to list it and to open its card. */
export const Link = { fields: { ref: Ref, name: "string", kind: Kind } } as const;
export type Link = Infer<typeof Link>;
