/**
 * Lists of words that tell a name from its surroundings. They are looked up by token hash, so that case, accents and
 * full-width letters are folded as everywhere.
 */
import { tokenise, Tokens } from "./tokens";

/** Hashes of the words in a list that is separated by white space. */
export function wordSet(words: string): ReadonlySet<number> {
  const tokens = new Tokens();
  tokenise(words, tokens);
  return new Set(tokens.hash.subarray(0, tokens.count));
}

/**
 * Words that stand before a person's name and say what he or she is; also the first half of those that have two
 * ("Foreign Minister"). English, then French, German, Spanish and Russian.
 */
export const TITLE_WORDS = wordSet(`
  president premier chairman chairwoman chairperson chair chief leader ruler dictator secretary minister prime foreign
  defence defense vice deputy acting first general marshal generalissimo admiral colonel captain major lieutenant
  commander commissar comrade cde ambassador envoy delegate representative spokesman spokeswoman spokesperson
  director adviser advisor aide senator congressman congresswoman governor mayor judge justice chancellor king queen
  emperor empress prince princess tsar czar pope cardinal bishop archbishop reverend father brother sister uncle aunt
  son daughter wife husband widow mother mr mrs ms miss dr professor sir lord lady dame economist historian scholar
  analyst journalist author writer poet politician strongman founder successor heir former late
  elect ex respected dear beloved great supreme elder younger young old junior senior gen maj col capt lt adm
  sen rep gov prof rev hon amb sec pres brig
  le la monsieur madame général maréchal président ministre secrétaire
  präsident general minister kanzler herr frau vorsitzender
  presidente ministro mariscal señor señora
  президент премьер председатель вождь секретарь министр маршал генерал адмирал полковник капитан товарищ тов посол
  глава лидер господин президента премьера председателя вождя секретаря министра маршала генерала товарища посла главы
  лидера президенту председателю президентом председателем товарищем
`);

/** The parts of a title that say nothing about which office it is. */
export const VAGUE_TITLE_WORDS = wordSet(`
  chief vice deputy acting first former late great dear beloved respected supreme elder younger young old junior senior
  mr mrs ms miss dr sir ex foreign prime comrade cde le la leader ruler dictator father son лидер господин тов товарищ
`);

/** Titles that only women have. */
export const FEMALE_TITLES = wordSet(`
  mrs ms miss madame lady dame queen empress princess mother aunt sister daughter wife widow chairwoman congresswoman
  spokeswoman señora
`);

/** Titles that only men have. */
export const MALE_TITLES = wordSet(`
  mr sir lord king emperor prince tsar czar pope father brother son uncle husband congressman monsieur señor herr
`);

/** Words of a people or a place, which stand before titles and names without being part of either. */
export const ADJECTIVES = wordSet(`
  soviet russian chinese korean japanese american british english french german vietnamese mongolian polish hungarian
  czech czechoslovak romanian rumanian bulgarian yugoslav albanian cuban indian indonesian pakistani israeli iranian iraqi
  ukrainian australian canadian italian spanish european asian african western eastern northern southern communist
  nationalist maoist stalinist leninist marxist socialist imperial nazi fascist tsarist red mainland modern ancient
  colonial postwar wartime republican democratic us uk un
`);

/** Words that are written with a capital only where a sentence or a headline begins. */
export const FUNCTION_WORDS = wordSet(`
  a an the this that these those and or but nor so yet for of in on at by to from with without within into onto over under
  after before since until till during between among amid against about above below across along around behind beyond
  despite except like unlike near off out outside inside past per plus through throughout toward towards up upon via
  as if when whenever while where wherever whereas why how what which who whom whose whether because although though
  unless once than then thus therefore hence however moreover furthermore meanwhile nevertheless nonetheless otherwise
  instead indeed perhaps maybe also even still just only already again ever never not no yes now today tomorrow yesterday
  here there all any both each either every few many more most much neither none other others own same several some such
  i you he she it we they me him her us them my your his its our their mine yours hers ours theirs one two three four
  is are was were be been being am do does did done has have had can could may might must shall should will would
  let make made get got said says say according given including regarding concerning following compared thanks back
  when will did does had has after asked told later earlier soon recently finally eventually suddenly overnight
  les des une dans pour avec mais der die das und im am von zu mit ein eine el los las del con por para
  и в на с из за по к от до о об но а что как это для при не
`);

