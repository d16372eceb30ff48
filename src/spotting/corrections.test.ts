import * as fc from "fast-check";
import { expect, test } from "vitest";
import { bearersOf } from "./bearers";
import type { NameCorrection } from "./corrections";
import { openSpotter, spot, type Spotter } from "./spot";
import { inWords, packOf, type Sketch } from "./testing";

const KIM_IL_SUNG: Sketch = { id: "kim-il-sung", names: ["Kim Il Sung"], short: ["Kim"], titles: ["Marshal Kim"], links: ["mao-zedong"] };
const KIM_JONG_UN: Sketch = { id: "kim-jong-un", names: ["Kim Jong Un"], short: ["Kim"] };
const MAO: Sketch = { id: "mao-zedong", names: ["Mao Zedong", "毛泽东"], short: ["Mao"], roles: ["Chairman"] };
const MIKOYAN: Sketch = { id: "anastas-mikoyan", names: ["Anastas Mikoyan"], short: ["Mikoyan"], links: ["mao-zedong"] };
const SEOUL: Sketch = { id: "seoul", kind: "place", names: ["Seoul", "서울"] };
const WHO: Sketch = { id: "who", kind: "organisation", names: ["World Health Organization", "WHO"] };
const LEES: Sketch[] = ["first", "second"].map((id) => ({ id: `lee-${id}`, names: ["Lee Jin"], roles: ["Minister"] }));
const SKETCHES = [KIM_IL_SUNG, KIM_JONG_UN, MAO, MIKOYAN, SEOUL, WHO, ...LEES];

const own = packOf(SKETCHES);
/** A second pack has two of them too: twins. */
const other = packOf([{ ...KIM_IL_SUNG, links: [] }, SEOUL, { id: "kim-gu", names: ["Kim Gu"], short: ["Kim"] }], "other");
const spotter = openSpotter([own]);
const two = openSpotter([own, other]);

function correct(wrong: NameCorrection["wrong"], text: string, ref: string, to = ""): NameCorrection {
  return { wrong, text, ref: `test/${ref}`, to: to && `test/${to}` };
}

function found(text: string, corrections: readonly NameCorrection[], by: Spotter = spotter): string[] {
  const blocks = text.split("\n");
  return spot(by, { blocks, corrections }).mentions.map((mention) => inWords(by, blocks, mention));
}

const STORY = "Kim Il Sung met Mao Zedong in Seoul. Then Kim spoke to Mao.";

test("without a correction of a name nothing changes", () => {
  const before = ["Kim Il Sung=kim-il-sung", "Mao Zedong=mao-zedong", "Seoul=seoul", "Kim=kim-il-sung", "Mao=mao-zedong"];
  expect(found(STORY, [])).toEqual(before);
  expect(found(STORY, [correct("never", "Sung", "kim-il-sung"), correct("never", " – ", "seoul")])).toEqual(before);
});

test("another entry of the name is meant: the longer name that it is part of stays", () => {
  expect(found(STORY, [correct("other", "KIM", "kim-il-sung", "kim-jong-un")])).toEqual(
    ["Kim Il Sung=kim-il-sung", "Mao Zedong=mao-zedong", "Seoul=seoul", "Kim=kim-jong-un", "Mao=mao-zedong"],
  );
  // Nothing on the page has to speak for it, nor need the packs list it under this name.
  expect(found("So Kim left.", [correct("other", "Kim", "kim-il-sung", "kim-jong-un")])).toEqual(["Kim=kim-jong-un"]);
  expect(found("So Kim Novak left.", [correct("other", "Kim", "kim-il-sung", "mao-zedong")])).toEqual(["Kim=mao-zedong"]);
});

test("who is meant is company, and explains short names, as if named in full", () => {
  expect(found("Seoul fell. Then Mao left.", [])).toEqual(["Seoul=seoul"]);
  expect(found("Seoul fell. Then Mao left.", [correct("other", "Seoul", "seoul", "mao-zedong")])).toEqual(["Seoul=mao-zedong", "Mao=mao-zedong"]);
});

test("a correction of twins holds whichever of their packs is open", () => {
  const twins = "test/kim-il-sung\nother/kim-il-sung";
  for (const by of [spotter, two, openSpotter([other])]) {
    expect(found("Kim Il Sung came.", [{ wrong: "not", text: "Kim Il Sung", ref: twins, to: "" }], by)).toEqual([]);
    expect(found("Seoul came.", [{ wrong: "other", text: "Seoul", ref: "test/seoul\nother/seoul", to: twins }], by)).toEqual(["Seoul=kim-il-sung"]);
  }
});

test("not this one: the others of the name are what is left", () => {
  const [notFirst] = [correct("not", "Lee Jin", "lee-first")];
  expect(found("So Lee Jin came.", [])).toEqual([]);
  expect(found("So Lee Jin came.", [notFirst])).toEqual(["Lee Jin=lee-second"]);
  expect(found("So Lee Jin came.", [notFirst, correct("not", "Lee Jin", "lee-second")])).toEqual([]);
  expect(found(STORY, [correct("not", "Kim", "kim-il-sung")])).not.toContain("Kim=kim-il-sung");
  expect(found(STORY, [correct("not", "Kim", "kim-il-sung")])).toContain("Kim Il Sung=kim-il-sung");
});

test("what never is a name explains no short one", () => {
  expect(found("Kim Il Sung left. Then Kim spoke.", [correct("never", "Kim Il-sung", "kim-il-sung")])).toEqual([]);
  expect(found("서울에서 WHO met. Who left?", [correct("never", "서울", "seoul")])).toEqual(["WHO=who"]);
});

