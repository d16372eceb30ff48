/** What pressing something in the bar does. */
import { card, search } from "../../messages/contract";
import { cite, openLibrary, spot } from "../../messages/from-page";
import type { Link } from "../../messages/link";
import type { Kept } from "../../messages/about-highlights";
import type { Colour, Highlight } from "../../messages/highlight";
import type { Passage, Selected } from "../passages";
import { copyText } from "./copy";
import type { BarOptions } from "./index";
import type { Failure, Field, Found, Scene } from "./scene";
import type { Does } from "./view/props";

/** Names listed for what is selected. */
const MOST_FOUND = 5;
/** A longer text is no name: only the names in it are listed. In UTF-16 code units. */
const LONGEST_NAME = 60;

interface Stage extends Pick<BarOptions, "passages" | "ask" | "colours" | "onColour"> {
  scene(): Scene | null;
  show(scene: Scene | null): void;
  /** The highlight that the scene is about. */
  passage(): Passage | null;
  /** A change was not kept. */
  trouble(): void;
}

export function createActions({ passages, ask, colours, onColour, scene, show, passage, trouble }: Stage) {
  let keeping = false;

  /** Keeps what is selected; then goes on to a field of its editor, or says so. */
  async function keep(selected: Selected, colour: Colour, then: Field | null): Promise<void> {
    if (keeping) return;
    keeping = true;
    const draft = await selected.draft().catch(() => null);
    const kept: Kept | null = draft && (await passages.save(selected, colour).catch(() => null));
    keeping = false;
    if (!draft || !kept || kept.refused) {
      const why: Failure = draft ? (kept?.refused ?? "silent") : "replaced";
      return show({ kind: "failed", selected, colour, field: then, why });
    }
    onColour(colour);
    // What was selected is seen in its colour now. The page may have taken the selection away.
    const ranges = selected.near.ownerDocument?.getSelection();
    if (ranges?.rangeCount) ranges.collapseToEnd();
    show(then ? { kind: "editor", id: draft.id, field: then } : { kind: "saved", id: draft.id });
  }

  /** @returns whether something was changed on the disk */
  async function done(change: Promise<{ refused?: unknown }>): Promise<boolean> {
    const counted = await change.catch(() => null);
    return counted !== null && counted.refused === undefined;
  }

  function idOf(now = scene()): string | null {
    return now && "id" in now ? now.id : null;
  }

  function selection(now = scene()): Selected | null {
    return now && "selected" in now ? now.selected : null;
  }

  /** Shows what was found, unless something else is shown by now. */
  function found(selected: Selected, what: Found): void {
    const now = scene();
    if (now?.kind === "lookup" && now.selected === selected) show({ ...now, found: what });
  }

  const does: Does = {
    async pick(colour) {
      const selected = selection();
      const id = idOf();
      if (selected) return keep(selected, colour, null);
      if (id === null) return;
      if (await done(passages.edit(id, { colour }))) onColour(colour);
      else trouble();
    },
    write(field) {
      const selected = selection();
      const id = idOf();
      if (selected) void keep(selected, colours().last, field);
      else if (id !== null) show({ kind: "editor", id, field });
    },
    async cite() {
      const selected = selection();
      const highlight = selected ? await selected.draft().catch(() => null) : passage()?.highlight;
      // The words are known, if not where they stand.
      if (!highlight) return selected !== null && copyText([selected.text, document.title, location.href].join("\n"));
      return copyText(await ask(cite, { highlight }).catch(() => plain(highlight)));
    },
    async lookUp() {
      const selected = selection();
      if (!selected) return;
      show({ kind: "lookup", selected, found: { state: "asking" } });
      found(selected, await namesIn(selected.text).catch((): Found => ({ state: "failed" })));
    },
    async openEntry(ref) {
      const now = scene();
      if (now?.kind !== "lookup" || !("links" in now.found)) return;
      const { selected } = now;
      const { links } = now.found;
      const content = await ask(card, { ref, paragraph: selected.text, story: [] }).catch(() => null);
      found(selected, content ? { state: "entry", links, content, tab: 0 } : { state: "failed" });
    },
    turnTo(tab) {
      const now = scene();
      if (now?.kind === "lookup" && now.found.state === "entry") found(now.selected, { ...now.found, tab });
    },
    backToList() {
      const now = scene();
      if (now?.kind === "lookup" && now.found.state === "entry") found(now.selected, { state: "list", links: now.found.links });
    },
    async remove() {
      const id = idOf();
      if (id === null) return;
      if (await done(passages.remove(id))) show({ kind: "removed", id });
      else trouble();
    },
    async restore() {
      const id = idOf();
      if (id === null) return;
      if (await done(passages.restore(id))) show({ kind: "saved", id });
      else trouble();
    },
    retry() {
      const now = scene();
      if (now?.kind === "failed") void keep(now.selected, now.colour, now.field);
    },
    edit: (id, change) => done(passages.edit(id, change)),
    lost: (id, unsaved) => show({ kind: "editor", id, field: "note", unsaved }),
    openInLibrary: (id) => void ask(openLibrary, { id }).catch(trouble),
    close: () => show(null),
  };

  /** Entries that are named in a text, and, of a short one, those whose names resemble it. */
  async function namesIn(text: string): Promise<Found> {
    const query = text.trim();
    const [named, alike] = await Promise.all([
      ask(spot, { lang: "", blocks: [query], seen: [] }),
      query.length <= LONGEST_NAME ? ask(search, { query, limit: MOST_FOUND }) : [],
    ]);
    const links = new Map<string, Link>();
    for (const link of [...named.entries, ...alike]) if (!links.has(link.ref)) links.set(link.ref, link);
    return { state: "list", links: [...links.values()].slice(0, MOST_FOUND) };
  }

  return { keep, does, copy: copyText };
}

/** Words and where they stand, where the background does not say it better. */
function plain({ text, page }: Highlight): string {
  return [text, page.title, page.url].filter((line) => line !== "").join("\n");
}