export const MONTHS_AND_DAYS = wordSet(`
  january february march april may june july august september october november december jan feb mar apr jun jul aug sept
  sep oct nov dec monday tuesday wednesday thursday friday saturday sunday
`);

/** With a capital and after a name they make a longer name: "Kim Il Sung University", "China Daily". */
export const NAME_HEADS = wordSet(`
  daily times post news herald tribune press journal review gazette telegraph radio television broadcasting
  bank airlines airways air railway railways telecom mobile petroleum steel motors electric electronics
  university college school institute institution academy library museum archive archives foundation center centre
  prize award medal order scholarship fellowship memorial monument mausoleum tomb palace tower hall house stadium arena
  square street avenue road boulevard bridge airport station port harbor harbour hospital hotel theatre theater park
  sea ocean bay gulf strait straits river lake island islands mountain mountains valley canal peninsula
  doctrine thought theory line plan declaration accord agreement treaty pact protocol commission committee council
  conference summit congress forum festival games olympics cup expo league association society club union federation
  army navy division corps brigade regiment fleet battalion company corporation group holdings inc ltd
  associates partners administration family dynasty cult museum street desk era syndrome bureau office department ministry embassy consulate
  government senate treasury court assembly parliament
  incident massacre uprising rebellion revolution war campaign movement crisis affair protests
`);

/** In lower case too, these make something else of a person's name before them: "the Trump administration", "a Mao suit". */
export const HOUSEHOLDS = wordSet("administration administrations family families dynasty clan doctrine suit suits jacket jackets collar");

/** With a capital and before a name they make a longer one: "South China", "Radio Beijing", "Bank of China". */
export const NAME_FORMERS = wordSet(`
  south north east west southeast northeast southwest northwest central upper lower inner outer greater new old free
  radio air bank voice port fort mount mt lake cape saint san santa los las el royal national federal state inter trans
  pan indo anglo franco sino russo latin operation camp hotel university institute academy sea gulf bay strait straits
  northern southern eastern western team miss little big
`);

/** Before "of" they belong to no longer name: "the President of China". */
export const PLAIN_BEFORE_OF = wordSet(`
  government people peoples state states republic kingdom city capital province north south east west leader leaders
  foreign ministry minister history territory leadership army map part parts side rest end start invasion occupation
  division conquest liberation defence defense recognition rise fall members
`);

/** Before "of" they make a longer name: "Battle of Britain", "Voice of America". */
export const HEADS_BEFORE_OF = wordSet(`
  battle siege voice church isle isles duke duchess earl count baron knight order peace statue merchant wizard spirit heart
  rock lion bishop diocese archdiocese taste miss house gate horn cape bank sack fall rape pride star made out
  history story tale king queen veterans friends sons daughters students workers citizens
`);

/**
 * Surnames and given names that so many people bear that standing alone they hardly say whom they mean.
 */
export const COMMON_SURNAMES = wordSet(`
  kim lee li ri yi pak park bak choe choi chung jung chong jong cho jo kang gang yun yoon jang chang chan im lim han oh
  an ahn seo suh so shin sin kwon hwang song son hong yang bae paek baek nam ryu yu yoo no roh moon mun
  wang zhang chen liu huang zhao wu zhou xu sun zhu hu guo he lin ma luo deng peng xie chiang chou chu
  sato suzuki tanaka abe ito smith johnson brown jones davis miller wilson taylor clark lewis walker hall young king
  ford bush carter clinton rice nixon jackson martin thompson white harris green adams baker
  john james robert michael william david richard thomas george paul mark peter mary maria anna ivan ivanov
`);

