/** What stands around the pages: the bar above them, and what is said while there are none. */
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Translate } from "../i18n/translate";
import type { Failure } from "./fetch-pdf";
import type { Finder } from "./find";
import { type Pages, ZOOM } from "./pages";
import { toPage } from "./place";
import type { State } from "./viewer";

export interface ViewerActions {
  choose(file: File): void;
  retry(): void;
  allow(): void;
  download(): void;
}

interface ViewProps {
  t: Translate;
  /** BCP 47 language that `t` speaks: the document's own is that of the PDF. */
  lang: string;
  state: State;
  actions: ViewerActions;
}

export function View({ t, lang, state, actions }: ViewProps) {
  const around = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => keepClear(around.current!), []);
  useLayoutEffect(() => makeClear(around.current!), [state.is]);
  return (
    <div lang={lang} class="around" ref={around}>
      {state.is === "open" ? <Bar t={t} state={state} actions={actions} /> : <Middle t={t} state={state} actions={actions} />}
    </div>
  );
}

/** What stays free between the bar and what is scrolled to (CSS pixels). */
const CLEAR = 8;

/** Nothing that is scrolled to lies below the bar, which has several rows in a narrow window. @returns ends it */
function keepClear(around: HTMLElement): () => void {
  const watching = new ResizeObserver(() => makeClear(around));
  watching.observe(around);
  return () => watching.disconnect();
}

function makeClear(around: HTMLElement): void {
  document.documentElement.style.scrollPaddingBlockStart = `${around.offsetHeight + CLEAR}px`;
}

interface BarProps {
  t: Translate;
  state: State & { is: "open" };
  actions: ViewerActions;
}

function Bar({ t, state, actions }: BarProps) {
  const { pages, finder, title, file, isOther } = state;
  return (
    <nav class="viewer-bar" aria-label={t("viewer_bar")}>
      <h1 dir="auto" title={title}>
        {title}
      </h1>
      <PageNumber t={t} pages={pages} />
      <Zoom t={t} pages={pages} />
      <Find t={t} finder={finder} state={state} />
      <div class="group">
        <button type="button" onClick={actions.download}>
          {t("viewer_download")}
        </button>
        {file && (
          <a class="press" href={`${file}#${toPage(pages.current())}`}>
            {t("viewer_original")}
          </a>
        )}
      </div>
      {isOther && (
        <p class="notice" role="status">
          {t("viewer_other_file")}
        </p>
      )}
    </nav>
  );
}

function PageNumber({ t, pages }: { t: Translate; pages: Pages }) {
  const [typed, setTyped] = useState<string | null>(null);
  const go = () => {
    if (typed !== null && Number(typed) > 0) pages.goTo(Number(typed));
    setTyped(null);
  };
  const current = pages.current();
  return (
    <form
      class="group"
      onSubmit={(event) => {
        event.preventDefault();
        go();
        // The next number takes the place of this one.
        const field = event.currentTarget.querySelector("input")!;
        requestAnimationFrame(() => field.select());
      }}
    >
      <button type="button" class="icon" title={t("viewer_previous_page")} disabled={current === 1} onClick={() => pages.goTo(current - 1)}>
        <span aria-hidden="true">↑</span>
      </button>
      <button type="button" class="icon" title={t("viewer_next_page")} disabled={current === pages.count} onClick={() => pages.goTo(current + 1)}>
        <span aria-hidden="true">↓</span>
      </button>
      <input
        class="number"
        inputMode="numeric"
        aria-label={t("viewer_page_number")}
        size={Math.max(2, String(pages.count).length)}
        value={typed ?? String(current)}
        onInput={(event) => setTyped(event.currentTarget.value.replace(/\D/g, ""))}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={go}
      />
      <span>{t("viewer_of", pages.count)}</span>
    </form>
  );
}

function Zoom({ t, pages }: { t: Translate; pages: Pages }) {
  const zoom = pages.zoom();
  return (
    <div class="group">
      <button type="button" class="icon" title={t("viewer_smaller")} disabled={zoom <= ZOOM.least} onClick={() => pages.setZoom(zoom / ZOOM.step)}>
        <span aria-hidden="true">−</span>
      </button>
      <span class="zoom">{t("viewer_percent", Math.round(zoom * 100))}</span>
      <button type="button" class="icon" title={t("viewer_larger")} disabled={zoom >= ZOOM.most} onClick={() => pages.setZoom(zoom * ZOOM.step)}>
        <span aria-hidden="true">+</span>
      </button>
      <button type="button" aria-pressed={pages.isFitted()} onClick={() => pages.setZoom(null)}>
        {t("viewer_fit")}
      </button>
    </div>
  );
}

/** Time for the next letter, so that only what is meant is looked for (milliseconds). */
const TYPING = 150;

interface Found {
  count: number;
  /** Which of them is shown, counted from 1. */
  at: number;
  /** More of the PDF is still to be looked through. */
  isLooking: boolean;
}

