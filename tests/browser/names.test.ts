import { expect, test } from "vitest";
import { launch, mentions, pause, waitForPaint } from "./harness";

const backstory = await launch();

test("names are marked, by kind, also where elements run through them", async () => {
  const page = await backstory.openPage("plain-article.html");
  const names = await waitForPaint(page, { atLeast: 8 });
  expect(names).toContainEqual({ text: "Anastas Mikoyan", kind: "person" });
  expect(names).toContainEqual({ text: "Pyongyang", kind: "place" });
  expect(names).toContainEqual({ text: "Korean War", kind: "event" });
  expect(names).toContainEqual({ text: "Peng Dehuai", kind: "person" });
  expect(names.filter((name) => name.text === "Peng Dehuai")).toHaveLength(2);
});

test("a web application is left alone", async () => {
  const page = await backstory.openPage("mail-app.html");
  // As long as it takes elsewhere, and then some.
  await pause(2_000);
  expect(await mentions(page)).toEqual([]);
});

test("nothing outside of this machine is asked for", async () => {
  const page = await backstory.openPage("plain-article.html");
  await waitForPaint(page);
  expect(backstory.networkLog()).toEqual([]);
});
