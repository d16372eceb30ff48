/**
 * Days that are names of what once happened on them, or of feasts: "the attacks on 11 September", "9월 11일에 일어난 테러",
 * "10月1日国庆节". Of the year of publication they are by chance alone, and so they are not read as days of it.
 *
 * An event that a text brings up is news, and of that year: "an attack on June 12", "6月12日に事件が起きた".
 */
import { DAY_MS } from "./date-words";

/** How far before and after a day the words that name it are looked for, in UTF-16 code units. */
const NEAR_BEFORE = 90;
const NEAR_AFTER = 60;

const enEvent = "(?:(?:attack|massacre|uprising|crackdown|bombing|coup|putsch|revolution|revolt|invasion|genocide|assassination|hijacking|pogrom|earthquake|tsunami)s?|mutiny)";
const deEvent = "\\p{L}*(?:anschl[aä]g|attentat|massaker|aufst[aä]nd|putsch|überf[aä]ll|angriff|einmarsch|pogrom|erdbeben|revolution|kapitulation)\\p{L}{0,3}";
const ruEvent = "(?:теракт|атак|нападени|восстани|резн|переворот|путч|мятеж|революци|побоищ|вторжени|погром|землетрясени|капитуляци)\\p{L}{0,3}";
const koEvent = "(?:테러|사건|사태|참사|항쟁|혁명|전쟁|학살|쿠데타|정변|봉기|의거|민주화|기습|습격|대지진)";
const cnEvent = "(?:事件|事[变變件]|恐[怖袭襲攻]|テロ|[运運][动動]|革命|政[变變]|[惨慘]案|屠[杀殺]|[袭襲][击擊撃]|攻[击擊撃]|起[义義]|暴[动動]|大地震|大震災)";
const koHappened = "(?:일어난|일어났던|발생한|발발한|벌어진|터진|시작된|있었던|감행된|자행된)";
const jaHappened = "(?:起きた|起こった|発生した|勃発した|始まった|あった)";

/** What comes back on its day every year. */
const enFeast = "(?:(?:Independence|Liberation|Victory|Memorial|Remembrance|Constitution|National|Labou?r|Foundation|Armistice|Unity|Republic|Veterans)\\sDay|(?:the\\s)?Day\\sof\\sthe\\s\\p{L}+|Christmas|New\\sYear[’']s)";
const deFeast = "(?:de[mnr]\\s)?(?:\\p{L}*feiertag|Tag\\sde[rs]\\s\\p{L}+|Unabhängigkeitstag|Gedenktag|Weihnacht\\p{L}*|Neujahr\\p{L}*)";
const ruFeast = "(?:в\\s)?(?:д(?:ень|ня|ню|нём)\\s(?:победы|россии|независимости|народного\\sединства|памяти|конституции)|рождеств\\p{L}+)";
const koFeast = "(?:광복절|국경절|삼일절|개천절|현충일|제헌절|한글날|전승절|태양절|광명성절|성탄절|기념일|추모일)";
const cnFeast = "(?:国庆|國慶|(?:光[复復]|青年|[劳勞][动動]|建[军軍党黨]|[儿兒]童|[妇婦]女|太[阳陽])[节節]|元旦|(?:\\p{Script=Han}){0,4}[纪紀記]念日|(?:\\p{Script=Han}){2,4}の日)";

/** Some words after an event, none of them its verb: "the attack [on a bus in Kabul] on". */
const gap = (first: string, verbs: string): string => `(?:\\s(?:${first})(?:\\s(?!(?:${verbs})\\s)[\\p{L}\\d’'-]+){1,6}?)?`;
const ended = (pattern: string): RegExp => new RegExp(`(?<!\\p{L})${pattern}$`, "iu");

