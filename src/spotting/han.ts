/** Longer names in Chinese and Japanese, where nothing parts a name from what it is only the beginning of. */

/** What ends the names of institutions: 中国银行 is a bank, 北京大学 a university. */
const HEADS =
  /^(?:银行|銀行|大学|大學|学院|學院|中学|中學|医院|醫院|移动|移動|电信|電信|联通|聯通|航空|铁路|鐵路|石油|石化|电力|電力|公司|集团|集團|证券|證券|保险|保險|电视台|電視台|广播|廣播|日报|日報|时报|時報|晚报|晚報|新闻网|新聞|通讯社|通訊社|出版社|科学院|科學院|研究院|研究所|博物馆|博物館|图书馆|圖書館|足球|テレビ|放送|自動車|製鉄|生命|大街|机场|機場|空港|站|路(?![线線上透]))/u;
/** Words that stand between a name and what has nothing to do with it. */
const PARTICLES = /[的之道在和与與及是了对對于於从從向到为為把被将將也都就说說、，。]/u;
/** Characters between a name and what ends the longer one: 中国人民银行. */
const FURTHEST = 2;

/** Is a name that ends at `end` the beginning of the longer name of an institution? */
export function continuesInHan(text: string, end: number): boolean {
  for (let at = end; at <= end + FURTHEST; at++) {
    if (HEADS.test(text.slice(at, at + 3))) return true;
    if (at >= text.length || PARTICLES.test(text.charAt(at)) || !/\p{Script=Han}/u.test(text.charAt(at))) return false;
  }
  return false;
}
