/** The text of a note: Markdown in, the few nodes that a card can draw out. */
import type { Nodes, Paragraph as MdParagraph, List, ListItem, PhrasingContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { readDate } from "./dates";
import type { Inline, Paragraph, TimelineItem } from "./model";
import type { Reading } from "./reading";
import { foldSpace } from "./texts";
import { readMarks } from "./wikilinks";

export interface Prose {
  about: Paragraph[];
  timeline: TimelineItem[];
}

/**
 * Stands for `\[` while Markdown is parsed, which would forget that the bracket was escaped. One of the code points
 * that Unicode sets aside for a program's own use: no text has it.
 */
const ESCAPED_BRACKET = "\ufdd0";

const CAN_DRAW = "A card draws paragraphs, *emphasis*, **strong**, links, [[entries]] and citations.";

/** What cannot be drawn, in words. */
const UNDRAWABLE: Partial<Record<Nodes["type"], string>> = {
  blockquote: "A block quotation",
  break: "A line break within a paragraph",
  code: "A block of code (or text indented by four spaces)",
  definition: "A link definition",
  html: "HTML",
  image: "An image",
  imageReference: "An image",
  inlineCode: "Code",
  linkReference: "A link by reference",
  list: "A list outside of the timeline",
  thematicBreak: "A ruled line",
};

/**
 * Reads the text of a note.
 * @param body the note with its front matter blanked out, so that lines count from the start of the file
 */
export function readProse(body: string, reading: Reading): Prose {
  const prose: Prose = { about: [], timeline: [] };
  if (body.trim() === "") return prose;
  const escaped = body.replace(/\\([\s\S])/g, (whole, next: string) => (next === "[" ? ESCAPED_BRACKET : whole));
  let inTimeline = false;
  for (const block of fromMarkdown(escaped).children) {
    const line = lineOf(block);
    if (block.type === "heading") {
      if (block.depth === 2 && plainText(block).trim() === "Timeline") {
        if (inTimeline) reading.problems.error(line, "There is a second timeline.", "Put all items under one heading.");
        inTimeline = true;
      } else {
        reading.problems.error(
          line,
          `The heading "${plainText(block)}" cannot be drawn on a card.`,
          "The only heading is `## Timeline`. Text above a line of dashes is a heading too: leave an empty line between.",
        );
      }
    } else if (block.type === "list" && inTimeline) {
      prose.timeline.push(...readTimeline(block, reading));
    } else if (block.type === "paragraph") {
      if (inTimeline) {
        const fix = "Write `- date: text`, or move it above the heading.";
        reading.problems.error(line, "This is no item of the timeline.", fix);
      }
      const paragraph = readParagraph(block, reading);
      if (!inTimeline && paragraph.length > 0) prose.about.push(paragraph);
    } else {
      reportUndrawable(block, reading);
      const text = plainText(block).trim();
      if (!inTimeline && text !== "") prose.about.push([text]);
    }
  }
  return prose;
}

function readTimeline(list: List, reading: Reading): TimelineItem[] {
  return list.children.flatMap((item) => readTimelineItem(item, reading) ?? []);
}

function readTimelineItem(item: ListItem, reading: Reading): TimelineItem | null {
  const line = lineOf(item);
  const [first, ...more] = item.children;
  for (const block of more) {
    reading.problems.error(lineOf(block), "An item of the timeline is one paragraph.", "Make it an item of its own.");
  }
  const text = first?.type === "paragraph" ? readParagraph(first, reading) : [];
  const [start, ...rest] = text;
  const match = typeof start === "string" ? /^([^:]*?)\s*:(?:\s+|$)/.exec(start) : null;
  if (!match) {
    reading.problems.error(line, "This item has no date.", "Write `- 1956-09-18: What happened.`");
    return null;
  }
  const reader = readDate(match[1]!);
  if ("message" in reader) {
    reading.problems.error(line, reader.message, reader.fix);
    return null;
  }
  const told = [(start as string).slice(match[0].length), ...rest].filter((node) => node !== "");
  if (told.length === 0) {
    reading.problems.error(line, "This item says nothing.", "Write what happened after the colon.");
    return null;
  }
  return { date: reader.date, text: told };
}

function readParagraph(block: MdParagraph, reading: Reading): Paragraph {
  const paragraph = tidy(readInlines(block.children, reading), true);
  reportUncited(paragraph, block, reading);
  return paragraph;
}

function readInlines(nodes: readonly PhrasingContent[], reading: Reading): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    const line = lineOf(node);
    switch (node.type) {
      case "text":
        return readMarks(node.value, line, reading).map((inline) => restoreBrackets(inline));
      case "emphasis":
        return [{ em: tidy(readInlines(node.children, reading), false) }];
      case "strong":
        return [{ strong: tidy(readInlines(node.children, reading), false) }];
      case "link": {
        const text = foldSpace(plainText(node));
        const href = node.url.replaceAll(ESCAPED_BRACKET, "[");
        if (isWebAddress(href)) return [{ href, text: text || href }];
        reading.problems.error(
          line,
          `\`${href}\` is no address on the web.`,
          "Write `https://…`, or `[[entry-id|text]]` for an entry of this pack.",
        );
        return [text];
      }
      case "break":
        reportUndrawable(node, reading);
        return [" "];
      default:
        reportUndrawable(node, reading);
        return [plainText(node)];
    }
  });
}

