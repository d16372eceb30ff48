import type { RefObject } from "preact";
import type { CardDetail } from "../../messages/contract";
import { Picture } from "./picture";
import { Runs } from "./text";
import type { View } from "./view";

interface TogglesProps {
  view: View;
  /** Which detail is unfolded; -1 where none is. */
  open: number;
  onToggle: (detail: number) => void;
}

/** One button a detail; at most one of them is unfolded. */
export function Toggles({ view, open, onToggle }: TogglesProps) {
  return (
    <span class="row toggles">
      {view.content.details.map(({ title }, at) => (
        <button key={at} aria-expanded={at === open} onClick={() => onToggle(at === open ? -1 : at)}>
          {title}
        </button>
      ))}
    </span>
  );
}

interface PanelProps {
  view: View;
  detail: CardDetail;
  /** Is given the element. */
  at: RefObject<HTMLElement>;
}

/** The unfolded detail. */
export function Panel({ view, detail, at }: PanelProps) {
  return (
    <section class="panel" aria-label={detail.title} ref={at}>
      {detail.drawing && <Picture {...detail.drawing} />}
      <ul class={detail.name}>
        {detail.items.map(({ when, text }) => (
          <li>
            {when && <span class="when">{when}</span>}
            <p dir="auto">
              <Runs view={view} runs={text} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
