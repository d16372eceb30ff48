/**
 * What the background answers, with nothing of a browser in it but the database.
 * The background may be stopped at any time: everything here can be rebuilt from the packs, and is, when asked.
 */
import type { CardContent, CardRequest, Link, PackListing, SpotAnswer, SpotRequest } from "../messages/contract";
import type { Kind } from "../packs/model";
import type { OpenPack } from "../packs/open";
import { type Mention, spot } from "../spotting/spot";
import { cardContent, type NameInText } from "../story/card-content";
import { cardHere } from "../story/here";
import type { Language } from "../story/sentences";
import { openInstalled, type OpenedPacks, type ShippedPack } from "./installed-packs";
import { buildSearch } from "./search";

export interface Backend {
  spot(request: SpotRequest): Promise<SpotAnswer>;
  card(request: CardRequest): Promise<CardContent | null>;
  search(request: { query: string; limit: number }): Promise<Link[]>;
  packs(): Promise<PackListing[]>;
  /** Opens the packs anew, at the next question. */
  reopen(): boolean;
}

/**
 * @param read Reads a file of the extension.
 * @param language What cards are written in.
 */
export function createBackend(
  shipped: readonly ShippedPack[],
  read: (path: string) => Promise<ArrayBuffer>,
  language: Language,
): Backend {
  let opened: Promise<OpenedPacks> | null = null;
  let searching: ReturnType<typeof buildSearch> | null = null;
  const open = () => (opened ??= openInstalled(shipped, read));

  return {
    async spot(request) {
      return spotAnswer(await open(), request);
    },

    async card(request) {
      const { ref, paragraph, story } = request;
      const { packs, spotter } = await open();
      const at = find(packs, ref);
      if (!at) return null;
      const findNames = (texts: string[]): NameInText[] =>
        spot(spotter, { blocks: texts, seen: [...story, ref] }).mentions.map((mention) => ({
          block: mention.block,
          start: mention.start,
          end: mention.end,
          ref: refOf(packs, mention),
        }));
      const here = cardHere(spotter, { pack: packs.indexOf(at.pack), entry: at.entry }, request);
      return cardContent(at.pack, at.entry, { ...language, paragraph, story, here, kindOf: kindIn(packs), findNames });
    },

    async search({ query, limit }) {
      const { packs } = await open();
      searching ??= buildSearch(packs);
      return searching(query, limit);
    },

    async packs() {
      const { packs, faults } = await open();
      const inBox = (id: string) => shipped.some((each) => each.id === id);
      return [
        ...packs.map(({ info, entryCount }) => ({
          id: info.id,
          title: info.title,
          version: info.version,
          description: info.description,
          entries: entryCount,
          shipped: inBox(info.id),
        })),
        ...faults.map(({ id, error }) => ({
          id,
          title: id,
          version: "",
          description: "",
          entries: 0,
          shipped: inBox(id),
          error,
        })),
      ];
    },

    reopen() {
      opened = null;
      searching = null;
      return true;
    },
  };
}

function find(packs: readonly OpenPack[], ref: string): { pack: OpenPack; entry: number } | null {
  const slash = ref.indexOf("/");
  const pack = packs.find((each) => each.info.id === ref.slice(0, slash));
  const entry = pack?.indexOf(ref.slice(slash + 1)) ?? -1;
  return pack && entry >= 0 ? { pack, entry } : null;
}

function kindIn(packs: readonly OpenPack[]): (ref: string) => Kind | undefined {
  return (ref) => {
    const at = find(packs, ref);
    return at?.pack.kindOf(at.entry);
  };
}

function refOf(packs: readonly OpenPack[], { pack, entry }: Mention): string {
  return `${packs[pack]!.info.id}/${packs[pack]!.idOf(entry)}`;
}

function spotAnswer({ packs, spotter }: OpenedPacks, request: SpotRequest): SpotAnswer {
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
      const pack = packs[mention.pack]!;
      entries.push({ ref, name: pack.title(mention.entry), kind: pack.kindOf(mention.entry) });
    }
    mentions.push(mention.block, mention.start, mention.end, number, Math.round(mention.confidence * 1000));
  }
  return { entries, mentions, seen: found.seen };
}
