/** What the reader has put right: names that they know, and cards that were wrong. Each can be taken back. */
import type { ComponentChildren } from "preact";
import type { Translate } from "../../i18n/translate";
import type { Link } from "../../messages/contract";
import { type Correction, refsOf, withKnown, withoutKnown } from "../../settings/corrections";
import { readableAddress } from "../parts/readable-site";
import { useAsked } from "../use";
import { type OptionsPage, Section, Setting, useUndoable } from "./setting";

export interface PutRight {
  /** See settings/corrections `loadKnown`. */
  known: readonly string[];
  corrections: readonly Correction[];
}

export interface PutRightActions {
  /** Entries by their refs, without those that no open pack has. */
  names(refs: readonly string[]): Promise<Link[]>;
  /** Changes what there is by then. */
  changeKnown(change: (before: readonly string[]) => string[]): Promise<unknown>;
  changeCorrections(change: (before: readonly Correction[]) => Correction[]): Promise<unknown>;
}

interface PutRightProps {
  page: OptionsPage;
  right: PutRight;
  actions: PutRightActions;
}

export function PutRightSection({ page, right, actions }: PutRightProps) {
  const { t } = page;
  const { known, corrections } = right;
  const refs = [...new Set(refsOf([...known, ...corrections.flatMap(({ ref, to }) => [ref, to])]))].filter(Boolean);
  const asked = useAsked(() => (refs.length > 0 ? actions.names(refs) : Promise.resolve([])), [refs.join("\n")]);
  const names = new Map(asked.state === "answered" ? asked.value.map((link) => [link.ref, link.name]) : []);
  // Of a pack that is switched off or gone, what is known is the id.
  const nameOf = (kept: string) => {
    const own = refsOf([kept]);
    return own.map((ref) => names.get(ref)).find(Boolean) ?? own[0]!;
  };
  const taken = useUndoable(page);

  const forgetKnown = async (each: string) => {
    await actions.changeKnown((before) => withoutKnown(before, refsOf([each])));
    taken.say(t("options_known_back", nameOf(each)), () => actions.changeKnown((before) => withKnown(before, [each])));
  };
  const forgetCorrection = async (correction: Correction) => {
    const others = (before: readonly Correction[]) => before.filter(({ id }) => id !== correction.id);
    await actions.changeCorrections(others);
    taken.say(t("options_correction_back", correction.text), () => actions.changeCorrections((before) => [...others(before), correction]));
  };
  const reset = {
    changed: known.length + corrections.length > 0,
    run: async () => {
      await Promise.all([actions.changeKnown(() => []), actions.changeCorrections(() => [])]);
      // What was put right since stays.
      const ids = new Set(corrections.map(({ id }) => id));
      return () =>
        Promise.all([
          actions.changeKnown((since) => withKnown(since, known)),
          actions.changeCorrections((since) => [...corrections, ...since.filter(({ id }) => !ids.has(id))]),
        ]);
    },
  };
  return (
    <Section page={page} id="right" reset={reset}>
      {taken.view}
      <Setting page={page} id="known" as="group">
        <Rows empty={t("options_known_none")}>
          {known.map((each) => (
            <Row key={each} what={nameOf(each)} label={t("options_take_back_named", nameOf(each))} t={t} onTakeBack={() => void forgetKnown(each)} />
          ))}
        </Rows>
      </Setting>
      <Setting page={page} id="corrections" as="group">
        <Rows empty={t("options_corrections_none")}>
          {corrections.map((correction) => (
            <Row
              key={correction.id}
              what={inWords(t, correction, nameOf)}
              where={correction.article ? t("options_correction_on", readableAddress(correction.article)) : t("options_correction_everywhere")}
              label={t("options_take_back_named", correction.text)}
              t={t}
              onTakeBack={() => void forgetCorrection(correction)}
            />
          ))}
        </Rows>
      </Setting>
    </Section>
  );
}

function inWords(t: Translate, { text, wrong, ref, to }: Correction, nameOf: (ref: string) => string): string {
  if (wrong === "other") return t("options_correction_other", text, nameOf(to), nameOf(ref));
  return wrong === "not" ? t("options_correction_not", text, nameOf(ref)) : t("options_correction_never", text);
}

function Rows({ empty, children }: { empty: string; children: ComponentChildren[] }) {
  return children.length > 0 ? <ul class="rows">{children}</ul> : <p>{empty}</p>;
}

interface RowProps {
  t: Translate;
  what: string;
  where?: string;
  /** What the button is called by those who do not see beside what it stands. */
  label: string;
  onTakeBack(): void;
}

function Row({ t, what, where, label, onTakeBack }: RowProps) {
  return (
    <li>
      <span dir="auto">
        {what} {where && <span class="hint">{where}</span>}
      </span>
      <button type="button" class="quiet" aria-label={label} onClick={onTakeBack}>
        {t("options_take_back")}
      </button>
    </li>
  );
}
