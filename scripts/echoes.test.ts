/** What echoes paragraphs have, as they were judged (tests/gold/echoes.yaml). docs/echoes.md shows them. */
import { expect, test } from "vitest";
import { EchoFinder, isAsked, readJudged } from "./lib/echoes";

/** Compiling thousands of notes takes a while on a busy machine. */
const LONG_MS = 180_000;

const finder = await EchoFinder.open();
const judged = await readJudged();
const idsOf = (paragraphs: string[], lang = "en", published = "") =>
  finder.of({ paragraphs, lang, published }).map((echoes) => echoes.map(({ entry }) => entry.ref.slice(entry.ref.indexOf("/") + 1)));

test.each(judged.filter(isAsked).map((each) => [each.id, each] as const))(
  "%s",
  (_, { text, lang, published, near = [], fine = [], missed = false }) => {
    const first = idsOf([text], lang, published)[0]!.slice(0, 2);
    expect(first.filter((id) => !near.includes(id) && !fine.includes(id)), "neither expected nor acceptable").toEqual([]);
    if (near.length > 0) expect(first.some((id) => near.includes(id)), `one of ${near.join(", ")} among ${first.join(", ")}`).toBe(!missed);
  },
  LONG_MS,
);

test("an echo is older than what is told: by the paragraph's dates, by those above it, by the page's own", () => {
  const text = judged.find(({ id }) => id === "missile-over-japan")!.text;
  expect(idsOf([text], "en", "2022-10-04")[0]).toContain("taepodong-launch-1998");
  expect(idsOf([text], "en", "1998-08-01")[0]).not.toContain("taepodong-launch-1998");
  expect(idsOf(["In July 1998 the factory was closed.", text.replace("on Tuesday", "then")])[1]).not.toContain("taepodong-launch-1998");
  expect(idsOf([`${text} That was in July 1998.`])[0]).not.toContain("taepodong-launch-1998");
});

test("no entry comes twice, and nothing that the paragraph says in the same words", () => {
  for (const { text, lang, published } of judged) {
    const [found] = idsOf([text], lang, published);
    expect(new Set(found).size).toBe(found!.length);
    expect(found!.length).toBeLessThanOrEqual(3);
  }
  const said = "They won’t listen to China 100 percent of the time. They won’t listen to you 70 percent of the time.";
  const around = "Mao Zedong told Anastas Mikoyan in Beijing how it stood with Kim Il Sung after the purge, and what the talks should bring.";
  const quotes = (paragraph: string) => finder.of({ paragraphs: [paragraph], lang: "en", published: "2017-07-06" })[0]!.flatMap(({ quote }) => quote?.words ?? []);
  expect(quotes(`${around} “${said}”`).join()).not.toContain("100 percent");
});

test("what the page tells itself is no echo: on a day that it names, or where it is the source", () => {
  const { text: again, published } = judged.find(({ id }) => id === "summit-again")!;
  expect(idsOf([again], "en", published)[0]).toContain("singapore-summit-2018");
  expect(idsOf([again, "On 12 June 2018 they had met in Singapore."], "en", published)[0]).not.toContain("singapore-summit-2018");
  const { text } = judged.find(({ id }) => id === "china-influence")!;
  const withUrl = (url: string) => finder.of({ url, paragraphs: [text], lang: "en", published: "2017-07-06" })[0]!.map(({ entry }) => entry.ref);
  expect(withUrl("https://example.com/")).toContain("korea-china/august-1956");
  expect(withUrl("https://www.chinafile.com/reporting-opinion/viewpoint/why-wont-china-help-north-korea-remember-1956?utm_source=a")).not.toContain("korea-china/august-1956");
});

test("nothing is older than what nobody can date", () => {
  expect(idsOf([judged.find(({ id }) => id === "missile-over-japan")!.text])[0]).toEqual([]);
});
