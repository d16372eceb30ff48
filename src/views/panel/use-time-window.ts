import type { TargetedWheelEvent } from "preact";
import { useMemo, useState } from "preact/hooks";
import { around, dayAt, firstWindow, moved, type OnLine, type Window, zoomed } from "../../story/timeline-layout";

/** Of a wheel's turn, how much nearer. */
const WHEEL = 0.004;

/**
 * Which time is seen. A wheel scrolls the panel as everywhere; with Ctrl, as browsers send a pinch, it zooms, and
 * sideways it moves.
 * @param published in days since 1970-01-01
 * @param width of the line, in px
 */
export function useTimeWindow(items: readonly OnLine[], published: number | null, width: number, lanes: number) {
  /** `null`: as it is seen at first. */
  const [chosen, setWindow] = useState<Window | null>(null);
  const whole = useMemo(() => around([...items, ...(published === null ? [] : [{ min: published, max: published }])]), [items, published]);
  const first = useMemo(() => firstWindow(items, width, lanes), [items, width, lanes]);
  /** From what is seen by then: a wheel may turn more than once before anything is drawn. */
  const turn = (change: (before: Window) => Window) => setWindow((before) => change(before ?? first));
  return {
    window: chosen ?? first,
    whole,
    setWindow,
    turn,
    zoom: (factor: number) => turn((before) => zoomed(before, factor, (before.from + before.to) / 2, whole)),
    wheel(event: TargetedWheelEvent<HTMLElement>) {
      const { deltaX, deltaY, shiftKey } = event;
      const sideways = shiftKey ? deltaY || deltaX : Math.abs(deltaX) > Math.abs(deltaY) ? deltaX : 0;
      // In the window's px, which are not those of a text that is drawn larger.
      const { left, width: seen } = event.currentTarget.getBoundingClientRect();
      const at = (event.clientX - left) / seen;
      if (event.ctrlKey || event.metaKey) turn((before) => zoomed(before, Math.exp(-deltaY * WHEEL), dayAt(before, at), whole));
      else if (sideways) turn((before) => moved(before, (sideways / seen) * (before.to - before.from), whole));
      else return;
      event.preventDefault();
    },
  };
}
