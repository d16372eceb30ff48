/** Something that went wrong in a way that a person can mend: the message says what it is and what to do. */
export class Trouble extends Error {
  override name = "Trouble";
}

/** What to show of something thrown: one sentence where we know what is wrong, everything where we do not. */
export function explain(error: unknown): string {
  if (error instanceof Trouble) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
