import { type RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/** Width of an element and size of its type, in px; as large as the smallest panel until it is drawn. */
export function useSize(at: RefObject<HTMLElement>): { width: number; type: number } {
  const [size, setSize] = useState({ width: 288, type: 12 });
  useLayoutEffect(() => {
    const element = at.current;
    if (!element) return undefined;
    const look = () => {
      const now = { width: element.clientWidth, type: Number.parseFloat(getComputedStyle(element).fontSize) };
      if (now.width > 0) setSize((before) => (before.width === now.width && before.type === now.type ? before : now));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return size;
}
