/**
 * What a pack is once it has been read: the types that reading, checking, compiling and opening share.
 * docs/pack-format.md says how people write it.
 */
import type { Source } from "../citing/csl";

/**
 * What an entry is about; `other` where its note does not say. The order is the order in which kinds are listed to the
 * reader, and compiled packs keep a kind as its place in it: new ones go to the end.
 */
export const KINDS = ["person", "event", "organisation", "place", "document", "weapon", "idea", "other"] as const;
export type Kind = (typeof KINDS)[number];

/**
 * How far a name may be believed on its own.
 * - `full` ("Peng Dehuai"): names its entry by itself.
 * - `short` ("Peng"): needs a reason from the page: a full name, a title, company.
 * - `title` ("the Great Leader"): an epithet; like a short name, it needs a reason.
 */
export const NAME_CLASSES = ["full", "short", "title"] as const;
export type NameClass = (typeof NAME_CLASSES)[number];

export interface Name {
  /** As written by the author of the pack. */
  text: string;
  /** BCP 47 language of the spelling, such as `en`, `ko`, `zh`, `zh-Hant`, `ru`. */
  lang: string;
  class: NameClass;
}

/** An EDTF date or interval: the text as written, and the days it spans at most. */
export interface PackDate {
  edtf: string;
  /** First and last possible day, in whole days since 1970-01-01 (negative before); an open end is `null`. */
  min: number | null;
  max: number | null;
}

/** One source cited, with where in it: pandoc's `[@key, locator]`. */
export interface Citation {
  source: string;
  /** As written after the comma: `doc. 74`, `para. 12`, `pp. 3-4`. */
  locator?: string;
}

/**
 * Text of a note, as the few nodes that a card can draw. A plain string is text, its white space folded; none stands
 * at the ends of a paragraph nor before a citation, so that a note's number follows the words.
 * Everything that Markdown offers beyond these is reported by `check` and kept as plain text.
 */
export type Inline =
  | string
  | { em: Inline[] }
  | { strong: Inline[] }
  | { cite: Citation[] }
  /** A link to another entry of the pack: `[[peng-dehuai|the marshal]]`, or `[[peng-dehuai]]` with its first name for text. */
  | { entry: string; text: string }
  /** A link out; the address begins with `https://` or `http://`. */
  | { href: string; text: string };

export type Paragraph = Inline[];

export interface TimelineItem {
  date: PackDate;
  text: Paragraph;
}

export interface Role {
  title: string;
  from?: PackDate;
  to?: PackDate;
  cite?: Citation[];
}

export interface EntryDates {
  born?: PackDate;
  died?: PackDate;
  /** When an event happened, a document was signed, a weapon was first tested. */
  date?: PackDate;
  founded?: PackDate;
  dissolved?: PackDate;
}

export interface Entry {
  /** The name of its file without `.md`, or what its `id` says; unique in the pack. */
  id: string;
  kind: Kind;
  /** In the order written; the first is what the card is headed with. */
  names: Name[];
  dates: EntryDates;
  roles: Role[];
  /** Ids of related entries of the same pack. */
  links: string[];
  /** First paragraph: who or what, in one sentence. Then the context. */
  about: Paragraph[];
  timeline: TimelineItem[];
  /** What the facts of the front matter (dates, roles without their own citation) rest on. */
  cite: Citation[];
  /** Language of the name in its own script, which the card sets beside the heading; one of the languages of `names`. */
  native?: string;
  /** Title of the English Wikipedia article, where there is one. */
  wikipedia?: string;
  /** Latitude and longitude in degrees, for places. */
  at?: [number, number];
  /** What else its names are used for, in the order of preference; missing where they mean the entry alone. */
  standsFor?: Sense[];
}

/** What is said of a sense: whoever acts and speaks, or something that happens there. */
export const SENSE_USES = ["actor", "event"] as const;
export type SenseUse = (typeof SENSE_USES)[number];

/** Something else that a name of the entry stands for: "Beijing" for the government of China. */
export interface Sense {
  /** In words, as they go on from "Here: ": "the government of China". */
  what: string;
  use: SenseUse;
  /** Id of the entry that is meant, where the pack has one. */
  entry?: string;
  /** The names that are used so; all of the entry's where missing. */
  names?: string[];
}

/** Who speaks or is spoken to: an entry of the pack by its id, or a name in words where the pack has none. */
export type Voice = { entry: string } | { name: string };

export interface Quote {
  /** Written by the author, or derived from the words; unique in the pack. */
  id: string;
  /** The words, verbatim. More than one piece where a reporting clause splits the utterance. */
  pieces: string[];
  speaker: Voice;
  /** To whom. */
  to: Voice[];
  date?: PackDate;
  occasion?: string;
  /** Entries that the words are about. */
  about: string[];
  cite: Citation;
  /** What a careful reader should know: a note-taker's words, an interpreter's, a translation. */
  caveat?: string;
}

/** `pack.yaml` */
export interface PackInfo {
  id: string;
  title: string;
  version: string;
  /** BCP 47 tags of the languages that entries are named in, the language of the prose first. */
  languages: string[];
  /** SPDX identifier of the prose's licence. */
  licence: string;
  authors: string[];
  description: string;
}

export interface Pack {
  info: PackInfo;
  /** Sorted by id. */
  entries: Entry[];
  /** In the order written. */
  quotes: Quote[];
  /** Sorted by id. */
  sources: Source[];
}

/** A file of a pack's folder, as the caller read it: `path` is relative to the folder, with `/`. */
export interface PackFile {
  path: string;
  text: string;
}

/** Something wrong with a pack, said so that its author can mend it. */
export interface Problem {
  severity: "error" | "warning";
  /** Path relative to the pack's folder. */
  file: string;
  /** 1-based line in that file; 1 where the whole file is meant. */
  line: number;
  /** What is wrong. */
  message: string;
  /** What to do about it. */
  fix: string;
}
