/** Controls for one of a few values. */
import type { MessageKey } from "../../i18n/translate";
import type { OptionsPage } from "./setting";

interface ChoicesProps<Value extends string> {
  page: OptionsPage;
  name: string;
  values: readonly Value[];
  value: Value;
  /** Key of what a value is called. */
  label(value: Value): MessageKey;
  onChange(value: Value): void;
}

/** As radio buttons: all of them are read at once. */
export function Choices<Value extends string>({ page: { t }, name, values, value, label, onChange }: ChoicesProps<Value>) {
  return (
    <>
      {values.map((each) => (
        <label key={each} class="choice">
          <input type="radio" name={name} value={each} checked={each === value} onChange={() => onChange(each)} />
          {t(label(each))}
        </label>
      ))}
    </>
  );
}

interface SelectProps<Value extends string> {
  page: OptionsPage;
  values: readonly Value[];
  value: Value;
  label(value: Value): MessageKey;
  onChange(value: Value): void;
}

export function Select<Value extends string>({ page: { t }, values, value, label, onChange }: SelectProps<Value>) {
  return (
    <select value={value} onChange={(event) => onChange(event.currentTarget.value as Value)}>
      {values.map((each) => (
        <option key={each} value={each} selected={each === value}>
          {t(label(each))}
        </option>
      ))}
    </select>
  );
}
