/** What opens the side panel, and what it asks. */
import { Ref } from "./link";

/**
 * Page → background: show this entry in the side panel of my window; where `ref` is empty, what the page is about.
 * Chromium opens the panel where a click in the page asked for it. Firefox opens sidebars from its own buttons alone:
 * there it is shown in the sidebar if that is open, and else in a tab beside the page.
 */
export const openPanel = { name: "page:open-panel", request: { fields: { ref: Ref } }, answer: "boolean" } as const;
