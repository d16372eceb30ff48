/** What is being typed, or moved, before it is kept. */
import { useState } from "preact/hooks";

export interface Draft<T> {
  /** What the control shows. */
  value: T;
  edit(value: T): void;
  /** The reader has done with it. Rejected where it was not kept: then the control shows again what is. */
  done(value: T): Promise<void>;
}

/**
 * Lets a control show what the reader makes of it until that is kept: the page is drawn anew whenever anything is stored,
 * in another tab too, and would take it away.
 * @param kept what is stored @param keep stores another value
 */
export function useDraft<T>(kept: T, keep: (value: T) => Promise<unknown>): Draft<T> {
  const [draft, setDraft] = useState<{ value: T } | null>(null);
  return {
    value: draft ? draft.value : kept,
    edit: (value) => setDraft({ value }),
    async done(value) {
      const own = { value };
      setDraft(own);
      try {
        await keep(value);
      } finally {
        // What was typed meanwhile stays.
        setDraft((now) => (now === own ? null : now));
      }
    },
  };
}