function sayFound(t: Translate, { count, at, isLooking }: Found): string {
  if (count === 0) return t(isLooking ? "viewer_find_looking" : "viewer_found_none");
  return t(isLooking ? "viewer_found_so_far" : "viewer_found", at, count);
}

/** @param state another one whenever texts of more pages are there */
function Find({ t, finder, state }: { t: Translate; finder: Finder; state: BarProps["state"] }) {
  const [query, setQuery] = useState("");
  const [found, setFound] = useState<Found | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const isLooking = () => !state.pages.isRead();
  const look = (text: string) => {
    const count = finder.find(text);
    setFound(text.trim() ? { count, at: finder.step(1), isLooking: isLooking() } : null);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  // It may stand, or stand again, on a page that was not read yet.
  useEffect(() => {
    if (!found?.isLooking) return;
    const { count, at } = finder.again();
    setFound({ count, at: at || finder.step(1), isLooking: isLooking() });
  }, [state]);
  const step = (by: 1 | -1) => setFound((before) => before && { ...before, at: finder.step(by) });
  return (
    <form
      class="group"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        step(1);
      }}
    >
      <input
        type="search"
        placeholder={t("viewer_find")}
        aria-label={t("viewer_find")}
        value={query}
        onInput={(event) => {
          const { value } = event.currentTarget;
          setQuery(value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => look(value), TYPING);
        }}
      />
      <button type="button" class="icon" title={t("viewer_find_previous")} disabled={!found?.count} onClick={() => step(-1)}>
        <span aria-hidden="true">‹</span>
      </button>
      <button type="button" class="icon" title={t("viewer_find_next")} disabled={!found?.count} onClick={() => step(1)}>
        <span aria-hidden="true">›</span>
      </button>
      <span role="status" class="found">
        {found && sayFound(t, found)}
      </span>
    </form>
  );
}

interface MiddleProps {
  t: Translate;
  state: Exclude<State, { is: "open" }>;
  actions: ViewerActions;
}

function Middle({ t, state, actions }: MiddleProps) {
  switch (state.is) {
    case "loading":
      return (
        <main class="middle">
          <p role="status">{state.share === null ? t("viewer_loading") : t("viewer_loading_share", Math.round(state.share * 100))}</p>
        </main>
      );
    case "password":
      return <Password key={state.tries} t={t} isWrong={state.tries > 0} answer={state.answer} />;
    case "failed":
      return <Failed t={t} state={state} actions={actions} />;
    case "empty":
      return (
        <main class="middle">
          <h1>{t("viewer_title")}</h1>
          <p>{state.name ? t("viewer_choose_again", state.name) : t("viewer_hint")}</p>
          <Choose t={t} actions={actions} />
        </main>
      );
  }
}

function Choose({ t, actions }: { t: Translate; actions: ViewerActions }) {
  return (
    <label class="press main">
      {t("viewer_choose")}
      <input
        type="file"
        accept="application/pdf,.pdf"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) actions.choose(file);
        }}
      />
    </label>
  );
}

function Password({ t, isWrong, answer }: { t: Translate; isWrong: boolean; answer(password: string | null): void }) {
  const [password, setPassword] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <main class="middle">
      <h1>{t("viewer_password_title")}</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          answer(password);
        }}
      >
        <p id="password-said" role={isWrong ? "alert" : "status"}>
          {isWrong ? t("viewer_password_wrong") : t("viewer_password")}
        </p>
        <input
          ref={field}
          type="password"
          autocomplete="off"
          aria-label={t("viewer_password_field")}
          aria-describedby="password-said"
          aria-invalid={isWrong}
          value={password}
          onInput={(event) => setPassword(event.currentTarget.value)}
        />
        <button type="submit" class="main">
          {t("viewer_password_open")}
        </button>
        <button type="button" onClick={() => answer(null)}>
          {t("library_cancel")}
        </button>
      </form>
    </main>
  );
}

function Failed({ t, state, actions }: MiddleProps & { state: State & { is: "failed" } }) {
  const { why, status, page } = state;
  let way: ComponentChildren = (
    <button type="button" class="main" onClick={actions.retry}>
      {t("viewer_retry")}
    </button>
  );
  if (why === "access") {
    way = (
      <button type="button" class="main" onClick={actions.allow}>
        {t("viewer_allow")}
      </button>
    );
  }
  if (why === "file" || why === "address" || why === "not-pdf" || why === "broken" || (why === "locked" && page === "")) way = <Choose t={t} actions={actions} />;
  return (
    <main class="middle">
      <h1>{t("viewer_failed")}</h1>
      <p role="alert">{t(`viewer_failed_${why.replace("-", "_") as Underscored<Failure>}`, status)}</p>
      {way}
      {/* Not everything whose address ends so is a PDF: there are pages about PDFs. */}
      {page && (
        <a class="press" href={page}>
          {t("viewer_original")}
        </a>
      )}
    </main>
  );
}

type Underscored<Text extends string> = Text extends `${infer Before}-${infer After}` ? `${Before}_${After}` : Text;
