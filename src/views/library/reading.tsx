/** An article's highlights as a page to be read and printed: in the order in which they stand on it, notes beside them. */
import { useEffect } from "preact/hooks";
import { isPageAddress } from "../../highlights/formats/check";
import { asTheyStand } from "./group";
import { AboutPage, Changed } from "./passage";
import { pageKey, type Row } from "./shelf";
import { colourName, dayIn, publishedIn, type View } from "./words";
import { readableSite } from "../parts/readable-site";

export function Reading({ view }: { view: View }) {
  const { t, lang, model } = view;
  const { article } = model.place;
  const rows = model.shelf.rows.filter(({ page }) => pageKey(page) === article).sort(asTheyStand);
  const page = model.shelf.pages.get(article);
  const title = page?.title || page?.url || t("export_untitled");
  // What printed pages are headed with, and files that are printed to are called.
  useEffect(() => {
    if (rows.length > 0) document.title = title;
  });
  if (rows.length === 0 || !page) {
    return (
      <p class="empty" role="status">
        {t(model.phase.state === "reading" ? "library_opening" : "reading_none")}
      </p>
    );
  }
  const about = [page.author, readableSite(page.site), page.published && publishedIn(lang, page.published)].filter(Boolean);
  return (
    <article class="reading">
      <header>
        <h1 dir="auto" lang={page.lang || undefined}>
          {title}
        </h1>
        {about.length > 0 && <p>{about.join(" · ")}</p>}
        {page.url && <p class="address">{isPageAddress(page.url) ? <a href={page.url}>{page.url}</a> : page.url}</p>}
        <p>{rows.length === 1 ? t("library_count_one") : t("library_count", rows.length.toLocaleString(lang))}</p>
      </header>
      <ol>
        {rows.map((row) => (
          <Passage key={row.id} view={view} row={row} />
        ))}
      </ol>
    </article>
  );
}

function Passage({ view, row }: { view: View; row: Row }) {
  const { t, lang } = view;
  const { state, text: now } = row.found ?? {};
  const tags = row.tags.map((tag) => `#${tag}`).join(" ");
  return (
    <li class={row.colour}>
      {row.text ? (
        <blockquote lang={row.page.lang || undefined} dir="auto">
          {state === "changed" && now !== undefined ? <Changed before={row.text} after={now} /> : row.text}
        </blockquote>
      ) : (
        <AboutPage view={view} colour={row.colour} />
      )}
      {row.note && (
        <p class="note" dir="auto">
          {row.note}
        </p>
      )}
      <p class="source">
        <span>{colourName(view, row.colour)}</span>
        <time dateTime={row.created}>{dayIn(lang, row.created)}</time>
        {tags && <span dir="auto">{tags}</span>}
      </p>
      {(state === "changed" || state === "orphan") && (
        <p class="source">
          <strong>{t(`library_state_${state}_long`)}</strong>
        </p>
      )}
    </li>
  );
}

/** The header of the page while an article is read. */
export function ReadingBar({ view: { t, model } }: { view: View }) {
  const { article } = model.place;
  const all = [...new Set(model.shelf.rows.map(({ page }) => pageKey(page)))];
  const at = all.indexOf(article);
  const turn = (by: number) => {
    const next = at < 0 ? undefined : all[at + by];
    return (
      next !== undefined && (
        <button type="button" onClick={() => model.go({ ...model.place, article: next })}>
          {t(by < 0 ? "reading_previous" : "reading_next")}
        </button>
      )
    );
  };
  return (
    <header class="top">
      <nav>
        <button type="button" class="away" onClick={() => model.go({ ...model.place, article: "" })}>
          {t("library_back")}
        </button>
        {turn(-1)}
        {turn(1)}
        <button type="button" onClick={() => print()}>
          {t("reading_print")}
        </button>
      </nav>
    </header>
  );
}
