/**
 * Reading what is stored, and changing it, where it may come from another version of Backstory or from somebody's hand:
 * what fits is used, and what does not is left as it is, for those who understand it.
 */
import type { Infer, Schema } from "../messages/schema";
import { type Fields, fitting, isObject } from "./fitting";
import { foreignIn, withForeign } from "./foreign";
import type { Area } from "./storage";

/**
 * What is to be stored once some fields are other ones. Fields that do not change stay as they are stored, whatever they
 * hold; so does what is not understood within those that do.
 */
export function withFields(fields: Fields, stored: unknown, changes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const before = isObject(stored) ? stored : {};
  const changed = Object.entries(changes).map(([key, value]) => [key, keeping(fields[key]!, before[key], value)]);
  return { ...before, ...Object.fromEntries(changed) };
}

/**
 * A new value, with what its schema did not understand of the one that is stored: values of a list, at its end; fields of
 * an object. Rows of a list are known by the first field of their schema; what is not understood goes with its row.
 */
export function keeping(schema: Schema, stored: unknown, value: unknown): unknown {
  return withForeign(schema, value, foreignIn(schema, stored));
}

/**
 * The fields as they are stored, where they are there: of lists the values that fit, with what is not understood in them.
 * To be put back as they were, by `withFields`.
 */
export function asStored(fields: Fields, stored: unknown): Record<string, unknown> {
  const there = Object.entries(isObject(stored) ? stored : {}).filter(([key]) => Object.hasOwn(fields, key));
  return Object.fromEntries(there.map(([key, value]) => {
    const schema = fields[key]!;
    const isList = typeof schema === "object" && "list" in schema && Array.isArray(value);
    return [key, isList ? value.filter((each) => fitting(schema.list, each) !== undefined) : value];
  }));
}

/** The values of a list in the storage that fit; none where it holds something else. */
export async function loadList<S extends Schema>(area: Pick<Area, "get">, key: string, schema: S): Promise<Infer<S>[]> {
  return (fitting({ list: schema }, (await area.get(key))[key]) ?? []) as Infer<S>[];
}

/** Changes the list that is stored under this key; what does not fit stays in it. */
export async function changeList<S extends Schema>(area: Area, key: string, schema: S, change: (before: Infer<S>[]) => Infer<S>[]): Promise<void> {
  const after = change(await loadList(area, key, schema));
  const { [key]: stored } = await area.get(key);
  await area.set({ [key]: keeping({ list: schema }, stored, after) });
}
