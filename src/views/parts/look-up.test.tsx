// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { english as t } from "../../i18n/english";
import type { FoundEntry, LookUpAnswer } from "../../messages/contract";
import { LookUp } from "./look-up";

const entry = (name: string): FoundEntry => ({ ref: `p/${name}`, name, kind: "person", who: "", matched: "" });

/** Questions that wait for an answer, by what is looked for. */
let asked: Map<string, (answer: LookUpAnswer) => void>;
let opened: readonly string[];

beforeEach(async () => {
  asked = new Map();
  opened = [];
  const actions = { lookUp: (query: string) => new Promise<LookUpAnswer>((resolve) => asked.set(query, resolve)), card: async () => null, copy: async () => true };
  await act(() => render(<LookUp t={t} lang="en" actions={actions} opened={[]} onOpened={(refs) => (opened = refs)} />, document.body));
});

afterEach(() => render(null, document.body));

const field = () => document.querySelector<HTMLInputElement>("[role=combobox]")!;
const options = () => [...document.querySelectorAll<HTMLElement>("[role=option]")];
const names = () => options().map((option) => option.querySelector("bdi")!.textContent);
const said = () => document.querySelector("[role=status]")!.textContent;

async function type(text: string): Promise<void> {
  field().value = text;
  await act(() => void field().dispatchEvent(new InputEvent("input", { bubbles: true })));
}

async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  await act(() => void field().dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, ...more })));
}

async function answer(query: string, found: string[], nearest: string[] = [], packs = 2): Promise<void> {
  await act(async () => asked.get(query)!({ searched: query, found: found.map(entry), nearest: nearest.map(entry), packs }));
}

test("an answer that comes late never takes the place of a later one's, nor of an empty field", async () => {
  await type("mao");
  await type("mao z");
  await answer("mao z", ["Mao Zedong"]);
  await answer("mao", ["Maoism", "Mao Anying"]);
  expect(names()).toEqual(["Mao Zedong"]);
  await type("peng");
  await type("");
  await answer("peng", ["Peng Dehuai"]);
  expect(options()).toEqual([]);
});

test("what was found stays until the next answer, and a row that stays is not drawn anew", async () => {
  await type("mao");
  await answer("mao", ["Maoism", "Mao Zedong"]);
  const [, kept] = options();
  await type("mao z");
  expect(names()).toEqual(["Maoism", "Mao Zedong"]);
  expect(document.querySelector("[role=listbox]")!.getAttribute("aria-busy")).toBe("true");
  await answer("mao z", ["Mao Zedong"]);
  expect(options()).toEqual([kept]);
});

test("Enter opens what belongs to what was typed last, once that is there", async () => {
  await type("mao");
  await answer("mao", ["Maoism"]);
  await type("mao z");
  await press("Enter");
  expect(opened).toEqual([]);
  await answer("mao z", ["Mao Zedong"]);
  await vi.waitFor(() => expect(opened).toEqual(["p/Mao Zedong"]));
});

test("keys of an input method that is composing are its own", async () => {
  await type("마오");
  await answer("마오", ["Mao Zedong", "Maoism"]);
  for (const key of ["ArrowDown", "Enter", "Escape"]) await press(key, { isComposing: true });
  expect(opened).toEqual([]);
  expect(field().value).toBe("마오");
  expect(options().map((option) => option.getAttribute("aria-selected"))).toEqual(["true", "false"]);
  await press("ArrowDown");
  await press("Enter");
  await vi.waitFor(() => expect(opened).toEqual(["p/Maoism"]));
});

test("who comes to the field has the names made ready before the first key, also after a long while", async () => {
  expect([...asked.keys()]).toEqual([""]);
  asked.clear();
  await act(() => field().focus());
  expect([...asked.keys()]).toEqual([""]);
});

test("says how much was found, or what was looked for and what is nearest", async () => {
  await type("mao");
  await answer("mao", ["Mao Zedong"]);
  expect(said()).toBe(t("look_up_found", 1));
  await type("maox army");
  await answer("maox army", [], ["Mao Zedong"]);
  expect(said()).toBe(t("look_up_nearest", "maox army"));
  expect(names()).toEqual(["Mao Zedong"]);
  await type("qqq");
  await answer("qqq", []);
  expect(said()).toBe(t("look_up_nothing", "qqq"));
  expect(field().getAttribute("aria-expanded")).toBe("false");
  await type("mao");
  await answer("mao", [], [], 0);
  expect(said()).toBe(t("look_up_no_packs"));
});
