import fc from "fast-check";
import { expect, test } from "vitest";
import { english as t } from "../i18n/english";
import type { FoundEntry, LookUpAnswer } from "../messages/look-up";
import { createOmnibox } from "./omnibox";

const entry = (more: Partial<FoundEntry> = {}): FoundEntry => ({ ref: "korea/zhou", name: "Zhou Enlai", kind: "person", who: "Premier of China.", matched: "", ...more });
const answering = (answer: Partial<LookUpAnswer>, isMarkup = true) =>
  createOmnibox({ t, isMarkup, lookUp: async ({ query }) => ({ searched: query, found: [], nearest: [], packs: 1, ...answer }) });

test("a suggestion says the name, by which name it was found, and who that is", async () => {
  const found = [entry({ matched: "Chou En-lai" })];
  expect(await answering({ found }).suggest("chou")).toEqual([
    { content: "Zhou Enlai [korea/zhou]", description: "<match>Zhou Enlai</match> · <match>Chou En-lai</match> – <dim>Premier of China.</dim>" },
  ]);
  expect((await answering({ found }, false).suggest("chou"))[0]!.description).toBe("Zhou Enlai · Chou En-lai – Premier of China.");
  expect((await answering({ found: [entry({ who: "" })] }, false).suggest("chou"))[0]!.description).toBe("Zhou Enlai – Person");
});

test("whatever a pack says, a description is XML that says just that", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), async (name, who) => {
      const [suggestion] = await answering({ found: [entry({ name: `n${name}`, who: `w${who}` })] }).suggest("x");
      const inside = suggestion!.description.replace(/<\/?(?:match|dim)>/g, "");
      expect(inside).not.toMatch(/[<>"']|&(?!#\d+;)/);
      expect(inside).not.toMatch(/(?![\t\n\r])\p{Cc}(?<![\x7f-\x9f])|\p{Cs}|[\ufffe\uffff]/u);
    }),
  );
});

test("Enter opens the suggestion that was chosen, or what fits best what was typed, or says that nothing does", async () => {
  const omnibox = answering({ found: [entry()] });
  expect(await omnibox.addressFor("Kim Il Sung [korea/kim]")).toBe("lookup.html#q=Kim+Il+Sung&ref=korea%2Fkim");
  expect(await omnibox.addressFor("chou")).toBe("lookup.html#q=chou&ref=korea%2Fzhou");
  expect(await answering({}).addressFor("qqq")).toBe("lookup.html#q=qqq");
  expect(await answering({}).addressFor(" ")).toBe("lookup.html");
});

test("the first line says what Enter will do", async () => {
  expect(await answering({}).firstLine("")).toBe("Look up a name in your packs");
  expect(await answering({ found: [entry()] }).firstLine("zhou")).toContain("Zhou Enlai");
  expect(await answering({}, false).firstLine("q<q")).toBe("No name in your packs is like “q<q”.");
  expect(await answering({}).firstLine("q<q")).toContain("q&#60;q");
});