const NAMED_BEFORE: readonly RegExp[] = [
  ended(`${enEvent}${gap("against|at|by|in|of|on|that|upon|which", "was|were|is|are|has|had|said")}\\s(?:on|of)\\s(?:the\\s)?`),
  ended(`${deEvent}${gap("auf|de[rs]|gegen|im|in|von", "wird|war|wurden?|hat(?:te)?|ist|sind")}\\s(?:am|vom)\\s`),
  ended(`${ruEvent}(?:,?\\s[\\p{L}-]+){0,4}?\\s(?:произо|случи|состоя|нача|вспыхну|соверш)\\p{L}+\\s`),
  new RegExp(`${koEvent}(?:[은는]|[이가]?\\s(?:\\p{L}+\\s)?${koHappened})\\s$`, "u"),
  new RegExp(`${cnEvent}(?:[发發]生[在于於]|爆[发發][在于於]|的|が${jaHappened})$`, "u"),
  ended("(?:celebrated|commemorated|observed)\\son\\s"),
  ended("(?:отме[чт]|(?:от)?праздн)\\p{L}+\\s"),
  ended(`${enFeast},?\\s(?:on\\s)?`),
  ended(`${deFeast},?\\s(?:am\\s)?`),
  new RegExp(`(?:${koFeast}(?:인|이던|이었던)?,?\\s|${cnFeast}(?:[是（(，、]|である)?)$`, "u"),
];
/** Before an event's noun, with few words between: it is not known by its day. */
const BROUGHT_UP = ended("(?:an?|another|new|latest|recent|several|two|three|ein(?:e[mnrs]?)?|neue[mnrs]?|weitere[mnrs]?|jüngste[mnrs]?|zwei|drei|нов\\p{L}+|очередн\\p{L}+)\\s(?:[\\p{L}-]+\\s){0,3}");

const NAMED_AFTER: readonly RegExp[] = [
  // "on October 7 attacks", "11. September-Anschläge"
  new RegExp(`^[\\s-](?:${enEvent}|${deEvent}|incident|protest|demonstration|movement)`, "iu"),
  new RegExp(`^에\\s?(?:\\p{L}+\\s){0,2}?${koHappened}\\s(?:\\p{L}+\\s){0,2}?\\p{L}*${koEvent}`, "u"),
  // "6月4日天安門事件", "9月11日同時多発テロ", "9月11日在纽约发生的恐怖袭击", "9月11日に起きたテロ"
  new RegExp(`^(?:(?![在于於])|[在于於]?[\\p{L}]{0,10}?(?:[发發][生动動]|爆[发發])的|に(?:[\\p{L}]{1,8}で)?${jaHappened})(?:[的の\\p{Script=Han}\\p{Script=Katakana}ー]){0,8}?${cnEvent}`, "u"),
  new RegExp(`^,?\\s(?:${enFeast}|${deFeast}|${ruFeast})(?!\\p{L})`, "iu"),
  new RegExp(`^(?:,?\\s?${koFeast}|[，、,]?[的の]?\\s?${cnFeast})`, "u"),
];

