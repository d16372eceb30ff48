// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { english as t } from "../../i18n/english";
import type { PageStory, StoryEvent } from "../../messages/contract";
import { LineOfTime } from "./line-of-time";

const story: PageStory = {
  what: "story", state: "on", url: "", title: "", lang: "en", published: "", cast: [], mentions: [],
  dates: [{ text: "September 1956", min: -4867, max: -4838, block: 3, start: 0, end: 14 }],
};

/** Something that happened every twenty days from spring 1956 on, the earliest the most telling. */
const events: StoryEvent[] = Array.from({ length: 40 }, (_, at) => ({
  min: -5000 + at * 20, max: -5000 + at * 20, lasts: false, when: `day ${at}`, subject: "Mao", text: [{ text: `Did ${at}.` }], sources: [], kind: "person", people: [], rank: at,
}));

/** Of the line in its own px; and how much larger, and where in the window, it is drawn. */
const [WIDTH, SCALE, LEFT] = [300, 1.5, 20];

beforeEach(() => {
  // happy-dom lays nothing out and draws nothing.
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue({ measureText: (text: string) => ({ width: text.length * 7 }) } as never);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(WIDTH);
  // The reader has had all of it drawn larger.
  vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockReturnValue({ left: LEFT, width: WIDTH * SCALE } as DOMRect);
});

afterEach(() => {
  render(null, document.body);
  vi.restoreAllMocks();
});

function draw(shown: readonly StoryEvent[], more: Partial<Parameters<typeof LineOfTime>[0]> = {}): void {
  const nothing = () => undefined;
  act(() => render(<LineOfTime t={t} lang="en" story={story} reading={null} ask={nothing as never} onGo={nothing} onOpen={nothing} events={shown} published={null} {...more} />, document.body));
}

const labels = () => [...document.querySelectorAll<HTMLElement>(".label")];
const placeOf = (label: HTMLElement) => [label.style.left, label.style.top, label.style.width];

test("a label that is focused and pressed stays where it is", () => {
  draw(events);
  for (const { textContent } of labels()) {
    const find = () => labels().find((each) => each.textContent === textContent)!;
    const before = placeOf(find());
    act(() => void find().dispatchEvent(new FocusEvent("focus")));
    expect(placeOf(find())).toEqual(before);
    act(() => find().click());
    expect(placeOf(find())).toEqual(before);
    expect(document.querySelector(".happening")!.textContent).toContain(textContent);
    act(() => find().click());
    expect(document.querySelector(".happening")).toBeNull();
  }
});

test("what the reader has opened stays open when the page's story is told anew, with more in it", () => {
  draw(events.slice(10));
  act(() => labels()[2]!.click());
  const told = document.querySelector(".happening")!.textContent;
  draw(events);
  expect(document.querySelector(".happening")!.textContent).toBe(told);
});

test("one label at a time can be reached by Tab, and the line is as high at every zoom", () => {
  draw(events);
  const height = () => document.querySelector<HTMLElement>(".plot")!.style.height;
  const before = height();
  for (const name of ["Zoom in", "Zoom in", "Zoom in", "Zoom out"]) {
    act(() => document.querySelector<HTMLElement>(`[title="${name}"]`)!.click());
    expect(height()).toBe(before);
    expect(labels().filter(({ tabIndex }) => tabIndex === 0).length).toBeLessThanOrEqual(1);
  }
});

test("a date of the page leads to the block in which it stands", () => {
  const onGo = vi.fn();
  draw(events, { onGo });
  act(() => document.querySelector<HTMLElement>(".page-dates button")!.click());
  expect(onGo).toHaveBeenCalledWith({ what: "block", ref: "", which: 3 });
});

test("a date of the page is written out where there is room for it, and cut where there is another", () => {
  const days = { text: "August 30–31, 1956", min: -4872, max: -4871, block: 1, start: 0, end: 18 };
  const widths = (dates: PageStory["dates"]) => {
    draw(events, { story: { ...story, dates } });
    return [...document.querySelectorAll<HTMLElement>(".page-dates button")].map(({ style }) => style.width);
  };
  expect(widths([days])).toEqual([`${days.text.length * 7 + 14}px`]);
  const later = { ...days, min: -4700, max: -4699, block: 2 };
  expect(widths([days, later]).map((width) => Number.parseFloat(width)).reduce((sum, width) => sum + width)).toBeLessThanOrEqual(WIDTH);
});

/** Where everything stands that is seen, in px of the window. */
const pointsSeen = () => [...document.querySelectorAll(".at")].map((each) => LEFT + SCALE * Number(each.getAttribute("cx")));
const pointerAt = (type: string, pointerId: number, clientX: number, clientY = 5) =>
  act(() => void document.querySelector(".plot")!.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId, clientX, clientY, buttons: 1 })));
/** A line with three of the events on it, seen from near by, so that it can be moved. */
function drawNear(): void {
  vi.spyOn(HTMLElement.prototype, "setPointerCapture").mockReturnValue();
  draw([events[0]!, events[19]!, events[20]!, events[39]!]);
  act(() => document.querySelector<HTMLElement>('[title="Zoom in"]')!.click());
}

test("whatever is drawn larger is dragged as far as the pointer goes", () => {
  drawNear();
  const before = pointsSeen();
  pointerAt("pointerdown", 1, 200);
  for (const x of [210, 236, 230]) pointerAt("pointermove", 1, x);
  expect(before.length).toBeGreaterThan(1);
  const after = pointsSeen();
  expect(before.every((x) => after.some((each) => Math.abs(each - x - 30) < 0.01))).toBe(true);
});

test.each([0, 60])("what two fingers are put on stays under them, the second one lower by %i px", (lower) => {
  drawNear();
  const [first, second] = pointsSeen().toSorted((a, b) => a - b) as [number, number];
  pointerAt("pointerdown", 1, first);
  pointerAt("pointerdown", 2, second, 5 + lower);
  const now = [first, second] as [number, number];
  for (const [finger, by] of [[1, -12], [2, 25], [1, -3], [2, 8], [1, 5], [2, 14]] as const) {
    now[finger - 1]! += by;
    pointerAt("pointermove", finger, now[finger - 1]!, finger === 2 ? 5 + lower : 5);
  }
  const after = pointsSeen();
  expect(now.map((x) => Math.min(...after.map((each) => Math.abs(each - x)))).every((far) => far < 0.01)).toBe(true);
});
