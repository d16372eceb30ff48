/** A note's two parts: YAML between lines of three dashes, and the text below. */
import { normaliseLines } from "./texts";

export interface NoteParts {
  /** The YAML; `null` where the note does not begin with a line `---`. */
  yaml: string | null;
  /** Markdown. */
  body: string;
  /** False where no second `---` follows: everything is taken for YAML then. */
  closed: boolean;
}

/**
 * Splits a note. In each part the lines of the other are blank, so that a line's number is the same in the part and in
 * the file. Line ends are `\n` afterwards; a byte order mark is dropped.
 */
export function splitNote(text: string): NoteParts {
  const lines = normaliseLines(text).split("\n");
  if (lines[0]?.trimEnd() !== "---") return { yaml: null, body: lines.join("\n"), closed: true };
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === "---");
  if (end < 0) return { yaml: ["", ...lines.slice(1)].join("\n"), body: "", closed: false };
  return {
    yaml: ["", ...lines.slice(1, end)].join("\n"),
    body: "\n".repeat(end + 1) + lines.slice(end + 1).join("\n"),
    closed: true,
  };
}
