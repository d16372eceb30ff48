/** "668 kB", "1.2 MB": as file managers say it, a kilobyte being a thousand bytes. */
export function sizeIn(lang: string, bytes: number): string {
  const [unit, value] = bytes < 1e6 ? (["kilobyte", bytes / 1e3] as const) : bytes < 1e9 ? (["megabyte", bytes / 1e6] as const) : (["gigabyte", bytes / 1e9] as const);
  return new Intl.NumberFormat(lang, { style: "unit", unit, maximumFractionDigits: unit === "kilobyte" ? 0 : 1 }).format(Math.max(value, 1));
}
