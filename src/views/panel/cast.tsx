/** Who and what the page is about, the most important first, each with the way to where it is named. */
import { useState } from "preact/hooks";
import type { Translate } from "../../i18n/translate";
import type { FollowStep, PageStory, ReadingPlace } from "../../messages/follow";
import type { CastDetail } from "../../messages/panel";
import { Emblem } from "./emblem";
import { placesOf, stepFrom } from "./steps";

export interface CastProps {
  t: Translate;
  story: PageStory;
  reading: ReadingPlace | null;
  details: ReadonlyMap<string, CastDetail>;
  /** Refs of those whom the reader knows. */
  known: readonly string[];
  /** The mention of each entry that was gone to last, by refs. */
  at: ReadonlyMap<string, number>;
  onGo(step: FollowStep): void;
  onOpen(ref: string): void;
}

export function Cast({ story, details, known, reading, at, ...rest }: CastProps) {
  const places = placesOf(story);
  const weight = (member: number) => story.weights?.[member] ?? places[member]!.length;
  const order = story.cast.map((_, member) => member).sort((a, b) => weight(b) - weight(a));
  return (
    <ul class="cast">
      {order.map((member) => {
        const { ref, name, kind } = story.cast[member]!;
        const own = details.get(ref);
        return (
          <Member
            key={ref}
            {...rest}
            entry={{ ref, name, kind }}
            detail={own}
            known={known.includes(ref)}
            here={reading?.refs.includes(ref) ?? false}
            blocks={places[member]!}
            at={at.get(ref) ?? null}
            reading={reading?.block ?? null}
          />
        );
      })}
    </ul>
  );
}

interface MemberProps extends Pick<CastProps, "t" | "onGo" | "onOpen"> {
  entry: PageStory["cast"][number];
  detail: CastDetail | undefined;
  known: boolean;
  /** Named in the paragraph that is being read. */
  here: boolean;
  /** Those in which it is named. */
  blocks: readonly number[];
  at: number | null;
  reading: number | null;
}

function Member({ t, entry: { ref, name, kind }, detail, known, here, blocks, at, reading, onGo, onOpen }: MemberProps) {
  const go = (direction: 1 | -1) => onGo({ what: "mention", ref, which: stepFrom(blocks, at, reading, direction) });
  const shown = at !== null && at < blocks.length;
  // While a page is read its counts change, all of them: said is what comes of a step, to whoever takes it.
  const [stepping, setStepping] = useState(false);
  return (
    <li class={`member ${kind}${known ? " known" : ""}${here ? " here" : ""}`}>
      <button type="button" class="who" data-entry={ref} onClick={() => onOpen(ref)}>
        <Emblem kind={kind} initials={detail?.initials ?? ""} />
        <span class="head">
          <bdi class="name">{name}</bdi>
          {detail?.own && (
            <>
              {" "}
              <bdi class="own" lang={detail.own.lang}>
                {detail.own.text}
              </bdi>
            </>
          )}
          {detail?.when && detail.lines.length === 0 && (
            <>
              {" "}
              <span class="when">{detail.when}</span>
            </>
          )}
        </span>
        {!known && detail?.who && <span class="said">{detail.who}</span>}
        {!known && detail && <Lines t={t} lines={detail.lines} />}
        {known && <span class="said">{t("panel_known")}</span>}
      </button>
      <div class="steps" role="group" aria-label={name} onFocusIn={() => setStepping(true)} onFocusOut={() => setStepping(false)}>
        <button type="button" class="step" aria-label={t("panel_previous", name)} onClick={() => go(-1)}>
          <Arrow up />
        </button>
        <span class="count" aria-live={stepping ? "polite" : "off"}>
          {shown ? t("panel_mention_at", at + 1, blocks.length) : t("panel_mentions", blocks.length)}
        </span>
        <button type="button" class="step" aria-label={t("panel_next", name)} onClick={() => go(1)}>
          <Arrow />
        </button>
      </div>
    </li>
  );
}

/** What they were, and what became of them. */
function Lines({ t, lines }: { t: Translate; lines: CastDetail["lines"] }) {
  const end = lines.find(({ what }) => what === "end");
  return (
    <>
      {lines
        .filter(({ what }) => what !== "end")
        .map(({ what, text, when }, index, all) => (
          <span class="office" key={what}>
            <span class="label">{t(what === "then" ? "panel_then" : what === "now" ? "panel_now" : "panel_role")}</span>{" "}
            <span>
              {[text, when, index === all.length - 1 ? end?.text : undefined].filter(Boolean).join(", ")}
            </span>
          </span>
        ))}
    </>
  );
}

function Arrow({ up = false }: { up?: boolean }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={up ? "M4 10l4-4 4 4" : "M4 6l4 4 4-4"} />
    </svg>
  );
}
