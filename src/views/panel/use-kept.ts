import { type Asked, useAsked } from "../use";

/** Answers that are kept, by message and request: those of the pages that the reader goes back and forth between. */
const MOST_KEPT = 12;
const kept = new Map<string, unknown>();

/**
 * The result of a question; until it is answered, what it was answered the last time, so that a section that the reader
 * turns back to is there at once.
 * @param key of the question and everything that it depends on
 */
export function useKept<T>(key: string, question: () => Promise<T>): Asked<T> {
  const asked = useAsked(() => question().then((value) => keep(key, value)), [key]);
  return asked.state === "asking" && kept.has(key) ? { state: "answered", value: kept.get(key) as T } : asked;
}

function keep<T>(key: string, value: T): T {
  kept.delete(key);
  kept.set(key, value);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
  return value;
}
