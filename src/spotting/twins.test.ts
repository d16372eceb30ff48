import fc from "fast-check";
import { expect, test } from "vitest";
import { keyOf } from "./memory";
import { openSpotter, spot } from "./spot";
import { packOf, type Sketch } from "./testing";

const KIM: Sketch = { id: "kim", names: ["Kim Il Sung", "Kim Il-sŏng"], short: ["Kim"], lived: [1912, 1994] };

function spotter(...packs: Sketch[][]) {
  return openSpotter(packs.map((sketches, at) => packOf(sketches, `pack${at}`)));
}

/** `surface=pack/id` of each mention. */
function spotted(open: ReturnType<typeof spotter>, ...blocks: string[]): string[] {
  return spot(open, { blocks }).mentions.map(({ block, start, end, pack, entry }) => {
    return `${blocks[block]!.slice(start, end)}=${pack}/${open.packs[pack]!.idOf(entry)}`;
  });
}

/** Which entry of the first pack each of the second is one with. */
function twins(first: Sketch[], second: Sketch[]): Record<string, string> {
  const open = spotter(first, second);
  const [a, b] = open.packs;
  const entries = second.map(({ id }) => [id, open.twins.members(keyOf(1, b!.indexOf(id)))] as const);
  return Object.fromEntries(entries.flatMap(([id, [member]]) => (member!.pack === 0 ? [[id, a!.idOf(member!.entry)]] : [])));
}

test("the same kind and a full name in common make twins, however the name is spelt", () => {
  expect(twins([KIM], [{ id: "the-leader", names: ["kim il song", "Kim Ir Sen"] }])).toEqual({ "the-leader": "kim" });
  expect(twins([KIM], [{ id: "other", names: ["Kim Ir Sen"], short: ["Kim Il Sung"] }])).toEqual({});
  expect(twins([KIM], [{ id: "university", kind: "organisation", names: ["Kim Il Sung"] }])).toEqual({});
  expect(twins([{ id: "un", kind: "organisation", names: ["The United Nations"] }], [{ id: "x", kind: "organisation", names: ["United Nations"] }])).toEqual({ x: "un" });
});

test("what only a rule has made is in common with nobody", () => {
  expect(twins([{ id: "a", names: ["John Fitzgerald Kennedy"] }], [{ id: "b", names: ["John Kennedy"] }])).toEqual({});
});

test("lives that contradict each other are two; those that differ by a little are one", () => {
  expect(twins([KIM], [{ ...KIM, id: "elder", lived: [1850, 1900] }])).toEqual({});
  expect(twins([KIM], [{ ...KIM, id: "same", lived: [1911, 1994] }])).toEqual({ same: "kim" });
});

test("of several who bear the name, the one that shares most names is meant, and none where that does not tell", () => {
  const namesake: Sketch = { id: "namesake", names: ["Kim Il Sung", "Kim the Younger"] };
  expect(twins([KIM, namesake], [{ id: "x", names: ["Kim Il Sung", "Kim the Younger"] }])).toEqual({ x: "namesake" });
  expect(twins([KIM, namesake], [{ id: "x", names: ["Kim Il Sung"] }])).toEqual({});
  expect(twins([KIM], [{ id: "x", names: ["Kim Il Sung"] }, { id: "y", names: ["Kim Il Sung"] }])).toEqual({});
});

test("twins are spotted as one, by the names of either, without another to doubt", () => {
  const open = spotter([KIM], [{ id: "leader", names: ["Kim Il Sung", "Kim Ir Sen"] }]);
  const text = "Kim Ir Sen spoke. Then Kim Il Sung left.";
  expect(spotted(open, text)).toEqual(["Kim Ir Sen=0/kim", "Kim Il Sung=0/kim"]);
  const alone = spot(spotter([KIM]), { blocks: [text] }).mentions.at(-1)!;
  for (const mention of spot(open, { blocks: [text] }).mentions) {
    expect(mention.others).toEqual([]);
    expect(mention.members).toEqual([{ pack: 0, entry: 0 }, { pack: 1, entry: 0 }]);
    expect(mention.confidence).toBe(alone.confidence);
  }
});

test("what either pack knows counts: a name in one, an office or company in the other", () => {
  const first = [KIM, { id: "kim-ku", names: ["Kim Ku"], short: ["Kim"] }];
  const second = [
    { id: "leader", names: ["Kim Il Sung"], roles: ["Premier of North Korea"], links: ["panmunjom"] },
    { id: "panmunjom", kind: "place" as const, names: ["Panmunjom"] },
  ];
  // By the title, which the second pack alone knows of him.
  expect(spotted(spotter(first, second), "Premier Kim spoke at length.")).toEqual(["Kim=0/kim"]);
  expect(spotted(spotter(first), "Premier Kim spoke at length.")).toEqual([]);
});

test("an entry that was named as one pack's explains the short name that the other lists", () => {
  const open = spotter([KIM], [{ id: "leader", names: ["Kim Ir Sen", "Kim Il Sung"] }]);
  const blocks = ["Kim was there."];
  expect(spot(open, { blocks, seen: ["pack1/leader"] }).mentions).toHaveLength(1);
  expect(spot(open, { blocks: ["Kim Ir Sen came."] }).seen).toEqual(["pack0/kim"]);
});

test("three packs agree on who is one, from whichever side one asks", () => {
  const names = fc.subarray(["Kim Il Sung", "Kim Ir Sen", "Kim Song Ju", "The Leader of All"], { minLength: 1 });
  const sketches = fc.array(names, { maxLength: 3 }).map((all) => all.map((own, at): Sketch => ({ id: `e${at}`, names: own })));
  fc.assert(
    fc.property(fc.array(sketches, { minLength: 2, maxLength: 3 }), (packs) => {
      const open = spotter(...packs);
      open.packs.forEach((pack, number) => {
        for (let entry = 0; entry < pack.entryCount; entry++) {
          const members = open.twins.members(keyOf(number, entry));
          expect(members).toContainEqual({ pack: number, entry });
          expect(new Set(members.map((member) => member.pack)).size).toBe(members.length);
          for (const member of members) expect(open.twins.members(keyOf(member.pack, member.entry))).toBe(members);
        }
      });
    }),
    { numRuns: 60 },
  );
});
