/**
 * Other ways of finding names in JavaScript.
 *
 * Libraries are given the text *prepared*: folded by the oracle, words joined by one space, hard punctuation a word of
 * its own. That spares them the folding and cutting that our own time includes, and it is the only way in which they
 * could find all that is there. Names are prepared alike; where a library knows no words, they begin and end in
 * spaces, so that it does not have to report hits within words. What one would write by hand reads the text as it is,
 * and its time includes its own small folding, as ours does.
 */
import { AhoCorasick as MonyoneAhoCorasick } from "@monyone/aho-corasick";
import { AhoCorasick as MonyoneFast } from "@monyone/aho-corasick/fast";
import { Trie as TanishikingTrie } from "@tanishiking/aho-corasick";
import AhoCorasick from "ahocorasick";
import nlp from "compromise";
import KeywordProcessor from "flashtext.js";
import MiniSearch from "minisearch";
import ModernAhoCorasick from "modern-ahocorasick";
import ModernFast from "modern-ahocorasick/fast";
import regexgen from "regexgen";
import { trieToRegExp } from "trie-regex";
import type { PeerName } from "./peer-names";
import type { PreparedName } from "./prepared";

export interface Peer {
  name: PeerName;
  /** What it reads: the prepared text, or the text as it is. */
  reads: "prepared" | "text";
  /** @returns a search: how many hits there are in a text */
  build(names: readonly PreparedName[]): (text: string) => number;
}

const plain = ({ plain }: PreparedName) => plain;
const padded = ({ padded }: PreparedName) => padded;

/** Word boundaries in any script: `\b` knows ASCII alone. */
const NO_WORD_BEFORE = "(?<![\\p{L}\\p{N}])";
const NO_WORD_AFTER = "(?![\\p{L}\\p{N}])";

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

function countMatches(pattern: RegExp): (text: string) => number {
  return (text) => {
    let count = 0;
    pattern.lastIndex = 0;
    while (pattern.exec(text)) count++;
    return count;
  };
}

/** All names as alternatives, longest first, so that the longest is found. */
function alternation(names: readonly string[], flags: string): RegExp {
  const longestFirst = names.toSorted((a, b) => b.length - a.length).map(escaped);
  return new RegExp(`${NO_WORD_BEFORE}(?:${longestFirst.join("|")})${NO_WORD_AFTER}`, flags);
}

/** A nested object for trie-regex: `$$` stands where a name ends. */
function objectTrie(names: readonly string[]): object {
  interface Node { [unit: string]: Node }
  const root: Node = {};
  for (const name of names) {
    let node = root;
    for (const character of name) node = node[character] ??= {};
    node["$$"] = {};
  }
  return root;
}

const WORDS = /[\p{L}\p{N}]+/gu;

/** As one writes it by hand: small letters, words by a regular expression, and where they stand. */
function wordsOf(text: string): { words: string[]; starts: number[] } {
  const words: string[] = [];
  const starts: number[] = [];
  for (const match of text.toLowerCase().matchAll(WORDS)) {
    words.push(match[0]);
    starts.push(match.index);
  }
  return { words, starts };
}

/** A name that was found by hand: offsets, half-open. */
interface Hit {
  start: number;
  end: number;
}

function hitOf(words: readonly string[], starts: readonly number[], from: number, to: number): Hit {
  return { start: starts[from]!, end: starts[to - 1]! + words[to - 1]!.length };
}

interface WordNode {
  next: Map<string, WordNode>;
  ends: boolean;
}

