/** The toolbar popup: whether Backstory reads this page, who is on it, and a search over the packs. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Translate } from "../../i18n/translate";
import type { Link, PageStatus } from "../../messages/contract";
import { covers, type Settings, withSite } from "../../settings/settings";
import type { Reminder } from "../../settings/reminder";
import { LookUp, type LookUpActions } from "../parts/look-up";
import type { PageHighlight } from "../../messages/to-highlighter";
import { ReminderNote } from "../parts/reminder";
import { Switch } from "../parts/switch";
import { useAsked, useFocusKept } from "../use";
import { PageHighlights } from "./page-highlights";
import { readableSite } from "../parts/readable-site";

/** How often the popup looks at the page anew, in milliseconds. */
const REFRESH_MS = 400;

/** What the popup needs of the browser. Every promise may be rejected: the popup says so and goes on. */
export interface PopupActions extends LookUpActions {
  /** `null` on pages where no extension may run. */
  status(): Promise<PageStatus | null>;
  /** Annotates this page, or stops, whatever the settings say; also where nothing of ours runs yet, if the browser lets us. */
  wake(on: boolean): Promise<unknown>;
  /** Does the browser let Backstory read the page's site, or, where that is not known, every site? */
  hasAccess(): Promise<boolean>;
  /** Asks the reader for it. To be called at once when they have pressed something. */
  askForAccess(everywhere: boolean): Promise<boolean>;
  /** Opens the side panel beside the page. To be called at once when they have pressed something. */
  openPanel(): void;
  /** Opens the PDF that the tab shows in our viewer, and closes the popup. */
  openPdf(): void;
  /** Opens the card at the first mention and closes the popup. */
  show(ref: string): Promise<unknown>;
  change(change: (before: Settings) => Partial<Settings>): Promise<unknown>;
  /** Of the page; empty where it has none, or no highlighter runs there. */
  highlights(): Promise<PageHighlight[]>;
  /** Scrolls to a highlight and closes the popup. */
  goTo(id: string): Promise<unknown>;
  /** Keeps a quote, or a whole entry. @returns what is to be said of it */
  save(ref: string, quote: string): Promise<string>;
  /** Opens the page of all highlights, at one of them where `id` is not empty, and closes the popup. */
  openLibrary(id: string): void;
  /** Opens the page of all highlights with the dialog for exporting, and closes the popup. */
  exportAll(): void;
  dismissReminder(): Promise<unknown>;
  openOptions(): void;
}

export interface PopupProps {
  t: Translate;
  /** BCP 47 language that `t` speaks. */
  lang: string;
  settings: Settings;
  /** The site of the tab, or empty where it has none. */
  host: string;
  /** Does the tab's address look like that of a PDF? Browsers let no extension into these. */
  isPdf: boolean;
  /** What is to be said of copies of highlights, or null. */
  reminder: Reminder | null;
  actions: PopupActions;
}

export function Popup(props: PopupProps) {
  const { t, lang, settings, reminder, actions } = props;
  const [opened, setOpened] = useState<readonly string[]>([]);
  // An entry that was opened has the popup to itself.
  const isOpen = opened.length > 0;
  return (
    <main class="popup">
      {!isOpen && (
        <header class="bar">
          <h1 id="whole">{t("extension_name")}</h1>
          <Switch
            label={t("popup_everywhere")}
            of="whole"
            checked={settings.on}
            onChange={(on) => void actions.change(() => ({ on }))}
          />
        </header>
      )}
      <LookUp t={t} lang={lang} actions={actions} opened={opened} onOpened={setOpened}>
        <Page {...props} />
      </LookUp>
      {!isOpen && reminder && <ReminderNote t={t} lang={lang} reminder={reminder} onExport={actions.exportAll} onDismiss={() => void actions.dismissReminder()} />}
      {!isOpen && (
        <footer class="bar">
          <button type="button" class="quiet" onClick={() => actions.openLibrary("")}>
            {t("popup_library")}
          </button>
          <button type="button" class="quiet" onClick={actions.openOptions}>
            {t("popup_options")}
          </button>
        </footer>
      )}
    </main>
  );
}

