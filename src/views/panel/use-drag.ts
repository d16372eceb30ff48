import type { TargetedPointerEvent } from "preact";
import { useRef, useState } from "preact/hooks";

/** A pointer that moves farther than this, in px of the window, drags. */
const DRAG = 4;

/** Two pointers are never taken to be nearer to each other than this along the line, in px of the window: no touch is as exact. */
const NEAREST = 16;

/** Parts are of the plot's width, whichever px it is drawn in: what is drawn larger moves as far as the pointer does. */
interface Dragging {
  move(part: number): void;
  /** @param at the part from the left that stays where it is: the pointer that rests */
  pinch(factor: number, at: number): void;
}

/**
 * A pointer drags, two pinch, so that what is under each stays under it; a press that hardly moves is a press. The line lies
 * across: how high a pointer is says nothing.
 */
export function useDrag(plot: { current: HTMLElement | null }, { move, pinch }: Dragging) {
  /** By pointer, where it is: px from the left of the window. */
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
      const now = event.clientX;
      const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
      if (!dragging && other === undefined && Math.abs(now - started.current) < DRAG) return;
      if (!dragging) {
        setDragging(true);
        event.currentTarget.setPointerCapture(event.pointerId);
      }
      pointers.current.set(event.pointerId, now);
      const { left = 0, width = 0 } = plot.current?.getBoundingClientRect() ?? {};
      if (width === 0) return;
      if (other === undefined) move((now - before) / width);
      else pinch(apart(now, other) / apart(before, other), (other - left) / width);
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}

function apart(a: number, b: number): number {
  return Math.max(NEAREST, Math.abs(a - b));
}
