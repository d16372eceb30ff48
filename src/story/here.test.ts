import { expect, test } from "vitest";
import { spotterOf } from "../spotting/testing";
import { cardHere } from "./here";

const spotter = spotterOf(
  { id: "kim-il", names: ["Kim Il"], short: ["Kim"] },
  { id: "kim-ok", names: ["Kim Ok"], short: ["Kim"] },
  { id: "lisbon", kind: "place", names: ["Lisbon"], standsFor: [{ what: "the government", use: "actor", entry: "portugal" }] },
  { id: "portugal", kind: "place", names: ["Portugal"] },
);
const number = (id: string) => ({ pack: 0, entry: spotter.packs[0]!.indexOf(id) });

/** What is said of the name between brackets, taken for an entry with some confidence. */
function here(marked: string, id: string, confidence: number) {
  const place = { start: marked.indexOf("["), end: marked.indexOf("]") - 1, confidence };
  const paragraph = marked.replace(/[[\]]/g, "");
  return cardHere(spotter, number(id), { ref: `test/${id}`, paragraph, story: ["test/kim-il", "test/kim-ok"], place });
}

test.each(["kim-il", "kim-ok"])("a doubtful short name may be the other one's, if it was taken for %s", (id) => {
  const said = here("Then [Kim] left.", id, 0.6)!;
  expect(said.doubtful).toBe(true);
  expect(said.others.map((other) => other.ref)).toEqual([id === "kim-il" ? "test/kim-ok" : "test/kim-il"]);
});

test("where the page is fairly sure, the others are offered without a word of doubt; where it is sure, nothing is", () => {
  expect(here("Then [Kim] left.", "kim-il", 0.93)).toMatchObject({ doubtful: false, others: [{ ref: "test/kim-ok", name: "Kim Ok" }] });
  expect(here("Then [Kim] left.", "kim-il", 0.98)).toMatchObject({ doubtful: false, others: [] });
});

test("what a name stands for is said, with the entry that is meant", () => {
  expect(here("[Lisbon] said no.", "lisbon", 1)).toMatchObject({ sense: "the government", senseRef: "test/portugal" });
  expect(here("He lives in [Lisbon].", "lisbon", 1)!.sense).toBeUndefined();
});

test("of an entry that is opened from elsewhere, nothing is said", () => {
  expect(cardHere(spotter, number("lisbon"), { ref: "test/lisbon", paragraph: "Lisbon said no.", story: [] })).toBeUndefined();
});
