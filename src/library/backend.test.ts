import { expect, test } from "vitest";
import { english as t } from "../i18n/english";
import { CardContent } from "../messages/contract";
import { fault } from "../messages/schema";
import { compilePack } from "../packs/compile";
import type { PackFile } from "../packs/model";
import { readPack } from "../packs/read";
import { sectionsOf } from "../spotting/compile";
import type { NameCorrection } from "../spotting/corrections";
import { createBackend } from "./backend";

const note = (id: string, front: string, body: string): PackFile => ({ path: `entries/${id}.md`, text: `---\n${front}\n---\n${body}\n` });
const PACKS: Record<string, PackFile[]> = {
  korea: [
    note("kim", "kind: person\nnames: [Kim Il Sung]\nborn: 1912\nlinks: [mao]", "Leader of the North.\n\nKim Il Sung met Mao Zedong."),
    note("mao", "kind: person\nnames: [Mao Zedong]", "Leader of China."),
  ],
  arms: [
    note("great-leader", "kind: person\nnames: [Kim Il-sung, Kim Ir Sen]", "He asked for the bomb.\n\nKim Ir Sen never met [[treaty|the treaty]]."),
    note("treaty", "kind: document\nnames: [Treaty of Quux]", "A treaty."),
  ],
};

function compiled(id: string): ArrayBuffer {
  const { pack, problems } = readPack(PACKS[id]!, id);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return compilePack(pack, sectionsOf(pack)).slice().buffer;
}

let off: string[] = [];
const backend = createBackend(
  { shipped: Object.keys(PACKS).map((id) => ({ id, path: id })), read: async (path) => compiled(path), off: async () => off },
  { t, locale: "en" },
);
const card = (ref: string, story: string[] = []) => backend.card({ ref, paragraph: "", story });

test("an entry of two packs is one on the page, of the first pack", async () => {
  const { entries, mentions } = await backend.spot({ lang: "en", blocks: ["Kim Ir Sen and Kim Il Sung and the Treaty of Quux"], seen: [] });
  expect(entries.map(({ ref }) => ref)).toEqual(["korea/kim", "arms/treaty"]);
  expect(mentions.length / 5).toBe(3);
});

test("its card has what each pack says, the one first that was asked", async () => {
  const content = await card("korea/kim");
  expect(fault(CardContent, content)).toBeUndefined();
  expect(content).toMatchObject({ ref: "korea/kim", pack: "korea", twins: [{ ref: "arms/great-leader", pack: "arms", name: "Kim Il-sung" }] });
  expect(await card("arms/great-leader")).toMatchObject({ ref: "arms/great-leader", twins: [{ ref: "korea/kim" }] });
  expect(await card("korea/mao")).toMatchObject({ ref: "korea/mao", twins: [] });
  expect(await card("korea/nobody")).toBeNull();
});

test("no pack's text opens the entry itself as that of the other pack", async () => {
  const { context, twins } = (await card("korea/kim"))!;
  expect(context.flat().flatMap((run) => run.ref ?? [])).toEqual(["korea/mao"]);
  expect(twins[0]!.context.flat().map(({ ref, kind }) => [ref, kind]).filter(([ref]) => ref)).toEqual([["arms/treaty", "document"]]);
});

test("the search finds it once, by the names of both", async () => {
  for (const query of ["Kim Il Sung", "Kim Ir Sen"]) {
    expect((await backend.lookUp({ query, limit: 10 })).found.map(({ ref }) => ref)).toEqual(["korea/kim"]);
  }
  expect((await backend.lookUp({ query: "quux", limit: 10 })).found.map(({ ref }) => ref)).toEqual(["arms/treaty"]);
});

test("a pack that is switched off is listed and not asked, and comes back as it was", async () => {
  const listed = async () => (await backend.packs()).filter(({ id }) => id !== "").map(({ id, on, entries }) => [id, on, entries]);
  expect(await listed()).toEqual([["korea", true, 2], ["arms", true, 2]]);
  expect((await backend.packs())[0]!.size).toBe(compiled("korea").byteLength);
  off = ["korea"];
  backend.reopen();
  expect(await listed()).toEqual([["korea", false, 2], ["arms", true, 2]]);
  const { entries } = await backend.spot({ lang: "en", blocks: ["Kim Il Sung and Mao Zedong"], seen: [] });
  expect(entries.map(({ ref }) => ref)).toEqual(["arms/great-leader"]);
  expect(await card("arms/great-leader")).toMatchObject({ twins: [] });
  expect(await card("korea/kim")).toBeNull();
  off = ["korea", "arms"];
  backend.reopen();
  expect((await backend.spot({ lang: "en", blocks: ["Kim Il Sung"], seen: ["korea/kim"] })).entries).toEqual([]);
  expect(await backend.lookUp({ query: "kim", limit: 9 })).toEqual({ searched: "kim", found: [], nearest: [], packs: 0 });
  off = [];
  backend.reopen();
  expect(await card("korea/kim")).toMatchObject({ ref: "korea/kim", twins: [{ ref: "arms/great-leader" }] });
});

test("a correction decides what a name means, on the page and on its card", async () => {
  const page = { lang: "en", blocks: ["Kim Il Sung went."], seen: [] };
  const refs = async (...said: NameCorrection[]) => (await backend.spot(page, said)).entries.map(({ ref }) => ref);
  expect(await refs({ text: "Kim Il Sung", wrong: "other", ref: "korea/kim", to: "korea/mao" })).toEqual(["korea/mao"]);
  expect(await refs({ text: "kim il-sung", wrong: "not", ref: "arms/great-leader", to: "" })).toEqual([]);
  expect(await backend.twins("arms/great-leader")).toEqual(["korea/kim", "arms/great-leader"]);
  expect(await backend.twins("arms/nobody")).toEqual([]);
});

test("who else bears a name is told by who that is", async () => {
  const paragraph = "Then Kim Il Sung went.";
  const request = { ref: "korea/mao", paragraph, start: 5, end: 16, story: [] };
  expect(await backend.bearers(request)).toEqual([{ ref: "korea/kim", name: "Kim Il Sung", kind: "person", who: "Leader of the North." }]);
  // The twin of the one whose card is wrong is no other.
  expect(await backend.bearers({ ...request, ref: "arms/great-leader" })).toEqual([]);
});
