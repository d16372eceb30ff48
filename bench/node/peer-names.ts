/** The peers of peers.ts, by name: told without loading them. */
export const PEER_NAMES = [
  "Map of words joined (by hand)",
  "trie of words (by hand)",
  "flashtext.js",
  "ahocorasick",
  "modern-ahocorasick",
  "modern-ahocorasick/fast",
  "@monyone/aho-corasick",
  "@monyone/aho-corasick/fast",
  "@tanishiking/aho-corasick",
  "trie-regex",
  "regexgen",
  "one regular expression, prepared text",
  "one regular expression with giu",
  "compromise, its trie",
  "MiniSearch, a word at a time",
] as const;

export type PeerName = (typeof PEER_NAMES)[number];
