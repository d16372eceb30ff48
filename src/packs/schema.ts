/**
 * The shapes of model.ts, for what comes from outside: sources as Zotero wrote them, and compiled packs that somebody
 * else made.
 */
import { isId, isPackId } from "./ids";
import { KINDS, NAME_CLASSES, SENSE_USES } from "./model";
import { byField, list, nullable, object, oneOf, such, text, textSuch, wholeNumber, type Shape } from "./shape";

const texts = list(text);
const textOrNumber = such("a text or a number", (value) => typeof value === "string" || typeof value === "number");
const webAddress = textSuch("an address that begins with https://", (address) => /^https?:\/\//i.test(address));


const date = object({ edtf: text, min: nullable(wholeNumber), max: nullable(wholeNumber) });
const citations = list(object({ source: text }, { locator: text }));

const inline: Shape = (value, path) => (typeof value === "string" ? [] : node(value, path));
const node = byField({
  em: object({ em: list(inline) }),
  strong: object({ strong: list(inline) }),
  cite: object({ cite: citations }),
  entry: object({ entry: text, text }),
  href: object({ href: webAddress, text }),
});
const paragraph = list(inline);
const isDegree = (value: unknown) => typeof value === "number" && Math.abs(value) <= 180;
const place = such("latitude and longitude", (value) => {
  return Array.isArray(value) && value.length === 2 && value.every(isDegree);
});

const sense = object({ what: text, use: oneOf(...SENSE_USES) }, { entry: text, names: texts });

export const entryShape = object(
  {
    id: textSuch("an id", isId),
    kind: oneOf(...KINDS),
    names: list(object({ text, lang: text, class: oneOf(...NAME_CLASSES) }), 1),
    dates: object({}, { born: date, died: date, date, founded: date, dissolved: date }),
    roles: list(object({ title: text }, { from: date, to: date, cite: citations })),
    links: texts,
    about: list(paragraph),
    timeline: list(object({ date, text: paragraph })),
    cite: citations,
  },
  { native: text, wikipedia: text, at: place, standsFor: list(sense, 1) },
);

const voice = byField({ entry: object({ entry: text }), name: object({ name: text }) });

export const quoteShape = object(
  {
    id: text,
    pieces: list(text, 1),
    speaker: voice,
    to: list(voice),
    about: texts,
    cite: object({ source: text }, { locator: text }),
  },
  { date, occasion: text, caveat: text },
);

export const packInfoShape = object({
  id: textSuch("an id of a pack", isPackId),
  title: text,
  version: text,
  languages: list(text, 1),
  licence: text,
  authors: texts,
  description: text,
});

const names = list(
  object({}, { family: text, given: text, literal: text, suffix: text, "non-dropping-particle": text }),
);
const cslDate = object({}, { "date-parts": list(list(textOrNumber)), literal: text, raw: text });

export const sourceShape = object(
  { id: text, type: text },
  {
    title: text,
    "title-short": text,
    author: names,
    editor: names,
    issued: cslDate,
    accessed: cslDate,
    "container-title": text,
    "collection-title": text,
    publisher: text,
    "publisher-place": text,
    volume: textOrNumber,
    issue: textOrNumber,
    page: textOrNumber,
    number: textOrNumber,
    genre: text,
    medium: text,
    archive: text,
    archive_location: text,
    language: text,
    URL: webAddress,
    DOI: text,
    ISBN: text,
    note: text,
    custom: object({}),
  },
);
