/** The state of the library page: the highlights, what the reader asked for, and what came of it. Views only draw it. */
import { queryTerms } from "../../highlights/terms";
import type { MessageKey } from "../../i18n/translate";
import type { Counted } from "../../messages/about-highlights";
import type { Highlight, HighlightChange } from "../../messages/highlight";
import type { Binned, LibraryActions, Searcher } from "./actions";
import { type Chosen, Facets } from "./facets";
import { type Filter, type Grouping, NO_FILTER, type Place } from "./filter";
import { type Item, itemsOf } from "./group";
import { extend, idsOf, NOTHING, only, type Selection, toggle } from "./selection";
import { type Row, searchTextOf, Shelf } from "./shelf";
import { finish, inSlices } from "./slices";

/**
 * While highlights are still being read, what is shown is made anew after this long, in milliseconds, and after this
 * many times what it took the last time: reading goes on meanwhile.
 */
const REFRESH_MS = 250;
const REFRESH_PAUSE = 6;

export type Phase = { state: "reading" } | { state: "ready" } | { state: "failed"; why: string };

/** A sentence for the reader, until the next one. */
export interface Said {
  key: MessageKey;
  values: (string | number)[];
  wrong: boolean;
  /** Offers to take back what was done. */
  undo: boolean;
}

/** What was found for the query that was asked last. */
interface Found {
  query: string;
  terms: readonly string[];
  near: ReadonlySet<string>;
  ats: Uint32Array;
}

export class LibraryModel {
  readonly shelf = new Shelf();
  phase: Phase = { state: "reading" };
  private readonly facets = new Facets(this.shelf);
  chosen: Chosen = finish(this.facets.choose([], NO_FILTER));
  items: readonly Item[] = [];
  selection: Selection = NOTHING;
  /** The line that the keyboard is on. */
  line = 0;
  /** How often the keyboard was moved to a line: each time, the line comes into sight and has the focus. */
  moves = 0;
  /** How often what the keyboard was on has gone: it goes on with the line then, unless it is somewhere else by now. */
  resumes = 0;
  /** The highlight that is being edited, by its id; or empty. */
  editing = "";
  /** The entry whose card is open, or empty. */
  entry = "";
  said: Said | null = null;
  /** Null until it was read. */
  bin: readonly Binned[] | null = null;
  found: Found | null = null;
  private readonly undos: (() => Promise<unknown>)[] = [];
  private asked = 0;
  /** How long it took to arrange what is shown, in milliseconds, and what stops it where it is still going on. */
  private took = 0;
  private arranging: (() => void) | undefined;
  /** Whether the keyboard goes on when that is done: the lines that are shown until then are those of before. */
  private resuming = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param drawn Called when there is something new to draw. */
  constructor(
    public place: Place,
    readonly actions: LibraryActions,
    private readonly searcher: Searcher,
    private readonly drawn: () => void,
  ) {}

  /** Reads all highlights; again from the start where that failed. */
  async read(): Promise<void> {
    this.phase = { state: "reading" };
    this.drawn();
    // What comes while it is read, newer than what was read already, stays.
    const gone = new Set(this.shelf.rows.map(({ id }) => id));
    try {
      for await (const highlights of this.actions.read()) {
        for (const { id } of highlights) gone.delete(id);
        this.put(highlights.filter((each) => !isKnown(this.shelf.get(each.id), each)));
        // The first screen at once, the rest as it comes.
        if (this.items.length === 0) this.arrange();
        else if (!this.arranging) this.timer ??= setTimeout(() => this.askAgain(), Math.max(REFRESH_MS, this.took * REFRESH_PAUSE));
      }
      this.drop([...gone]);
      this.phase = { state: "ready" };
    } catch (error) {
      this.phase = { state: "failed", why: error instanceof Error ? error.message : String(error) };
    }
    this.askAgain();
    if (this.place.bin) await this.readBin();
  }

