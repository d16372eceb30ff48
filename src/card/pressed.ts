/**
 * A press on a name opens its card and nothing else. The card and the highlighter are scripts of their own, which share
 * nothing but a global object that no page sees.
 */

const KEY = Symbol.for("backstory.pressed");

/** This event was meant for a name. */
export function claimPress(event: Event): void {
  Object.assign(globalThis, { [KEY]: event });
}

/** Whether the event was meant for a name. */
export function isClaimed(event: Event): boolean {
  return (globalThis as { [KEY]?: Event })[KEY] === event;
}
