import { expect, test } from "vitest";
import { english as t } from "../i18n/english";
import type { Run } from "../messages/contract";
import type { CardHere } from "./here";
import { hereInWords, sentence } from "./sentences";

const language = { t, locale: "en" };
const link = (name: string) => ({ ref: `kc/${name}`, name, kind: "person" as const });
const words = (runs: Run[] | undefined) => runs?.map((run) => run.text).join("");
const plain: CardHere = { doubtful: false, others: [] };

test("nothing is said where all is plain", () => {
  expect(hereInWords(language, undefined)).toBeUndefined();
  expect(hereInWords(language, plain)).toBeUndefined();
});

test("a name may be another's, who opens", () => {
  const runs = hereInWords(language, { doubtful: true, others: [link("Peng Zhen"), link("Peng Shuai")] });
  expect(words(runs)).toBe(
    "Probably meant here, though the page leaves some doubt. It could also be Peng Zhen or Peng Shuai.",
  );
  expect(runs!.flatMap((run) => run.ref ?? [])).toEqual(["kc/Peng Zhen", "kc/Peng Shuai"]);
});

test("what a name stands for opens where the pack has it", () => {
  const sense = "the government of China";
  expect(hereInWords(language, { ...plain, sense, senseRef: "kc/prc" })).toContainEqual({ text: sense, ref: "kc/prc" });
  expect(hereInWords(language, { ...plain, sense: "the talks" })).toEqual([{ text: "Here: " }, { text: "the talks" }, { text: "." }]);
});

test("a sentence keeps the words of its language, and puts runs where its values go", () => {
  const runs = sentence(t, "card_said_to", [{ text: "Mao", ref: "kc/mao" }], [{ text: "A" }, { text: " and " }, { text: "B" }]);
  expect(words(runs)).toBe("Mao, to A and B");
});
