import { Component, type ComponentChildren, createRef } from "preact";
import type { CardQuote } from "../../messages/contract";
import { CopyButton, SaveButton } from "./copy-button";
import { Runs } from "./text";
import type { View } from "./view";

interface QuotesProps {
  view: View;
  /** Stands in the row of the pager. */
  beside: ComponentChildren;
}

/** One quote at a time, the best first. */
export class Quotes extends Component<QuotesProps, { index: number }> {
  override state = { index: 0 };
  private readonly box = createRef<HTMLDivElement>();

  private turn(step: number): void {
    const { length } = this.props.view.content.quotes;
    // A shorter quote leaves the arrows where they are: the reader's next press should not miss.
    const box = this.box.current;
    if (box) box.style.minHeight = `${box.offsetHeight}px`;
    this.setState(
      ({ index }) => ({ index: (index + step + length) % length }),
      () => box?.scrollIntoView({ block: "nearest" }),
    );
  }

  override render({ view, beside }: QuotesProps, { index }: { index: number }) {
    const { quotes } = view.content;
    const quote = quotes[index];
    if (!quote) return <div class="row more">{beside}</div>;
    return (
      <>
        <div ref={this.box}>
          <Quote key={quote.id} view={view} quote={quote} />
        </div>
        <div class="row more">
          {quotes.length > 1 && (
            <span class="pager">
              <button aria-label={view.t("card_quote_previous")} onClick={() => this.turn(-1)}>
                ‹
              </button>
              <span role="status">{view.t("card_quote_position", index + 1, quotes.length)}</span>
              <button aria-label={view.t("card_quote_next")} onClick={() => this.turn(1)}>
                ›
              </button>
            </span>
          )}
          {beside}
        </div>
      </>
    );
  }
}

function Quote({ view, quote }: { view: View; quote: CardQuote }) {
  const { id, words, said, remarks, source, copy } = quote;
  return (
    <figure>
      <blockquote dir="auto">{words}</blockquote>
      <figcaption>
        <div class="said" dir="auto">
          <Runs view={view} runs={said} />
        </div>
        {remarks.map((remark) => (
          <div dir="auto">{remark}</div>
        ))}
        <div class="row">
          <span dir="auto">
            <Runs view={view} runs={[source]} />
          </span>
          <CopyButton {...view} text={copy} label="card_copy" />
          <SaveButton {...view} entry={view.content.ref} quote={id} />
        </div>
      </figcaption>
    </figure>
  );
}
