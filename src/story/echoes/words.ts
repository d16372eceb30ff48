/** Words as echoes compare them: folded, without endings, without those that say nothing of what happened. */

/** Function words, and words that news and histories use whatever they tell of. */
const EMPTY = new Set(
  `a an the and or but nor so yet if then than that this these those there here of in on at by to from for with without
  into onto upon over under about after before during between among against through until since while when where who
  whom whose which what why how as is are was were be been being am do does did done has have had having will would
  shall should can could may might must not no none it its itself he him his himself she her hers herself they them
  their theirs themselves we us our ours you your yours i me my mine one ones two three four five six seven eight nine
  ten first second third last next both each every either neither all any some many much more most several few fewer
  less least other others another such same own only also even just still again once twice ever never always often
  already very too well back up down out off away far near new old good great large small long short high low late
  later latest early earlier recent recently now today yesterday tomorrow day days week weeks month months year years
  time times january february march april june july august september october november december monday tuesday
  wednesday thursday friday saturday sunday say says said saying tell told call called calls make makes made making
  take takes took taken taking give gives gave given giving get gets got go goes went gone going come comes came
  coming become becomes became see sees saw seen seem seems seemed let lets put puts set sets keep keeps kept hold
  held bring brings brought use uses used using like because though although however therefore thus whether despite
  according including include includes included following follow followed toward towards within around across along together
  part parts way ways thing things people person man men woman women country countries state states government
  governments leader leaders leadership official officials president minister ministry north south east west northern
  southern eastern western korea korean koreans china chinese soviet soviets union united american america americans
  russia russian russians japan japanese world war national nation nations international party parties political
  mr mrs ms dr per cent percent million billion thousand hundred number numbers report reports reported reportedly
  news agency statement article page click read subscribe sign newsletter weekly full half end ends ended began begin
  begins started start remain remains remained continue continued continues show shows showed shown know known knew
  think thought believe believed want wanted wants need needs needed find found work works worked help helped side
  sides case cases point points fact end different important matter issue issues relation relations power powers
  force forces military army time century history historical mean means meant s t don isn wasn didn won doesn couldn
  central committee general secretary foreign affairs policy position member members group groups republic people’s
  democratic peoples communist communists communism socialist nationalist nationalists soviets comrade comrades respected`
    .split(/\s+/)
    .map((word) => word.replace(/’/g, "")),
);

/** Shorter words are mostly grammar. */
const SHORTEST = 3;
const LATIN = /^[a-z]+$/;
/** Of scripts that put spaces between words; in others words are no help, for few packs are written in them. */
const WORDS = /(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])\p{L}(?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])[\p{L}\p{M}'’])*/gu;

/** English endings, the longest first, and how much of a word must be left before them. */
const ENDINGS: readonly (readonly [string, string, number])[] = [
  ["ations", "", 4], ["ation", "", 4], ["ments", "", 4], ["ment", "", 4], ["ically", "", 4], ["ings", "", 4],
  ["ists", "", 4], ["ions", "", 4], ["ing", "", 4], ["ist", "", 4], ["ies", "y", 3], ["ion", "", 4], ["ers", "", 4],
  ["ely", "", 4], ["ed", "", 3], ["er", "", 4], ["ly", "", 4], ["es", "", 4], ["s", "", 3], ["e", "", 4],
];

/** A word without its ending, by rule: "withdrawing" and "withdrawals" become one. Other scripts stay as they are. */
export function stem(word: string): string {
  if (!LATIN.test(word)) return word;
  for (const [ending, instead, least] of ENDINGS) {
    if (word.endsWith(ending) && word.length - ending.length >= least && !(ending === "s" && word.endsWith("ss"))) {
      const root = word.slice(0, -ending.length) + instead;
      // "shipped", "shipping": the consonant was doubled for the ending.
      return /([bdgmnprt])\1$/.test(root) && ending !== "s" && ending !== "e" ? root.slice(0, -1) : root;
    }
  }
  return word;
}

/** A word of a text: its stem, and the word as it is written there. */
export interface Word {
  stem: string;
  word: string;
}

/**
 * The words of a text that can tell something.
 * @param without stretches to pass over, such as names, which are compared as entries (UTF-16 code units, half-open)
 */
export function tellingWords(text: string, without: readonly { start: number; end: number }[] = []): Word[] {
  const words: Word[] = [];
  for (const { 0: word, index: start } of text.matchAll(WORDS)) {
    const end = start + word.length;
    const folded = word.toLowerCase().replace(/['’]s?$|['’]/g, "");
    if (folded.length < SHORTEST || EMPTY.has(folded)) continue;
    if (without.some((each) => start < each.end && end > each.start)) continue;
    words.push({ stem: stem(folded), word: word.replace(/['’]s?$/, "") });
  }
  return words;
}
