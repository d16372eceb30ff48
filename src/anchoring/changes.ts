/** What was changed in a passage, for a reader to see. */
import { diffArrays } from "diff";
import { cut } from "./tokens";

/** A part of a passage: it stayed, it was taken out, or it was put in. */
export interface Change {
  kind: "same" | "removed" | "added";
  text: string;
}

/** Words that may differ at most; beyond, it is another text, and comparing on would take long. */
const MOST_EDITS = 1_000;

/**
 * What became of a passage, word by word, in Chinese and the like character by character. Words that were replaced
 * together are told together, with the spaces and commas between them. All that is not "added", joined, is `before`;
 * all that is not "removed", joined, is `after`.
 */
export function changesBetween(before: string, after: string): Change[] {
  const parts = diffArrays(piecesOf(before), piecesOf(after), { maxEditLength: MOST_EDITS });
  if (parts === undefined) return changed(before, after);
  const out: Change[] = [];
  let removed = "";
  let added = "";
  /** What stayed since, but is too little to part two changes. */
  let little = "";
  const flush = (): void => {
    out.push(...changed(removed, added));
    if (little !== "") out.push({ kind: "same", text: little });
    removed = added = little = "";
  };
  for (const part of parts) {
    const text = part.value.join("");
    if (!part.added && !part.removed) {
      const parting = removed === "" && added === "";
      little += text;
      if (parting || TELLING.test(text)) flush();
      continue;
    }
    removed += little;
    added += little;
    little = "";
    if (part.removed) removed += text;
    else added += text;
  }
  flush();
  return out;
}

/** A letter or digit: not only spaces and signs. */
const TELLING = /[\p{L}\p{N}]/u;

/** What took the place of what. A space that both begin or end with stayed where it was. */
function changed(removed: string, added: string): Change[] {
  const before = removed[0] === added[0] && /^\s/.test(removed) ? 1 : 0;
  const rest = [removed.slice(before), added.slice(before)] as const;
  const after = rest[0].at(-1) === rest[1].at(-1) && /\s$/.test(rest[0]) ? 1 : 0;
  const all: Change[] = [
    { kind: "same", text: removed.slice(0, before) },
    { kind: "removed", text: rest[0].slice(0, rest[0].length - after) },
    { kind: "added", text: rest[1].slice(0, rest[1].length - after) },
    { kind: "same", text: after ? removed.slice(-1) : "" },
  ];
  return all.filter(({ text }) => text !== "");
}

/** The tokens of a text and what stands between them. */
function piecesOf(text: string): string[] {
  const tokens = cut(text);
  const pieces: string[] = [];
  let at = 0;
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.starts[token]! > at) pieces.push(text.slice(at, tokens.starts[token]!));
    pieces.push(text.slice(tokens.starts[token]!, tokens.ends[token]!));
    at = tokens.ends[token]!;
  }
  if (at < text.length) pieces.push(text.slice(at));
  return pieces;
}
