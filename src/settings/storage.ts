import { parseSettings, type Settings, SETTINGS_FIELDS, SETTINGS_KEY } from "./settings";
import { asStored, withFields } from "./stored";

/** The part of `storage.local` that settings need; every browser's own object fits. */
export interface Area {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

/**
 * An area in which whoever reads and then writes is alone: over all pages of the extension and its background. Two that read
 * before either has written would lose what the first has written.
 */
export interface SharedArea extends Area {
  /** Runs work when no other runs, and waits for it. Work inside of work would wait for itself. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** The part of `navigator.locks` that this needs: its locks hold over everything of one origin. */
interface Locks {
  request<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/** @param locks `navigator.locks` of the extension's own pages and background; a page's would be shared with the page */
export function shared(area: Area, locks: Locks): SharedArea {
  const refused = (doing: StorageRefusal["doing"]) => (why: unknown) => {
    throw new StorageRefusal(doing, why);
  };
  return {
    get: (key) => area.get(key).catch(refused("reading")),
    set: (items) => area.set(items).catch(refused("writing")),
    alone: (work) => locks.request("backstory:settings", work),
  };
}

/** The browser does not give what is stored, or does not take what is to be. The message is what it said. */
export class StorageRefusal extends Error {
  readonly doing: "reading" | "writing";

  constructor(doing: StorageRefusal["doing"], cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = "StorageRefusal";
    this.doing = doing;
  }
}

export async function loadSettings(area: Pick<Area, "get">): Promise<Settings> {
  return parseSettings((await area.get(SETTINGS_KEY))[SETTINGS_KEY]);
}

/**
 * What settings are changed to.
 * @param whole them with what is not understood in their place, which is nothing but to be put back where the change is
 * undone: a row of a site may hold more than its type says
 */
export type SettingsChange = (before: Settings, whole: Settings) => Partial<Settings>;

/**
 * Changes some settings and leaves the others as they are stored, what this version does not understand among them.
 * @returns the settings as they are then
 */
export function changeSettings(area: SharedArea, change: SettingsChange): Promise<Settings> {
  return area.alone(async () => {
    const { [SETTINGS_KEY]: stored } = await area.get(SETTINGS_KEY);
    const before = parseSettings(stored);
    const after = withFields(SETTINGS_FIELDS, stored, change(before, { ...before, ...asStored(SETTINGS_FIELDS, stored) }));
    await area.set({ [SETTINGS_KEY]: after });
    return parseSettings(after);
  });
}

/** The part of `storage.onChanged` that settings need. */
export interface Changes {
  addListener(listener: (changes: Record<string, { newValue?: unknown }>) => void): void;
  removeListener(listener: (changes: Record<string, { newValue?: unknown }>) => void): void;
}

/** Calls `changed` with the settings whenever any part of Backstory has stored some, until `signal` is aborted. */
export function onSettings(changes: Changes, changed: (settings: Settings) => void, signal: AbortSignal): void {
  const heard = (items: Record<string, { newValue?: unknown }>) => {
    const item = items[SETTINGS_KEY];
    if (item) changed(parseSettings(item.newValue));
  };
  changes.addListener(heard);
  signal.addEventListener("abort", () => {
    try {
      changes.removeListener(heard);
    } catch {
      // A content script that has outlived its extension; the browser has removed the listener itself.
    }
  });
}
