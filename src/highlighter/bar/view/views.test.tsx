// @vitest-environment happy-dom
import { type ComponentChildren, createRef, render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import messages from "../../../../public/_locales/en/messages.json";
import { english as t } from "../../../i18n/english";
import type { Highlight } from "../../../messages/highlight";
import type { Passage } from "../../passages";
import { WhatBecame } from "./editor";
import { NoteField } from "./note-field";
import { NoticeView } from "./notice-view";
import { shortest, Swatches } from "./swatches";
import { TagsField } from "./tags-field";

const place = document.createElement("div");
document.body.append(place);
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  act(() => render(null, place));
  vi.useRealTimers();
});

const draw = (content: ComponentChildren) => act(() => render(content, place));
const find = <T extends HTMLElement>(selector: string) => place.querySelector<T>(selector)!;
const settle = (ms = 0) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));

function type(selector: string, text: string): void {
  const field = find<HTMLTextAreaElement>(selector);
  field.value = text;
  act(() => void field.dispatchEvent(new Event("input", { bubbles: true })));
}

describe("the colours", () => {
  test("bear the beginning of their names, no two the same", () => {
    expect(shortest(["Yellow", "Green", "Blue", "Pink", "Purple"])).toEqual(["Y", "G", "B", "Pi", "Pu"]);
    expect(shortest(["Доказано", "доверие", "谁", "", "🙂x"])).toEqual(["До", "до", "谁", "", "🙂"]);
  });

  test("are called what the reader calls them, and say which one it is", () => {
    draw(<Swatches t={t} names={{ green: "Agreed" }} chosen="green" onPick={() => {}} />);
    const labels = [...place.querySelectorAll("button")].map((each) => each.getAttribute("aria-label"));
    expect(labels).toEqual(["Yellow", "Agreed (Green)", "Blue", "Pink", "Purple"]);
    expect(find("[aria-pressed=true]").getAttribute("aria-label")).toBe("Agreed (Green)");
  });
});

describe("the note", () => {
  function open(save: (was: string, now: string) => Promise<boolean>, more: { note?: string; lost?: (note: string) => void } = {}) {
    draw(<NoteField t={t} field={createRef()} note="first" save={save} lost={() => {}} {...more} />);
  }

  test("is kept a moment after the last key, each time with what was there before", async () => {
    const save = vi.fn(async () => true);
    open(save);
    type("textarea", "first, and");
    await settle(300);
    type("textarea", "first, and more");
    expect(save).not.toHaveBeenCalled();
    await settle(1_000);
    expect(save.mock.calls).toEqual([["first", "first, and more"]]);
    expect(find("[role=status]").textContent).toBe("Saved");
    type("textarea", "last");
    await settle(1_000);
    expect(save.mock.lastCall).toEqual(["first, and more", "last"]);
  });

  test("is kept when its field goes away", async () => {
    const save = vi.fn(async () => true);
    open(save);
    type("textarea", "in a hurry");
    draw(null);
    await settle();
    expect(save.mock.calls).toEqual([["first", "in a hurry"]]);
  });

  test("that cannot be kept stays in sight, says so, and is kept on the next try with what was there before", async () => {
    let works = false;
    const save = vi.fn(async () => works);
    open(save);
    type("textarea", "mine");
    await settle(1_000);
    expect(find("[role=status]").textContent).toBe(t("bar_note_failed"));
    expect(find<HTMLTextAreaElement>("textarea").value).toBe("mine");
    works = true;
    act(() => find("button").click());
    await settle();
    expect(save.mock.lastCall).toEqual(["first", "mine"]);
    expect(find("[role=status]").textContent).toBe("Saved");
  });

  test("that cannot be kept after its field has gone is handed back", async () => {
    const lost = vi.fn();
    open(async () => false, { lost });
    type("textarea", "mine");
    draw(null);
    await settle();
    expect(lost).toHaveBeenCalledExactlyOnceWith("mine");
  });

  test("that was changed elsewhere is shown, unless something was typed here", async () => {
    const save = vi.fn(async () => true);
    open(save);
    open(save, { note: "theirs" });
    expect(find<HTMLTextAreaElement>("textarea").value).toBe("theirs");
    type("textarea", "theirs, and mine");
    open(save, { note: "theirs again" });
    expect(find<HTMLTextAreaElement>("textarea").value).toBe("theirs, and mine");
    await settle(1_000);
    expect(save.mock.calls).toEqual([["theirs", "theirs, and mine"]]);
  });
});

