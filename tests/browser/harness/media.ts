/** What a reader has told the system about colours and motion, and whether they have a finger to point with. */
import type { Page } from "puppeteer-core";
import { inFirefoxItself } from "./firefox";
import type { Session } from "./launch";

/** What a page can ask about it. */
const QUERIES: Record<keyof Media, string> = { forcedColors: "(forced-colors: active)", reducedMotion: "(prefers-reduced-motion: reduce)", coarsePointer: "(pointer: coarse)" };

export interface Media {
  /** High contrast: the system's colours take the place of the page's. */
  forcedColors?: boolean;
  reducedMotion?: boolean;
  coarsePointer?: boolean;
}

/** The same in preferences of Firefox, which hold for all its pages. */
const PREFERENCES: Record<keyof Media, [name: string, type: "Int" | "Bool", value: number | boolean][]> = {
  forcedColors: [
    ["browser.display.document_color_use", "Int", 2],
    ["ui.useAccessibilityTheme", "Bool", true],
  ],
  reducedMotion: [["ui.prefersReducedMotion", "Int", 1]],
  coarsePointer: [["ui.primaryPointerCapabilities", "Int", 1]],
};

/** Lets a page believe it. @returns takes it back */
export async function emulateMedia(session: Session, page: Page, media: Media): Promise<() => Promise<void>> {
  const wanted = (Object.keys(media) as (keyof Media)[]).filter((key) => media[key]);
  const undo = await (session.family === "firefox" ? inFirefox(session, wanted) : inChromium(page, wanted));
  // Preferences take a moment to reach the page's process.
  for (const key of wanted) await page.waitForFunction((query) => matchMedia(query).matches, { polling: 50 }, QUERIES[key]);
  return undo;
}

async function inFirefox({ driven }: Session, wanted: (keyof Media)[]): Promise<() => Promise<void>> {
  const preferences = wanted.flatMap((key) => PREFERENCES[key]);
  const set = preferences.map(([name, type, value]) => `Services.prefs.set${type}Pref("${name}", ${value})`);
  const clear = preferences.map(([name]) => `Services.prefs.clearUserPref("${name}")`);
  await inFirefoxItself(driven, set.join(";"));
  return async () => {
    await inFirefoxItself(driven, clear.join(";"));
  };
}

/** Puppeteer's own method does not know forced colours. What is emulated ends with the session. */
async function inChromium(page: Page, wanted: (keyof Media)[]): Promise<() => Promise<void>> {
  const session = await page.createCDPSession();
  if (wanted.includes("coarsePointer")) await session.send("Emulation.setTouchEmulationEnabled", { enabled: true });
  await session.send("Emulation.setEmulatedMedia", {
    features: [
      { name: "forced-colors", value: wanted.includes("forcedColors") ? "active" : "none" },
      { name: "prefers-reduced-motion", value: wanted.includes("reducedMotion") ? "reduce" : "no-preference" },
    ],
  });
  return () => session.detach().catch(() => {});
}
