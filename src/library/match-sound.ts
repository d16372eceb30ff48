/** Finds names that sound like what was typed in kana (sound.ts): for look-ups alone, and where no name is written so. */
import type { Kind } from "../packs/model";
import type { NameTable } from "./name-table";
import type { FoundName } from "./match-name";
import { isKana, soundOf } from "./sound";
import { ANY, distances } from "./sound-distance";
import { SortedTexts } from "./sorted-texts";

/** What is longer is no name, or there is much else in it: in UTF-16 code units. */
const LONGEST_TYPED = 40;
/** Of few sounds all must be there but those that are hardly heard; of many, so much may be amiss for each. */
const FARTHEST = 6;
const FARTHEST_OF_FEW = 12;
const CERTAIN = 3;
/** What is merely offered. */
const FARTHEST_NEAREST = 10;
/** What is as near as another, for each sound, and how much farther than the nearest a name may be. */
const STEP = 3;
const BEHIND_NEAREST = 4;
/**
 * Of fewer sounds than these too many names begin so, or are merely like it; all vowels of a name must be there, and its
 * last word must sound the same.
 */
const LONG = 7;
/** Of fewer than these, all vowels of a last word must be there. */
const LONG_FOR_LAST_WORD = 9;
/** Where vowels differ, so much may be amiss for each sound above the certain ones. */
const FARTHEST_OF_OTHER_VOWELS = 7.5;
/** What may be amiss in a beginning, for each sound. */
const FARTHEST_BEGINNING = 2;
/** Hiragana are for words of one's own language, of which the short ones sound like anything, and for Japanese names. */
const HIRAGANA = /\p{sc=Hira}/u;
const LEAST_IN_HIRAGANA = 5;
/** Last words with fewer sounds are those of too many names. */
const LEAST_IN_LAST_WORD = 5;

const CONSONANTS = /[^aiueo]/g;

/** Grades beside those of `match-name`: what sounds the same is as good as the name itself. */
const SAME = 0.9;
const NEAR = 2.5;
const BEGUN = 3.5;
/** What a last word is behind a whole name that is as near, and a name in another script behind one in kana: less than a step. */
const LAST_WORD_BEHIND = 0.005;
const OTHER_SCRIPT_BEHIND = 0.002;

/** These are said in words of one's own language. */
const UNNAMED: ReadonlySet<Kind> = new Set(["event", "document"]);
/** Of these, short forms are initialisms, or syllables that say as little: 사드 is THAAD. */
const UNNAMED_IN_SHORT: ReadonlySet<Kind> = new Set(["weapon", "organisation"]);

type KindOf = (entry: number) => Kind;

/** The sounds of names, whole and of their last words. */
interface SoundTable {
  rows: NameTable["rows"];
  whole: SortedTexts;
  lastWords: SortedTexts;
}

function soundTable({ rows }: NameTable, kindOf: KindOf): SoundTable {
  const [whole, owners]: [string[], number[]] = [[], []];
  const [last, lastOwners]: [string[], number[]] = [[], []];
  const kinds = new Map<number, Kind>();
  rows.forEach(({ text, entry, class: nameClass }, row) => {
    const kind = kinds.get(entry) ?? kindOf(entry);
    kinds.set(entry, kind);
    const isUnnamed = nameClass === "title" || UNNAMED.has(kind) || (nameClass === "short" && UNNAMED_IN_SHORT.has(kind));
    const sound = isUnnamed ? null : soundOf(text, kind === "person");
    if (sound === null) return;
    whole.push(sound);
    owners.push(row);
    const word = kind === "person" ? /[\s・]([^\s・]+)$/u.exec(text)?.[1] : undefined;
    const lastSound = word === undefined ? null : soundOf(word);
    if (lastSound === null || lastSound.length < LEAST_IN_LAST_WORD) return;
    last.push(lastSound);
    lastOwners.push(row);
  });
  return { rows, whole: new SortedTexts(whole, owners), lastWords: new SortedTexts(last, lastOwners) };
}

/** How far a name may be: what may well be meant is found, what is merely less unlike than all others is nearest. */
type Nearness = "found" | "nearest";

/**
 * Finds the names that sound like a text in kana: the same, nearly so, or beginning so. Other texts find nothing.
 * @param kindOf kind of an entry, by its number in the table
 */
export function soundSearch(table: NameTable, kindOf: KindOf): (text: string, nearness: Nearness, found: FoundName) => void {
  /** Made when it is first wanted: few readers type kana. */
  let sounds: SoundTable | undefined;
  return (text, nearness, found) => {
    if (text.length > LONGEST_TYPED || !isKana(text)) return;
    const sound = soundOf(text);
    if (sound === null || (HIRAGANA.test(text) && sound.length < LEAST_IN_HIRAGANA)) return;
    findIn((sounds ??= soundTable(table, kindOf)), sound, nearness, found);
  };
}

function findIn({ rows, whole, lastWords }: SoundTable, typed: string, nearness: Nearness, found: FoundName): void {
  if (nearness === "nearest" && typed.length < LONG) return;
  const ofFew = FARTHEST_OF_FEW * Math.max(0, typed.length - CERTAIN);
  const farthest = nearness === "nearest" ? FARTHEST_NEAREST * typed.length : Math.min(FARTHEST * typed.length, ofFew);
  const step = STEP * typed.length;
  const near: { names: Uint32Array; distance: number; behind: number }[] = [];
  const offer = (names: Uint32Array, distance: number, grade: number) => {
    for (const name of names) {
      const behind = isKana(rows[name]!.text) ? 0 : OTHER_SCRIPT_BEHIND;
      found(name, grade + Math.round(distance / step) / ANY + behind);
    }
  };
  const vowels = vowelsOf(typed);
  const isNear = (sound: string, distance: number, long: number) => {
    const ofOthers = typed.length < long ? 0 : FARTHEST_OF_OTHER_VOWELS * (typed.length - CERTAIN);
    return distance <= (nearness === "nearest" || vowelsOf(sound) === vowels ? farthest : Math.min(farthest, ofOthers));
  };
  distances(whole.texts, typed, farthest, (at, distance, begun) => {
    const names = whole.ownersOf(at);
    if (isNear(whole.texts[at]!, distance, LONG)) near.push({ names, distance, behind: 0 });
    else if (typed.length >= LONG && begun <= FARTHEST_BEGINNING * typed.length) offer(names, begun, BEGUN);
  });
  distances(lastWords.texts, typed, typed.length < LONG ? 0 : farthest, (at, distance) => {
    if (isNear(lastWords.texts[at]!, distance, LONG_FOR_LAST_WORD)) near.push({ names: lastWords.ownersOf(at), distance, behind: LAST_WORD_BEHIND });
  });
  const nearest = near.reduce((least, { distance }) => Math.min(least, distance), Infinity);
  for (const { names, distance, behind } of near) {
    if (distance <= nearest + BEHIND_NEAREST * typed.length) offer(names, distance, (distance === 0 ? SAME : NEAR) + behind);
  }
}

function vowelsOf(sound: string): string {
  return sound.replace(CONSONANTS, "");
}
