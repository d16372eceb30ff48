/** What a page says of its article in JSON-LD (https://schema.org/Article). Whatever it holds is text from a stranger. */

/** Of the article, as far as it is said. */
export interface ArticleData {
  headline: string;
  published: string;
  authors: string[];
  publisher: string;
  lang: string;
  /** Where it says that it stands. */
  urls: string[];
}

type Node = Readonly<Record<string, unknown>>;

const ARTICLE = /(?:Article|Posting|Report|Review|Chapter|Thesis|Manuscript)$/;
/** Pages are known that carry megabytes, or nest without end. */
const MOST_SCRIPTS = 20;
const LONGEST_SCRIPT = 500_000;
const MOST_NODES = 1_000;
const DEEPEST = 8;

/** The articles that a page describes, in its order. What is not JSON is passed over. */
export function articleData(document: Document): ArticleData[] {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json" i]')].slice(0, MOST_SCRIPTS);
  const nodes: Node[] = [];
  for (const script of scripts) collect(parsed(script.textContent), nodes, 0);
  const byId = new Map(nodes.filter((node) => isText(node["@id"]) && isText(node["name"])).map((node) => [node["@id"], node]));
  return nodes.filter(isArticle).map((node) => ({
    headline: first(node["headline"], node["name"]),
    published: first(node["datePublished"], node["dateCreated"]),
    authors: many(node["author"] ?? node["creator"]).flatMap((author) => namesOf(author, byId)),
    publisher: namesOf(many(node["publisher"])[0], byId)[0] ?? "",
    lang: first(node["inLanguage"]),
    urls: [node["url"], node["@id"], node["mainEntityOfPage"]].flatMap(many).map(addressOf).filter((url) => url !== ""),
  }));
}

function parsed(text: string): unknown {
  if (text.length > LONGEST_SCRIPT) return null;
  // Editors' line breaks within strings, and wrappers from the days of XHTML, are the commonest faults.
  const bare = text.replace(/^\s*(?:\/\/)?\s*<!\[CDATA\[|(?:\/\/)?\s*\]\]>\s*$/g, "").replace(/\p{Cc}+/gu, " ");
  try {
    return JSON.parse(bare) as unknown;
  } catch {
    return null;
  }
}

/** Every object that may describe something, those within lists, graphs and other objects included. */
function collect(value: unknown, nodes: Node[], depth: number): void {
  if (typeof value !== "object" || value === null || depth > DEEPEST || nodes.length >= MOST_NODES) return;
  if (!Array.isArray(value)) nodes.push(value as Node);
  for (const inner of Object.values(value)) collect(inner, nodes, depth + 1);
}

function isArticle(node: Node): boolean {
  return many(node["@type"]).some((type) => isText(type) && ARTICLE.test(type)) && (isText(node["headline"]) || isText(node["datePublished"]));
}

function namesOf(value: unknown, byId: ReadonlyMap<unknown, Node>): string[] {
  if (isText(value)) return [value];
  if (typeof value !== "object" || value === null) return [];
  const node = value as Node;
  return many(node["name"] ?? byId.get(node["@id"])?.["name"]).filter(isText);
}

function addressOf(value: unknown): string {
  if (isText(value)) return value;
  return typeof value === "object" && value !== null ? first((value as Node)["@id"], (value as Node)["url"]) : "";
}

function many(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.flat() : [value];
}

function first(...values: unknown[]): string {
  return values.flatMap(many).find(isText) ?? "";
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}
