/**
 * How a name sounds, as Japanese newspapers write foreign names in kana, so that キム・ヨジョン finds 김여정 and シェレーピン
 * Шелепин: kana, Hangul and Cyrillic are brought to the same coarse syllables, "kimuyocon", "serepin". What kana cannot
 * tell, or tells now in one way and now in another, is left out: length, voice, l and r, f and h. So close are the
 * three to what is spoken that hardly anything has to be known of a language; Latin letters and Han characters are not,
 * and names of which a pack lists those alone have no sound here.
 *
 * Rules: for Korean those of the Japanese newspapers' handbooks, syllable by syllable and without assimilation, but for
 * what a final consonant does before a vowel; for Russian letter by letter, with the vowel that Japanese puts after a
 * consonant that stands alone: o after t, i after sibilants, u after others.
 */
import { partsOfName } from "../spotting/spellings/hangul";

/** Voiced ones are made of these and a mark, which makes no difference but in what follows. */
const KANA: ReadonlyMap<string, string> = new Map(
  (
    "アa イi ウu エe オo カka キki クku ケke コko サsa シsi スsu セse ソso タta チci ツcu テte トto ナna ニni ヌnu ネne ノno ハha ヒhi フhu ヘhe ホho " +
    "マma ミmi ムmu メme モmo ヤya ユyu ヨyo ラra リri ルru レre ロro ワwa ヰi ヱe ヲo ンn"
  )
    .split(" ")
    .map((pair) => [pair.charAt(0), pair.slice(1)] as const),
);
const VOICED: ReadonlyMap<string, string> = new Map([["シ", "ci"], ["ウ", "pu"]]);
const LABIAL = /[ハヒフヘホ]/u;
const VOICING = /[\u3099\u309a]/u;
/** They take the vowel of what they stand after away. */
const SMALL: ReadonlyMap<string, string> = new Map("ァa ィi ゥu ェe ォo ャya ュyu ョyo ヮwa".split(" ").map((pair) => [pair.charAt(0), pair.slice(1)]));
const GLIDES: ReadonlyMap<string, string> = new Map([["u", "w"], ["ku", "kw"], ["i", "y"], ["si", "sy"]]);
const KANA_ALONE = /^[\p{sc=Kana}\p{sc=Hira}ー]+$/u;
const HIRAGANA = /[\u3041-\u3096]/gu;
const TO_KATAKANA = 0x60;

function soundOfKana(text: string): string {
  const sounds: string[] = [];
  for (const [kana] of text.normalize("NFD").matchAll(/[^\u3099\u309a][\u3099\u309a]?/gu)) {
    const letter = kana.charAt(0);
    const small = SMALL.get(letter);
    const plain = KANA.get(letter) ?? "";
    if (small) sounds.push(joined(withoutVowel(sounds.pop() ?? "", small), small));
    else if (!VOICING.test(kana)) sounds.push(plain);
    else sounds.push(VOICED.get(letter) ?? (LABIAL.test(letter) ? `p${plain.charAt(1)}` : plain));
  }
  return sounds.join("");
}

/** What is left before a small letter: ウィ, クォ, イェ and シェ keep a glide; in ティ, ファ and チェ the small vowel is the vowel. */
function withoutVowel(sound: string, small: string): string {
  const glide = small.length > 1 ? undefined : GLIDES.get(sound);
  return glide ?? sound.replace(/[aiueo]$/, "");
}

const FIRST_SYLLABLE = 0xac00;
const listOf = (sounds: string) => sounds.split(" ").map((sound) => (sound === "-" ? "" : sound));
/** In the order of Unicode. */
const INITIALS = listOf("k k n t t r m p p s s - c c c k t p h");
const VOWELS = listOf("a e ya e o e yo e o wa we we yo u wo we wi yu u ui i");
/** Final consonants before another, and at the end. */
const FINALS = listOf("- ku ku ku n n n t ru ku mu ru ru ru pu ru mu pu pu t t n t t ku t pu -");
/** The same before a vowel, with which they begin a syllable. */
const CARRIED = listOf("- k k s n c n t r k m p s t p r m p s s s n c c k t p -");
const FINALS_COUNT = FINALS.length;
const BARE_U = VOWELS.lastIndexOf("u");

function soundOfHangul(word: string, isPerson: boolean): string {
  const person = isPerson ? partsOfName(word) : null;
  // No consonant goes on from a surname.
  return person ? soundOfSyllables([person.surname]) + soundOfSyllables(person.syllables) : soundOfSyllables([...word]);
}

function soundOfSyllables(syllables: readonly string[]): string {
  const places = [...syllables.join("")].map((each) => each.charCodeAt(0) - FIRST_SYLLABLE);
  let sound = "";
  /** What the last syllable leaves to the next. */
  let carried = "";
  places.forEach((place, index) => {
    const initial = INITIALS[initialOf(place)]! || carried;
    const vowel = Math.floor(place / FINALS_COUNT) % VOWELS.length;
    const final = place % FINALS_COUNT;
    const isCarried = index + 1 < places.length && INITIALS[initialOf(places[index + 1]!)] === "";
    carried = isCarried ? CARRIED[final]! : "";
    // What foreign names have where a t stands alone: 트 is ト.
    if (initial === "t" && vowel === BARE_U && final === 0) sound += "to";
    else sound += joined(initial, initial !== "" && VOWELS[vowel] === "ui" ? "i" : VOWELS[vowel]!) + (isCarried ? "" : FINALS[final]!);
  });
  return sound;
}

