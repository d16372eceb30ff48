/**
 * The page's side of the panel: says over a port what the page is about and where the reader is, again whenever that
 * changes, and goes where the panel asks. Runs while a panel is connected and costs a page nothing before.
 */
import { addressRead } from "../highlights/viewer-address";
import { FollowStep, type PageStory, type ReadingPlace } from "../messages/follow";
import { fault } from "../messages/schema";
import { type Block, DOCUMENT, parentOf } from "../page/blocks";
import { inSlices } from "../page/idle";
import type { Mention } from "../page/mention";
import { readPageFacts } from "../page/page-facts";
import type { PublishedPage } from "../page/published";
import { Dates, type NumberedStory, type PageHead, pageStory } from "./page-story";
import { listenForPointing, type Pointed } from "./pointing";
import { blockAt, blockAtLine, BlockIndex } from "./reading-line";

/** A story is not kept back longer than this (milliseconds) for dates that are still being read; they follow. */
const DATES_MS = 16;
/** From one telling to the next (milliseconds): some pages change all the time. */
const REST_MS = 250;
/** How often a page is looked at that changes without a word: its address, its title, whether it is annotated. */
const LOOK_MS = 500;

/** The port to a panel. */
export interface Line {
  say(message: PageStory | ReadingPlace): void;
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
}

/** @param published what the reader has left in the page; nothing before it has started */
export function follow(line: Line, published: () => PublishedPage | undefined, signal: AbortSignal): void {
  const gone = new AbortController();
  const until = AbortSignal.any([signal, gone.signal]);
  const dates = new Dates();
  let told: NumberedStory | null = null;
  /** See `outlineOf`: when the story was told last. */
  let outline = "";
  let index: BlockIndex | null = null;
  /** The block that the reader points at, until they scroll on. */
  let pointed: Block | null = null;
  /** The block that the panel has heard of as being read; none since the story was told anew. */
  let said: Block | null | undefined;
  let looking = false;
  let telling: Promise<void> | null = null;
  let again = false;

  const annotation = () => published()?.annotation() ?? null;

  /** Tells the story anew, at once; what changes within some time after is told together, at its end. */
  function changed(): void {
    again = telling !== null;
    telling ??= tell()
      .catch(console.warn)
      .then(() => new Promise((resolve) => setTimeout(resolve, REST_MS)))
      .then(() => {
        telling = null;
        if (again && !until.aborted) changed();
      });
  }

  async function tell(): Promise<void> {
    const page = published();
    if (!page) return;
    const blocks = [...(annotation()?.blocks() ?? [])];
    const { lang, published: day } = headOf(page);
    const reading = inSlices(dates.read(blocks, lang, day), until);
    let late = true;
    await Promise.race([reading.then(() => (late = false)), new Promise((resolve) => setTimeout(resolve, DATES_MS))]);
    if (until.aborted) return;
    send(page, blocks);
    if (!late) return;
    await reading;
    if (!until.aborted) send(page, blocks);
  }

  function send(page: PublishedPage, blocks: Block[]): void {
    told = pageStory(headOf(page), annotation()?.mentions() ?? [], blocks, dates);
    outline = outlineOf(page);
    line.say(told.story);
    index = new BlockIndex(blocks);
    // The numbers of blocks are those of the story: where the reader is has to be said anew.
    said = undefined;
    if (pointed && !blocks.includes(pointed)) pointed = null;
    attend(annotation()?.roots() ?? []);
    soonLook();
  }

  /** Once a frame at most, where the reader is. */
  function soonLook(): void {
    if (looking) return;
    looking = true;
    requestAnimationFrame(() => {
      looking = false;
      if (!until.aborted) look();
    });
  }

  function look(): void {
    if (!told || !index) return;
    const block = pointed ?? blockAtLine(window, shadowRoots(), index);
    if (block === said) return;
    said = block;
    const number = block ? told.blocks.indexOf(block) : -1;
    const refs = new Set(number < 0 ? [] : mentionsIn(block!).map(({ member }) => member.ref));
    line.say({ what: "reading", block: number < 0 ? null : number, text: block?.text ?? "", refs: [...refs] });
  }

  function mentionsIn(block: Block): Mention[] {
    return annotation()?.mentions().filter((each) => each.block === block) ?? [];
  }

  function shadowRoots(): ShadowRoot[] {
    return (annotation()?.roots() ?? []).filter((root): root is ShadowRoot => root.nodeType !== DOCUMENT);
  }

  function pointAt(at: Pointed): void {
    if (!index) return;
    const block = "node" in at ? index.at(at.node, at.offset) : blockAt(at.document, at.x, at.y, shadowRoots(), index);
    if (!block) return;
    pointed = block;
    soonLook();
  }

  function go({ what, ref, which }: FollowStep): void {
    const mention = what === "mention" ? annotation()?.mentions().filter(({ member }) => member.ref === ref)[which] : undefined;
    const block = mention?.block ?? (what === "block" ? told?.blocks[which] : undefined);
    if (!block) return;
    unfold(block.nodes[0]!);
    // At once: nothing moves that the reader has asked not to, and the next step may follow quickly.
    block.nodes[0]!.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
    if (mention) annotation()?.current(mention);
    // The scrolling is reported in the next frame; only then is it theirs that they point at.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        pointed = block;
        soonLook();
      }),
    );
  }

  const attend = listenForPointing({
    at: pointAt,
    scrolled() {
      pointed = null;
      soonLook();
    },
    signal: until,
  });

  line.onMessage.addListener((message) => {
    if (fault(FollowStep, message) === undefined) go(message as FollowStep);
  });
  line.onDisconnect.addListener(() => gone.abort());

  /** A page may change without a word; and its reader may start, or start anew, after us. */
  function watch(): void {
    const page = published();
    if (!page) return;
    page.onChange = () => listeners.forEach((each) => each());
    if (outlineOf(page) !== outline) changed();
  }

  listeners.add(changed);
  const watching = setInterval(watch, LOOK_MS);
  until.addEventListener("abort", () => {
    clearInterval(watching);
    listeners.delete(changed);
    annotation()?.current(null);
  });
  window.addEventListener("resize", soonLook, { signal: until });
  watch();
}

/** Of all panels that follow this page. */
const listeners = new Set<() => void>();

/** What is quickly looked at to see whether the page is another one. */
function outlineOf(page: PublishedPage): string {
  // That of a PDF, which stays while its reader turns the pages.
  return [page.state(), addressRead(location.href), document.title].join("\n");
}

function headOf(page: PublishedPage): PageHead {
  const { href } = location;
  const facts = readPageFacts(document, href, href.split("#")[0] === loadedFrom().split("#")[0]);
  return { state: page.state(), url: href, title: facts.title, lang: document.documentElement.lang, published: facts.published };
}

/** The address that the document was loaded from; an application may have changed it since. */
function loadedFrom(): string {
  return performance.getEntriesByType("navigation")[0]?.name ?? "";
}

/** Opens what is folded away around a node, as the browser does that looks for a text. */
function unfold(node: Node): void {
  for (let at: Node | null = node; at; at = parentOf(at)) if (at instanceof HTMLDetailsElement) at.open = true;
}