function Page(props: PopupProps) {
  const { t, settings, host, actions } = props;
  const [asks, setAsks] = useState(0);
  const again = () => setAsks((before) => before + 1);
  const status = useAsked(actions.status, [settings, asks]);
  const access = useAsked(actions.hasAccess, [asks]);
  // The page goes on reading, and follows a change of the settings, while the popup is open.
  useEffect(() => {
    const timer = setInterval(again, REFRESH_MS);
    return () => clearInterval(timer);
  }, []);
  const highlights = useAsked(actions.highlights, [asks]);
  const controls = useRef<HTMLElement>(null);
  useFocusKept(controls);
  const wake = (on: boolean) => void actions.wake(on).catch(() => undefined).finally(again);
  const page = status.state === "answered" ? status.value : null;
  const withheld = access.state === "answered" && !access.value;
  const never = covers(settings.offSites, host);
  const awake = page?.state === "on" || page?.state === "reading";
  // Chromium lets us into the page around its viewer, where there is nothing to read.
  const isPdf = props.isPdf && !awake;
  const readable = settings.on && !never && !isPdf && (page !== null || (withheld && host !== ""));
  return (
    <>
      <section class="state" ref={controls}>
        <p role="status">{status.state === "asking" || access.state === "asking" ? t("popup_asking") : t(...stateIn(page, { settings, host, isPdf }, withheld))}</p>
        {withheld && settings.on && !never && !page && <AskForAccess t={t} host={host} actions={actions} onAsked={again} />}
        {readable && (awake || page?.state === "off" ? (
          <Switch label={t("popup_this_page")} checked={awake} onChange={wake} />
        ) : (
          <button type="button" class="button" onClick={() => wake(true)}>
            {t("popup_read")}
          </button>
        ))}
        {host && settings.on && <SiteSwitch t={t} host={host} settings={settings} actions={actions} />}
        {isPdf && (
          <button type="button" class="button" onClick={actions.openPdf}>
            {t("viewer_open")}
          </button>
        )}
        {awake && (
          <button type="button" class="button" onClick={actions.openPanel}>
            {t("popup_panel")}
          </button>
        )}
      </section>
      <PageHighlights
        t={t}
        highlights={highlights}
        onGoTo={({ id, state }) => (state === "orphan" ? actions.openLibrary(id) : void actions.goTo(id))}
      />
      {page && page.cast.length > 0 && <Cast t={t} page={page} actions={actions} />}
    </>
  );
}

/** Whether Backstory reads on this site by itself: which list that changes depends on where it runs. */
function SiteSwitch({ t, host, settings, actions }: Pick<PopupProps, "t" | "host" | "settings" | "actions">) {
  const on = !covers(settings.offSites, host) && (settings.run !== "sites" || covers(settings.sites, host));
  const change = (wanted: boolean) =>
    void actions.change(({ run, sites, offSites }) => ({
      offSites: withSite(offSites, host, !wanted && run !== "sites"),
      sites: run === "sites" ? withSite(sites, host, wanted) : sites,
    }));
  return <Switch label={t("popup_this_site", readableSite(host))} checked={on} onChange={change} />;
}

/** The browser withholds the site, or all of them: it can be asked here. */
function AskForAccess({ t, host, actions, onAsked }: Pick<PopupProps, "t" | "host" | "actions"> & { onAsked(): void }) {
  const [refused, setRefused] = useState(false);
  const ask = (everywhere: boolean) =>
    void actions
      .askForAccess(everywhere)
      .then((given) => setRefused(!given), () => setRefused(true))
      .finally(onAsked);
  return (
    <div class="access">
      {host && (
        <button type="button" class="button" onClick={() => ask(false)}>
          {t("popup_allow_site", readableSite(host))}
        </button>
      )}
      <button type="button" class="button" onClick={() => ask(true)}>
        {t("popup_allow_all")}
      </button>
      {refused && <p role="alert">{t("popup_allow_refused")}</p>}
    </div>
  );
}

/** What there is to be said of the page. */
function stateIn(page: PageStatus | null, { settings, host, isPdf }: Pick<PopupProps, "settings" | "host" | "isPdf">, withheld: boolean): Parameters<Translate> {
  if (!settings.on) return ["popup_state_off"];
  if (covers(settings.offSites, host)) return ["popup_state_site_off", readableSite(host)];
  if (isPdf) return ["popup_state_pdf"];
  if (!page) return [withheld ? "popup_state_withheld" : "popup_state_no_access"];
  if (page.state === "not-article") return ["popup_state_not_article"];
  if (page.state === "asked") return ["popup_state_asked"];
  if (page.state === "off") return ["popup_state_page_off"];
  if (page.state === "reading") return ["popup_state_reading"];
  if (page.cast.length === 0) return ["popup_state_none"];
  if (page.cast.length === 1) return ["popup_state_one"];
  return ["popup_state_some", page.cast.length, page.count];
}

function Cast({ t, page, actions }: { t: Translate; page: PageStatus; actions: PopupActions }) {
  return (
    <section>
      <h2>{t("popup_cast")}</h2>
      <ul class="entries">
        {page.cast.toSorted((a, b) => b.count - a.count).map((member) => (
          <EntryRow key={member.ref} t={t} link={member} onClick={() => void actions.show(member.ref)}>
            <span class="count" aria-hidden="true">
              {member.count}
            </span>
          </EntryRow>
        ))}
      </ul>
    </section>
  );
}

interface EntryRowProps {
  t: Translate;
  link: Link;
  onClick(): void;
  children?: ComponentChildren;
}

function EntryRow({ t, link, onClick, children }: EntryRowProps) {
  return (
    <li>
      <button type="button" class={`entry ${link.kind}`} onClick={onClick}>
        <span class="dot" aria-hidden="true" />
        <span class="name">{link.name}</span>
        <span class="kind">{t(`kind_${link.kind}`)}</span>
        {children}
      </button>
    </li>
  );
}
