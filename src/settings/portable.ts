/**
 * All that the reader has chosen and put right, as a file: to be kept, and to be taken over on another machine. It is
 * written alone, and as the part `settings` of a file of highlights in our own format (highlights/formats/backstory).
 */
import { known as copyOf, type Infer } from "../messages/schema";
import { Correction, CORRECTIONS_KEY, KNOWN_KEY, loadCorrections, loadKnown, refsOf, withKnown } from "./corrections";
import { HIGHLIGHT_SETTINGS_FIELDS, HIGHLIGHT_SETTINGS_KEY, loadHighlightSettings } from "./highlights";
import { loadOffPacks, OFF_PACKS_KEY } from "./packs";
import { SETTINGS_FIELDS, SETTINGS_KEY } from "./settings";
import { type Area, loadSettings, type SharedArea } from "./storage";
import { fitting, keeping, withFields } from "./stored";

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
  return { state: "read", chosen: fitting({ fields: {}, optional }, parts, "", lost) as Chosen, lost };
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

/**
 * Changes all of it, as it is by then. What is no part of it stays, and so does what is not understood in what is stored.
 * @returns what there was, and what there is now
 */
export function changePortable(area: SharedArea, change: (before: Portable) => Portable): Promise<{ before: Portable; after: Portable }> {
  return area.alone(async () => {
    const before = await loadPortable(area);
    const after = change(before);
    const stored = async (key: string) => (await area.get(key))[key];
    await area.set({
      [SETTINGS_KEY]: withFields(SETTINGS_FIELDS, await stored(SETTINGS_KEY), changed(before.settings, after.settings)),
      [HIGHLIGHT_SETTINGS_KEY]: withFields(HIGHLIGHT_SETTINGS_FIELDS, await stored(HIGHLIGHT_SETTINGS_KEY), changed(before.highlightSettings, after.highlightSettings)),
      [OFF_PACKS_KEY]: keeping(PARTS.offPacks, await stored(OFF_PACKS_KEY), after.offPacks),
      [KNOWN_KEY]: keeping(PARTS.known, await stored(KNOWN_KEY), after.known),
      [CORRECTIONS_KEY]: keeping(PARTS.corrections, await stored(CORRECTIONS_KEY), after.corrections),
    });
    return { before, after };
  });
}

/** The fields that are another now. */
function changed<T extends object>(before: T, after: T): Partial<T> {
  return Object.fromEntries(Object.entries(after).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof T]))) as Partial<T>;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
