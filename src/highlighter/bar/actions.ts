/** What pressing something in the bar does. */
import { addressRead } from "../../highlights/viewer-address";
import { card } from "../../messages/card-content";
import { cite, openLibrary } from "../../messages/from-page";
import { lookUp } from "../../messages/look-up";
import type { Kept } from "../../messages/about-highlights";
import type { Colour, Highlight } from "../../messages/highlight";
import { isSameSelection, type Passage, type Selected } from "../passages";
import { copyText } from "./copy";
import type { BarOptions } from "./index";
import type { Failure, Field, Found, Scene } from "./scene";
import type { Does } from "./view/props";

/** Names listed for what is selected. */
const MOST_FOUND = 5;

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
    const now = passages.selected();
    const shown = selection();
    // Whoever has selected something else meanwhile, and was offered to keep it, goes on with that.
    if (now && shown && shown !== selected && !isSameSelection(now, selected)) return;
    // What was selected is seen in its colour now.
    if (now && isSameSelection(now, selected)) selected.near.ownerDocument?.getSelection()?.collapseToEnd();
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

  /** Shows what the packs know of what is selected. */
  async function look(selected: Selected): Promise<void> {
    show({ kind: "lookup", selected, found: { state: "asking" } });
    const asked = ask(lookUp, { query: selected.text, limit: MOST_FOUND });
    found(selected, await asked.then((answer): Found => ({ state: "list", answer }), () => ({ state: "failed" })));
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
      if (!highlight) return selected !== null && copyText([selected.text, document.title, addressRead(location.href)].join("\n"));
      return copyText(await ask(cite, { highlight }).catch(() => plain(highlight)));
    },
    lookUp() {
      const selected = selection();
      if (selected) void look(selected);
    },
    async openEntry(ref) {
      const now = scene();
      if (now?.kind !== "lookup" || !("answer" in now.found)) return;
      const { selected } = now;
      const { answer } = now.found;
      const content = await ask(card, { ref, paragraph: selected.text, story: [] }).catch(() => null);
      found(selected, content ? { state: "entry", answer, content, tab: 0 } : { state: "failed" });
    },
    turnTo(tab) {
      const now = scene();
      if (now?.kind === "lookup" && now.found.state === "entry") found(now.selected, { ...now.found, tab });
    },
    backToList() {
      const now = scene();
      if (now?.kind === "lookup" && now.found.state === "entry") found(now.selected, { state: "list", answer: now.found.answer });
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

  return { keep, look, does, copy: copyText };
}

/** Words and where they stand, where the background does not say it better. */
function plain({ text, page }: Highlight): string {
  return [text, page.title, page.url].filter((line) => line !== "").join("\n");
}
