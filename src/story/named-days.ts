/**
 * Days that are names of what once happened on them, or of feasts: "the attacks on 11 September", "9월 11일에 일어난 테러",
 * "10月1日国庆节". Of the year of publication they are by chance alone, and so they are not read as days of it.
 *
 * An event that a text brings up is news, and of that year: "an attack on June 12", "6月12日に事件が起きた".
 */
import { DAY_MS } from "./date-words";
import { isOfKnownYear } from "./known-days";

/** How far before and after a day the words that name it are looked for, in UTF-16 code units. */
const NEAR_BEFORE = 90;
const NEAR_AFTER = 60;

const enEvent = "(?:(?:attack|massacre|uprising|crackdown|bombing|coup|putsch|revolution|revolt|invasion|genocide|assassination|hijacking|pogrom|earthquake|tsunami)(?<many>s)?|mutiny)";
const deEvent = "\\p{L}*(?:(?<many>(?:anschläg|attentat|aufständ|putsch|überfäll|angriff|pogrom)en?|revolutionen)|(?:anschlag|attentat|massaker|aufstand|putsch|überfall|angriff|einmarsch|pogrom|erdbeben|revolution|kapitulation)e?s?)";
const ruEvent = "(?:теракт|атак|нападени|восстани|резн|переворот|путч|мятеж|революци|побоищ|вторжени|погром|землетрясени|капитуляци)\\p{L}{0,3}";
const ruHappened = "(?:произо|случи|состоя|нача|вспыхну|соверш)\\p{L}+\\s";
const koEvent = "(?:테러|사건|사태|참사|항쟁|혁명|전쟁|학살|쿠데타|정변|봉기|의거|민주화|기습|습격|대지진)";
const cnEvent = "(?:事件|事[变變件]|恐[怖袭襲攻]|テロ|[运運][动動]|革命|政[变變]|[惨慘]案|屠[杀殺]|[袭襲][击擊撃]|攻[击擊撃]|起[义義]|暴[动動]|大地震|大震災)";
const koHappened = "(?:일어난|일어났던|발생한|발발한|벌어진|터진|시작된|있었던|감행된|자행된)";
const jaHappened = "(?:起きた|起こった|発生した|勃発した|始まった|あった)";

/** What comes back on its day every year. */
const enFeast = "(?:(?:Independence|Liberation|Victory|Memorial|Remembrance|Constitution|National|Labou?r|Foundation|Armistice|Unity|Republic|Veterans)\\sDay|(?:the\\s)?Day\\sof\\sthe\\s\\p{L}+|Christmas|New\\sYear[’']s)";
const deFeast = "(?:de[mnr]\\s)?(?:\\p{L}*feiertag|Tag\\sde[rs]\\s\\p{L}+|Unabhängigkeitstag|Gedenktag|Weihnacht\\p{L}*|Neujahr\\p{L}*)";
const ruFeast = "(?:в\\s)?(?:д(?:ень|ня|ню|нём)\\s(?:победы|россии|независимости|народного\\sединства|памяти|конституции)|рождеств\\p{L}+)";
const koFeast = "(?:광복절|국경절|삼일절|개천절|현충일|제헌절|한글날|전승절|태양절|광명성절|성탄절|기념일|추모일)";
const cnFeast = "(?:国庆|國慶|(?:光[复復]|青年|[劳勞][动動]|建[军軍党黨]|[儿兒]童|[妇婦]女|太[阳陽])[节節]|元旦|(?:\\p{Script=Han}){0,4}[纪紀記]念日|(?:文化|敬老|体育|春分|秋分|昭和|終戦|敗戦|原爆|防災|成人|慰霊|建国記念|勤労感謝)の日)";

/** Some words after an event, none of them its verb: "the attack [on a bus in Kabul] on". */
const gap = (first: string, verbs: string): string => `(?:\\s(?:${first})(?:\\s(?!(?:${verbs})\\s)[\\p{L}\\d’'-]+){1,6}?)?`;
const ended = (pattern: string): RegExp => new RegExp(`(?<!\\p{L})${pattern}$`, "iu");

