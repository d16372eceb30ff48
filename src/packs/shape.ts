/** Says how a value differs from what it ought to be. */

/** Something that is not as it ought to be, and where: "author.0.family". */
export interface Fault {
  path: string;
  expected: string;
}

/** Everything that is wrong with a value; empty where it fits. */
export type Shape = (value: unknown, path: string) => Fault[];

/** A value of which a test holds. @param expected what it is then, with its article: "a text" */
export function such(expected: string, holds: (value: unknown) => boolean): Shape {
  return (value, path) => (holds(value) ? [] : [{ path, expected }]);
}

export const text = such("a text", (value) => typeof value === "string");
export const wholeNumber = such("a whole number", Number.isInteger);

/** A text of a certain make. */
export function textSuch(expected: string, holds: (text: string) => boolean): Shape {
  return such(expected, (value) => typeof value === "string" && holds(value));
}

export function oneOf(...values: readonly string[]): Shape {
  return such(`one of ${values.join(", ")}`, (value) => values.includes(value as string));
}

export function nullable(shape: Shape): Shape {
  return (value, path) => (value === null ? [] : shape(value, path));
}

/** @param least how many items there are at least */
export function list(shape: Shape, least = 0): Shape {
  return (value, path) => {
    if (!Array.isArray(value)) return [{ path, expected: "a list" }];
    if (value.length < least) return [{ path, expected: "a list that is not empty" }];
    return value.flatMap((item, index) => shape(item, join(path, index)));
  };
}

/** An object with some fields, and perhaps others that may be missing. What else it has is of no account. */
export function object(fields: Record<string, Shape>, optional: Record<string, Shape> = {}): Shape {
  return (value, path) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return [{ path, expected: "an object" }];
    const given = value as Record<string, unknown>;
    return [
      ...Object.entries(fields).flatMap(([key, shape]) => shape(given[key], join(path, key))),
      ...Object.entries(optional).flatMap(([key, shape]) => {
        return given[key] === undefined ? [] : shape(given[key], join(path, key));
      }),
    ];
  };
}

/** An object that is told from others of its kind by having one of certain fields, and no second of them. */
export function byField(shapes: Record<string, Shape>): Shape {
  return (value, path) => {
    const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
    const [telling, ...more] = keys.filter((key) => Object.hasOwn(shapes, key));
    if (telling === undefined || more.length > 0) {
      return [{ path, expected: `an object with ${Object.keys(shapes).join(" or ")}` }];
    }
    return shapes[telling]!(value, path);
  };
}

function join(path: string, key: string | number): string {
  return path === "" ? String(key) : `${path}.${key}`;
}
