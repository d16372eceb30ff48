import { parseSettings, type Settings, SETTINGS_KEY } from "./settings";

/** The part of `storage.local` that settings need; every browser's own object fits. */
export interface Area {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

export async function loadSettings(area: Pick<Area, "get">): Promise<Settings> {
  return parseSettings((await area.get(SETTINGS_KEY))[SETTINGS_KEY]);
}

/** Changes some settings and leaves the others as they are stored. @returns the settings as they are then. */
export async function changeSettings(area: Area, change: (before: Settings) => Partial<Settings>): Promise<Settings> {
  const before = await loadSettings(area);
  const after = { ...before, ...change(before) };
  await area.set({ [SETTINGS_KEY]: after });
  return after;
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
