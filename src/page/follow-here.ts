/** Hears from the background what the reader's settings come to on this page, and hears it again when they have changed. */
import { ask, type Send } from "../messages/ask";
import { type Here, here } from "../messages/here";
import { CORRECTIONS_KEY, KNOWN_KEY } from "../settings/corrections";
import { SETTINGS_KEY } from "../settings/settings";
import type { Changes } from "../settings/storage";
import { hear, isAlive } from "./make-room";

/** Before asking a background again that has not answered, in milliseconds; twice as long each time. */
const FIRST_PAUSE = 500;

export interface FollowHereOptions {
  /** Sends to the background. */
  send: Send;
  /** `storage.local.onChanged`: it says that something has changed; what that comes to the background says. */
  changes: Changes;
  /** The browser's own object. */
  runtime: { readonly id?: string };
  /** Called with what applies: soon, and whenever that may be something else. */
  heard(here: Here): void;
  /** Called when the reader has put a card right, or taken that back. */
  corrected?(): void;
  signal: AbortSignal;
}

/** Asks at once, and again where nobody answers, until the extension is gone or `signal` is aborted. */
export function followHere({ send, changes, runtime, heard, corrected, signal }: FollowHereOptions): void {
  let pause = FIRST_PAUSE / 2;

  async function renew(): Promise<void> {
    try {
      const answer = await ask(send, here, {});
      if (!signal.aborted) heard(answer);
    } catch {
      // The background is still starting; without it there is nothing to be done here.
      if (isAlive(runtime) && !signal.aborted) setTimeout(renew, (pause *= 2));
    }
  }

  hear<Parameters<Changes["addListener"]>[0]>(
    changes,
    (items) => {
      if (SETTINGS_KEY in items || KNOWN_KEY in items) void renew();
      if (CORRECTIONS_KEY in items) corrected?.();
    },
    runtime,
    signal,
  );
  // A page that the reader comes back to has slept: of what was changed meanwhile nobody has told it.
  addEventListener("pageshow", ({ persisted }) => void (persisted && (corrected?.(), renew())), { signal });
  void renew();
}
