import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * The heading of what stands in the place of a list without lines: the keyboard goes on there when the last one is gone.
 * @param resumes How often a line that the keyboard was on has gone
 */
export function useResumed(resumes: number): RefObject<HTMLHeadingElement> {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (resumes > 0 && document.activeElement === document.body) heading.current?.focus();
  }, [resumes]);
  return heading;
}
