/**
 * Days that are known all over the world by themselves, each with its year: "On June 4 the troops entered Tiananmen
 * Square" needs no other word to be of 1989. What is in the news on any day ("a coup", "ceasefire", "Israel") tells of
 * none of them unless it stands with another word of that event.
 */

/**
 * Words of alphabets, which stand between other letters than their own; `*` stands for the rest of a word.
 * @param signs Korean, Chinese, and Japanese ones, which stand anywhere
 */
function words(spelled: string, signs = ""): string {
  const bounded = `(?<!\\p{L})(?:${spelled.replaceAll("*", "\\p{L}*")})(?!\\p{L})`;
  return signs ? `${bounded}|${signs}` : bounded;
}
/** One of each in the sentence, in any order. */
const both = (one: string, other: string): string => `^(?=.*?(?:${one}))(?=.*?(?:${other}))`;

const bombed = words("atomic bomb*|atom bomb*|a-bomb*|bombed|bombing|dropped|destroyed|atombomb*|abgeworfen|атомн* бомб*|бомбардировк*|сброс*|сброш*", "원폭|원자폭탄|핵폭탄|투하|原爆|原子[弾彈弹]|投下");
const surrendered = words("surrender*|capitulat*|kapitul*|liberated|befreit*|капитул*|освободил*|освобожд*", "항복|投降|降伏|解放(?![军軍区區路日])");
const nazis = words("nazi|nazis|nazi-*|germany|german|germans|wehrmacht|deutsche*|deutschland*|europa*|europe|европ*|герман*|нацист*|рейх*");
const japanese = words("korea*|japan*|коре*|япон*", "일본|일왕|일제|천황|日本|日[军軍]|天皇|[无無][条條]件|朝[鲜鮮]|[韩韓][国國]|祖[国國]");
const inKorea = words("korea*|коре*", "한국|조선|북한|판문점|朝[鲜鮮]|[韩韓]|板[门門]店");
const invaded = words("invad*|invasion|attack*|überf*|angriff|griff|griffen|angegriffen|напал*|вторг*", "침공|침략|侵攻|[进進]攻|入侵|攻[击擊撃]");
const rose = words("aufst[aä]nd*|uprising*|revolt*|rebel*|massacre*|guerrilla*|strikes|streik*|panzer*|tanks|demonstr*|восстан*|забастовк*", "봉기|무장대|항쟁|학살|蜂起|起[义義]|虐[杀殺]|武[装裝]");
const troops = words("troops|soldiers|paratroop*|martial law|uprising*|massacre*|soldaten|aufst[aä]nd*|восстан*", "계엄|공수부대|진압|항쟁|학살|봉기|戒[严厳嚴]|蜂起|虐[杀殺]|起[义義]");
const raided = words(
  "attack*|cross*|massacre*|kill*|storm*|invad*|hostage*|murder*|kidnap*|abduct*|überf*|angriff*|griff*|massaker*|ermord*|entführ*|geisel*|напа*|атак*|вторг*|уби*|заложни*",
  "공격|기습|습격|침입|납치|인질|[袭襲][击擊撃]|攻[击擊撃]|突[袭襲]|人[质質]|越境",
);
const wasFounded = words("founded|founding|proclaim*|establishment|gegründet|gründung|ausgerufen|провозгла*|основан*|образован*", "수립|건국|선포|成立|建立|建[国國]|宣[布告]");
const declared = words("declar*|impos*|proclaim*|verhäng*|ausgerufen|rief|erklärt*|ввёл|ввел|введ*|объяв*", "선포|선언|宣[布告言]|布告|[发發]布|発令");
const killed = words("assassin*|bomb*|plot*|kill*|shot|attentat*|erschoss*|покушени*|убил*|убит*", "암살|시해|저격|총|暗[杀殺]|刺[杀殺]|射[杀殺]|炸[弹彈]");
const taken = words("massacre*|massaker*|fell|fiel|captured|occupied|japanese troops|erobert*|резн*|захват*|взя*", "대학살|학살|점령|함락|陷落|陥落|屠[杀殺]|虐[杀殺]|占[领領]|攻占");

type KnownDay = readonly [month: number, day: number, year: number, told: RegExp];
const known = (month: number, day: number, year: number, ...told: readonly string[]): KnownDay => [month, day, year, new RegExp(told.join("|"), "iu")];

