/** Names of entries: as authors list them, and as two of them are compared. */
import { textsOf, type Written } from "./fields";
import type { Name, NameClass } from "./model";
import type { Reading } from "./reading";
import { foldSpace } from "./texts";
import type { YamlNode } from "./yaml";

/** A name with the line it stands on. */
export interface PlacedName extends Name {
  line: number;
}

/**
 * Reads names of one class: a text, a list of texts, or either of them by language.
 * @param key what they stand under, for messages: "names"
 */
export function readNames(node: YamlNode | null, key: string, nameClass: NameClass, reading: Reading): PlacedName[] {
  if (node === null) return [];
  const inLanguage = (texts: Written[], lang: string) =>
    texts.map(({ text, line }): PlacedName => {
      if (!/[\p{L}\p{N}]/u.test(text)) {
        reading.problems.warning(line, `\`${text}\` is found on no page.`, "A name has at least one letter or digit.");
      }
      return { text: foldSpace(text), lang, class: nameClass, line };
    });
  const textsIn = (value: YamlNode, where: string) => textsOf(withoutColons(value, reading), where, reading.problems);
  if (node.type !== "map") return inLanguage(textsIn(node, key), reading.language);
  return [...node.fields].flatMap(([tag, { line, value }]) => {
    const lang = readLanguage(tag);
    if (lang === null) {
      reading.problems.error(line, `\`${tag}\` is no language.`, "Write a BCP 47 tag: `en`, `ko`, `zh`, `zh-Hant`, `ru`.");
      return [];
    }
    return inLanguage(textsIn(value, `${key}.${tag}`), lang);
  });
}

/** `- 2001: A Space Odyssey` without quotation marks is, to YAML, a mapping in a list. */
function withoutColons(node: YamlNode, { problems }: Reading): YamlNode {
  if (node.type !== "list") return node;
  const items = node.items.map((item): YamlNode => {
    const [field, ...more] = item.type === "map" ? item.fields : [];
    if (!field || more.length > 0 || field[1].value.type !== "text") return item;
    problems.warning(item.line, "A colon makes this name look like a key.", "Put the name in quotation marks.");
    return { type: "text", text: `${field[0]}: ${field[1].value.text}`, line: item.line };
  });
  return { ...node, items };
}

/** A BCP 47 tag in its usual capitals ("zh-Hant"), or `null` where it is none. */
export function readLanguage(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/**
 * A name as it is compared with others for being the same: without case and accents of Latin, Greek and Cyrillic.
 * (The marks of other scripts tell letters apart: が is not か.)
 */
export function foldName(text: string): string {
  return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFC").toLowerCase();
}
