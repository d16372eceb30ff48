/**
 * All that the reader has chosen and put right, as a file: to be kept, and to be taken over on another machine. It is
 * written alone, and as the part `settings` of a file of highlights in our own format (highlights/formats/backstory).
 */
import { fault, known as copyOf, type Infer, type Schema } from "../messages/schema";
import { Correction, CORRECTIONS_KEY, KNOWN_KEY, loadCorrections, loadKnown } from "./corrections";
import { HIGHLIGHT_SETTINGS_FIELDS, HIGHLIGHT_SETTINGS_KEY, loadHighlightSettings } from "./highlights";
import { loadOffPacks, OFF_PACKS_KEY } from "./packs";
import { SETTINGS_FIELDS, SETTINGS_KEY } from "./settings";
import { type Area, loadSettings, type SharedArea } from "./storage";

const FORMAT = "backstory-settings";
/** Goes up where an older Backstory could not read the file. */
const VERSION = 1;

/** A backup a day is not among them: the browser has to allow it on each machine. When the last copy was made is no choice. */
const { keepPrivate, colourNames, lastColour, remindAfterDays } = HIGHLIGHT_SETTINGS_FIELDS;

const PARTS = {
  settings: { fields: SETTINGS_FIELDS },
  highlightSettings: { fields: { keepPrivate, colourNames, lastColour, remindAfterDays } },
  /** Ids of packs that are switched off. */
  offPacks: { list: "string" },
  /** Refs of entries that the reader knows. */
  known: { list: "string" },
  corrections: { list: Correction },
} as const;

export type Portable = { [K in keyof typeof PARTS]: Infer<(typeof PARTS)[K]> };

/** What a file says of it; what it does not say is to stay as it is. */
export type Chosen = { [K in keyof Portable]?: Portable[K] extends unknown[] ? Portable[K] : Partial<Portable[K]> };

export type ReadPortable =
  /** `lost`: paths of what was not understood ("settings.perSite.2.style"); everything else can be taken over. */
  | { state: "read"; chosen: Chosen; lost: string[] }
  /** Of a Backstory whose settings this one cannot read. */
  | { state: "newer" }
  /** Nothing of ours. */
  | { state: "foreign" };

/** As the part of a file: a plain value, of which JSON loses nothing. */
export function portableValue(portable: Portable): Record<string, unknown> {
  return { version: VERSION, ...copyOf({ fields: PARTS }, portable) };
}

/** As a file of its own, to be compared line by line. */
export function portableText(portable: Portable): string {
  return `${JSON.stringify({ format: FORMAT, ...portableValue(portable) }, null, 2)}\n`;
}

/**
 * Reads the part of a file, or one of its own. Each field is checked by itself: one that is missing, wrong or unknown
 * costs that field alone.
 */
export function readPortable(value: unknown): ReadPortable {
  if (!isObject(value) || (value["format"] !== undefined && value["format"] !== FORMAT)) return { state: "foreign" };
  const { version } = value;
  if (!Number.isSafeInteger(version)) return { state: "foreign" };
  if ((version as number) > VERSION) return { state: "newer" };
  const lost: string[] = [];
  const { format: _, version: __, ...parts } = value;
  const optional = Object.fromEntries(Object.entries(PARTS).map(([part, schema]) => [part, "list" in schema ? schema : { fields: {}, optional: schema.fields }]));
  return { state: "read", chosen: salvage({ fields: {}, optional }, parts, "", lost) as Chosen, lost };
}

/**
 * What the reader has once a file is taken over: its settings in the place of theirs, and the names that they know and
 * their corrections together with those of the file, so that none is lost.
 */
export function takeOver(before: Portable, chosen: Chosen): Portable {
  const ids = new Set(before.corrections.map(({ id }) => id));
  return {
    settings: { ...before.settings, ...chosen.settings },
    highlightSettings: { ...before.highlightSettings, ...chosen.highlightSettings },
    offPacks: chosen.offPacks ?? before.offPacks,
    known: [...new Set([...before.known, ...(chosen.known ?? [])])],
    // An id that stands in the file twice counts once.
    corrections: [...before.corrections, ...(chosen.corrections ?? []).filter(({ id }) => !ids.has(id) && ids.add(id))],
  };
}

