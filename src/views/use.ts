import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/** The result of a question asked when the view appears, and again whenever one of `keys` changes. */
export type Asked<T> = { state: "asking" } | { state: "answered"; value: T } | { state: "failed"; error: string };

/**
 * Asks when the view appears and whenever `keys` change; an answer that has been overtaken is dropped. It asks at once, not
 * after the next picture, as an effect would: a key that is typed is answered a frame sooner.
 */
export function useAsked<T>(question: () => Promise<T>, keys: readonly unknown[]): Asked<T> {
  const [asked, setAsked] = useState<Asked<T>>({ state: "asking" });
  useLayoutEffect(() => {
    let overtaken = false;
    question().then(
      (value) => overtaken || setAsked({ state: "answered", value }),
      (error: unknown) => overtaken || setAsked({ state: "failed", error: String(error) }),
    );
    return () => {
      overtaken = true;
    };
  }, keys);
  return asked;
}

/**
 * Where what had the focus is no longer drawn, the focus goes to the first control that is left around it.
 * @param selector of the controls it may go to. A key that is still held presses the button that gets the focus
 */
export function useFocusKept(around: RefObject<HTMLElement>, selector = "button, input"): void {
  // Asked while what is drawn is still there.
  const had = around.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (had && document.activeElement === document.body) around.current?.querySelector<HTMLElement>(selector)?.focus();
  });
}
