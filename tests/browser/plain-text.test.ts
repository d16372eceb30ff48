/** A page that is nothing but text, as archives serve it: read, marked, highlighted and come back to as any article. */
import { expect, test } from "vitest";
import { hoverText, keepSelected, keptOf, launch, paintedPassages, selectText, until, waitForCard, waitForPaint } from "./harness";

const backstory = await launch();

const TEXT = `MEMORANDUM OF CONVERSATION

In September 1956 Anastas Mikoyan and Peng Dehuai came to Pyongyang to restrain Kim
Il Sung, and were promised that the decisions
would be taken back.

\tNothing of it was done, said Nikita Khrushchev.
`;

const QUOTE = "promised that the decisions would be taken back";

test("names are marked, also over the end of a line, a card opens, and a highlight is found again", async () => {
  const address = backstory.site.add(TEXT, { "content-type": "text/plain; charset=utf-8" }, "/archive/memorandum.txt");
  const page = await backstory.openPage(address);
  const names = (await waitForPaint(page, { atLeast: 5 })).map(({ text }) => text.replace(/\s+/g, " "));
  expect(names).toEqual(expect.arrayContaining(["Anastas Mikoyan", "Peng Dehuai", "Pyongyang", "Kim Il Sung", "Nikita Khrushchev"]));
  await hoverText(page, "Peng Dehuai");
  expect((await waitForCard(page)).heading).toContain("Peng Dehuai");
  await page.keyboard.press("Escape");

  const remote = await keepSelected(backstory, page, () => selectText(page, "promised", "taken back"));
  const [kept] = await keptOf(remote, address);
  expect(kept!.text.replace(/\s+/g, " ")).toBe(QUOTE);
  expect(kept!.page).toMatchObject({ url: address, keys: [address.replace("http:", "https:")] });

  const again = await backstory.openPage(address);
  await until(async () => (await paintedPassages(again)).some(({ text }) => text === QUOTE), "it is painted again");
});
