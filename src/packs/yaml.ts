/**
 * YAML as a small tree that knows its lines. Every scalar is text (YAML's failsafe schema): `1898` is a year and
 * `1.0` a version, and neither loses a digit on the way.
 */
import { isAlias, isMap, isScalar, isSeq, Lexer, LineCounter, parseDocument } from "yaml";
import type { FileProblems } from "./problems";

export type YamlNode = YamlText | YamlList | YamlMap;

export interface YamlText {
  type: "text";
  text: string;
  /** In quotation marks: then even "null" and "~" are meant as texts. */
  quoted?: boolean;
  /** 1-based. */
  line: number;
}

export interface YamlList {
  type: "list";
  items: YamlNode[];
  line: number;
}

export interface YamlMap {
  type: "map";
  /** In the order written; of a key that is written twice, the first. */
  fields: Map<string, { line: number; value: YamlNode }>;
  line: number;
}

/** Nothing that people write is nested deeper, and what programs write may not exhaust the parser's stack. */
const DEEPEST = 50;

/** Tokens by which the lexer marks documents and scalars: they are not in the text. */
const MARKERS = new Set(["\u0002", "\u0018", "\u001f", "\ufeff"]);

/** What the parser's findings are called here. Others are told in the parser's own words. */
const FINDINGS: Record<string, { message: string; fix: string }> = {
  DUPLICATE_KEY: { message: "This key stands twice.", fix: "Keep one of the two; a list holds several values." },
  TAB_AS_INDENT: { message: "A tab indents this line.", fix: "Indent with spaces." },
  BLOCK_AS_IMPLICIT_KEY: {
    message: "A colon within this value makes it look like a key of its own.",
    fix: "Put the value in quotation marks.",
  },
  MULTILINE_IMPLICIT_KEY: {
    message: "This line looks like a part of the key before it.",
    fix: "Indent it like its neighbours, or put the value in quotation marks.",
  },
  BAD_SCALAR_START: {
    message: "A value cannot start with this character.",
    fix: "Put the value in quotation marks.",
  },
  MULTIPLE_DOCS: { message: "A line `---` splits this in two.", fix: "Take the line out." },
};

/**
 * Reads YAML. What cannot be read is reported, and what could be read is given back all the same: `null` where there
 * is nothing. Never throws.
 */
export function readYaml(text: string, problems: FileProblems): YamlNode | null {
  const deep = firstTooDeep(text);
  if (deep !== null) {
    problems.error(lineAt(text, deep), "Lists are nested too deeply here.", "Write this file more simply.");
    return null;
  }

  const counter = new LineCounter();
  const document = parseDocument(text, { schema: "failsafe", lineCounter: counter, prettyErrors: false });
  const lineOf = (offset: number) => Math.max(1, counter.linePos(offset).line);
  const told = new Set<string>();
  for (const finding of [...document.errors, ...document.warnings]) {
    const line = lineOf(finding.pos[0]);
    const known = FINDINGS[finding.code];
    const message = known?.message ?? `This is not valid YAML: ${finding.message}.`;
    // One slip often breaks several rules; one message a line is enough to mend it.
    const key = finding.code === "DUPLICATE_KEY" ? `${line} twice` : `${line}`;
    if (told.has(key)) continue;
    told.add(key);
    problems.error(line, message, known?.fix ?? "Put texts with unusual characters in quotation marks.");
  }
  return convert(document.contents, lineOf, problems);
}

function convert(node: unknown, lineOf: (offset: number) => number, problems: FileProblems): YamlNode | null {
  if (isScalar(node)) {
    const line = lineOf(node.range?.[0] ?? 0);
    const text = typeof node.value === "string" ? node.value : String(node.value ?? "");
    if (/\p{Surrogate}/u.test(text)) {
      problems.error(line, "This text holds half a character.", "Write the character itself instead of its number.");
      return { type: "text", text: text.replace(/\p{Surrogate}/gu, "\ufffd"), line };
    }
    return node.type?.startsWith("QUOTE") ? { type: "text", text, quoted: true, line } : { type: "text", text, line };
  }
  if (isSeq(node)) {
    const items = node.items.flatMap((item) => convert(item, lineOf, problems) ?? []);
    return { type: "list", items, line: lineOf(node.range?.[0] ?? 0) };
  }
  if (isMap(node)) {
    const fields: YamlMap["fields"] = new Map();
    for (const pair of node.items) {
      const key = convert(pair.key, lineOf, problems);
      if (key?.type !== "text") {
        if (key) problems.error(key.line, "A key has to be a word.", "Write `key: value`.");
        continue;
      }
      const value = convert(pair.value, lineOf, problems) ?? { type: "text", text: "", line: key.line };
      if (!fields.has(key.text)) fields.set(key.text, { line: key.line, value });
    }
    return { type: "map", fields, line: lineOf(node.range?.[0] ?? 0) };
  }
  if (isAlias(node)) {
    const line = lineOf(node.range?.[0] ?? 0);
    const fix = "Write the value out, or quote it if it begins with a star.";
    problems.error(line, `\`*${node.source}\` refers to another place.`, fix);
  }
  return null;
}

/** What nesting that is too deep cannot do without: so many brackets, indicators in a row, or spaces in a row. */
const PERHAPS_TOO_DEEP = new RegExp(`(?:[[{][^[{]*){${DEEPEST + 1}}|(?:[-?:]\\s*){${DEEPEST + 1}}| {${DEEPEST * 4 + 1}}`);

/** Offset of the first thing nested deeper than `DEEPEST`, found without recursion; `null` where nothing is. */
function firstTooDeep(text: string): number | null {
  // Lexing takes as long as the parsing that follows, and a pack may have a hundred thousand notes.
  if (!PERHAPS_TOO_DEEP.test(text)) return null;
  let offset = 0;
  let brackets = 0;
  let indicators = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === "[" || token === "{") brackets++;
    else if ((token === "]" || token === "}") && brackets > 0) brackets--;
    // "- - - x": a list in a list in a list on one line.
    if (token === "-" || token === "?" || token === ":") indicators++;
    else if (token.trim() !== "") indicators = 0;
    const indent = /^ +$/.test(token) ? token.length : 0;
    if (brackets > DEEPEST || indicators > DEEPEST || indent > DEEPEST * 4) return offset;
    if (!MARKERS.has(token)) offset += token.length;
  }
  return null;
}

/** 1-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
