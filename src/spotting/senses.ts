/**
 * What a name stands for where it is used for something else than its entry: "Beijing said", "talks with Moscow",
 * "after Panmunjom". Told from the words beside it, as a reader would; where they do not tell, it means the entry.
 *
 * A capital is a place after "in" and an actor before a verb of saying or deciding (Markert and Nissim, SemEval-2007
 * task 8, "Metonymy resolution", find the grammatical role to be what tells most). Roles are read off the nearest
 * words, without parsing.
 */
import type { Sense, SenseUse } from "../packs/model";
import { foldName } from "../packs/names";

/** Code units on either side that are looked at: four or five words. */
const WINDOW = 48;

/**
 * Which of the senses a name has where it stands; null where it means its entry.
 * @param start offsets of the name into the text in UTF-16 code units, half-open
 * @param senses those of the entry (`Entry.standsFor`); of two of one use, the first counts
 */
export function senseAt(text: string, start: number, end: number, senses: readonly Sense[]): number | null {
  const own = senses.some(({ names }) => names) ? foldName(text.slice(start, end)) : "";
  const actor = firstOf("actor", senses, own);
  const event = firstOf("event", senses, own);
  if (actor < 0 && event < 0) return null;
  const before = plainSpaces(text.slice(Math.max(0, start - WINDOW), start));
  const after = plainSpaces(text.slice(end, end + WINDOW));
  if (event >= 0 && isEvent(before, after)) return event;
  return actor >= 0 && isActor(before, after) ? actor : null;
}

/** The first sense of a use that the name has; -1 where there is none. */
function firstOf(use: SenseUse, senses: readonly Sense[], name: string): number {
  return senses.findIndex((sense) => sense.use === use && (!sense.names || sense.names.some((each) => foldName(each) === name)));
}

/** Line ends and no-break spaces are spaces. */
function plainSpaces(text: string): string {
  return ODD_SPACE.test(text) ? text.replace(/\s/g, " ") : text;
}

const ODD_SPACE = /[^\S ]/;

function isEvent(before: string, after: string): boolean {
  return EVENT_BEFORE.has(lastWord(before)) || EVENT_AFTER.test(after);
}

function isActor(before: string, after: string): boolean {
  const abroad = isForeign(before.at(-1)) || isForeign(before.at(-2)) || isForeign(after[0]) || isForeign(after[1]);
  if (abroad && ACTOR_ELSEWHERE.some(([left, right]) => left.test(before) && right.test(after))) return true;
  if (isDateline(before) && DATELINE_AFTER.test(after)) return false;
  const possessive = POSSESSIVE.exec(after);
  if (possessive) return !PLACE_NOUN.test(after.slice(possessive[0].length));
  // "an angry reaction in Beijing, which called on …"
  if (after.startsWith(", which ") && acts(after)) return true;
  const plain = withoutPartner(before);
  const word = lastWord(plain);
  const rules = BEFORE.get(word);
  if (rules) {
    const left = wordsBefore(plain.slice(0, -word.length - 1));
    for (const [fits, actor] of rules) if (!fits || fits.test(left)) return actor;
  }
  return acts(after);
}

/** Is the character one of a script that `ACTOR_ELSEWHERE` knows? */
function isForeign(character: string | undefined): boolean {
  return character !== undefined && ((character >= "\u0370" && character < "\u2000") || character >= "\u2e80");
}

/** The word that ends with the space at the end of a text, in small letters; empty where there is none. */
function lastWord(text: string): string {
  if (!text.endsWith(" ")) return "";
  const end = text.length - 1;
  let start = end;
  while (start > 0 && isWordUnit(text.charCodeAt(start - 1))) start--;
  return text.slice(start, end).toLowerCase();
}

/** The last two words of a text that ends with a space, in small letters: no more is worth searching. */
function wordsBefore(text: string): string {
  const last = lastWord(text);
  const before = last === "" ? "" : lastWord(text.slice(0, -last.length - 1));
  return before === "" ? last : `${before} ${last}`;
}

/** As `\w` has it. */
function isWordUnit(unit: number): boolean {
  return ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || unit === 0x5f;
}

