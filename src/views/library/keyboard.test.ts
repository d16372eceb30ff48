import { expect, test } from "vitest";
import { changeOf, tagsOf } from "./editor";
import { commandOf, SHOWN_KEYS } from "./keyboard";

const press = (key: string, held: { ctrl?: boolean; shift?: boolean; alt?: boolean } = {}) => commandOf({ key, ctrl: false, shift: false, alt: false, ...held });

test("letters, arrows and the browser's own keys", () => {
  expect(press("j")).toEqual({ do: "move", by: 1 });
  expect(press("ArrowUp")).toEqual({ do: "move", by: -1 });
  expect(press("ArrowDown", { shift: true })).toEqual({ do: "extend", by: 1 });
  expect(press("z", { ctrl: true })).toEqual({ do: "undo" });
  // "?" needs Shift on most keyboards, "/" on some.
  expect(press("?", { shift: true })).toEqual({ do: "keys" });
  expect(press("/", { shift: true })).toEqual({ do: "search" });
  for (const own of [press("j", { ctrl: true }), press("e", { alt: true }), press("z", { ctrl: true, shift: true }), press("q")]) expect(own).toBeUndefined();
});

test("every key that is shown does something", () => {
  for (const [keys] of SHOWN_KEYS) {
    const held = { ctrl: keys.includes("Ctrl" as never), shift: keys.includes("Shift" as never) };
    const names: Record<string, string> = { "↓": "ArrowDown", "↑": "ArrowUp", Esc: "Escape", A: "a", Z: "z" };
    const key = keys.filter((each) => each !== "Ctrl" && each !== "Shift").at(-1)!;
    expect(press(names[key] ?? key, held), keys.join(" ")).toBeDefined();
  }
});

test("tags are what stands between commas, once each, without the sign", () => {
  expect(tagsOf(" #trade, to read again ;停战，trade,, # ")).toEqual(["trade", "to read again", "停战"]);
});

test("only what was changed is sent", () => {
  const before = { note: "a", tags: ["x", "y"], colour: "yellow" as const };
  expect(changeOf(before, { note: "a", tags: ["y", "x"], colour: "yellow" })).toEqual({});
  expect(changeOf(before, { note: "b", tags: ["y", "z"], colour: "pink" })).toEqual({ note: { was: "a", now: "b" }, colour: "pink", addTags: ["z"], removeTags: ["x"] });
});
