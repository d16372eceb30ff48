import { useId } from "preact/hooks";

interface SwitchProps {
  label: string;
  /** Id of what says what is switched, where the label alone does not: it is read before the label. */
  of?: string;
  checked: boolean;
  onChange(checked: boolean): void;
}

/** A labelled on/off switch. */
export function Switch({ label, of, checked, onChange }: SwitchProps) {
  const id = useId();
  return (
    <label class="switch">
      <span id={id}>{label}</span>
      <input
        type="checkbox"
        role="switch"
        aria-labelledby={of && `${of} ${id}`}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
