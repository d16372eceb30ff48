import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeText } from "./decode";
import { readImport } from "./index";
import { kindleInstant } from "./kindle-words";
import { faultsOf } from "./testing";

const NOW = "2026-11-22T08:00:00.000Z";
const read = (text: string) => readImport("My Clippings.txt", text, NOW);
const sample = decodeText(readFileSync(new URL("../../../tests/imports/My Clippings.txt", import.meta.url)));
const clipping = (meta: string, text: string, title = "On War (Clausewitz)") => `${title}\r\n${meta}\r\n\r\n${text}\r\n==========\r\n`;
const at = (location: string, kind = "Highlight") => `- Your ${kind} on location ${location} | Added on Friday, March 5, 2021 4:12:33 PM`;

test("a file of several books and languages", () => {
  const { format, records, skipped } = read(sample);
  expect(format).toBe("kindle");
  expect(records.map(({ text, note, page, created }) => [page.keys[0], text, note, created])).toEqual([
    ["book:On War|Clausewitz, Carl von", "War is merely the continuation of policy with other means.", "Everybody cites this", "2021-03-05T16:12:50.000Z"],
    ["book:Krieg und Frieden (German Edition)|Leo Tolstoi (Tolstoy)", "Alle glücklichen Familien", "", "2021-03-05T04:12:33.000Z"],
    ["book:毛泽东选集|毛泽东", "枪杆子里面出政权", "", "2021-03-05T16:12:33.000Z"],
    ["book:A book without an author|", "", "Une pensée", "2021-03-05T04:12:33.000Z"],
  ]);
  expect(records[0]!.page).toMatchObject({ title: "On War", author: "Clausewitz, Carl von", url: "" });
  expect(JSON.parse(records[0]!.foreign!).kindle.notes).toHaveLength(1);
  // The bookmark, and the highlight that was drawn again.
  expect(skipped).toBe(2);
  expect(read(sample).records).toEqual(records);
});

test.each([
  ["Added on Friday, March 5, 2021 4:12:33 AM", "2021-03-05T04:12:33.000Z"],
  ["Added on Friday, 5 March 2021 12:12:33 AM", "2021-03-05T00:12:33.000Z"],
  ["Added on Sunday, March 13, 2011, 06:02 PM", "2011-03-13T18:02:00.000Z"],
  ["Hinzugefügt am Freitag, 5. März 2021 16:12:33", "2021-03-05T16:12:33.000Z"],
  ["Añadido el viernes, 5 de marzo de 2021 16:12:33", "2021-03-05T16:12:33.000Z"],
  ["Ajouté le mardi 5 août 2021 16:12:33", "2021-08-05T16:12:33.000Z"],
  ["Aggiunto in data venerdì 5 marzo 2021 16:12:33", "2021-03-05T16:12:33.000Z"],
  ["Adicionado: sexta-feira, 5 de março de 2021 16:12:33", "2021-03-05T16:12:33.000Z"],
  ["Добавлено: пятница, 5 марта 2021 г. в 16:12:33", "2021-03-05T16:12:33.000Z"],
  ["作成日: 2021年3月5日金曜日 16:12:33", "2021-03-05T16:12:33.000Z"],
  ["添加于 2021年3月5日星期五 上午12:12:33", "2021-03-05T00:12:33.000Z"],
  ["추가됨: 2021년 3월 5일 금요일 오후 4:12:33", "2021-03-05T16:12:33.000Z"],
  ["Lisatud reedel, 5. märtsil 2021", undefined],
  ["Added on Friday, February 31, 2021 4:12:33 AM", undefined],
])("%s", (text, instant) => {
  expect(kindleInstant(text)).toBe(instant);
});

describe("notes and repetitions", () => {
  test("a note goes to the highlight at its place, and to none in another book", () => {
    const text = clipping(at("10-12"), "First") + clipping(at("20-25"), "Second") + clipping(at("25", "Note"), "Of the second");
    const other = clipping(at("10", "Note"), "Alone", "Other (X)");
    expect(read(text + other).records.map((row) => [row.text, row.note])).toEqual([["First", ""], ["Second", "Of the second"], ["", "Alone"]]);
  });

  test("a note that was written anew stands with the old one; the same clipping twice is one", () => {
    const text = clipping(at("10-12"), "First") + clipping(at("12", "Note"), "A") + clipping(at("12", "Note"), "B") + clipping(at("12", "Note"), "B");
    expect(read(text + text).records.map((row) => [row.text, row.note])).toEqual([["First", "A\n\nB"]]);
  });

  test("the same words elsewhere in the book are another highlight", () => {
    const { records } = read(clipping(at("10"), "So") + clipping(at("90"), "So be it") + clipping(at("200"), "So"));
    expect(records.map(({ text }) => text)).toEqual(["So", "So be it", "So"]);
    expect(new Set(records.map(({ id }) => id)).size).toBe(3);
  });

  test("a day that is not understood is the day of the import, and its line is kept", () => {
    const [record] = read(clipping("- Sinu esiletõst asukohas 10-12 | Lisatud reedel, 5. märtsil 2021", "Sõda")).records;
    expect(record).toMatchObject({ text: "Sõda", created: NOW });
    expect(record!.foreign).toContain("märtsil");
  });
});

test("nothing that is a highlight is lost: every text and note stands in a record, or in a longer one", () => {
  const word = fc.constantFrom("war", "is", "policy", "Krieg", "枪");
  const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((all) => all.join(" "));
  const kind = fc.constantFrom("Highlight", "Note");
  fc.assert(
    fc.property(fc.array(fc.tuple(kind, fc.nat(9), fc.nat(3), words), { minLength: 1, maxLength: 8 }), (clippings) => {
      const { records } = read(clippings.map(([what, from, length, text]) => clipping(at(`${from}-${from + length}`, what), text)).join(""));
      for (const [what, , , text] of clippings) {
        expect(records.some((row) => (what === "Note" ? row.note : row.text).includes(text))).toBe(true);
      }
      expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
    }),
  );
});

test("what is wrong is told by record and line", () => {
  const good = clipping(at("10-12"), "First");
  expect(faultsOf(() => read(`${good}Title\r\nNo line with a hyphen\r\n\r\nWords\r\n==========\r\n${good}`))).toEqual(["record 2, line 7: import_fault_clipping"]);
  expect(faultsOf(() => read(`${good}On War (Cl`))).toEqual(["record 2, line 6: import_fault_cut_off"]);
});
