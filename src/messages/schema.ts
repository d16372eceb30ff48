/**
 * Shapes of what crosses a border: a message, a setting, an answer. A schema is plain data, one function compares a
 * value with it, and the type of what fits is inferred from it. Being data, the schemas that a script does not use
 * are left out of it by the bundler.
 *
 * A library would do, but every page pays for it: docs/decisions/2026-11-21-own-schemas.md.
 */

export type Schema =
  /** `index` is a whole number, 0 or above, as offsets are. */
  | "string"
  | "boolean"
  | "number"
  | "index"
  | { readonly oneOf: readonly string[] }
  | { readonly list: Schema }
  | { readonly nullable: Schema }
  /** Other fields may be there and are of no account: a newer version may send more. */
  | { readonly fields: Fields; readonly optional?: Fields };

interface Fields {
  readonly [name: string]: Schema;
}

/** What fits a schema. Of no schema in particular, nothing is known. */
export type Infer<S> = Schema extends S
  ? unknown
  : S extends "string"
  ? string
  : S extends "boolean"
    ? boolean
    : S extends "number" | "index"
      ? number
      : S extends { oneOf: readonly (infer T)[] }
        ? T
        : S extends { list: infer T }
          ? Infer<T>[]
          : S extends { nullable: infer T }
            ? Infer<T> | null
            : S extends { fields: infer F; optional?: infer O }
              ? Flat<{ -readonly [K in keyof F]: Infer<F[K]> } & { -readonly [K in keyof O]?: Infer<O[K]> | undefined }>
              : never;

/** Shown by editors as one flat type. */
type Flat<T> = { [K in keyof T]: T[K] };

/** What is wrong with a value, with where ("entries.3.name: not string"), or `undefined` where it fits. */
export function fault(schema: Schema, value: unknown, path = "it"): string | undefined {
  if (typeof schema === "string") {
    const fits = schema === "index" ? Number.isSafeInteger(value) && (value as number) >= 0 : typeof value === schema;
    return fits ? undefined : `${path}: not ${schema}`;
  }
  if ("oneOf" in schema) return schema.oneOf.includes(value as string) ? undefined : `${path}: not one of ${schema.oneOf}`;
  if ("nullable" in schema) return value === null ? undefined : fault(schema.nullable, value, path);
  if ("list" in schema) {
    if (!Array.isArray(value)) return `${path}: not a list`;
    return first(value, (each, at) => fault(schema.list, each, `${path}.${at}`));
  }
  if (typeof value !== "object" || value === null) return `${path}: not an object`;
  const given = value as Record<string, unknown>;
  const field = (fields: Fields, key: string) => fault(fields[key]!, given[key], `${path}.${key}`);
  const { fields, optional = {} } = schema;
  return (
    first(Object.keys(fields), (key) => field(fields, key)) ??
    first(Object.keys(optional), (key) => (given[key] === undefined ? undefined : field(optional, key)))
  );
}

/** The first thing that `check` finds. */
function first<T>(values: readonly T[], check: (value: T, at: number) => string | undefined): string | undefined {
  let wrong: string | undefined;
  values.find((value, at) => (wrong = check(value, at)));
  return wrong;
}

/**
 * What a schema knows of a value that fits it: a copy without any field that the schema does not name.
 */
export function known<S extends Schema>(schema: S, value: Infer<S>): Infer<S>;
export function known(schema: Schema, value: unknown): unknown {
  if (typeof schema === "string" || "oneOf" in schema || value === null) return value;
  if ("nullable" in schema) return known(schema.nullable, value);
  if ("list" in schema) return (value as unknown[]).map((each) => known(schema.list, each));
  const given = value as Record<string, unknown>;
  const fields = Object.entries({ ...schema.fields, ...schema.optional }).filter(([key]) => given[key] !== undefined);
  return Object.fromEntries(fields.map(([key, field]) => [key, known(field, given[key])]));
}
