/** Bytes of a file as text, in the encodings that exports come in. */
import { refuse } from "./problems";

/** What browsers can hold as one string ends a little above. */
export const MAX_FILE_BYTES = 500_000_000;

const NEW_LINE = 0x0a;

/**
 * UTF-8, or UTF-16 where a byte order mark or the zeros of a text's first two letters say so; the mark is left out.
 * @throws ImportError where the bytes are not in that encoding, with the line of UTF-8, or are more than `MAX_FILE_BYTES`
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > MAX_FILE_BYTES) return refuse({}, "import_fault_big");
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return refuse(encoding === "utf-8" ? { line: firstBadLine(bytes) } : {}, "import_fault_encoding");
  }
}

function encodingOf([first, second, third, fourth]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first && second === 0 && third && fourth === 0) return "utf-16le";
  if (first === 0 && second && third === 0 && fourth) return "utf-16be";
  return "utf-8";
}

/** 1-based. No byte of a character of several bytes is a line's end. */
function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  for (let from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf(NEW_LINE, from);
    const to = end < 0 ? bytes.length : end + 1;
    try {
      decoder.decode(bytes.subarray(from, to));
    } catch {
      return line;
    }
    from = to;
  }
  return line;
}
