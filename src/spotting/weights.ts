/**
 * The weights of all that speaks for and against an entry that a name may mean.
 *
 * Weights are log-odds (I. J. Good, "Weight of evidence", 1985): they add up, and the sum s stands for odds of e^s to
 * one against "it means nothing of ours". +1 makes a thing 2.7 times as likely, +3 twenty times.
 */
export const WEIGHTS = {
  /** A full name alone is right nineteen times in twenty. */
  full: 3,
  /** A short name alone is more often somebody else's, above all a surname. Without any reason it stays below. */
  surname: -1.5,
  short: -1,
  /** An epithet is less common than a surname. */
  title: -1,
  /** Several words are rarer than one: "State Department", "Marshal Peng". */
  severalWords: 0.7,
  /** Nobody else in the packs has the name. */
  only: 1,
  /** "the Party" may be any. */
  ordinaryShort: -0.5,
  /** Half of a country bears it. */
  commonSurname: -1.5,
  /** The last full name that the short one fits: what any reader takes it for. */
  lastNamed: 4,
  /** Named in full earlier, but another one was since. */
  namedBefore: 1.5,
  /** Named in full only further down: captions, headlines, the second part of an article cut in two. */
  namedNext: 2.5,
  namedLater: 0.5,
  /** The last one of that surname was a stranger: the short name is the stranger's. */
  strangerNamed: -4,
  /** "Premier Zhou", and he was one. */
  titleFits: 2.5,
  /** Any title makes a person likely. */
  titleStands: 0.7,
  /** "Premier Peng", and he was none. */
  titleMisfits: -1,
  /** "President Washington" is no city. */
  titleOfOther: -3,
  /** An entry that is linked with this one is on the page. A place counts for less: memory.ts. */
  company: 0.8,
  /** It says less of a party or a treaty that is called by no more than that. */
  companyOfWord: 0.6,
  /** More company than so many adds nothing. */
  mostCompany: 3,
  /** … and he was so in a year that the text speaks of, which tells one president from the next … */
  inOffice: 1,
  /** … or all of them are later: a president is called so for life … */
  afterOffice: -1.5,
  /** … or earlier. */
  beforeOffice: -5,
  /** "Mrs. Clinton", and his text says "he". */
  otherGender: -4,
  /** "the younger Kim" */
  ageFits: 2,
  ageMisfits: -2,
  /** The sentence names a year in which he was alive. */
  yearFits: 0.5,
  /** It names only years after his death: the dead do nothing, though they are spoken of. */
  yearTooLate: -2.5,
  /** It names only years before he can have done anything. */
  yearTooEarly: -2,
  /** "the Geneva Conference of 1954", and that was the year … */
  ownYear: 1.5,
  /** … or it was another: a full name outweighs that, for the year may be that of something else. */
  otherYear: -4,
  otherYearOfFull: -2,
  /** For each natural logarithm of the rarity of the words that a block shares with the entry's text, and at most. */
  context: 0.15,
  mostContext: 2,
  /** Among entries that share a name: for each natural logarithm of the number of an entry's names and links … */
  fame: 0.4,
  /** … and for the one that is called so before all. */
  firstName: 3.5,
  /** "Washington" where the page speaks of Denzel Washington, and of no such place. */
  outnamed: -6,
  /** "Korea" in a paper of Pyongyang. */
  within: 12,
  /** A spelling made by rule is somebody else's more often than a listed one. */
  generated: -1.2,
  generatedWord: -3,
  generatedShort: -2.2,
  /** An everyday word that has its capital for no other reason than being a name. */
  capitalTells: 0.3,
  /** "urged Congress": no article, as before a name, and the page has to do with it … */
  bareWord: 0.7,
  /** … where "an Administration" is any. */
  anyWord: -3,
  /** "A Singapore summit" is not the one. */
  anyEvent: -4,
  /** "North" without "the" is a direction. */
  indefinite: -2,
  /** "the cold war" is mostly the one … */
  smallDefinite: 4,
  /** … and "a cold war" another, unless the page has named the one. */
  smallIndefinite: -3,
  /** A place that another place is named with: "Washington and Seoul". */
  joinedPlace: 1,
  /** Three letters stand for many things: "PLA" where nothing else has to do with an army. */
  lonelyAcronym: -3.5,
  /** "A. Mikoyan" */
  initialsFit: 2.5,
  /** Part of a longer name that is not ours: nothing outweighs that. */
  swallowed: -12,
  /** So is a full name of several words before another capital: "Fatherland Liberation War Martyrs …". */
  swallowedWhole: -4,
  /** Perhaps so. */
  perhapsSwallowed: -3,
  /** It is not known to be somebody's name at all. */
  hardlySwallowed: -1,
  /** An everyday word whose capital may be owed to the place where it stands. */
  ordinaryCapital: -4,
  /** "a cold war": only a page that names the Cold War can mean it. */
  smallLetters: -3.5,
  /** "Korean war" for "Korean War" is frequent, "Long march" for "Long March" is something else. */
  smallLast: -1,
  smallLastAtStart: -3.5,
  /** "in …" */
  place: 0.7,
  notPlace: -0.7,
  /** The same spelling is another entry's full name. */
  fullOfOther: -4,
} as const;
