/** The line itself, with its years below and stems to what stands above it: nothing that labels do not say. */
import type { StoryEvent } from "../../messages/contract";
import { type Placed, scaleOf, type Window } from "../../story/timeline-layout";
import { ticksOf } from "../../story/timeline-ticks";
import type { Size } from "./measure";
import type { SectionProps } from "./section-props";

/** Height of the row of years, in times of the type's size. */
export const AXIS_ROW = 1.8;

/** A line that is shorter than the point of its label would look like a slip of the pen, in px. */
const SEEN = 9;

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

export function Axis({ t, lang, window, size: { width, type, measure }, axis, lane, published, placed, crowded, events }: AxisProps) {
  const { x } = scaleOf(window, width);
  const ticks = ticksOf(window, width, measure, lang);
  const day = published === null ? -1 : x(published + 0.5);
  const hasRoom = day > measure(t("timeline_published")) + 8;
  const middle = (each: Placed) => each.lane * lane + lane / 2;
  return (
    <svg width={width} height={axis + AXIS_ROW * type} aria-hidden="true">
      {ticks.map((tick) => (
        <line key={tick.text} class="grid" x1={tick.x} x2={tick.x} y1={0} y2={axis + 4} />
      ))}
      {placed.map((each) => (
        <line key={each.item} class="stem" x1={each.x} x2={each.x} y1={middle(each)} y2={axis} />
      ))}
      {day >= 0 && day <= width && (
        <>
          <line class="published" x1={day} x2={day} y1={0} y2={axis} />
          <text class="published" x={hasRoom ? day - 4 : day + 4} y={axis - 4} text-anchor={hasRoom ? "end" : "start"}>
            {t("timeline_published")}
          </text>
        </>
      )}
      <line class="axis" x1={0} x2={width} y1={axis} y2={axis} />
      {crowded.map((at, index) => (
        <circle key={index} class="crowded" cx={at} cy={axis} r={2} />
      ))}
      {placed.map((each) => (
        <g key={each.item} data-kind={events[each.item]!.kind}>
          {each.to > each.x + SEEN && <line class="lasting" x1={each.x} x2={each.to} y1={(each.lane + 1) * lane - 1} y2={(each.lane + 1) * lane - 1} />}
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
