import { type RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

export interface Size {
  /** Of the element and of its type, in px. */
  width: number;
  type: number;
  /** How wide a text in it is, in px. */
  measure(text: string): number;
}

/** Of a narrow panel, until it is drawn. */
const START: Size = { width: 288, type: 12, measure: (text) => text.length * 7 };

/** The size of an element, and again whenever that changes. */
export function useSize(at: RefObject<HTMLElement>): Size {
  const [size, setSize] = useState(START);
  useLayoutEffect(() => {
    const element = at.current;
    if (!element) return undefined;
    const look = () => {
      const width = element.clientWidth;
      const { fontSize, fontFamily } = getComputedStyle(element);
      const type = Number.parseFloat(fontSize);
      if (width > 0) setSize((before) => (before.width === width && before.type === type && before !== START ? before : { width, type, measure: measureIn(`${fontSize} ${fontFamily}`) }));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return size;
}

function measureIn(font: string): Size["measure"] {
  const context = document.createElement("canvas").getContext("2d")!;
  context.font = font;
  return (text) => Math.ceil(context.measureText(text).width);
}
