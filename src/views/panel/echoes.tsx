/** Echoes: what happened or was said before that resembles the paragraph being read, and why it does. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Translate } from "../../i18n/translate";
import type { Run } from "../../messages/contract";
import type { PageStory, ReadingPlace } from "../../messages/follow";
import type { Echo, EchoQuestion } from "../../story/echoes/echo";
import { reasonsOf } from "./echo-reasons";
import type { SectionProps } from "./section-props";
import "./echoes.css";

/** A reader who scrolls past paragraphs faster than this (milliseconds) reads none of them. */
const SETTLED_MS = 250;
/** Words of the paragraph that its heading shows. */
const FIRST_WORDS = 8;
/** Characters that it shows of a script without spaces. */
const FIRST_CHARACTERS = 24;

export interface EchoesProps extends SectionProps {
  /** Looks for the echoes of a paragraph; rejects where it cannot. */
  findEchoes(question: EchoQuestion): Promise<Echo[]>;
}

/** What is shown: the echoes of one paragraph. Those of the last one stay until those of the next are there. */
interface Shown {
  paragraph: string;
  echoes: Echo[] | "failed";
}

export function Echoes({ t, lang, story, reading, findEchoes, onOpen }: EchoesProps) {
  const shown = useEchoes(story, reading, findEchoes);
  if (!shown) return <p class="hint echoes-state">{t(reading?.text ? "echoes_preparing" : "echoes_nowhere")}</p>;
  const { paragraph, echoes } = shown;
  return (
    <section class="echoes" aria-labelledby="echoes-of">
      <h2 id="echoes-of" dir="auto">
        {t("echoes_of", firstWords(paragraph))}
      </h2>
      {echoes === "failed" && <p role="alert">{t("echoes_failed")}</p>}
      {echoes.length === 0 && <p class="hint">{t("echoes_none")}</p>}
      {echoes !== "failed" && echoes.length > 0 && (
        <ol>
          {echoes.map((echo) => (
            <li key={echo.id}>
              <EchoView echo={echo} t={t} lang={lang} onOpen={onOpen} />
            </li>
          ))}
        </ol>
      )}
      {/* Said when other echoes are shown and only then: how many would often be the same as before, and then not be said. */}
      <p class="aloud" role="status">
        {echoes !== "failed" && echoes.length > 0 ? t("echoes_found", namesOf(echoes, lang)) : ""}
      </p>
    </section>
  );
}

/** What echoes are told of, as a list that can be said. */
function namesOf(echoes: readonly Echo[], lang: string): string {
  return new Intl.ListFormat(lang, { type: "unit" }).format(echoes.map(({ entry }) => entry.name));
}

/** Asks when the reader has settled on a paragraph; an answer that has been overtaken is dropped. */
function useEchoes(story: PageStory, reading: ReadingPlace | null, findEchoes: EchoesProps["findEchoes"]): Shown | null {
  const [shown, setShown] = useState<Shown | null>(null);
  const text = reading?.text ?? "";
  const current = useRef({ story, reading });
  current.current = { story, reading };
  useEffect(() => {
    if (text === "") return undefined;
    let overtaken = false;
    const show = (echoes: Shown["echoes"]) => overtaken || setShown({ paragraph: text, echoes });
    const settled = setTimeout(() => {
      const { story: page, reading: place } = current.current;
      findEchoes(questionOf(page, place!)).then(show, (error: unknown) => {
        console.warn("Backstory: echoes could not be looked for.", error);
        show("failed");
      });
    }, SETTLED_MS);
    return () => {
      overtaken = true;
      clearTimeout(settled);
    };
  }, [story.url, text]);
  return shown;
}

/** What is asked of a paragraph: what the page last named as a date above it goes with it. */
export function questionOf({ url, lang, published, dates }: PageStory, { text, refs, block }: ReadingPlace): EchoQuestion {
  const above = block === null ? [] : dates.filter((date) => date.block < block);
  const last = above.at(-1);
  const before = last && above.filter((date) => date.block === last.block);
  return {
    text,
    url,
    lang,
    refs,
    published,
    dates: dates.map(({ min, max }) => ({ min, max })),
    before: before && { min: Math.min(...before.map(({ min }) => min)), max: Math.max(...before.map(({ max }) => max)) },
  };
}

function EchoView({ echo, t, lang, onOpen }: Pick<EchoesProps, "t" | "lang" | "onOpen"> & { echo: Echo }) {
  const { entry, when, text, quote, sources, why } = echo;
  const reason = (
    <p class="why">
      {reasonsOf(why, t, lang).join(" · ")}
    </p>
  );
  const from = <p class="from">{sources.map((run, at) => [at > 0 && "; ", <Piece key={at} run={run} t={t} onOpen={onOpen} />])}</p>;
  if (quote) {
    return (
      <figure class="echo" data-kind={entry.kind}>
        <blockquote dir="auto">{quote.words}</blockquote>
        <figcaption>
          <p class="said" dir="auto">
            <Pieces runs={quote.said} t={t} onOpen={onOpen} />
          </p>
          {quote.remarks.map((remark) => (
            <p class="hint" dir="auto" key={remark}>
              {remark}
            </p>
          ))}
          {reason}
          {from}
        </figcaption>
      </figure>
    );
  }
  return (
    <article class="echo" data-kind={entry.kind}>
      <h3>
        <button type="button" class="link" data-kind={entry.kind} onClick={() => onOpen(entry.ref)}>
          {entry.name}
        </button>
        {when && <span class="when"> {when}</span>}
      </h3>
      <p class="told" dir="auto">
        <Pieces runs={text} t={t} onOpen={onOpen} />
      </p>
      {reason}
      {from}
    </article>
  );
}

function Pieces({ runs, t, onOpen }: { runs: readonly Run[]; t: Translate; onOpen(ref: string): void }) {
  return <>{runs.map((run, at) => <Piece key={at} run={run} t={t} onOpen={onOpen} />)}</>;
}

function Piece({ run: { text, style: Style, ref, href }, t, onOpen }: { run: Run; t: Translate; onOpen(ref: string): void }): ComponentChildren {
  const styled = Style ? <Style>{text}</Style> : text;
  if (ref !== undefined) {
    return (
      <button type="button" class="link" onClick={() => onOpen(ref)}>
        {styled}
      </button>
    );
  }
  // A pack may say anything, `javascript:` included: only addresses of the web become links.
  if (!href || !/^https?:\/\//i.test(href)) return styled;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {styled}
      <span class="aloud"> ({t("card_new_tab")})</span>
    </a>
  );
}

function firstWords(paragraph: string): string {
  const words = paragraph.trim().split(/\s+/u).slice(0, FIRST_WORDS);
  const isSpaceless = words.some((word) => word.length > FIRST_CHARACTERS);
  const short = isSpaceless ? [...words.join(" ")].slice(0, FIRST_CHARACTERS).join("") : words.join(" ");
  return short.length < paragraph.trim().length ? `${short} …` : short;
}
