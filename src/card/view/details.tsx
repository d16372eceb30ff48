import type { RefObject } from "preact";
import { Ref, Runs } from "./text";
import type { View } from "./view";

/** What an entry has beyond its text and quotes, in the order in which it is offered. */
const DETAILS = ["roles", "timeline", "links"] as const;
export type Detail = (typeof DETAILS)[number];

/** The details that the entry has anything for. */
export function detailsOf(content: View["content"]): Detail[] {
  return DETAILS.filter((detail) => content[detail].length > 0);
}

interface TogglesProps {
  view: View;
  open: Detail | null;
  onToggle: (detail: Detail | null) => void;
}

/** One button a detail; at most one of them is unfolded. */
export function Toggles({ view, open, onToggle }: TogglesProps) {
  return (
    <span class="row toggles">
      {detailsOf(view.content).map((detail) => (
        <button key={detail} aria-expanded={detail === open} onClick={() => onToggle(detail === open ? null : detail)}>
          {view.t(`card_${detail}`)}
        </button>
      ))}
    </span>
  );
}

interface PanelProps {
  view: View;
  detail: Detail;
  /** Is given the element. */
  at: RefObject<HTMLElement>;
}

/** The unfolded detail. */
export function Panel({ view, detail, at }: PanelProps) {
  const { roles, timeline, links } = view.content;
  return (
    <section class="panel" aria-label={view.t(`card_${detail}`)} ref={at}>
      <ul class={detail}>
        {detail === "roles" &&
          roles.map((role) => (
            <li>
              <span dir="auto">{role.title}</span> {role.when && <span class="when">{role.when}</span>}
            </li>
          ))}
        {detail === "timeline" &&
          timeline.map((item) => (
            <li>
              <span class="when">{item.when}</span>
              <p dir="auto">
                <Runs view={view} runs={item.text} />
              </p>
            </li>
          ))}
        {detail === "links" &&
          links.map((link) => (
            <li data-kind={link.kind}>
              <i class="dot" />
              <Ref view={view} to={link.ref} text={link.name} />
            </li>
          ))}
      </ul>
    </section>
  );
}