/** What stands before a name without the others that are named with it, and without an article. */
function withoutPartner(before: string): string {
  const word = lastWord(before);
  const joining = word === "the" ? lastWord(before.slice(0, -"the ".length)) : word;
  const joined = joining === "and" || joining === "or" ? before.replace(PARTNER_BEFORE, "") : before;
  return MODIFIERS.has(lastWord(joined)) ? joined.replace(MODIFIER, "") : joined;
}

/** Does a verb follow of whoever speaks, decides or wants? */
function acts(after: string): boolean {
  if (!after.startsWith(" ") && !after.startsWith(",")) return false;
  const verb = after.replace(PARTNER, "").replace(ADVERBS, " ");
  const word = FIRST_WORD.exec(verb)?.[1];
  if (word === undefined) return false;
  if (ACTS.has(word) && !BEEN.test(verb)) return true;
  return (word.endsWith("ed") && ACTED.test(verb)) || (BEING.has(word) && IS.test(verb));
}

const list = (words: string) => words.trim().split(/\s+/);
const words = (alternatives: string) => list(alternatives).join("|");

/** Does the name begin its text, or a part of it? */
function isDateline(before: string): boolean {
  const mark = before.trimEnd().at(-1);
  return before === "" || mark === "•" || mark === "|";
}

