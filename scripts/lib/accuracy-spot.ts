/** Spots the names of a pack in whole texts, as the tools do: a line is a block. */
import { type OpenPack, openPack } from "../../src/packs/open";
import { openSpotter, spot, type Spotter } from "../../src/spotting/spot";
import type { GoldText, NamedEntry, SpottedMention } from "./accuracy-score";
import { compileFolder, describeProblems, PackTrouble } from "./pack-folder";

/** A pack that is ready to be scored. */
export interface ScoredPack {
  spotter: Spotter;
  /** Ids and full names of all entries. */
  entries: NamedEntry[];
}

/**
 * Compiles a folder and opens it.
 * @throws PackTrouble where it has errors
 */
export async function openScoredPack(folder: string): Promise<ScoredPack> {
  const { bytes, problems } = await compileFolder(folder);
  if (bytes === null) throw new PackTrouble(describeProblems(problems, folder));
  const pack = openPack(new Uint8Array(bytes).buffer);
  return { spotter: openSpotter([pack]), entries: entriesOf(pack) };
}

function entriesOf(pack: OpenPack): NamedEntry[] {
  return Array.from({ length: pack.entryCount }, (_, index) => {
    const { id, names } = pack.entry(index);
    return { id, names: names.filter((name) => name.class === "full").map((name) => name.text) };
  });
}

/** Mentions with offsets into the whole text, in UTF-16 code units. */
export function spotText({ spotter }: ScoredPack, { text, lang }: Pick<GoldText, "text" | "lang">): SpottedMention[] {
  const blocks = text.split("\n");
  const starts: number[] = [];
  blocks.reduce((at, block) => (starts.push(at), at + block.length + 1), 0);
  return spot(spotter, { blocks, lang }).mentions.map((mention) => {
    const at = starts[mention.block]!;
    const { sense } = mention as { sense?: unknown };
    return {
      start: mention.start + at,
      end: mention.end + at,
      entry: spotter.packs[mention.pack]!.idOf(mention.entry),
      confidence: mention.confidence,
      ...(sense === undefined || sense === null ? {} : { sense: String(sense) }),
    };
  });
}
