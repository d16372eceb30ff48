import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHECKSUM_AT, checksum, FORMAT_VERSION, LENGTH_AT, VERSION_AT } from "./binary";
import { compilePack } from "./compile";
import { MAP_SECTION } from "./map/section";
import { KINDS, NAME_CLASSES, SENSE_USES, type Citation, type Entry, type Inline, type Pack, type PackDate, type Quote, type Voice } from "./model";
import { openPack, PackError, type OpenPack } from "./open";
import { compareTexts } from "./texts";
import { verifyPack } from "./verify";

const text = fc.string({ unit: "grapheme", maxLength: 12 });
const date: fc.Arbitrary<PackDate> = fc.record({
  edtf: text,
  min: fc.option(fc.integer({ min: -100_000, max: 30_000 })),
  max: fc.option(fc.integer({ min: -100_000, max: 30_000 })),
});

/** Packs as reading makes them, with whatever texts. */
const packs: fc.Arbitrary<Pack> = fc
  .record({
    ids: fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4})?$/), { maxLength: 8 }),
    keys: fc.uniqueArray(fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }), { maxLength: 5 }),
  })
  .chain(({ ids, keys }) => {
    const some = (items: readonly string[]): fc.Arbitrary<string[]> => fc.subarray([...items]);
    const cites = some(keys).map((sources) => sources.map((source): Citation => ({ source })));
    const links = some(ids).map((entries) => entries.map((entry): Inline => ({ entry, text: entry })));
    const paragraph = fc
      .tuple(text, links, cites, text)
      .map(([before, linked, cite, em]): Inline[] => [before, ...linked, { em: [em] }, ...(cite.length > 0 ? [{ cite }] : [])]);
    const entry = (id: string): fc.Arbitrary<Entry> =>
      fc.record({
        id: fc.constant(id),
        kind: fc.constantFrom(...KINDS),
        names: fc.array(fc.record({ text, lang: fc.constantFrom("en", "ko", "zh-Hant"), class: fc.constantFrom(...NAME_CLASSES) }), { minLength: 1, maxLength: 4 }),
        dates: fc.record({ born: date, date }, { requiredKeys: [] }),
        roles: fc.array(fc.record({ title: text, from: date, cite: cites }, { requiredKeys: ["title"] }), { maxLength: 2 }),
        links: some(ids),
        about: fc.array(paragraph, { maxLength: 3 }),
        timeline: fc.array(fc.record({ date, text: paragraph }), { maxLength: 2 }),
        cite: cites,
        wikipedia: text,
        standsFor: fc.array(fc.record({ what: text, use: fc.constantFrom(...SENSE_USES), names: fc.array(text) }, { requiredKeys: ["what", "use"] }), { minLength: 1, maxLength: 2 }),
        at: fc.tuple(fc.integer({ min: -90, max: 90 }), fc.integer({ min: -180, max: 180 })) as fc.Arbitrary<[number, number]>,
      }, { requiredKeys: ["id", "kind", "names", "dates", "roles", "links", "about", "timeline", "cite"] });
    const named = text.map((name): Voice => ({ name }));
    const voice = ids.length > 0 ? fc.oneof(named, fc.constantFrom(...ids).map((id): Voice => ({ entry: id }))) : named;
    const quote: fc.Arbitrary<Quote> = fc.record({
      id: text,
      pieces: fc.array(text, { minLength: 1, maxLength: 3 }),
      speaker: voice,
      to: fc.array(voice, { maxLength: 2 }),
      date,
      about: some(ids),
      cite: fc.record({ source: fc.constantFrom(...keys, "") }),
    }, { requiredKeys: ["id", "pieces", "speaker", "to", "about", "cite"] });
    return fc.record({
      info: fc.record({
        id: fc.constant("pack"), title: text, version: text, languages: fc.constant(["en"]), licence: text,
        authors: fc.array(text), description: text,
      }),
      entries: fc.tuple(...[...ids].sort(compareTexts).map(entry)),
      quotes: keys.length > 0 ? fc.array(quote.filter(({ cite }) => cite.source !== ""), { maxLength: 6 }) : fc.constant([]),
      sources: fc.constant([...keys].sort(compareTexts).map((id) => ({ id, type: "book", title: id, extra: [1, { id }] }))),
    });
  });