function initialOf(place: number): number {
  return Math.floor(place / (VOWELS.length * FINALS_COUNT));
}

/** A consonant and what stands after it; a glide counts only where kana have one: 최 is チェ, 환 is ファン, ジョ no more than 조. */
function joined(consonant: string, vowel: string): string {
  if (consonant === "c") return consonant + vowel.replace(/^[wy]/, "");
  return consonant + (consonant === "h" ? vowel.replace(/^w/, "") : vowel);
}

const CYRILLIC: ReadonlyMap<string, string> = new Map(
  "аa бp вp гk дt еe ёyo жc зs иi йi кk лr мm нn оo пp рr сs тt уu фh хh цc чc шsy щsic ыui эe юyu яya"
    .split(" ")
    .map((pair) => [pair.charAt(0), pair.slice(1)] as const),
);
/** Two letters for one sound, in Russian spellings of Chinese, Korean and English names. */
const AFFRICATES = /цз|чж|дж|дз/gu;
const ASPIRATES = /(?<=[кптч])х/gu;
/** Softened, and with no vowel after it, a consonant sounds like one with an i. */
const SOFTENED = /(?<=[лтдсзр])ь(?![аеёиоуыэюя])/gu;
const SIGNS = /[ьъ]/gu;
const CYRILLIC_VOWELS = "аеёиоуыэюяй";

function soundOfCyrillic(word: string): string {
  const letters = word.toLowerCase().replace(AFFRICATES, "ч").replace(ASPIRATES, "").replace(SOFTENED, "и").replace(SIGNS, "");
  let sound = "";
  for (let at = 0; at < letters.length; at++) {
    const letter = letters.charAt(at);
    const own = CYRILLIC.get(letter) ?? "";
    const next = letters.charAt(at + 1);
    if (isVowel(letter)) sound += own.startsWith("y") && /[cy]$/.test(sound) ? own.slice(1) : own;
    else sound += isVowel(next) ? own : alone(letter, own, next, sound);
  }
  return sound.replaceAll("yi", "i");
}

function isVowel(letter: string): boolean {
  return letter !== "" && CYRILLIC_VOWELS.includes(letter);
}

/** A consonant that no vowel stands after. */
function alone(letter: string, own: string, next: string, before: string): string {
  if (letter === "н") return own;
  if (letter === "м") return /[пбм]/.test(next) ? "n" : "mu";
  if (letter === "в") return before === "" ? "u" : "hu";
  if (letter === "т" || letter === "д") return `${own}o`;
  return own + (/[жчшщ]/.test(letter) ? "i" : "u");
}

const HANGUL_ALONE = /^[\uac00-\ud7a3]+$/u;
const CYRILLIC_ALONE = /^\p{sc=Cyrl}+$/u;
/** Said letter by letter, and in Japanese by other letters: СНГ, США. */
const INITIALISM = /^\p{Lu}{2,}$/u;
/** Most names are in other scripts, and are seen to be at a glance. */
const SOUNDED = /[\p{sc=Kana}\p{sc=Hira}\p{sc=Hang}\p{sc=Cyrl}]/u;
const NO_LETTERS = /[^\p{L}\p{N}]+/gu;
/** Japanese lengthens what it hears as stressed, and so are letters between which nothing stands: a sound counts once. */
const DOUBLED = /(.)\1+/gu;

/** The words of a name are sounded each by itself: surnames end, and no final consonant goes on from them. */
function soundOfWord(word: string, isPerson: boolean): string | null {
  if (KANA_ALONE.test(word)) return soundOfKana(word.replace(HIRAGANA, (kana) => String.fromCharCode(kana.charCodeAt(0) + TO_KATAKANA)));
  if (HANGUL_ALONE.test(word)) return soundOfHangul(word, isPerson);
  return CYRILLIC_ALONE.test(word) && !INITIALISM.test(word) ? soundOfCyrillic(word) : null;
}

/** Is a text, but for what stands between words, written in kana throughout? */
export function isKana(text: string): boolean {
  return KANA_ALONE.test(text.normalize("NFKC").replace(NO_LETTERS, ""));
}

/**
 * The sound of a name in small Latin letters; null where a word of it is in another script than these three, or an initialism.
 * @param isPerson in Hangul it may begin with a surname: that of 신의주, a place, is none
 */
export function soundOf(text: string, isPerson = true): string | null {
  if (!SOUNDED.test(text)) return null;
  const sounds = text.normalize("NFKC").split(NO_LETTERS).filter(Boolean).map((word) => soundOfWord(word, isPerson));
  return sounds.length === 0 || sounds.includes(null) ? null : sounds.join("").replace(DOUBLED, "$1");
}
