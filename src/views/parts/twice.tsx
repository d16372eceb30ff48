import { useState } from "preact/hooks";

interface TwiceProps {
  label: string;
  /** What it says when it was pressed once. */
  really: string;
  class?: string;
  onPress(event: MouseEvent): void;
}

/** A button for what cannot be undone, or not easily: pressed once, it asks. */
export function Twice({ label, really, class: name = "", onPress }: TwiceProps) {
  const [asked, setAsked] = useState(false);
  const press = (event: MouseEvent) => {
    setAsked(!asked);
    if (asked) onPress(event);
  };
  return (
    <button type="button" class={`${name}${asked ? " really" : ""}`} onBlur={() => setAsked(false)} onClick={press}>
      {asked ? really : label}
    </button>
  );
}
