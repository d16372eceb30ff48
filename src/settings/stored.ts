/**
 * Reading what is stored, and changing it, where it may come from another version of Backstory or from somebody's hand:
 * what fits is used, and what does not is left as it is, for those who understand it.
 */
import { fault, type Infer, type Schema } from "../messages/schema";
import type { Area } from "./storage";

type Fields = Readonly<Record<string, Schema>>;

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
  if (typeof schema === "string") return value;
  if ("list" in schema && Array.isArray(stored) && Array.isArray(value)) {
    const { list } = schema;
    const [id] = typeof list === "object" && "fields" in list ? Object.keys(list.fields) : [];
    const rowOf = (row: unknown) => id === undefined ? undefined : stored.find((each) => isObject(each) && each[id] === (row as Record<string, unknown>)[id]);
    return [...value.map((each) => keeping(list, rowOf(each), each)), ...stored.filter((each) => fitting(list, each) === undefined)];
  }
  if ("fields" in schema && isObject(stored) && isObject(value)) {
    const known: Fields = { ...schema.fields, ...schema.optional };
    // A field that was understood and is no longer there has been taken out.
    const foreign = Object.entries(stored).filter(([key, each]) => !(Object.hasOwn(known, key) && (value[key] !== undefined || fitting(known[key]!, each) !== undefined)));
    const own = Object.entries(value).map(([key, each]) => [key, Object.hasOwn(known, key) ? keeping(known[key]!, stored[key], each) : each]);
    return Object.fromEntries([...own, ...foreign]);
  }
  return value;
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

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
