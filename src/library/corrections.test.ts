import { expect, test } from "vitest";
import { CORRECTIONS_KEY, loadKnown, refsOf } from "../settings/corrections";
import { changePortable, giveBack, takeOver } from "../settings/portable";
import { memoryArea } from "../settings/testing";
import { createCorrections } from "./corrections";

function reader() {
  const [area, session] = [memoryArea(), memoryArea()];
  let serial = 0;
  const open = ["korea", "second"];
  // Entries of the same id are twins.
  const twins = async (ref: string) => (open.includes(ref.split("/")[0]!) ? open.map((pack) => ref.replace(/^\w+/, pack)) : []);
  const corrections = createCorrections({ area, session, backend: { twins }, now: () => new Date(Date.UTC(2026, 0, 1)), id: () => `id-${++serial}` });
  return { area, session, corrections, open };
}

const at = (url: string, incognito = false) => ({ tab: { url, incognito } });
const ARTICLE = at("https://www.example.org/news/kim?utm_source=feed#top");
const SAME = at("https://example.org/news/kim");
const ANOTHER = at("https://example.org/news/mao");
const wrong = { text: "Kim", wrong: "not", ref: "korea/kim", to: "", everywhere: false } as const;

test("what is put right here holds on the article and nowhere else, everywhere on all", async () => {
  const { corrections } = reader();
  await corrections.correct(wrong, ARTICLE);
  await corrections.correct({ ...wrong, text: "Mao", wrong: "never", everywhere: true }, ARTICLE);
  const [kim, mao] = await corrections.on(SAME);
  expect(kim).toEqual({ id: "id-1", text: "Kim", wrong: "not", ref: "korea/kim\nsecond/kim", to: "", article: "https://example.org/news/kim", made: "2026-01-01T00:00:00.000Z" });
  expect(mao).toMatchObject({ text: "Mao", article: "" });
  expect(await corrections.on(ANOTHER)).toEqual([mao]);
  expect(await corrections.on({})).toEqual([mao]);
  expect(await corrections.onArticle(["https://example.org/news/kim"])).toEqual([kim, mao]);
});

test("a site has corrections of its own where one of its articles does", async () => {
  const { corrections } = reader();
  await corrections.correct({ ...wrong, everywhere: true }, ARTICLE);
  expect(await corrections.onSite(ARTICLE)).toBe(false);
  await corrections.correct(wrong, ARTICLE);
  expect(await Promise.all([ANOTHER, at("https://other.example/news/kim"), at("about:blank"), {}].map(corrections.onSite))).toEqual([true, false, false, false]);
});

test("they hold in the order in which they were made, whatever became of their order in the storage", async () => {
  const { area, corrections } = reader();
  const made = (id: string, at: string) => ({ id, text: "Kim", wrong: "not", ref: "korea/kim", to: "", article: "", made: at });
  area.items[CORRECTIONS_KEY] = [made("third", "2026-01-03T00:00:00.000Z"), made("first", "2026-01-01T00:00:00.000Z"), made("second", "2026-01-02T00:00:00.000Z")];
  expect((await corrections.on(ARTICLE)).map(({ id }) => id)).toEqual(["first", "second", "third"]);
});

test("asked twice it is done once, and two at once are both kept", async () => {
  const { area, corrections } = reader();
  const once = { ...wrong, once: "the-request" };
  const ids = await Promise.all([corrections.correct(once, ARTICLE), corrections.correct(once, ARTICLE), corrections.correct(wrong, ANOTHER)]);
  expect(ids).toEqual(["the-request", "the-request", "id-1"]);
  expect(area.items[CORRECTIONS_KEY]).toHaveLength(2);
});

test("what was put right is taken back, alone and once", async () => {
  const { corrections } = reader();
  const [one, two] = await Promise.all([corrections.correct(wrong, ARTICLE), corrections.correct({ ...wrong, wrong: "never" }, ARTICLE)]);
  expect(await corrections.uncorrect({ id: one })).toBe(true);
  expect((await corrections.on(ARTICLE)).map(({ id }) => id)).toEqual([two]);
  expect(await corrections.uncorrect({ id: one })).toBe(false);
});

test("nothing of a private window reaches the disk", async () => {
  const { area, session, corrections } = reader();
  const secret = at("https://example.org/secret", true);
  const id = await corrections.correct(wrong, secret);
  expect(await corrections.on(secret)).toHaveLength(1);
  expect([area.items, await corrections.on(at("https://example.org/secret"))]).toEqual([{}, []]);
  expect(JSON.stringify(session.items)).toContain("secret");
  expect(await corrections.uncorrect({ id })).toBe(true);
  expect(await corrections.on(secret)).toEqual([]);
});

