/**
 * All that the reader has chosen and put right, as a file: to be kept, and to be taken over on another machine. It is
 * written alone, and as the part `settings` of a file of highlights in our own format (highlights/formats/backstory).
 */
import { known as copyOf, type Infer } from "../messages/schema";
import { Correction, CORRECTIONS_KEY, KNOWN_KEY, loadCorrections, loadKnown, refsOf, withKnown } from "./corrections";
import { HIGHLIGHT_SETTINGS_FIELDS, HIGHLIGHT_SETTINGS_KEY, loadHighlightSettings, parseHighlightSettings } from "./highlights";
import { loadOffPacks, OFF_PACKS_KEY } from "./packs";
import { parseSettings, SETTINGS_FIELDS, SETTINGS_KEY } from "./settings";
import { type Area, loadSettings, type SharedArea } from "./storage";
import { type Fields, fitting, fittingFields, isObject } from "./fitting";
import { sameJson } from "./json";
import { bounded, type Foreign, foreignIn, joined, takenBack, withForeign } from "./foreign";

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
  /** Who the reader knows, see `loadKnown`. */
  known: { list: "string" },
  corrections: { list: Correction },
} as const;

type Understood = { [K in keyof typeof PARTS]: Infer<(typeof PARTS)[K]> };

/** What is not understood of the parts, as the fields of one object. */
interface WithForeign {
  foreign?: Foreign | undefined;
}

export type Portable = Understood & WithForeign;

/** What a file says of it; what it does not say is to stay as it is. */
export type Chosen = { [K in keyof Understood]?: Understood[K] extends unknown[] ? Understood[K] : Partial<Understood[K]> } & WithForeign;

/** The same parts as they are stored, or stand in a file: any field may be missing. */
const LOOSE_FIELDS = Object.fromEntries(Object.entries(PARTS).map(([part, schema]) => [part, "list" in schema ? schema : { fields: {}, optional: schema.fields }])) as Fields;
const LOOSE = { fields: {}, optional: LOOSE_FIELDS } as const;

/** Under which key of the storage each part is. */
const KEYS = { settings: SETTINGS_KEY, highlightSettings: HIGHLIGHT_SETTINGS_KEY, offPacks: OFF_PACKS_KEY, known: KNOWN_KEY, corrections: CORRECTIONS_KEY } as const satisfies Record<keyof Understood, string>;
const PART_NAMES = Object.keys(PARTS) as (keyof Understood)[];

/** As it is delivered. */
const FRESH: Understood = { settings: parseSettings(undefined), highlightSettings: parseHighlightSettings(undefined), offPacks: [], known: [], corrections: [] };

export type ReadPortable =
  /** `lost`: paths of what was not understood ("settings.perSite.2.style") and is of no effect; what of it can be kept is. */
  | { state: "read"; chosen: Chosen; lost: string[] }
  /** Of a Backstory whose settings this one cannot read. */
  | { state: "newer" }
  /** Nothing of ours. */
  | { state: "foreign" };

/** As the part of a file: a plain value, of which JSON loses nothing. What is not understood is in it, in its place. */
export function portableValue(portable: Portable): Record<string, unknown> {
  const understood = withoutStandIns(copyOf({ fields: PARTS }, portable), portable.foreign);
  return { version: VERSION, ...(withForeign(LOOSE, understood, portable.foreign) as Record<string, unknown>) };
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
  const chosen = fitting(LOOSE, parts, "", lost) as Chosen;
  const foreign = bounded(foreignOf(parts));
  return { state: "read", chosen: foreign ? { ...chosen, foreign } : chosen, lost };
}

/** What is not understood of the parts. Parts that are none of ours have no place in which they could be kept. */
function foreignOf(parts: Readonly<Record<string, unknown>>): Foreign | undefined {
  const ours = Object.fromEntries(PART_NAMES.filter((part) => isObject(parts[part]) || Array.isArray(parts[part])).map((part) => [part, parts[part]]));
  const { highlightSettings } = ours;
  if (isObject(highlightSettings)) ours["highlightSettings"] = Object.fromEntries(Object.entries(highlightSettings).filter(([field]) => !isOfMachine(field)));
  return foreignIn(LOOSE, ours);
}

/**
 * Lists and fields in whose place something stands that is not understood hold but what is delivered, and give way to it.
 * @param isChosen whether what is delivered is not there for want of anything else
 */
function withoutStandIns(parts: Partial<Understood>, foreign: Foreign | undefined, isChosen: (part: keyof Understood, field?: string) => boolean = () => false): Partial<Understood> {
  const givesWay = (there: Foreign | undefined, value: unknown, fresh: unknown) => there !== undefined && "value" in there && sameJson(value, fresh);
  const kept = PART_NAMES.flatMap((part): [string, unknown][] => {
    const [value, there] = [parts[part], below(foreign, part)];
    if (Array.isArray(value)) return givesWay(there, value, FRESH[part]) && !isChosen(part) ? [] : [[part, value]];
    const fields = Object.entries(value ?? {}).filter(([field, each]) => !givesWay(below(there, field), each, (FRESH[part] as unknown as Record<string, unknown>)[field]) || isChosen(part, field));
    return [[part, Object.fromEntries(fields)]];
  });
  return Object.fromEntries(kept);
}

/**
 * What the reader has once a file is taken over: its settings in the place of theirs, and the names that they know and
 * their corrections together with those of the file, so that none is lost. Who is known by both is known once.
 */
