/** Days, months or years below a line of time, in the reader's language. */
import { scaleUtc } from "d3-scale";
import { scaleOf, textWidth, type Window } from "./timeline-layout";

export interface Tick {
  /** In px from the left. */
  x: number;
  text: string;
}

const DAY_MS = 86_400_000;
/** From one label to the next, in times of the widest. */
const ROOM = 1.4;

/**
 * Ticks at even times, as many as there is room for.
 * @param width of the line, in px
 * @param size of the type, in px
 */
export function ticksOf(window: Window, width: number, size: number, locale: string): Tick[] {
  const { x } = scaleOf(window, width);
  const scale = scaleUtc().domain([new Date(window.from * DAY_MS), new Date(window.to * DAY_MS)]);
  for (let count = Math.floor(width / 40); count > 0; count--) {
    const times = scale.ticks(count);
    const texts = textsOf(times, locale);
    const widest = Math.max(0, ...texts.map((text) => textWidth(text, size)));
    const ticks = times.map((time, at) => ({ x: x(time.getTime() / DAY_MS), text: texts[at]! })).filter((tick) => tick.x > widest / 2 && tick.x < width - widest / 2);
    const room = ticks.every((tick, at) => at === 0 || tick.x - ticks[at - 1]!.x > widest * ROOM);
    if (room && ticks.length > 0) return ticks;
  }
  return [];
}

/** Only what is needed to tell them apart, and the year now and then. */
function textsOf(times: readonly Date[], locale: string): string[] {
  const isYears = times.every((time) => time.getUTCMonth() === 0 && time.getUTCDate() === 1);
  const isMonths = times.every((time) => time.getUTCDate() === 1);
  const write = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
  const year = write({ year: "numeric" });
  if (isYears) return times.map((time) => year.format(time));
  const month = write({ month: "short", year: "numeric" });
  if (isMonths) return times.map((time) => (time.getUTCMonth() === 0 ? year : month).format(time));
  const day = write({ day: "numeric", month: "short", year: "numeric" });
  return times.map((time) => day.format(time));
}
