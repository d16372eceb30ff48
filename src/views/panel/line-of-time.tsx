/** The line of time. Labels are buttons over a drawing: the most telling ones that there is room for, more of them nearer by. */
import type { TargetedKeyboardEvent } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import type { StoryEvent } from "../../messages/contract";
import { dayAt, type Laid, layOut, moved, type OnLine, type Placed, type Window, zoomed } from "../../story/timeline-layout";
import { Axis, AXIS_ROW } from "./axis";
import { Happening, labelOf } from "./happening";
import { useSize } from "./measure";
import { PageDates, type PageDate, pageDatesOf } from "./page-dates";
import type { SectionProps } from "./section-props";
import { useDrag } from "./use-drag";
import { useTimeWindow } from "./use-time-window";

const LANES = 8;
/** Height of a lane, in times of the type's size. */
const LANE = 2.1;
/** Before a label's text, for its point, in px. */
const POINT = 14;
/** At a press, how much nearer. */
const ZOOM = 1.6;

/** Two happenings of one day differ in what is told of them. */
function keyOf({ head, when, subject, text }: StoryEvent): string {
  return [head?.ref ?? subject, when, ...text.map((run) => run.text)].join(" ");
}

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
  // By their keys: while a page is read, its story is told anew, and may have more in it.
  const [chosenKey, setChosen] = useState("");
  const [focusedKey, setFocused] = useState("");

  const items = useMemo(
    () => events.map((event) => ({ ...event, width: measure(labelOf(t, event)) + POINT + 8 })),
    [events, measure],
  );
  const [chosen, focused] = [chosenKey, focusedKey].map((key) => items.findIndex((each) => keyOf(each) === key)) as [number, number];
  const named = useMemo(() => pageDatesOf(story.dates), [story.dates]);
  const { window, whole, setWindow, turn, zoom, wheel } = useTimeWindow(items, published, width, LANES);
  const { placed, crowded } = laidWith(items, window, width, [focused, chosen]);
  const lane = LANE * type;
  // As high at every zoom: nothing below it moves.
  const axis = Math.min(LANES, items.length) * lane + 4;
  const tabStop = placed.some(({ item }) => item === focused) ? focused : placed.reduce((best, { item }) => (best < 0 || items[item]!.rank < items[best]!.rank ? item : best), -1);

  const { dragging, ...drag } = useDrag(plot, {
    move: (part) => turn((before) => moved(before, -part * (before.to - before.from), whole)),
    pinch: (factor, at) => turn((before) => zoomed(before, factor, dayAt(before, at), whole)),
  });
  const goTo = (at: number) => {
    const { min, max } = items[at]!;
    const middle = (min + max) / 2;
    if (middle < window.from || middle > window.to) turn((before) => moved(before, middle - (before.from + before.to) / 2, whole));
    setFocused(keyOf(items[at]!));
    // It may be drawn only now.
    requestAnimationFrame(() => plot.current?.querySelector<HTMLElement>(`[data-item="${at}"]`)?.focus());
  };
  const keys = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const act = keyOn(event.key, { zoom, fit: () => setWindow(null), goTo, at: focused < 0 ? tabStop : focused, count: items.length });
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
            .map((each) => {
              const event = items[each.item]!;
              return (
                <Label
                  key={keyOf(event)}
                  {...{ t, event }}
                  placed={each}
                  top={each.lane * lane}
                  isChosen={each.item === chosen}
                  isStop={each.item === tabStop}
                  onFocus={() => setFocused(keyOf(event))}
                  onPress={() => setChosen(each.item === chosen ? "" : keyOf(event))}
                />
              );
            })}
          <PageDates t={t} dates={named} window={window} size={size} top={axis + AXIS_ROW * type} onGo={(date: PageDate) => onGo({ what: "block", ref: "", which: date.block })} />
        </div>
      </div>
      <Controls t={t} placed={placed.length} all={items.length} onZoom={zoom} onWhole={() => setWindow(whole)} />
      <div aria-live="polite">
        {chosen >= 0 && (
          <section class="happening entry-view" data-kind={items[chosen]!.kind}>
            <Happening {...props} event={items[chosen]!} />
          </section>
        )}
      </div>
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

interface ControlsProps {
  t: SectionProps["t"];
  /** How many labels have room, of how many. */
  placed: number;
  all: number;
  onZoom(factor: number): void;
  onWhole(): void;
}

function Controls({ t, placed, all, onZoom, onWhole }: ControlsProps) {
  return (
    <div class="controls">
      <button type="button" class="button" title={t("timeline_zoom_out")} onClick={() => onZoom(1 / ZOOM)}>
        <span aria-hidden="true">−</span>
      </button>
      <button type="button" class="button" title={t("timeline_zoom_in")} onClick={() => onZoom(ZOOM)}>
        <span aria-hidden="true">+</span>
      </button>
      <button type="button" class="button" onClick={onWhole}>
        {t("timeline_fit")}
      </button>
      <span class="hint" role="status">
        {t("timeline_shown", placed, all)}
      </span>
    </div>
  );
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

interface LabelProps {
  t: SectionProps["t"];
  placed: Placed;
  event: StoryEvent;
  /** In px. */
  top: number;
  isChosen: boolean;
  isStop: boolean;
  onFocus(): void;
  onPress(): void;
}

function Label({ t, placed, event, top, isChosen, isStop, onFocus, onPress }: LabelProps) {
  const text = labelOf(t, event);
  return (
    <button
      type="button"
      class={placed.before ? "label before" : "label"}
      data-kind={event.kind}
      data-item={placed.item}
      style={{ left: `${placed.left}px`, top: `${top}px`, width: `${placed.width}px` }}
      tabIndex={isStop ? 0 : -1}
      aria-label={t("timeline_subject", event.when, text)}
      aria-pressed={isChosen}
      onFocus={onFocus}
      onClick={onPress}
    >
      <span title={text}>{text}</span>
    </button>
  );
}
