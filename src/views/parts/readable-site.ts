/**
 * Names of sites as people write them: "xn--mller-kva.example" is "müller.example". Only where that cannot pass for another
 * name: a label that may is shown as browsers keep it. The rule is narrower than those of browsers, which know how often
 * a site is visited, and of which other one a name may be a forgery.
 *
 * A label is shown as written where all of it is of one of the scripts that the interface is read in,
 * - Han and kana, or Hangul,
 * - Cyrillic with a letter that looks like no Latin one ("аррӏе" has none),
 * - ASCII with the accented letters of western Europe whose marks are seen at a glance ("wìkipedia" is not),
 *
 * and the browser makes the same name of it again.
 */
import { decodePunycode } from "./punycode";

const PREFIX = "xn--";
/** So many characters has a label of a name in the DNS at most, RFC 1035, 2.3.4. A file of settings may bring any text as a site. */
const LONGEST = 63;
const READABLE: readonly RegExp[] = [
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\d-]+$/u,
  /^[가-힣\d-]+$/u,
  /^(?=.*[бджзийлфцчшщыэюяґєљњђ])[а-яёґєіїјљњђћџў\d-]+$/u,
  /^[a-z\d\-ßàáâãäåæçèéêëñòóôõöøùúûüœ]+$/u,
];

/** @param host as browsers give it, or anything else, which is returned as it is */
export function readableSite(host: string): string {
  if (!host.includes(PREFIX)) return host;
  const shown = host.split(".").map((label) => readableLabel(label)).join(".");
  const address = `http://${shown}`;
  return URL.canParse(address) && new URL(address).hostname === host ? shown : host;
}

/** An address with the name of its site as people write it. @param address any string; what has no site is returned as it is */
export function readableAddress(address: string): string {
  return address.replace(/^([a-z]+:\/\/)([^/?#]+)/, (_, scheme: string, host: string) => scheme + readableSite(host));
}

function readableLabel(label: string): string {
  const decoded = label.startsWith(PREFIX) && label.length <= LONGEST ? decodePunycode(label.slice(PREFIX.length)) : null;
  return decoded !== null && READABLE.some((script) => script.test(decoded)) ? decoded : label;
}
