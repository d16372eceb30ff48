import { NO_FILTER } from "./filter";
import type { Command } from "./keyboard";
import type { LibraryModel } from "./model";

interface Around {
  model: LibraryModel;
  /** What has the focus. */
  target: HTMLElement;
  search: HTMLInputElement | null;
  /** Shows the keys. */
  keys(): void;
}

const TYPING = "input:not([type=checkbox]):not([type=radio]), textarea, select";
const PRESSED_BY_ENTER = "button, a, input, summary";

/** Does what a key stands for. @returns false where the key is left to the browser */
export function run(command: Command, { model, target, search, keys }: Around): boolean {
  if (target.matches(TYPING)) return target === search && inSearch(command, model, search);
  if (model.place.article && command.do === "escape") return (model.go({ ...model.place, article: "" }), true);
  if (model.place.bin || model.place.article) return command.do === "keys" ? (keys(), true) : false;
  const item = model.items[model.line];
  const row = item && "row" in item ? item.row : undefined;
  const ids = model.selection.ids.size > 0 ? [...model.selection.ids] : row ? [row.id] : [];
  switch (command.do) {
    case "move":
      return move(model, command.by);
    case "go":
      return (model.moveTo(command.to === "first" ? 0 : model.items.length - 1), true);
    case "extend":
      // The range begins where the keyboard is.
      if (model.selection.from === "") model.toggle(model.line);
      model.toggle(Math.max(0, Math.min(model.line + command.by, model.items.length - 1)), true);
      return (model.moveTo(model.line), true);
    case "select":
      return (model.toggle(model.line), true);
    case "range":
      return (model.toggle(model.line, true), true);
    case "all":
      return (model.selectAll(), true);
    case "escape":
      return escape(model);
    case "delete":
      return (void model.remove(ids, true), true);
    case "undo":
      return (void model.undo(), true);
    case "search":
      return (search?.focus(), search?.select(), search !== null);
    case "keys":
      return (keys(), true);
    case "edit":
      return row ? (model.edit(row.id), true) : false;
    case "cite":
      return row ? (void model.cite(row.id), true) : false;
    case "open":
      return row && !target.matches(PRESSED_BY_ENTER) ? (void model.open(row.id), true) : false;
  }
}

/** From the search field one gets to what was found, or back to everything. */
function inSearch(command: Command, model: LibraryModel, search: HTMLInputElement): boolean {
  if (command.do === "escape") {
    if (model.place.filter.query) model.setFilter({ ...model.place.filter, query: "" });
    else search.blur();
    return true;
  }
  if (command.do === "move" && command.by === 1 && model.items.length > 0) {
    document.querySelector<HTMLElement>(`[data-line="${model.line}"]`)?.focus();
    return true;
  }
  return false;
}

/** The first key goes to the line where the keyboard is; those after it go on. */
function move(model: LibraryModel, by: number): boolean {
  const there = document.querySelector<HTMLElement>(`[data-line="${model.line}"]`);
  if (there && !there.contains(document.activeElement) && document.activeElement === document.body) there.focus();
  else model.moveTo(model.line + by);
  return true;
}

function escape(model: LibraryModel): boolean {
  if (model.selection.ids.size > 0) model.selectNone();
  else model.setFilter(NO_FILTER);
  return true;
}
