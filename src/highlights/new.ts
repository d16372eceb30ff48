/** Making a highlight, before anybody keeps it. */
import type { Anchor } from "../anchoring/anchor";
import type { Colour, Highlight, PageFacts } from "../messages/highlight";
import { tidyTags } from "./change";

export interface Beginning {
  /** A UUID that has been used for nothing else. */
  id: string;
  now: Date;
  kind: Highlight["kind"];
  /** The words, verbatim. */
  text: string;
  page: PageFacts;
  colour: Colour;
  note?: string | undefined;
  tags?: readonly string[] | undefined;
  /** Of a passage. */
  anchor?: Anchor | undefined;
  /** Of a quote or a card. */
  of?: Highlight["of"];
}

/** A highlight that was made now. Who is named in it is added where it is kept. */
export function newHighlight({ id, now, kind, text, page, colour, note = "", tags = [], anchor, of }: Beginning): Highlight {
  const created = now.toISOString();
  return {
    id,
    kind,
    text,
    page,
    colour,
    note,
    tags: tidyTags(tags),
    mentions: [],
    created,
    modified: created,
    ...(anchor && { anchor }),
    ...(of && { of }),
  };
}
