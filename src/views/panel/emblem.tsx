/** What stands for an entry where there is no room for a face: the initials of a person, an emblem for all else. */
import type { Kind } from "../../packs/model";

/** Drawn for this, in a square of 24; lines, filled by nothing. */
const EMBLEMS: Record<Exclude<Kind, "person">, string> = {
  event: "M5 7h14v12H5zM5 11h14M9 4.5V8M15 4.5V8",
  organisation: "M4 9.5 12 5l8 4.5zM6.5 12v5M12 12v5M17.5 12v5M4 19.5h16",
  place: "M12 20c4-4.6 6-7.6 6-10a6 6 0 0 0-12 0c0 2.4 2 5.4 6 10zM12 12.200a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.400z",
  document: "M7 4.500h7l4 4v11H7zM14 4.500v4h4M10 12.500h5M10 15.500h5",
  weapon: "M12 4c2.3 2.2 3.3 4.8 3.3 8v4.500H8.700V12c0-3.2 1-5.8 3.3-8zM8.7 13.5 6 16.500V19l2.7-2M15.3 13.500l2.7 3V19l-2.7-2",
  idea: "M9.5 17h5M10 19.500h4M12 4.500a5 5 0 0 0-2.8 9.200c.5.4.8 1 .8 1.600V17h4v-1.700c0-.6.3-1.2.8-1.600A5 5 0 0 0 12 4.500z",
  other: "M12 6.500v11M6.5 12h11",
};

export function Emblem({ kind, initials }: { kind: Kind; initials: string }) {
  return (
    <span class={`emblem ${kind}`} aria-hidden="true">
      {kind === "person" ? (
        <span class={initials.length > 2 ? "many" : undefined}>{initials}</span>
      ) : (
        <svg viewBox="0 0 24 24" focusable="false">
          <path d={EMBLEMS[kind]} />
        </svg>
      )}
    </span>
  );
}