/**
 * What the reader has once that is taken back: what it changed is as it was. What they have chosen and put right since
 * stays.
 * @param now what there is by then
 * @param before @param after what there was before the file was taken over, and then
 */
export function giveBack(now: Portable, before: Portable, after: Portable): Portable {
  /** Whatever the file has brought. */
  const cameIn = (had: readonly string[], has: readonly string[]) => new Set(has.filter((each) => !had.includes(each)));
  const ids = ({ corrections }: Portable) => corrections.map(({ id }) => id);
  const [known, corrections] = [cameIn(before.known, after.known), cameIn(ids(before), ids(after))];
  return {
    settings: untouched(now.settings, before.settings, after.settings),
    highlightSettings: untouched(now.highlightSettings, before.highlightSettings, after.highlightSettings),
    offPacks: untouched(now, before, after).offPacks,
    known: now.known.filter((ref) => !known.has(ref)),
    corrections: now.corrections.filter(({ id }) => !corrections.has(id)),
  };
}

/** Fields that are still as they were made are as they were before that. */
function untouched<T extends object>(now: T, before: T, after: T): T {
  const fields = Object.keys(now) as (keyof T)[];
  const isAsMade = (field: keyof T) => JSON.stringify(now[field]) === JSON.stringify(after[field]);
  return Object.fromEntries(fields.map((field) => [field, isAsMade(field) ? before[field] : now[field]])) as T;
}

export async function loadPortable(area: Pick<Area, "get">): Promise<Portable> {
  const [settings, highlightSettings, offPacks, known, corrections] = await Promise.all([
    loadSettings(area),
    loadHighlightSettings(area),
    loadOffPacks(area),
    loadKnown(area),
    loadCorrections(area),
  ]);
  return copyOf({ fields: PARTS }, { settings, highlightSettings, offPacks, known, corrections });
}

/** Changes all of it, as it is by then. What is no part of it stays. @returns what there was, and what there is now */
export function changePortable(area: SharedArea, change: (before: Portable) => Portable): Promise<{ before: Portable; after: Portable }> {
  return area.alone(async () => {
    const before = await loadPortable(area);
    const after = change(before);
    await area.set({
      [SETTINGS_KEY]: after.settings,
      [HIGHLIGHT_SETTINGS_KEY]: { ...(await loadHighlightSettings(area)), ...after.highlightSettings },
      [OFF_PACKS_KEY]: after.offPacks,
      [KNOWN_KEY]: after.known,
      [CORRECTIONS_KEY]: after.corrections,
    });
    return { before, after };
  });
}

/**
 * As much of a value as fits a schema: `undefined` where nothing does.
 * @param path of the value in its file, empty for the file itself
 * @param lost gets the paths of what does not fit, and of fields that the schema does not have
 */
function salvage(schema: Schema, value: unknown, path: string, lost: string[]): unknown {
  const lose = () => void lost.push(path);
  const below = (key: string | number) => (path ? `${path}.${key}` : String(key));
  if (typeof schema === "object" && "list" in schema) {
    if (!Array.isArray(value)) return lose();
    return value.map((each, at) => salvage(schema.list, each, below(at), lost)).filter((each) => each !== undefined);
  }
  if (typeof schema === "object" && "fields" in schema) {
    if (!isObject(value)) return lose();
    const { fields, optional = {} } = schema;
    const unknown = Object.keys(value).filter((key) => !Object.hasOwn(fields, key) && !Object.hasOwn(optional, key));
    lost.push(...unknown.map(below));
    const kept = Object.entries({ ...fields, ...optional })
      .filter(([key]) => Object.hasOwn(value, key) || key in fields)
      .map(([key, field]) => [key, salvage(field, value[key], below(key), lost)] as const)
      .filter(([, each]) => each !== undefined);
    const whole = Object.keys(fields).every((key) => kept.some(([name]) => name === key));
    return whole ? Object.fromEntries(kept) : undefined;
  }
  return fault(schema, value) ? lose() : value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
