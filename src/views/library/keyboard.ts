/** What keys do on the library page. Single letters work only where nothing is being typed. */

export type Command =
  | { do: "move"; by: number }
  | { do: "go"; to: "first" | "last" }
  | { do: "select" | "range" | "all" | "escape" | "edit" | "delete" | "undo" | "search" | "open" | "cite" | "keys" }
  | { do: "extend"; by: number };

export interface Pressed {
  key: string;
  ctrl: boolean;
  shift: boolean;
  alt: boolean;
}

/** Without Ctrl. The letters stand for what they do in English, as in mail programs that people know them from. */
const PLAIN: Readonly<Record<string, Command>> = {
  j: { do: "move", by: 1 },
  ArrowDown: { do: "move", by: 1 },
  k: { do: "move", by: -1 },
  ArrowUp: { do: "move", by: -1 },
  Home: { do: "go", to: "first" },
  End: { do: "go", to: "last" },
  x: { do: "select" },
  e: { do: "edit" },
  c: { do: "cite" },
  Enter: { do: "open" },
  Delete: { do: "delete" },
  "/": { do: "search" },
  "?": { do: "keys" },
  Escape: { do: "escape" },
};
const SHIFTED: Readonly<Record<string, Command>> = {
  ArrowDown: { do: "extend", by: 1 },
  J: { do: "extend", by: 1 },
  ArrowUp: { do: "extend", by: -1 },
  K: { do: "extend", by: -1 },
  X: { do: "range" },
  "?": { do: "keys" },
  // Where "/" is typed with Shift.
  "/": { do: "search" },
};
const WITH_CTRL: Readonly<Record<string, Command>> = { a: { do: "all" }, z: { do: "undo" } };

/** @returns undefined where the key is the browser's */
export function commandOf({ key, ctrl, shift, alt }: Pressed): Command | undefined {
  if (alt) return undefined;
  if (ctrl) return shift ? undefined : WITH_CTRL[key];
  return (shift ? SHIFTED : PLAIN)[key];
}

/** The keys as they are shown, with what is said of each (`library_key_*`). */
export const SHOWN_KEYS = [
  [["j", "↓"], "next"],
  [["k", "↑"], "previous"],
  [["Enter"], "open"],
  [["e"], "edit"],
  [["c"], "cite"],
  [["x"], "select"],
  [["Shift", "↓"], "extend"],
  [["Ctrl", "A"], "all"],
  [["Delete"], "delete"],
  [["Ctrl", "Z"], "undo"],
  [["/"], "search"],
  [["Esc"], "escape"],
  [["?"], "keys"],
] as const;
