/** Names of people and institutions of CSL-JSON, as the Chicago Manual of Style (17th edition) prints them. */
import type { CslName } from "./csl";

/** A bibliography lists up to ten authors; of more than those, the first seven (14.76). */
const MOST_LISTED = 10;
const LISTED_OF_MANY = 7;

/** A note names up to three; of more, the first (14.76). */
const MOST_IN_NOTE = 3;

/** "Radchenko, Sergey, and Lorenz Lüthi": the first name inverted, since a bibliography is sorted by it. */
export function namesInBibliography(names: readonly CslName[] | undefined): string {
  const printed = present(names).map((name, index) => (index === 0 ? inverted(name) : direct(name)));
  if (printed.length > MOST_LISTED) return `${printed.slice(0, LISTED_OF_MANY).join(", ")}, et al.`;
  // An inverted name has a comma of its own, so that even two names need one between them.
  return enumerate(printed, true);
}

/** "Sergey Radchenko and Lorenz Lüthi". */
export function namesInNote(names: readonly CslName[] | undefined): string {
  const printed = present(names).map(direct);
  return printed.length > MOST_IN_NOTE ? `${printed[0]} et al.` : enumerate(printed, false);
}

/** "Radchenko and Lüthi": family names alone. */
export function familyNames(names: readonly CslName[] | undefined): string {
  const printed = present(names).map((name) => name.literal ?? (withParticle(name) || name.given || ""));
  return printed.length > MOST_IN_NOTE - 1 ? `${printed[0]} et al.` : enumerate(printed, false);
}

/** Names that print as something. */
export function present(names: readonly CslName[] | undefined): CslName[] {
  return (names ?? []).filter((name) => direct(name) !== "");
}

function inverted(name: CslName): string {
  if (name.literal) return name.literal.trim();
  return join(", ", [withParticle(name), name.given, name.suffix]);
}

function direct(name: CslName): string {
  if (name.literal) return name.literal.trim();
  return join(", ", [join(" ", [name.given, withParticle(name)]), name.suffix]);
}

function withParticle(name: CslName): string {
  return join(" ", [name["non-dropping-particle"], name.family]);
}

function enumerate(items: readonly string[], commaBetweenTwo: boolean): string {
  const [last, ...before] = [...items].reverse();
  if (last === undefined || before.length === 0) return last ?? "";
  const comma = before.length > 1 || commaBetweenTwo ? "," : "";
  return `${before.reverse().join(", ")}${comma} and ${last}`;
}

function join(separator: string, parts: readonly (string | undefined)[]): string {
  return parts.flatMap((part) => part?.trim() || []).join(separator);
}
