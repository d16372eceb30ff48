/**
 * Russian names in Latin letters, by the schemes of those who wrote about Russia: BGN/PCGN (1947), ALA-LC (1997), the
 * press in English, German (Duden) and French (Petit Larousse), and the scientific one (ISO/R 9:1968). Accents are
 * left out: folding makes them count for nothing.
 */
import { capitalised } from "./letters";

/** Letters of a scheme in the order of the alphabet: а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я. */
const ALPHABET = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";

interface Scheme {
  letters: readonly string[];
  /** What stands for е at the start and after a vowel or a sign. */
  initialE: string;
  /** What stands for ё after ж ч ш щ. */
  hushedYo: string;
  /** What the endings ий and ый become; null where they are spelt out. */
  adjective: string | null;
}

function scheme(letters: string, initialE: string, hushedYo: string, adjective: string | null): Scheme {
  return { letters: letters.split(" ").map((each) => (each === "-" ? "" : each)), initialE, hushedYo, adjective };
}

const BGN = "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya";
const SCHEMES: readonly Scheme[] = [
  scheme(BGN, "ye", "yo", null),
  scheme(BGN.replace("yo", "e"), "e", "e", "y"),
  scheme(BGN.replace("yo", "e"), "ye", "o", "y"),
  scheme("a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch - y - e iu ia", "e", "e", null),
  scheme("a b v g d e yo zh z i i k l m n o p r s t u f kh ts ch sh shch - y - e iu ia", "ie", "o", "y"),
  scheme("a b w g d e jo sch s i i k l m n o p r s t u f ch z tsch sch schtsch - y - e ju ja", "je", "o", "i"),
  scheme("a b v g d e io j z i i k l m n o p r s t ou f kh ts tch ch chtch - y - e iou ia", "ie", "o", "i"),
  scheme("a b v g d e e z z i j k l m n o p r s t u f ch c c s sc - y - e ju ja", "e", "e", null),
];

const CYRILLIC = /[\u0401\u0410-\u044f\u0451]/;

/** Is the name written in Russian letters throughout? */
export function isRussian(name: string): boolean {
  return CYRILLIC.test(name) && !/[^\s.\-’'\u0401\u0410-\u044f\u0451]/.test(name);
}

/** The first so many schemes are those of English texts. */
const ENGLISH_SCHEMES = 5;

/** A Russian name by each scheme, without duplicates; what English readers saw most comes first. */
export function transliterated(name: string, languages: "english" | "all" = "all"): string[] {
  const schemes = languages === "english" ? SCHEMES.slice(0, ENGLISH_SCHEMES) : SCHEMES;
  return [...new Set(schemes.map((each) => name.split(/(?<=[\s.-])/).map((word) => spell(word, each)).join("")))];
}

function spell(word: string, { letters, initialE, hushedYo, adjective }: Scheme): string {
  const small = word.toLowerCase();
  const ending = adjective === null ? null : /[иы]й(?=$|\s)/.exec(small);
  let spelt = "";
  for (let at = 0; at < small.length; at++) {
    if (ending && at === ending.index) {
      spelt += adjective + small.slice(at + 2);
      break;
    }
    const letter = small[at]!;
    const before = small[at - 1] ?? "";
    if (letter === "е" && (before === "" || "аеёиоуыэюяъь".includes(before))) spelt += initialE;
    else if (letter === "ё" && "жчшщ".includes(before) && before !== "") spelt += hushedYo;
    else spelt += ALPHABET.includes(letter) ? letters[ALPHABET.indexOf(letter)]! : letter;
  }
  return small === word ? spelt : capitalised(spelt);
}

/** Parts of Russian names that Latin letters write in several ways, and the ways. */
const ALTERNATIVES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?<=[aeiou])yev|(?<=[aeiou])ev|iev(?=[ais])/u, ["yev", "ev", "iev"]],
  [/(?<=[ae])[iy](?=\s|$)/u, ["i", "y"]],
  [/(?<=[a-z])(?:iy|ii|y)$/u, ["y", "i", "iy", "ii"]],
  [/(?<=[aA]le)(?:ks|x)/u, ["ks", "x"]],
];

/** Ways of writing a Russian's name that is already in Latin letters, one part of it changed at a time. */
export function respelt(name: string): string[] {
  return ALTERNATIVES.flatMap(([part, ways]) => (part.test(name) ? ways.map((way) => name.replace(part, way)) : [])).filter((each) => each !== name);
}
