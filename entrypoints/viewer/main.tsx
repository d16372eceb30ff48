import { render } from "preact";
import browser from "webextension-polyfill";
import "../../src/views/style.css";
import "../../src/viewer/viewer.css";
import "../marks.css";
import * as messages from "../../src/messages/contract";
import { followHere } from "../../src/page/follow-here";
import { makeRoom } from "../../src/page/make-room";
import { readOwnPage } from "../../src/reader/in-own-page";
import { loadScriptsInOwnPage } from "../../src/reader/own-scripts";
import type { Reader } from "../../src/reader/reader";
import { copyAsRead } from "../../src/viewer/copying";
import { acceptDrops } from "../../src/viewer/drops";
import { View } from "../../src/viewer/view";
import { createViewer, type State } from "../../src/viewer/viewer";
import { lang, t } from "../../src/views/start";

// Until there is a PDF, which has a language of its own.
document.documentElement.lang = lang;

const pages = document.getElementById("pages")!;

function show(state: State): void {
  const actions = {
    choose: (file: File) => void viewer.openFile(file),
    retry: () => void viewer.retry(),
    allow: () => void viewer.allowAndRetry(),
    download: () => void viewer.download(),
  };
  render(<View t={t} lang={lang} state={state} actions={actions} />, document.getElementById("root")!);
}

/** Names, cards and highlights, as on any page, and on whichever site: what the reader opens here they want to be read. */
function read(signal: AbortSignal): void {
  let reader: Reader | undefined;
  // The highlighter, which came by itself, leaves with the PDF as well.
  signal.addEventListener("abort", () => makeRoom(document, browser.runtime.id));
  followHere({
    send: (envelope) => browser.runtime.sendMessage(envelope),
    changes: browser.storage.local.onChanged,
    runtime: browser.runtime,
    heard: (here) => {
      const own = here.run === "never" ? here : { ...here, run: "auto" as const };
      if (reader) return reader.apply(own);
      reader = readOwnPage(document, { runtime: browser.runtime, t, lang, here: own, signal });
      for (const { name, run } of reader.handlers) if (name === messages.wake.name) run({ on: true }, {});
    },
    corrected: () => reader?.reread(),
    signal,
  });
}

const viewer = createViewer({
  document,
  root: pages,
  ownFile: (path) => browser.runtime.getURL(path),
  isAllowed: (pattern) => browser.permissions.contains({ origins: [pattern] }),
  allow: (pattern) => browser.permissions.request({ origins: [pattern] }),
  label: (page) => t("viewer_page", page),
  read,
  onChange: show,
});

document.title = t("viewer_title");
loadScriptsInOwnPage(document, browser.runtime, new AbortController().signal);
acceptDrops(document, (file) => void viewer.openFile(file));
copyAsRead(pages);
addEventListener("hashchange", () => void viewer.follow());
void viewer.start();
