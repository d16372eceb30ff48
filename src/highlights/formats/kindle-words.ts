/** The words of a Kindle's clippings, as far as we know them of its languages. What is not known is a highlight. */

/** "Your Note", "Ihre Notiz", "Tu nota", "Votre note", "La tua nota", "Sua nota", "Je notitie", "Ваша заметка", メモ, 笔记, 메모. */
export const NOTE = /(?<!\p{L})(?:note|notiz|nota|notitie|заметка)(?!\p{L})|メモ|笔记|筆記|메모|노트/iu;

/** "Your Bookmark", "Ihr Lesezeichen", "Tu marcador", "Votre signet", "Il tuo segnalibro", "Ваша закладка", ブックマーク, 书签, 북마크. */
export const BOOKMARK = /(?<!\p{L})(?:bookmark|lesezeichen|marcador|signet|segnalibro|bladwijzer|закладка)(?!\p{L})|ブックマーク|书签|書籤|북마크|책갈피/iu;

/** January to December, in one language a line: en, de, es, fr, it, pt, nl, ru. */
const MONTHS = [
  "january february march april may june july august september october november december",
  "januar februar märz april mai juni juli august september oktober november dezember",
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
  "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
  "januari februari maart april mei juni juli augustus september oktober november december",
  "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
];

const MONTH_OF = new Map(MONTHS.flatMap((names) => names.split(" ").map((name, at) => [name, at + 1] as const)));

const AFTERNOON = /(?<=\d\s?)p\.?\s?m\.?(?!\p{L})|下午|午後|오후/iu;
const MORNING = /(?<=\d\s?)a\.?\s?m\.?(?!\p{L})|上午|午前|오전/iu;

/**
 * "Added on Friday, March 5, 2021 4:12:33 AM", "Hinzugefügt am Freitag, 5. März 2021 04:12:33", "添加于 2021年3月5日星期五 上午4:12:33".
 * @returns ISO instant, taking the device's clock for UTC, since it says no zone; `undefined` where the day is not understood
 */
export function kindleInstant(text: string): string | undefined {
  const plain = text.normalize("NFC").toLowerCase();
  const day = dayIn(plain);
  if (!day) return undefined;
  const [, hours = "0", minutes = "0", seconds = "0"] = /(\d{1,2}):(\d\d)(?::(\d\d))?/.exec(plain) ?? [];
  const hour = AFTERNOON.test(plain) ? (Number(hours) % 12) + 12 : MORNING.test(plain) ? Number(hours) % 12 : Number(hours);
  const [year, month, date] = day;
  const moment = new Date(Date.UTC(year, month - 1, date, hour, Number(minutes), Number(seconds)));
  return moment.getUTCDate() === date && moment.getUTCMonth() === month - 1 ? moment.toISOString() : undefined;
}

function dayIn(text: string): [year: number, month: number, day: number] | undefined {
  const inNumbers = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/.exec(text);
  if (inNumbers) return [Number(inNumbers[1]), Number(inNumbers[2]), Number(inNumbers[3])];
  const month = text.match(/\p{L}+/gu)?.map((word) => MONTH_OF.get(word)).find((number) => number !== undefined);
  const year = /(?<!\d)\d{4}(?!\d)/.exec(text)?.[0];
  const date = /(?<![\d:])\d{1,2}(?![\d:])/.exec(text)?.[0];
  return month && year && date ? [Number(year), month, Number(date)] : undefined;
}