const NAMED_BEFORE: readonly RegExp[] = [
  ended(`${enEvent}${gap("against|at|by|in|of|on|that|upon|which", "was|were|is|are|has|had|said")}\\s(?:on|of)\\s(?:the\\s)?`),
  ended(`${deEvent}${gap("auf|de[rs]|gegen|im|in|von", "wird|war|wurden?|hat(?:te)?|ist|sind")}\\s(?:am|vom)\\s`),
  // "The attack happened on June 12" is news; an uprising is known by the day on which it began.
  ended(`${ruEvent}(?:\\s[\\p{L}-]+){0,3}?,\\sкотор\\p{L}+\\s(?:[\\p{L}-]+\\s){0,2}?${ruHappened}`),
  ended(`(?:восстани|революци|мятеж|путч|переворот)\\p{L}{0,3}(?:\\s[\\p{L}-]+){0,4}?\\s${ruHappened}`),
  new RegExp(`(?:(?:항쟁|혁명|전쟁|학살|쿠데타|정변|봉기|의거)[은는]|${koEvent}[이가]?\\s(?:\\p{L}+\\s)?${koHappened})\\s$`, "u"),
  new RegExp(`${cnEvent}(?:[发發]生[在于於]|爆[发發][在于於]|的|が${jaHappened})$`, "u"),
  ended("(?:is|are)\\s(?:\\p{L}+\\s)?(?:celebrated|commemorated|observed)\\son\\s"),
  // "отметил" alone is said of those who remark upon something.
  ended("(?:отмеча\\p{L}*ся|(?:от)?праздн(?:у|ов)\\p{L}+|(?:праздник|день|юбилей|годовщин\\p{L})\\s(?:\\p{L}+\\s){0,2}?отме[чт]\\p{L}+)\\s"),
  ended(`${enFeast},?\\s(?:on\\s)?`),
  ended(`${deFeast},?\\s(?:am\\s)?`),
  new RegExp(`(?:${koFeast}(?:인|이던|이었던)?,?\\s|${cnFeast}(?:[是（(，、]|である)?)$`, "u"),
];
/** Before an event's noun, with few words between: it is not known by its day. */
const BROUGHT_UP = ended("(?:an?|another|new|latest|recent|several|two|three|ein(?:e[mnrs]?)?|neue[mnrs]?|weitere[mnrs]?|jüngste[mnrs]?|zwei|drei|нов\\p{L}+|очередн\\p{L}+)\\s(?:[\\p{L}-]+\\s){0,3}");

/** Before several events: those that the reader knows of. */
const DEFINITE = ended("(?:the|th(?:is|at|ese|ose)|his|her|its|my|our|their|de[mnr]|die|diese[nr]?|sein\\p{L}*|ihr\\p{L}*|\\p{L}+[’']s)\\s(?:[\\p{L}\\d-]+\\s){0,3}");

/** "views on October 7 attacks"; but "On October 7 attacks killed five", where the sentence begins with its day. */
const NOUN_AFTER = new RegExp(`^[\\s-](?:${enEvent}|(?:incident|protest|demonstration|movement)s?)(?!\\p{L})`, "iu");
const BEGINS_SENTENCE = /(?<!\p{L})On\s$/u;

const NAMED_AFTER: readonly RegExp[] = [
  // "11. September-Anschläge"
  new RegExp(`^-${deEvent}(?!\\p{L})`, "iu"),
  new RegExp(`^에\\s?(?:\\p{L}+\\s){0,2}?${koHappened}\\s(?:\\p{L}+\\s){0,2}?\\p{L}*${koEvent}(?!적|기념)`, "u"),
  // "6月4日天安門事件", "9月11日同時多発テロ", "9月11日在纽约发生的恐怖袭击", "9月11日に起きたテロ"
  new RegExp(`^(?:(?![在于於])|[在于於]?[\\p{L}]{0,10}?(?:[发發][生动動]|爆[发發])的|に(?:[\\p{L}]{1,8}で)?${jaHappened})(?:(?![发發][生动動]|[对對遭被])[的の\\p{Script=Han}\\p{Script=Katakana}ー]){0,8}?${cnEvent}(?![员員会會场場家军軍者])`, "u"),
  new RegExp(`^,?\\s(?:${enFeast}|${deFeast}|${ruFeast})(?!\\p{L})`, "iu"),
  new RegExp(`^(?:,?\\s?${koFeast}|[，、,]?[的の]?\\s?${cnFeast})`, "u"),
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
  const [before, after] = [plain.slice(Math.max(0, start - NEAR_BEFORE), start), plain.slice(end, end + NEAR_AFTER)];
  const isOfThisYear = isOfKnownYear(`${SENTENCE_BEFORE.exec(before)![0]}—${SENTENCE_AFTER.exec(after)![0]}`, new Date(read * DAY_MS));
  if (isOfThisYear !== undefined) return !isOfThisYear;
  if (NAMED_AFTER.some((pattern) => pattern.test(after)) || (NOUN_AFTER.test(after) && !BEGINS_SENTENCE.test(before))) return true;
  return NAMED_BEFORE.some((pattern) => {
    const match = pattern.exec(before);
    if (!match) return false;
    const rest = before.slice(0, match.index);
    return !BROUGHT_UP.test(rest) && (match.groups?.["many"] === undefined || DEFINITE.test(rest));
  });
}
