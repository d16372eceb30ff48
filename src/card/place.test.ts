import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Box } from "./envelope";
import { EDGE, GAP, type Placed, placeCard, type Wanted } from "./place";

const window = { left: 0, top: 0, right: 1200, bottom: 800 };
const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const card = { width: 380, height: 450 };
const place = (more: Partial<Wanted>): Placed =>
  placeCard({ anchors: [box(500, 100, 90, 20)], card, viewport: window, pointer: null, ...more });

/** Where the card really ends up: it is as high as it wants to be and as it may be. */
function drawn(placed: Placed, { card: size }: Wanted): Box {
  return box(placed.left, placed.top, size.width, Math.min(size.height, placed.maxHeight));
}
const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe("by example", () => {
  test("below the name, its text beginning under the name", () => {
    expect(place({})).toEqual({ left: 482, top: 120 + GAP, maxHeight: 800 - EDGE - 126, side: "below" });
  });

  test("above, on the line, where there is more room", () => {
    const placed = place({ anchors: [box(500, 700, 90, 20)] });
    expect(placed).toMatchObject({ side: "above", top: 700 - GAP - card.height });
  });

  test("neither side has room for all of it: the roomier one, and it scrolls", () => {
    const placed = place({ anchors: [box(500, 300, 90, 20)], card: { width: 380, height: 600 } });
    expect(placed).toMatchObject({ side: "below", top: 326, maxHeight: 800 - EDGE - 326 });
  });

  test("a window as low as a slit: over the name rather than next to nothing", () => {
    const slit = { ...window, bottom: 300 };
    expect(place({ anchors: [box(500, 140, 90, 20)], viewport: slit })).toMatchObject({ side: "over", top: EDGE });
  });

  test("a name that breaks over two lines: at the line that the pointer is on", () => {
    const anchors = [box(900, 100, 200, 20), box(20, 130, 80, 20)];
    expect(place({ anchors, pointer: { x: 950, y: 110 } }).top).toBe(120 + GAP);
    expect(place({ anchors, pointer: { x: 60, y: 141 } }).top).toBe(150 + GAP);
    expect(place({ anchors, pointer: null }).top).toBe(120 + GAP);
  });

  test("a name wider than the card: the card lies below the pointer", () => {
    const pointer = { x: 1000, y: 110 };
    const { left } = place({ anchors: [box(100, 100, 1000, 20)], pointer });
    expect(left).toBeLessThan(pointer.x);
    expect(left + card.width).toBeGreaterThan(pointer.x);
  });

  test("more content does not move an open card to the other side", () => {
    const anchors = [box(500, 500, 90, 20)];
    expect(place({ anchors, card: { width: 380, height: 200 } }).side).toBe("below");
    expect(place({ anchors, keep: "below" }).side).toBe("below");
    expect(place({ anchors }).side).toBe("above");
  });

  test("without an anchor the card stands in the corner", () => {
    expect(place({ anchors: [] })).toMatchObject({ left: EDGE, side: "below" });
  });
});

const length = (min: number, max: number) => fc.integer({ min, max });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const wanted: fc.Arbitrary<Wanted> = fc
  .record({
    width: length(320, 2000),
    height: length(200, 1400),
    left: length(0, 300),
    top: length(0, 300),
    anchors: fc.array(fc.tuple(length(0, 2000), length(0, 1400), length(1, 900), length(8, 60)), {
      minLength: 1,
      maxLength: 3,
    }),
    card: fc.record({ width: length(200, 380), height: length(40, 600) }),
    pointer: fc.option(fc.tuple(share, share)),
    keep: fc.constantFrom(null, "below" as const, "above" as const, "over" as const),
  })
  .map(({ width, height, left, top, anchors, card: size, pointer, keep }) => {
    const viewport = box(left, top, width, height);
    const rects = anchors.map(([x, y, w, h]) => box(left + (x % width), top + (y % (height - 8)), w, h));
    // A pointer is on the name that it opened.
    const on = rects[rects.length - 1]!;
    return {
      viewport,
      anchors: rects,
      card: size,
      pointer: pointer && {
        x: on.left + pointer[0] * (on.right - on.left),
        y: on.top + pointer[1] * (on.bottom - on.top),
      },
      keep,
    };
  });

describe("always", () => {
  test("inside the window, whenever it is wide enough", () => {
    fc.assert(
      fc.property(wanted, (want) => {
        const at = drawn(placeCard({ ...want, keep: null }), want);
        expect(at.left).toBeGreaterThanOrEqual(want.viewport.left + EDGE);
        expect(at.top).toBeGreaterThanOrEqual(want.viewport.top + EDGE);
        expect(at.bottom).toBeLessThanOrEqual(want.viewport.bottom - EDGE);
        if (want.card.width <= want.viewport.right - want.viewport.left - 2 * EDGE) {
          expect(at.right).toBeLessThanOrEqual(want.viewport.right - EDGE);
        }
      }),
    );
  });

  test("beside the line it belongs to, unless it says that it lies over it", () => {
    fc.assert(
      fc.property(wanted, (want) => {
        const placed = placeCard({ ...want, keep: null });
        const line = lineOf(want);
        if (placed.side !== "over") expect(overlap(drawn(placed, want), line)).toBe(false);
        const room = Math.max(line.top - want.viewport.top, want.viewport.bottom - line.bottom) - GAP - EDGE;
        if (room >= want.card.height) expect(placed.side).not.toBe("over");
      }),
    );
  });

  test("as high as it wants to be where one side has room for it", () => {
    fc.assert(
      fc.property(wanted, (want) => {
        const line = lineOf(want);
        const room = Math.max(line.top - want.viewport.top, want.viewport.bottom - line.bottom) - GAP - EDGE;
        fc.pre(room >= want.card.height);
        expect(placeCard({ ...want, keep: null }).maxHeight).toBeGreaterThanOrEqual(want.card.height);
      }),
    );
  });

  test("on the side that it is told to keep, where there is room for a few lines", () => {
    fc.assert(
      fc.property(wanted, (want) => {
        fc.pre(want.keep === "below" || want.keep === "above");
        const { side, maxHeight } = placeCard(want);
        if (side !== want.keep) expect(placeCard({ ...want, keep: null })).toMatchObject({ side, maxHeight });
        const line = lineOf(want);
        const room = want.keep === "below" ? want.viewport.bottom - line.bottom : line.top - want.viewport.top;
        if (room - GAP - EDGE >= 180) expect(side).toBe(want.keep);
      }),
    );
  });

  test("with some height, wherever the page has scrolled the name to", () => {
    fc.assert(
      fc.property(wanted, length(-4000, 4000), (want, by) => {
        const anchors = want.anchors.map((each) => ({ ...each, top: each.top + by, bottom: each.bottom + by }));
        const placed = placeCard({ ...want, anchors, pointer: null });
        const { top, bottom } = want.viewport;
        expect(placed.maxHeight).toBeGreaterThanOrEqual(Math.min(180, want.card.height, bottom - top - 2 * EDGE));
        expect(placed.top).toBeGreaterThanOrEqual(top + EDGE);
        expect(drawn(placed, want).bottom).toBeLessThanOrEqual(bottom - EDGE);
      }),
    );
  });
});

/** The line that the card belongs to: under the pointer it is one of those that the pointer is nearest to. */
function lineOf({ anchors, pointer }: Wanted): Box {
  if (!pointer) return anchors[0]!;
  const inside = anchors.filter(
    (each) => pointer.x >= each.left && pointer.x <= each.right && pointer.y >= each.top && pointer.y <= each.bottom,
  );
  return inside[0]!;
}
