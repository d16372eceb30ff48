/** What happened to those on the page: as a line of time that can be zoomed, or as a list. */
import { useMemo, useState } from "preact/hooks";
import { timeline, type StoryEvent } from "../../messages/contract";
import { castRequest } from "./cast-request";
import { Happening } from "./happening";
import { LineOfTime } from "./line-of-time";
import type { SectionProps } from "./section-props";
import { useKept } from "./use-kept";

const DAY_MS = 86_400_000;

export function Timeline(props: SectionProps) {
  const { t, story, ask } = props;
  const [asList, setAsList] = useState(false);
  const request = useMemo(() => {
    const published = Math.floor(Date.parse(story.published) / DAY_MS);
    return {
      cast: castRequest(story),
      dates: story.dates.map(({ min, max }) => ({ min, max })),
      published: Number.isNaN(published) ? null : published,
    };
  }, [story]);
  // The page tells its story anew whenever something on it has changed, which need not concern this.
  const asked = useKept(`timeline ${JSON.stringify(request)}`, () => ask(timeline, request));
  if (asked.state === "failed") return <p role="alert">{t("timeline_failed")}</p>;
  if (asked.state === "asking") return <p role="status">{t("popup_asking")}</p>;
  if (asked.value.length === 0) return <p role="status">{t("timeline_none")}</p>;
  return (
    <div class="timeline-view">
      <p class="as-list">
        <button type="button" class="button" aria-pressed={asList} onClick={() => setAsList(!asList)}>
          {t("timeline_list")}
        </button>
      </p>
      {!asList && <LineOfTime {...props} events={asked.value} published={request.published} />}
      {asList && <List {...props} events={asked.value} />}
    </div>
  );
}

function List(props: SectionProps & { events: readonly StoryEvent[] }) {
  return (
    <ol class="happenings">
      {props.events.map((event) => (
        <li key={event.rank} class="entry-view" data-kind={event.kind}>
          <Happening {...props} event={event} />
        </li>
      ))}
    </ol>
  );
}
