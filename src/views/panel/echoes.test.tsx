// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { english as t } from "../../i18n/english";
import type { PageStory, ReadingPlace } from "../../messages/follow";
import type { Echo, EchoQuestion } from "../../story/echoes/echo";
import { Echoes, questionOf } from "./echoes";
import { reasonsOf } from "./echo-reasons";

const SETTLED_MS = 250;
const place = document.createElement("div");
document.body.append(place);
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  act(() => render(null, place));
  vi.useRealTimers();
});

const story: PageStory = {
  what: "story", state: "on", url: "https://a.example/", title: "A", lang: "en", published: "2017-07-20", cast: [], mentions: [], weights: [],
  dates: [
    { text: "1950", min: 0, max: 10, block: 0, start: 0, end: 4 },
    { text: "August 1956", min: 100, max: 130, block: 2, start: 0, end: 11 },
    { text: "1957", min: 200, max: 300, block: 4, start: 0, end: 4 },
  ],
};
const reading = (text: string, block: number | null = 3): ReadingPlace => ({ what: "reading", block, text, refs: ["kc/kim"] });
const none = { people: [], others: [], acts: [], nations: [], words: [] };
const echo = (name: string, more: Partial<Echo> = {}): Echo => ({ id: name, entry: { ref: `kc/${name}`, name, kind: "event" }, when: "1956", text: [{ text: `What ${name} was` }], sources: [{ text: "A source" }], why: none, ...more });

/** Questions that were asked, each to be answered when the test likes. */
function asker() {
  const asked: { question: EchoQuestion; answer: (echoes: Echo[]) => Promise<void>; fail: () => Promise<void> }[] = [];
  const findEchoes = (question: EchoQuestion) =>
    new Promise<Echo[]>((resolve, reject) => {
      asked.push({
        question,
        answer: (echoes) => act(async () => resolve(echoes)),
        fail: () => act(async () => reject(new Error("no worker"))),
      });
    });
  return { asked, findEchoes };
}

const onOpen = vi.fn();
function show(at: ReadingPlace | null, findEchoes: (question: EchoQuestion) => Promise<Echo[]>): void {
  act(() => render(<Echoes t={t} lang="en" story={story} reading={at} ask={vi.fn()} onGo={vi.fn()} onOpen={onOpen} findEchoes={findEchoes} />, place));
}
const settle = (ms = SETTLED_MS) => act(() => void vi.advanceTimersByTime(ms));
const text = () => place.textContent ?? "";

test("nothing is asked of paragraphs that are scrolled past", () => {
  const { asked, findEchoes } = asker();
  show(null, findEchoes);
  expect(text()).toBe("Scroll to a paragraph to see what it resembles.");
  for (const each of ["one", "two", "three"]) {
    show(reading(each), findEchoes);
    settle(SETTLED_MS - 1);
  }
  expect(asked).toEqual([]);
  settle(1);
  expect(asked.map(({ question }) => question.text)).toEqual(["three"]);
});

test("old echoes stay until the new are there, and answers that come too late are dropped", async () => {
  const { asked, findEchoes } = asker();
  show(reading("The first paragraph"), findEchoes);
  settle();
  await asked[0]!.answer([echo("plenum")]);
  expect(text()).toContain("Echoes of “The first paragraph”");
  expect(text()).toContain("What plenum was");

  show(reading("The second"), findEchoes);
  settle();
  expect(text()).toContain("What plenum was");
  show(reading("The third"), findEchoes);
  settle();
  await asked[1]!.answer([echo("wrong")]);
  expect(text()).toContain("What plenum was");
  await asked[2]!.answer([]);
  expect(text()).not.toContain("plenum");
  expect(text()).toContain("Nothing in the packs resembles this paragraph.");
});

