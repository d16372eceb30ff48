import type { TargetedPointerEvent } from "preact";
import { useRef, useState } from "preact/hooks";

/** A pointer that moves farther than this, in px, drags. */
const DRAG = 4;

interface Dragging {
  move(px: number): void;
  pinch(factor: number, px: number): void;
}

/** A pointer drags, two pinch; a press that hardly moves is a press. */
export function useDrag(plot: { current: HTMLElement | null }, { move, pinch }: Dragging) {
  const pointers = useRef(new Map<number, number>());
  const started = useRef(0);
  const [dragging, setDragging] = useState(false);
  const end = (event: TargetedPointerEvent<HTMLElement>) => {
    pointers.current.delete(event.pointerId);
    if (pointers.current.size === 0) setDragging(false);
  };
  return {
    dragging,
    onPointerDown(event: TargetedPointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      pointers.current.set(event.pointerId, event.clientX);
      started.current = event.clientX;
    },
    onPointerMove(event: TargetedPointerEvent<HTMLElement>) {
      const before = pointers.current.get(event.pointerId);
      if (before === undefined) return;
      // It was let go outside, where nobody heard of it.
      if (event.buttons === 0) return end(event);
      const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
      if (!dragging && other === undefined && Math.abs(event.clientX - started.current) < DRAG) return;
      if (!dragging) {
        setDragging(true);
        event.currentTarget.setPointerCapture(event.pointerId);
      }
      pointers.current.set(event.pointerId, event.clientX);
      if (other === undefined) move(event.clientX - before);
      else if (before !== other && plot.current) {
        const factor = Math.abs(event.clientX - other) / Math.max(1, Math.abs(before - other));
        if (factor > 0) pinch(factor, (event.clientX + other) / 2 - plot.current.getBoundingClientRect().left);
      }
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}