/**
 * Words of everyday English that are names or acronyms as well. Written at the start of a sentence they look like
 * one; a name that is spelt like one needs a reason.
 */
export const ORDINARY_WORDS = wordSet(`
  a about above act acts action admin administration after again age agency agreement ahead aid aids air all allies also am an
  and any april are army art as ask assembly at august authority away back bad ban band bank bar base bay be bear bed before
  best better big bill bit black block blue board body book border both box break bridge brother brown bush business but
  buy by call camp can cap capital car care cash cat cause center centre central century chance change charge check child
  chief church city class clear close club coast cold college come commission committee communist company conference
  congress control cook cool corner council country court cover cross cup cut dare dark date dawn day days dead deal dear
  death deep department did dig dim district do does dog done door down draft drive drop due ear early earth east eastern
  easy economy eight embassy end enough era even evening event ever every evil eye face fact fair faith fall family far
  farm fast fat father fear federation few field fight fire first fish five flag fleet flow fly fog food foot for force
  forces foreign forest fork fort forward four fox free friend from front full fund game gap gas gate general gentle get
  gift girl give go god gold good government grand grant great green ground group guard gulf gun had half hall hand hard
  has hat have he head heart heat held help her here high hill him his hit hold hole home hook hope hot house how hub hunt
  ice idea if ill in inn into iron is island it its jet job join joint just keep key kid kind king knight lab labor labour
  lack lake lamb land large last late law lay lead leader league left less let liberation life light like line lion list
  little live lock long look lost lot love low lower luck mad main make man many march mark market mars mass may me mean
  media meet mercy mid might military mill mind mine minister ministry mission model moon more most mother mount mouth
  move much must name nation national navy near new news next nice night nine no noble none noon north northern nose not
  now oak of off office oh oil old on once one only open opera or order our out over own pace pack page pain palace pan
  paper parade park parliament part partner party past path peace peak peninsula people per pin pine place plan play
  please point pole police pool poor port post power press prime prize province pull push quick race radio rain ran rank
  rat reach read ready real red reform regime region republic resolution rest revolution rice rich ride right ring rise
  river road rock role room rose round route rule run safe said salt same sand save say school sea season second secretary
  see self senate seven shall she ship shop short side sign silk silver since sit six sky small so soft sole some son
  song soon south southern space spring square stable staff stage stand star start state station steel step still stone
  stop store storm story strait strand street strong such summer summit sun sure swan table take talk talks tan task team
  ten tent term test than the them then there they thing think this three tie time to today told too top tower town
  trade train treaty tree trip troops true truth try turn twelve two un under union unit up upper us use very victory
  view village voice wall war warm was watch water way we week well went west western what when where white who why wide
  will wind window wing winter wise with within wolf wood word work world worth yard year yes young your youth zero zone
  january february june july september october november december monday tuesday wednesday thursday friday saturday sunday
  ad ai ap apt cia era ira it mad map nasa nato old par pas pip pit sad sap sat sea seed sir ski spa tap tip una vie vip
  start salt shield lance patriot javelin trident minuteman
`);

/** Before the name of a ship, which is that of a person or place. */
export const SHIPS = wordSet("uss hms ss usns");

/** States of the USA by their first words, and as newspapers shorten them, which come after towns that have great namesakes: "Moscow, Idaho". */
export const STATES = wordSet(`
  alabama alaska arizona arkansas california colorado connecticut delaware florida idaho illinois indiana iowa kansas
  kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio
  oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming
  ala ariz ark calif colo conn fla ill ind kan ky md mass mich minn mont neb nev okla ore penn tenn tex va wash wis wyo
`);

/** Between a place and what is before it: "in Beijing". */
export const PLACE_PREPOSITIONS = wordSet("in at near inside outside around across throughout into в");

