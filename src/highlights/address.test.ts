import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { articleKeys } from "./address";

/** Pairs of addresses, on templates that sites use: `same` or `different`, what the pair is about, both addresses. */
const PAIRS = readFileSync(new URL("../../tests/gold/addresses.tsv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split("\t") as [string, string, string, string]);

const meet = (one: readonly string[], other: readonly string[]): boolean => one.some((key) => other.includes(key));

describe("two addresses", () => {
  test.each(PAIRS)("%s: %s: %s %s", (verdict, _, one, other) => {
    expect(meet(articleKeys(one), articleKeys(other))).toBe(verdict === "same");
  });
  test("every key has itself for a key", () => {
    const halfEncoded = ["https://example.com/%2%35", "https://example.com/%2%341?a=%%41", "https://example.com/%%36%31"];
    for (const address of [...PAIRS.flatMap((pair) => pair.slice(2)), ...halfEncoded]) {
      for (const key of articleKeys(address)) expect(articleKeys(key)).toEqual([key]);
    }
  });
});

test("what has no address has no key", () => {
  for (const nothing of ["", "  ", "about:blank", "about:srcdoc", "about:reader"]) expect(articleKeys(nothing)).toEqual([]);
});

test("an address as long as a book has a short key of its own", () => {
  const [key] = articleKeys(`data:text/plain,${"a".repeat(100_000)}`);
  expect(key!.length).toBeLessThan(60);
  expect(articleKeys(key!)).toEqual([key]);
  expect(articleKeys(`data:text/plain,${"a".repeat(99_999)}b`)).not.toEqual([key]);
});

/** Canonical links: the address, what its page says, and whether that is where the article stands. */
const CANONICAL: [string, string, boolean][] = [
  // The same article on another template.
  ["https://example.ca/amp/1.7064497", "https://www.example.ca/arts/q/actor-explains-method-1.7064497", true],
  ["https://example.com/news/amp/ncna695001", "https://example.com/tech/tech-news/what-holds-rockets-n695001", true],
  ["https://example.jp/sp/articles/ASM2Q5HKNM2QUCVL02D.html", "https://example.jp/articles/ASM2Q5HKNM2QUCVL02D.html", true],
  ["http://micro.example.jp/ASM2Q5HKNM2QUCVL02D.php", "https://example.jp/articles/ASM2Q5HKNM2QUCVL02D.html", true],
  ["https://example.com/amp/talks-begin-in-geneva-2649549490", "https://example.com/2016/12/talks-begin-in-geneva/", true],
  ["https://example.com/?p=4040652", "https://example.com/article/talks-begin-in-geneva/", true],
  ["https://example.com/?p=4373787", "https://example.com/policy/4373787-talks-begin-in-geneva", true],
  ["https://example.com/?p=4373787", "https://example.com/policy/4373788-talks-begin-in-geneva", false],
  ["https://example.com/node/25156460", "https://example.com/health/commentary/talks-begin-in-geneva", true],
  ["https://example.com/world/talks-begin-in-geneva", "/news/world/talks-begin-in-geneva", true],
  ["https://www.example.co.uk/news/world-33646704", "https://www.example.com/news/world-33646704", true],
  ["https://example.com/news/12345-the-old-headline-here", "https://example.com/news/12345-another-headline-now", true],
  ["https://example.com/2024/05/talks-begin-in-geneva?edition=uk", "https://example.com/2024/05/talks-begin-in-geneva", true],
  // The front page, a section, the article without what names it.
  ["https://example.com/2024/05/01/talks-begin-in-geneva", "https://example.com/", false],
  ["https://example.com/2024/05/01/talks-begin-in-geneva", "/", false],
  ["https://example.com/2024/05/01/talks-begin-in-geneva", "https://example.com/2024/05/01/", false],
  ["https://example.com/news/world/talks-begin-in-geneva", "https://example.com/news/world", false],
  ["https://example.com/story?id=1", "https://example.com/story", false],
  ["https://example.com/talks-begin-in-geneva?page=2", "https://example.com/talks-begin-in-geneva", false],
  ["https://example.com/talks-begin-in-geneva/90481/2", "https://example.com/talks-begin-in-geneva/90481/1", false],
  ["https://app.example.com/#/b", "https://app.example.com/", false],
  // Another article.
  ["https://example.com/2024/05/01/talks-end-in-geneva", "https://example.com/2024/05/01/talks-begin-in-geneva", false],
  ["https://example.com/2024/05/02/morning-news-in-brief", "https://example.com/2024/05/01/morning-news-in-brief", false],
  ["https://example.com/news/2024/05/02/morning-news-in-brief", "https://example.com/2024/05/01/morning-news-in-brief", false],
  ["https://example.com/news?story=abc", "https://example.com/news", false],
  ["https://example.com/news/world-33646704", "https://example.com/news/world-33646705", false],
  ["https://example.com/live/talks-in-geneva-day-1", "https://example.com/live/talks-in-geneva-day-2", false],
  ["https://example.com/story?id=1", "https://example.com/story?id=2", false],
  ["https://example.com/wiki/Korean_War", "https://example.com/wiki/Vietnam_War", false],
  ["https://example.com/fr/talks-in-geneva-33646704", "https://example.com/en/talks-in-geneva-33646704", false],
  // Another site.
  ["https://example.com/talks-begin-in-geneva-1735124", "https://another.org/news/talks-begin-in-geneva-1735124", false],
  ["https://alice.example.net/talks-begin-in-geneva", "https://bob.example.net/talks-begin-in-geneva", false],
  ["https://example.com/talks-begin-in-geneva", "javascript:alert(1)", false],
  ["https://example.com/talks-begin-in-geneva", "http://", false],
  ["file:///home/reader/talks-begin-in-geneva.html", "https://example.com/talks-begin-in-geneva.html", false],
];

describe("a canonical link", () => {
  test.each(CANONICAL)("%s says %s: %s", (url, canonical, believed) => {
    const own = articleKeys(url);
    const said = believed ? articleKeys(new URL(canonical, url).href) : [];
    expect(articleKeys(url, canonical)).toEqual([...said, ...own.filter((key) => !said.includes(key))]);
  });
});

/** Addresses as sites make them: none of their words is one of those that say how a page is to be set. */
const word = fc.stringMatching(/^[a-z]{4,7}$/).filter((text) => !/^(?:print|mobile|touch|index|default)/.test(text));
const segment = fc.oneof(word, fc.tuple(word, word, word).map((words) => words.join("-")), fc.stringMatching(/^[1-9]\d{2,8}$/));
const address = fc.record({
  host: fc.tuple(word, fc.constantFrom("com", "org", "co.uk", "fr")).map((labels) => labels.join(".")),
  path: fc.array(segment, { minLength: 1, maxLength: 4 }),
  query: fc.array(fc.tuple(word.map((name) => `x${name}`), segment), { maxLength: 3 }),
});
type Address = typeof address extends fc.Arbitrary<infer T> ? T : never;
const written = ({ host, path, query }: Address): string => {
  const asked = query.map((pair) => pair.join("=")).join("&");
  return `https://${host}/${path.join("/")}${asked && `?${asked}`}`;
};

describe("any address", () => {
  test("never throws, and every key has itself for its only key", () => {
    const piece = fc.constantFrom("https://", "http:", "//", "/", "?", "#", "#/", "#!", "&", "=", "%", "%2", "%35", "%2F", "%E4", "amp", "print", ".", "m.", "www.", "a", "1", ":80", "@", "about:reader?url=", "web.archive.org/web/20240101000000/", "index.html", ";", "\ud800", " ", "\u00fc", "é", "view-source:", "google.com/amp/s/");
    const any = fc.oneof(fc.string({ unit: "binary" }), fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join("")));
    fc.assert(
      fc.property(any, fc.option(any, { nil: undefined }), (url, canonical) => {
        for (const key of articleKeys(url, canonical)) expect(articleKeys(key)).toEqual([key]);
      }),
      { numRuns: 3_000 },
    );
  });

  test("is the same with what counts readers, for telephones, for printers and in archives", () => {
    const change = fc.constantFrom<(url: URL) => string>(
      (url) => (url.searchParams.append("utm_source", "x"), url.href),
      (url) => (url.searchParams.append("fbclid", "x"), url.href),
      (url) => ((url.hostname = `m.${url.hostname}`), url.href),
      (url) => ((url.hostname = `www.${url.hostname}`), url.href),
      (url) => ((url.hostname = `amp.${url.hostname}`), url.href),
      (url) => ((url.pathname += "/amp/"), url.href),
      (url) => ((url.pathname += "/print"), url.href),
      (url) => ((url.pathname += "/"), url.href),
      (url) => ((url.protocol = "http:"), url.href),
      (url) => ((url.hash = "part"), url.href),
      (url) => `https://web.archive.org/web/20240502101112/${url.href}`,
      (url) => `about:reader?url=${encodeURIComponent(url.href)}`,
    );
    fc.assert(
      fc.property(address, fc.array(change, { minLength: 1, maxLength: 4 }), (parts, changes) => {
        const url = written(parts);
        const changed = changes.reduce((text, apply) => (text.startsWith("http") && !text.includes("archive.org") ? apply(new URL(text)) : text), url);
        expect(articleKeys(changed)).toEqual(articleKeys(url));
      }),
      { numRuns: 2_000 },
    );
  });

  test("is another where one character of it is", () => {
    fc.assert(
      fc.property(address, fc.nat(), fc.constantFrom("q", "7", "z", "3"), (parts, where, character) => {
        const url = written(parts);
        const from = url.indexOf("/", 8) + 1;
        const at = from + (where % (url.length - from));
        const changed = url.slice(0, at) + character + url.slice(at + 1);
        fc.pre(/[a-z0-9]/.test(url[at]!) && url[at] !== character);
        expect(articleKeys(changed)).not.toEqual(articleKeys(url));
      }),
      { numRuns: 3_000 },
    );
  });
});
