/** The requests that writers make up, and what each of them does. */
import type { Random } from "../../bench/lib/random";
import type { Message } from "../../src/messages/ask";
import * as messages from "../../src/messages/contract";
import { COLOURS, type Highlight } from "../../src/messages/highlight";
import { type Asked, type Contents, effect, type Effect } from "./model";

/** A request before it is sent. */
export interface Planned extends Omit<Asked, "outcome"> {
  message: Message;
  request: object;
}

/** What a writer goes by: the store as it was when the round began. */
export interface View {
  random: Random;
  contents: Contents;
  /** Notes by id, as they are written. */
  notes: ReadonlyMap<string, string>;
  /** A word that was not used before. */
  fresh(): string;
}

/** Highlights that an import brings at most. */
const MOST_IMPORTED = 12;
/** Highlights that are kept about as many as these: reading all of them after each round takes its time. */
const MANY = 80;
/** Highlights that are changed at once, at most. */
const MOST_CHANGED = 4;

const NAMES = ["Kim Il Sung", "Mao Zedong", "Peng Dehuai", "Anastas Mikoyan"];

export function plan(view: View): Planned {
  const { random, contents } = view;
  if (contents.size < 4) return random.pick([save, bring])(view);
  const usual = [save, save, again, bring, replace, tag, tag, line, line, colour, remove, restore, forget];
  return random.pick(contents.size > MANY ? [...usual, remove, remove, forget, forget, forget, forget, forget] : usual)(view);
}

function newHighlight({ random, fresh }: View, id: string): Highlight {
  const text = `${random.pick(NAMES)} said ${fresh()}. `.repeat(1 + random.below(20));
  return {
    id,
    kind: "passage",
    text,
    page: { keys: ["https://example.org/ordeal"], url: "https://example.org/ordeal", title: "An ordeal", site: "example.org", author: "", published: "", lang: "en" },
    colour: random.pick(COLOURS),
    note: random.below(2) ? fresh() : "",
    tags: random.below(2) ? [fresh()] : [],
    mentions: [],
    created: "2026-11-22T10:00:00.000Z",
    modified: "2026-11-22T10:00:00.000Z",
    anchor: { exact: text, prefix: "", suffix: "" },
  };
}

function save(view: View): Planned {
  const highlight = newHighlight(view, view.fresh());
  return planned("save", messages.saveHighlight, { highlight }, [highlight.id], () => effect.save(highlight));
}

/** A page that never heard that its highlight was saved, long ago. */
function again(view: View): Planned {
  const highlight = newHighlight(view, view.random.pick([...view.contents.keys()]));
  return planned("save again", messages.saveHighlight, { highlight }, [highlight.id], () => effect.save(highlight));
}

function bring(view: View): Planned {
  return put(view, Array.from({ length: 1 + view.random.below(MOST_IMPORTED) }, () => view.fresh()), "import");
}

/** An import that takes the place of what is there, with the notes that its planner saw. */
function replace(view: View): Planned {
  return put(view, some(view), "replace");
}

function put(view: View, ids: string[], what: string): Planned {
  const mark = view.fresh();
  const rows = new Map(ids.map((id) => [id, { ...newHighlight(view, id), tags: [mark], note: view.notes.get(id) ?? "" }]));
  const request = { rows: [...rows.values()], findNames: view.random.below(2) === 0 };
  return { ...planned(what, messages.putHighlights, request, ids, (id) => effect.put(rows.get(id)!)), mark: ({ tags }) => tags.includes(mark) };
}

function tag(view: View): Planned {
  const [add, ids] = [view.fresh(), some(view)];
  const worn = view.contents.get(ids[0]!)!.tags;
  const remove = worn.length > 0 ? view.random.pick(worn) : "";
  const change = { addTags: [add], removeTags: [remove] };
  return { ...edit(`tag ${add}, untag ${remove}`, ids, change, effect.tag(add, remove)), mark: ({ tags }) => tags.includes(add) };
}

function colour(view: View): Planned {
  const chosen = view.random.pick(COLOURS);
  return edit(`colour ${chosen}`, some(view), { colour: chosen }, effect.colour(chosen));
}

/** Adds a line to the note as it was when the round began, whatever the other writer has done to it since. */
function line(view: View): Planned {
  const id = view.random.pick([...view.contents.keys()]);
  const was = view.notes.get(id)!;
  const added = view.fresh();
  const now = was ? `${was}\n${added}` : added;
  return edit(`line ${added}`, [id], { note: { was, now } }, effect.line(added));
}

function edit(what: string, ids: string[], change: messages.HighlightChange, does: Effect): Planned {
  return planned(what, messages.editHighlights, { ids, change }, ids, () => does);
}

function remove(view: View): Planned {
  return ofSome(view, "delete", messages.deleteHighlights, effect.remove);
}

function restore(view: View): Planned {
  return ofSome(view, "restore", messages.restoreHighlights, effect.restore);
}

function forget(view: View): Planned {
  return ofSome(view, "forget", messages.forgetHighlights, effect.forget);
}

function ofSome(view: View, what: string, message: Message, does: Effect): Planned {
  const ids = some(view);
  return planned(what, message, { ids }, ids, () => does);
}

function some({ random, contents }: View): string[] {
  return random.shuffled([...contents.keys()]).slice(0, 1 + random.below(MOST_CHANGED));
}

function planned(what: string, message: Message, request: object, ids: readonly string[], does: (id: string) => Effect): Planned {
  return { what, message, request, effects: new Map(ids.map((id) => [id, does(id)])) };
}