test("initials belong to the name that they are of", () => {
  const text = "Anastas Mikoyan came. A. Mikoyan met Mao Zedong. Then Mikoyan left.";
  const [whole, initials, mao, bare] = ["Anastas Mikoyan=anastas-mikoyan", "A. Mikoyan=anastas-mikoyan", "Mao Zedong=mao-zedong", "Mikoyan=anastas-mikoyan"];
  expect(found(text, [])).toEqual([whole, initials, mao, bare]);
  expect(found(text, [correct("never", "Mikoyan", "anastas-mikoyan")])).toEqual([whole, initials, mao]);
  expect(found(text, [correct("never", "A. Mikoyan", "anastas-mikoyan")])).toEqual([whole, mao, bare]);
  expect(found(text, [correct("other", "A. Mikoyan", "anastas-mikoyan", "seoul")])).toEqual([whole, "A. Mikoyan=seoul", mao, bare]);
});

test("the last word holds, and a pack that is not open has none", () => {
  const yes = correct("other", "Kim", "kim-il-sung", "kim-jong-un");
  expect(found("So Kim left.", [yes, correct("never", "Kim", "kim-jong-un")])).toEqual([]);
  expect(found("So Kim left.", [correct("never", "Kim", "kim-il-sung"), yes])).toEqual(["Kim=kim-jong-un"]);
  expect(found("So Kim left.", [yes, correct("other", "Kim", "kim-jong-un", "mao-zedong")])).toEqual(["Kim=mao-zedong"]);
  expect(found("So Kim left.", [yes, correct("not", "Kim", "kim-jong-un")])).toEqual([]);
  const gone = { ...correct("other", "Kim", "kim-il-sung"), to: "gone/kim" };
  expect(found(STORY, [gone])).not.toContain("Kim=kim-il-sung");
});

test("a correction is of all twins, whichever pack it names", () => {
  for (const ref of ["test/kim-il-sung", "other/kim-il-sung"]) {
    const not: NameCorrection = { wrong: "not", text: "Kim Il Sung", ref, to: "" };
    expect(found("Kim Il Sung left.", [not], two)).toEqual([]);
    const meant: NameCorrection = { wrong: "other", text: "Seoul", ref: "other/seoul", to: ref };
    const [mention] = spot(two, { blocks: ["In Seoul."], corrections: [meant] }).mentions;
    expect(mention).toMatchObject({ pack: 0, entry: own.indexOf("kim-il-sung"), confidence: 1, members: [{ pack: 0 }, { pack: 1 }] });
  }
});

const words = fc.constantFrom(
  "Kim", "Kim Il Sung", "kim il-sung", "Kim Jong Un", "Marshal Kim", "Mao", "Chairman Mao", "毛泽东", "A. Mikoyan", "Mikoyan", "서울은", "WHO", "who", "Lee Jin", "Novak", "spoke to", "and",
);
const texts = fc.array(words, { minLength: 1, maxLength: 12 }).map((list) => `Then ${list.join(", ")}.`);
const refs = fc.constantFrom(...SKETCHES.map(({ id }) => id));
const wrongs = fc.constantFrom("other" as const, "not" as const, "never" as const);

/** As names are folded, by an independent way that is enough for these words. */
const plainly = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

test("what was corrected last is so, whatever was said before, and saying it all again changes nothing", () => {
  fc.assert(
    fc.property(texts, wrongs, refs, fc.nat(30), fc.array(fc.tuple(wrongs, words, refs, refs), { maxLength: 3 }), (text, wrong, to, pick, earlier) => {
      const said = earlier.map(([was, name, ref, meant]) => correct(was, name, ref, was === "other" ? meant : ""));
      const before = spot(spotter, { blocks: [text], corrections: said }).mentions;
      if (before.length === 0) return;
      const { start, end, entry } = before[pick % before.length]!;
      const name = text.slice(start, end);
      const ref = own.idOf(entry);
      const corrections = [...said, correct(wrong, name, ref, wrong === "other" ? to : "")];
      const { mentions } = spot(spotter, { blocks: [text], corrections });
      const ofName = mentions.filter((each) => plainly(text.slice(each.start, each.end)) === plainly(name));
      const answers = ofName.map((each) => own.idOf(each.entry));
      if (wrong === "never") expect(ofName).toEqual([]);
      if (wrong === "not") expect(answers).not.toContain(ref);
      if (wrong === "other") {
        expect(new Set(answers)).toEqual(new Set([to]));
        expect(ofName).toContainEqual(expect.objectContaining({ start, end, confidence: 1 }));
      }
      expect(spot(spotter, { blocks: [text], corrections: [...corrections, ...corrections] }).mentions).toEqual(mentions);
    }),
    { numRuns: 2_000 },
  );
});

test("all entries of all packs that bear a name are offered, the best first, twins once", () => {
  const inPacks = (text: string, name: string) => {
    const start = text.indexOf(name);
    return bearersOf(two, text, start, start + name.length).map(({ pack, entry }) => `${two.packs[pack]!.info.id}/${two.packs[pack]!.idOf(entry)}`);
  };
  expect(inPacks("So Kim left.", "Kim").toSorted()).toEqual(["other/kim-gu", "test/kim-il-sung", "test/kim-jong-un"]);
  expect(inPacks("So Lee Jin left.", "Lee Jin")).toEqual(["test/lee-first", "test/lee-second"]);
  expect(inPacks("So A. Mikoyan left.", "A. Mikoyan")).toEqual(["test/anastas-mikoyan"]);
  expect(inPacks("In Seoul.", "Seoul")).toEqual(["test/seoul"]);
  expect(inPacks("Nobody left.", "Nobody")).toEqual([]);
});