const sections = fc.dictionary(fc.stringMatching(/^x[a-z]{0,15}$/), fc.uint8Array({ maxLength: 20 }), { maxKeys: 3 });

/** The bytes in a buffer of their own, as a file comes. */
function file(bytes: Uint8Array): ArrayBuffer {
  return bytes.slice().buffer as ArrayBuffer;
}

describe("a compiled pack", () => {
  test("gives back all that was put in", () => {
    fc.assert(
      fc.property(packs, sections, (pack, extra) => {
        const bytes = file(compilePack(pack, extra));
        expect(() => verifyPack(bytes)).not.toThrow();
        const open = openPack(bytes);
        expect(open.info).toEqual(pack.info);
        expect([open.entryCount, open.quoteCount, open.sourceCount]).toEqual([pack.entries.length, pack.quotes.length, pack.sources.length]);
        pack.entries.forEach((entry, number) => {
          expect(open.entry(number)).toEqual(entry);
          expect([open.idOf(number), open.indexOf(entry.id)]).toEqual([entry.id, number]);
          expect([open.kindOf(number), open.title(number)]).toEqual([entry.kind, entry.names[0]!.text]);
          expect(open.sensesOf(number)).toEqual(entry.standsFor ?? []);
          const { start, end } = open.namesOf(number);
          const names = Array.from({ length: end - start }, (_, index) => start + index);
          expect(names.map((name) => open.name(name))).toEqual(entry.names);
          expect(names.map((name) => open.entryOfName(name))).toEqual(names.map(() => number));
          expect(open.quotesOf(number)).toEqual(quotesTouching(pack, entry.id));
        });
        pack.quotes.forEach((quote, number) => expect(open.quote(number)).toEqual(quote));
        pack.sources.forEach((source, number) => {
          expect(open.source(source.id)).toEqual(source);
          expect(open.sourceAt(number)).toEqual(source);
        });
        for (const [name, content] of Object.entries(extra)) {
          const section = open.section(name)!;
          expect(section).toEqual(content);
          expect([section.buffer === bytes, section.byteOffset % 4]).toEqual([true, 0]);
        }
      }),
    );
  });

  test("knows what it does not have", () => {
    const open = openPack(file(compilePack(example(), {})));
    expect([open.indexOf("aa"), open.indexOf("bb"), open.indexOf(""), open.indexOf("zz")]).toEqual([-1, -1, -1, -1]);
    expect([open.source("nobody"), open.section("nothing")]).toEqual([null, null]);
    const asks: ((number: number) => unknown)[] = [
      (n) => open.entry(n), (n) => open.idOf(n), (n) => open.kindOf(n), (n) => open.sensesOf(n), (n) => open.title(n), (n) => open.quotesOf(n),
      (n) => open.quote(n), (n) => open.name(n), (n) => open.entryOfName(n), (n) => open.sourceAt(n), (n) => open.namesOf(n),
    ];
    for (const ask of asks) for (const number of [-1, 99, 0.5, NaN]) expect(() => ask(number)).toThrow(RangeError);
  });

  test("is the same whatever order its extra sections come in", () => {
    const [one, two] = [Uint8Array.of(1), Uint8Array.of(2, 3)];
    expect(compilePack(example(), { one, two })).toEqual(compilePack(example(), { two, one }));
  });

  test("refuses what it could not find again", () => {
    const reversed = { ...example(), entries: [...example().entries].reverse() };
    expect(() => compilePack(reversed, {})).toThrow(RangeError);
    expect(() => compilePack(example(), { info: Uint8Array.of() })).toThrow("exists already");
    expect(() => compilePack(example(), { "a name of more than 16": Uint8Array.of() })).toThrow(RangeError);
  });
});

