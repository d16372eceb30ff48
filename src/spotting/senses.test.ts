import { describe, expect, test } from "vitest";
import type { Sense } from "../packs/model";
import { senseAt } from "./senses";
import { spotterOf } from "./testing";
import { spot } from "./spot";

const GOVERNMENT: Sense = { what: "the government", use: "actor" };
const TALKS: Sense = { what: "the talks", use: "event" };

/** The sense of the name between brackets. */
function sensed(marked: string, senses: readonly Sense[] = [TALKS, GOVERNMENT]): string | null {
  const start = marked.indexOf("[");
  const end = marked.indexOf("]") - 1;
  const index = senseAt(marked.replace(/[[\]]/g, ""), start, end, senses);
  return index === null ? null : senses[index]!.what;
}

test.each([
  "Officials said [Lisbon] wants a second treaty.",
  "The envoy said that [Lisbon] had quietly agreed to the terms.",
  "[Lisbon] was weighing its answer.",
  "Madrid and [Lisbon] rejected the draft.",
  "[Lisbon] and Madrid rejected the draft.",
  "It was a test of [Lisbon]’s resolve.",
  "There were threats from [Lisbon]'s generals.",
  "Relations between [Lisbon] and Madrid cooled.",
  "Relations between Madrid and [Lisbon] cooled.",
  "He counted on talks with [Lisbon].",
  "There was more pressure on [Lisbon] to sign.",
  "A letter to [Lisbon] went unanswered.",
  "They hoped for support from [Lisbon].",
  "The move angered\n[Lisbon] and its allies.",
  "The plan was blocked by [Lisbon].",
  "[Lisbon] is unlikely to follow.",
  "There was alarm in [Lisbon], which said it would answer.",
])("who acts: %s", (marked) => {
  expect(sensed(marked)).toBe("the government");
});

test.each([
  "He was born in [Lisbon] in 1920.",
  "They flew to [Lisbon] the next day.",
  "Officials in [Lisbon] said nothing.",
  "Officials in both Madrid and [Lisbon] had grown tired.",
  "She left [Lisbon] for good.",
  "[Lisbon], July 5 (Reuter) - Prices rose.",
  "[LISBON] (AP) — Prices rose.",
  "The streets of [Lisbon] were empty.",
  "He walked through [Lisbon]'s narrow streets.",
  "He saw [Lisbon]'s Belém Tower.",
  "The train between [Lisbon] and Madrid was late.",
  "The road from [Lisbon] was closed.",
  "[Lisbon] was covered by ash.",
  "[Lisbon] is a city of hills.",
  "[Lisbon] residents stayed at home.",
])("a place: %s", (marked) => {
  expect(sensed(marked)).toBeNull();
});

test.each(["Little has changed since [Tilsit].", "The [Tilsit] talks dragged on."])("what happened there: %s", (marked) => {
  expect(sensed(marked)).toBe("the talks");
  // Where the pack has no such sense, it is not taken for another.
  expect(sensed(marked, [GOVERNMENT])).toBeNull();
});

describe("in other languages", () => {
  test.each([
    "[리스본] 측은 답하지 않았다.", "[리스본]은 이 제안을 거부했다.", "[리스본]과의 협상이 끝났다.",
    "[里斯本]表示反对。", "与[里斯本]的关系", "[里斯本]的立场没有改变。",
    "[Лиссабон] заявил протест.", "переговоры с [Лиссабоном]", "давление на [Лиссабон]", "позиция [Лиссабона]",
  ])("who acts: %s", (marked) => {
    expect(sensed(marked)).toBe("the government");
  });

  test.each(["[리스본]에서 만났다.", "他在[里斯本]出生。", "Он родился в [Лиссабоне]."])("a place: %s", (marked) => {
    expect(sensed(marked)).toBeNull();
  });
});

test("only the names that are used so have the sense, however they are written", () => {
  const senses: Sense[] = [{ ...GOVERNMENT, names: ["Lisboa"] }];
  expect(sensed("[Lisbon] said so.", senses)).toBeNull();
  expect(sensed("[LISBOA] said so.", senses)).toBe("the government");
});

test("a mention says its sense, and its entry stays the place", () => {
  const spotter = spotterOf({ id: "lisbon", kind: "place", names: ["Lisbon"], standsFor: [GOVERNMENT] }, { id: "faro", kind: "place", names: ["Faro"] });
  const { mentions } = spot(spotter, { blocks: ["Lisbon said that he was born in Lisbon, and Faro said so too."] });
  expect(mentions.map(({ entry, sense }) => [spotter.packs[0]!.idOf(entry), sense])).toEqual([["lisbon", 0], ["lisbon", null], ["faro", null]]);
});
