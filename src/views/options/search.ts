/** Which settings a search finds, by their words. */
import { foldText } from "../../highlights/terms";
import type { Translate } from "../../i18n/translate";
import { SETTING_IDS, type SettingId, TITLES, wordsOf } from "./catalogue";

/**
 * The settings whose words hold every word of the query, wherever in them: in their label, the sentence that explains
 * them, what can be chosen, other words for it, and the title of their section. Case and accents do not count. All of
 * them where the query has no words.
 */
export function findSettings(query: string, t: Translate): Set<SettingId> {
  const asked = foldText(query).split(/\s+/).filter(Boolean);
  return new Set(SETTING_IDS.filter((id) => asked.every((word) => textOf(id, t).includes(word))));
}

function textOf(id: SettingId, t: Translate): string {
  const { section, label, hint, also, choices = [] } = wordsOf(id);
  return foldText([TITLES[section], label, hint, also, ...choices].map((key) => t(key)).join("\n"));
}
