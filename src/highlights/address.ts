/**
 * What an article is known by. The same article stands under many addresses: with marks that count readers, for
 * telephones, for printers, in archives. Different articles stand under addresses that differ in one number. What is
 * known to say nothing is taken away; whatever is not known is kept.
 */
import { isIdle } from "./address-parameters";
import { wrapped } from "./address-wrappers";
import { isSameArticle } from "./canonical";
import { isNamed } from "./article-name";
import { pdfKey, viewedAt } from "./viewer-address";

/** Longer keys than this, in UTF-16 code units, are kept as a hash: a `data:` address may hold a whole book. */
const LONGEST_KEY = 2_048;

/**
 * The keys of the article at an address. Two addresses are of one article where they have a key in common. Every key is
 * an address that has itself for a key.
 * @param url any string; where it is no address, it is its own key. A PDF in our viewer has the key of its own address, and
 *   one that all its copies share
 * @param canonical what the page says its address is, perhaps relative to `url`. The caller answers for its having come
 *   with this page: an application that changes its address leaves the canonical link of what was shown before. It is
 *   believed only where both addresses show that they are of one article (canonical.ts)
 * @returns the key that stands for the article, then others under which it is found; empty where there is no address
 */
export function articleKeys(url: string, canonical?: string): string[] {
  const viewed = viewedAt(url);
  if (viewed) return [keyOf(viewed.file), pdfKey(viewed)].filter((key) => key !== "");
  const own = keyOf(url);
  if (own === "") return [];
  const said = canonical === undefined ? "" : keyOf(resolved(canonical.trim(), url.trim()));
  const [here, there] = [parse(own), parse(said)];
  return said !== own && here && there && isSameArticle(here, there) ? [said, own] : [own];
}

function resolved(canonical: string, url: string): string {
  return canonical === "" ? "" : (parse(canonical, url)?.href ?? "");
}

function parse(address: string, base?: string): URL | null {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}

/** What is taken away may uncover more of the same, as in an archive's copy of an archive's copy. */
const MOST_ROUNDS = 12;

function keyOf(address: string): string {
  let key = address.trim();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const url = parse(key);
    const next = (url ? (wrapped(url) ?? keyOfUrl(url, key)) : key).trim();
    if (next === key) break;
    key = next;
  }
  return shortened(key);
}

function keyOfUrl(url: URL, text: string): string {
  switch (url.protocol) {
    case "http:":
    case "https:":
      return webKey(url);
    case "file:":
      return decoded(`file://${url.host}${url.pathname}${url.search}`);
    case "data:":
    case "blob:":
      return text.split("#")[0]!;
    case "about:":
      // Empty frames and new tabs: they have no address of their own.
      return "";
    default:
      return text;
  }
}

function webKey(url: URL): string {
  const host = bareHost(url.hostname);
  const port = url.port === "" || url.port === "80" || url.port === "443" ? "" : `:${url.port}`;
  const path = barePath(url.pathname);
  const query = bareQuery(url.search.slice(1), isNamed(path));
  const key = `https://${host}${port}${path}${query && `?${query}`}${routeOf(url.hash)}`;
  return wikiArticle(key);
}

/** Names of hosts that serve the same articles to another kind of screen. */
const SAME_ELSEWHERE = /^(?:www|m|mobile|amp|touch|wap|3g)\./;
/** "co.uk", and names of one label: what is before them is the site's name, were it "m". */
const SUFFIX = /^(?:(?:co|com|net|org|gov|ac|edu|go|or|ne|gob|gov)\.)?[^.]+$/;

function bareHost(hostname: string): string {
  let host = hostname.replace(/(?<=[^.])\.$/, "");
  for (let rest = host.replace(SAME_ELSEWHERE, ""); rest !== host && !SUFFIX.test(rest); rest = host.replace(SAME_ELSEWHERE, "")) {
    host = rest;
  }
  return host.replace(/^([a-z-]+)\.m\.(wik[a-z]+\.org)$/, "$1.$2");
}

