import fc from "fast-check";
import { expect, test } from "vitest";
import { here } from "../messages/here";
import { fault } from "../messages/schema";
import { hereOf, LONGEST_DWELL, hostOf } from "./here";
import { covers, DENSITIES, MARK_STYLES, MODIFIERS, MOST_DWELL, parseSettings, RUNS, type Settings } from "./settings";

const defaults = parseSettings(undefined);

const name = fc.constantFrom("example.org", "news.example.org", "live.news.example.org", "other.net", "org");
const comfort = fc.record(
  {
    hiddenKinds: fc.subarray(["person", "place"] as const).map((kinds) => [...kinds]),
    density: fc.constantFrom(...DENSITIES),
    style: fc.constantFrom(...MARK_STYLES),
    dwell: fc.nat(MOST_DWELL),
    modifier: fc.constantFrom(...MODIFIERS),
  },
  { requiredKeys: [] },
);
const settings: fc.Arbitrary<Settings> = fc
  .record({
    on: fc.boolean(),
    run: fc.constantFrom(...RUNS),
    sites: fc.array(name),
    offSites: fc.array(name),
    everywhere: comfort,
    perSite: fc.array(fc.tuple(name, comfort).map(([site, own]) => ({ site, ...own }))),
  })
  .map(({ everywhere, ...rest }) => ({ ...defaults, ...everywhere, ...rest }));

test("whatever is set, it comes to something that a page understands", () => {
  fc.assert(
    fc.property(settings, name, fc.array(fc.string()), (set, host, known) => {
      expect(fault(here.answer, { ...hereOf(set, host, known), css: "", signs: { declared: "", app: "", aside: "" } })).toBeUndefined();
    }),
  );
});

test("switched off outranks everything; after it, the site's own switch; then the reader's way of running", () => {
  fc.assert(
    fc.property(settings, name, (set, host) => {
      const { run } = hereOf(set, host, []);
      if (!set.on) expect(run).toBe("never");
      else if (covers(set.offSites, host)) expect(run).toBe("off");
      else if (set.run === "articles" || (set.run === "sites" && covers(set.sites, host))) expect(run).toBe("auto");
      else expect(run).toBe("asked");
    }),
  );
});

test("each choice is that of the longest name that covers the site, where it makes one, else the one for everywhere", () => {
  fc.assert(
    fc.property(settings, name, (set, host) => {
      const covering = set.perSite.filter(({ site }) => covers([site], host));
      const longest = Math.max(...covering.map(({ site }) => site.length));
      const own = covering.find(({ site }) => site.length === longest);
      const came = hereOf(set, host, []);
      for (const key of ["density", "style", "dwell", "modifier"] as const) expect(came[key]).toBe(own?.[key] ?? set[key]);
      expect(came.quiet).toEqual(own?.hiddenKinds ?? set.hiddenKinds);
    }),
  );
});

test("what is chosen for one site says nothing of another", () => {
  const set = { ...defaults, perSite: [{ site: "example.org", density: "page" as const }] };
  expect(hereOf(set, "example.org", []).density).toBe("page");
  expect(hereOf(set, "badexample.org", []).density).toBe("all");
  expect(hereOf(set, "", []).density).toBe("all");
});

test("who is known goes quiet on every site, beside the kinds that are hidden there", () => {
  const set = { ...defaults, hiddenKinds: ["person" as const], perSite: [{ site: "example.org", hiddenKinds: [] }] };
  expect(hereOf(set, "other.net", ["korea/kim"]).quiet).toEqual(["person", "korea/kim"]);
  expect(hereOf(set, "example.org", ["korea/kim"]).quiet).toEqual(["korea/kim"]);
});

test("a file of settings cannot keep cards from opening by a time that nobody waits for", () => {
  expect(hereOf({ ...defaults, dwell: 2 ** 40 }, "example.org", []).dwell).toBe(LONGEST_DWELL);
});

test("the host of an address, where it has one", () => {
  expect(hostOf("https://News.Example.org:8080/a?b#c")).toBe("news.example.org");
  expect(hostOf("https://example.org./a")).toBe("example.org");
  for (const address of ["", "file:///tmp/a.txt", "about:blank", "no address"]) expect(hostOf(address)).toBe("");
});