export const PEERS: readonly Peer[] = [
  {
    name: "Map of words joined (by hand)",
    reads: "text",
    build(names) {
      const known = new Set<string>();
      let longest = 1;
      for (const { text } of names) {
        const { words } = wordsOf(text);
        longest = Math.max(longest, words.length);
        known.add(words.join(" "));
      }
      return (text) => {
        const { words, starts } = wordsOf(text);
        const hits: Hit[] = [];
        for (let from = 0; from < words.length; ) {
          let length = Math.min(longest, words.length - from);
          while (length > 0 && !known.has(words.slice(from, from + length).join(" "))) length--;
          if (length > 0) hits.push(hitOf(words, starts, from, from + length));
          from += Math.max(length, 1);
        }
        return hits.length;
      };
    },
  },
  {
    name: "trie of words (by hand)",
    reads: "text",
    build(names) {
      const root: WordNode = { next: new Map(), ends: false };
      for (const { text } of names) {
        let node = root;
        for (const word of wordsOf(text).words) {
          let next = node.next.get(word);
          if (!next) node.next.set(word, (next = { next: new Map(), ends: false }));
          node = next;
        }
        node.ends = true;
      }
      return (text) => {
        const { words, starts } = wordsOf(text);
        const hits: Hit[] = [];
        for (let from = 0; from < words.length; ) {
          let to = from;
          let node: WordNode | undefined = root;
          for (let at = from; at < words.length; at++) {
            node = node.next.get(words[at]!);
            if (!node) break;
            if (node.ends) to = at + 1;
          }
          if (to > from) hits.push(hitOf(words, starts, from, to));
          from = to > from ? to : from + 1;
        }
        return hits.length;
      };
    },
  },
  {
    name: "flashtext.js",
    reads: "prepared",
    build(names) {
      const processor = new KeywordProcessor(true);
      for (const name of names.map(plain)) processor.addKeyword(name);
      return (text) => processor.extractKeywords(text).length;
    },
  },
  {
    name: "ahocorasick",
    reads: "prepared",
    build(names) {
      const automaton = new AhoCorasick(names.map(padded));
      return (text) => automaton.search(text).length;
    },
  },
  {
    name: "modern-ahocorasick",
    reads: "prepared",
    build(names) {
      const automaton = new ModernAhoCorasick(names.map(padded));
      return (text) => automaton.search(text).length;
    },
  },
  {
    name: "modern-ahocorasick/fast",
    reads: "prepared",
    build(names) {
      const automaton = new ModernFast(names.map(padded));
      return (text) => automaton.search(text).length;
    },
  },
  {
    name: "@monyone/aho-corasick",
    reads: "prepared",
    build(names) {
      const automaton = new MonyoneAhoCorasick(names.map(padded));
      return (text) => automaton.matchInText(text).length;
    },
  },
  {
    name: "@monyone/aho-corasick/fast",
    reads: "prepared",
    build(names) {
      const automaton = new MonyoneFast(names.map(padded));
      return (text) => automaton.matchInText(text).length;
    },
  },
  {
    name: "@tanishiking/aho-corasick",
    reads: "prepared",
    build(names) {
      const trie = new TanishikingTrie(names.map(padded));
      return (text) => trie.parseText(text).length;
    },
  },
  {
    name: "trie-regex",
    reads: "prepared",
    build(names) {
      const { source } = trieToRegExp(objectTrie(names.map(plain)), "u");
      return countMatches(new RegExp(`${NO_WORD_BEFORE}(?:${source})${NO_WORD_AFTER}`, "gu"));
    },
  },
  {
    name: "regexgen",
    reads: "prepared",
    build(names) {
      const { source } = regexgen(names.map(plain), "u");
      return countMatches(new RegExp(`${NO_WORD_BEFORE}(?:${source})${NO_WORD_AFTER}`, "gu"));
    },
  },
  {
    name: "one regular expression, prepared text",
    reads: "prepared",
    build: (names) => countMatches(alternation(names.map(plain), "gu")),
  },
  {
    name: "one regular expression with giu",
    reads: "text",
    build: (names) => countMatches(alternation(names.map(({ text }) => text), "giu")),
  },
  {
    name: "compromise, its trie",
    reads: "text",
    build(names) {
      const trie = nlp.buildTrie(names.map(({ text }) => text));
      return (text) => nlp.tokenize(text).compute("index").lookup(trie).length;
    },
  },
  {
    name: "MiniSearch, a word at a time",
    reads: "prepared",
    build(names) {
      const index = new MiniSearch<{ id: number; name: string }>({ fields: ["name"], storeFields: ["name"] });
      index.addAll(names.map(plain).map((name, id) => ({ id, name })));
      return (text) => {
        let count = 0;
        for (const [word] of text.matchAll(WORDS)) count += index.search(word, { combineWith: "AND" }).length;
        return count;
      };
    },
  },
];
