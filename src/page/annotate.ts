/**
 * The open page, annotated: reads it, asks which names stand in it, paints them, and keeps up with its changes.
 */
import { type Here, MENTION_STRIDE, type SpotAnswer, type SpotRequest } from "../messages/contract";
import { type Block, DOCUMENT, isAround, isCurrent, isOutOfBounds, isShownNow, parentOf, readBlocks, type Root } from "./blocks";
import { hitTest, linesOf, toTop } from "./hit";
import { idle, inSlices } from "./idle";
import type { CastMember, Mention } from "./mention";
import { readingOrder } from "./order";
import { createPainter, eraseAll } from "./paint";
import { watch } from "./watch";

/**
 * Characters of the first message of an update, so that the first names are marked early; and of the further ones. Each
 * answer costs a frame in which the browser paints the page anew, so few are better; but handing a message to the browser
 * holds the page's thread: in Firefox 1 ms for 45 000, 2 to 6 ms for 260 000, 8 to 13 ms for half a million.
 */
const FIRST_MESSAGE = 4_000;
const MESSAGE = 60_000;

export type PaintSettings = Pick<Here, "density" | "style" | "quiet" | "css">;

export interface AnnotateOptions {
  /** Asks which names stand in some blocks. */
  spot(request: SpotRequest): Promise<SpotAnswer>;
  settings: PaintSettings;
  /**
   * Called when another tree (shadow root, frame) has been found, the document itself first; and again whenever it is
   * come across: the page may have written it anew and thrown its listeners out.
   */
  onRoot(root: Root): void;
  /** Called after the mentions have changed. */
  onChange(): void;
  /** The address changed under the document: is what stands here now still to be annotated? */
  stillWanted(): boolean;
  /** Called before each round of work: whoever has a reason to end it may do so. */
  onRound(): void;
  signal: AbortSignal;
}

export interface Annotation {
  /** True until the page has been read for the first time. */
  readonly reading: boolean;
  /** What is painted, in reading order. */
  painted(): readonly Mention[];
  /** All mentions in reading order, also those that the settings hide. */
  mentions(): readonly Mention[];
  /** The text of the page, nearly in reading order. */
  blocks(): Iterable<Block>;
  /** The painted mention at a point of a document's viewport, in CSS pixels. */
  hit(document: Document, x: number, y: number): Mention | null;
  /** The lines that a mention stands on, in CSS pixels of the top window's viewport; none where it is not laid out. */
  lines(mention: Mention): DOMRect[];
  /** A point of a document's viewport, which may be a frame's, in that of the top window. */
  toTop(document: Document, x: number, y: number): { x: number; y: number };
  /** The trees that are read. */
  roots(): Root[];
  /** Marks the mention that is being looked at. */
  current(mention: Mention | null): void;
  apply(settings: PaintSettings): void;
  /**
   * Asks about the whole page again, because the answers are other ones now. The marks stay until there are new ones.
   * Resolves when it is done.
   */
  reread(): Promise<void>;
}

