/** Latin spellings of Chinese persons and places, from those that a pack lists and the length of the name in Han. */
import { capitalised, combinations, cut, lettersOf } from "./letters";
import { isPinyin, LONGEST_SYLLABLE, pinyinOf, wadeGiles } from "./pinyin";

/** Spellings that are rarer than the usual ones of Wade–Giles may stand in one syllable. */
const MOST_COST = 1;
const MOST_SPELLINGS = 6;

/** Names in Han characters of a Chinese person: those of foreigners have a dot, or are longer. */
const PERSON = /^\p{Script=Han}{2,4}$/u;
/** Of a place, without the character for what it is: 市 city, 省 province, 县 county. */
const KIND_OF_PLACE = /[市省县縣]$/u;
/** How common last characters of Chinese places are read: what shows that a Latin name is the reading, not China or Macau. */
const LAST_READINGS: ReadonlyMap<string, string> = new Map(
  (
    "州zhou 京jing 江jiang 山shan 门men 門men 海hai 安an 阳yang 陽yang 南nan 东dong 東dong 西xi 北bei 河he 湖hu 林lin 宁ning 寧ning 庆qing " +
    "慶qing 津jin 岛dao 島dao 城cheng 港gang 川chuan 口kou 原yuan 肃su 肅su 建jian 汉han 漢han 春chun 连lian 連lian 波bo 台tai 臺tai 丹dan 平ping"
  )
    .split(" ")
    .map((pair) => [pair.charAt(0), pair.slice(1)] as const),
);

/**
 * Spellings of a Chinese person, the likeliest first: Pinyin and Wade–Giles, the given name parted ("Mao Tse-tung") and
 * joined ("Mao Tsetung").
 * @param listed names in Latin letters. Only those count that are spelt in one of the two throughout and are as many
 *   syllables as the name in Han has characters; of others (Chiang Kai-shek, Sun Yat-sen) nothing can be told.
 */
export function chinesePerson(han: readonly string[], listed: readonly string[]): string[] {
  // Joined given names are Pinyin; in parted ones much of Wade–Giles looks like Pinyin of something else.
  const joinedFirst = [...listed].sort((a, b) => Number(isParted(a)) - Number(isParted(b)));
  for (const latin of joinedFirst) {
    const read = readPerson(latin, han);
    if (read) return spellings(...read);
  }
  return [];
}

function isParted(latin: string): boolean {
  return /[- ].*[- ]/.test(latin);
}

/** Syllables in Pinyin of surname and given name, as many as the name in Han has characters. */
function readPerson(latin: string, han: readonly string[]): [surname: string[], given: string[]] | null {
  const [surname, ...given] = latin.split(" ");
  if (!surname || given.length === 0) return null;
  const aspirates = APOSTROPHES.test(latin);
  for (const name of han.filter((each) => PERSON.test(each))) {
    const length = [...name].length;
    for (const family of length > 3 ? [2, 1] : [1]) {
      const first = pinyinIn(surname, family, aspirates);
      const second = pinyinIn(given.join("-"), length - family, aspirates);
      if (first && second) return [first, second];
    }
  }
  return null;
}

/** Is the Latin name the one in Han, in Pinyin or Wade–Giles and with the surname first? */
export function readsAsChinese(latin: string, han: readonly string[]): boolean {
  return readPerson(latin, han) !== null;
}

/** Spellings of a Chinese place whose listed name is Pinyin: Wade–Giles, and what the post office had. */
export function chinesePlace(han: readonly string[], listed: readonly string[]): string[] {
  const bare = han.map((name) => name.replace(KIND_OF_PLACE, ""));
  return listed.flatMap((latin) => {
    const postal = POSTAL.get(lettersOf(latin)) ?? [];
    for (const name of latin.includes(" ") ? [] : bare) {
      const syllables = cut(lettersOf(latin), name.length, isPinyin, LONGEST_SYLLABLE);
      if (!syllables || syllables.at(-1) !== LAST_READINGS.get(name.slice(-1))) continue;
      const wade = capitalised(syllables.map((syllable) => plain(wadeGiles(syllable)[0]!)).join("-"));
      return [...postal, wade, wade.replaceAll("-", "")];
    }
    return han.length > 0 ? postal : [];
  });
}