describe("tags", () => {
  test("end with Enter or a comma, without the number sign; a press takes one away", async () => {
    const [onAdd, onRemove] = [vi.fn<(tag: string) => Promise<boolean>>(async () => true), vi.fn<(tag: string) => Promise<boolean>>(async () => true)];
    draw(<TagsField t={t} field={createRef()} tags={["war"]} known={["war", "peace"]} onAdd={onAdd} onRemove={onRemove} />);
    expect([...place.querySelectorAll("option")].map((each) => each.value)).toEqual(["peace"]);
    type("input", "#talks");
    act(() => void find("form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true })));
    type("input", "north,");
    await settle();
    expect(onAdd.mock.calls).toEqual([["talks"], ["north"]]);
    expect(find<HTMLInputElement>("input").value).toBe("");
    act(() => find("[aria-label='Remove the tag war']").click());
    await settle();
    expect(onRemove.mock.calls).toEqual([["war"]]);
  });

  test("that cannot be kept stay in the field", async () => {
    draw(<TagsField t={t} field={createRef()} tags={[]} known={[]} onAdd={async () => false} onRemove={async () => true} />);
    type("input", "talks,");
    await settle();
    expect(find<HTMLInputElement>("input").value).toBe("talks");
    expect(find("[role=status]").textContent).toBe(t("bar_note_failed"));
  });
});

const highlight = { id: "1", text: "signed in 1953 by both", note: "see Korea", created: "2026-03-04T10:00:00.000Z" } as Highlight;

describe("what became of a passage", () => {
  const shown = (passage: Omit<Passage, "highlight">) => draw(<WhatBecame t={t} passage={{ ...passage, highlight }} />);

  test("which was changed: what was taken out and what was put in, not by colour alone", () => {
    shown({ state: "changed", text: "signed in 1954 by both" });
    expect(place.textContent).toContain("has changed since you saved it");
    expect([find("del").textContent, find("ins").textContent]).toEqual(["1953", "1954"]);
  });

  test("which has moved; which stands as it stood", () => {
    shown({ state: "moved" });
    expect(place.textContent).toBe(t("bar_moved"));
    shown({ state: "exact" });
    expect(place.textContent).toBe("");
  });
});

test("the list of what is gone gives the words, the note and the day, and leads to the library", () => {
  const onLibrary = vi.fn();
  const props = { t, lang: "en", sentence: t("notice_gone_one", 5), gone: [{ highlight, state: "orphan" as const }], onToggle: () => {}, onLibrary, onDismiss: () => {} };
  draw(<NoticeView {...props} open={false} />);
  expect(place.textContent).toContain("1 of your 5 highlights is no longer on this page.");
  expect(place.textContent).not.toContain(highlight.text);
  draw(<NoticeView {...props} open />);
  for (const each of [highlight.text, highlight.note, "March 4, 2026"]) expect(place.textContent).toContain(each);
  act(() => [...place.querySelectorAll("button")].find((each) => each.textContent === t("bar_library"))!.click());
  expect(onLibrary).toHaveBeenCalledExactlyOnceWith("1");
});

test.each(Object.entries(messages).filter(([key]) => /^(bar|notice|colour)_/.test(key)))("%s says what it is for, and what is filled in", (_, { message, description }) => {
  expect(description).toBeTruthy();
  const numbers = [...message.matchAll(/\$(\d)/g)].map(([, number]) => number!);
  for (const number of numbers) expect(description).toMatch(new RegExp(`\\$${number}|Both`));
});
