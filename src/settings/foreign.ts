/**
 * What is not understood of a value, taken out of it and put in again: what another version of Backstory has stored, or
 * somebody's hand. Together with what fits (`fitting`) it is the value.
 */
import type { Schema } from "../messages/schema";
import { type Fields, fitting } from "./fitting";
import { canonicalJson, sameJson } from "./json";

export type Foreign =
  /** All of it. */
  | { readonly value: unknown }
  /** Of an object: fields that the schema does not have, and what does not fit of those that it has. */
  | { readonly fields: Readonly<Record<string, Foreign>> }
  /** Of a list: what is foreign in rows, by what they are known by (`namesOf`), and the values that do not fit. */
  | { readonly rows: readonly (readonly [name: string, Foreign])[]; readonly items: readonly unknown[] };

/** A value that is kept though nobody understands it: characters of its JSON, and how deep it may be nested. */
const LONGEST = 2_000;
const DEEPEST = 8;
/** And so many characters of such values in one file. */
const MOST = 50_000;

/** What does not fit a schema; `undefined` where everything does. */
export function foreignIn(schema: Schema, value: unknown): Foreign | undefined {
  if (value === undefined) return undefined;
  const fits = fitting(schema, value);
  if (fits === undefined || typeof schema !== "object") return fits === undefined ? { value } : undefined;
  if ("list" in schema) {
    const { list } = schema;
    const isItem = (each: unknown) => fitting(list, each) === undefined;
    const [items, fit] = [(value as unknown[]).filter(isItem), (value as unknown[]).filter((each) => !isItem(each))];
    const names = namesOf(list, fit);
    const rows = fit.flatMap((each, at) => {
      const foreign = foreignIn(list, each);
      return foreign ? [[names[at]!, foreign] as const] : [];
    });
    return items.length + rows.length > 0 ? { rows, items } : undefined;
  }
  if (!("fields" in schema)) return undefined;
  const known = fieldsOf(schema);
  return fieldsThatAre(Object.entries(value as object).map(([key, each]) => [key, Object.hasOwn(known, key) ? foreignIn(known[key]!, each) : { value: each }]));
}

/**
 * A value that fits, with what is foreign in its place; where something stands in that place, it stays. What is foreign in
 * a row or an object goes with it.
 */
export function withForeign(schema: Schema, value: unknown, foreign: Foreign | undefined): unknown {
  if (!foreign) return value;
  if ("value" in foreign) return value === undefined ? foreign.value : value;
  if (value === undefined) return undefined;
  if ("rows" in foreign && typeof schema === "object" && "list" in schema) {
    const { list } = schema;
    const [names, byName] = [namesOf(list, value as unknown[]), new Map(foreign.rows)];
    const rows = (value as unknown[]).map((each, at) => withForeign(list, each, byName.get(names[at]!)));
    return [...rows, ...without(foreign.items, rows)];
  }
  if (!("fields" in foreign) || typeof schema !== "object" || !("fields" in schema)) return value;
  const [known, given] = [fieldsOf(schema), value as Record<string, unknown>];
  // A field that the schema does not have is foreign as a whole.
  const added = Object.entries(foreign.fields).map(([key, each]) => [key, withForeign(own(known, key) ?? "string", own(given, key), each)] as const);
  return Object.fromEntries([...Object.entries(given), ...added.filter(([, each]) => each !== undefined)]);
}

/** Both; where they are of the same place, the first, but never all of a value where the other is part of one that fits. */
export function joined(over: Foreign | undefined, under: Foreign | undefined): Foreign | undefined {
  if (!over || !under) return over ?? under;
  if ("value" in over && !("value" in under)) return under;
  if ("fields" in over && "fields" in under) {
    const keys = [...new Set([...Object.keys(under.fields), ...Object.keys(over.fields)])];
    return fieldsThatAre(keys.map((key) => [key, joined(own(over.fields, key), own(under.fields, key))]));
  }
  if (!("rows" in over && "rows" in under)) return over;
  const rows = new Map(under.rows);
  for (const [name, each] of over.rows) rows.set(name, joined(each, rows.get(name))!);
  return { rows: [...rows], items: [...under.items, ...without(over.items, under.items)] };
}

/** What is as it was made is as it was before; fields of an object each by itself. */
export function takenBack(now: Foreign | undefined, before: Foreign | undefined, after: Foreign | undefined): Foreign | undefined {
  if (sameJson(now, after)) return before;
  const fields = (of: Foreign | undefined) => (of && "fields" in of ? of.fields : {});
  if (!now || !("fields" in now)) return now;
  const keys = [...new Set([now, before].flatMap((each) => Object.keys(fields(each))))];
  return fieldsThatAre(keys.map((key) => [key, takenBack(own(now.fields, key), own(fields(before), key), own(fields(after), key))]));
}

/**
 * What may be kept of what a file brings: plain JSON of a bounded size, under names that no object has by itself. The rest
 * is left out.
 */
export function bounded(foreign: Foreign | undefined): Foreign | undefined {
  let left = MOST;
  const fits = (value: unknown): boolean => {
    const size = isNestedAtMost(value, DEEPEST) ? JSON.stringify(value).length : Infinity;
    if (size > Math.min(LONGEST, left)) return false;
    left -= size;
    return true;
  };
  const keep = (each: Foreign): Foreign | undefined => {
    if ("value" in each) return fits(each.value) ? each : undefined;
    if ("fields" in each) return fieldsThatAre(Object.entries(each.fields).map(([key, below]) => [key, isName(key) && fits(key) ? keep(below) : undefined]));
    const rows = each.rows.flatMap(([name, below]) => {
      const kept = keep(below);
      return kept ? [[name, kept] as const] : [];
    });
    return { rows, items: each.items.filter(fits) };
  };
  return foreign && keep(foreign);
}

function isNestedAtMost(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return levels > 0 && Object.entries(value).every(([key, each]) => isName(key) && isNestedAtMost(each, levels - 1));
}

function isName(key: string): boolean {
  return !(key in {});
}

/** The values that are not among others, whatever order their fields are in. */
function without(values: readonly unknown[], others: readonly unknown[]): unknown[] {
  const there = new Set(others.map(canonicalJson));
  return values.filter((each) => !there.has(canonicalJson(each)));
}

function own<T>(of: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(of, key) ? of[key] : undefined;
}

function fieldsThatAre(entries: readonly (readonly [string, Foreign | undefined])[]): Foreign | undefined {
  const there = entries.filter((entry): entry is readonly [string, Foreign] => entry[1] !== undefined);
  return there.length > 0 ? { fields: Object.fromEntries(there) } : undefined;
}

function fieldsOf({ fields, optional }: Extract<Schema, { fields: unknown }>): Fields {
  return { ...fields, ...optional };
}

/** What each row of a list is known by: its first field, and how many rows before it have the same. All the same for what is no row. */
function namesOf(list: Schema, rows: readonly unknown[]): string[] {
  const [first] = typeof list === "object" && "fields" in list ? Object.keys(list.fields) : [];
  if (first === undefined) return rows.map(() => "");
  const counts = new Map<string, number>();
  return (rows as Record<string, unknown>[]).map((row) => {
    const id = canonicalJson(row[first]);
    const count = counts.get(id) ?? 0;
    counts.set(id, count + 1);
    return `${count} ${id}`;
  });
}
