/**
 * Looking up from the address bar: what the browser suggests while one types after the keyword, and where Enter leads.
 */
import { saidOfNothing } from "../i18n/said-of-nothing";
import type { Translate } from "../i18n/translate";
import type { FoundEntry, LookUpAnswer } from "../messages/look-up";
import { lookUpAddress } from "../settings/look-up-address";

/** More than browsers show. */
const MOST_SUGGESTIONS = 8;

export interface Suggestion {
  /** What stands in the bar when it is chosen, and comes back with Enter. */
  content: string;
  /** What is seen. */
  description: string;
}

export interface OmniboxOptions {
  t: Translate;
  lookUp(request: { query: string; limit: number }): Promise<LookUpAnswer>;
  /** Descriptions are XML there (Chromium), else plain text (Firefox). */
  isMarkup: boolean;
}

export interface Omnibox {
  suggest(text: string): Promise<Suggestion[]>;
  /** What Enter would do with the text as it is typed, as the bar's first line. */
  firstLine(text: string): Promise<string>;
  /** The page that Enter leads to, below the extension's own address. */
  addressFor(text: string): Promise<string>;
}

export function createOmnibox({ t, lookUp, isMarkup }: OmniboxOptions): Omnibox {
  const escape = (text: string) => (isMarkup ? escapeXml(text) : text);

  function described({ name, matched, who, kind }: FoundEntry): string {
    const names = [name, matched].filter(Boolean).map((each) => (isMarkup ? `<match>${escape(each)}</match>` : each)).join(" · ");
    const line = escape(who || t(`kind_${kind}`));
    return `${names} – ${isMarkup ? `<dim>${line}</dim>` : line}`;
  }

  const wanted = (text: string) => withoutRef(text).query;
  return {
    async suggest(text) {
      const { found, nearest } = await lookUp({ query: wanted(text), limit: MOST_SUGGESTIONS });
      return [...found, ...nearest].map((entry) => ({ content: `${entry.name} [${entry.ref}]`, description: described(entry) }));
    },

    async firstLine(text) {
      const query = wanted(text);
      if (!query) return escape(t("omnibox_hint"));
      const answer = await lookUp({ query, limit: 1 });
      return answer.found[0] ? described(answer.found[0]) : escape(saidOfNothing(t, answer));
    },

    async addressFor(text) {
      const { query, ref } = withoutRef(text);
      if (ref) return lookUpAddress({ query, ref });
      const { found } = await lookUp({ query, limit: 1 });
      return lookUpAddress({ query, ...(found[0] && { ref: found[0].ref }) });
    },
  };
}

/** A suggestion that was chosen ends with the ref of its entry: the background may have been stopped since it was made. */
function withoutRef(text: string): { query: string; ref: string } {
  const [, query, ref] = /^(.*?)\s*\[([^[\]\s]+\/[^[\]\s]+)\]\s*$/su.exec(text) ?? [];
  return { query: (query ?? text).trim(), ref: ref ?? "" };
}

/** Text as character data of XML 1.0, of which control characters and half characters are no part. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, " ")
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
