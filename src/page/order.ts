/** Reading order across trees: the document, its shadow roots and its frames. */
import { hostOf } from "./blocks";

/** The node itself, its host, the host's host … up to the top document; outermost first. */
function chain(node: Node): Node[] {
  const host = hostOf(node.getRootNode());
  return host ? [...chain(host), node] : [node];
}

/** Bits of `compareDocumentPosition`. */
const DISCONNECTED = 1;
const PRECEDING = 2;

/** Negative where `a` is read before `b`, for `Array.prototype.sort`. */
export function readingOrder(a: Node, b: Node): number {
  if (a === b) return 0;
  // Asked of `b`, which stands first where what is nearly in order is sorted: browsers look backwards from the other.
  const position = b.compareDocumentPosition(a);
  // Nearly always both stand in one tree, and this is all there is to it.
  if (!(position & DISCONNECTED)) return position & PRECEDING ? -1 : 1;
  const left = chain(a);
  const right = chain(b);
  const level = left.findIndex((node, at) => node !== right[at]);
  return right[level]!.compareDocumentPosition(left[level]!) & PRECEDING ? -1 : 1;
}
