/** The highlighter's code comes into pages that have highlights, or on which something is selected, and into no others. */
import { articleKeys } from "../highlights/address";
import { placeToOpen } from "../highlights/viewer-address";
import type { Sender } from "../messages/answer";
import type { Highlight } from "../messages/highlight";

/** A tab that is open; the address is known where Backstory may see it. */
export interface OpenTab {
  id: number;
  url: string;
}

/** What this needs of the browser, and of the highlights. */
export interface Pages {
  of(request: { keys: string[] }): Promise<Highlight[]>;
  get(id: string): Promise<Highlight | undefined>;
  /** Puts the highlighter's code into a tab. Rejected where the reader wants nothing of us there. */
  inject(tab: number): Promise<void>;
  /** What the page in a tab says its addresses are: the canonical one, that of its AMP page. */
  addresses(tab: number): Promise<string[]>;
  tabs(): Promise<OpenTab[]>;
  /** Brings a tab to the front. */
  show(tab: number): Promise<void>;
  /** Opens an address, or a page of ours by its address below the extension's own, in a new tab in front. @returns the tab */
  open(address: string): Promise<number>;
  /** Asks the highlighter of a tab to go to a highlight. Rejected where none is there. */
  goTo(tab: number, id: string): Promise<boolean>;
  /** What outlives the background, but not the browser. */
  session: { get(key: string): Promise<Record<string, unknown>>; set(items: Record<string, unknown>): Promise<void>; remove(key: string): Promise<void> };
}

export interface Highlighters {
  wanted(request: { selected: boolean }, sender: Sender): Promise<boolean>;
  awaited(request: unknown, sender: Sender): Promise<string>;
  open(request: { id: string }): Promise<boolean>;
}

export function bringHighlighters(pages: Pages): Highlighters {
  const { session } = pages;

  /** The highlight that a tab was opened for. */
  async function awaitedIn(tab: number): Promise<string> {
    const key = keyOf(tab);
    const id = (await session.get(key))[key];
    return typeof id === "string" ? id : "";
  }

  /** One that is there already stays: the reader may be in the middle of something. */
  async function bring(tab: number): Promise<void> {
    const there = await pages.goTo(tab, "").catch(() => null);
    if (there === null) await pages.inject(tab);
  }

  /** Two addresses of one article have a key in common; what the page says of its address is asked for only where that may tell more. */
  async function hasHighlights({ id = -1, url = "" }: NonNullable<Sender["tab"]>): Promise<boolean> {
    if ((await pages.of({ keys: articleKeys(url) })).length > 0) return true;
    // Pages of ours that are read, as the viewer, cannot be asked, and have no other.
    const others = await pages.addresses(id).catch((): string[] => []);
    const said = others.flatMap((address) => [...articleKeys(url, address), ...articleKeys(address, url)]);
    // Which of them are to be believed the highlighter decides, which sees the page.
    return said.length > 0 && (await pages.of({ keys: [...new Set(said)] })).length > 0;
  }

  return {
    async wanted({ selected }, { tab }) {
      if (tab?.id === undefined) return false;
      if (!selected && !(await awaitedIn(tab.id)) && !(await hasHighlights(tab))) return false;
      await bring(tab.id);
      return true;
    },

    async awaited(_, { tab }) {
      if (tab?.id === undefined) return "";
      const id = await awaitedIn(tab.id);
      if (id) await session.remove(keyOf(tab.id));
      return id;
    },

    async open({ id }) {
      const highlight = await pages.get(id);
      const place = highlight && placeToOpen(highlight.page);
      if (!place) return false;
      const keys = new Set(highlight.page.keys);
      const open = (await pages.tabs()).find(({ url }) => articleKeys(url).some((key) => keys.has(key)));
      if (!open) {
        await session.set({ [keyOf(await pages.open(place))]: id });
        return true;
      }
      await pages.show(open.id);
      const went = await pages.goTo(open.id, id).catch(() => null);
      if (went === null) {
        await session.set({ [keyOf(open.id)]: id });
        // Where the page is switched off, it is shown all the same.
        await pages.inject(open.id).catch(() => undefined);
      }
      return true;
    },
  };
}

function keyOf(tab: number): string {
  return `awaited:${tab}`;
}
