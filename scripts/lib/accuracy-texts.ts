/**
 * Texts that accuracy is measured on and that belong to their publishers: they stay where they are, beside the
 * project, and only where their names stand is kept here (tests/gold/standoff.jsonl).
 */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Element, Node } from "happy-dom";

/** Where a text is found, and how much of it was read. */
export interface TextSource {
  /** Path below the folder that lies beside the project, ../shared. */
  file: string;
  /** HTML: a CSS selector of the elements that are read, in the order of the document. A text file is read by lines. */
  select?: string;
  /** First and last of the blocks that were read, counted from 0, half-open; all of them where it is missing. */
  blocks?: [number, number];
}

/** Not prose: as in src/page/blocks, save what depends on being on a screen. */
const UNREAD = new Set("SCRIPT STYLE NOSCRIPT TEMPLATE BUTTON SVG IFRAME VIDEO AUDIO NAV".split(" "));

/**
 * The text of a source: a block a line, white space folded to single spaces.
 * @param shared folder that paths are below
 */
export async function extractText(source: TextSource, shared: string): Promise<string> {
  const raw = await readFile(join(shared, source.file), "utf8");
  const blocks = source.select === undefined ? raw.split("\n") : await htmlBlocks(raw, source.select);
  return blocks
    .map((block) => block.replace(/\s+/g, " ").trim())
    .filter((block) => block !== "")
    .slice(...(source.blocks ?? []))
    .join("\n");
}

/** SHA-256 of a text's UTF-8, in hexadecimal: annotations hold for one text only. */
export function fingerprint(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

async function htmlBlocks(html: string, select: string): Promise<string[]> {
  // Loaded only where there is HTML, as it takes a while. It fetches nothing and runs no scripts unless it is told to.
  const { Window } = await import("happy-dom");
  const window = new Window();
  const page = new window.DOMParser().parseFromString(html, "text/html");
  const blocks = [...page.querySelectorAll(select)]
    .filter((element) => !element.parentElement?.closest(select))
    .map(textOf);
  await window.happyDOM.close();
  return blocks;
}

function textOf(element: Element): string {
  const parts: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeType === node.TEXT_NODE) parts.push(node.nodeValue ?? "");
    if (node.nodeType !== node.ELEMENT_NODE || UNREAD.has(node.nodeName.toUpperCase())) return;
    if (node.nodeName === "BR") parts.push("\n");
    for (const child of node.childNodes) walk(child);
  };
  walk(element);
  return parts.join("");
}
