/** Comparing values of JSON. */

/** The JSON of a value, the same whatever order its objects have their fields in: a browser's storage may give them in another. */
export function canonicalJson(value: unknown): string {
  const sorted = (_: string, each: unknown) => (typeof each === "object" && each !== null && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort(byKey)) : each);
  // Of what is no JSON, `undefined`, there is none.
  return JSON.stringify(value, sorted) ?? "";
}

export function sameJson(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