test("what makes no sense is not kept, and says why", async () => {
  const { area, corrections } = reader();
  const asked = (change: object, sender: object = ARTICLE) => corrections.correct({ ...wrong, ...change }, sender);
  await expect(asked({ text: " – " })).rejects.toThrow("no name");
  await expect(asked({ text: "K".repeat(401) })).rejects.toThrow("no name");
  await expect(asked({ wrong: "other", to: "gone/kim" })).rejects.toThrow("gone/kim");
  await expect(asked({}, at("about:blank"))).rejects.toThrow("without an address");
  await expect(asked({}, {})).rejects.toThrow("without an address");
  expect(area.items).toEqual({});
});

test("a known entry is known by whatever ref a page has of it, and forgotten by any", async () => {
  const { area, corrections } = reader();
  expect(await corrections.know({ ref: "second/kim", known: true })).toBe(true);
  expect(await corrections.know({ ref: "korea/kim", known: true })).toBe(true);
  expect(await loadKnown(area)).toEqual(["korea/kim\nsecond/kim"]);
  expect(await Promise.all(["korea/kim", "second/kim", "korea/mao"].map(corrections.isKnown))).toEqual([true, true, false]);
  expect(await corrections.know({ ref: "second/kim", known: false })).toBe(true);
  expect(await loadKnown(area)).toEqual([]);
  // Its pack has been removed meanwhile.
  area.items["knownEntries"] = ["gone/kim"];
  expect(await corrections.know({ ref: "gone/mao", known: true })).toBe(false);
  expect(await corrections.know({ ref: "gone/kim", known: false })).toBe(true);
  expect(await loadKnown(area)).toEqual([]);
});

test("who is known stays so whichever packs are open, and is forgotten once for all of them", async () => {
  const { area, corrections, open } = reader();
  await corrections.know({ ref: "korea/kim", known: true });
  // The pack by which pages have known them is switched off.
  open.shift();
  await corrections.addTwins();
  expect(await corrections.isKnown("second/kim")).toBe(true);
  // One more pack, and the first again.
  open.unshift("added", "korea");
  await corrections.addTwins();
  expect(await loadKnown(area)).toHaveLength(1);
  expect(await Promise.all(["added/kim", "korea/kim", "second/kim", "added/mao"].map(corrections.isKnown))).toEqual([true, true, true, false]);
  open.splice(0, 2);
  expect(await corrections.know({ ref: "second/kim", known: false })).toBe(true);
  expect(await loadKnown(area)).toEqual([]);
});

test("who the reader knew is known once a file is taken back that had them as twins of another pack, and switched that on", async () => {
  const { area, corrections, open } = reader();
  open.shift();
  await corrections.know({ ref: "second/kim", known: true });
  const { before, after } = await changePortable(area, (now) => takeOver(now, { known: ["korea/kim\nsecond/kim", "korea/mao"] }));
  open.unshift("korea");
  await corrections.addTwins();
  expect((await loadKnown(area)).map((each) => refsOf([each]).sort())).toEqual([["korea/kim", "second/kim"], ["korea/mao", "second/mao"]]);
  await changePortable(area, (now) => giveBack(now, before, after));
  expect(await loadKnown(area)).toEqual(["second/kim"]);
});

test("a correction holds whichever packs are open, in private windows too", async () => {
  const { area, session, corrections, open } = reader();
  const secret = at("https://example.org/secret", true);
  for (const sender of [ARTICLE, secret]) await corrections.correct({ ...wrong, wrong: "other", to: "korea/pak" }, sender);
  await corrections.correct({ ...wrong, wrong: "never" }, ARTICLE);
  const before = structuredClone(area.items[CORRECTIONS_KEY]) as object[];
  area.items[CORRECTIONS_KEY] = [...before, { id: "later", wrong: "half" }];
  open.push("added");
  await corrections.addTwins();
  const [ref, to] = ["kim", "pak"].map((id) => `korea/${id}\nsecond/${id}\nadded/${id}`);
  expect(area.items[CORRECTIONS_KEY]).toEqual([{ ...before[0], ref, to }, { ...before[1], ref }, { id: "later", wrong: "half" }]);
  expect(session.items[CORRECTIONS_KEY]).toMatchObject([{ ref, to }]);
  // What a pack had that is gone is kept.
  open.shift();
  await corrections.addTwins();
  expect((await corrections.on(ARTICLE))[0]).toMatchObject({ ref, to });
});

test("where no pack has a twin to add, nothing is written", async () => {
  const { area, corrections } = reader();
  await corrections.know({ ref: "korea/kim", known: true });
  await corrections.correct({ ...wrong, ref: "gone/kim" }, ARTICLE);
  await corrections.correct(wrong, ARTICLE);
  area.set = () => Promise.reject(new Error("written"));
  await corrections.addTwins();
});
