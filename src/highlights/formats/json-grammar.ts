/** Where a text stops being JSON (RFC 8259). Browsers say so each in words of its own, and not always. */

/** Where a string that begins at `at` ends: after its closing quote. `undefined` where it has none. */
export function stringEnd(text: string, at: number): number | undefined {
  for (let i = at + 1; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === '"') return i + 1;
  }
  return undefined;
}

/** What may come next. After "[" and "{", the first item or the closing bracket. */
type Next = "value" | "first value" | "key" | "first key" | "colon" | "more";

const SPACE = /[ \t\n\r]*/y;
const ATOM = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
/** Control characters below U+0020, and escapes that there are not. */
const BAD_IN_STRING = /[^\P{Cc}\u007f-\u009f]|\\(?!["\\/bfnrt]|u[\da-fA-F]{4})/u;
/** What may be the beginning of one. */
const CUT_ESCAPE = /\\(?:u[\da-fA-F]{0,3})?$/;

/** The offset at which a sticky expression that is tried at `at` has matched to its end. */
function past(expression: RegExp, text: string, at: number): number | undefined {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : undefined;
}

/** The end of the string, number or word at `at`; `{ bad }` where it is none. */
function scalar(text: string, at: number): number | { bad: number } {
  if (text[at] !== '"') return past(ATOM, text, at) ?? { bad: at };
  const end = stringEnd(text, at);
  const inside = text.slice(at + 1, end && end - 1).replaceAll("\\\\", "__");
  const bad = (end ? inside : inside.replace(CUT_ESCAPE, "")).search(BAD_IN_STRING);
  if (bad >= 0) return { bad: at + 1 + bad };
  return end ?? { bad: text.length };
}

/**
 * UTF-16 offset at which a text that is not JSON stops being so; its length where only the rest is missing.
 * Brackets that are open are on a stack of our own, so that no nesting is too deep.
 */
export function brokenAt(text: string): number {
  const open: string[] = [];
  let next: Next = "value";
  for (let i = past(SPACE, text, 0)!; i < text.length; i = past(SPACE, text, i)!) {
    const unit = text[i]!;
    const inList = open.at(-1) === "[";
    if (open.length && unit === (inList ? "]" : "}") && (next === "more" || next.startsWith("first"))) {
      open.pop();
      next = "more";
      i++;
    } else if (next === "more" || next === "colon") {
      if (unit !== (next === "colon" ? ":" : ",") || !open.length) return i;
      next = next === "colon" || inList ? "value" : "key";
      i++;
    } else if (next.endsWith("value") && (unit === "[" || unit === "{")) {
      open.push(unit);
      next = unit === "[" ? "first value" : "first key";
      i++;
    } else {
      const key = next.endsWith("key");
      const end = key && unit !== '"' ? { bad: i } : scalar(text, i);
      if (typeof end !== "number") return end.bad;
      next = key ? "colon" : "more";
      i = end;
    }
  }
  return text.length;
}
