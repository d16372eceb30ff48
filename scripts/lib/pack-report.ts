/** What a pack holds, and what a careful author would still add. */
import { KINDS, type Inline, type Pack } from "../../src/packs/model";

/** A few lines of numbers about a pack. */
export function reportOn({ entries, quotes, sources }: Pack): string {
  const names = entries.flatMap((entry) => entry.names);
  const languages = [...new Set(names.map((name) => name.lang))];
  const quoted = new Set(
    quotes.flatMap(({ speaker, to, about }) => [
      ...[speaker, ...to].flatMap((voice) => ("entry" in voice ? voice.entry : [])),
      ...about,
    ]),
  );
  const cited = new Set([...entries.flatMap(citedBy), ...quotes.map((quote) => quote.cite.source)]);
  return [
    ...KINDS.map((kind) => `${kind}: ${entries.filter((entry) => entry.kind === kind).length}`),
    ...languages.map((lang) => `names in ${lang}: ${names.filter((name) => name.lang === lang).length}`),
    `entries without text: ${entries.filter((entry) => entry.about.length === 0).length}`,
    `entries without a timeline: ${entries.filter((entry) => entry.timeline.length === 0).length}`,
    `entries without quotes: ${entries.filter((entry) => !quoted.has(entry.id)).length}`,
    `sources that nothing cites: ${sources.filter((source) => !cited.has(source.id)).length}`,
  ].join("\n");
}

function citedBy({ about, timeline, cite, roles }: Pack["entries"][number]): string[] {
  const texts = [...about, ...timeline.map((item) => item.text)];
  const inFrontMatter = [...cite, ...roles.flatMap((role) => role.cite ?? [])];
  return [...texts.flatMap(citedIn), ...inFrontMatter.map(({ source }) => source)];
}

function citedIn(nodes: readonly Inline[]): string[] {
  return nodes.flatMap((node) => {
    if (typeof node === "string") return [];
    if ("em" in node) return citedIn(node.em);
    if ("strong" in node) return citedIn(node.strong);
    return "cite" in node ? node.cite.map(({ source }) => source) : [];
  });
}