  /** Something has changed somewhere: these highlights, or nobody knows which. */
  async refresh(ids: readonly string[] | null): Promise<void> {
    if (!ids) return this.read();
    const there = await this.actions.byIds(ids);
    const found = new Set(there.map(({ id }) => id));
    // Of what was done here, the page knows already when it hears of it.
    const news = there.filter((each) => !isKnown(this.shelf.get(each.id), each));
    const gone = ids.filter((id) => !found.has(id) && this.shelf.get(id));
    if (this.place.bin) await this.readBin();
    if (news.length + gone.length === 0) return;
    this.put(news);
    this.drop(gone);
    this.askAgain();
  }

  setFilter(filter: Filter): void {
    const typed = filter.query !== this.place.filter.query;
    this.place = { ...this.place, filter };
    this.line = 0;
    if (typed) this.search();
    else this.arrange();
  }

  setGrouping(grouping: Grouping): void {
    this.place = { ...this.place, grouping };
    this.line = 0;
    this.arrange();
  }

  /** Goes where the address says. */
  go(place: Place): void {
    this.place = place;
    this.selection = NOTHING;
    this.line = 0;
    this.search();
    if (place.bin) void this.readBin();
  }

  moveTo(line: number): void {
    this.moves++;
    this.settle(line);
  }

  /** The line has the focus by itself. */
  settle(line: number): void {
    this.line = Math.max(0, Math.min(line, this.items.length - 1));
    this.drawn();
  }

  toggle(line: number, range = false): void {
    const item = this.items[line];
    if (!item) return;
    this.selection = range ? extend(this.selection, this.items, line) : toggle(this.selection, item);
    this.settle(line);
  }

  selectAll(): void {
    this.selection = { ids: idsOf(this.items), from: "" };
    this.drawn();
  }

  selectNone(): void {
    this.selection = NOTHING;
    this.drawn();
  }

  edit(id: string): void {
    this.editing = id;
    this.drawn();
  }

  openEntry(ref: string): void {
    this.entry = ref;
    this.drawn();
  }

  say(said: Said | null): void {
    this.said = said;
    this.drawn();
  }

  /** @returns whether it was kept */
  async change(ids: readonly string[], change: HighlightChange): Promise<boolean> {
    const done = await this.counted(this.actions.edit(ids, change), "library_not_changed");
    if (done) await this.refresh(ids);
    return done;
  }

  /** @param byKeyboard Goes the keyboard on with the line that takes the place of what is deleted? */
  async remove(ids: readonly string[], byKeyboard: boolean): Promise<void> {
    if (ids.length === 0 || !(await this.counted(this.actions.remove(ids), "library_not_deleted"))) return;
    this.did(() => this.restore(ids));
    this.drop(ids);
    this.selection = NOTHING;
    this.resuming ||= byKeyboard;
    this.arrange();
    this.say(ids.length === 1 ? said("library_deleted_one", [], true) : said("library_deleted", [ids.length], true));
  }

  /** Something was done that can be taken back. @param undo takes it back, and says so */
  did(undo: () => Promise<unknown>): void {
    this.undos.push(undo);
  }

  /** Takes back what was deleted or imported last. */
  async undo(): Promise<void> {
    await this.undos.pop()?.();
  }

  /** @returns whether they are back */
  async restore(ids: readonly string[]): Promise<boolean> {
    if (!(await this.counted(this.actions.restore(ids), "library_not_restored"))) return false;
    await this.refresh(ids);
    this.say(ids.length === 1 ? said("library_restored_one") : said("library_restored", [ids.length]));
    return true;
  }

  /** @returns whether they are forgotten */
  async forget(ids: readonly string[]): Promise<boolean> {
    if (!(await this.counted(this.actions.forget(ids), "library_not_deleted"))) return false;
    await this.readBin();
    this.say(said("library_forgotten"));
    return true;
  }