export function takeOver(before: Portable, chosen: Chosen): Portable {
  const ids = new Set(before.corrections.map(({ id }) => id));
  return {
    settings: { ...before.settings, ...chosen.settings },
    highlightSettings: { ...before.highlightSettings, ...chosen.highlightSettings },
    offPacks: chosen.offPacks ?? before.offPacks,
    known: chosen.known ? withKnown(before.known, chosen.known) : before.known,
    // An id that stands in the file twice counts once.
    corrections: [...before.corrections, ...(chosen.corrections ?? []).filter(({ id }) => !ids.has(id) && ids.add(id))],
    foreign: joined(chosen.foreign, before.foreign),
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
  const [there, brought] = [new Set(refsOf(before.known)), new Set(refsOf([...known]))];
  /** Twins may have been found of it since. */
  const isNew = (each: string) => known.has(each) || (refsOf([each]).some((ref) => brought.has(ref)) && !refsOf([each]).some((ref) => there.has(ref)));
  const gone = new Set(refsOf(now.known.filter(isNew)));
  /** Of those before, who still is known: as they were, be it that the file had them with twins. */
  const own = before.known.filter((each) => now.known.includes(each) || refsOf([each]).some((ref) => gone.has(ref)));
  return {
    settings: untouched(now.settings, before.settings, after.settings),
    highlightSettings: untouched(now.highlightSettings, before.highlightSettings, after.highlightSettings),
    offPacks: untouched(now, before, after).offPacks,
    known: [...new Set([...own, ...now.known.filter((each) => !isNew(each))])],
    corrections: now.corrections.filter(({ id }) => !corrections.has(id)),
    foreign: takenBack(now.foreign, before.foreign, after.foreign),
  };
}

/** Fields that are still as they were made are as they were before that. */
function untouched<T extends object>(now: T, before: T, after: T): T {
  const fields = Object.keys(now) as (keyof T)[];
  const isAsMade = (field: keyof T) => sameJson(now[field], after[field]);
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
  const foreign = foreignOf(await loadParts(area));
  return { ...copyOf({ fields: PARTS }, { settings, highlightSettings, offPacks, known, corrections }), ...(foreign && { foreign }) };
}

/** The parts as they are stored. */
async function loadParts(area: Pick<Area, "get">): Promise<Record<string, unknown>> {
  return Object.fromEntries(await Promise.all(PART_NAMES.map(async (part) => [part, (await area.get(KEYS[part]))[KEYS[part]]] as const)));
}

/**
 * Changes all of it, as it is by then. A part that is not another now stays as it is stored; of the others, so does what is
 * not understood in what is stored, unless the change takes it out or puts something in its place.
 * @returns what there was, and what there is now
 */
export function changePortable(area: SharedArea, change: (before: Portable) => Portable): Promise<{ before: Portable; after: Portable }> {
  return area.alone(async () => {
    const [before, stored] = [await loadPortable(area), await loadParts(area)];
    const after = change(before);
    const understood = { ...after, settings: stay("settings", stored, before, after), highlightSettings: stay("highlightSettings", stored, before, after) };
    const isChosen = (part: keyof Understood, field?: string) => isStored(part, stored[part], field) && sameJson(valueOf(before, part, field), valueOf(after, part, field));
    const parts = withForeign(LOOSE, withoutStandIns(understood, after.foreign, isChosen), after.foreign) as Record<keyof Understood, object>;
    // What stays on its machine is left as it is stored.
    const own = Object.entries(isObject(stored["highlightSettings"]) ? stored["highlightSettings"] : {}).filter(([field]) => isOfMachine(field));
    const toStore = { ...parts, highlightSettings: { ...Object.fromEntries(own), ...parts.highlightSettings } };
    const others = PART_NAMES.filter((part) => !sameJson(before[part], after[part]) || !sameJson(below(before.foreign, part), below(after.foreign, part)));
    await area.set(Object.fromEntries(others.map((part) => [KEYS[part], toStore[part]])));
    return { before, after: { ...after, foreign: foreignOf({ ...stored, ...Object.fromEntries(others.map((part) => [part, parts[part]])) }) } };
  });
}

/** Whether a list, or a field of a part, is stored, and nothing in it that is not understood. */
function isStored(part: keyof Understood, stored: unknown, field?: string): boolean {
  const schema = PARTS[part];
  if ("list" in schema) return stored !== undefined && !foreignIn(schema, stored);
  return field !== undefined && Object.hasOwn(fittingFields(schema.fields, stored), field) && !below(foreignIn({ fields: {}, optional: schema.fields }, stored), field);
}

function valueOf(portable: Portable, part: keyof Understood, field?: string): unknown {
  return field === undefined ? portable[part] : (portable[part] as unknown as Record<string, unknown>)[field];
}

/** The fields of a part to be stored: those that are another now, those that are stored, and those that something is kept in. */
function stay<P extends "settings" | "highlightSettings">(part: P, stored: Record<string, unknown>, before: Portable, after: Portable): Understood[P] {
  const fields = PARTS[part].fields;
  const foreign = below(after.foreign, part);
  const holding = Object.keys(fields).filter((field) => !("value" in (below(foreign, field) ?? { value: null })));
  const held = Object.fromEntries(holding.map((field) => [field, after[part][field as keyof Understood[P]]]));
  return { ...fittingFields(fields, stored[part]), ...changed(before[part], after[part]), ...held } as Understood[P];
}

/** The fields that are another now. */
function changed<T extends object>(before: T, after: T): Partial<T> {
  return Object.fromEntries(Object.entries(after).filter(([field, value]) => !sameJson(value, before[field as keyof T]))) as Partial<T>;
}

function below(of: Foreign | undefined, key: string): Foreign | undefined {
  return of && "fields" in of && Object.hasOwn(of.fields, key) ? of.fields[key] : undefined;
}

/** Known to us, and no part of what travels. */
function isOfMachine(field: string): boolean {
  return Object.hasOwn(HIGHLIGHT_SETTINGS_FIELDS, field) && !Object.hasOwn(PARTS.highlightSettings.fields, field);
}