describe("a damaged pack", () => {
  const bytes = compilePack(example(), { spotting: Uint8Array.of(1, 2, 3, 4, 5) });

  test("cut short anywhere says so", () => {
    for (let length = 0; length < bytes.length; length++) {
      const error = thrownBy(() => openPack(file(bytes.subarray(0, length))));
      expect(error).toBeInstanceOf(PackError);
      if (length >= 24) expect((error as Error).message).toContain(`ends after ${length.toLocaleString("en-GB")} of`);
    }
  });

  test("with any one byte changed is found out, and nothing but a PackError comes of it", () => {
    for (let at = 0; at < bytes.length; at++) {
      for (const flip of [0x01, 0x80, 0xff]) {
        const damaged = bytes.slice();
        damaged[at]! ^= flip;
        expect(thrownBy(() => verifyPack(file(damaged)))).toBeInstanceOf(PackError);
        expectOnlyPackErrors(file(damaged));
      }
    }
  });

  test("with many bytes changed is found out too", () => {
    const changes = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(changes, (flips) => {
        const damaged = bytes.slice();
        for (const [at, flip] of flips) damaged[at]! ^= flip;
        fc.pre(damaged.some((byte, at) => byte !== bytes[at]));
        expect(thrownBy(() => verifyPack(file(damaged)))).toBeInstanceOf(PackError);
        expectOnlyPackErrors(file(damaged));
      }),
    );
  });

  test("is found out even where its checksum was made to fit", () => {
    for (let at = 24; at < bytes.length; at++) {
      const forged = bytes.slice();
      forged[at]! ^= 0x15;
      new DataView(forged.buffer).setUint32(CHECKSUM_AT, checksum(forged), true);
      const error = thrownBy(() => verifyPack(file(forged)));
      if (error) expect(error).toBeInstanceOf(PackError);
      else expect(() => askEverything(openPack(file(forged)))).not.toThrow();
    }
  });

  test("random bytes are no pack", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (random) => {
      expect(thrownBy(() => openPack(file(random)))).toBeInstanceOf(PackError);
    }));
  });

  test("is told apart from a later version and from other files", () => {
    const later = bytes.slice();
    new DataView(later.buffer).setUint32(VERSION_AT, FORMAT_VERSION + 1, true);
    expect(() => openPack(file(later))).toThrow("A newer Backstory will open it");
    expect(() => openPack(file(new TextEncoder().encode("PK: some other file")))).toThrow("not a Backstory pack");
    const longer = new Uint8Array(bytes.length + 3);
    longer.set(bytes);
    expect(() => openPack(file(longer))).toThrow("3 bytes follow its end");
    expect(new DataView(bytes.buffer).getUint32(LENGTH_AT, true)).toBe(bytes.length);
  });
});

describe("a pack whose checksum fits is refused all the same", () => {
  const [first] = example().entries;
  const script = { href: "javascript:alert(1)", text: "x" };
  test.each<[string, Partial<Entry>]>([
    ["a link leads elsewhere than to the web", { about: [[script]] }],
    ["it does so under cover of another node", { about: [[{ em: ["x"], ...script }]] }],
    ["a link leads to no entry", { links: ["nobody"] }],
    ["a citation leads to no source", { cite: [{ source: "nobody" }] }],
    ["an entry has no name", { names: [] }],
    ["a place is nowhere", { at: [1000, 0] }],
    ["an id is none", { id: "a\nb" }],
    ["a name stands for no entry", { standsFor: [{ what: "x", use: "actor", entry: "nobody" }] }],
    ["a name stands for nothing known", { standsFor: [{ what: "x", use: "actress" as "actor" }] }],
  ])("if %s", (_, fields) => {
    const pack: Pack = { ...example(), entries: [{ ...first!, links: [], ...fields }], quotes: [] };
    expect(() => verifyPack(file(compilePack(pack, {})))).toThrow(PackError);
  });
});