/** Month, day, the year that they are of, and what of its sentence tells that it is meant. */
const KNOWN: readonly KnownDay[] = [
  known(3, 1, 1919, words("korean? independence|korea[’']s independence|koreanische* unabhängigkeit*", "독립\\s?(?:운동(?!가)|만세|선언)|만세\\s?(?:운동|시위)|[獨独]立(?:[运運][动動](?!家)|宣言)")),
  known(3, 11, 2011, words("fukushima*|tsunami*|great east japan|t[oō]hoku|фукусим*|цунами", "쓰나미|후쿠시마|동일본|大震災|福島|福岛|津波|海[啸嘯]")),
  known(4, 3, 1948, both(rose, words("jeju|cheju|чеджу", "제주|[済济濟]州"))),
  known(4, 19, 1960, words("student revolution|april revolution|syngman|rhee|апрельск* революци*", "이승만|4월\\s?혁명|학생\\s?혁명|(?<!\\p{L})혁명이(?!\\p{L})|李承[晩晚]")),
  known(5, 8, 1945, both(surrendered, nazis)),
  known(5, 9, 1945, both(surrendered, nazis)),
  known(5, 16, 1961, words("park chung", "박정희|쿠데타|군사\\s?정변|朴正熙"), both(words("coup|putsch|junta|переворот*"), words("korea*|südkorea*|seoul|коре*|южнокоре*|сеул*"))),
  known(5, 18, 1980, both(troops, words("gwangju|kwangju|кванджу", "광주|光州"))),
  known(6, 4, 1989, words("tiananmen|tian[’']anmen|тяньаньм*", "톈안먼|천안문|天安[门門]"), both(words("(?<!think )tanks|panzer|troops|танки", "탱크|坦克|戦車"), words("beijing*|peking*|students|пекин*", "베이징|北京|学生|學生"))),
  known(6, 17, 1953, words("arbeiteraufst*|volksaufst*"), both(rose, words("east german*|east berlin*|ost-?berlin*|ostdeutsch*|ddr|гдр|восточн* берлин*"))),
  known(6, 22, 1941, words("barbaross*|барбаросс*|великая отечественная"), both(invaded, words("soviet union|soviets|ussr|sowjetunion|ссср", "소련|ソ連|苏联|蘇聯"))),
  known(6, 25, 1950, words("korean war|koreakrieg*|корейск* войн*|38th parallel|38\\. breit*", "한국\\s?전쟁|조선\\s?전쟁|6·25|남침|38선|[韩韓朝][国國鲜鮮][战戰戦][争爭]|三八[线線]"), both(invaded, inKorea)),
  known(7, 7, 1937, words("marco polo bridge", "루거우차오|[卢盧蘆][沟溝][桥橋]")),
  known(7, 20, 1944, words("stauffenberg*|штауффенберг*"), both(killed, words("hitler*|гитлер*", "히틀러|希特勒|ヒトラー"))),
  known(7, 27, 1953, "정전\\s?협정", both(inKorea, words("armistice*|cease-?fire*|truce*|waffenstillstand*|перемири*", "휴전|停[战戰]|休[戦戰战]"))),
  known(8, 6, 1945, both(bombed, words("hiroshima*|хиросим*", "히로시마|広島|广岛|廣島"))),
  known(8, 9, 1945, both(bombed, words("nagasaki*|нагасак*", "나가사키|長崎|长崎"))),
  known(8, 15, 1945, both(surrendered, japanese), "(?<!\\p{L})해방(?!군|전쟁|구|신문)|(?<!\\p{L})광복(?!절|군|회|로)|光[复復](?![节節路会會])|[终終][戦战戰](?!の日|[記紀纪]念)"),
  known(9, 11, 2001, words("terrorists|terroristen|hijack*|twin towers|world trade cent*|qaeda|террористы|башни-близнецы|всемирн* торгов*", "테러(?=[범가를])|쌍둥이\\s?빌딩|알카에다|恐怖分子|劫机|劫機|双子塔|双塔|テロ(?=リスト|[がでに])|ハイジャック")),
  known(9, 18, 1931, words("mukden*|manchuri*|мукден*|маньчж*", "(?<!\\p{L})만주|满[洲州]|滿洲|満[洲州]|柳[条條]湖|九一八")),
  known(10, 1, 1949, both(wasFounded, words("people[’']s republic|volksrepublik|народн* республик*", "중화인민공화국|人民共和[国國]"))),
  known(10, 7, 2023, both(raided, words("hamas|into israel|хамас*", "하마스|哈[马瑪]斯|ハマス")), both("이후|기습|以[来來後降]|爆[发發]|[冲衝]突|突[袭襲]|奇[袭襲]", "이스라엘|以色列|イスラエル")),
  known(10, 26, 1979, words("park chung", "박정희|朴正熙"), both(killed, words("kim jae", "김재규|金載圭|金载圭"))),
  known(11, 9, 1989, words("berlin wall|fall of the wall|the wall (?:fell|came down|opened|was opened)|berliner mauer|mauerfall*|maueröffnung|(?:fiel|öffn*) die mauer|die mauer (?:fiel|geöffnet)|берлинск* стен*", "베를린\\s?장벽|柏林[墙牆圍]|ベルリンの壁")),
  known(12, 3, 2024, both(declared, words("martial law|kriegsrecht|военн* положени*", "계엄|戒[严厳嚴]"))),
  known(12, 7, 1941, words("pearl harbou?r|п[её]рл[- ]харбор*", "진주만|珍珠港|真珠湾")),
  known(12, 12, 1979, words("chun doo", "전두환|쿠데타|군사\\s?반란|全斗[焕煥]|粛軍")),
  known(12, 13, 1937, both(taken, words("nan[jk]ing|нанкин*", "난징|南京"))),
];

/** What is held on such a day every year is news. */
const HELD = /(?<!\p{L})(?:ceremon(?:y|ies)|wreaths?|vigils?|paid tribute|gedenk(?:feier|stunde|veranstaltung)\p{L}*|gedachten?|kränze?|kranz|возлож\p{L}+|церемони\p{L}+)(?!\p{L})|기념식|추[념도모]식|추모|헌화|참전|[纪紀]念活[动動]|公祭|追悼|慰霊|式典/iu;

/**
 * Is a day that is known by itself, where its sentence tells that it is meant, of the year that it is read as?
 * @param sentence what stands before it and after it in its sentence @param read the day, of the year in question
 * @returns undefined where nothing tells that it is meant
 */
export function isOfKnownYear(sentence: string, read: Date): boolean | undefined {
  const day = KNOWN.find(([ofMonth, ofDay]) => ofMonth === read.getUTCMonth() + 1 && ofDay === read.getUTCDate());
  if (!day || !day[3].test(sentence) || HELD.test(sentence)) return undefined;
  return day[2] === read.getUTCFullYear();
}
