/**
 * Looking up from the address bar: what the browser suggests while one types after the keyword, and where Enter leads.
 */
import { saidOfNothing } from "../i18n/said-of-nothing";
import type { Translate } from "../i18n/translate";
import type { FoundEntry, LookUpAnswer } from "../messages/look-up";
import { lookUpAddress } from "../settings/look-up-address";

/** More than browsers show. */
const MOST_SUGGESTIONS = 8;

/** How long the browser may take to read what its first line is to say, in milliseconds. What follows waits no longer. */
const SAY_MS = 1_000;

export interface Suggestion {
  /** What stands in the bar when it is chosen, and comes back with Enter. */
  content: string;
  /** What is seen. */
  description: string;
}

export interface OmniboxOptions {
  t: Translate;
  lookUp(request: { query: string; limit: number }): Promise<LookUpAnswer>;
  /** Has the bar's first line say something from now on. Chromium reads the description in its own time, and answers then. */
  say(description: string): unknown;
  /** Resolves after so many milliseconds. */
  pause(ms: number): Promise<void>;
  /**
   * Chromium: descriptions are XML, and the first line changes as soon as another is given. Firefox: they are plain text,
   * and the first line has been drawn when the extension is asked, so that what is given as such comes with the next letter.
   */
  isChromium: boolean;
}

export interface Omnibox {
  /** Has the first line say what it is for: browsers keep what was said last. */
  start(): Promise<void>;
  /**
   * Has the first line say what stands for the text as it is typed.
   * @returns what is to follow it, once that is done: browsers wait for it. Nothing where it cannot be looked up
   */
  suggest(text: string): Promise<Suggestion[]>;
  /** The page that Enter leads to, below the extension's own address. Where nothing can be looked up, that page says so. */
  addressFor(text: string): Promise<string>;
}

export function createOmnibox({ t, lookUp, say, pause, isChromium }: OmniboxOptions): Omnibox {
  const escape = (text: string) => (isChromium ? escapeXml(text) : text);

  function described({ name, matched, who, kind }: FoundEntry): string {
    const names = [name, matched].filter(Boolean).map((each) => (isChromium ? `<match>${escape(each)}</match>` : each)).join(" · ");
    const line = escape(who || t(`kind_${kind}`));
    return `${names} – ${isChromium ? `<dim>${line}</dim>` : line}`;
  }

  const toSuggestion = (entry: FoundEntry): Suggestion => ({ content: `${entry.name} [${entry.ref}]`, description: described(entry) });
  const hint = escape(t("omnibox_hint"));
  let latest = 0;
  let said = Promise.resolve();

  /** One after the other, in the order in which it was typed; what is overtaken is left out. */
  function sayInTurn(number: number, description: string): Promise<void> {
    said = said.then(async () => void (number === latest && (await Promise.race([say(description), pause(SAY_MS)])))).catch(console.warn);
    return said;
  }

  async function answerTo(text: string): Promise<{ firstLine: string; suggestions: Suggestion[] }> {
    const { query } = withoutRef(text);
    if (!query) return { firstLine: hint, suggestions: [] };
    const answer = await lookUp({ query, limit: MOST_SUGGESTIONS });
    const suggestions = [...answer.found, ...answer.nearest].map(toSuggestion);
    const [best] = answer.found;
    if (isChromium) {
      // The first line leads where the best one would: it takes its place.
      return best ? { firstLine: described(best), suggestions: suggestions.slice(1) } : { firstLine: escape(saidOfNothing(t, answer)), suggestions };
    }
    // One that would leave the text as it is typed is not shown, so a space is added.
    const nothing = { content: `${text} `, description: saidOfNothing(t, answer) };
    return { firstLine: hint, suggestions: best ? suggestions : [nothing, ...suggestions] };
  }

  return {
    start: () => sayInTurn(++latest, hint),

    async suggest(text) {
      const number = ++latest;
      const { firstLine, suggestions } = await answerTo(text).catch((error: unknown) => {
        console.warn(error);
        return { firstLine: hint, suggestions: [] };
      });
      // Chromium takes what follows for the last word, and shows no first line that comes after it.
      await sayInTurn(number, firstLine);
      return suggestions;
    },

    async addressFor(text) {
      const { query, ref } = withoutRef(text);
      if (ref) return lookUpAddress({ query, ref });
      const best = await lookUp({ query, limit: 1 }).then(({ found }) => found[0], console.warn);
      return lookUpAddress({ query, ...(best && { ref: best.ref }) });
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
