import type { TargetedPointerEvent } from "preact";
import { useRef, useState } from "preact/hooks";

/** A pointer that moves farther than this, in px of the window, drags. */
const DRAG = 4;

/** Two pointers are never taken to be nearer to each other than this, in px of the window: no touch is as exact. */
const NEAREST = 16;

/** Parts are of the plot's width, whichever px it is drawn in: what is drawn larger moves as far as the pointer does. */
interface Dragging {
  move(part: number): void;
  /** @param at the part from the left that stays where it is: the pointer that rests */
  pinch(factor: number, at: number): void;
}

interface Point {
  x: number;
  y: number;
}

/** A pointer drags, two pinch, so that what is under each stays under it; a press that hardly moves is a press. */
export function useDrag(plot: { current: HTMLElement | null }, { move, pinch }: Dragging) {
  const pointers = useRef(new Map<number, Point>());
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
      pointers.current.set(event.pointerId, pointOf(event));
      started.current = event.clientX;
    },
    onPointerMove(event: TargetedPointerEvent<HTMLElement>) {
      const before = pointers.current.get(event.pointerId);
      if (before === undefined) return;
      // It was let go outside, where nobody heard of it.
      if (event.buttons === 0) return end(event);
      const now = pointOf(event);
      const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
      if (!dragging && other === undefined && Math.abs(now.x - started.current) < DRAG) return;
      if (!dragging) {
        setDragging(true);
        event.currentTarget.setPointerCapture(event.pointerId);
      }
      pointers.current.set(event.pointerId, now);
      const { left = 0, width = 0 } = plot.current?.getBoundingClientRect() ?? {};
      if (width === 0) return;
      if (other === undefined) move((now.x - before.x) / width);
      else pinch(apart(now, other) / apart(before, other), (other.x - left) / width);
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}

function pointOf({ clientX, clientY }: TargetedPointerEvent<HTMLElement>): Point {
  return { x: clientX, y: clientY };
}

function apart(a: Point, b: Point): number {
  return Math.max(NEAREST, Math.hypot(a.x - b.x, a.y - b.y));
}
