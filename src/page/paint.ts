/**
 * Paints mentions with the CSS Custom Highlight API: the DOM stays as the page made it.
 * Registries belong to a document and are shared with the page's scripts: names of highlights say nothing about
 * the reader. Firefox does not let a content script iterate a Highlight, so the ranges are kept here as well.
 */
import { type Here, MARK_STYLES } from "../messages/here";
import { KINDS } from "../packs/model";
import { documentOf, type Root, type Stretch } from "./blocks";
import { type Mention, pieces } from "./mention";

/** What a mark looks like is said by its highlight's name (paint.css), so that one does for all and nothing else changes. */
type Style = Here["style"];

const CURRENT = "current";
const NAMES = MARK_STYLES.flatMap(namesIn);

function namesIn(style: Style): string[] {
  return [...KINDS, CURRENT].map((name) => styled(name, style));
}

/**
 * The usual style goes without saying. Without a mark there is no name either: with forced colours, Chromium shows each
 * highlight that has one as it shows what is selected, whatever style sheets say.
 */
function styled(name: string, style: Style): string {
  if (style === "none" && name !== CURRENT) return "";
  return `backstory-${name}${style === "dotted" ? "" : `-${style}`}`;
}

/** `window` of a document, with what TypeScript's DOM library leaves on the global scope. */
export type View = Window & Pick<typeof globalThis, "CSS" | "Highlight" | "CSSStyleSheet">;

/** A range that was added to a highlight. */
export type Piece = [highlight: Highlight, range: StaticRange];

/** Our highlights in all documents of a page, by their names. */
export interface Layers {
  add(stretches: readonly Stretch[], name: string): Piece[];
  /** Registers our highlights again where the page has thrown them out with its own. */
  restore(document: Document): void;
}

export interface Painter {
  /**
   * Makes the style known in another tree than the top document, whose style comes with the manifest.
   * @returns takes it back
   */
  dress(root: Root): () => void;
  paint(mention: Mention): void;
  erase(mention: Mention): void;
  has(mention: Mention): boolean;
  /** Marks the one mention that is being looked at, or none. */
  current(mention: Mention | null): void;
  /**
   * Gives the marks of a document this style, and those that are still to come; registers our highlights again where the
   * page has thrown them out with its own.
   */
  restore(document: Document, style: Style): void;
}

/**
 * @param priority below 0: the page's own highlights, a search or a note of the page's, must stay visible above ours
 * @param shown the name to register a highlight by; empty where it is not to be
 */
export function createLayers(priority: number, shown = (name: string) => name): Layers {
  const highlights = new WeakMap<View, Map<string, Highlight>>();

  function highlightOf(view: View, name: string): Highlight {
    let own = highlights.get(view);
    if (!own) highlights.set(view, (own = new Map()));
    let highlight = own.get(name);
    if (!highlight) {
      highlight = new view.Highlight();
      highlight.priority = priority;
      own.set(name, highlight);
      register(view, name, highlight);
    }
    return highlight;
  }

  function register(view: View, name: string, highlight: Highlight): void {
    if (shown(name)) registryOf(view).set(shown(name), highlight);
  }

  return {
    add(stretches, name) {
      const added: Piece[] = [];
      for (const { node, start, end } of stretches) {
        const view = node.ownerDocument.defaultView as View | null;
        if (!view) continue;
        // Static: a live range would make every later change of the page dearer. The watcher replaces stale ones.
        const range = new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end });
        const highlight = highlightOf(view, name);
        highlight.add(range);
        added.push([highlight, range]);
      }
      return added;
    },
    restore({ defaultView }) {
      const view = defaultView as View;
      for (const [name, highlight] of highlights.get(view) ?? []) {
        if (!registryOf(view).has(shown(name))) register(view, name, highlight);
      }
    },
  };
}

/** @param css the style sheet of the marks */
export function createPainter(css: string, style: Style): Painter {
  const painted = new Map<Mention, Piece[]>();
  const layers = createLayers(-1, (name) => styled(name, style));
  let current: Piece[] = [];

  return {
    dress: (root) => adopt(root, css),
    paint(mention) {
      if (!painted.has(mention)) painted.set(mention, layers.add(pieces(mention), mention.member.kind));
    },
    erase(mention) {
      remove(painted.get(mention));
      painted.delete(mention);
    },
    has: (mention) => painted.has(mention),
    current(mention) {
      remove(current);
      current = mention ? layers.add(pieces(mention), CURRENT) : [];
    },
    restore(document, changed) {
      style = changed;
      erase(document.defaultView!, NAMES.filter((name) => !namesIn(style).includes(name)));
      layers.restore(document);
    },
  };
}

/** Takes ranges off again. */
export function remove(pieces: Piece[] = []): void {
  for (const [highlight, range] of pieces) highlight.delete(range);
}

/** Removes every mark of ours from a document, also those of an older version that can no longer do it. */
export function eraseAll(view: Window): void {
  for (const host of view.document.querySelectorAll("backstory-card")) host.remove();
  erase(view, NAMES);
}

function erase(view: Window, names: readonly string[]): void {
  for (const name of names) registryOf(view as View).delete(name);
}

/**
 * The registry of a document. Through the getter itself: in Firefox, `view.CSS.highlights` of a content script comes,
 * after some calls, to be the registry of the first window that was asked, whichever window is meant.
 */
export function registryOf(view: View): HighlightRegistry {
  return Object.getOwnPropertyDescriptor(view.CSS, "highlights")!.get!.call(view.CSS) as HighlightRegistry;
}

/**
 * Gives the tree a style sheet. The top document has it from the manifest, where no page script can lose it.
 * @returns takes it back
 */
export function adopt(root: Root, css: string): () => void {
  const view = documentOf(root).defaultView as View | null;
  if (root === document || !view) return () => {};
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(css);
  const others = () => [...root.adoptedStyleSheets].filter((each) => each !== sheet);
  root.adoptedStyleSheets = [...others(), sheet];
  return () => {
    root.adoptedStyleSheets = others();
  };
}
