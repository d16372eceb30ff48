/** The colours of highlights in what we draw ourselves: grounds for dark letters on a light screen, and the other way round. */
import type { Colour } from "../../messages/highlight";

/** Light and dark. */
export const GROUNDS: Record<Colour, readonly [light: string, dark: string]> = {
  yellow: ["#ffe58a", "#6b5606"],
  green: ["#bfe8b4", "#2c5a2b"],
  blue: ["#b9dcfb", "#20507c"],
  pink: ["#ffc9de", "#7a2c50"],
  purple: ["#dccdfb", "#523a8c"],
};
