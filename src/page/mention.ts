import type { Kind } from "../packs/model";
import { type Block, locate, type Stretch, stretches } from "./blocks";

/** An entry that is named on the page. */
export interface CastMember {
  ref: string;
  name: string;
  kind: Kind;
}

/** A name seen on the page. Identity matters: one object a mention. */
export interface Mention {
  /** Unlike that of any other mention of the page, also of those that have gone. */
  readonly key: string;
  readonly block: Block;
  /** UTF-16 code units in the block's text, half-open. */
  readonly start: number;
  readonly end: number;
  readonly member: CastMember;
  /** 0 to 1, as it was said last. */
  readonly confidence: number;
}

/** The stretches of text nodes that a mention covers. */
export function pieces({ block, start, end }: Mention): Stretch[] {
  return stretches(block, start, end);
}

/** A live range over the mention, or `null` where the page has changed under it. */
export function rangeOf(mention: Mention): Range | null {
  const from = locate(mention.block, mention.start, false);
  const to = locate(mention.block, mention.end, true);
  if (!from.node.isConnected || !to.node.isConnected) return null;
  const range = from.node.ownerDocument.createRange();
  try {
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
  } catch {
    return null; // A node became shorter.
  }
  return range;
}
