/**
 * What the reader has chosen about their highlights. Not one of the settings that every page reads (settings.ts): code
 * in pages is limited in bytes.
 */
import { COLOURS, Colour } from "../messages/highlight";
import { fault, type Infer, type Schema } from "../messages/schema";
import type { Area, SharedArea } from "./storage";
import { withFields } from "./stored";

export const HIGHLIGHT_SETTINGS_KEY = "highlightSettings";

/**
 * The background sets this key of `storage.local` to a number that it did not have before, each time that highlights
 * have changed: whoever shows some reads them again.
 */
export const HIGHLIGHTS_CHANGED_KEY = "highlightsChanged";

/** Set together with it: which those were, so that a library of many thousands need not be read again as a whole. */
export const HIGHLIGHTS_TOUCHED_KEY = "highlightsTouched";
/** Where more have changed, reading all of them is quicker than a list of this length. */
const MOST_TOUCHED = 2_000;

const Touched = { fields: { change: "number", ids: { nullable: { list: "string" } } } } as const;

/** What the background sets when highlights have changed. @param change a number that was not there before */
export function changeNotice(change: number, ids: readonly string[]): Record<string, unknown> {
  return { [HIGHLIGHTS_CHANGED_KEY]: change, [HIGHLIGHTS_TOUCHED_KEY]: { change, ids: ids.length > MOST_TOUCHED ? null : ids } };
}

/** The ids of the highlights that have changed; null where nobody knows which they are. */
export function touchedIds(notice: unknown): string[] | null {
  return fault(Touched, notice) ? null : (notice as Infer<typeof Touched>).ids;
}

const names = Object.fromEntries(COLOURS.map((colour) => [colour, "string"])) as Record<Colour, "string">;

export const HIGHLIGHT_SETTINGS_FIELDS = {
  /** Keep what is saved in private windows too. */
  keepPrivate: "boolean",
  /** What the reader calls the colours; those without a name of the reader's keep ours. */
  colourNames: { fields: {}, optional: names },
  /** The colour that was chosen last: the next highlight has it. */
  lastColour: Colour,
  /** Write a backup into the download folder every day on which something has changed. */
  dailyBackup: "boolean",
  /** Remind of an export when the last one is older than this, in days; 0 never does. */
  remindAfterDays: "index",
  /** When all highlights were last exported by hand, ISO 8601 in UTC; empty where they never were. */
  lastExport: "string",
  /** When the reader last sent the reminder away, in the same form. */
  remindedAt: "string",
} as const;

export type HighlightSettings = { [K in keyof typeof HIGHLIGHT_SETTINGS_FIELDS]: Infer<(typeof HIGHLIGHT_SETTINGS_FIELDS)[K]> };

const DEFAULTS: HighlightSettings = {
  keepPrivate: false,
  colourNames: {},
  lastColour: "yellow",
  dailyBackup: false,
  remindAfterDays: 30,
  lastExport: "",
  remindedAt: "",
};

/**
 * Settings from whatever the storage held: a field that is missing or of the wrong shape has its default, and so has the
 * name of a colour. Not by `fittingFields` as others are (stored.ts): the highlighter reads them.
 */
export function parseHighlightSettings(stored: unknown): HighlightSettings {
  const { colourNames } = { ...(stored as object) } as Record<string, unknown>;
  return { ...DEFAULTS, ...sound(HIGHLIGHT_SETTINGS_FIELDS, stored), colourNames: sound(names, colourNames) };
}

/** Those of the fields that are there and of their shape. @param stored anything */
function sound(fields: Readonly<Record<string, Schema>>, stored: unknown): Record<string, unknown> {
  const given = { ...(stored as object) } as Record<string, unknown>;
  return Object.fromEntries(Object.keys(fields).filter((key) => !fault(fields[key]!, given[key])).map((key) => [key, given[key]]));
}

export async function loadHighlightSettings(area: Pick<Area, "get">): Promise<HighlightSettings> {
  return parseHighlightSettings((await area.get(HIGHLIGHT_SETTINGS_KEY))[HIGHLIGHT_SETTINGS_KEY]);
}

/** As `changeSettings` (storage.ts), of these. */
export function changeHighlightSettings(area: SharedArea, change: Partial<HighlightSettings>): Promise<HighlightSettings> {
  return area.alone(async () => {
    const { [HIGHLIGHT_SETTINGS_KEY]: stored } = await area.get(HIGHLIGHT_SETTINGS_KEY);
    const after = withFields(HIGHLIGHT_SETTINGS_FIELDS, stored, change);
    await area.set({ [HIGHLIGHT_SETTINGS_KEY]: after });
    return parseHighlightSettings(after);
  });
}
