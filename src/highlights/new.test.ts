import { expect, test } from "vitest";
import { fault } from "../messages/schema";
import { Highlight } from "../messages/highlight";
import { newHighlight } from "./new";

const page = { keys: ["https://example.com/a"], url: "https://example.com/a", title: "", site: "", author: "", published: "", lang: "" };
const now = new Date(Date.UTC(2026, 10, 22, 8, 30));
const beginning = { id: "6f1d1a6e-7f3b-4c55-9f07-0d2f6a1b8c11", now, kind: "passage", text: "words", page, colour: "green" } as const;

test("a new highlight is one that can be sent", () => {
  const anchor = { exact: "words", prefix: "some ", suffix: "", start: 5, end: 10 };
  const highlight = newHighlight({ ...beginning, note: "why", anchor });
  expect(fault(Highlight, highlight)).toBeUndefined();
  expect(highlight).toMatchObject({ anchor, note: "why", created: "2026-11-22T08:30:00.000Z", modified: "2026-11-22T08:30:00.000Z" });
});

test("what was not given is not there", () => {
  expect(Object.keys(newHighlight(beginning))).not.toContain("anchor");
  expect(newHighlight(beginning)).toMatchObject({ note: "", tags: [], mentions: [] });
});

test("tags are tidied, and one in other letters is no other tag", () => {
  expect(newHighlight({ ...beginning, tags: [" #war", "War", "peace ", "", "#"] }).tags).toEqual(["war", "peace"]);
});
