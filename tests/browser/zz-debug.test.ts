import { test } from "vitest";
import { changeSettings, hoverText, launch, pause, pressInCard, waitForCard, waitForPaint } from "./harness";
const backstory = await launch();
test("debug", async () => {
  await changeSettings(backstory, {});
  const page = await backstory.openPage("plain-article.html");
  await waitForPaint(page);
  await hoverText(page, "Kim Il Sung");
  const card = await waitForCard(page);
  console.log(JSON.stringify(card).slice(0, 1500));
  for (const name of ["Open in the side panel", "In side panel", "Side panel", "In the side panel"]) await pressInCard(page, name).then(() => console.log("pressed", name), (e: unknown) => console.log(String(e).slice(0, 200)));
  await pause(3000);
  console.log(backstory.driven.browser.targets().map((t) => `${t.type()} ${t.url()}`).join("\n"));
}, 40_000);
