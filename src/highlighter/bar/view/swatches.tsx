import { type Colour, COLOURS } from "../../../messages/highlight";
import type { BarProps } from "./props";

interface SwatchesProps extends Pick<BarProps, "t" | "names"> {
  /** The one that the highlight has; nothing is chosen yet without. */
  chosen?: Colour | undefined;
  onPick(colour: Colour): void;
}

/** One button a colour, each with the beginning of its name: five hues are not five to everybody. */
export function Swatches({ t, names, chosen, onPick }: SwatchesProps) {
  const labels = COLOURS.map((colour) => names[colour] || t(`colour_${colour}`));
  const marks = shortest(labels);
  return (
    <span class="swatches" role="group" aria-label={t("bar_colours")}>
      {COLOURS.map((colour, at) => {
        const given = names[colour];
        const label = given ? t("colour_named", given, t(`colour_${colour}`)) : labels[at]!;
        return (
          <button
            class={`swatch ${colour}`}
            title={label}
            aria-label={label}
            aria-pressed={chosen && chosen === colour}
            onClick={() => onPick(colour)}
          >
            {marks[at]}
          </button>
        );
      })}
    </span>
  );
}

/** Of each name as much of its beginning as none of the others has, two letters at most: "Y", "G", "B", "Pi", "Pu". */
export function shortest(names: readonly string[]): string[] {
  const letters = names.map((name) => [...name]);
  return letters.map((own, at) => {
    const [first = ""] = own;
    const shared = letters.some((others, other) => other !== at && others[0]?.toLowerCase() === first.toLowerCase());
    return own.slice(0, shared ? 2 : 1).join("");
  });
}
