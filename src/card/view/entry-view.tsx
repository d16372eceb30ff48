import { Component, createRef } from "preact";
import type { Translate } from "../../i18n/translate";
import type { CardContent } from "../../messages/contract";
import type { Kind } from "../../packs/model";
import { type Detail, detailsOf, Panel, Toggles } from "./details";
import { Quotes } from "./quotes";
import { joined, Ref, Runs, sentence } from "./text";
import type { Reader, View } from "./view";

export interface EntryViewProps extends Reader {
  content: CardContent;
  /** How often the entry stands on the open page; nothing is said where missing. */
  count?: number;
}

/** An entry as the reader sees it, in the card and wherever else one is shown. Give it the entry's `ref` as key. */
export class EntryView extends Component<EntryViewProps, { open: Detail | null }> {
  // Where there is no text to read first, the first detail is what there is to read.
  override state = { open: isBare(this.props.content) ? (detailsOf(this.props.content)[0] ?? null) : null };
  private readonly panel = createRef<HTMLElement>();

  private readonly toggle = (open: Detail | null) =>
    this.setState({ open }, () => this.panel.current?.scrollIntoView({ block: "nearest" }));

  override render(props: EntryViewProps, { open }: { open: Detail | null }) {
    const { content, count, t } = props;
    const empty = isBare(content) && !open && content.who.length === 0;
    return (
      <article class="entry-view" data-kind={content.kind}>
        <Head t={t} kind={content.kind} name={content.name} own={content.own} count={count} />
        <Who {...props} />
        <Here {...props} />
        {content.context.map((runs) => (
          <p class="context" dir="auto">
            <Runs view={props} runs={runs} />
          </p>
        ))}
        {empty && <p class="state">{t("card_names_only")}</p>}
        <Quotes view={props} beside={<Toggles view={props} open={open} onToggle={this.toggle} />} />
        {open && <Panel at={this.panel} view={props} detail={open} />}
        <p class="pack">{t("card_pack", content.pack.title, content.pack.licence)}</p>
      </article>
    );
  }
}

function isBare({ context, quotes }: CardContent): boolean {
  return context.length === 0 && quotes.length === 0;
}

interface HeadProps {
  t: Translate;
  kind: Kind | undefined;
  name: string;
  own?: CardContent["own"];
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

/** What the name stands for where it stands, whether it does, and who else it could be. */
function Here(view: View) {
  const { here } = view.content;
  if (!here || !(here.doubtful || here.sense || here.others.length > 0)) return null;
  const { sense, senseRef } = here;
  const names = here.others.map((link) => <Ref view={view} to={link.ref} text={link.name} />);
  return (
    <p class="doubt">
      {sense && sentence(view, "card_sense", senseRef ? <Ref view={view} to={senseRef} text={sense} /> : sense)}{" "}
      {here.doubtful && view.t("card_uncertain")}{" "}
      {names.length > 0 && sentence(view, "card_alternatives", joined(view.lang, "disjunction", names))}
    </p>
  );
}
