/** What the side panel asks about the story of a page, answered from the open packs. */
import type { CastMember, Company, StoryEvent, TimelineRequest } from "../messages/contract";
import { keyOfRef } from "../spotting/memory";
import { spot, type Spotter } from "../spotting/spot";
import { companyOf } from "../story/company";
import { type Corpus, corpusOver, refOf } from "../story/corpus";
import type { Language } from "../story/sentences";
import { timelineOf } from "../story/timeline";

export function timelineIn(spotter: Spotter, language: Language, request: TimelineRequest): StoryEvent[] {
  return timelineOf(corpusOf(spotter, language, request.cast), request);
}

export function companyIn(spotter: Spotter, language: Language, cast: readonly CastMember[]): Company {
  return companyOf(corpusOf(spotter, language, cast), cast);
}

function corpusOf(spotter: Spotter, language: Language, cast: readonly CastMember[]): Corpus {
  const { packs, twins } = spotter;
  const seen = cast.map(({ ref }) => ref);
  return corpusOver({
    ...language,
    packs,
    membersOf(ref) {
      const key = keyOfRef(packs, ref);
      return key < 0 ? [] : twins.members(key);
    },
    findNames: (texts) =>
      spot(spotter, { blocks: texts, seen }).mentions.map((mention) => ({
        block: mention.block,
        start: mention.start,
        end: mention.end,
        ref: refOf({ packs }, mention),
      })),
  });
}
