import { Component, createRef } from "preact";
import type { Translate } from "../../i18n/translate";
import type { CardEntry } from "../../messages/contract";
import type { Kind } from "../../packs/model";
import { Panel, Toggles } from "./details";
import { Quotes } from "./quotes";
import { Runs } from "./text";
import type { Reader, View } from "./view";

export interface EntryViewProps extends Reader {
  content: CardEntry;
  /** How often the entry stands on the open page; nothing is said where missing. */
  count?: number;
}

/** An entry as the reader sees it, in the card and wherever else one is shown. Give it the entry's `ref` as key. */
export class EntryView extends Component<EntryViewProps, { open: number }> {
  override state = { open: this.props.content.open ?? -1 };
  private readonly panel = createRef<HTMLElement>();

  private readonly toggle = (open: number) =>
    this.setState({ open }, () => this.panel.current?.scrollIntoView({ block: "nearest" }));

  override render(props: EntryViewProps, { open }: { open: number }) {
    const { content, count, t } = props;
    const detail = content.details[open];
    const { who, context, quotes } = content;
    const empty = !detail && [...who, ...context, ...quotes].length === 0;
    return (
      <article class="entry-view" data-kind={content.kind}>
        <Head t={t} kind={content.kind} name={content.name} own={content.own} count={count} />
        <Who {...props} />
        {content.here && (
          <p class="doubt" dir="auto">
            <Runs view={props} runs={content.here} />
          </p>
        )}
        {content.context.map((runs) => (
          <p class="context" dir="auto">
            <Runs view={props} runs={runs} />
          </p>
        ))}
        {empty && <p class="state">{t("card_names_only")}</p>}
        <Quotes view={props} beside={<Toggles view={props} open={open} onToggle={this.toggle} />} />
        {detail && <Panel at={this.panel} view={props} detail={detail} />}
        <p class="pack">{content.from}</p>
      </article>
    );
  }
}

interface HeadProps {
  t: Translate;
  kind: Kind | undefined;
  name: string;
  own?: CardEntry["own"];
  count?: number | undefined;
}

/** Kind, count and name: what is known of an entry before it is read. */
export function Head({ t, kind, name, own, count = 0 }: HeadProps) {
  return (
    <header data-kind={kind}>
      <div class="kind">
        {kind && <i class="dot" />}
        {kind && t(`kind_${kind}`)}
        {count > 0 && <span>{count === 1 ? t("card_count_one") : t("card_count", count)}</span>}
      </div>
      <h2 tabIndex={-1} dir="auto">
        <span>{name}</span>
        {own && <bdi lang={own.lang}>{own.text}</bdi>}
      </h2>
    </header>
  );
}

/** When, and who or what in one sentence. */
function Who(view: View) {
  const { when, who } = view.content;
  if (!when && who.length === 0) return null;
  return (
    <p class="who" dir="auto">
      {when && <span class="when">{when}</span>}
      {when && who.length > 0 && " · "}
      <Runs view={view} runs={who} />
    </p>
  );
}
