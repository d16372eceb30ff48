import fc from "fast-check";
import { expect, test } from "vitest";
import type { PageStory, ReadingPlace } from "../../messages/follow";
import { keyOf, type PanelEvent, type PanelState, reduce, START } from "./model";

const link = { ref: "p/a", name: "A", kind: "person" } as const;
const story = (url: string, more: Partial<PageStory> = {}): PageStory => ({
  what: "story", state: "on", url, title: url, lang: "en", published: "", cast: [link], mentions: [0, 0], dates: [], ...more,
});
const told = (tab: number, url: string, more: Partial<PageStory> = {}): PanelEvent => ({ type: "told", tab, story: story(url, more), details: new Map() });
const place = (text: string): ReadingPlace => ({ what: "reading", block: 0, text, refs: [] });
const after = (...events: PanelEvent[]): PanelState => events.reduce(reduce, START);
const urlOf = ({ page }: PanelState) => (page.is === "told" ? page.story.url : page.is);

const ON_A: PanelEvent[] = [{ type: "followed", tab: 1 }, told(1, "a"), { type: "reading", tab: 1, place: place("here") }];

test("the story of one tab stays until that of the next is there", () => {
  const turned = after(...ON_A, { type: "followed", tab: 2 });
  expect(urlOf(turned)).toBe("a");
  expect(turned.old).toBe(true);
  const there = reduce(turned, told(2, "b"));
  expect([urlOf(there), there.old, there.of]).toEqual(["b", false, 2]);
});

test("where nothing comes in time, it goes; and where something came, lateness is of no account", () => {
  expect(urlOf(after(...ON_A, { type: "followed", tab: 2 }, { type: "late", tab: 2 }))).toBe("waiting");
  expect(urlOf(after(...ON_A, { type: "followed", tab: 2 }, told(2, "b"), { type: "late", tab: 2 }))).toBe("b");
  expect(urlOf(after(...ON_A, { type: "followed", tab: 2 }, { type: "late", tab: 1 }))).toBe("a");
});

test("who turns back before anything came sees what was there", () => {
  const back = after(...ON_A, { type: "followed", tab: 2 }, { type: "followed", tab: 1 }, { type: "late", tab: 1 });
  expect([urlOf(back), back.old]).toEqual(["a", false]);
});

test("a page of which nothing is known yet waits for its time", () => {
  const reading = { state: "reading", cast: [], mentions: [] } as const;
  const coming = after(...ON_A, { type: "left", tab: 1 }, told(1, "b", { ...reading, cast: [], mentions: [] }));
  expect(urlOf(coming)).toBe("a");
  expect(urlOf(reduce(coming, { type: "late", tab: 1 }))).toBe("waiting");
  expect(urlOf(reduce(coming, told(1, "b")))).toBe("b");
});

test("where the reader is belongs to the page that is drawn", () => {
  expect(after(...ON_A).reading!.text).toBe("here");
  // Said of the page that is coming before its story is drawn.
  const next = after(...ON_A, { type: "followed", tab: 2 }, { type: "reading", tab: 2, place: place("there") });
  expect(next.reading!.text).toBe("here");
  expect(reduce(next, told(2, "b")).reading!.text).toBe("there");
  // The same page, told anew, is read where it was; another is not.
  expect(after(...ON_A, told(1, "a#further")).reading!.text).toBe("here");
  expect(after(...ON_A, told(1, "b")).reading).toBeNull();
});

test("whatever comes, nothing of a tab that is not followed is drawn anew, and lateness leaves nothing old", () => {
  const tab = fc.nat(2);
  const event: fc.Arbitrary<PanelEvent> = fc.oneof(
    tab.map((tab) => ({ type: "followed", tab }) as const),
    tab.map((tab) => ({ type: "left", tab }) as const),
    tab.map((tab) => ({ type: "late", tab }) as const),
    tab.map((tab) => ({ type: "refused", tab }) as const),
    fc.tuple(tab, fc.constantFrom("a", "b")).map(([tab, url]) => told(tab, `${tab}${url}`)),
    tab.map((tab) => ({ type: "reading", tab, place: place(String(tab)) }) as const),
  );
  fc.assert(
    fc.property(fc.array(event), (events) => {
      let state = START;
      for (const each of events) {
        const before = state;
        state = reduce(state, each);
        if (each.type !== "followed" && each.tab !== before.tab) expect(state).toBe(before);
        if (state.page.is === "told") expect(state.page.story.url.startsWith(String(state.of))).toBe(true);
        if (state.reading) expect(state.reading.text).toBe(String(state.of));
        if (each.type === "late" && each.tab === state.tab) expect(state.old).toBe(false);
        expect(keyOf(state.of, state.page)).toContain(String(state.of));
      }
    }),
  );
});
