import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { english as t } from "../i18n/english";
import type { FoundEntry, LookUpAnswer } from "../messages/look-up";
import { createOmnibox } from "./omnibox";

const entry = (more: Partial<FoundEntry> = {}): FoundEntry => ({ ref: "korea/zhou", name: "Zhou Enlai", kind: "person", who: "Premier of China.", matched: "", ...more });
const never = () => new Promise<never>(() => {});
type Options = Parameters<typeof createOmnibox>[0];

/** An address bar, with all that its first line has said. */
function bar(answer: Partial<LookUpAnswer>, isChromium: boolean, options: Partial<Options> = {}) {
  const said: string[] = [];
  const omnibox = createOmnibox({ t, isChromium, say: (text) => said.push(text), pause: never, lookUp: async ({ query }) => ({ searched: query, found: [], nearest: [], packs: 1, ...answer }), ...options });
  const suggest = async (text: string) => ({ suggestions: await omnibox.suggest(text), firstLine: said.at(-1) });
  return { ...omnibox, suggest, said };
}
const answering = (answer: Partial<LookUpAnswer>) => bar(answer, true);
const inFirefox = (answer: Partial<LookUpAnswer>) => bar(answer, false);

test("a suggestion says the name, by which name it was found, and who that is", async () => {
  const found = [entry({ ref: "korea/kim" }), entry({ matched: "Chou En-lai" })];
  expect((await answering({ found }).suggest("chou")).suggestions).toEqual([
    { content: "Zhou Enlai [korea/zhou]", description: "<match>Zhou Enlai</match> · <match>Chou En-lai</match> – <dim>Premier of China.</dim>" },
  ]);
  expect((await inFirefox({ found }).suggest("chou")).suggestions[1]!.description).toBe("Zhou Enlai · Chou En-lai – Premier of China.");
  expect((await inFirefox({ found: [entry({ who: "" })] }).suggest("chou")).suggestions[0]!.description).toBe("Zhou Enlai – Person");
});

test("whatever a pack says, a description is XML that says just that", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), async (name, who) => {
      const strange = entry({ name: `n${name}`, who: `w${who}` });
      const { firstLine, suggestions } = await answering({ found: [strange, strange] }).suggest("x");
      expect(suggestions).toHaveLength(1);
      for (const description of [firstLine!, suggestions[0]!.description]) {
        const inside = description.replace(/<\/?(?:match|dim)>/g, "");
        expect(inside).not.toMatch(/[<>"']|&(?!#\d+;)/);
        expect(inside).not.toMatch(/(?![\t\n\r])\p{Cc}(?<![\x7f-\x9f])|\p{Cs}|[\ufffe\uffff]/u);
      }
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

test("in Chromium the first line says what Enter will do, and nothing says it again", async () => {
  const started = answering({});
  await started.start();
  expect(started.said).toEqual(["Look up a name in your packs"]);
  expect(await answering({ nearest: [entry()] }).suggest(" ")).toEqual({ firstLine: "Look up a name in your packs", suggestions: [] });
  const found = await answering({ found: [entry()] }).suggest("zhou");
  expect(found.firstLine).toContain("Zhou Enlai");
  expect(found.suggestions).toEqual([]);
  expect(await answering({}).suggest("q<q")).toEqual({ firstLine: "No name in your packs is like “q&#60;q”.", suggestions: [] });
  const near = await answering({ nearest: [entry()] }).suggest("zhu");
  expect(near.firstLine).toBe("No name in your packs is like “zhu”. The nearest:");
  expect(near.suggestions.map(({ content }) => content)).toEqual(["Zhou Enlai [korea/zhou]"]);
});

test("in Firefox, whose first line is of the text before, it says the same of every text, and that nothing was found is a line of its own, which leads to the same page", async () => {
  const hint = "Look up a name in your packs";
  expect((await inFirefox({ found: [entry()] }).suggest("zhou")).firstLine).toBe(hint);
  const omnibox = inFirefox({ nearest: [entry()] });
  const { firstLine, suggestions } = await omnibox.suggest("zhu<");
  expect(firstLine).toBe(hint);
  expect(suggestions.map(({ description }) => description)).toEqual(["No name in your packs is like “zhu<”. The nearest:", "Zhou Enlai – Premier of China."]);
  const [nothing] = suggestions;
  expect(nothing!.content).not.toBe("zhu<");
  expect(await omnibox.addressFor(nothing!.content)).toBe(await omnibox.addressFor("zhu<"));
  expect(await inFirefox({ nearest: [entry()] }).suggest(" ")).toEqual({ firstLine: "Look up a name in your packs", suggestions: [] });
});

test("the first line is said before what follows it, and last of what was typed last, whatever takes its time", async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 5 }), async (scheduler, typed) => {
      const lookUp = scheduler.scheduleFunction(async ({ query }: { query: string }) => ({ searched: query, found: [], nearest: [], packs: 1 }));
      const lines: string[] = [];
      const say = (line: string) => scheduler.schedule(Promise.resolve(line)).then(() => lines.push(line));
      const { suggest } = createOmnibox({ t, isChromium: true, lookUp, say, pause: never });
      const given = typed.map((text, at) => suggest(`a${text}${at}`).then(() => lines.at(-1)));
      expect((await scheduler.waitFor(Promise.all(given))).at(-1)).toContain(`${typed.length - 1}”`);
      expect(lines.at(-1)).toContain(`${typed.length - 1}”`);
    }),
  );
});

test("where the browser refuses what its first line is to say, the rest is suggested all the same", async () => {
  const refusing = bar({ nearest: [entry()] }, true, { say: async () => Promise.reject(new Error("No")) });
  expect((await refusing.suggest("zhu")).suggestions).toHaveLength(1);
});

test("a first line that the browser never answers for holds up nothing for longer than a second", async () => {
  const waited: number[] = [];
  const pause = async (ms: number) => void waited.push(ms);
  const said: string[] = [];
  const say = (line: string) => (said.push(line), never());
  const omnibox = createOmnibox({ t, isChromium: true, say, pause, lookUp: async ({ query }) => ({ searched: query, found: [], nearest: [entry()], packs: 1 }) });
  expect(await omnibox.suggest("zhu")).toHaveLength(1);
  expect(await omnibox.suggest("zho")).toHaveLength(1);
  expect(said.map((line) => /“(.*)”/.exec(line)?.[1])).toEqual(["zhu", "zho"]);
  expect(waited).toEqual([1_000, 1_000]);
});

test("where nothing can be looked up, nothing is suggested, nothing of before is said, and Enter leads to where it is said why", async () => {
  const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
  const trouble = new Error("No pack can be read");
  let reads = true;
  const lookUp = async ({ query }: { query: string }) => (reads ? { searched: query, found: [entry()], nearest: [], packs: 1 } : Promise.reject(trouble));
  const failing = bar({}, true, { lookUp });
  expect((await failing.suggest("zhou")).firstLine).toContain("Zhou Enlai");
  reads = false;
  expect(await failing.suggest("zhou e")).toEqual({ firstLine: "Look up a name in your packs", suggestions: [] });
  expect(await failing.addressFor("zhou e")).toBe("lookup.html#q=zhou+e");
  expect(warned.mock.calls).toEqual([[trouble], [trouble]]);
  reads = true;
  expect((await failing.suggest("zhou")).firstLine).toContain("Zhou Enlai");
  warned.mockRestore();
});
