/** A page on which names are looked up, for wherever nothing can be drawn into the page that the reader looks at. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Translate } from "../i18n/translate";
import type { LookUpPlace } from "../settings/look-up-address";
import { LookUp, type LookUpActions } from "./parts/look-up";

export interface LookUpPageActions extends LookUpActions {
  /** Another entry is open, or none. */
  moved(place: LookUpPlace): void;
}

export interface LookUpPageProps {
  t: Translate;
  /** BCP 47 language that `t` speaks. */
  lang: string;
  actions: LookUpPageActions;
  /** Where the page begins. */
  place: Required<LookUpPlace>;
}

export function LookUpPage({ t, lang, actions, place }: LookUpPageProps) {
  const query = useRef(place.query);
  const [opened, setOpened] = useState<readonly string[]>(place.ref ? [place.ref] : []);
  const ref = opened.at(-1);
  // Not with every letter: browsers keep addresses in their history.
  useEffect(() => actions.moved({ query: query.current, ...(ref !== undefined && { ref }) }), [ref]);
  useEffect(() => {
    if (!place.query || place.ref) return;
    // Where only one entry can be meant, there is nothing to choose; whoever types by then means another.
    actions.lookUp(place.query, 2).then(
      ({ found }) => found.length === 1 && query.current === place.query && setOpened([found[0]!.ref]),
      () => undefined, // Said below the field.
    );
  }, []);
  return (
    <main class="page looking-up">
      {ref === undefined && <h1>{t("look_up_title")}</h1>}
      <LookUp t={t} lang={lang} actions={actions} initial={place.query} opened={opened} onOpened={setOpened} onQuery={(typed) => (query.current = typed)} autoFocus>
        <p class="hint">{t("look_up_hint")}</p>
      </LookUp>
    </main>
  );
}
