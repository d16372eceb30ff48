/** A text while its names are read, with what several of them ask for kept: the sentence, its setting, its years. */
import { holds, type Sentence, sentenceAround, type Setting, settingOf } from "./casing";
import type { Find } from "./find";
import type { Tokens } from "./tokens";
import { ORDINARY_ENDING } from "./words";
import { CENTURIES, NO_YEARS, yearsBetween } from "./years";

/** A text with its tokens and the names found in it. */
export class Passage {
  readonly text: string;
  readonly tokens: Tokens;
  readonly finds: readonly Find[];
  /** Does the language write other words than names with capitals, as German does? */
  readonly capitalsAreCommon: boolean;
  readonly #writesSmall: (word: string) => boolean;
  #sentence: Sentence | null = null;
  #hasYears: boolean | null = null;

  /** @param writesSmall does the page also write this word, given in small letters, so? */
  constructor(text: string, tokens: Tokens, finds: readonly Find[], capitalsAreCommon: boolean, writesSmall: (word: string) => boolean) {
    this.text = text;
    this.tokens = tokens;
    this.finds = finds;
    this.capitalsAreCommon = capitalsAreCommon;
    this.#writesSmall = writesSmall;
  }

  /** The sentence around tokens `from` to `to`. Names mostly ask in reading order, several of them for one sentence. */
  sentence(from: number, to: number): Sentence {
    const last = this.#sentence;
    if (last && holds(last, from, to)) return last;
    return (this.#sentence = sentenceAround(this.text, this.tokens, from, to));
  }

  /** Years that the sentence around tokens `from` to `to` names. Most texts name none, which is seen at a glance. */
  years(from: number, to: number): readonly number[] {
    this.#hasYears ??= CENTURIES.some((digits) => this.text.includes(digits));
    if (!this.#hasYears) return NO_YEARS;
    const sentence = this.sentence(from, to);
    return yearsBetween(this.text, this.tokens, sentence.from, sentence.to);
  }

  /** How the words around tokens `from` to `to` are set. */
  setting(from: number, to: number): Setting {
    if (this.capitalsAreCommon) return "headline";
    return settingOf(this.sentence(from, to), this.text, this.tokens, from, to);
  }

  /** Does the page also write a word with a small letter? */
  isWrittenSmall(token: number): boolean {
    return this.#writesSmall(this.#word(token));
  }

  /** Is a word at the start of a sentence an everyday one, as far as can be told? */
  isOrdinary(token: number): boolean {
    return ORDINARY_ENDING.test(this.#word(token)) || this.isWrittenSmall(token);
  }

  #word(token: number): string {
    return this.text.slice(this.tokens.start[token]!, this.tokens.end[token]!).toLowerCase();
  }
}
