/** A strip of time: when an entry lived or lasted, and when what its timeline tells of happened. */
import type { Drawing } from "../../messages/contract";
import type { Entry, PackDate } from "../../packs/model";
import { formatDate, formatEntryDates } from "../dates";
import { joined, type Language } from "../sentences";
import { drawing, line, MARGIN, type Shape, TYPE, WIDTH, widthOf } from "./shapes";

const HEIGHT = 400;
/** Of the line that time runs along. */
const AXIS = 110;
/** Room at both ends, for half of the widest label. */
const SIDE = 170;
/** Fewer dated items than this are read more quickly than seen. */
const LEAST_ITEMS = 3;
/** What lasted longer than this part of the strip is seen as lasting. */
const LASTING = 0.03;

const DAY_MS = 86_400_000;
const YEAR_DAYS = 365.2425;
/** From one label to the next, in months. */
const STEPS = [1, 3, 6, 12, 24, 60, 120, 240, 300, 600, 1200, 2400, 6000, 12_000];
const MOST_LABELS = 6;

interface Span {
  /** Days since 1970-01-01, both inclusive. */
  from: number;
  to: number;
  /** From the one to the other, rather than some day in between. */
  lasts: boolean;
}

/** The strip of an entry; `undefined` where it has too little to show. */
export function stripOf(entry: Entry, { t, locale }: Language): Drawing | undefined {
  const items = entry.timeline.flatMap(({ date }) => spanOf(date) ?? []);
  const life = lifeOf(entry);
  if (items.length + (life ? 1 : 0) < LEAST_ITEMS) return undefined;
  const all = life ? [life, ...items] : items;
  const first = Math.min(...all.map(({ from }) => from));
  const last = Math.max(...all.map(({ to }) => to));
  if (last - first < 2) return undefined;
  const x = (day: number) => SIDE + ((day - first) / (last - first)) * (WIDTH - 2 * SIDE);
  const bar = ({ from, to }: Pick<Span, "from" | "to">) => line([x(from), AXIS], [x(to), AXIS]);
  const mark = (span: Span) => {
    if (span.lasts && span.to - span.from > LASTING * (last - first)) return bar(span);
    const middle = (span.from + span.to) / 2;
    return bar({ from: middle, to: middle });
  };
  const shapes: Shape[] = [
    { style: "axis", lines: [line([0, AXIS], [WIDTH, AXIS])] },
    { style: "life", lines: life ? [line([x(life.from), AXIS], [life.goesOn ? WIDTH + MARGIN / 2 : x(life.to), AXIS])] : [] },
    ...labels(first, last, x, locale),
    { style: "marks", lines: items.map(mark) },
  ];
  const dates = entry.timeline.map(({ date }) => [{ text: formatDate(date, locale) }]);
  const told = joined(locale, "conjunction", dates).map((run) => run.text).join("");
  const lived = formatEntryDates(entry.dates, locale);
  return drawing(lived ? t("strip_label", lived, told) : t("strip_dates", told), HEIGHT, shapes);
}

/** How long somebody lived or something lasted; what has no end yet goes on beyond the strip. */
function lifeOf({ dates: { born, died, date, founded, dissolved }, timeline }: Entry): (Span & { goesOn: boolean }) | null {
  const start = born ?? founded ?? date;
  const end = died ?? dissolved ?? date;
  const days = timeline.flatMap((item) => spanOf(item.date) ?? []);
  const from = start && spanOf(start)?.from;
  if (from === undefined) return null;
  const to = end && spanOf(end)?.to;
  const goesOn = end === undefined || end.max === null;
  return { from, to: Math.max(from, ...(goesOn ? days.map((day) => day.to) : [to ?? from])), lasts: true, goesOn };
}

/** The days of a date; of one that is open at an end, those of the other. */
function spanOf({ edtf, min, max }: PackDate): Span | null {
  if (min === null && max === null) return null;
  return { from: (min ?? max)!, to: (max ?? min)!, lasts: edtf.includes("/") };
}

/** Ticks with years below them, or months where the strip is short; as many as there is room for. */
function labels(first: number, last: number, x: (day: number) => number, locale: string): Shape[] {
  const months = ((last - first) / YEAR_DAYS) * 12;
  const step = STEPS.find((each) => months / each < MOST_LABELS) ?? STEPS.at(-1)!;
  const options: Intl.DateTimeFormatOptions = { timeZone: "UTC", year: "numeric" };
  if (step < 12) options.month = "short";
  const format = new Intl.DateTimeFormat(locale, options);
  const out: Shape[] = [];
  let free = 0;
  const start = new Date(first * DAY_MS);
  const from = start.getUTCFullYear() * 12 + start.getUTCMonth();
  for (let month = Math.floor(from / step) * step; ; month += step) {
    const date = new Date(Date.UTC(2000, month % 12, 1));
    date.setUTCFullYear(Math.floor(month / 12));
    const day = date.getTime() / DAY_MS;
    // A line of time may begin between two ticks, and end between them.
    if (x(day) > WIDTH - 60) break;
    if (x(day) < 60) continue;
    const text = step < 12 ? format.format(date) : String(date.getUTCFullYear());
    const half = widthOf(text) / 2;
    if (x(day) - half < free || x(day) + half > WIDTH) continue;
    free = x(day) + half + TYPE / 2;
    out.push({ style: "tick", lines: [line([x(day), AXIS + 60], [x(day), AXIS + 100])] });
    out.push({ style: "name scale middle", lines: [line([x(day), AXIS + 120 + TYPE * 0.9])], text });
  }
  return out;
}
