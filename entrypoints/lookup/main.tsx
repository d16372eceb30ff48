import browser from "webextension-polyfill";
import "../../src/views/style.css";
import * as messages from "../../src/messages/contract";
import { lookUpAddress, type LookUpPlace, lookUpPlace } from "../../src/settings/look-up-address";
import { LookUpPage, type LookUpPageActions } from "../../src/views/look-up-page";
import { adoptEntryStyle, askBackground, copy, draw, lang, t } from "../../src/views/start";

const actions: LookUpPageActions = {
  lookUp: (query, limit) => askBackground(messages.lookUp, { query, limit }),
  card: (ref) => askBackground(messages.card, { ref, paragraph: "", story: [] }),
  copy,
  // Saved of no page: this one is ours.
  save: (ref, quote) => askBackground(messages.saveFromCard, { ref, quote, from: { url: "", title: "", incognito: browser.extension.inIncognitoContext ?? false } }).catch(() => t("save_failed")),
  moved: (place: LookUpPlace) => history.replaceState(null, "", lookUpAddress(place)),
};

/** Anew for each place that the address names. */
let visit = 0;

function show(): void {
  draw(<LookUpPage key={visit++} t={t} lang={lang} actions={actions} place={lookUpPlace(location.hash)} />, "look_up_title");
}

adoptEntryStyle();
window.addEventListener("hashchange", show);
show();
