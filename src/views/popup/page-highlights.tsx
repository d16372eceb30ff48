import type { Translate } from "../../i18n/translate";
import type { PageHighlight } from "../../messages/to-highlighter";
import type { Asked } from "../use";

interface PageHighlightsProps {
  t: Translate;
  highlights: Asked<PageHighlight[]>;
  /** Goes to one that stands on the page; one that is gone opens in the library. */
  onGoTo(highlight: PageHighlight): void;
}

/** The reader's highlights on the open page, those that are gone last and said to be. */
export function PageHighlights({ t, highlights, onGoTo }: PageHighlightsProps) {
  if (highlights.state !== "answered" || highlights.value.length === 0) return null;
  return (
    <section>
      <h2>{t("popup_highlights", highlights.value.length)}</h2>
      <ul class="entries">
        {highlights.value.map((highlight) => (
          <li key={highlight.id}>
            <button type="button" class="entry highlight" onClick={() => onGoTo(highlight)}>
              <span class={`tint ${highlight.colour}`} role="img" aria-label={t(`colour_${highlight.colour}`)} />
              <span class="name" dir="auto">
                {highlight.text}
              </span>
              <span class="kind">{t(`popup_highlight_${highlight.state ?? "sought"}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