test("what is found is said aloud by name, so that other echoes are said although they are as many", async () => {
  const { asked, findEchoes } = asker();
  const aloud = () => place.querySelector("[role=status]")!.textContent;
  show(reading("One"), findEchoes);
  settle();
  await asked[0]!.answer([echo("plenum"), echo("purge")]);
  expect(aloud()).toBe("Echoes: plenum, purge");
  show(reading("Two"), findEchoes);
  settle();
  await asked[1]!.answer([echo("visit"), echo("summit")]);
  expect(aloud()).toBe("Echoes: visit, summit");
  show(reading("Three"), findEchoes);
  settle();
  await asked[2]!.answer([]);
  expect(aloud()).toBe("");
});

test("that the packs cannot be searched is said, and the next paragraph is asked for again", async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  const { asked, findEchoes } = asker();
  show(reading("One"), findEchoes);
  settle();
  await asked[0]!.fail();
  expect(place.querySelector("[role=alert]")!.textContent).toBe("The packs could not be searched for echoes.");
  show(reading("Two"), findEchoes);
  settle();
  await asked[1]!.answer([echo("plenum")]);
  expect(place.querySelector("[role=alert]")).toBeNull();
});

test("entries open, addresses that are none of the web do not, and what a pack says is text", async () => {
  const { asked, findEchoes } = asker();
  show(reading("One"), findEchoes);
  settle();
  const nasty = "<img src=x onerror=alert(1)>";
  await asked[0]!.answer([
    echo(nasty, { text: [{ text: "Mao", ref: "kc/mao" }], sources: [{ text: "bad", href: "javascript:alert(1)" }, { text: "good", href: "https://b.example/" }] }),
  ]);
  expect(place.querySelector("img")).toBeNull();
  expect([...place.querySelectorAll("a")].map((link) => link.getAttribute("href"))).toEqual(["https://b.example/"]);
  for (const button of place.querySelectorAll("button")) button.click();
  expect(onOpen.mock.calls).toEqual([[`kc/${nasty}`], ["kc/mao"]]);
});

test("a quote stands as a quote, with who said it", async () => {
  const { asked, findEchoes } = asker();
  show(reading("One"), findEchoes);
  settle();
  const quote = { id: "q", words: "“They won’t listen.”", said: [{ text: "Mao", ref: "kc/mao" }], remarks: ["Talks, 1956"], source: { text: "A source" }, copy: "" };
  await asked[0]!.answer([echo("mao", { text: [], quote })]);
  expect(place.querySelector("figure blockquote")!.textContent).toBe("“They won’t listen.”");
  expect(place.querySelector("figcaption")!.textContent).toContain("Talks, 1956");
});

test("with the paragraph goes what the page last named as a date above it", () => {
  expect(questionOf(story, reading("One", 3)).before).toEqual({ min: 100, max: 130 });
  expect(questionOf(story, reading("One", 2)).before).toEqual({ min: 0, max: 10 });
  expect(questionOf(story, reading("One", null)).before).toBeUndefined();
  expect(questionOf(story, reading("One", 3))).toMatchObject({ text: "One", url: "https://a.example/", lang: "en", refs: ["kc/kim"], published: "2017-07-20" });
});

test("reasons are said in the reader's language, those that there are", () => {
  const why = { people: ["Kim Il Sung"], others: [], acts: ["purge" as const, "visit" as const], nations: ["KP" as const, "RU" as const], words: ["faction"] };
  expect(reasonsOf(why, t, "en")).toEqual(["Same people: Kim Il Sung", "Same kind of act: purge, visit", "Same countries: North Korea, Soviet Union or Russia", "Same words: faction"]);
  expect(reasonsOf(why, t, "de")[2]).toContain("Nordkorea");
  expect(reasonsOf(none, t, "en")).toEqual([]);
});

test("the heading has the first words of a paragraph, and few characters of one without spaces", async () => {
  const { asked, findEchoes } = asker();
  show(reading("1956年8月、朝鮮労働党中央委員会全員会議で金日成に対する批判が行われ、その後に粛清が始まった。"), findEchoes);
  settle();
  await asked[0]!.answer([]);
  expect([...place.querySelector("h2")!.textContent!].length).toBeLessThan(50);
});
