/** Why a passage resembles the paragraph, in words: "Same people: Kim Il Sung", "Same kind of act: purge". */
import type { MessageKey, Translate } from "../../i18n/translate";
import type { Why } from "../../story/echoes/echo";
import type { Nation } from "../../story/echoes/nations";

/** @param lang BCP 47 language that `t` speaks: countries are named in it */
export function reasonsOf({ people, others, acts, nations, words }: Why, t: Translate, lang: string): string[] {
  const list = new Intl.ListFormat(lang, { type: "unit", style: "short" });
  const countries = new Intl.DisplayNames(lang, { type: "region" });
  const nameOf = (nation: Nation) => (nation === "RU" ? t("echoes_russia") : (countries.of(nation) ?? nation));
  const said: readonly (readonly [MessageKey, readonly string[]])[] = [
    ["echoes_people", people],
    ["echoes_acts", acts.map((act) => t(`act_${act}`))],
    ["echoes_about", others],
    ["echoes_countries", nations.map(nameOf)],
    ["echoes_words", words],
  ];
  return said.filter(([, what]) => what.length > 0).map(([key, what]) => t(key, list.format(what)));
}
