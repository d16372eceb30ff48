/** What of the side panel is remembered. */
import type { Area } from "./storage";

export const PANEL_SECTIONS = ["cast", "timeline", "company", "echoes"] as const;
export type PanelSection = (typeof PANEL_SECTIONS)[number];

const SECTION_KEY = "panelSection";

/** The section that was looked at last; the first where the storage holds something else. */
export async function loadPanelSection(area: Pick<Area, "get">): Promise<PanelSection> {
  const stored = (await area.get(SECTION_KEY))[SECTION_KEY];
  return PANEL_SECTIONS.find((each) => each === stored) ?? PANEL_SECTIONS[0];
}

export async function savePanelSection(area: Pick<Area, "set">, section: PanelSection): Promise<void> {
  await area.set({ [SECTION_KEY]: section });
}