/** Days that are known by themselves: month, day, the year that they are of, and words of which one tells that it is meant. */
const KNOWN: readonly (readonly [month: number, day: number, year: number, words: RegExp])[] = [
  [3, 1, 1919, /independence movement|unabhängigkeitsbewegung|독립|만세|獨立|独立/iu],
  [3, 11, 2011, /fukushima|tsunami|earthquake|erdbeben|фукусим|цунами|후쿠시마|대지진|震災|地震|福島|福岛/iu],
  [4, 3, 1948, /jeju|cheju|чеджу|제주|済州|济州|濟州/iu],
  [4, 19, 1960, /revolution|syngman|rhee|이승만|혁명|李承晩|李承晚|революци/iu],
  [5, 8, 1945, /surrender|capitulat|liberat|kapitul|befrei|капитул/iu],
  [5, 9, 1945, /surrender|capitulat|victory|kapitul|капитул|побед/iu],
  [5, 16, 1961, /coup|putsch|park chung|박정희|쿠데타|정변|переворот|朴正熙/iu],
  [5, 18, 1980, /gwangju|kwangju|кванджу|광주|光州/iu],
  [6, 4, 1989, /tiananmen|tian’?anmen|тяньаньм|톈안먼|천안문|天安[门門]|(?<!think )tanks|panzer|танк|坦克|戦車/iu],
  [6, 17, 1953, /aufstand|aufständ|east german|ddr|(?<!\p{L})гдр/iu],
  [6, 22, 1941, /barbaross|soviet union|sowjetunion|hitler|wehrmacht|барбаросс|гитлер|великой отечественной|ソ連|苏联|소련/iu],
  [6, 25, 1950, /korean war|koreakrieg|invaded|invasion|überfiel|38th|38\. breit|корейск\p{L}+ войн|전쟁|남침|38선|战争|戰爭|戦争|三八[线線]/iu],
  [7, 7, 1937, /marco polo bridge|루거우차오|[卢盧蘆]沟桥|[卢盧蘆]溝橋/iu],
  [7, 20, 1944, /hitler|stauffenberg|гитлер|штауффенберг|히틀러|希特勒|ヒトラー/iu],
  [7, 27, 1953, /armistice|cease-?fire|truce|waffenstillstand|перемири|정전|휴전|停[战戰]|休戦/iu],
  [8, 6, 1945, /hiroshima|хиросим|히로시마|広島|广岛|廣島/iu],
  [8, 9, 1945, /nagasaki|нагасак|나가사키|長崎|长崎/iu],
  [8, 15, 1945, /liberat|surrender|colonial|befrei|kapitul|освобо|капитул|해방|광복|항복|光[复復]|解放|投降|降伏|[终終]戦|敗戦/iu],
  [9, 11, 2001, /attack|terror|hijack|twin towers|world trade|qaeda|anschl|entführ|теракт|террор|атак|башн|테러|공격|쌍둥이|알카에다|恐怖|袭击|襲擊|劫机|双子|双塔|テロ|ハイジャック/iu],
  [9, 18, 1931, /mukden|manchuri|мукден|маньчж|만주|满[洲州]|滿洲|満州|柳条湖|事[变變]/iu],
  [10, 1, 1949, /people’?s republic|volksrepublik|народн\p{L}+ республик|중화인민공화국|人民共和国|人民共和國|国庆|國慶|国慶/iu],
  [10, 7, 2023, /hamas|israel|gaza|хамас|израил|하마스|이스라엘|哈[马瑪]斯|以色列|ハマス|イスラエル/iu],
  [10, 26, 1979, /park chung|kim jae|assassinat|박정희|김재규|朴正熙/iu],
  [11, 9, 1989, /mauer|(?<!\p{L})wall(?!\p{L})|берлинск|장벽|柏林[墙牆圍]|ベルリンの壁/iu],
  [12, 3, 2024, /martial law|kriegsrecht|военн\p{L}+ положени|계엄|戒[严厳嚴]/iu],
  [12, 7, 1941, /pearl harbo|п[её]рл|진주만|珍珠港|真珠湾/iu],
  [12, 12, 1979, /chun doo|전두환|쿠데타|군사 ?반란|全斗[焕煥]|粛軍/iu],
  [12, 13, 1937, /nan[jk]ing|нанкин|난징|南京/iu],
];

/** The sentence that words stand in, as far as it is looked at. */
const SENTENCE_BEFORE = /[^.!?。！？]*$/u;
const SENTENCE_AFTER = /^[^.!?。！？]*/u;

/**
 * Is a day named for what happened on it in another year, or for a feast?
 * @param plain the text around it, with white space and digits as ASCII has them
 * @param start of the day, without "on" @param end UTF-16 code units, half-open
 * @param read the day that it would be, since 1970-01-01
 */
export function isNamedDay(plain: string, start: number, end: number, read: number): boolean {
  const date = new Date(read * DAY_MS);
  const known = KNOWN.find(([month, day]) => month === date.getUTCMonth() + 1 && day === date.getUTCDate());
  const [before, after] = [plain.slice(Math.max(0, start - NEAR_BEFORE), start), plain.slice(end, end + NEAR_AFTER)];
  if (known) {
    const [, , year, words] = known;
    const isMeant = words.test(SENTENCE_BEFORE.exec(before)![0]) || words.test(SENTENCE_AFTER.exec(after)![0]);
    if (isMeant) return year !== date.getUTCFullYear();
  }
  if (NAMED_AFTER.some((pattern) => pattern.test(after))) return true;
  return NAMED_BEFORE.some((pattern) => {
    const match = pattern.exec(before);
    return match !== null && !BROUGHT_UP.test(before.slice(0, match.index));
  });
}
