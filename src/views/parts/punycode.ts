/** Punycode, RFC 3492: letters of any script as letters, digits and hyphens of ASCII. Only reading: URLs are written by the browser. */

/** The parameters of section 5. */
const BASE = 36;
const [T_MIN, T_MAX] = [1, 26];
const SKEW = 38;
const DAMP = 700;
const FIRST_BIAS = 72;
const FIRST_CODE = 0x80;
const LAST_CODE = 0x10ffff;

/**
 * The procedure of section 6.2.
 * @param encoded without the prefix "xn--"
 * @returns `null` for what is no Punycode
 */
export function decodePunycode(encoded: string): string | null {
  const delimiter = encoded.lastIndexOf("-");
  const output = Array.from(encoded.slice(0, Math.max(delimiter, 0)), (each) => each.charCodeAt(0));
  if (output.some((code) => code >= FIRST_CODE)) return null;
  let [code, at, bias] = [FIRST_CODE, 0, FIRST_BIAS];
  for (let next = delimiter + 1; next < encoded.length; ) {
    const before = at;
    for (let weight = 1, k = BASE; ; k += BASE) {
      const digit = digitOf(encoded.charCodeAt(next++));
      at += digit * weight;
      // Also where the text has ended within a number, whose next digit is then none.
      if (!Number.isSafeInteger(at)) return null;
      const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    const length = output.length + 1;
    bias = adapted(at - before, length, before === 0);
    code += Math.floor(at / length);
    at %= length;
    if (code > LAST_CODE) return null;
    output.splice(at++, 0, code);
  }
  return String.fromCodePoint(...output);
}

/** Letters of both cases are 0 to 25, digits 26 to 35, anything else NaN. */
function digitOf(code: number): number {
  const digit = parseInt(String.fromCharCode(code), BASE);
  return digit < 10 ? digit + 26 : digit - 10;
}

/** The adaptation of the bias, section 6.1. */
function adapted(delta: number, length: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2));
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}
