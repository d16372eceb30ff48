/** Reading order across trees: the document, its shadow roots and its frames. */

/** The node itself, its host, the host's host … up to the top document; outermost first. */
function chain(node: Node): Node[] {
  const out = [node];
  for (let at = node; ; ) {
    const root = at.getRootNode();
    // Not `instanceof`: a frame's shadow roots are of the frame's own ShadowRoot class.
    const host = "host" in root ? (root as ShadowRoot).host : (root as Document).defaultView?.frameElement;
    if (!host) return out.toReversed();
    out.push((at = host));
  }
}

/** Negative where `a` is read before `b`, for `Array.prototype.sort`. */
export function readingOrder(a: Node, b: Node): number {
  const position = a.compareDocumentPosition(b);
  // Nearly always both stand in one tree, and this is all there is to it.
  if (!(position & Node.DOCUMENT_POSITION_DISCONNECTED)) {
    return a === b ? 0 : position & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  }
  const left = chain(a);
  const right = chain(b);
  for (let level = 0; level < left.length && level < right.length; level++) {
    const one = left[level]!;
    const other = right[level]!;
    if (one === other) continue;
    return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  }
  return left.length - right.length;
}
