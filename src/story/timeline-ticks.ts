/** Days, months or years below a line of time, in the reader's language. */
import { scaleUtc } from "d3-scale";
import { clamp, scaleOf, type Window } from "./timeline-layout";

export interface Tick {
  /** In px from the left. */
  x: number;
  text: string;
}

const DAY_MS = 86_400_000;
/** Between two labels, and at both ends without any, in px. */
const GAP = 10;
const EDGE = 14;

const dayOf = (time: Date): number => time.getTime() / DAY_MS;

/**
 * Ticks at even times, as many as there is room for.
 * @param width of the line, in px
 * @param measure width of a text, in px
 */
export function ticksOf(window: Window, width: number, measure: (text: string) => number, locale: string): Tick[] {
  const { x } = scaleOf(window, width);
  const scale = scaleUtc().domain([new Date(window.from * DAY_MS), new Date(window.to * DAY_MS)]);
  const half = (text: string) => measure(text) / 2;
  let best: Tick[] = [];
  for (let count = Math.floor(width / 40); count > 0; count--) {
    const times = scale.ticks(count).filter((time) => x(dayOf(time)) > EDGE && x(dayOf(time)) < width - EDGE);
    // Weeks are followed by months: every other week is between them.
    for (const step of [1, 2]) {
      const some = times.filter((_, at) => at % step === 0);
      const texts = textsOf(some, locale);
      const ticks = some.map((time, at) => ({ x: clamp(x(dayOf(time)), half(texts[at]!), width - half(texts[at]!)), text: texts[at]! }));
      const hasRoom = ticks.every((tick, at) => at === 0 || tick.x - half(tick.text) - GAP > ticks[at - 1]!.x + half(ticks[at - 1]!.text));
      if (hasRoom && ticks.length > best.length) best = ticks;
    }
    if (best.length > 2) return best;
  }
  return best;
}

/** Only what tells them apart: the year with the first, and in January. */
function textsOf(times: readonly Date[], locale: string): string[] {
  const isYears = times.every((time) => time.getUTCMonth() === 0 && time.getUTCDate() === 1);
  const isMonths = times.every((time) => time.getUTCDate() === 1);
  const write = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
  const year = write({ year: "numeric" });
  if (isYears) return times.map((time) => year.format(time));
  const [month, firstMonth] = [write({ month: "short" }), write({ month: "short", year: "numeric" })];
  if (isMonths) return times.map((time, at) => (time.getUTCMonth() === 0 ? year : at === 0 ? firstMonth : month).format(time));
  const [day, firstDay] = [write({ day: "numeric", month: "short" }), write({ day: "numeric", month: "short", year: "numeric" })];
  return times.map((time, at) => (at === 0 || (time.getUTCMonth() === 0 && times[at - 1]!.getUTCMonth() === 11) ? firstDay : day).format(time));
}
