/** What was deleted, until it is forgotten: to be taken back, or forgotten at once. */
import { useState } from "preact/hooks";
import { isByKeyboard } from "../parts/by-keyboard";
import { Twice } from "../parts/twice";
import type { Binned } from "./actions";
import { VirtualList } from "./list";
import { AboutPage, Source } from "./passage";
import { useResumed } from "./resumed";
import { dayIn, nameOf, type View } from "./words";

/** What a line of the bin is taken to be tall, in px, until it was drawn. */
const LINE_PX = 170;

export function Bin({ view }: { view: View }) {
  const { t, model } = view;
  const { bin } = model;
  const [at, setAt] = useState({ line: 0, resumes: 0 });
  const instead = useResumed(at.resumes);
  if (!bin) {
    return (
      <p class="empty" role="status">
        {t("library_opening")}
      </p>
    );
  }
  if (bin.length === 0) {
    return (
      <section class="empty" role="status">
        <h2 ref={instead} tabIndex={-1}>
          {t("library_bin_empty")}
        </h2>
        <p>{t("library_bin_hint", model.actions.binDays)}</p>
      </section>
    );
  }
  const ids = bin.map(({ highlight }) => highlight.id);
  // Where the line whose button was pressed is gone, the keyboard goes on with the one in its place.
  const goOn = async (line: number, event: MouseEvent, done: Promise<boolean>) => {
    if ((await done) && isByKeyboard(event)) setAt(({ resumes }) => ({ line: Math.min(line, (model.bin?.length ?? 1) - 1), resumes: resumes + 1 }));
  };
  return (
    <>
      <div class="bar outcome">
        <p class="hint">{t("library_bin_hint", model.actions.binDays)}</p>
        <Twice label={t("library_bin_forget_all")} really={t("library_bin_really")} onPress={(event) => void goOn(0, event, model.forget(ids))} />
      </div>
      <VirtualList<Binned>
        items={bin}
        keyOf={({ highlight }) => highlight.id}
        heightOf={(binned) => binned}
        estimate={() => LINE_PX}
        line={at.line}
        resumes={at.resumes}
        label={t("library_bin")}
        draw={(binned, line) => <Line key={binned.highlight.id} view={view} binned={binned} line={line} onPressed={(event, done) => void goOn(line, event, done)} />}
      />
    </>
  );
}

interface LineProps {
  view: View;
  binned: Binned;
  line: number;
  /** @param done tells whether it was taken back, or forgotten */
  onPressed(event: MouseEvent, done: Promise<boolean>): void;
}

function Line({ view, binned: { highlight, deleted }, line, onPressed }: LineProps) {
  const { t, lang, model } = view;
  const ids = [highlight.id];
  return (
    <div class={`passage binned ${highlight.colour}`} role="row" aria-rowindex={line + 1} aria-label={nameOf(highlight)} tabIndex={-1} data-line={line}>
      <div role="gridcell" class="said-there">
        {highlight.text ? (
          <blockquote class="long" lang={highlight.page.lang || undefined} dir="auto">
            {highlight.text}
          </blockquote>
        ) : (
          <AboutPage view={view} colour={highlight.colour} />
        )}
        {highlight.note && <p class="note">{highlight.note}</p>}
        <Source view={view} row={highlight} />
        <p class="doings">
          <span class="hint">{t("library_bin_since", dayIn(lang, deleted))}</span>
          <button type="button" onClick={(event) => onPressed(event, model.restore(ids))}>
            {t("library_bin_restore")}
          </button>
          <Twice label={t("library_bin_forget")} really={t("library_bin_really")} onPress={(event) => onPressed(event, model.forget(ids))} />
        </p>
      </div>
    </div>
  );
}
