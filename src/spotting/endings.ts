/**
 * What is written onto the end of a name in Korean, Japanese and Chinese, and often selected with it: titles, and the
 * particles after them. 김정은 위원장의, 金日成の, 習近平国家主席は, 习近平主席的.
 */
import { hanTitles, isTail } from "./korean";

/** What stands before a title and makes a longer one of it: 国家主席, 副部长, 党委員長, 元首相. */
const BEFORE_TITLES = "国家 國家 国务 國務 国務 国防 國防 党 黨 労働党 劳动党 勞動黨 最高 第一 第1 副 前 元 原 新";
const MORE_TITLES =
  "総理 総理大臣 総統 同志 先生 女士 夫人 书记 書記 書記長 委员 委員 外交部长 外交部長 国防相 國防部長 将军 大将 議員 议员 議長 议长 長官 局长 局長 司令员 司令官 皇帝 氏 さん 様 女史";
/** T. Kuno, The Structure of the Japanese Language (1973), chapters 1 to 5; Y. R. Chao, A Grammar of Spoken Chinese (1968), 8.5 f. */
const PARTICLES =
  "の は が を に へ と も で や から まで より など ら たち だ です だった である による によると によれば について という 側 " +
  "的 和 与 與 跟 在 是 对 對 向 把 被 将 將 等 说 說 也 于 於";

const oneOf = (...lists: string[]) => `(?:${lists.join(" ").split(" ").join("|")})`;
const TAIL_IN_HAN = new RegExp(`^(?:${oneOf(BEFORE_TITLES)}*${oneOf(...hanTitles(), MORE_TITLES)})*${oneOf(PARTICLES)}*$`, "u");

const EAST_ASIAN_END = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]$/u;
const NO_LETTERS = /[^\p{L}\p{N}\p{M}]+/gu;
/** One character, of which many words are made, is no name that anything could be written onto. In UTF-16 code units. */
const SHORTEST_NAME = 2;
const LONGEST_ENDING = 12;

/**
 * What a text may be without the endings that are written onto a name, the longest first: 金日成の is 金日成 and の. None
 * where it has no such ending.
 * @returns texts of letters and digits alone, composed
 */
export function withoutEndings(text: string): string[] {
  const letters = text.normalize("NFKC").replace(NO_LETTERS, "");
  const names: string[] = [];
  if (!EAST_ASIAN_END.test(letters)) return names;
  const end = letters.length;
  for (let at = end - 1; at >= Math.max(SHORTEST_NAME, end - LONGEST_ENDING); at--) {
    if (isTail(letters, at, end) || TAIL_IN_HAN.test(letters.slice(at))) names.push(letters.slice(0, at));
  }
  return names;
}
