/**
 * What the background answers, with nothing of a browser in it but the database.
 * The background may be stopped at any time: everything here can be rebuilt from the packs, and is, when asked.
 */
import type {
  Bearer, bearers, CardContent, CardRequest, CastDetail, CastMember, CastRequest, Company, Link, LookUpAnswer, PackListing, SpotAnswer, SpotRequest, StoryEvent, TimelineRequest,
} from "../messages/contract";
import type { Infer } from "../messages/schema";
import type { Kind } from "../packs/model";
import type { OpenPack } from "../packs/open";
import { compareTexts } from "../packs/texts";
import type { NameCorrection } from "../spotting/corrections";
import { fromKey, keyOf } from "../spotting/memory";
import { spot } from "../spotting/spot";
import type { Member } from "../spotting/twins";
import { otherBearers } from "../story/bearers";
import { cardContent, type CardOptions } from "../story/card-content";
import { cardHere } from "../story/here";
import type { NameInText } from "../story/runs";
import { savedCard, savedQuote } from "../story/saved";
import type { Language } from "../story/sentences";
import { openInstalled, type OpenedPacks, type PackSources } from "./installed-packs";
import { castIn } from "./cast";
import { find } from "./refs";
import { buildSearch, type Search } from "./search";
import { companyIn, timelineIn } from "./story";

export interface Backend {
  /** @param corrections those that hold on the page: they decide first */
  spot(request: SpotRequest, corrections?: readonly NameCorrection[]): Promise<SpotAnswer>;
  card(request: CardRequest, corrections?: readonly NameCorrection[]): Promise<CardContent | null>;
  /** Other entries that a name on the page may mean. */
  bearers(request: Infer<typeof bearers.request>): Promise<Bearer[]>;
  /** Refs of an entry and its twins, that which stands for all of them first; none where no open pack has it. */
  twins(ref: string): Promise<string[]>;
  lookUp(request: { query: string; limit: number }): Promise<LookUpAnswer>;
  /** Entries by their refs, without those that no open pack has. */
  names(request: { refs: string[] }): Promise<Link[]>;
  /** A quote of an entry, or, where `quote` is empty, what its pack says of it; `null` where no open pack has it. */
  saved(request: { ref: string; quote: string }): Promise<SavedFromPack | null>;
  /** What happened to those on a page, and who of them stands with whom. */
  timeline(request: TimelineRequest): Promise<StoryEvent[]>;
  company(request: { cast: CastMember[] }): Promise<Company>;
  /** What is to be said of those on a page. */
  cast(request: CastRequest): Promise<CastDetail[]>;
  packs(): Promise<PackListing[]>;
  /** Opens the packs anew, at the next question. */
  reopen(): boolean;
}

/** What is saved of a pack, and the entries that it is about, the one that it was saved from first. */
export interface SavedFromPack {
  text: string;
  citation: string;
  /** Language of the words, BCP 47. */
  lang: string;
  mentions: Link[];
}

