/**
 * What the reader has put right: applied to the names of a page before anything is decided about them, so that what
 * they explain (short names, company) follows.
 */
import type { OpenPack } from "../packs/open";
import { keyOfTokens } from "./dictionary";
import type { Facts } from "./facts";
import type { Reading } from "./find";
import { fromKey, keyOf, keyOfRef } from "./memory";
import { CAPITAL } from "./names";
import type { Candidate } from "./resolve";
import { spellingHash, Tokens, tokenise } from "./tokens";
import type { Twins } from "./twins";

/** What the reader said of a name. Of two that contradict each other, the later holds. */
export interface NameCorrection {
  /** The name as it stood on a page. It is of every name that is spelt so when both are folded. */
  readonly text: string;
  /**
   * "other": the name means the entry `to`, as sure as if that had been named in full; it need not be listed with this
   * name. "not": it does not mean the entry `ref`, or its twins. "never": it is no name.
   */
  readonly wrong: "other" | "not" | "never";
  /** Each of the two is one entry: its ref, and those of its twins, one a line, for a pack that has it may be switched off. */
  readonly ref: string;
  readonly to: string;
}

interface Opened {
  readonly packs: readonly OpenPack[];
  readonly facts: readonly Facts[];
  readonly twins: Pick<Twins, "first">;
}

/** What holds of one spelling. Keys are those of the first of all twins. */
interface Rule {
  never: boolean;
  /** The entry that is meant; -1 where the reader named none. */
  to: number;
  readonly not: Set<number>;
}

/**
 * The candidates as the corrections leave them, in the same order: some with fewer readings, some settled, some gone.
 * @param candidates of these blocks; none of them is changed
 */
export function withCorrections(
  candidates: readonly Candidate[], blocks: readonly string[], corrections: readonly NameCorrection[], opened: Opened,
): Candidate[] {
  const rules = rulesOf(corrections, opened);
  // A page repeats its names.
  const met = new Map<string, Rule | undefined>();
  const ruleAt = (block: number, start: number, end: number) => {
    const surface = blocks[block]!.slice(start, end);
    if (!met.has(surface)) met.set(surface, rules.get(folded(surface)));
    return met.get(surface);
  };
  return candidates.flatMap((candidate) => corrected(candidate, ruleAt, opened) ?? []);
}

function rulesOf(corrections: readonly NameCorrection[], { packs, twins }: Opened): Map<string, Rule> {
  const rules = new Map<string, Rule>();
  const firstOf = (refs: string) => {
    const key = refs.split("\n").map((ref) => keyOfRef(packs, ref)).find((each) => each >= 0);
    return key === undefined ? -1 : twins.first(key);
  };
  for (const { text, wrong, ref, to } of corrections) {
    const spelling = folded(text);
    if (spelling === "") continue;
    let rule = rules.get(spelling);
    if (!rule) rules.set(spelling, (rule = { never: false, to: -1, not: new Set() }));
    if (wrong === "never") {
      rule.never = true;
      rule.to = -1;
      continue;
    }
    const [key, meant] = [firstOf(ref), wrong === "other" ? firstOf(to) : -1];
    if (key >= 0 && key !== meant) rule.not.add(key);
    if (key >= 0 && key === rule.to) rule.to = -1;
    // Where its pack is not open, it is still said that the other is wrong.
    if (meant < 0) continue;
    rule.to = meant;
    rule.never = false;
    rule.not.delete(meant);
  }
  return rules;
}

const scratch = new Tokens();

/** What is the same in all spellings that the dictionary does not tell apart; empty for a text without letters or digits. */
function folded(text: string): string {
  tokenise(text, scratch);
  const { count } = scratch;
  return count === 0 ? "" : `${keyOfTokens(scratch, 0, count)} ${spellingHash(text, scratch, 0, count)}`;
}

type RuleAt = (block: number, start: number, end: number) => Rule | undefined;

/** The candidate as it is to be decided about; null where it means nothing of ours. */
function corrected(candidate: Candidate, ruleAt: RuleAt, { facts }: Opened): Candidate | null {
  const { block, start, end, initial, initialsStart, readings } = candidate;
  const plain = ruleAt(block, start, end);
  const whole = initial === 0 ? plain : ruleAt(block, initialsStart, end);
  if (!plain && !whole) return candidate;
  /** The mention of an entry whose initials stand before the name begins with them. */
  const hasInitials = ({ pack, entry }: Reading) => initial !== 0 && facts[pack]!.hasInitial(entry, initial);
  const left: Reading[] = [];
  for (const reading of readings) {
    const rule = hasInitials(reading) ? whole : plain;
    if (rule && rule.to >= 0) return settled(candidate, rule.to, hasInitials(reading) ? initialsStart : start);
    if (!rule || !(rule.never || rule.not.has(keyOf(reading.pack, reading.entry)))) left.push(reading);
  }
  if (left.length === 0) return null;
  return left.length === readings.length ? candidate : { ...candidate, readings: left };
}

/** The reader has said who is meant: nothing is weighed, and nobody else is thought of. */
function settled(candidate: Candidate, to: number, start: number): Candidate {
  const reading: Reading = { ...fromKey(to), nameClass: "full", flags: CAPITAL, small: false };
  return { ...candidate, start, readings: [reading], initial: 0, initialsStart: start, surname: 0, settled: true };
}
