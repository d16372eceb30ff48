import type { ComponentChildren } from "preact";
import { Fragment, type TargetedEvent } from "preact";
import type { CardEntry, Run } from "../../messages/contract";
import { CopyButton } from "./copy-button";
import { type Reader, type View, webAddress } from "./view";

/** What a text needs: the sources that its notes number. */
export interface Texts extends Reader {
  readonly content: Pick<CardEntry, "sources">;
}

/** The runs of a paragraph: text, names that open in the same card, numbered notes, links out. */
export function Runs({ view, runs }: { view: Texts; runs: readonly Run[] }) {
  return (
    <>
      {runs.map((run, i) => (
        <Fragment key={i}>{drawRun(view, run)}</Fragment>
      ))}
    </>
  );
}

function drawRun(view: Texts, run: Run): ComponentChildren {
  if (run.note !== undefined) return <Note view={view} index={run.note} locator={run.text} />;
  const Style = run.style;
  const text = Style ? <Style>{run.text}</Style> : run.text;
  const { ref, kind, href } = run;
  if (ref === undefined) return href === undefined ? text : <WebLink view={view} href={href} text={text} />;
  const open = () => view.onOpenRef(ref);
  // A name that opens in the same card. Not a `button`: that would not break over two lines like a text.
  return (
    <a
      class="ref"
      role="link"
      tabIndex={0}
      data-kind={kind}
      onClick={open}
      onKeyDown={(event) => event.key === "Enter" && open()}
    >
      {text}
    </a>
  );
}

interface WebLinkProps {
  view: Pick<View, "t">;
  href: string | undefined;
  text: ComponentChildren;
}

/** A link out of the card, in a new tab; mere text where there is no address of the web to open. */
export function WebLink({ view, href, text }: WebLinkProps) {
  const address = webAddress(href);
  if (!address) return <>{text}</>;
  return (
    <a class="out" href={address} target="_blank" rel="noopener noreferrer">
      {text}
      <span class="aloud"> ({view.t("card_new_tab")})</span>
    </a>
  );
}

/**
 * The small number of a note, in brackets where the text is copied: “1956.[1]”, not “1956.1”. Its source shows under the
 * line on hover, focus and press, over the text rather than between its lines: nothing moves that the reader did not move.
 */
function Note({ view, index, locator }: { view: Texts; index: number; locator: string }) {
  const source = view.content.sources[index];
  if (!source) return null;
  const number = index + 1;
  const keepInSight = ({ currentTarget }: TargetedEvent<HTMLElement>) => unfold(currentTarget.lastElementChild!);
  return (
    <span class="note" onMouseEnter={keepInSight} onFocusIn={keepInSight}>
      <button
        aria-label={view.t("card_note", number, locator ? `${source.short}, ${locator}` : source.short)}
        // Safari and Firefox on a Mac do not focus a pressed button, and the source shows for as long as it has focus.
        onClick={(event) => event.currentTarget.focus()}
      >
        <i>[</i>
        {number}
        <i>]</i>
      </button>
      <span class="source">
        <span dir="auto">{source.full}</span>
        <span class="row">
          {locator && <span>{locator}</span>}
          {webAddress(source.link) && <WebLink view={view} href={source.link} text={view.t("card_open_source")} />}
          <CopyButton {...view} text={locator ? `${source.full} ${locator}` : source.full} label="card_copy" />
        </span>
      </span>
    </span>
  );
}

/** Turns the box of a source upward where it would reach below what is visible of the card. */
function unfold(box: Element): void {
  box.classList.remove("up");
  const port = box.closest(".body")?.getBoundingClientRect();
  if (port && box.getBoundingClientRect().bottom > port.bottom) box.classList.add("up");
}