/** @param language What cards are written in. */
export function createBackend(sources: PackSources, language: Language): Backend {
  let opened: Promise<OpenedPacks> | null = null;
  let searching: Search | null = null;
  const open = () =>
    (opened ??= (async () => {
      const off = await sources.off();
      return openInstalled(sources, (id) => !off.includes(id));
    })());

  return {
    async spot(request, corrections = []) {
      return spotAnswer(await open(), { ...request, corrections });
    },

    async bearers(request) {
      return otherBearers((await open()).spotter, request);
    },

    async twins(ref) {
      const { packs, spotter } = await open();
      const at = find(packs, ref);
      return at ? spotter.twins.members(keyOf(at.pack, at.entry)).map((each) => refOf(packs, each)) : [];
    },

    async card(request, corrections) {
      const { ref, paragraph, story } = request;
      const { packs, spotter } = await open();
      const at = find(packs, ref);
      if (!at) return null;
      const refs = (member: Member) => spotter.twins.members(keyOf(member.pack, member.entry)).map((each) => refOf(packs, each));
      // What the reader has asked for comes first, then what other packs say of it.
      const members = [at, ...spotter.twins.members(keyOf(at.pack, at.entry)).filter(({ pack }) => pack !== at.pack)];
      const findNames = (texts: string[]): NameInText[] =>
        spot(spotter, { blocks: texts, seen: [...story, ref] }).mentions.map((mention) => ({
          block: mention.block,
          start: mention.start,
          end: mention.end,
          ref: refOf(packs, mention),
        }));
      const here = cardHere(spotter, at, request, corrections);
      const inAllPacks = story.flatMap((each) => {
        const member = find(packs, each);
        return member ? refs(member) : [];
      });
      const options = { ...language, paragraph, story: inAllPacks, here, selves: new Set(refs(at)), kindOf: kindIn(packs), findNames };
      const [content, ...twins] = members.map(({ pack, entry }) => cardContent(packs[pack]!, entry, options));
      return { ...content!, twins };
    },

    async saved({ ref, quote }) {
      const { packs, spotter } = await open();
      const at = find(packs, ref);
      if (!at) return null;
      const pack = packs[at.pack]!;
      const plain: CardOptions = { ...language, paragraph: "", story: [], selves: new Set(), kindOf: () => undefined, findNames: () => [] };
      const saved = quote ? savedQuote(pack, at.entry, quote, plain) : savedCard(pack, at.entry, plain);
      if (!saved) return null;
      const { text, citation, about } = saved;
      const own = about.map((id) => pack.indexOf(id)).filter((entry) => entry >= 0);
      const links = own.map((entry) => linkOf(packs, fromKey(spotter.twins.first(keyOf(at.pack, entry)))));
      const named = spotAnswer({ packs, spotter }, { lang: "", blocks: [text], seen: links.map((link) => link.ref).reverse() }).entries;
      const mentions = new Map([...links, ...named].map((link) => [link.ref, link]));
      return { text, citation, lang: pack.info.languages[0] ?? "", mentions: [...mentions.values()] };
    },

    async lookUp({ query, limit }) {
      const { spotter } = await open();
      searching ??= buildSearch(spotter);
      return searching(query, limit);
    },

    async timeline(request) {
      return timelineIn((await open()).spotter, language, request);
    },

    async company({ cast }) {
      return companyIn((await open()).spotter, language, cast);
    },

    async cast(request) {
      return castIn((await open()).spotter, language, request);
    },

    async names({ refs }) {
      const { packs } = await open();
      return refs.flatMap((ref) => {
        const at = find(packs, ref);
        return at ? [{ ...linkOf(packs, at), ref }] : [];
      });
    },

    async packs() {
      const off = await sources.off();
      // Those that are switched off are only opened for this page, which is seldom looked at.
      const [on, others] = [await open(), await openInstalled(sources, (id) => off.includes(id))];
      const inBox = (id: string) => sources.shipped.some((each) => each.id === id);
      const listed = [on, others].flatMap(({ installed, faults }, at) => [
        ...installed.map(({ pack: { info, entryCount }, size }) => ({
          id: info.id,
          title: info.title,
          version: info.version,
          description: info.description,
          entries: entryCount,
          size,
          on: at === 0,
          shipped: inBox(info.id),
        })),
        // That the storage does not open is said once.
        ...faults.filter(({ id }) => id !== "" || at === 0).map(({ id, error }) => ({
          id,
          title: id,
          version: "",
          description: "",
          entries: 0,
          size: 0,
          on: at === 0,
          shipped: inBox(id),
          error,
        })),
      ]);
      // A pack keeps its place when it is switched: those in the box first.
      const order = sources.shipped.map(({ id }) => id);
      const place = ({ id, shipped }: PackListing) => (shipped ? order.indexOf(id) : order.length);
      return listed.sort((a, b) => place(a) - place(b) || compareTexts(a.id, b.id));
    },

    reopen() {
      opened = null;
      searching = null;
      return true;
    },
  };
}

function kindIn(packs: readonly OpenPack[]): (ref: string) => Kind | undefined {
  return (ref) => {
    const at = find(packs, ref);
    return at ? packs[at.pack]!.kindOf(at.entry) : undefined;
  };
}

function refOf(packs: readonly OpenPack[], { pack, entry }: Member): string {
  return `${packs[pack]!.info.id}/${packs[pack]!.idOf(entry)}`;
}

function linkOf(packs: readonly OpenPack[], at: Member): Link {
  return { ref: refOf(packs, at), name: packs[at.pack]!.title(at.entry), kind: packs[at.pack]!.kindOf(at.entry) };
}

function spotAnswer({ packs, spotter }: Pick<OpenedPacks, "packs" | "spotter">, request: SpotRequest & { corrections?: readonly NameCorrection[] }): SpotAnswer {
  const found = spot(spotter, request);
  const entries: Link[] = [];
  const numbers = new Map<string, number>();
  const mentions: number[] = [];
  for (const mention of found.mentions) {
    const ref = refOf(packs, mention);
    let number = numbers.get(ref);
    if (number === undefined) {
      number = entries.length;
      numbers.set(ref, number);
      entries.push(linkOf(packs, mention));
    }
    mentions.push(mention.block, mention.start, mention.end, number, Math.round(mention.confidence * 1000));
  }
  return { entries, mentions, seen: found.seen };
}
