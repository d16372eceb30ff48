/**
 * The site that a reader means: a hostname, as settings keep it, of whatever they type or paste: "Example.org",
 * "https://www.example.org/news", "bücher.example". `null` where it is none.
 */
export function siteName(typed: string): string | null {
  // As some lists of sites write it: what covers a site covers what is below it anyway.
  const text = typed.trim().replace(/^\*\./, "");
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (/\s/.test(text) || !URL.canParse(address)) return null;
  const { hostname, protocol, username } = new URL(address);
  const isSite = /^https?:$/.test(protocol) && !username && /^(?:[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.?|\[[\da-f:.]+\])$/u.test(hostname);
  // What stands before a site's own name covers less than the reader means.
  return isSite ? hostname.replace(/\.$/, "").replace(/^(?:www\.)+(?=.*\.)/, "") : null;
}