/** Only such addresses become links: `javascript:` and its like never do. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text);
}

/**
 * Joins neighbouring texts and folds white space. None is left at the ends of a paragraph, nor before a citation, so
 * that its number follows the words.
 */
function tidy(nodes: readonly Inline[], whole: boolean): Inline[] {
  const joined: Inline[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (typeof node === "string" && typeof last === "string") joined[joined.length - 1] = last + node;
    else joined.push(node);
  }
  return joined
    .map((node, index) => {
      if (typeof node !== "string") return node;
      const next = joined[index + 1];
      let text = node.replace(/\s+/g, " ");
      if (whole && index === 0) text = text.trimStart();
      const beforeCitation = typeof next === "object" && "cite" in next;
      return (whole && next === undefined) || beforeCitation ? text.trimEnd() : text;
    })
    .filter((node) => node !== "");
}

/** A claim is text with a letter or a digit; a full stop after the last citation claims nothing. */
function reportUncited(paragraph: Paragraph, block: MdParagraph, reading: Reading): void {
  const flat = flatten(paragraph);
  const lastCitation = flat.findLastIndex((node) => typeof node === "object" && "cite" in node);
  const words = (node: Inline) => (typeof node === "string" ? node : "text" in node ? node.text : "");
  const text = flat.slice(lastCitation + 1).map(words).join("").trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return;
  // What follows the last citation is at the paragraph's end.
  const line = lastCitation < 0 ? lineOf(block) : (block.position?.end.line ?? lineOf(block));
  const start = text.length > 40 ? `${text.slice(0, 40).trimEnd()}…` : text;
  reading.problems.warning(line, `Nothing is cited for "${start}".`, "Put `[@key, where]` after it.");
}

/** The nodes of a text without those that only give style to others. */
export function flatten(nodes: readonly Inline[]): Inline[] {
  return nodes.flatMap((node) => {
    if (typeof node === "object" && "em" in node) return flatten(node.em);
    if (typeof node === "object" && "strong" in node) return flatten(node.strong);
    return [node];
  });
}

function restoreBrackets(node: Inline): Inline {
  if (typeof node === "string") return node.replaceAll(ESCAPED_BRACKET, "[");
  if ("entry" in node) node.text = node.text.replaceAll(ESCAPED_BRACKET, "[");
  return node;
}

function reportUndrawable(node: Nodes, reading: Reading): void {
  const what = UNDRAWABLE[node.type] ?? "This";
  reading.problems.error(lineOf(node), `${what} cannot be drawn on a card.`, CAN_DRAW);
}

/** The words of a node without any markup. */
function plainText(node: Nodes): string {
  if ("value" in node) return node.value.replaceAll(ESCAPED_BRACKET, "[");
  if ("children" in node) return node.children.map((child) => plainText(child)).join("");
  return "alt" in node ? (node.alt ?? "") : "";
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}
