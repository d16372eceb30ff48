/** One highlight in the list: the words as in a book of quotations, and what belongs to them. */
import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import { changesBetween } from "../../anchoring/changes";
import { markTerms } from "../../highlights/terms";
import { placeToOpen } from "../../highlights/viewer-address";
import type { Highlight } from "../../messages/highlight";
import { isByKeyboard } from "../parts/by-keyboard";
import { Editor } from "./editor";
import { hashOf, toggled } from "./filter";
import { pageKey, type Row } from "./shelf";
import { colourName, dayIn, nameOf, type View } from "./words";
import { readableSite } from "../parts/readable-site";

/** Longer texts are cut until the reader wants all of them, in code units: about a screen. */
export const LONG = 900;

interface PassageProps {
  view: View;
  row: Row;
  line: number;
}

export function Passage({ view, row, line }: PassageProps) {
  const { t, model } = view;
  const selected = model.selection.ids.has(row.id);
  const current = model.line === line;
  // Browsers make a row's name of what is in it, all but the words themselves, which are a quotation.
  const name = nameOf(row);
  return (
    <div
      class={`passage ${row.colour}${current ? " current" : ""}${selected ? " selected" : ""}`}
      role="row"
      aria-rowindex={line + 1}
      aria-selected={selected}
      aria-label={name}
      tabIndex={current ? 0 : -1}
      data-line={line}
      onFocus={(event) => event.target === event.currentTarget && !current && model.settle(line)}
    >
      <div role="gridcell" class="pick">
        <input
          type="checkbox"
          aria-label={t("library_select", name)}
          checked={selected}
          tabIndex={current ? 0 : -1}
          onClick={(event) => model.toggle(line, event.shiftKey)}
        />
      </div>
      <div role="gridcell" class="said-there">
        <Words view={view} row={row} />
        {model.editing === row.id ? <Editor view={view} row={row} /> : <Belongings view={view} row={row} tab={current ? 0 : -1} />}
      </div>
    </div>
  );
}

function Words({ view, row }: { view: View; row: Row }) {
  const { t } = view;
  const [all, setAll] = useState(false);
  const now = row.found?.state === "changed" ? row.found.text : undefined;
  const long = !all && row.text.length > LONG;
  if (row.text === "") return <AboutPage view={view} colour={row.colour} />;
  return (
    <>
      <blockquote lang={row.page.lang || undefined} dir="auto" class={long ? "long" : ""}>
        {now === undefined ? <Marked view={view} text={row.text} /> : <Changed before={row.text} after={now} />}
        <span class="aloud">{colourName(view, row.colour)}</span>
      </blockquote>
      {long && (
        <button type="button" class="quiet" onClick={() => setAll(true)}>
          {t("library_show_all")}
        </button>
      )}
    </>
  );
}

/** In place of the words of a highlight that has none: its note is about all of the page, or of the book. */
export function AboutPage({ view, colour }: { view: View; colour: Row["colour"] }) {
  return (
    <p class="about-page">
      {view.t("library_about_page")}
      <span class="aloud">{colourName(view, colour)}</span>
    </p>
  );
}

/** A text with the words marked that were searched for. */
export function Marked({ view, text }: { view: View; text: string }) {
  const { found } = view.model;
  const runs = useMemo(() => markTerms(text, found?.terms ?? [], found?.near ?? new Set()), [text, found]);
  return <>{runs.map((run) => (run.marked ? <mark>{run.text}</mark> : run.text))}</>;
}

/** What was taken out of a passage since it was saved, and what was put in. */
export function Changed({ before, after }: { before: string; after: string }) {
  const changes = useMemo(() => changesBetween(before, after), [before, after]);
  const element = { same: (text: string): ComponentChildren => text, removed: (text: string) => <del>{text}</del>, added: (text: string) => <ins>{text}</ins> };
  return <>{changes.map(({ kind, text }) => element[kind](text))}</>;
}

/** Note, tags, names, where it is from, and what can be done with it. */
function Belongings({ view, row, tab }: { view: View; row: Row; tab: 0 | -1 }) {
  const { t, model } = view;
  const filter = (facet: "tag" | "page", value: string) => model.setFilter(toggled(model.place.filter, facet, value));
  return (
    <>
      {row.note && (
        <p class="note" dir="auto">
          <Marked view={view} text={row.note} />
        </p>
      )}
      <Source view={view} row={row} reading={tab} />
      {(row.tags.length > 0 || row.mentions.length > 0) && (
        <p class="named">
          {row.mentions.map((link) => (
            <button key={link.ref} type="button" class={`name-of ${link.kind}`} tabIndex={tab} onClick={() => model.openEntry(link.ref)}>
              <span class="dot" aria-hidden="true" />
              <Marked view={view} text={link.name} />
            </button>
          ))}
          {row.tags.map((tag) => (
            <button key={tag} type="button" class="tag" tabIndex={tab} aria-label={t("library_tag_filter", tag)} onClick={() => filter("tag", tag)}>
              #<Marked view={view} text={tag} />
            </button>
          ))}
        </p>
      )}
      <p class="doings">
        {placeToOpen(row.page) && (
          <button type="button" tabIndex={tab} onClick={() => void model.open(row.id)}>
            {t("library_open")}
          </button>
        )}
        <button type="button" tabIndex={tab} onClick={() => model.edit(row.id)}>
          {t("library_edit")}
        </button>
        <button type="button" tabIndex={tab} onClick={() => void model.cite(row.id)}>
          {t("library_cite")}
        </button>
        <button type="button" tabIndex={tab} onClick={(event) => void model.remove([row.id], isByKeyboard(event))}>
          {t("library_delete")}
        </button>
      </p>
    </>
  );
}

/** "What the minutes leave out · The Harbour Ledger · 20 Nov 2026", and how it was found last, where it is not where it was. */
export function Source({ view, row, reading }: { view: View; row: Pick<Highlight, "page" | "created" | "found">; /** Where its page's title leads to all of the article's highlights: the link's `tabIndex`. */ reading?: 0 | -1 }) {
  const { t, lang, model } = view;
  const { title, site, url } = row.page;
  const state = row.found?.state;
  return (
    <p class="source">
      {(title || url) && (
        <cite>
          <bdi>
            {reading !== undefined ? (
              <a href={`#${hashOf({ ...model.place, article: pageKey(row.page) })}`} tabIndex={reading} title={t("reading_open")}>
                <Marked view={view} text={title || url} />
              </a>
            ) : (
              <Marked view={view} text={title || url} />
            )}
          </bdi>
        </cite>
      )}
      {site && (
        <span>
          <bdi>{readableSite(site)}</bdi>
        </span>
      )}
      <time dateTime={row.created}>{dayIn(lang, row.created)}</time>
      {state && state !== "exact" && (
        <strong class={`state-${state}`} title={t(`library_state_${state}_long`)}>
          {t(`library_state_${state}`)}
        </strong>
      )}
    </p>
  );
}
