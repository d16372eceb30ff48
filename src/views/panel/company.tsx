/** Who stands with whom: those on the page as a drawing, names with lines between them, or as a list. */
import type { TargetedKeyboardEvent } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import { Runs } from "../../card/index";
import { type Bond, company, type Company as CompanyContent, type Link } from "../../messages/contract";
import { layOutCompany, neighbour } from "../../story/company-layout";
import { joined, nameOf, sentence } from "../../story/sentences";
import { copy } from "../copy";
import { castRequest } from "./cast-request";
import { useSize } from "./measure";
import type { SectionProps } from "./section-props";
import { useKept } from "./use-kept";

/** Around a name: its dot and its room, in px; its height in times of the type's size. */
const PADDING = 38;
const HEIGHT = 2.1;
/** A name is cut at this part of the width, but not below so many px: in a narrow sidebar it would be its first letters. */
const WIDEST = 0.46;
const LEAST_WIDEST = 124;

export function Company(props: SectionProps) {
  const { t, lang, story, ask, onOpen } = props;
  const [asList, setAsList] = useState(false);
  const request = useMemo(() => ({ cast: castRequest(story) }), [story]);
  const asked = useKept(`company ${JSON.stringify(request)}`, () => ask(company, request));
  if (asked.state === "failed") return <p role="alert">{t("company_failed")}</p>;
  if (asked.state === "asking") return <p role="status">{t("popup_asking")}</p>;
  const { nodes, alone } = asked.value;
  if (nodes.length === 0) return <p role="status">{t("company_none")}</p>;
  const view = { t, lang, onOpenRef: onOpen, onCopy: copy, content: { sources: [] } };
  return (
    <div class="company-view">
      <p class="as-list">
        <button type="button" class="button" aria-pressed={asList} onClick={() => setAsList(!asList)}>
          {t("company_list")}
        </button>
      </p>
      {asList ? <List {...props} company={asked.value} /> : <Drawing {...props} key={nodes.map(({ ref }) => ref).join(" ")} company={asked.value} />}
      {alone.length > 0 && (
        <p class="hint entry-view" dir="auto">
          <Runs view={view} runs={sentence(t, "company_alone", joined(lang, "conjunction", alone.map((link) => [nameOf(link)])))} />
        </p>
      )}
    </div>
  );
}

interface CompanyProps extends SectionProps {
  company: CompanyContent;
}

function Drawing(props: CompanyProps) {
  const { t, lang, company: { nodes, bonds }, onOpen } = props;
  const plot = useRef<HTMLDivElement>(null);
  const { width, type, measure } = useSize(plot);
  const [chosen, setChosen] = useState(-1);
  const labels = useMemo(
    () => nodes.map(({ short }) => ({ width: Math.min(width, Math.max(width * WIDEST, LEAST_WIDEST), measure(short) + PADDING), height: HEIGHT * type })),
    [nodes, width, type, measure],
  );
  const { points, height } = useMemo(() => layOutCompany(labels, bonds, width), [labels, bonds, width]);
  const joinedTo = (at: number) => bonds.flatMap(({ a, b }) => (a === at ? [b] : b === at ? [a] : []));
  const isNear = (at: number) => chosen < 0 || at === chosen || joinedTo(chosen).includes(at);
  const keys = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (!/^Arrow(?:Left|Right|Up|Down)$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const buttons = [...event.currentTarget.querySelectorAll("button")];
    const from = buttons.indexOf(event.target as HTMLButtonElement);
    buttons[neighbour(points, from, joinedTo(from), event.key as Parameters<typeof neighbour>[3])]?.focus();
  };
  return (
    <>
      <div ref={plot} class="drawing" role="group" dir="ltr" aria-label={t("company_label")} style={{ height: `${height}px` }} onKeyDown={keys}>
        <svg width={width} height={height} aria-hidden="true">
          {bonds.map(({ a, b, strength }) => (
            <line
              key={`${a} ${b}`}
              class={chosen < 0 ? "bond" : a === chosen || b === chosen ? "bond near" : "bond far"}
              stroke-width={strength / 1.5}
              x1={points[a]!.x}
              y1={points[a]!.y}
              x2={points[b]!.x}
              y2={points[b]!.y}
            />
          ))}
        </svg>
        {nodes.map(({ ref, name, short, kind }, at) => (
          <button
            key={ref}
            type="button"
            class={isNear(at) ? "node" : "node far"}
            data-kind={kind}
            style={{
              left: `${points[at]!.x - labels[at]!.width / 2}px`,
              top: `${points[at]!.y - labels[at]!.height / 2}px`,
              width: `${labels[at]!.width}px`,
              height: `${labels[at]!.height}px`,
            }}
            aria-pressed={at === chosen}
            aria-label={t("company_joined", name, new Intl.ListFormat(lang).format(joinedTo(at).map((other) => nodes[other]!.name)))}
            onClick={() => setChosen(at === chosen ? -1 : at)}
          >
            <i />
            <span title={name}>{short}</span>
          </button>
        ))}
      </div>
      <p class="hint">{t("company_hint")}</p>
      <div aria-live="polite">
        {chosen >= 0 && (
          <>
            <button type="button" class="button" onClick={() => onOpen(nodes[chosen]!.ref)}>
              {t("company_open", nodes[chosen]!.name)}
            </button>
            {bonds
              .filter(({ a, b }) => a === chosen || b === chosen)
              .map((bond) => (
                <BondInWords key={`${bond.a} ${bond.b}`} {...props} bond={bond} first={chosen} />
              ))}
          </>
        )}
      </div>
    </>
  );
}

interface BondProps extends CompanyProps {
  bond: Bond;
  /** Which of the two is named first. */
  first: number;
}

function BondInWords({ t, lang, company: { nodes }, onOpen, bond, first }: BondProps) {
  const view = { t, lang, onOpenRef: onOpen, onCopy: copy, content: bond };
  const [a, b] = bond.a === first ? [bond.a, bond.b] : [bond.b, bond.a];
  const name = (at: number) => [nameOf(nodes[at] as Link)];
  return (
    <section class="in-words entry-view">
      <h2 dir="auto">
        <Runs view={view} runs={sentence(t, "company_pair", name(a), name(b))} />
      </h2>
      <ul>
        {bond.says.map(({ text, when }, at) => (
          <li key={at} class="context" dir="auto">
            {when && <b class="when">{when}</b>} <Runs view={view} runs={text} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function List(props: CompanyProps) {
  return (
    <>
      {props.company.bonds.map((bond) => (
        <BondInWords key={`${bond.a} ${bond.b}`} {...props} bond={bond} first={bond.a} />
      ))}
    </>
  );
}
