/**
 * Names of sites as people write them: "xn--mller-kva.example" is "müller.example". A label that may pass for another of
 * other letters is shown as browsers keep it.
 *
 * A label is shown as written where it has two letters or more, all of it is of one of the scripts that the interface is
 * read in,
 * - Han and kana, each stretch of which has a letter that looks like none of the others (ニ and 二, へ and ヘ are alike), none
 *   of the others that may belong to the next stretch, and none that is but a stroke or a circle,
 * - Hangul,
 * - Cyrillic with a letter that looks like none of ASCII ("аррӏе" has none), and without digits, which б and з look like,
 * - ASCII with the accented letters of western Europe whose marks are seen at a glance ("wìkipedia" is not),
 *
 * and the browser makes the same name of it again.
 *
 * This keeps letters of two scripts apart. It does not tell names apart that differ within one: by an accent ("googlé"),
 * or by a stroke (未 and 末). Of the browsers, Firefox shows those; Chromium does unless they look like a site that is
 * visited much or by this reader, of which there is no list here.
 */
import { decodePunycode } from "./punycode";

const PREFIX = "xn--";
/** So many characters has a label of a name in the DNS at most, RFC 1035, 2.3.4. A file of settings may bring any text as a site. */
const LONGEST = 63;
const READABLE: readonly RegExp[] = [
  /^(?!.*[丨丶丿])[々一-鿿ぁ-ゖァ-ヺー\d-]+$/u,
  /^[가-힣\d-]+$/u,
  /^(?=.*[джийлфыэюяљњ])[а-яёґєіїјљњђћџў-]+$/u,
  /^[a-z\d\-ßàáâãäåæçèéêëñòóôõöøùúûüœ]+$/u,
];

/** Letters of Han and of hiragana that look like some of katakana; and the katakana. */
const [HAN_TWINS, HIRAGANA_TWINS, KATAKANA_TWINS] = ["々一二三七八力千卜又乂口囗厶夕工才匕彡亻刂礻", "へべぺり", "イエオカセタチトニヌネノハヒヘベペミムメリロマ"];
/** Stretches of Han, hiragana and katakana, with the marks of long vowels after kana. */
const STRETCHES = /[々一-鿿]+|[ぁ-ゖ][ぁ-ゖー]*|[ァ-ヺー]+/gu;
/** Those of such letters alone; and where a mark of a long vowel is after no kana: it looks like 一. */
const DOUBTFUL = new RegExp(`^(?:[${HAN_TWINS}]+|[${HIRAGANA_TWINS}ー]+|[${KATAKANA_TWINS}ー]+|ー.*)$`, "u");
/** Where such a letter may be taken for one of the kana beside it. */
const BESIDE_KANA = new RegExp(`[${HAN_TWINS}][ぁ-ゖァ-ヺー]|[ぁ-ゖァ-ヺー][${HAN_TWINS}]|[${HIRAGANA_TWINS}]ー*[ァ-ヺ]|[ァ-ヺー][${HIRAGANA_TWINS}]`, "u");

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
  return decoded !== null && isPlain(decoded) ? decoded : label;
}

function isPlain(label: string): boolean {
  const letters = label.replace(/[\d-]/gu, "");
  if ([...letters].length < 2 || !READABLE.some((script) => script.test(label))) return false;
  return !BESIDE_KANA.test(label) && !label.match(STRETCHES)?.some((stretch) => DOUBTFUL.test(stretch));
}
