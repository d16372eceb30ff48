import type { Translate } from "./translate";

/** The part of a look-up's answer that counts here, see `messages/look-up`. */
interface NothingFound {
  searched: string;
  nearest: readonly unknown[];
  packs: number;
}

/** What is said of a look-up that found nothing: what was looked for, and whether something is near; or that there was nothing to look in. */
export function saidOfNothing(t: Translate, { searched, nearest, packs }: NothingFound): string {
  if (packs === 0) return t("look_up_no_packs");
  return t(nearest.length > 0 ? "look_up_nearest" : "look_up_nothing", searched);
}
