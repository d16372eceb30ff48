/** Reads the values of a YAML mapping by what they ought to be, and reports those that are something else. */
import type { FileProblems } from "./problems";
import { nearest } from "./nearest";
import type { YamlMap, YamlNode } from "./yaml";

/** A text with its place. */
export interface Written {
  text: string;
  line: number;
}

export class Fields {
  readonly line: number;
  readonly #map: YamlMap;
  readonly #problems: FileProblems;

  constructor(map: YamlMap, problems: FileProblems) {
    this.line = map.line;
    this.#map = map;
    this.#problems = problems;
  }

  /** Reports keys that are none of the known ones. */
  allow(keys: readonly string[]): void {
    for (const [key, { line }] of this.#map.fields) {
      if (keys.includes(key)) continue;
      const meant = nearest(key, keys);
      this.#problems.error(
        line,
        `Nothing is called \`${key}\` here.`,
        meant === null ? `Known are ${keys.map((known) => `\`${known}\``).join(", ")}.` : `Did you mean \`${meant}\`?`,
      );
    }
  }

  /** Line of a key; that of the whole where the key is missing. */
  lineOf(key: string): number {
    return this.#map.fields.get(key)?.line ?? this.line;
  }

  has(key: string): boolean {
    return this.node(key) !== null;
  }

  /** The value of a key, `null` where the key is missing or nothing stands after it, as Obsidian leaves it. */
  node(key: string): YamlNode | null {
    const value = this.#map.fields.get(key)?.value;
    return value && !isNothing(value) ? value : null;
  }

  /** One text, without white space around it; `null` where there is none. */
  text(key: string): Written | null {
    const node = this.node(key);
    if (node === null) return null;
    if (node.type === "text") return { text: node.text.trim(), line: node.line };
    this.#problems.error(node.line, `\`${key}\` takes one text.`, `Write \`${key}: …\` on one line.`);
    return null;
  }

  /** A text that has to be there. */
  required(key: string, fix: string): Written | null {
    const written = this.text(key);
    if (written === null && !this.has(key)) this.#problems.error(this.lineOf(key), `\`${key}\` is missing.`, fix);
    return written;
  }

  /** A list of texts; a text that stands alone is a list of one. */
  texts(key: string): Written[] {
    const node = this.node(key);
    return node === null ? [] : textsOf(node, key, this.#problems);
  }

  /** The items of a list, whatever they are; a value that stands alone is a list of one. */
  items(key: string): YamlNode[] {
    const node = this.node(key);
    if (node === null) return [];
    return node.type === "list" ? node.items : [node];
  }
}

/** The texts of a list; a text that stands alone is a list of one. Empty texts are reported and left out. */
export function textsOf(node: YamlNode, key: string, problems: FileProblems): Written[] {
  const items = node.type === "list" ? node.items : [node];
  return items.flatMap((item) => {
    const text = item.type === "text" ? item.text.trim() : wikilinkIn(item);
    if (text === null) {
      problems.error(item.line, `\`${key}\` takes texts.`, "Write `[one, two]`; quote texts with colons or brackets.");
      return [];
    }
    if (text === "") {
      problems.warning(item.line, `An item of \`${key}\` is empty.`, "Write something there, or take it out.");
      return [];
    }
    return [{ text, line: item.line }];
  });
}

/** `[[some-id]]` without quotation marks is, to YAML, a list in a list. */
function wikilinkIn(node: YamlNode): string | null {
  let inner: YamlNode | undefined = node;
  while (inner?.type === "list" && inner.items.length === 1) inner = inner.items[0];
  return inner?.type === "text" && inner !== node ? inner.text.trim() : null;
}

function isNothing(node: YamlNode): boolean {
  return node.type === "text" && !node.quoted && ["", "~", "null"].includes(node.text.trim());
}
