import type { Browser } from "webextension-polyfill";
// Not the polyfill: see docs/decisions/2026-11-21-native-browser-object-in-pages.md.
import { browser } from "wxt/browser";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { type Highlighter, startHighlighter } from "../src/highlighter/highlighter";
import { uuid } from "../src/highlighter/selected";
import { translator } from "../src/i18n/translate";
import { type Handler, handler, listener } from "../src/messages/answer";
import { lastColour } from "../src/messages/about-highlights";
import type { Envelope } from "../src/messages/ask";
import type { Here } from "../src/messages/here";
import { askAgain } from "../src/messages/retry";
import { wake } from "../src/messages/to-page";
import { followHere } from "../src/page/follow-here";
import { hear, isAlive, makeRoom } from "../src/page/make-room";
import { HIGHLIGHT_SETTINGS_KEY, HIGHLIGHTS_CHANGED_KEY, loadHighlightSettings, parseHighlightSettings } from "../src/settings/highlights";

type Changes = Record<string, { newValue?: unknown }>;

export default defineUnlistedScript(async () => {
  const { i18n, runtime, storage } = browser as unknown as Browser;
  const { id } = runtime;
  const { leaving, listen } = makeRoom(document, `${id}:highlighter`);
  const { signal } = leaving;
  const leave = () => leaving.abort();
  /** A newer reader brings its own highlighter. */
  const listenForReader = () => document.addEventListener(`backstory:${id}`, leave, { signal });
  listenForReader();

  let own = await loadHighlightSettings(storage.local);
  if (signal.aborted) return;
  /** Whether the page is read; unknown at first. Highlights are shown also where names are marked only when the reader asks. */
  let run: Here["run"] | undefined;
  /** What the reader wants for this page: see src/reader/reader.ts. */
  let wish: { on: boolean; path: string } | null = null;
  let stop: AbortController | null = null;
  let highlighter: Highlighter | null = null;

  const ask = askAgain((envelope: Envelope) => runtime.sendMessage(envelope), {
    id: uuid,
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });

  function isWanted(): boolean {
    if (!run || run === "never") return false;
    return wish?.path === document.location.pathname ? wish.on : run !== "off";
  }

  function decide(): void {
    if (isWanted() === (stop !== null)) return;
    stop?.abort();
    stop = null;
    highlighter = null;
    if (isWanted()) begin();
  }

  function begin(): void {
    stop = new AbortController();
    const session = AbortSignal.any([signal, stop.signal]);
    highlighter = startHighlighter(document, {
      ask,
      // Without the extension there are no texts either: whatever was to be said, it is time to go.
      t: translator((key, values) => {
        if (isAlive(runtime)) return i18n.getMessage(key, values);
        setTimeout(leave);
        return "";
      }),
      lang: i18n.getMessage("language_tag"),
      colours: () => ({ names: own.colourNames, last: own.lastColour }),
      onColour: (colour) => void ask(lastColour, { colour }).catch(() => undefined),
      now: () => new Date(),
      onRound() {
        listen();
        listenForReader();
        if (!isAlive(runtime)) leave();
        // What was wanted for one page of an application is not said of the next.
        else decide();
      },
      signal: session,
    });
    answer(highlighter.handlers, session);
  }

  function answer(handlers: Handler[], until: AbortSignal): void {
    const { onMessage } = runtime;
    hear(onMessage, listener(handlers, console.warn) as Parameters<typeof onMessage.addListener>[0], runtime, until);
  }

  const onWake = handler(wake, ({ on }) => {
    wish = { on, path: document.location.pathname };
    decide();
    return true;
  });
  answer([onWake], signal);

  const onStored = (changes: Changes) => {
    if (changes[HIGHLIGHT_SETTINGS_KEY]) own = parseHighlightSettings(changes[HIGHLIGHT_SETTINGS_KEY].newValue);
    if (changes[HIGHLIGHTS_CHANGED_KEY]) highlighter?.update();
  };
  hear(storage.local.onChanged, onStored, runtime, signal);
  followHere({
    send: (envelope) => runtime.sendMessage(envelope),
    changes: storage.local.onChanged,
    runtime,
    heard(here) {
      if (run && here.run !== run) wish = null;
      run = here.run;
      decide();
    },
    signal,
  });

  // A page that the reader comes back to has slept: of what was changed meanwhile nobody has told it.
  const onShow = async ({ persisted }: PageTransitionEvent) => {
    if (!persisted || !isAlive(runtime)) return;
    own = await loadHighlightSettings(storage.local);
    if (!signal.aborted) highlighter?.update();
  };
  window.addEventListener("pageshow", (event) => void onShow(event).catch(leave), { signal });
});
