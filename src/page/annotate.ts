/**
 * The open page, annotated: reads it, asks which names stand in it, paints them, and keeps up with its changes.
 */
import { MENTION_STRIDE, type SpotAnswer, type SpotRequest } from "../messages/contract";
import { type Block, isCurrent, isOutOfBounds, isShownNow, readBlocks, type Root } from "./blocks";
import { HitIndex, linesOf, toTop } from "./hit";
import { inSlices } from "./idle";
import type { CastMember, Mention } from "./mention";
import { readingOrder } from "./order";
import { createPainter } from "./paint";
import { watch } from "./watch";

/** Characters a message may carry: past this the browsers' messages become slower than their size explains. */
const MESSAGE_SIZE = 60_000;

export interface PaintSettings {
  hiddenKinds: readonly string[];
  density: "all" | "section" | "page";
}

export interface AnnotateOptions {
  /** Asks which names stand in some blocks. */
  spot(request: SpotRequest): Promise<SpotAnswer>;
  settings: PaintSettings;
  /** Called when another tree (shadow root, frame) has been found, once each; the document itself first. */
  onRoot(root: Root): void;
  /** Called after the mentions have changed. */
  onChange(): void;
  /** The address changed under the document: is what stands here now still to be annotated? */
  stillWanted(): boolean;
  signal: AbortSignal;
}

export interface Annotation {
  /** True until the page has been read for the first time. */
  readonly reading: boolean;
  /** What is painted, in reading order. */
  painted(): readonly Mention[];
  /** All mentions in reading order, also those that the settings hide. */
  mentions(): readonly Mention[];
  /** The painted mention at a point of a document's viewport, in CSS pixels. */
  hit(document: Document, x: number, y: number): Mention | null;
  /** The lines that a mention stands on, in CSS pixels of the top window's viewport; none where it is not laid out. */
  lines(mention: Mention): DOMRect[];
  /** A point of a document's viewport, which may be a frame's, in that of the top window. */
  toTop(document: Document, x: number, y: number): { x: number; y: number };
  /** Marks the mention that is being looked at. */
  current(mention: Mention | null): void;
  apply(settings: PaintSettings): void;
}

