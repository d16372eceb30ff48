/** Hears from the background what the reader's settings come to on this page, and hears it again when they have changed. */
import { ask, type Send } from "../messages/ask";
import { type Here, here } from "../messages/here";
import { CORRECTIONS_KEY, KNOWN_KEY } from "../settings/corrections";
import { SETTINGS_KEY } from "../settings/settings";
import type { Changes } from "../settings/storage";

/** Before asking a background again that has not answered, in milliseconds; twice as long each time. */
const FIRST_PAUSE = 500;

export interface FollowHereOptions {
  /** Sends to the background. */
  send: Send;
  /** `storage.local.onChanged`: what is in it is of no account here, only that something is. */
  changes: Changes;
  /** False where the extension has been removed from under the page. */
  isAlive(): boolean;
  /** Called with what applies: soon, and whenever that may be something else. */
  heard(here: Here): void;
  /** Called when the reader has put a card right, or taken that back. */
  corrected?(): void;
  signal: AbortSignal;
}

export function followHere({ send, changes, isAlive, heard, corrected, signal }: FollowHereOptions): void {
  let pause = FIRST_PAUSE;
  let last = 0;

  async function renew(): Promise<void> {
    const own = ++last;
    try {
      const answer = await ask(send, here, {});
      if (own === last && !signal.aborted) heard(answer);
    } catch {
      // The background is still starting; without it there is nothing to be done here.
      if (isAlive() && !signal.aborted) setTimeout(renew, (pause *= 2));
    }
  }

  const onStored: Parameters<Changes["addListener"]>[0] = (items) => {
    if (SETTINGS_KEY in items || KNOWN_KEY in items) void renew();
    if (CORRECTIONS_KEY in items) corrected?.();
  };
  changes.addListener(onStored);
  // Where we have outlived our extension, the browser has removed our listeners itself.
  signal.addEventListener("abort", () => isAlive() && changes.removeListener(onStored));
  // A page that the reader comes back to has slept: of what was changed meanwhile nobody has told it.
  addEventListener("pageshow", ({ persisted }) => void (persisted && renew()), { signal });
  void renew();
}
