/** The accessibility tree of a page: what a screen reader is told. */
import type { Page, SerializedAXNode } from "puppeteer-core";
import { pause } from "../../../scripts/drive/pause";
import { inFirefoxItself } from "./firefox";
import type { Session } from "./launch";

export interface Spoken {
  /** By its name in ARIA, whatever the browser calls it. */
  role: string;
  name: string;
  children: Spoken[];
}

/** Firefox' names for the roles that the card has. */
const ROLES: Record<string, string> = {
  pushbutton: "button",
  "toggle button": "button",
  pagetab: "tab",
  pagetablist: "tablist",
  propertypage: "tabpanel",
  statusbar: "status",
  "text leaf": "StaticText",
  entry: "textbox",
  editcombobox: "combobox",
  checkbutton: "checkbox",
  radiobutton: "radio",
};

/** Firefox builds the tree when it is first asked for, and some time after a change. */
const LIMIT_MS = 8_000;
const POLL_MS = 100;

/** The dialogs of the page that is in front, as soon as there is one. */
export async function dialogsReadAloud(session: Session, page: Page): Promise<Spoken[]> {
  for (const deadline = Date.now() + LIMIT_MS; ; await pause(POLL_MS)) {
    const dialogs = flat(await treeOf(session, page)).filter(({ role }) => role === "dialog");
    if (dialogs.length > 0 || Date.now() > deadline) return dialogs;
  }
}

/**
 * All of the page that is in front.
 * @param isWhole whether what the test is about is there; other parts of a page come later than its first picture
 * @returns what there is as soon as that is so, or at the end of our patience, for the test to say what it misses
 */
export async function readAloud(session: Session, page: Page, isWhole: (nodes: Spoken[]) => boolean): Promise<Spoken[]> {
  for (const deadline = Date.now() + LIMIT_MS; ; await pause(POLL_MS)) {
    const nodes = flat(await treeOf(session, page));
    if (isWhole(nodes) || Date.now() > deadline) return nodes;
  }
}

async function treeOf(session: Session, page: Page): Promise<Spoken> {
  return session.family === "firefox" ? treeOfFirefox(session) : fromChromium((await page.accessibility.snapshot())!);
}

/** A node and everything in it. */
export function flat(node: Spoken): Spoken[] {
  return [node, ...node.children.flatMap(flat)];
}

function fromChromium({ role, name, children = [] }: SerializedAXNode): Spoken {
  return { role, name: name ?? "", children: children.map(fromChromium) };
}

async function treeOfFirefox({ driven }: Session): Promise<Spoken> {
  const json = await inFirefoxItself(
    driven,
    `(() => {
      const service = Cc["@mozilla.org/accessibilityService;1"].getService(Ci.nsIAccessibilityService);
      const read = (node) => ({
        role: service.getStringRole(node.role),
        name: node.name ?? "",
        children: Array.from({ length: node.childCount }, (_, at) => read(node.getChildAt(at))),
      });
      const root = service.getAccessibleFor(gBrowser.selectedBrowser);
      return JSON.stringify(root ? read(root) : { role: "", name: "", children: [] });
    })()`,
  );
  return rename(JSON.parse(String(json)) as Spoken);
}

function rename({ role, name, children }: Spoken): Spoken {
  return { role: ROLES[role] ?? role, name, children: children.map(rename) };
}
