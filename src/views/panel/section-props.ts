import type { Translate } from "../../i18n/translate";
import type { Ask } from "../../messages/ask";
import type { FollowStep, PageStory, ReadingPlace } from "../../messages/follow";

/** What each section of the panel is given. */
export interface SectionProps {
  t: Translate;
  /** BCP 47 language that `t` speaks. */
  lang: string;
  story: PageStory;
  /** Where the reader is on the page; `null` until they are somewhere. */
  reading: ReadingPlace | null;
  /** Asks the background. */
  ask: Ask;
  /** Goes to a place on the page. */
  onGo(step: FollowStep): void;
  /** Opens an entry in the panel. */
  onOpen(ref: string): void;
}