test("text nested without end is refused", () => {
  const depth = 20_000;
  const nested = `${'{"em":['.repeat(depth)}"x"${"]}".repeat(depth)}`;
  const [first] = example().entries;
  const plain: Pack = { ...example(), entries: [{ ...first!, links: [], about: [["@".repeat(nested.length - 2)]] }], quotes: [] };
  // Such text cannot even be compiled: put it in the place of another of the same length.
  const bytes = compilePack(plain, {});
  bytes.set(new TextEncoder().encode(nested), new TextDecoder("latin1").decode(bytes).indexOf('"@@'));
  new DataView(bytes.buffer).setUint32(CHECKSUM_AT, checksum(bytes), true);
  expect(JSON.stringify(openPack(file(compilePack(plain, {}))).entry(0).about)).toHaveLength(nested.length + 4);
  expect(() => verifyPack(file(bytes))).toThrow(PackError);
});

test("a map that does not hold together is refused", () => {
  const bytes = compilePack(example(), { [MAP_SECTION]: Uint8Array.of(0, 1, 200) });
  expect(() => openPack(file(bytes))).not.toThrow();
  expect(() => verifyPack(file(bytes))).toThrow(PackError);
  expect(() => verifyPack(file(compilePack(example(), { [MAP_SECTION]: Uint8Array.of(0, 0) })))).not.toThrow();
});

function quotesTouching(pack: Pack, id: string): number[] {
  return pack.quotes.flatMap((quote, number) => {
    const ids = [quote.speaker, ...quote.to].map((voice) => ("entry" in voice ? voice.entry : null));
    return [...ids, ...quote.about].includes(id) ? [number] : [];
  });
}

function askEverything(open: OpenPack): void {
  for (let entry = 0; entry < open.entryCount; entry++) {
    open.entry(entry);
    open.kindOf(entry);
    open.title(entry);
    open.indexOf(open.idOf(entry));
    for (const quote of open.quotesOf(entry)) open.quote(quote);
    open.namesOf(entry);
  }
  for (let name = 0; name < open.nameCount; name++) {
    open.name(name);
    open.entryOfName(name);
  }
  for (let quote = 0; quote < open.quoteCount; quote++) open.quote(quote);
  for (let source = 0; source < open.sourceCount; source++) open.source(open.sourceAt(source)?.id);
}

/** Damaged as it is, a pack that opens answers, or says that it is damaged; it never fails in another way. */
function expectOnlyPackErrors(bytes: ArrayBuffer): void {
  const error = thrownBy(() => askEverything(openPack(bytes)));
  if (error) expect(error).toBeInstanceOf(PackError);
}

function thrownBy(action: () => void): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return null;
}

function example(): Pack {
  const entry = (id: string, kind: Entry["kind"], name: string): Entry => ({
    id, kind, names: [{ text: name, lang: "en", class: "full" }, { text: "彭德怀", lang: "zh", class: "full" }],
    dates: { born: { edtf: "1898", min: -26297, max: -25933 } }, roles: [], links: ["mao"],
    about: [["Who. ", { cite: [{ source: "r17", locator: "para. 1" }] }]], timeline: [], cite: [{ source: "r17" }],
  });
  return {
    info: { id: "pack", title: "Pack", version: "1.0.0", languages: ["en"], licence: "MIT", authors: ["A"], description: "" },
    entries: [entry("august", "event", "August"), entry("mao", "person", "Mao"), entry("peng", "person", "Peng")],
    quotes: [{ id: "q", pieces: ["They won’t."], speaker: { entry: "mao" }, to: [{ name: "M" }], about: ["august"], cite: { source: "r17" } }],
    sources: [{ id: "r17", type: "webpage", title: "T" }],
  };
}
