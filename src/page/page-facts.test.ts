/** What pages say of themselves: pages of our own, and the saved pages of real sites where they lie beside the project. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { Window } from "happy-dom";
import { describe, expect, test } from "vitest";
import { hasShared, SHARED } from "../../scripts/lib/accuracy-gold";
import { articleKeys } from "../highlights/address";
import { PageFacts } from "../messages/highlight";
import { fault } from "../messages/schema";
import { readPageFacts } from "./page-facts";

const parse = (html: string): Document => new new Window().DOMParser().parseFromString(html, "text/html") as unknown as Document;
const URL_ = "https://www.example.com/2024/05/01/talks-begin-in-geneva";
const facts = (head: string, { body = "", url = URL_, fresh = true, lang = "" } = {}): PageFacts =>
  readPageFacts(parse(`<html lang="${lang}"><head>${head}</head><body>${body}</body></html>`), url, fresh);
const ld = (value: unknown): string => `<script type="application/ld+json">${typeof value === "string" ? value : JSON.stringify(value)}</script>`;

describe("a page", () => {
  test("that says nothing has its address, its site and the day that stands in the address", () => {
    expect(facts("")).toEqual({
      keys: ["https://example.com/2024/05/01/talks-begin-in-geneva"],
      url: URL_,
      title: "",
      site: "example.com",
      author: "",
      published: "2024-05-01",
      lang: "",
    });
  });

  test("speaks in Open Graph", () => {
    const head = `<meta property="og:title" content="Talks begin | The Example"><meta property="og:site_name" content="The Example">
      <meta property="article:published_time" content="2024-05-02T23:00:00-08:00"><meta property="article:author" content="https://example.com/by/jane">
      <meta name="author" content="By Jane Doe"><meta property="og:locale" content="pt_BR">`;
    expect(facts(head)).toMatchObject({ title: "Talks begin", site: "The Example", author: "Jane Doe", published: "2024-05-02", lang: "pt-BR" });
  });

  test("speaks in JSON-LD: in a graph, with people elsewhere in it", () => {
    const graph = [
      { "@type": "WebSite", name: "Example", "@id": "#site" },
      { "@type": ["NewsArticle", "Thing"], headline: "Talks &#8216;begin&#8217;", datePublished: "2024-05-03", author: [{ "@id": "#jane" }, "John Roe"], publisher: { name: "The Example" }, inLanguage: "en-GB" },
      { "@type": "Person", "@id": "#jane", name: "Jane Doe" },
    ];
    const said = facts(ld("{ not json") + ld({ "@graph": graph }));
    expect(said).toMatchObject({ title: "Talks ‘begin’", author: "Jane Doe; John Roe", published: "2024-05-03", site: "The Example", lang: "en-GB" });
  });

  test("is described by the article that names its address, not by the first of many", () => {
    const article = (slug: string, name: string) => ({ "@type": "Article", headline: name, url: `/2024/05/01/${slug}`, author: { name } });
    expect(facts(ld([article("another-talk-elsewhere", "Another"), article("talks-begin-in-geneva", "Own one")]))).toMatchObject({ title: "Own one", author: "Own one" });
  });

  test("of a journal speaks as Highwire does", () => {
    const head = `<meta name="citation_title" content="Of rivers"><meta name="citation_author" content="Doe, Jane"><meta name="citation_author" content="Roe, John">
      <meta name="citation_publication_date" content="2019/03"><meta name="citation_journal_title" content="Journal of Rivers"><meta property="og:site_name" content="Press">`;
    expect(facts(head)).toMatchObject({ title: "Of rivers", author: "Doe, Jane; Roe, John", published: "2019-03", site: "Journal of Rivers" });
  });

  test("loses its site's name from the title, and nothing else", () => {
    const titled = (title: string, h1 = "") => facts(`<title>${title}</title>`, { body: `<h1>${h1}</h1>` }).title;
    expect(titled("Talks begin - Example")).toBe("Talks begin");
    expect(titled("Talks begin | World | example.com")).toBe("Talks begin | World");
    expect(titled("Talks begin – a chronicle")).toBe("Talks begin – a chronicle");
    expect(titled("Talks begin – Somebody's blog", "Talks begin")).toBe("Talks begin");
    expect(titled("Example")).toBe("Example");
    expect(titled("", "A heading")).toBe("A heading");
  });

  test("is not believed where it was left from before", () => {
    const before = `<title>Now</title><link rel="canonical" href="/2024/04/30/what-was-shown-before"><meta property="og:title" content="Before"><meta name="author" content="Jane Doe">`;
    expect(facts(before, { fresh: false })).toMatchObject({ title: "Now", author: "", keys: articleKeys(URL_) });
    const own = before.replace("/2024/04/30/what-was-shown-before", URL_);
    expect(facts(own, { fresh: false })).toMatchObject({ title: "Before", author: "Jane Doe" });
  });

  test("is known by its canonical address and its others, where they are plausible", () => {
    const head = `<link rel="canonical" href="/news/talks-begin-in-geneva-695001"><link rel="amphtml" href="/amp/ncna695001"><link rel="alternate" media="handheld" href="https://pages.example.org/other">`;
    expect(facts(head, { url: "https://m.example.com/story/n695001?utm_source=x" }).keys).toEqual([
      "https://example.com/news/talks-begin-in-geneva-695001",
      "https://example.com/story/n695001",
      "https://example.com/ncna695001",
    ]);
    expect(facts('<link rel="canonical" href="/"><link rel="canonical" href="/world">').keys).toEqual(articleKeys(URL_));
  });

  test("says nothing but short lines of text, whatever it holds", () => {
    const any = fc.oneof(fc.string({ unit: "binary", maxLength: 60 }), fc.constantFrom("<script>x</script>", "a\u202eb\n\u0000c", "x".repeat(9_000), "By ", "2024-99-99", "null", "[]"));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom("og:title", "author", "og:site_name", "article:published_time", "og:locale", "og:url"), any), { maxLength: 8 }), fc.jsonValue(), any, (metas, json, url) => {
        const document = parse("<html><head></head><body></body></html>");
        for (const [name, content] of metas) {
          const meta = document.createElement("meta");
          meta.setAttribute("property", name);
          meta.setAttribute("content", content);
          document.head.append(meta);
        }
        const script = document.createElement("script");
        script.setAttribute("type", "application/ld+json");
        script.textContent = JSON.stringify({ "@type": "Article", headline: json, author: json, datePublished: json, url: json, publisher: json });
        document.head.append(script);
        const said = readPageFacts(document, url, true);
        expect(fault(PageFacts, said)).toBeUndefined();
        for (const text of [said.title, said.author, said.site, said.published, said.lang]) {
          expect(text.length).toBeLessThanOrEqual(500);
          expect(text).not.toMatch(/[\p{Cc}\u202e]/u);
        }
        expect(said.published).toMatch(/^(?:\d{4}(?:-\d\d){0,2})?$/);
      }),
      { numRuns: 300 },
    );
  });
});

if (hasShared()) {
  describe("saved pages of real sites", () => {
    const folder = join(SHARED, "pages");
    const rows = readFileSync(join(folder, "INDEX.tsv"), "utf8").trim().split("\n").slice(1).map((line) => line.split("\t"));
    const pages = rows.map(([name = "", , , , title = "", url = ""]) => {
      const html = readFileSync(join(folder, name), "utf8");
      // Whoever saved these wrote "value" for "content".
      const document = parse(name.startsWith("pl-") ? html.replace(/<meta\b[^>]*>/g, (meta) => meta.replace(/\bvalue=/, "content=")) : html);
      return { name, title, url, document, facts: readPageFacts(document, url, true) };
    });

    test("say who, when and where", () => {
      const found = (field: "title" | "author" | "published" | "site" | "lang") => pages.filter(({ facts }) => facts[field] !== "").length;
      console.log(`Of ${pages.length} saved pages: title ${found("title")}, author ${found("author")}, day ${found("published")}, site ${found("site")}, language ${found("lang")}`);
      expect({ title: found("title"), site: found("site") }).toEqual({ title: pages.length, site: pages.length });
      expect(found("author")).toBeGreaterThanOrEqual(Math.floor(pages.length * 0.75));
      expect(found("published")).toBeGreaterThanOrEqual(Math.floor(pages.length * 0.9));
    });

    test("have titles without the name of the site", () => {
      const words = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
      const named = pages.filter(({ facts }) => words(facts.title).endsWith(` ${words(facts.site)}`));
      expect(named.map(({ facts }) => facts.title)).toEqual([]);
    });

    /** Another publisher's address, or a shortener's: nothing in two addresses tells that they are of one article. */
    const ELSEWHERE = /cbsnews\.com|msn\.com|politi\.co\/|stevenhgm\.pixnet\.net\/blog\/post\/39926056$/;
    test.each(pages.map((page) => [page.name, page] as const))("%s is one article under all its addresses", (_, { document, url, facts }) => {
      const links = [...document.querySelectorAll('link[rel="canonical"], link[rel="amphtml"], link[rel="shortlink"], link[rel="alternate"][media]')];
      const said = [...links.map((link) => link.getAttribute("href")), document.querySelector('meta[property="og:url"], meta[name="og:url"]')?.getAttribute("content")];
      for (const address of said.filter((address) => typeof address === "string" && !ELSEWHERE.test(address))) {
        const other = articleKeys(new URL(address!, url).href);
        expect(facts.keys.filter((key) => other.includes(key)), address!).not.toEqual([]);
      }
    });

    test("are different articles", () => {
      const of = new Map<string, string>();
      for (const { name, facts } of pages) {
        for (const key of facts.keys) {
          expect(of.get(key) ?? name).toBe(name);
          of.set(key, name);
        }
      }
    });
  });
} else {
  test("saved pages are looked at where they lie beside the project; here they do not", () => expect(hasShared()).toBe(false));
}
