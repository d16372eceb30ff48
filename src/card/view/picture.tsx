import type { Drawing } from "../../messages/contract";

/** A drawing of the background, as it says: nothing in it but numbers and texts. */
export function Picture({ label, box, shapes }: Drawing) {
  return (
    <svg role="img" aria-label={label} viewBox={`${box}`}>
      {shapes.map(({ style, lines, text }) =>
        text === undefined ? (
          <path class={style} d={lines.map((points) => `M${points}`).join("")} />
        ) : (
          <text class={style} x={lines[0]?.[0]} y={lines[0]?.[1]}>
            {text}
          </text>
        ),
      )}
    </svg>
  );
}
