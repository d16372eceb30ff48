/** What was deleted, until it is forgotten: to be taken back, or forgotten at once. */
import { useState } from "preact/hooks";
import { Twice } from "../parts/twice";
import type { Binned } from "./actions";
import { VirtualList } from "./list";
import { AboutPage, Source } from "./passage";
import { dayIn, nameOf, type View } from "./words";

/** What a line of the bin is taken to be tall, in px, until it was drawn. */
const LINE_PX = 170;

export function Bin({ view }: { view: View }) {
  const { t, model } = view;
  const { bin } = model;
  const [at, setAt] = useState({ line: 0, moves: 0 });
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
        <h2>{t("library_bin_empty")}</h2>
        <p>{t("library_bin_hint", model.actions.binDays)}</p>
      </section>
    );
  }
  const ids = bin.map(({ highlight }) => highlight.id);
  // The line whose button was pressed is gone: the keyboard goes on with the one in its place.
  const goOn = (line: number) => setAt(({ moves }) => ({ line: Math.min(line, (model.bin?.length ?? 1) - 1), moves: moves + 1 }));
  return (
    <>
      <div class="bar outcome">
        <p class="hint">{t("library_bin_hint", model.actions.binDays)}</p>
        <Twice label={t("library_bin_forget_all")} really={t("library_bin_really")} onPress={() => void model.forget(ids)} />
      </div>
      <VirtualList<Binned>
        items={bin}
        keyOf={({ highlight }) => highlight.id}
        heightOf={(binned) => binned}
        estimate={() => LINE_PX}
        line={at.line}
        moves={at.moves}
        label={t("library_bin")}
        draw={(binned, line) => <Line key={binned.highlight.id} view={view} binned={binned} line={line} onGone={() => goOn(line)} />}
      />
    </>
  );
}

interface LineProps {
  view: View;
  binned: Binned;
  line: number;
  /** Was taken back, or forgotten. */
  onGone(): void;
}

function Line({ view, binned: { highlight, deleted }, line, onGone }: LineProps) {
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
          <button type="button" onClick={() => void model.restore(ids).then(onGone)}>
            {t("library_bin_restore")}
          </button>
          <Twice label={t("library_bin_forget")} really={t("library_bin_really")} onPress={() => void model.forget(ids).then(onGone)} />
        </p>
      </div>
    </div>
  );
}
