/** The parts of the panel, one of which is seen at a time: tabs, as WAI-ARIA describes them. */
import type { ComponentChildren, TargetedKeyboardEvent } from "preact";
import type { MessageKey, Translate } from "../../i18n/translate";
import { PANEL_SECTIONS, type PanelSection } from "../../settings/panel";

const TITLES: Record<PanelSection, MessageKey> = {
  cast: "panel_cast",
  timeline: "panel_timeline",
  company: "panel_company",
  echoes: "panel_echoes",
};

interface SectionsProps {
  t: Translate;
  shown: PanelSection;
  onShow(section: PanelSection): void;
  children: ComponentChildren;
}

export function Sections({ t, shown, onShow, children }: SectionsProps) {
  const turn = ({ key, currentTarget, ctrlKey, metaKey, altKey }: TargetedKeyboardEvent<HTMLElement>) => {
    if (ctrlKey || metaKey || altKey) return;
    const forward = getComputedStyle(currentTarget).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const step = key === forward ? 1 : /^Arrow(Left|Right)$/.test(key) ? PANEL_SECTIONS.length - 1 : 0;
    const at = key === "Home" ? 0 : key === "End" ? PANEL_SECTIONS.length - 1 : (PANEL_SECTIONS.indexOf(shown) + step) % PANEL_SECTIONS.length;
    if (PANEL_SECTIONS[at] === shown) return;
    onShow(PANEL_SECTIONS[at]!);
    // The keyboard goes along: the tab that is chosen is the one that has the focus.
    currentTarget.querySelectorAll("button")[at]!.focus();
  };
  return (
    <>
      <div role="tablist" class="sections" aria-label={t("panel_sections")} onKeyDown={turn}>
        {PANEL_SECTIONS.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`tab-${each}`}
            aria-selected={each === shown}
            aria-controls="section"
            tabIndex={each === shown ? 0 : -1}
            onClick={() => onShow(each)}
          >
            {t(TITLES[each])}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="section" aria-labelledby={`tab-${shown}`}>
        {children}
      </div>
    </>
  );
}
