import fc from "fast-check";
import { expect, test } from "vitest";
import { fault } from "../messages/schema";
import { timeline as message } from "../messages/contract";
import { corpusOf, packOfNotes } from "./testing";
import { timelineOf } from "./timeline";

const MAO = `---
kind: person
names: [Mao Zedong]
short: [Mao]
born: 1893-12-26
died: 1976-09-09
links: [mission, intervention]
---
Leader.

## Timeline
- 1956-09-18: Discusses the purge in Pyongyang with [[mikoyan|Mikoyan]] at Zhongnanhai. [@first]
- 1959: Purges [[peng|Peng]]. [@second]
- 1958: [[withdrawal|Orders]] the troops out. [@second]
`;
const MIKOYAN = `---
kind: person
names: [Anastas Mikoyan]
short: [Mikoyan]
links: [mission]
---
Envoy.

## Timeline
- 1956-09-18: Talks with [[mao|Mao]] about the purge in Zhongnanhai. [@first]
- 1960-06-15: Shows [[kim|Kim]] a record. [@second]
`;
const NOTES = {
  mao: MAO,
  mikoyan: MIKOYAN,
  kim: "---\nkind: person\nnames: [Kim Il Sung]\nborn: 1912\ndied: 1994\n---\nLeader.\n",
  "kim-jong-un": "---\nkind: person\nnames: [Kim Jong Un]\nborn: 1984\n---\nLeader.\n",
  peng: "---\nkind: person\nnames: [Peng Dehuai]\nshort: [Peng]\nlinks: [intervention]\n---\nMarshal.\n",
  mission: "---\nkind: event\nnames: [The mission]\ndate: 1956-09\nlinks: [mao]\n---\nThe two went to Pyongyang. [@first]\n",
  withdrawal: "---\nkind: event\nnames: [The withdrawal]\ndate: 1958\n---\nThe last troops left. [@first]\n",
  intervention: "---\nkind: event\nnames: [The intervention]\ndate: 1950-10\n---\nThe troops came. [@first]\n",
};
const corpus = corpusOf(packOfNotes(NOTES));
const cast = (...ids: string[]) => ids.map((id, at) => ({ ref: `tiny/${id}`, weight: 10 - at }));
const ask = (ids: string[], more: Partial<Parameters<typeof timelineOf>[1]> = {}) => timelineOf(corpus, { cast: cast(...ids), dates: [], published: null, ...more });
const texts = (events: ReturnType<typeof ask>) => events.map(({ head, subject, text }) => head?.name ?? `${subject} ${text.map((run) => (run.note === undefined ? run.text : "")).join("")}`);

test("what two lives tell of one day is told once, with both of them", () => {
  const events = ask(["mao", "mikoyan"]);
  const [talk, ...others] = events.filter(({ when }) => when === "18 September 1956");
  expect(others).toEqual([]);
  expect(talk!.subject).toBe("Mao");
  expect(talk!.people.map(({ name }) => name)).toEqual(["Mao Zedong", "Anastas Mikoyan"]);
  expect(talk!.sources.map(({ short }) => short)).toEqual(["First"]);
});

test("a life that links to an event tells of that event, and of nothing else", () => {
  const events = ask(["mao", "withdrawal"]);
  expect(events.filter(({ when }) => when === "1958").map(({ head }) => head?.name)).toEqual(["The withdrawal"]);
  expect(events.find(({ when }) => when === "1958")!.people.map(({ name }) => name)).toContain("Mao Zedong");
  expect(texts(ask(["mao"]))).toContain("Mao Orders the troops out.");
});

test("an event to which two of the cast lead is told although the page does not name it; one to which one leads is not", () => {
  expect(texts(ask(["mao", "peng"]))).toContain("The intervention");
  expect(texts(ask(["mao"]))).not.toContain("The intervention");
});

test("it is in the order of time, and the ranks are those from 0", () => {
  const events = ask(["mao", "mikoyan", "peng", "mission"]);
  expect(events.map(({ min }) => min)).toEqual(events.map(({ min }) => min).toSorted((a, b) => a - b));
  expect(events.map(({ rank }) => rank).toSorted((a, b) => a - b)).toEqual(events.map((_, at) => at));
});

test("what the page names, by its name or by its day, is more telling; what came after it less", () => {
  const rank = (events: ReturnType<typeof ask>, when: string) => events.find((event) => event.when === when)!.rank;
  expect(rank(ask(["mao", "mission"]), "September 1956")).toBe(0);
  const day = Date.parse("1960-06-15") / 86_400_000;
  expect(rank(ask(["mao", "mikoyan"], { dates: [{ min: day, max: day }] }), "15 June 1960")).toBeLessThan(rank(ask(["mao", "mikoyan"]), "15 June 1960"));
  const year = { min: Date.parse("1956-01-01") / 86_400_000, max: Date.parse("1956-12-31") / 86_400_000 };
  const named = ask(["mao", "mikoyan"], { dates: [year, { min: day, max: day }] });
  expect(rank(named, "15 June 1960")).toBeLessThan(rank(named, "18 September 1956"));
  expect(rank(ask(["mao", "mikoyan"], { published: day - 1 }), "15 June 1960")).toBe(ask(["mao", "mikoyan"]).length - 1);
});

test("nobody is in what happened before they were born", () => {
  const kim = "[[kim-jong-un|Kim]]";
  const strange = corpusOf(packOfNotes({ ...NOTES, mao: MAO.replace("1959: Purges [[peng|Peng]]", `1959: Speaks with ${kim}`) }));
  const event = timelineOf(strange, { cast: cast("mao"), dates: [], published: null }).find(({ when }) => when === "1959")!;
  expect(event.people.map(({ name }) => name)).toEqual(["Mao Zedong"]);
  expect(event.text).toContainEqual({ text: "Kim" });
});

test("two packs that tell of the same are heard as one", () => {
  const other = packOfNotes({ mao: MAO, mikoyan: MIKOYAN, ...Object.fromEntries(Object.entries(NOTES).slice(2)) }, { id: "other" });
  const both = timelineOf(corpusOf(packOfNotes(NOTES), other), { cast: cast("mao", "mikoyan", "mission"), dates: [], published: null });
  expect(texts(both)).toEqual(texts(ask(["mao", "mikoyan", "mission"])));
});

test("whatever is asked, the answer fits its message", () => {
  const ids = [...Object.keys(NOTES), "nobody"];
  fc.assert(
    fc.property(fc.subarray(ids), fc.array(fc.integer({ min: -30_000, max: 10_000 })), (some, days) => {
      const events = ask(some, { dates: days.map((day) => ({ min: day, max: day + 3 })) });
      expect(fault(message.answer, events)).toBeUndefined();
      for (const { text, sources } of events) for (const { note } of text) expect(note === undefined || note < sources.length).toBe(true);
    }),
  );
});
