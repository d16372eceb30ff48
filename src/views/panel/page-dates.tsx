/** The dates that the page names, below the line of time, in its own words. */
import type { NamedDate } from "../../messages/contract";
import { scaleOf, type Window } from "../../story/timeline-layout";
import type { Size } from "./measure";
import type { SectionProps } from "./section-props";

/** A date that the page names, once or more often; its block is that of the first time. */
export type PageDate = NamedDate & { times: number };

/** Beside a text, in px. */
const PADDING = 14;
/** Parts of the line that a text may take, the widest that there is room for. */
const WIDTHS = [0.6, 0.4];

/** Each date once, the most often named first. */
export function pageDatesOf(dates: readonly NamedDate[]): PageDate[] {
  const once = new Map<string, PageDate>();
  for (const date of dates) {
    const key = `${date.min} ${date.max}`;
    const known = once.get(key);
    if (known) known.times++;
    else once.set(key, { ...date, times: 1 });
  }
  // Of those named as often, the one that says more exactly when.
  return [...once.values()].sort((a, b) => b.times - a.times || a.max - a.min - (b.max - b.min));
}

interface PageDatesProps {
  t: SectionProps["t"];
  dates: readonly PageDate[];
  window: Window;
  /** Of the line. */
  size: Size;
  /** Where the row begins, in px. */
  top: number;
  onGo(date: PageDate): void;
}

export function PageDates({ t, dates, window, size: { width, measure }, top, onGo }: PageDatesProps) {
  const { x } = scaleOf(window, width);
  const taken: [left: number, right: number][] = [];
  const seen = dates.filter(({ min, max }) => max >= window.from && min <= window.to);
  const places = seen.map((date) => {
    const middle = Math.min(width, Math.max(0, x((date.min + date.max + 1) / 2)));
    const wish = measure(date.text) + PADDING;
    const spots = WIDTHS.map((part) => {
      const label = Math.min(width * part, wish);
      return { label, left: Math.min(width - label, Math.max(0, middle - label / 2)) };
    });
    const free = spots.find(({ left, label }) => taken.every(([from, to]) => left + label + 2 <= from || left >= to + 2));
    if (free) taken.push([free.left, free.left + free.label]);
    return { date, middle, ...free };
  });
  return (
    <div class="page-dates">
      <svg width={width} height={8} style={{ top: `${top - 4}px` }} aria-hidden="true">
        {places.map(({ date, middle }) => (
          <path key={`${date.min} ${date.max}`} d={`M${middle - 4} 8L${middle} 1L${middle + 4} 8Z`} />
        ))}
      </svg>
      {places
        .filter((place): place is Required<typeof place> => place.left !== undefined)
        .sort((a, b) => a.left - b.left)
        .map(({ date, left, label }) => (
          <button
            key={`${date.min} ${date.max}`}
            type="button"
            style={{ left: `${left}px`, top: `${top + 4}px`, width: `${label}px` }}
            aria-label={t("timeline_page_date", t("card_quoted", date.text))}
            onClick={() => onGo(date)}
          >
            <span title={t("timeline_page_date", t("card_quoted", date.text))}>{date.text}</span>
          </button>
        ))}
    </div>
  );
}
