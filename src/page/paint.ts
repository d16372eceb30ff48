/**
 * Paints mentions with the CSS Custom Highlight API: the DOM stays as the page made it.
 * Registries belong to a document and are shared with the page's scripts: names of highlights say nothing about
 * the reader. Firefox does not let a content script iterate a Highlight, so the ranges are kept here as well.
 */
import { KINDS } from "../packs/model";
import type { Root } from "./blocks";
import { type Mention, pieces } from "./mention";
import css from "./paint.css?inline";

const CURRENT = "backstory-current";
const NAMES = [...KINDS.map((kind) => `backstory-${kind}`), CURRENT];

/** `window` of a document, with what TypeScript's DOM library leaves on the global scope. */
type View = Window & Pick<typeof globalThis, "CSS" | "Highlight" | "StaticRange" | "CSSStyleSheet">;

export interface Painter {
  /** Makes the style known in another tree than the top document, whose style comes with the manifest. */
  dress(root: Root): void;
  paint(mention: Mention): void;
  erase(mention: Mention): void;
  /** Marks the one mention that is being looked at, or none. */
  current(mention: Mention | null): void;
  /** Takes everything back. */
  clear(): void;
}

export function createPainter(): Painter {
  const painted = new Map<Mention, () => void>();
  const views = new Set<View>();
  const undress: (() => void)[] = [];
  let eraseCurrent: (() => void) | null = null;

  function add(mention: Mention, name: string): () => void {
    const done: (() => void)[] = [];
    for (const { node, start, end } of pieces(mention)) {
      const view = node.ownerDocument.defaultView as View | null;
      if (!view) continue;
      views.add(view);
      // Static: a live range would make every later change of the page dearer. The watcher replaces stale ones.
      const range = new view.StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end });
      const highlight = highlightOf(view, name);
      highlight.add(range);
      done.push(() => highlight.delete(range));
    }
    return () => done.forEach((each) => each());
  }

  return {
    dress(root) {
      const remove = adopt(root);
      if (remove) undress.push(remove);
    },
    paint(mention) {
      if (!painted.has(mention)) painted.set(mention, add(mention, `backstory-${mention.member.kind}`));
    },
    erase(mention) {
      painted.get(mention)?.();
      painted.delete(mention);
    },
    current(mention) {
      eraseCurrent?.();
      eraseCurrent = mention && add(mention, CURRENT);
    },
    clear() {
      painted.clear();
      eraseCurrent = null;
      for (const view of views) eraseAll(view);
      views.clear();
      undress.splice(0).forEach((each) => each());
    },
  };
}

/** Removes every highlight of ours from a document, also those of an older version that can no longer do it. */
export function eraseAll(view: Window): void {
  for (const host of view.document.querySelectorAll("backstory-card")) host.remove();
  for (const name of NAMES) registryOf(view as View).delete(name);
}

/**
 * The registry of a document. Through the getter itself: in Firefox, `view.CSS.highlights` of a content script comes,
 * after some calls, to be the registry of the first window that was asked, whichever window is meant.
 */
function registryOf(view: View): HighlightRegistry {
  return Object.getOwnPropertyDescriptor(view.CSS, "highlights")!.get!.call(view.CSS) as HighlightRegistry;
}

function highlightOf(view: View, name: string): Highlight {
  const registry = registryOf(view);
  const found = registry.get(name);
  if (found) return found;
  const made = new view.Highlight();
  // Below the page's own highlights: a search or a note of the page's must stay visible.
  made.priority = -1;
  registry.set(name, made);
  return made;
}

/** Gives the tree our style sheet. The top document has it from the manifest, where no page script can lose it. */
function adopt(root: Root): (() => void) | null {
  if (root === document) return null;
  const view = (root.nodeType === Node.DOCUMENT_NODE ? (root as Document) : root.ownerDocument!).defaultView as View | null;
  if (!view) return null;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((each) => each !== sheet);
  };
}