/** Where verbs and adverbs end that begin English sentences: "Leaning on …", "Asked …", "Suddenly …". */
export const ORDINARY_ENDING = /(?:ing|ed|ly)$/;

/** Lists that a word is on, as bits: the words around a name are asked about all of them at once. */
export const FUNCTION_WORD = 1 << 0;
export const TITLE_WORD = 1 << 1;
export const VAGUE_TITLE_WORD = 1 << 2;
export const ADJECTIVE = 1 << 3;
export const MONTH_OR_DAY = 1 << 4;
export const NAME_HEAD = 1 << 5;
export const HOUSEHOLD = 1 << 6;
export const NAME_FORMER = 1 << 7;
export const PLAIN_WORD_BEFORE_OF = 1 << 8;
export const COMMON_SURNAME = 1 << 9;
export const SHIP = 1 << 10;
export const STATE = 1 << 11;
export const PLACE_PREPOSITION = 1 << 12;
export const OF = 1 << 13;
export const THE = 1 << 14;
export const AND = 1 << 15;
export const FEMALE = 1 << 16;
export const MALE = 1 << 17;
export const YOUNGER = 1 << 18;
export const ELDER = 1 << 19;
/** Who is called so is in office no longer. */
export const FORMER = 1 << 20;
export const TO = 1 << 21;
/** "a", "an" */
export const INDEFINITE_ARTICLE = 1 << 22;
export const HEAD_BEFORE_OF = 1 << 23;
/** "the", "this", "their": what follows is no bare name. */
export const DETERMINER = 1 << 24;

const LISTS: readonly (readonly [bit: number, words: ReadonlySet<number>])[] = [
  [FUNCTION_WORD, FUNCTION_WORDS],
  [TITLE_WORD, TITLE_WORDS],
  [VAGUE_TITLE_WORD, VAGUE_TITLE_WORDS],
  [ADJECTIVE, ADJECTIVES],
  [MONTH_OR_DAY, MONTHS_AND_DAYS],
  [NAME_HEAD, NAME_HEADS],
  [HOUSEHOLD, HOUSEHOLDS],
  [NAME_FORMER, NAME_FORMERS],
  [PLAIN_WORD_BEFORE_OF, PLAIN_BEFORE_OF],
  [COMMON_SURNAME, COMMON_SURNAMES],
  [SHIP, SHIPS],
  [STATE, STATES],
  [PLACE_PREPOSITION, PLACE_PREPOSITIONS],
  [OF, wordSet("of")],
  [THE, wordSet("the")],
  [AND, wordSet("and or")],
  [FEMALE, FEMALE_TITLES],
  [MALE, MALE_TITLES],
  [YOUNGER, wordSet("younger young junior jr")],
  [ELDER, wordSet("elder senior sr")],
  [FORMER, wordSet("former late ex")],
  [TO, wordSet("to")],
  [DETERMINER, wordSet("the this that these those my your his her its our their")],
  [INDEFINITE_ARTICLE, wordSet("a an")],
  [HEAD_BEFORE_OF, HEADS_BEFORE_OF],
];

/** All words with their classes: slots of a hash table with linear probing. Token hashes are scattered as they are. */
const SLOTS = 1 << 13; // at most a third of them are taken
const WORDS = new Int32Array(SLOTS);
const CLASSES = new Int32Array(SLOTS);
for (const [bit, words] of LISTS) {
  for (const word of words) {
    const slot = slotOf(word);
    WORDS[slot] = word;
    CLASSES[slot]! |= bit;
  }
}

/** The slot that a word has, or would have. */
function slotOf(hash: number): number {
  let slot = hash & (SLOTS - 1);
  while (CLASSES[slot] !== 0 && WORDS[slot] !== hash) slot = (slot + 1) & (SLOTS - 1);
  return slot;
}

/** The lists that a word is on, by its token hash. */
export function wordClasses(hash: number): number {
  return CLASSES[slotOf(hash)]!;
}
