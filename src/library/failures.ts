/** Why the browser did not keep something, in the words of the contract. */
import type { Kept } from "../messages/about-highlights";

type Refusal = Required<Pick<Kept, "refused" | "why">>;

/** @param error what opening the database or writing to it threw */
export function refusalOf(error: unknown): Refusal {
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  const refused = name === "QuotaExceededError" ? "full" : name === "VersionError" ? "newer" : "storage";
  return { refused, why: String(error) };
}
