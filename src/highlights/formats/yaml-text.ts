/** YAML 1.2 (https://yaml.org/spec/1.2.2/), as much of it as the front matter of a note needs. */

export type YamlValue = string | number | readonly YamlValue[] | { readonly [key: string]: YamlValue };

/** Lines of a mapping whose keys are plain words. Lists and mappings that are empty are written in brackets. */
export function yamlText(value: Readonly<Record<string, YamlValue>>): string {
  return Object.entries(value).map(([key, each]) => `${key}:${below(each, "")}\n`).join("");
}

/** What stands after a colon or a hyphen: on the same line, or indented on those below. */
function below(value: YamlValue, indent: string): string {
  if (typeof value !== "object") return ` ${scalar(value)}`;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = (value as readonly YamlValue[]).map((each) => `\n${inner}-${below(each, inner)}`);
    return items.join("") || " []";
  }
  const fields = Object.entries(value as Record<string, YamlValue>).map(([key, each]) => `\n${inner}${key}:${below(each, inner)}`);
  return fields.join("") || " {}";
}

/** Days stand bare, so that Obsidian knows them for dates; every other text in quotation marks, whatever it looks like. */
function scalar(value: string | number): string {
  if (typeof value === "number" || /^\d{4}-\d\d-\d\d$/.test(value)) return String(value);
  // Strings of JSON are strings of YAML, save for what YAML does not count as printable.
  return JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
