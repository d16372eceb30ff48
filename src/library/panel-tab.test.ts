import fc from "fast-check";
import { expect, test } from "vitest";
import { panelTab } from "./panel-tab";

const PANEL = "moz-extension://id/sidepanel.html";
const page = { id: 1, url: "https://example.org/#a", incognito: false };
const panel = { id: 2, url: `${PANEL}#tab=1`, incognito: false };
const privately = { id: 3, url: `${PANEL}#tab=9`, incognito: true };

test("ordinary and private tabs have a panel each", () => {
  for (const tabs of [[page, panel, privately], [privately, page, panel]]) {
    expect(panelTab(tabs, { incognito: false }, PANEL)).toBe(panel);
    expect(panelTab(tabs, { incognito: true }, PANEL)).toBe(privately);
  }
  expect(panelTab([page, panel], { incognito: true }, PANEL)).toBeUndefined();
  expect(panelTab([page, privately], { incognito: false }, PANEL)).toBeUndefined();
});

test("nothing else is taken for a panel, nor one that cannot be turned to", () => {
  const url = fc.constantFrom(undefined, "", `${PANEL}#tab=1`, `${PANEL}x`, page.url, `https://example.org/#${PANEL}`);
  const tab = fc.record({ id: fc.option(fc.nat(), { nil: undefined }), url, incognito: fc.boolean() });
  fc.assert(
    fc.property(fc.array(tab), fc.boolean(), (tabs, incognito) => {
      const found = panelTab(tabs, { incognito }, PANEL);
      const fitting = tabs.filter((each) => each.id !== undefined && each.url?.startsWith(`${PANEL}#`) && each.incognito === incognito);
      expect(found).toBe(fitting[0]);
    }),
  );
});
