/** What in an address's path tells one article from all others of its site. */

/** Words of a headline that make a name of a segment: "terms-of-use" is the least. */
const LEAST_WORDS = 3;

const EXTENSION = /\.(?:[a-z]{2,5}|ece\d?)$/i;
const DATE = /\/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3,9})(?:[/-](\d{1,2}))?(?=[/-])/i;

/** Whether a path names an article: by a headline, a day, a long number or a code. Sections and front pages are not named. */
export function isNamed(path: string): boolean {
  return DATE.test(path) || identifiersOf(path).size > 0;
}

/** The day or month in a path: "2024/5/1", "2024/may"; empty where there is none. */
export function dateOf(path: string): string {
  return (DATE.exec(path)?.slice(1) ?? []).map((part) => (part ?? "").replace(/^0/, "").toLowerCase()).join("/");
}

/** Headlines, long numbers and codes in a path, in lower case. A headline comes without numbers at its ends. */
export function identifiersOf(path: string): Set<string> {
  const found = new Set<string>();
  for (const segment of path.toLowerCase().split("/")) {
    const bare = segment.replace(EXTENSION, "");
    const words = bare.split(/[-_+.,]|%20/).filter((word) => word !== "");
    if (words.length >= LEAST_WORDS) found.add(headline(words));
    // Titles in scripts that need no spaces.
    if (/(?:%[\da-f]{2}){9}/.test(bare)) found.add(bare);
    for (const word of words) for (const id of idsOf(word)) found.add(id);
  }
  found.delete("");
  return found;
}

/** The numbers of five digits and more among identifiers. */
export function numbersOf(identifiers: ReadonlySet<string>): string[] {
  return [...identifiers].filter((identifier) => /^\d+$/.test(identifier));
}

function headline(words: readonly string[]): string {
  const isWord = (word: string) => !/\d{4}/.test(word);
  const [first, last] = [words.findIndex(isWord), words.findLastIndex(isWord)];
  return last - first + 1 >= LEAST_WORDS ? words.slice(first, last + 1).join("-") : "";
}

/** "n695001" is a code, and its number the same article's under another code: "ncna695001". Days are neither. */
function idsOf(word: string): string[] {
  const numbers = (word.match(/\d{5,}/g) ?? []).filter((number) => !/^(?:19|20)\d{6}$/.test(number));
  const isCode = word.length >= 8 && /\d/.test(word) && /[a-z]/.test(word) && !word.includes("%");
  return isCode ? [...numbers, word] : numbers;
}
