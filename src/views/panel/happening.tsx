/** Something that happened, in words: when, what, who had part in it, and where the page speaks of its day. */
import { Runs } from "../../card/index";
import type { NamedDate, Run, StoryEvent } from "../../messages/contract";
import { joined, nameOf, sentence } from "../../story/sentences";
import { namedDate } from "../../story/timeline-layout";
import { copy } from "../copy";
import type { SectionProps } from "./section-props";

/** More than these would be a list of the page's cast. */
const MOST_PEOPLE = 6;

export type HappeningProps = Pick<SectionProps, "t" | "lang" | "story" | "onGo" | "onOpen"> & { event: StoryEvent };

export function Happening({ t, lang, story, onGo, onOpen, event }: HappeningProps) {
  const view = { t, lang, onOpenRef: onOpen, onCopy: copy, content: event };
  const date: NamedDate | undefined = story.dates[namedDate(event, story.dates)];
  const people = event.people.slice(0, MOST_PEOPLE).map((link) => [nameOf(link)]);
  return (
    <>
      <p class="when">{event.when}</p>
      <p class="context" dir="auto">
        {event.head && <Runs view={view} runs={[nameOf(event.head), { text: ". " }]} />}
        <Runs view={view} runs={told(t, event)} />
      </p>
      {people.length > 0 && (
        <p class="people" dir="auto">
          <Runs view={view} runs={sentence(t, "timeline_people", joined(lang, "conjunction", people))} />
        </p>
      )}
      {date && (
        <button type="button" class="go" onClick={() => onGo({ what: "block", ref: "", which: date.block })}>
          {t("timeline_on_page", t("card_quoted", date.text))}
        </button>
      )}
    </>
  );
}

/** The text; where it does not say whom it speaks of, with them before it. */
function told(t: SectionProps["t"], { subject, text }: StoryEvent): Run[] {
  return subject ? sentence(t, "timeline_subject", [{ text: subject }], text) : text;
}

/** What is written on the line of time. */
export function labelOf(t: SectionProps["t"], event: StoryEvent): string {
  if (event.head) return event.head.name;
  return told(t, event)
    .map((run) => (run.note === undefined ? run.text : ""))
    .join("");
}
