/**
 * Looking names up: a field, what was found while one types, and the entry that was opened. A combobox with a list box
 * (WAI-ARIA 1.2): the keyboard stays in the field, arrows go through the list, Enter opens, Escape leads back.
 */
import type { ComponentChildren, TargetedKeyboardEvent } from "preact";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { saidOfNothing } from "../../i18n/said-of-nothing";
import type { Translate } from "../../i18n/translate";
import type { CardContent, FoundEntry, LookUpAnswer } from "../../messages/contract";
import { useAsked } from "../use";
import { OpenedEntry } from "./opened-entry";

/** Results that fit without scrolling much; typing on is quicker than reading further. */
const MOST_RESULTS = 12;

export interface LookUpActions {
  lookUp(query: string, limit: number): Promise<LookUpAnswer>;
  card(ref: string): Promise<CardContent | null>;
  copy(text: string): Promise<boolean>;
  save?(ref: string, quote: string): Promise<string>;
}

export interface LookUpProps {
  t: Translate;
  /** BCP 47 language that `t` speaks. */
  lang: string;
  actions: LookUpActions;
  /** Entries opened one from another, by their refs: the last is shown in place of field and list. */
  opened: readonly string[];
  onOpened(opened: readonly string[]): void;
  /** What is looked for to begin with; it can be typed over. */
  initial?: string;
  onQuery?(query: string): void;
  /** The keyboard is in the field from the beginning. */
  autoFocus?: boolean;
  /** Shown while the field is empty. */
  children?: ComponentChildren;
}

export function LookUp({ t, lang, actions, opened, onOpened, initial = "", onQuery, autoFocus = false, children }: LookUpProps) {
  const [query, setQuery] = useState(initial);
  const field = useRef<HTMLInputElement>(null);
  const ref = opened.at(-1);
  const isOpen = ref !== undefined;
  const entry = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(isOpen);
  useLayoutEffect(() => {
    // What had the keyboard is hidden now, or gone.
    if (isOpen) entry.current?.querySelector<HTMLElement>("button")?.focus();
    // Whoever comes back from an entry goes on in the list, from where it was scrolled to.
    else if (wasOpen.current || autoFocus) field.current?.focus({ preventScroll: wasOpen.current });
    wasOpen.current = isOpen;
  }, [ref]);
  const back = () => onOpened(opened.slice(0, -1));
  const open = (next: string) => onOpened([...opened, next]);
  const type = (typed: string) => {
    setQuery(typed);
    onQuery?.(typed);
  };
  return (
    <>
      {isOpen && (
        <div ref={entry} onKeyDown={(event) => isPlain(event, "Escape") && handled(event, back)}>
          <OpenedEntry key={ref} entry={ref} t={t} lang={lang} actions={actions} back={t("popup_back")} onBack={back} onOpen={open} />
        </div>
      )}
      {/* What was found stays as it was, for the way back. */}
      <div class="look-up" hidden={isOpen}>
        <search>
          <Search t={t} actions={actions} query={query} field={field} onType={type} onOpen={open} />
        </search>
        {!isOpen && !query.trim() && children}
      </div>
    </>
  );
}

interface SearchProps {
  t: Translate;
  actions: LookUpActions;
  query: string;
  field: { current: HTMLInputElement | null };
  onType(query: string): void;
  onOpen(ref: string): void;
}

function Search({ t, actions, query, field, onType, onOpen }: SearchProps) {
  const id = useId();
  const [chosen, setChosen] = useState<{ of: LookUpAnswer | null; at: number }>({ of: null, at: 0 });
  const wanted = query.trim();
  // With nothing to look for the names are made ready, so that the first letter finds them so.
  const asked = useAsked(async () => ({ wanted, answer: await actions.lookUp(wanted, MOST_RESULTS) }), [wanted]);
  // What was found before stays until there is something else to show.
  const answer = wanted && asked.state === "answered" && asked.value.wanted ? asked.value.answer : null;
  const isLate = asked.state === "answered" && asked.value.wanted !== wanted;
  const all = answer ? [...answer.found, ...answer.nearest] : [];
  const at = chosen.of === answer ? chosen.at : 0;
  const active = all[at];
  /** Enter was pressed before what was typed last was looked for. */
  const entered = useRef(false);
  useEffect(() => {
    if (entered.current && !isLate && active) onOpen(active.ref);
    if (!isLate) entered.current = false;
  }, [asked]);
  useEffect(() => document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: "nearest" }), [at]);
  // In a panel that has been open for long, the background has been stopped meanwhile, and has to open the packs anew.
  const makeReady = () => void actions.lookUp("", MOST_RESULTS).catch(() => undefined);
  const onKey = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    const to = stepped(event, at, all.length);
    if (to !== null) handled(event, () => setChosen({ of: answer, at: to }));
    else if (isPlain(event, "Enter") && wanted && (isLate || asked.state === "asking")) handled(event, () => (entered.current = true));
    else if (isPlain(event, "Enter") && active) handled(event, () => onOpen(active.ref));
    else if (isPlain(event, "Escape") && query) handled(event, () => onType(""));
  };
  return (
    <>
      <input
        ref={field}
        type="search"
        class="search"
        role="combobox"
        aria-expanded={all.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active ? `${id}-${at}` : undefined}
        placeholder={t("popup_search")}
        aria-label={t("popup_search")}
        autocomplete="off"
        spellcheck={false}
        value={query}
        onFocus={makeReady}
        onInput={(event) => onType(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      {wanted !== "" && <p class={answer && answer.found.length > 0 ? "aloud" : "said"} role="status">{said(t, asked.state, answer)}</p>}
      <ul class="entries" id={`${id}-list`} role="listbox" aria-label={t("popup_results")} aria-busy={isLate} hidden={all.length === 0}>
        {all.map((entry, place) => (
          <Result key={entry.ref} id={`${id}-${place}`} t={t} entry={entry} active={place === at} onOpen={onOpen} />
        ))}
      </ul>
    </>
  );
}

interface ResultProps {
  id: string;
  t: Translate;
  entry: FoundEntry;
  active: boolean;
  onOpen(ref: string): void;
}

function Result({ id, t, entry: { ref, name, kind, who, matched }, active, onOpen }: ResultProps) {
  // The field keeps the keyboard.
  return (
    <li id={id} role="option" aria-selected={active} class={`entry found ${kind}`} onPointerDown={(event) => event.preventDefault()} onClick={() => onOpen(ref)}>
      <span class="dot" aria-hidden="true" />
      <span class="name">
        <bdi>{name}</bdi> {matched && <bdi class="matched">{matched}</bdi>}
      </span>
      <span class="kind">{t(`kind_${kind}`)}</span>
      {who && <span class="who">{who}</span>}
    </li>
  );
}

/** What is said below the field, and aloud. */
function said(t: Translate, state: "asking" | "answered" | "failed", answer: LookUpAnswer | null): string {
  if (state === "failed") return t("look_up_failed");
  if (!answer) return t("popup_asking");
  return answer.found.length > 0 ? t("look_up_found", answer.found.length) : saidOfNothing(t, answer);
}

/** Where an arrow leads in a list; past its ends to the other one. Null for other keys. */
function stepped(event: KeyboardEvent, at: number, count: number): number | null {
  if (count === 0) return null;
  if (isPlain(event, "ArrowDown")) return (at + 1) % count;
  return isPlain(event, "ArrowUp") ? (at - 1 + count) % count : null;
}

function isPlain(event: KeyboardEvent, key: string): boolean {
  return event.key === key && !event.isComposing && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
}

function handled(event: Event, run: () => void): void {
  event.preventDefault();
  event.stopPropagation();
  run();
}