export function annotate(document: Document, options: AnnotateOptions): Annotation {
  const { signal } = options;
  const painter = createPainter(options.settings.css, options.settings.style);
  /** The trees that are read, each with what takes our style sheet out of it. */
  const roots = new Map<Root, () => void>();
  /** Blocks with what is named in them. */
  const blocks = new Map<Block, Mention[]>();
  /** By their first node. */
  const blocksAt = new WeakMap<Text, Set<Block>>();
  const members = new Map<string, CastMember>();
  let settings = options.settings;
  let serial = 0;
  let seen: string[] = [];
  /** What was said of blocks that have been asked about again. */
  const stale: Mention[] = [];
  let reading = true;
  let ordered: Block[] | null = null;
  let updating = Promise.resolve();

  const watcher = watch(document, () => roots.keys(), { changed: update, moved: restart, renewed: found, began: tend }, signal);
  signal.addEventListener("abort", () => {
    for (const [root, undress] of roots) {
      undress();
      if (root.nodeType === DOCUMENT && isShownNow(root)) eraseAll((root as Document).defaultView!);
    }
  });

  function found(root: Root): void {
    if (!roots.has(root)) roots.set(root, painter.dress(root));
    watcher.add(root);
    options.onRoot(root);
  }

  /** Lets go of the trees that have left the page, and puts right what is not as it should be in the others. */
  function tend(): void {
    options.onRound();
    if (signal.aborted) return;
    for (const [root, undress] of roots) {
      if (!isShownNow(root)) {
        undress();
        roots.delete(root);
      } else if (root.nodeType === DOCUMENT) painter.restore(root as Document, settings.style);
    }
  }

  /** Updates follow one another: two at once would mark the same text twice, or text that has gone. */
  function update(parts = new Set<Element | Root>([document]), abandoned: Set<Element | Root> = new Set(), anew = false): Promise<void> {
    return inTurn(() => updateNow(parts, abandoned, anew));
  }

  function inTurn(work: () => Promise<void>): Promise<void> {
    updating = updating.then(work).then(() => signal.aborted || options.onChange()).catch(console.warn) as Promise<void>;
    return updating;
  }

  /**
   * Reads the given parts of the page and brings the mentions up to date with them. While it reads, what has been read
   * is asked about, and what has been answered is marked. One question at a time: an answer says what the next has to
   * know.
   * @param anew asks also about what is known already
   */
  async function updateNow(parts: Set<Element | Root>, abandoned: Set<Element | Root>, anew: boolean): Promise<void> {
    const fresh: Block[] = [];
    let waiting = 0;
    let enough = FIRST_MESSAGE;
    let asking: Promise<void> | null = null;
    let taking = Promise.resolve();
    await idle();
    await inSlices(readAll(), signal);
    await asking;
    enough = 0;
    await ask();
    await taking;
    if (settings.density !== "all") await inSlices(repaint(), signal);
    // Only now, that no mark is gone for a moment.
    stale.splice(0).forEach(painter.erase);

    function* readAll(): Generator<void> {
      const isPart = (node: Node) => parts.has(node as Element);
      const read = new Set<Block>();
      const block = (each: Block) => {
        const known = sameBlock(each);
        read.add(known ?? each);
        if (known && !anew) return;
        fresh.push(known ?? each);
        waiting += each.text.length;
        if (waiting > enough) asking ??= ask().finally(() => (asking = null));
      };
      for (const part of parts) {
        yield;
        if (!part.isConnected || isAround(parentOf(part), isPart) || isOutOfBounds(part)) continue;
        yield* readBlocks(part, { block, root: found, hidden: watcher.remember });
      }
      yield* sweep((node) => isPart(node) || abandoned.has(node as Element), read);
    }

    async function ask(): Promise<void> {
      while (waiting > enough && !signal.aborted) {
        enough &&= MESSAGE;
        const batch: Block[] = [];
        for (let size = 0; fresh.length && size < MESSAGE; ) {
          const block = fresh.shift()!;
          batch.push(block);
          size += block.text.length;
          waiting -= block.text.length;
        }
        const request = { lang: document.documentElement.lang, blocks: batch.map((block) => block.text), seen };
        // Without an answer, they are asked about again: the background is still starting, or was stopped at work.
        const answer = await options.spot(request).catch(() => batch.forEach(forget));
        if (!answer) continue;
        seen = answer.seen;
        taking = taking.then(() => inSlices(take(batch, answer), signal));
      }
    }
  }

  function sameBlock(block: Block): Block | undefined {
    return [...(blocksAt.get(block.nodes[0]!) ?? [])].find(
      (each) =>
        each.text === block.text &&
        String(each.starts) === String(block.starts) &&
        each.nodes.every((node, at) => node === block.nodes[at]),
    );
  }

  /** Has a block asked about again, also where there was an answer before. */
  function forget({ nodes: [first] }: Block): void {
    blocksAt.get(first!)?.clear();
    watcher.again(first!);
  }

  /** Drops the blocks that have left the page, and those that stood in the parts just read and were not met again. */
  function* sweep(isPart: (node: Node) => boolean, read: Set<Block>): Generator<void> {
    for (const block of blocks.keys()) {
      const first = block.nodes[0]!;
      if (!isShownNow(first) || (!read.has(block) && isAround(first, isPart))) drop(block);
      yield;
    }
  }

  function drop(block: Block): void {
    for (const mention of blocks.get(block)!) painter.erase(mention);
    ordered = null;
    blocks.delete(block);
    blocksAt.get(block.nodes[0]!)!.delete(block);
  }

  function* take(batch: Block[], { entries, mentions }: SpotAnswer): Generator<void> {
    for (const [which, block] of batch.entries()) {
      yield;
      // What has changed since it was read is read again in the next round.
      if (watcher.hasNews() && !isCurrent(block)) continue;
      const first = block.nodes[0]!;
      blocksAt.set(first, (blocksAt.get(first) ?? new Set()).add(block));
      // They are there until all of the new ones are.
      const before = blocks.get(block) ?? [];
      const now: Mention[] = [];
      blocks.set(block, before);
      for (let at = 0; at + MENTION_STRIDE <= mentions.length; at += MENTION_STRIDE) {
        if (mentions[at] !== which) continue;
        const [, start, end, entry, thousandths] = mentions.slice(at, at + MENTION_STRIDE) as [number, number, number, number, number];
        const link = entries[entry];
        if (!link || start >= end || end > block.text.length) continue;
        const member = members.get(link.ref) ?? link;
        members.set(link.ref, member);
        yield;
        // Who is named in the same place again is the mention that there was: its card stays open.
        const same = before.find((each) => each.start === start && each.end === end && each.member === member);
        const mention: Mention = Object.assign(same ?? { key: String(++serial) }, { block, start, end, member, confidence: thousandths / 1000 });
        now.push(mention);
        // Which mention is the first is known only when all are there.
        if (settings.density === "all" && isShown(mention)) painter.paint(mention);
      }
      ordered = null;
      stale.push(...before.filter((each) => !now.includes(each)));
      // It may have been dropped meanwhile.
      if (blocks.has(block)) blocks.set(block, now);
      else stale.push(...now);
    }
  }

  function isShown({ member }: Mention): boolean {
    return ![member.kind, member.ref].some((each) => settings.quiet.includes(each));
  }

  /** Headings and the blocks in which something is named, in reading order. */
  function inOrder(): Block[] {
    return (ordered ??= [...blocks.keys()]
      .filter((block) => block.heading || blocks.get(block)!.length)
      .sort((a, b) => readingOrder(a.nodes[0]!, b.nodes[0]!) || b.starts[0]! - a.starts[0]!));
  }

  function inReadingOrder(): Mention[] {
    return inOrder().flatMap((block) => blocks.get(block)!);
  }

  /** Paints what the settings let through, and nothing else. */
  function* repaint(): Generator<void> {
    const met = new Set<CastMember>();
    for (const block of inOrder()) {
      if (block.heading && settings.density === "section") met.clear();
      for (const mention of blocks.get(block) ?? []) {
        const wanted = isShown(mention) && !(settings.density !== "all" && met.has(mention.member));
        if (wanted) met.add(mention.member);
        painter[wanted ? "paint" : "erase"](mention);
        yield;
      }
    }
  }

  /** A new page under the same document. What stands there still keeps its marks: some only follow the scrolling. */
  async function restart(): Promise<void> {
    seen = [];
    watcher.reset();
    if (options.stillWanted()) return update();
  }

  found(document);
  void update().finally(() => {
    reading = false;
    options.onChange();
  });

  return {
    get reading() {
      return reading;
    },
    painted: () => inReadingOrder().filter(painter.has),
    mentions: inReadingOrder,
    blocks: () => blocks.keys(),
    hit(from, x, y) {
      const shadowRoots = [...roots.keys()].filter((root) => root.nodeType !== DOCUMENT) as ShadowRoot[];
      return hitTest(from, x, y, shadowRoots, [...blocks.values()].flat().filter(painter.has));
    },
    roots: () => [...roots.keys()],
    lines: linesOf,
    toTop: (from, x, y) => toTop(new DOMRect(x, y), from),
    current: painter.current,
    apply(changed) {
      settings = changed;
      tend();
      void inTurn(() => inSlices(repaint(), signal));
    },
    reread() {
      seen = [];
      return update(undefined, undefined, true);
    },
  };
}
