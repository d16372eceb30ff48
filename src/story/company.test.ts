import fc from "fast-check";
import { expect, test } from "vitest";
import { company as message } from "../messages/contract";
import { fault } from "../messages/schema";
import { companyOf } from "./company";
import { corpusOf, packOfNotes } from "./testing";

const NOTES = {
  mao: "---\nkind: person\nnames: [Mao Zedong]\nshort: [Mao]\nlinks: [peng, mission]\n---\nLeader.\n\n## Timeline\n- 1959: Purges [[peng|Peng Dehuai]]. [@second]\n",
  peng: "---\nkind: person\nnames: [Peng Dehuai]\nshort: [Peng]\nlinks: [mao, mission]\n---\nMarshal.\n",
  mikoyan: "---\nkind: person\nnames: [Anastas Mikoyan]\nshort: [Mikoyan]\nlinks: [mission]\n---\nEnvoy.\n",
  rakosi: "---\nkind: person\nnames: [Mátyás Rákosi]\nlinks: [mikoyan]\n---\nLeader.\n",
  stranger: "---\nkind: person\nnames: [Some Stranger]\n---\nNobody.\n",
  "other-mao": "---\nkind: person\nnames: [Mao Anying]\nshort: [Mao]\nlinks: [mao]\n---\nSon.\n",
  liu: "---\nkind: person\nnames: [Liu Shaoqi]\nlinks: [deng]\n---\nLeader.\n",
  deng: "---\nkind: person\nnames: [Deng Xiaoping]\nlinks: [liu]\n---\nLeader.\n",
  beijing: "---\nkind: place\nnames: [Beijing]\nstands_for: [{what: the government, entry: china}]\nlinks: [mao]\n---\nCity.\n",
  china: "---\nkind: place\nnames: [China]\nlinks: [mao]\n---\nCountry.\n",
  mission: "---\nkind: event\nnames: [The mission]\ndate: 1956-09\n---\nBoth were sent to Pyongyang. [@first]\n",
};
const QUOTES = "- text: They will not listen to us.\n  speaker: mao\n  to: [mikoyan]\n  date: 1956-09\n  about: [peng]\n  cite: first, p. 4\n";
const corpus = corpusOf(packOfNotes(NOTES, { quotes: QUOTES }));
const ask = (...ids: string[]) => companyOf(corpus, ids.map((id, at) => ({ ref: `tiny/${id}`, weight: 20 - at })));
const said = (answer: ReturnType<typeof ask>, one: string, other: string): string[] => {
  const names = answer.nodes.map(({ name }) => name);
  const bond = answer.bonds.find(({ a, b }) => [names[a], names[b]].sort().join() === [one, other].sort().join());
  return (bond?.says ?? []).map(({ text, when }) => `${when ?? ""}: ${text.map((run) => (run.note === undefined ? run.text : `[${run.note}]`)).join("")}`);
};

test("what joins two is said: what the one's life tells of the other, the event both lead to, what one said of the other", () => {
  expect(said(ask("mao", "peng"), "Mao Zedong", "Peng Dehuai")).toEqual([
    "1959: Mao: Purges Peng Dehuai.[0]",
    "September 1956: The mission: Both were sent to Pyongyang.[1]",
    "September 1956: Mao of Peng: “They will not listen to us.”[2]",
  ]);
  expect(said(ask("mao", "mikoyan"), "Mao Zedong", "Anastas Mikoyan")).toEqual([
    "September 1956: The mission: Both were sent to Pyongyang.[0]",
    "September 1956: Mao to Mikoyan: “They will not listen to us.”[1]",
  ]);
  expect(said(ask("mikoyan", "rakosi"), "Anastas Mikoyan", "Mátyás Rákosi")).toEqual([": Linked in the pack."]);
});

test("the more joins two, the stronger the bond", () => {
  const { nodes, bonds } = ask("mao", "peng", "mikoyan", "rakosi", "liu", "deng");
  const strength = (one: string, other: string) => bonds.find(({ a, b }) => [nodes[a]!.short, nodes[b]!.short].sort().join() === [one, other].sort().join())!.strength;
  expect(strength("Mao", "Peng")).toBeGreaterThan(strength("Mao", "Mikoyan"));
  expect(strength("Mao", "Mikoyan")).toBeGreaterThan(strength("Mikoyan", "Mátyás Rákosi"));
  expect(strength("Liu Shaoqi", "Deng Xiaoping")).toBeGreaterThan(strength("Mikoyan", "Mátyás Rákosi"));
});

test("whom nothing joins to the others stands apart, and cities are where things happen", () => {
  const { nodes, alone } = ask("mao", "peng", "stranger", "beijing", "china");
  expect(alone.map(({ name }) => name)).toEqual(["Some Stranger"]);
  expect(nodes.map(({ name }) => name)).toEqual(["Mao Zedong", "Peng Dehuai", "China"]);
});

test("two who are called the same are called by their full names", () => {
  expect(ask("mao", "peng").nodes.map(({ short }) => short)).toEqual(["Mao", "Peng"]);
  expect(ask("mao", "other-mao").nodes.map(({ short }) => short)).toEqual(["Mao Zedong", "Mao Anying"]);
});

test("whatever is asked, the answer fits its message, and each bond is of two who are there", () => {
  fc.assert(
    fc.property(fc.subarray([...Object.keys(NOTES), "nobody"]), (ids) => {
      const answer = ask(...ids);
      expect(fault(message.answer, answer)).toBeUndefined();
      for (const { a, b, says, sources } of answer.bonds) {
        expect(a !== b && answer.nodes[a] && answer.nodes[b]).toBeTruthy();
        expect(says.length).toBeGreaterThan(0);
        for (const { text } of says) for (const { note } of text) expect(note === undefined || note < sources.length).toBe(true);
      }
      const joined = new Set(answer.bonds.flatMap(({ a, b }) => [a, b]));
      expect(joined.size).toBe(answer.nodes.length);
    }),
  );
});
