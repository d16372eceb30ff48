interface SwitchProps {
  label: string;
  checked: boolean;
  onChange(checked: boolean): void;
}

/** A labelled on/off switch. */
export function Switch({ label, checked, onChange }: SwitchProps) {
  return (
    <label class="switch">
      <span>{label}</span>
      <input
        type="checkbox"
        role="switch"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
