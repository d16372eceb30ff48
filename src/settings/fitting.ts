/** What is understood of a value that may come from another version of Backstory, or from somebody's hand. */
import { fault, type Schema } from "../messages/schema";

export type Fields = Readonly<Record<string, Schema>>;

/**
 * As much of a value as fits a schema: `undefined` where nothing does. Of a list, the values that fit; of an object, the
 * fields that do, unless one that has to be there is missing.
 * @param path of the value in its file, empty for the file itself
 * @param lost gets the paths of what does not fit, and of fields that the schema does not have
 */
export function fitting(schema: Schema, value: unknown, path = "", lost: string[] = []): unknown {
  const lose = () => void lost.push(path);
  const below = (key: string | number) => (path ? `${path}.${key}` : String(key));
  if (typeof schema === "object" && "list" in schema) {
    if (!Array.isArray(value)) return lose();
    return value.map((each, at) => fitting(schema.list, each, below(at), lost)).filter((each) => each !== undefined);
  }
  if (typeof schema === "object" && "fields" in schema) {
    if (!isObject(value)) return lose();
    const { fields, optional = {} } = schema;
    const unknown = Object.keys(value).filter((key) => !Object.hasOwn(fields, key) && !Object.hasOwn(optional, key));
    lost.push(...unknown.map(below));
    const kept = Object.entries({ ...fields, ...optional })
      .filter(([key]) => Object.hasOwn(value, key) || key in fields)
      .map(([key, field]) => [key, fitting(field, value[key], below(key), lost)] as const)
      .filter(([, each]) => each !== undefined);
    const whole = Object.keys(fields).every((key) => kept.some(([name]) => name === key));
    return whole ? Object.fromEntries(kept) : undefined;
  }
  return fault(schema, value) ? lose() : value;
}

/** Those of the fields that are there and fit, each by itself. */
export function fittingFields(fields: Fields, stored: unknown): Record<string, unknown> {
  return (fitting({ fields: {}, optional: fields }, stored) ?? {}) as Record<string, unknown>;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