const APOSTROPHES = /['’‘ʻ]/;
/** Sounds that Wade–Giles tells from others by the apostrophe alone. */
const UNASPIRATED = /^(?:p|t|k|ch|ts|tz)(?!')/;

/**
 * Syllables of Pinyin that a word of a listed name stands for; null where it is spelt in neither way.
 * @param aspirates whether the name has apostrophes, so that a missing one says something
 */
function pinyinIn(word: string, count: number, aspirates: boolean): string[] | null {
  const pinyin = cut(lettersOf(word), count, isPinyin, LONGEST_SYLLABLE);
  if (pinyin) return pinyin;
  const parts = word.replace(new RegExp(APOSTROPHES, "g"), "'").normalize("NFKD").toLowerCase().replace(/[^\p{L}'-]/gu, "").split("-");
  if (parts.length !== count || (!aspirates && parts.some((part) => UNASPIRATED.test(part)))) return null;
  const read = parts.map((part) => pinyinOf(part));
  return read.every((each) => each.length === 1) ? read.map(([only]) => only!) : null;
}

function spellings(surname: readonly string[], given: readonly string[]): string[] {
  const wade = (syllables: readonly string[]) =>
    combinations(syllables.map((each) => wadeGiles(each).map((letters, at) => ({ letters: plain(letters), cost: at }))), MOST_COST);
  const pinyin = written(surname, given);
  const older = wade(surname).flatMap((first) => wade(given).flatMap((second) => written(first.parts, second.parts)));
  return [...pinyin, ...older].slice(0, 2 + MOST_SPELLINGS);
}

function written(surname: readonly string[], given: readonly string[]): string[] {
  const first = capitalised(surname.join(""));
  const joined = `${first} ${capitalised(given.join(""))}`;
  return given.length > 1 ? [`${first} ${capitalised(given.join("-"))}`, joined] : [joined];
}

function plain(wade: string): string {
  return wade.replace("'", "");
}

/** Spellings of the Chinese Imperial Post (1906) and those that Europe had before, by Pinyin. */
const POSTAL: ReadonlyMap<string, readonly string[]> = new Map(
  `
  beijing: Peking, Peiping; nanjing: Nanking; guangzhou: Canton; chongqing: Chungking; shenyang: Mukden; tianjin: Tientsin
  xiamen: Amoy; lushun: Port Arthur; lushunkou: Port Arthur; dalian: Dairen; xian: Sian; qingdao: Tsingtao; guangdong: Kwangtung
  sichuan: Szechuan, Szechwan; shandong: Shantung; zhejiang: Chekiang; jiangsu: Kiangsu; fujian: Fukien; hebei: Hopei, Hopeh
  henan: Honan; hubei: Hupei, Hupeh; jiangxi: Kiangsi; guangxi: Kwangsi; guizhou: Kweichow; gansu: Kansu; shaanxi: Shensi
  shanxi: Shansi; ningxia: Ningsia; qinghai: Tsinghai; xinjiang: Sinkiang; jilin: Kirin; heilongjiang: Heilungkiang
  hangzhou: Hangchow; suzhou: Soochow; fuzhou: Foochow; yanan: Yenan; zunyi: Tsunyi; luoyang: Loyang; jinan: Tsinan
  jinmen: Quemoy, Kinmen; mazu: Matsu; xuzhou: Hsuchow, Suchow; zhangjiakou: Kalgan; urumqi: Urumchi, Tihwa; jiujiang: Kiukiang
  ningbo: Ningpo; shantou: Swatow; yantai: Chefoo; baoding: Paoting; lanzhou: Lanchow; zhengzhou: Chengchow; guilin: Kweilin
  jinzhou: Chinchow; changjiang: Yangtze; hankou: Hankow; dandong: Antung; zhenjiang: Chinkiang; yangzhou: Yangchow
  `
    .trim()
    .split(/[;\n]/)
    .map((line) => {
      const [pinyin, names] = line.trim().split(": ");
      return [pinyin!, names!.split(", ")] as const;
    }),
);
