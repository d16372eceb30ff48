/** The texts that quotes are looked up in. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Node } from "happy-dom";
import type { SourceText } from "../../src/packs/check-quotes";
import { filesBelow } from "./pack-folder";

const READ = /\.(?:txt|md|tsv|csv|html?)$/i;

/** Elements that the words around them run through without a break. */
const INLINE = new Set(
  "A ABBR B BDI BDO BIG CITE CODE DEL DFN EM FONT I INS KBD MARK Q S SAMP SMALL SPAN STRONG SUB SUP TT U VAR WBR".split(" "),
);

/** Elements whose content is not read by anybody. */
const UNREAD = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT"]);

/**
 * Reads all texts below some folders.
 * @throws FileTrouble where one of the folders is not there
 */
export async function readSourceTexts(folders: readonly string[]): Promise<SourceText[]> {
  const texts: SourceText[] = [];
  for (const folder of folders) {
    for (const path of await filesBelow(folder)) {
      if (READ.test(path)) texts.push({ path, text: await readText(join(folder, path)) });
    }
  }
  return texts;
}

async function readText(path: string): Promise<string> {
  const text = await readFile(path, "utf-8");
  if (/\.html?$/i.test(path)) return htmlText(text);
  // A cell in quotation marks doubles those within it (RFC 4180, 2.7).
  return /\.[ct]sv$/i.test(path) ? text.replaceAll('""', '"') : text;
}

/** What a reader sees of an HTML page, as far as words go: breaks where elements break, nothing of scripts and styles. */
export async function htmlText(html: string): Promise<string> {
  // Loaded only for HTML, as it takes a while. It fetches nothing and runs no scripts unless it is told to.
  const { Window } = await import("happy-dom");
  const window = new Window();
  const { ELEMENT_NODE, TEXT_NODE } = window.Node;
  const parts: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeType === TEXT_NODE) parts.push(node.nodeValue ?? "");
    if (node.nodeType !== ELEMENT_NODE || UNREAD.has(node.nodeName)) return;
    const breaks = !INLINE.has(node.nodeName);
    if (breaks) parts.push("\n");
    for (const child of node.childNodes) walk(child);
    if (breaks) parts.push("\n");
  };
  walk(new window.DOMParser().parseFromString(html, "text/html").documentElement);
  await window.happyDOM.close();
  return parts.join("");
}
