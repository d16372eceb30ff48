/** Reads the open page for the highlighter, keeps up with its changes, and knows the trees that it is made of. */
import { DOCUMENT, isShownNow, type Root } from "../page/blocks";
import { idle, inSlices } from "../page/idle";
import { watch, type Watcher } from "../page/watch";
import { readWhole, type WholeText } from "../page/whole-text";

export interface PageReaderOptions {
  /** Makes the style of the highlights known in a tree. @returns takes it back */
  dress(root: Root): () => void;
  /** A tree has been found, the document first; also again, where the page may have thrown out its listeners. */
  onRoot(root: Root): void;
  /** The page has changed, this very moment: what is painted may stand on other words now. */
  onMutation(records: readonly MutationRecord[]): void;
  /** The page has changed, and has come to rest since. */
  onChange(): Promise<void>;
  /** Another article stands under the same document. */
  onMove(): Promise<void>;
  /** Called before each round of work. */
  onRound(): void;
  signal: AbortSignal;
}

export interface PageReader {
  roots(): Root[];
  /** The text as it stands now. @param hidden with text that is not shown, too */
  read(hidden: boolean): Promise<WholeText | undefined>;
  /** True where the last reading left out text that is not shown. */
  hasHidden(): boolean;
  /** Forgets what it has given up: a new page has begun under the same document. */
  reset(): void;
}

export function createPageReader(document: Document, options: PageReaderOptions): PageReader {
  const { signal } = options;
  const roots = new Map<Root, () => void>();
  let hasHidden = false;
  const observer = new MutationObserver(options.onMutation);
  const watcher: Watcher = watch(
    document,
    () => roots.keys(),
    { changed: options.onChange, moved: options.onMove, renewed: found, began: tend },
    signal,
  );
  signal.addEventListener("abort", () => {
    observer.disconnect();
    for (const undress of roots.values()) undress();
  });

  function found(root: Root): void {
    if (!roots.has(root)) roots.set(root, options.dress(root));
    watcher.add(root);
    observer.observe(root, { childList: true, characterData: true, subtree: true });
    options.onRoot(root);
  }

  function tend(): void {
    options.onRound();
    for (const [root, undress] of roots) {
      if (isShownNow(root)) continue;
      undress();
      roots.delete(root);
    }
  }

  found(document);
  return {
    roots: () => [...roots.keys()],
    async read(hidden) {
      await idle();
      let met = false;
      const finds = {
        root: found,
        hidden(element: Element) {
          met = true;
          watcher.remember(element);
          return hidden;
        },
      };
      const whole = await sliced(readWhole(document, finds), signal);
      hasHidden = met;
      return whole;
    },
    hasHidden: () => hasHidden,
    reset: watcher.reset,
  };
}

/** Runs a generator to its end in slices. @returns what it returns; `undefined` where `signal` was aborted before */
export async function sliced<Result>(work: Generator<void, Result>, signal: AbortSignal): Promise<Result | undefined> {
  let result: Result | undefined;
  await inSlices(
    (function* () {
      result = yield* work;
    })(),
    signal,
  );
  return result;
}

/** Documents among the trees. */
export function documentsOf(roots: Iterable<Root>): Document[] {
  return [...roots].filter((root): root is Document => root.nodeType === DOCUMENT);
}
