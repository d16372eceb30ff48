import type { TargetedKeyboardEvent } from "preact";
import type { CardContent, CardEntry } from "../../messages/contract";
import { EntryView, type EntryViewProps } from "./entry-view";

interface TabsProps extends EntryViewProps {
  content: CardContent;
  /** Which of `entriesIn(content)` is shown. */
  tab: number;
  onTab: (tab: number) => void;
}

/** What the packs say of an entry, the one first that was asked. */
export function entriesIn(content: CardContent): CardEntry[] {
  return [content, ...content.twins];
}

/** An entry; where several packs have it, with a tab for each. */
export function Tabs(props: TabsProps) {
  const { content, tab, onTab } = props;
  const all = entriesIn(content);
  const shown = all[tab]!;
  const view = <EntryView key={shown.ref} {...props} content={shown} />;
  if (all.length === 1) return view;
  /** The keyboard goes along: the tab that is chosen is the one that has the focus. */
  const turn = ({ key, currentTarget }: TargetedKeyboardEvent<HTMLElement>) => {
    const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? all.length - 1 : 0;
    const next = (tab + step) % all.length;
    if (step) onTab(next);
    if (step) currentTarget.querySelectorAll("button")[next]!.focus();
  };
  return (
    <>
      <div role="tablist" class="row" onKeyDown={turn}>
        {all.map(({ pack }, at) => (
          <button role="tab" aria-selected={at === tab} tabIndex={at === tab ? 0 : -1} onClick={() => onTab(at)}>
            {pack}
          </button>
        ))}
      </div>
      <div role="tabpanel" aria-label={shown.pack}>
        {view}
      </div>
    </>
  );
}