  async cite(id: string): Promise<void> {
    const [highlight] = await this.actions.byIds([id]);
    const copied = highlight && (await this.actions.copy(this.actions.cite(highlight)));
    this.say(copied ? said("library_copied") : { ...said("library_not_copied"), wrong: true });
  }

  async open(id: string): Promise<void> {
    const [highlight] = await this.actions.byIds([id]);
    if (highlight) await this.actions.open(highlight).catch(() => this.say({ ...said("library_not_opened"), wrong: true }));
  }

  private async readBin(): Promise<void> {
    try {
      this.bin = await this.actions.bin();
    } catch (error) {
      this.phase = { state: "failed", why: error instanceof Error ? error.message : String(error) };
    }
    this.drawn();
  }

  private async counted(asked: Promise<Counted>, key: "library_not_changed" | "library_not_deleted" | "library_not_restored"): Promise<boolean> {
    const { refused, why } = await asked.catch((error: unknown): Counted => ({ count: 0, refused: "storage", why: String(error) }));
    if (refused) this.say({ key, values: [why ?? ""], wrong: true, undo: false });
    return !refused;
  }

  private put(highlights: readonly Highlight[]): void {
    this.searcher.add(this.shelf.put(highlights).map(searchTextOf));
  }

  private drop(ids: readonly string[]): void {
    this.searcher.remove(this.shelf.remove(ids).map(({ at }) => at));
  }

  private search(): void {
    const { query } = this.place.filter;
    const terms = queryTerms(query);
    const mine = ++this.asked;
    if (terms.length === 0) {
      this.found = null;
      this.arrange();
      return;
    }
    this.drawn();
    this.searcher.search(query).then(
      ({ ats, near }) => {
        // Overtaken by what was typed since.
        if (mine !== this.asked) return;
        this.found = { query, terms, near: new Set(near), ats };
        this.arrange();
      },
      () => this.say({ key: "library_search_failed", values: [], wrong: true, undo: false }),
    );
  }

  private askAgain(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.found) this.search();
    else this.arrange();
  }

  /** Makes what is shown anew: of many rows a slice at a time, and what was shown stays until then. */
  private arrange(): void {
    this.arranging?.();
    this.arranging = inSlices(this.arranged());
  }

  /** What is being edited, and the line that the keyboard is on, stay. */
  private *arranged(): Generator<void, void> {
    const begun = performance.now();
    const { filter, grouping } = this.place;
    const rows = this.found ? this.shelf.allNumbered(this.found.ats) : this.shelf.rows;
    const chosen = yield* this.facets.choose(rows, filter);
    const items = yield* itemsOf(chosen.rows, grouping);
    const before = this.items[this.line]?.key;
    this.chosen = chosen;
    this.items = items;
    this.selection = only(this.selection, (id) => this.shelf.get(id) !== undefined);
    if (before !== undefined && items[this.line]?.key !== before) {
      const now = this.line === 0 ? -1 : items.findIndex(({ key }) => key === before);
      this.line = now < 0 ? Math.max(0, Math.min(this.line, items.length - 1)) : now;
    }
    this.took = performance.now() - begun;
    this.arranging = undefined;
    if (this.resuming) this.resumes++;
    this.resuming = false;
    this.drawn();
  }
}

/** Whether a row says what the highlight says; the rest never changes. */
function isKnown(row: Row | undefined, { modified, found, note, colour, tags, mentions }: Highlight): boolean {
  const told = (of: Pick<Highlight, "modified" | "found" | "note" | "colour" | "tags" | "mentions">) =>
    JSON.stringify([of.modified, of.found?.state, of.found?.at, of.found?.text, of.note, of.colour, of.tags, of.mentions]);
  return row !== undefined && told(row) === told({ modified, found, note, colour, tags, mentions });
}

function said(key: MessageKey, values: (string | number)[] = [], undo = false): Said {
  return { key, values, wrong: false, undo };
}
