/**
 * Reads the YAML that most notes are made of: keys with a text, a list of texts, or a mapping of those. The full
 * parser takes ten times as long, which is felt where a pack has tens of thousands of notes. What is written in any
 * other way is left to that parser; simple-yaml.test.ts compares the two.
 */
import type { YamlMap, YamlNode, YamlText } from "./yaml";

/** Without what YAML may take for something else: colons, hashes, brackets, quotation marks at the start, tabs. */
const PLAIN = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} .'’()/_+&;!?-]*[\p{L}\p{M}\p{N}.'’()/_+!?])?`;
/** With the escapes that JSON shares with YAML. */
const DOUBLE = String.raw`"(?:[^"\\\p{Cc}\p{Cs}\u2028\u2029\ufeff]|\\["\\/]|\\u[0-9a-fA-F]{4})*"`;
const SINGLE = String.raw`'(?:[^'\p{Cc}\p{Cs}\u2028\u2029\ufeff]|'')*'`;
const VALUE = `(?:${PLAIN}|${DOUBLE}|${SINGLE})`;

const KEY_LINE = /^( *)([A-Za-z][A-Za-z_-]*):(?: (.*))?$/;
const ITEM_LINE = /^( *)- (.*)$/;
const HALF_A_CHARACTER = /\p{Surrogate}/u;
const WHOLE_VALUE = new RegExp(`^${VALUE}$`, "u");
const WHOLE_LIST = new RegExp(String.raw`^\[(?:${VALUE}(?:, ?${VALUE})*)?\]$`, "u");
const ITEMS = new RegExp(VALUE, "gu");

/** A text that is written in the simplest way, or null where it is not. */
export function readSimpleYaml(text: string): YamlMap | null {
  const reader = new Reader(text.split("\n"));
  return reader.map(0);
}

class Reader {
  readonly #lines: readonly string[];
  #at = 0;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  /** A mapping whose keys are indented by so many spaces, up to the end or a line that is indented less. */
  map(indent: number): YamlMap | null {
    const fields: YamlMap["fields"] = new Map();
    for (this.#skipEmpty(); this.#at < this.#lines.length; this.#skipEmpty()) {
      const [, spaces, key, value] = KEY_LINE.exec(this.#lines[this.#at]!) ?? [];
      if (spaces === undefined || key === undefined || spaces.length > indent || fields.has(key)) return null;
      if (spaces.length < indent) break;
      const line = this.#at++ + 1;
      const node = value === undefined ? this.#below(indent) : inline(value, line);
      if (node === null) return null;
      fields.set(key, { line, value: node });
    }
    const [first] = fields.values();
    return first ? { type: "map", fields, line: first.line } : null;
  }

  /** What stands below a key of its own line. */
  #below(indent: number): YamlNode | null {
    this.#skipEmpty();
    const line = this.#lines[this.#at] ?? "";
    const spaces = line.length - line.trimStart().length;
    if (ITEM_LINE.test(line) && spaces >= indent) return this.#list(spaces);
    // One level down is as far as simple notes go.
    return indent === 0 && spaces > 0 ? this.map(spaces) : null;
  }

  #list(indent: number): YamlNode | null {
    const items: YamlNode[] = [];
    const line = this.#at + 1;
    for (; this.#at < this.#lines.length; this.#at++) {
      const [, spaces, value] = ITEM_LINE.exec(this.#lines[this.#at]!) ?? [];
      if (spaces?.length !== indent || value === undefined) break;
      const item = WHOLE_VALUE.test(value) ? scalar(value, this.#at + 1) : null;
      if (item === null) return null;
      items.push(item);
    }
    return { type: "list", items, line };
  }

  #skipEmpty(): void {
    while (this.#lines[this.#at] === "") this.#at++;
  }
}

function inline(value: string, line: number): YamlNode | null {
  if (WHOLE_VALUE.test(value)) return scalar(value, line);
  if (!WHOLE_LIST.test(value)) return null;
  const items: YamlNode[] = [];
  for (const written of value.match(ITEMS) ?? []) {
    const item = scalar(written, line);
    if (item === null) return null;
    items.push(item);
  }
  return { type: "list", items, line };
}

/** Null where an escape spells half a character, which the full parser reports. */
function scalar(written: string, line: number): YamlText | null {
  const quote = written[0];
  if (quote === '"') {
    const text = JSON.parse(written) as string;
    return HALF_A_CHARACTER.test(text) ? null : { type: "text", text, quoted: true, line };
  }
  if (quote === "'") return { type: "text", text: written.slice(1, -1).replaceAll("''", "'"), quoted: true, line };
  return { type: "text", text: written, line };
}
