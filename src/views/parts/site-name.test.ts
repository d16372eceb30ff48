import fc from "fast-check";
import { expect, test } from "vitest";
import { siteName } from "./site-name";

test.each([
  ["example.org", "example.org"],
  [" Example.ORG ", "example.org"],
  ["https://www.example.org/news?x=1#y", "example.org"],
  ["news.example.org:8080", "news.example.org"],
  ["www.com", "www.com"],
  ["*.example.org", "example.org"],
  ["example.org.", "example.org"],
  ["[2001:DB8::1]:8080", "[2001:db8::1]"],
  ["bücher.example", "xn--bcher-kva.example"],
  ["localhost", "localhost"],
  ["127.0.0.1", "127.0.0.1"],
  ["", null],
  ["two words", null],
  ["ftp://example.org", null],
  ["javascript:alert(1)", null],
  ["me@example.org", null],
  ["https://", null],
])("%j is %j", (typed, site) => expect(siteName(typed)).toBe(site));

test("whatever is typed, a site that comes out is that site when it is typed", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.domain()), (typed) => {
      const site = siteName(typed);
      if (site !== null) expect(siteName(site)).toBe(site);
    }),
  );
});
