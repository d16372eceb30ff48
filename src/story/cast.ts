/** Who is in a story: by what weight, under which emblem, and what they were when it took place. */
import type { CastDetail } from "../messages/contract";
import type { Entry, Kind, PackDate, Role } from "../packs/model";
import type { OpenPack } from "../packs/open";
import { formatEntryDates, span } from "./dates";
import { ownName } from "./own-name";
import { plain } from "./plain";
import type { Language } from "./sentences";

/** One time that somebody is named on a page. */
export interface Naming {
  /** Index into the cast. */
  member: number;
  kind: Kind;
  /** Of the blocks with names, from 0, the one that it stands in. */
  block: number;
  heading: boolean;
  /** How sure it is that the entry is meant, 0 to 1. */
  confidence: number;
}

/** A headline names whom the story is about; its first paragraphs name whom it turns on. In mentions of the usual sort. */
const HEADLINE = 4;
const SUBHEADING = 2;
const LEAD = 2;
/** Places are where it happens rather than who does it, and every dateline has one. */
const PLACE = 0.5;
/** Blocks with names that are the beginning of a story. */
const LEAD_BLOCKS = 3;

/**
 * How much of a story each of its cast is, in thousandths of a mention: each mention counts by how sure it is, more in a
 * headline and at the beginning, less where it is of a place.
 */
export function castWeights(namings: readonly Naming[], count: number): number[] {
  const weights = Array.from({ length: count }, () => 0);
  for (const { member, kind, block, heading, confidence } of namings) {
    const place = heading ? (block === 0 ? HEADLINE : SUBHEADING) : block < LEAD_BLOCKS ? LEAD : 1;
    weights[member]! += (kind === "place" ? PLACE : 1) * place * confidence * 1000;
  }
  return weights.map(Math.round);
}

/** Days since 1970-01-01, both inclusive. */
export interface Days {
  min: number;
  max: number;
}

/** A page speaks of the past where it names a day that lies further back than this. */
const PAST_DAYS = 366;

/**
 * The dates of a page that are of the past as it sees it: those long before it was published, or, where it does not say when
 * that was, before the last date that it names.
 */
export function pastDates(dates: readonly Days[], published: string): Days[] {
  const day = Math.floor(Date.parse(published) / 86_400_000);
  const present = Number.isNaN(day) ? Math.max(...dates.map(({ max }) => max)) : day;
  const past = dates.filter(({ max }) => max < present - PAST_DAYS);
  // A page about a single year, without a day of its own, is about nothing but the past.
  return past.length > 0 || !Number.isNaN(day) ? past : [...dates];
}

/** @param past dates that the page speaks of; see `pastDates` */
export function castDetail(pack: OpenPack, index: number, past: readonly Days[], { t, locale }: Language): Omit<CastDetail, "ref"> {
  const entry = pack.entry(index);
  const then = roleAmong(entry.roles, past);
  const now = roleNow(entry);
  const stands = then ?? entry.roles[0];
  const lines: CastDetail["lines"] = [];
  if (stands && stands !== now) lines.push({ what: then ? "then" : "role", ...inWords(stands) });
  if (now) lines.push({ what: "now", ...inWords(now) });
  const { died, dissolved } = entry.dates;
  const end = died ?? dissolved;
  if (end && lines.length > 0) lines.push({ what: "end", text: t(died ? "panel_died" : "panel_dissolved", yearsOf(end)) });
  return {
    initials: entry.kind === "person" ? initials(pack.title(index)) : "",
    who: plain(entry.about[0] ?? []),
    lines,
    own: ownName(entry),
    when: formatEntryDates(entry.dates, locale),
  };
}

function inWords({ title, from, to }: Role): { text: string; when?: string } {
  return from || to ? { text: title, when: span(from, to) } : { text: title };
}

/** The role that most of the dates fall into; of several, the one that the pack names first. */
function roleAmong(roles: readonly Role[], dates: readonly Days[]): Role | undefined {
  const hits = (role: Role) => (role.from || role.to ? dates.filter((date) => overlaps(role, date)).length : 0);
  const best = Math.max(0, ...roles.map(hits));
  return best > 0 ? roles.find((role) => hits(role) === best) : undefined;
}

function overlaps({ from, to }: Role, { min, max }: Days): boolean {
  return (from?.min ?? -Infinity) <= max && (to?.max ?? Infinity) >= min;
}

/** What somebody who lives is, or was last: of the roles that go on, the one that the pack names first. */
function roleNow({ roles, dates }: Entry): Role | undefined {
  if (dates.died || dates.dissolved) return undefined;
  const dated = roles.filter(({ from, to }) => from ?? to);
  const going = dated.find(({ to }) => !to || to.max === null);
  if (going) return going;
  return dated.toSorted((a, b) => lastDay(b) - lastDay(a))[0];
}

function lastDay({ to }: Role): number {
  return to?.max ?? -Infinity;
}

/** "1974", "c. 1974": the end of a span of which nothing else is said. */
function yearsOf(date: PackDate): string {
  return span(date, undefined).slice(0, -1);
}

/** What begins a part of a name: a capital, or what follows a hyphen, as in "Kim Il-sung". */
const PART = /(?<![\p{L}\p{M}'’])\p{Lu}|(?<=\p{L}[-‑])\p{Ll}/gu;
const MOST_INITIALS = 3;

/**
 * The capitals that the parts of a name begin with, three at most: "Kim Il Sung" as KIS, as historians write it, for a
 * family name alone would leave a story full of K. Names in scripts without capitals give their first character, which is
 * that of the family.
 */
export function initials(name: string): string {
  const capitals = name.match(PART);
  if (!capitals) return [...name.matchAll(/\p{L}/gu)].slice(0, 1).join("");
  const shown = capitals.length > MOST_INITIALS ? [capitals[0]!, capitals.at(-1)!] : capitals;
  return shown.join("").toUpperCase();
}