const DATELINE_AFTER = /^(?:,? \(|,? \d|\s?[—–]| -|,? \p{Lu}\p{L}+\.? \d|, \p{Lu}\p{L}+ (?:\(|[—–-]))/u;

const POSSESSIVE = /^['’]s? /;

/** What a city has and a government has not. A capital after a possessive is mostly a part of the city. */
const PLACE_NOUN = new RegExp(
  String.raw`^(?:\p{Lu}|(?:\p{L}+ )?(?:${words(`
    streets? squares? suburbs? outskirts districts? neighbou?rhoods? airports? stations? subways? metro roads? skyline
    residents? citizens inhabitants population people mayor markets? hotels? restaurants? museums? universit(?:y|ies)
    schools? hospitals? parks? buildings? architecture air smog weather climate winters? summers? traffic bridges?
    shops? stadiums? gates? walls? temples? palaces? cent(?:re|er) downtown cemeter(?:y|ies) monuments? statues?
    embass(?:y|ies) prisons? rivers? cit(?:y|ies) nightlife`)})\b)`,
  "u",
);

/** What people do with a government but hardly with a city, up to the preposition. */
const DEALINGS = words(`
  support backing pressure outcry threats? distance help aid assistance independence orders instructions criticism
  warnings? signals? messages? letters? responses? reactions? permission approval protests? objections? pledges? promises?
  concessions? guarantees? answers? appeals? loyal(?:ty)? allegiance closer? response telegrams? cables? notes? demands? proposals?
  offers? overtures? sanctions challenges? recognition invitations? money weapons arms fuel oil food delivered gave gives
  important hostile friendly sympathetic opposed subservient according complain(?:ed|s)? appealed turned
`);
/** Of journeys: "flew to", "the road from". */
const ROAD = words(`
  between trains? flights? roads? routes? railways? railroads? line halfway distance travel(?:led|ed|s)? journeys? shuttl(?:ed|ing)
`);

/** Verbs that want somebody to act or to feel, without what their forms end in: "isolate Peking", "asking Moscow". */
const STEMS = `
  isolat requir challeng provid pressur persuad convinc urg press push warn accus blam critici[sz] condemn punish
  reassur appeas confront defy defie defi ask tell told inform consult deter provok anger annoy irritat alienat
  embarrass suppl arm allow forc oblig compel trust threaten support back assur brief notif invit pledg remind
  restrain antagoni[sz] sideline sidelin bypass court wo engag contain oppos satisf mollif placat involv
`;
const ENDINGS = ["", "e", "es", "s", "ed", "d", "ing", "ting", "ied", "ies", "y"];
const URGING = list(STEMS)
  .flatMap((stem) => (stem.endsWith("[sz]") ? [stem.replace("[sz]", "s"), stem.replace("[sz]", "z")] : [stem]))
  .flatMap((stem) => ENDINGS.map((ending) => stem + ending));

/** What the two words before that have to be, where it does not tell enough; and whether the name acts then. */
type Before = readonly [left: RegExp | null, actor: boolean];

/** What stands right before the name and settles whether it acts, by its last word: the first that fits. */
const BEFORE: ReadonlyMap<string, readonly Before[]> = byLastWord([
  [list(`
    in at near inside outside around across throughout through into via within beyond
    left leave leaves leaving reach reached enter entered visit visits visited visiting toured tour captured capture
    took occupied occupy bombed liberated retook evacuated
  `), null, false],
  [["to", "from"], new RegExp(String.raw`\b(?:${DEALINGS})(?: [a-z]+ed)?$`), true],
  [["to", "from", "of"], null, false],
  [["for"], /\b(?:left|leaves?|leaving|bound|headed|departed|departs?|set out|set off|train|flight)$/, false],
  [["between", "with"], new RegExp(String.raw`\b(?:${ROAD})(?: [a-z]+)?$`), false],
  [["between", "with", "by", "for", "against"], null, true],
  [["on", "upon"], /\b(?:pressur[a-z]*|press[a-z]*|sanctions?|easy|hard|tough|hawks|policy|influence|lever[a-z]*|relian[a-z]*|rel(?:y|ies|ied|ying)|depend[a-z]*|lean[a-z]*|count[a-z]*|call(?:s|ed|ing)?|prevail[a-z]*|blame[a-z]*|imposed?|line|position)$/, true],
  [["toward", "towards"], /\b(?:polic(?:y|ies)|attitudes?|stance|approach|hostil[a-z]*|overtures?|gestures?|tilt[a-z]*|position)$/, true],
  [["about", "over"], /\b(?:frustrat[a-z]+|anger|angry|concern[a-z]*|worr[a-z]+|impatien[a-z]+|furious|fears?)$/, true],
  [URGING, null, true],
  [list(`
    sought seek seeks keep keeps keeping kept have has had having make makes made making let lets letting give gives gave
    giving help helps helped helping
  `), null, true],
]);

function byLastWord(rules: readonly (readonly [words: readonly string[], left: RegExp | null, actor: boolean])[]): Map<string, Before[]> {
  const byWord = new Map<string, Before[]>();
  for (const [ends, left, actor] of rules) {
    for (const word of ends) byWord.set(word, [...(byWord.get(word) ?? []), [left, actor]]);
  }
  return byWord;
}

const MODIFIERS: ReadonlySet<string> = new Set(["the", "both", "even", "now"]);
const MODIFIER = /\b(?:the|both|even|and now) $/i;

/** "Moscow and Beijing intervened", "Washington, Seoul and Tokyo agreed": the verb is behind the others. */
const PARTNER = /^(?:,? (?:and|or) (?:the )?\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?|, \p{Lu}\p{L}+,? and \p{Lu}\p{L}+)(?= \p{Ll})/u;
/** "in both Moscow and …", "between Washington and …": what stands before the others holds for the name too. */
const PARTNER_BEFORE = /(?<= )(?:both )?(?:the )?\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?(?:, \p{Lu}\p{L}+)*,? (?:and|or) (?:the )?$/u;
const ADVERBS = /^ (?:(?:also|now|still|never|long|soon|even|once|then|thus|again|itself|alone|always|quite|\p{Ll}+ly),? )/u;

/** The first word after the name, behind "which" or "who". */
const FIRST_WORD = /^,?(?: which| who)? (\w+)/;
/** "has been" says of whom it is said no more than that something was done. */
const BEEN = /^,?(?: which| who)? \w+ been\b/;

/** What follows the name where somebody speaks, decides or wants. */
const ACTS: ReadonlySet<string> = new Set(
  list(`
    says? said wants? needs? sees? saw seeks? sought fears? hopes? thinks? thought knows? knew believes? insists? claims?
    argues? demands? rejects? refuses? denies warns? urges? accuses? threatens? announces? agrees? considers? regards?
    supports? backs? opposes? decides? offers? gives? gave takes? took makes? made keeps? kept holds? held began begins
    tells? told calls? put puts sent sends let lets chose chooses won wins fights fought sets? tries tried plans? intends?
    expects? worries blames? views? treats? hit hits cut cuts withdrew withdraws broke breaks drew draws came gets got
    will would could can must may might should did does do has had have cannot didn won doesn responds? replies
    appears? seems? remains? stands? stood acts? plays? pays? paid maintains? provides? supplies understands? understood
    preoccupied determined onboard aboard
  `).flatMap((word) => (word.endsWith("s?") ? [word.slice(0, -2), word.slice(0, -1)] : [word])),
);
/** "considered" but not "located in", "covered by". */
const ACTED = /^,?(?: which)? \p{Ll}{3,}ed\b(?! (?:by|in|at|with|off)\b)/u;
/** "was plotting", "is unlikely to" */
const BEING: ReadonlySet<string> = new Set(["is", "was", "were", "are", "has", "had"]);
const IS = new RegExp(
  String.raw`^,?(?: which)? (?:is|was|were|are|has been|had been) (?:(?:not|also|now|still|already|quite|just|\p{Ll}+ly) )*(?:\p{Ll}+ing\b|${words(`
    willing unwilling ready unlikely likely prepared determined keen eager concerned worried reluctant right wrong able
    unable expected committed opposed angry furious afraid unhappy happy wary anxious convinced aware responsible
    unsure certain sure dissatisfied satisfied alarmed frustrated isolated inclined
  `)})\b`,
  "u",
);

const EVENT_BEFORE: ReadonlySet<string> = new Set(["since", "after", "before", "following"]);
const EVENT_AFTER = /^ (?:talks|negotiations|broke down|collapsed|dragged|stalled|deadlock)\b/;

/** Pairs of what stands before and behind in other languages, where it is sure enough. */
const ACTOR_ELSEWHERE: readonly (readonly [RegExp, RegExp])[] = [
  // Korean: "평양 측", "베이징은 … 밝혔다", "모스크바의 지지", "평양과의 대화".
  [/$/, /^(?: ?측|(?:은|는|이|가)[ ,][^.。]*(?:밝혔|밝힌|주장|거부|요구|비난|반발|원하|원한|경고|강조|촉구|동의|결정|우려|합의))/],
  [/$/, /^(?:의 (?:입장|결정|지지|요구|태도|정책|의도|압박|승인|반응|주장)|(?:과|와)의 (?:관계|대화|협상|회담|갈등|동맹))/],
  // Chinese: "北京方面", "北京认为", "北京的立场", "与莫斯科的关系".
  [/$/, /^(?:方面|当局|當局|政府|(?:则|則|也|还|還|已|曾|不|将|將|会|會|对此|對此)*(?:认为|認為|表示|宣布|宣佈|要求|拒绝|拒絕|决定|決定|希望|同意|反对|反對|警告|坚持|堅持|主张|主張|担心|擔心|指责|指責|呼吁|呼籲|强调|強調|愿意|願意|支持))/],
  [/$/, /^的(?:立场|立場|决定|決定|态度|態度|支持|政策|要求|反应|反應|压力|壓力)/],
  [/[与與同和跟]$/, /^的?(?:关系|關係|谈判|談判|对话|對話|会谈|會談|同盟)/],
  // Russian: "Пекин заявил", "переговоры с Пхеньяном", "давление на Пекин", "позиция Москвы".
  [/(?:^|[^\p{L}])(?!(?:в|из|под|через) )$/iu, /^ (?:заяв|счита|отказа|требу|потребова|обвин|намер|готов|призв|поддерж|реши|хоч|хотел|согласи|опаса|предупре|наста|отверг|выступ)/i],
  [/(?:отношени\p{L}*|переговор\p{L}*|диалог\p{L}*|союз\p{L}*|связ\p{L}*|сотрудничеств\p{L}*) с $/iu, /^/],
  [/(?:давлени\p{L}*|влияни\p{L}*) на $/iu, /^/],
  [/(?:позици|решени|реакци|поддержк|политик|требовани)\p{L}* $/iu, /^(?!\p{L})/u],
];
