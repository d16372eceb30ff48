/** The key that some readers want to hold for a card to open. */
import type { Here } from "../messages/here";

/** What events of pointer and keyboard say: they know of an `altKey`, a `ctrlKey` and a `shiftKey`, and of no `noneKey`. */
type Keys = Partial<Record<`${Here["modifier"]}Key`, boolean>>;

/** Whether it is held; `undefined` where no key is wanted. */
export function holds(event: Keys, { modifier }: Pick<Here, "modifier">): boolean | undefined {
  return event[`${modifier}Key`];
}

/** Whether what the pointer does may open a card. A finger has no key to hold. */
export function mayOpen(event: PointerEvent, here: Pick<Here, "modifier">): boolean {
  return event.pointerType === "touch" || holds(event, here) !== false;
}
