/** The side column: how many highlights there are of what, and choosing among them. */
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { STATES } from "../../anchoring/anchor";
import { foldText } from "../../highlights/terms";
import { COLOURS } from "../../messages/highlight";
import { ranked } from "./facets";
import { isByKeyboard } from "../parts/by-keyboard";
import { type Facet, FACETS, type Filter, isFiltered, NO_FILTER, toggled } from "./filter";
import { valueName, type View } from "./words";

/** Values of a facet that are shown before the reader asks for more, and after. */
const FEW = 6;
const MANY = 200;
/** With more values than this there is a field to look for one. */
const LOOKED_FOR = 15;

export function Filters({ view }: { view: View }) {
  const { t, model } = view;
  const { filter } = model.place;
  const day = (name: "from" | "to") => (event: { currentTarget: HTMLInputElement }) => model.setFilter({ ...filter, id: "", [name]: event.currentTarget.value });
  return (
    <>
      <Fixed view={view} facet="state" values={STATES} />
      <Fixed view={view} facet="colour" values={COLOURS} />
      <Choices view={view} facet="entry" />
      <Choices view={view} facet="tag" />
      <Choices view={view} facet="site" />
      <Choices view={view} facet="page" />
      <Choices view={view} facet="kind" />
      <section class="facet">
        <h2>{t("library_facet_date")}</h2>
        <label class="day">
          {t("library_from")}
          <input type="date" value={filter.from} max={filter.to || undefined} onChange={day("from")} />
        </label>
        <label class="day">
          {t("library_to")}
          <input type="date" value={filter.to} min={filter.from || undefined} onChange={day("to")} />
        </label>
      </section>
    </>
  );
}

/** A facet whose values are always all shown, in their own order. */
function Fixed({ view, facet, values }: { view: View; facet: "state" | "colour"; values: readonly string[] }) {
  const { t, model } = view;
  return (
    <section class="facet">
      <h2>{t(`library_facet_${facet}`)}</h2>
      <ul>
        {values.map((value) => (
          <Choice key={value} view={view} facet={facet} value={value} count={model.chosen.counts[facet].get(value) ?? 0} />
        ))}
      </ul>
    </section>
  );
}

/** A facet with any number of values, those with the most highlights first. */
function Choices({ view, facet }: { view: View; facet: Exclude<Facet, "state" | "colour"> }) {
  const { t, model } = view;
  const [all, setAll] = useState(false);
  const [sought, setSought] = useState("");
  const counts = model.chosen.counts[facet];
  const chosen = model.place.filter[facet];
  const wanted = foldText(sought.trim());
  const inOrder = useMemo(() => ranked(counts, chosen), [counts, chosen]);
  // A choice between one is none.
  if (counts.size === 0 || (facet === "kind" && counts.size === 1 && chosen.length === 0)) return null;
  const values = wanted ? inOrder.filter(([value]) => foldText(valueName(view, facet, value)).includes(wanted)) : inOrder;
  return (
    <section class="facet">
      <h2>{t(`library_facet_${facet}`)}</h2>
      {all && counts.size > LOOKED_FOR && (
        <input type="search" class="search" value={sought} aria-label={t("library_facet_search")} placeholder={t("library_facet_search")} onInput={(event) => setSought(event.currentTarget.value)} />
      )}
      <ul class={all ? "all" : ""}>
        {values.slice(0, all ? MANY : FEW).map(([value, count]) => (
          <Choice key={value} view={view} facet={facet} value={value} count={count} />
        ))}
      </ul>
      {counts.size > FEW && (
        <button type="button" class="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t("library_facet_fewer") : t("library_facet_all", counts.size.toLocaleString(view.lang))}
        </button>
      )}
    </section>
  );
}

interface ChoiceProps {
  view: View;
  facet: Facet;
  value: string;
  count: number;
}

function Choice({ view, facet, value, count }: ChoiceProps) {
  const { model } = view;
  const { filter } = model.place;
  const kind = facet === "entry" ? (model.shelf.entries.get(value)?.kind ?? "") : facet === "colour" ? value : "";
  return (
    <li>
      <button
        type="button"
        class={`choice-of ${kind}`}
        aria-pressed={filter[facet].includes(value)}
        data-facet={facet}
        data-value={value}
        onClick={() => model.setFilter(toggled(filter, facet, value))}
      >
        {kind && <span class={facet === "colour" ? "swatch" : "dot"} aria-hidden="true" />}
        <span class="value" dir="auto">
          {valueName(view, facet, value)}
        </span>
        <span class="count">{count.toLocaleString(view.lang)}</span>
      </button>
    </li>
  );
}

/** What the reader has asked for, each to be taken back by itself. */
export function Chips({ view }: { view: View }) {
  const { t, model } = view;
  const { filter } = model.place;
  const list = useRef<HTMLUListElement>(null);
  const taken = useRef(-1);
  // What was pressed is gone: whoever goes by keyboard goes on at the next, and after the last where one searches.
  useLayoutEffect(() => {
    if (taken.current < 0) return;
    const left = list.current?.querySelectorAll<HTMLElement>(".chip");
    const next = left?.[Math.min(taken.current, left.length - 1)] ?? document.querySelector<HTMLElement>(".top .search");
    taken.current = -1;
    next?.focus();
  });
  if (!isFiltered({ ...filter, query: "" })) return null;
  const takeOff = (event: MouseEvent, at: number, rest: Filter) => {
    if (isByKeyboard(event)) taken.current = at;
    model.setFilter(rest);
  };
  const chips = FACETS.flatMap((facet) =>
    filter[facet].map((value) => ({ name: `${t(`library_facet_${facet}`)}: ${valueName(view, facet, value)}`, without: toggled(filter, facet, value) })),
  );
  const without = (name: "from" | "to" | "id"): Filter => ({ ...filter, [name]: "" });
  if (filter.from) chips.push({ name: `${t("library_from")}: ${filter.from}`, without: without("from") });
  if (filter.to) chips.push({ name: `${t("library_to")}: ${filter.to}`, without: without("to") });
  if (filter.id) chips.push({ name: t("library_one"), without: without("id") });
  return (
    <ul ref={list} class="chips" aria-label={t("library_chips")}>
      {chips.map(({ name, without: rest }, at) => (
        <li key={name}>
          <button type="button" class="chip" aria-label={t("library_chip_remove", name)} onClick={(event) => takeOff(event, at, rest)}>
            <span dir="auto">{name}</span>
            <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <button type="button" class="quiet" onClick={(event) => takeOff(event, 0, { ...NO_FILTER, query: filter.query })}>
            {t("library_clear")}
          </button>
        </li>
      )}
    </ul>
  );
}