export function annotate(document: Document, options: AnnotateOptions): Annotation {
  const { signal } = options;
  const painter = createPainter();
  const index = new HitIndex();
  const roots = new Set<Root>();
  /** Blocks with what is named in them. */
  const blocks = new Map<Block, Mention[]>();
  const blocksOf = new Map<Text, Block[]>();
  const members = new Map<string, CastMember>();
  let settings = options.settings;
  let serial = 0;
  let seen: string[] = [];
  let reading = true;
  let ordered: Mention[] | null = null;
  let wanted = new Set<Mention>();
  let updating = Promise.resolve();

  const watcher = watch(document, update, restart, signal);
  signal.addEventListener("abort", () => painter.clear());

  function found(root: Root): void {
    if (roots.has(root)) return;
    roots.add(root);
    index.addRoot(root);
    painter.dress(root);
    watcher.add(root);
    options.onRoot(root);
  }

  /** Updates follow one another: two at once would mark the same text twice, or text that has gone. */
  function update(parts: Set<Element | Root>, abandoned: Set<Element | Root> = new Set()): Promise<void> {
    updating = updating.then(() => updateNow(parts, abandoned)).catch(console.warn);
    return updating;
  }

  /** Reads the given parts of the page and brings the mentions up to date with them. */
  async function updateNow(parts: Set<Element | Root>, abandoned: Set<Element | Root>): Promise<void> {
    const read = new Set<Block>();
    const fresh: Block[] = [];
    const walked = [...parts].filter((part) => part.isConnected && !stands(parentOf(part), parts));
    await inSlices(readAll(walked, read, fresh), signal);
    if (signal.aborted) return;
    sweep(new Set([...walked, ...abandoned]), read);
    await spotAll(fresh);
    if (signal.aborted) return;
    if (settings.density !== "all") repaint();
    options.onChange();
  }

  function* readAll(parts: (Element | Root)[], read: Set<Block>, fresh: Block[]): Generator<void> {
    for (const part of parts) {
      if ("tagName" in part && isOutOfBounds(part)) continue;
      for (const block of readBlocks(part, { root: found, hidden: watcher.remember })) {
        if (block) {
          const known = sameBlock(block);
          read.add(known ?? block);
          if (!known) fresh.push(block);
        }
        yield;
      }
    }
  }

  function sameBlock(block: Block): Block | undefined {
    return blocksOf.get(block.nodes[0]!)?.find(
      (each) =>
        each.text === block.text &&
        each.starts[0] === block.starts[0] &&
        each.nodes.length === block.nodes.length &&
        each.nodes.every((node, at) => node === block.nodes[at]),
    );
  }

  /** Drops the blocks that have left the page, and those that stood in the parts just read and were not met again. */
  function sweep(parts: ReadonlySet<Node>, read: Set<Block>): void {
    for (const block of blocks.keys()) {
      const first = block.nodes[0]!;
      const gone = !isShownNow(first) || (!read.has(block) && stands(first, parts));
      if (gone) drop(block);
    }
  }

  function drop(block: Block): void {
    for (const mention of blocks.get(block) ?? []) {
      ordered = null;
      wanted.delete(mention);
      painter.erase(mention);
      index.remove(mention);
    }
    blocks.delete(block);
    for (const node of block.nodes) {
      const rest = blocksOf.get(node)?.filter((each) => each !== block);
      if (rest?.length) blocksOf.set(node, rest);
      else blocksOf.delete(node);
    }
  }

  async function spotAll(fresh: Block[]): Promise<void> {
    for (let from = 0; from < fresh.length && !signal.aborted; ) {
      const batch: Block[] = [];
      for (let size = 0; from < fresh.length && size < MESSAGE_SIZE; from++) {
        batch.push(fresh[from]!);
        size += fresh[from]!.text.length;
      }
      const request = { lang: document.documentElement.lang, blocks: batch.map((block) => block.text), seen };
      // Nobody answers any more where the extension has been removed; what is left of it keeps quiet.
      const answer = await options.spot(request).catch(() => null);
      if (!answer || signal.aborted) return;
      seen = answer.seen;
      take(batch, answer);
      options.onChange();
    }
  }

  function take(batch: Block[], answer: SpotAnswer): void {
    for (const block of batch) {
      // What has changed since it was read is read again in the next round.
      if (!isCurrent(block)) continue;
      blocks.set(block, []);
      for (const node of block.nodes) blocksOf.set(node, [...(blocksOf.get(node) ?? []), block]);
    }
    for (let at = 0; at + MENTION_STRIDE <= answer.mentions.length; at += MENTION_STRIDE) {
      const [which, start, end, entry, thousandths] = answer.mentions.slice(at, at + MENTION_STRIDE) as number[];
      const block = batch[which!];
      const link = answer.entries[entry!];
      const list = block && blocks.get(block);
      if (!list || !link || start! >= end! || end! > block.text.length) continue;
      let member = members.get(link.ref);
      if (!member) members.set(link.ref, (member = { ref: link.ref, name: link.name, kind: link.kind }));
      const key = String(++serial);
      const mention: Mention = { key, block, start: start!, end: end!, member, confidence: thousandths! / 1000 };
      list.push(mention);
      ordered = null;
      index.add(mention);
      // Which mention is the first is known only when all are there.
      if (settings.density === "all" && !settings.hiddenKinds.includes(member.kind)) {
        wanted.add(mention);
        painter.paint(mention);
      }
    }
  }

  function inOrder(): Mention[] {
    if (ordered) return ordered;
    const named = [...blocks].filter(([, list]) => list.length);
    named.sort(([a], [b]) => readingOrder(a.nodes[0]!, b.nodes[0]!) || b.starts[0]! - a.starts[0]!);
    ordered = named.flatMap(([, list]) => list);
    return ordered;
  }

  function repaint(): void {
    const before = wanted;
    wanted = new Set(choose());
    for (const mention of before) if (!wanted.has(mention)) painter.erase(mention);
    for (const mention of wanted) painter.paint(mention);
  }

  /** What the settings let through. */
  function choose(): Mention[] {
    const shown = inOrder().filter((mention) => !settings.hiddenKinds.includes(mention.member.kind));
    if (settings.density === "all") return shown;
    const headings = settings.density === "section" ? [...blocks.keys()].filter((block) => block.heading) : [];
    headings.sort((a, b) => readingOrder(a.nodes[0]!, b.nodes[0]!));
    const met = new Set<CastMember>();
    return shown.filter((mention) => {
      const at = mention.block.nodes[0]!;
      while (headings.length && readingOrder(headings[0]!.nodes[0]!, at) <= 0) {
        headings.shift();
        met.clear();
      }
      if (met.has(mention.member)) return false;
      met.add(mention.member);
      return true;
    });
  }

  /** A new page under the same document: forget the old one. */
  async function restart(): Promise<void> {
    seen = [];
    watcher.reset();
    // What stands there still keeps its marks: some pages change their address while the reader only scrolls.
    if (options.stillWanted()) return update(new Set<Element | Root>([document]));
    for (const block of blocks.keys()) drop(block);
    options.onChange();
  }

  found(document);
  void update(new Set<Element | Root>([document])).finally(() => {
    reading = false;
    options.onChange();
  });

  return {
    get reading() {
      return reading;
    },
    painted: () => inOrder().filter((mention) => wanted.has(mention)),
    mentions: inOrder,
    hit: (from, x, y) => index.at(from, x, y, (mention) => wanted.has(mention)),
    lines: linesOf,
    toTop: (from, x, y) => toTop(new DOMRectReadOnly(x, y), from),
    current: (mention) => painter.current(mention),
    apply(changed) {
      settings = changed;
      repaint();
      options.onChange();
    },
  };
}

/** True where the node is one of the parts or stands in one, through shadow roots and frames. */
function stands(node: Node | null, parts: ReadonlySet<Node>): boolean {
  for (let at = node; at; at = parentOf(at)) if (parts.has(at)) return true;
  return false;
}

/** The parent, or the host of a shadow root, or the frame of a document. */
function parentOf(node: Node): Node | null {
  return node.parentNode ?? hostOf(node);
}

function hostOf(node: Node): Element | null {
  if (node.nodeType === Node.DOCUMENT_FRAGMENT_NODE) return (node as ShadowRoot).host ?? null;
  if (node.nodeType === Node.DOCUMENT_NODE) return (node as Document).defaultView?.frameElement ?? null;
  return null;
}
