/**
 * The line of time. Labels are buttons over a drawing: the most telling ones that there is room for, more of them nearer
 * by. A wheel scrolls the panel as everywhere; with Ctrl, as browsers send a pinch, it zooms, and sideways it moves.
 */
import type { TargetedKeyboardEvent, TargetedPointerEvent, TargetedWheelEvent } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import type { StoryEvent } from "../../messages/contract";
import { around, firstWindow, type Laid, layOut, moved, type OnLine, type Placed, scaleOf, type Window, zoomed } from "../../story/timeline-layout";
import { ticksOf } from "../../story/timeline-ticks";
import { Happening, labelOf } from "./happening";
import { type Size, useSize } from "./measure";
import { PageDates, type PageDate, pageDatesOf } from "./page-dates";
import type { SectionProps } from "./section-props";

const LANES = 8;
/** In times of the type's size: a lane, the row of years, the row of the page's dates. */
const LANE = 2.1;
const AXIS_ROW = 1.8;
/** Before a label's text, for its point, in px. */
const POINT = 14;
const ZOOM = 1.6;
/** Of a wheel's turn, how much nearer. */
const WHEEL = 0.004;
/** A pointer that moves farther than this, in px, drags. */
const DRAG = 4;

interface LineProps extends SectionProps {
  events: readonly StoryEvent[];
  /** In days since 1970-01-01. */
  published: number | null;
}

export function LineOfTime(props: LineProps) {
  const { t, lang, story, events, published, onGo } = props;
  const plot = useRef<HTMLDivElement>(null);
  const size = useSize(plot);
  const { width, type, measure } = size;
  const [chosen, setChosen] = useState(-1);
  const [focused, setFocused] = useState(-1);
  const [view, setView] = useState<Window | null>(null);

  const items = useMemo(
    () => events.map((event) => ({ ...event, width: measure(labelOf(t, event)) + POINT + 8 })),
    [events, measure],
  );
  const named = useMemo(() => pageDatesOf(story.dates), [story.dates]);
  const whole = useMemo(() => around([...items, ...(published === null ? [] : [{ min: published, max: published }])]), [items, published]);
  const first = useMemo(() => firstWindow(items, width, LANES), [items, width]);
  const window = view ?? first;
  const { placed, crowded } = laidWith(items, window, width, [focused, chosen]);
  const lanes = Math.max(...placed.map(({ lane }) => lane), 0) + 1;
  const lane = LANE * type;
  const axis = lanes * lane + 4;
  const tabStop = placed.some(({ item }) => item === focused) ? focused : placed.reduce((best, { item }) => (best < 0 || items[item]!.rank < items[best]!.rank ? item : best), -1);

  const zoom = (factor: number, at = (window.from + window.to) / 2) => setView(zoomed(window, factor, at, whole));
  const { dragging, ...drag } = useDrag(plot, {
    move: (px) => setView(moved(window, -scaleOf(window, width).day(px) + window.from, whole)),
    pinch: (factor, px) => zoom(factor, scaleOf(window, width).day(px)),
  });
  const wheel = (event: TargetedWheelEvent<HTMLElement>) => {
    const sideways = event.shiftKey ? event.deltaY || event.deltaX : Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : 0;
    if (event.ctrlKey || event.metaKey) zoom(Math.exp(-event.deltaY * WHEEL), scaleOf(window, width).day(event.clientX - event.currentTarget.getBoundingClientRect().left));
    else if (sideways) setView(moved(window, (sideways / width) * (window.to - window.from), whole));
    else return;
    event.preventDefault();
  };
  const goTo = (at: number) => {
    const { min, max } = items[at]!;
    const middle = (min + max) / 2;
    if (middle < window.from || middle > window.to) setView(moved(window, middle - (window.from + window.to) / 2, whole));
    setFocused(at);
    // It may be drawn only now.
    requestAnimationFrame(() => plot.current?.querySelector<HTMLElement>(`[data-item="${at}"]`)?.focus());
  };
  const keys = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const act = keyOn(event.key, { zoom, fit: () => setView(null), goTo, at: focused < 0 ? tabStop : focused, count: items.length });
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };

  return (
    <>
      <div
        class={dragging ? "line-of-time dragging" : "line-of-time"}
        role="group"
        dir="ltr"
        aria-label={t("timeline_label", ...ends(window, lang))}
        onKeyDown={keys}
        onWheel={wheel}
      >
        <div ref={plot} class="plot" style={{ height: `${axis + (AXIS_ROW + (named.length > 0 ? LANE : 0)) * type + 6}px` }} {...drag}>
          <Axis {...{ t, window, size, lang, axis, lane, published, crowded }} placed={placed} events={items} />
          {placed
            .toSorted((a, b) => a.item - b.item)
            .map((each) => (
              <Label
                key={items[each.item]!.rank}
                placed={each}
                event={items[each.item]!}
                text={labelOf(t, items[each.item]!)}
                label={t("timeline_subject", items[each.item]!.when, labelOf(t, items[each.item]!))}
                top={each.lane * lane}
                isChosen={each.item === chosen}
                isStop={each.item === tabStop}
                onFocus={() => setFocused(each.item)}
                onPress={() => setChosen(each.item === chosen ? -1 : each.item)}
              />
            ))}
          <PageDates t={t} dates={named} window={window} size={size} top={axis + AXIS_ROW * type} onGo={(date: PageDate) => onGo({ what: "block", ref: "", which: date.block })} />
        </div>
      </div>
      <div class="controls">
        <button type="button" class="button" aria-label={t("timeline_zoom_out")} title={t("timeline_zoom_out")} onClick={() => zoom(1 / ZOOM)}>
          −
        </button>
        <button type="button" class="button" aria-label={t("timeline_zoom_in")} title={t("timeline_zoom_in")} onClick={() => zoom(ZOOM)}>
          +
        </button>
        <button type="button" class="button" onClick={() => setView(whole)}>
          {t("timeline_fit")}
        </button>
        <span class="hint" role="status">
          {t("timeline_shown", placed.length, items.length)}
        </span>
      </div>
      {chosen >= 0 && items[chosen] && (
        <section class="happening entry-view" data-kind={items[chosen].kind} aria-live="polite">
          <Happening {...props} event={items[chosen]} />
        </section>
      )}
      <p class="hint">{t("timeline_hint")}</p>
    </>
  );
}