const SESSION = /;jsessionid=[^/]*/gi;
/** What is shown for the name of a folder. */
const INDEX = /\/(?:index|default)\.(?:html?|php|aspx?|jsp|shtml|cfm)$/i;
/** "story.amp", "story.amp.html". */
const SETTING_SUFFIX = /\.(?:amp|print|printable|mobile)(\.[a-z]{3,5})?$/i;
const SETTING_LAST = /\/(?:amp|amphtml|print|printable|printer|print-?view|print-?version|printer-?friendly|print\.(?:html?|php|aspx?))$/i;
/** Below these stands a word or a title, which may be "Print" or "AMP". */
const TITLES = /\/(?:wiki|dictionary|thesaurus|define|definitions?|glossary|encyclopa?edia|words?|tags?|topics?)$/i;
const AMP_FIRST = /^\/amp(?=\/)/i;
const AMP_WITHIN = /\/amp(?=\/)/i;
const SETTING_FIRST = /^\/(?:print|printable|printer-?friendly|m|mobile|touch|wap|sp)(?=\/)/i;

function barePath(pathname: string): string {
  let path = decoded(pathname).replace(SESSION, "").replace(/(?<!:)\/{2,}/g, "/");
  for (let shorter = barer(path); shorter !== path; shorter = barer(path)) path = shorter;
  return path === "" ? "/" : path;
}

function barer(path: string): string {
  const bare = path.replace(/\/+$/, "").replace(INDEX, "").replace(SETTING_SUFFIX, "$1").replace(AMP_FIRST, "");
  // A site may be about amplifiers, and a folder be called "m": these words are taken away only beside a name.
  const without = [SETTING_LAST, SETTING_FIRST, AMP_WITHIN].map((part) => bare.replace(part, "")).find((rest) => rest !== bare);
  if (without === undefined) return bare;
  return isNamed(without) || (SETTING_LAST.test(bare) && without !== "" && !TITLES.test(without)) ? without : bare;
}

function bareQuery(query: string, named: boolean): string {
  const parameters = decoded(query)
    .replaceAll("%20", "+")
    .split("&")
    // "&amp;" that somebody copied out of a page's source; "name=" and "name" are the same.
    .map((parameter) => parameter.replace(/^(?:amp;)+/, "").replace(/^([^=]*)=$/, "$1"))
    .filter((parameter) => parameter !== "" && !isIdle(parameter, named));
  const nameOf = (parameter: string) => parameter.split("=")[0]!;
  return parameters.sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : nameOf(one) > nameOf(other) ? 1 : 0)).join("&");
}

/** The part of a fragment that leads to another article in an application: "#/a", "#!a". */
function routeOf(hash: string): string {
  const [route = "", query = ""] = decoded(hash).split(":~:")[0]!.split(/\?(.*)/s);
  const bare = route.replace(/\/+$/, "");
  if (!/^#(?:\/|!)./.test(bare)) return "";
  const kept = bareQuery(query, false);
  return `${bare}${kept && `?${kept}`}`;
}

/** MediaWiki's long form of an article's address, as its printable version has it. */
const LONG_WIKI = /^(https:\/\/[^/]+)\/w\?title=([^&#]+)$/;
const WIKI = /^https:\/\/[^/]+\/wiki\/[^?#]+/;

function wikiArticle(key: string): string {
  return key.replace(LONG_WIKI, "$1/wiki/$2").replace(WIKI, (article) => article.replace(/\+|%20/g, "_"));
}

/** One spelling of percent-encoding: capitals, and none where none is needed. `%25` stays, and what follows a lone "%". */
function decoded(text: string): string {
  return text.replace(/(?<!%[\da-f]?)%[\da-f]{2}/gi, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[\w\-.~!'()*,:@$]/.test(character) ? character : code.toUpperCase();
  });
}

/** FNV-1a over UTF-16 code units, twice 32 bits from two beginnings: http://www.isthe.com/chongo/tech/comp/fnv/ */
function shortened(key: string): string {
  if (key.length <= LONGEST_KEY) return key;
  let [one, two] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < key.length; at++) {
    one = Math.imul(one ^ key.charCodeAt(at), 0x01000193);
    two = Math.imul(two ^ key.charCodeAt(key.length - 1 - at), 0x01000193);
  }
  return `long:${key.length}:${(one >>> 0).toString(36)}:${(two >>> 0).toString(36)}`;
}
