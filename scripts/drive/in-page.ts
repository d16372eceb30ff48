/** Functions of ours as text, to be run inside a page. */

/**
 * An expression that calls `fn` with `args` in a page. The function must be whole in itself: no imports, no closure.
 * The transpiler that runs our scripts wraps every named function in a helper called `__name`, which no page has:
 * so the expression brings one along.
 * @param args Anything that JSON can hold.
 */
export function expression<Args extends unknown[]>(fn: (...args: Args) => unknown, ...args: Args): string {
  return `(() => { ${NAME_HELPER} return (${fn})(...${JSON.stringify(args)}); })()`;
}

/** The declaration of a function that takes a node first: `(node) => fn(node, ...args)`. */
export function onNode<Target extends Node, Args extends unknown[]>(fn: (node: Target, ...args: Args) => unknown, args: Args): string {
  return `(node) => { ${NAME_HELPER} return (${fn})(node, ...${JSON.stringify(args)}); }`;
}

const NAME_HELPER = "const __name = (fn) => fn;";