/** Laid out so that what the reader looks at is there, and stays where it is if it is there anyway: it may be being pressed. */
function laidWith(items: readonly OnLine[], window: Window, width: number, wanted: readonly number[]): Laid {
  const laid = layOut(items, window, width, LANES);
  const missing = wanted.filter((at) => at >= 0 && laid.crowded.length > 0 && !laid.placed.some(({ item }) => item === at));
  return missing.length > 0 ? layOut(items.map((item, at) => (missing.includes(at) ? { ...item, rank: -1 } : item)), window, width, LANES) : laid;
}

interface KeyActions {
  zoom(factor: number): void;
  fit(): void;
  goTo(item: number): void;
  /** The item that has the keyboard, and how many there are; they are in the order of time. */
  at: number;
  count: number;
}

/** What a key does, if anything. */
function keyOn(key: string, { zoom, fit, goTo, at, count }: KeyActions): (() => void) | undefined {
  const step: Record<string, number> = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: count - 1 };
  if (key in step) return () => goTo(Math.min(count - 1, Math.max(0, step[key]!)));
  return { "+": () => zoom(ZOOM), "=": () => zoom(ZOOM), "-": () => zoom(1 / ZOOM), "0": fit }[key];
}

/** First and last day that are seen, in words. */
function ends({ from, to }: Window, lang: string): [string, string] {
  const write = new Intl.DateTimeFormat(lang, { timeZone: "UTC", month: "long", year: "numeric" });
  return [write.format(from * 86_400_000), write.format(to * 86_400_000)];
}

interface AxisProps {
  t: SectionProps["t"];
  lang: string;
  window: Window;
  size: Size;
  /** Height of the line and of a lane, in px. */
  axis: number;
  lane: number;
  published: number | null;
  placed: readonly Placed[];
  crowded: readonly number[];
  events: readonly StoryEvent[];
}

/** The line itself, with stems to what stands above it: nothing that labels do not say. */
function Axis({ t, lang, window, size: { width, type, measure }, axis, lane, published, placed, crowded, events }: AxisProps) {
  const { x } = scaleOf(window, width);
  const ticks = ticksOf(window, width, measure, lang);
  const day = published === null ? -1 : x(published + 0.5);
  const middle = (each: Placed) => each.lane * lane + lane / 2;
  return (
    <svg width={width} height={axis + AXIS_ROW * type} aria-hidden="true">
      {ticks.map((tick) => (
        <line key={tick.text} class="grid" x1={tick.x} x2={tick.x} y1={0} y2={axis + 4} />
      ))}
      {placed.map((each) => (
        <line key={events[each.item]!.rank} class="stem" x1={each.x} x2={each.x} y1={middle(each)} y2={axis} />
      ))}
      {day >= 0 && day <= width && (
        <>
          <line class="published" x1={day} x2={day} y1={0} y2={axis} />
          <text class="published" x={day - 4} y={axis - 4} text-anchor={day > 90 ? "end" : "start"}>
            {t("timeline_published")}
          </text>
        </>
      )}
      <line class="axis" x1={0} x2={width} y1={axis} y2={axis} />
      {crowded.map((at, index) => (
        <circle key={index} class="crowded" cx={at} cy={axis} r={2} />
      ))}
      {placed.map((each) => (
        <g key={events[each.item]!.rank} data-kind={events[each.item]!.kind}>
          {each.to > each.x + 2 && <line class="lasting" x1={each.x} x2={each.to} y1={(each.lane + 1) * lane - 1} y2={(each.lane + 1) * lane - 1} />}
          <circle class="at" cx={each.x} cy={axis} r={3} />
        </g>
      ))}
      {ticks.map((tick) => (
        <text key={tick.text} class="tick" x={tick.x} y={axis + type * 1.35} text-anchor="middle">
          {tick.text}
        </text>
      ))}
    </svg>
  );
}

interface LabelProps {
  placed: Placed;
  event: StoryEvent;
  text: string;
  /** For screen readers: with its date. */
  label: string;
  /** In px. */
  top: number;
  isChosen: boolean;
  isStop: boolean;
  onFocus(): void;
  onPress(): void;
}

function Label({ placed, event, text, label, top, isChosen, isStop, onFocus, onPress }: LabelProps) {
  return (
    <button
      type="button"
      class={placed.before ? "label before" : "label"}
      data-kind={event.kind}
      data-item={placed.item}
      style={{ left: `${placed.left}px`, top: `${top}px`, width: `${placed.width}px` }}
      tabIndex={isStop ? 0 : -1}
      aria-label={label}
      aria-pressed={isChosen}
      title={text}
      onFocus={onFocus}
      onClick={onPress}
    >
      <span>{text}</span>
    </button>
  );
}

interface Dragging {
  move(px: number): void;
  pinch(factor: number, px: number): void;
}

/** A pointer drags, two pinch; a press that hardly moves is a press. */
function useDrag(plot: { current: HTMLElement | null }, { move, pinch }: Dragging) {
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
