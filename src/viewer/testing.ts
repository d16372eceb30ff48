/** Writes small PDFs (ISO 32000-1) for tests: lines of text where a test wants them, in fonts that every viewer has. */
import { encryption } from "./testing-lock";

export interface PdfText {
  text: string;
  /** The codes of the text in its font, in hexadecimal, where it is written in none that this maker knows. */
  codes?: string;
  /** Where the baseline begins, in points from the top left corner of the page. */
  x: number;
  y: number;
  /** In points. */
  size?: number;
  /** "korean" is written in UCS-2 of its own character collection, whose table the viewer has to bring, as those of old encodings. */
  font?: keyof typeof FONTS;
}

/** A link in a rectangle, whose lower left corner is so far from the top left corner of the page (points). */
export interface PdfLinkBox {
  x: number;
  y: number;
  width: number;
  height: number;
  /** An address, a place on a page, or the name of such a place. */
  to: string | PdfPlace | { name: string };
}

export interface PdfPlace {
  /** Counted from 1. */
  page: number;
  /** From the top of the page, in points. */
  y: number;
}

export interface PdfContent {
  pages: readonly (readonly PdfText[])[];
  /** Of each page. */
  links?: readonly (readonly PdfLinkBox[])[];
  /** Places that have a name. */
  names?: Readonly<Record<string, PdfPlace>>;
  /** How high the pages are, in points, where not as A4. */
  heights?: readonly number[];
  /** A picture in JBIG2 that fills the upper left corner of the first page, a hundred points wide and high: its segments, in hexadecimal. */
  picture?: { width: number; height: number; jbig2: string };
  /** Properties in XMP, as they stand in its description. */
  xmp?: string;
  /** With which it is encrypted (RC4, 40 bits); each character of the file is a byte then. */
  password?: string;
  title?: string;
  author?: string;
  /** "D:20170705120000Z". */
  created?: string;
  lang?: string;
  /** Degrees by which viewers turn the pages, clockwise: a multiple of 90. */
  rotate?: number;
}

/** An A4 page, in points. */
export const PAGE = { width: 595, height: 842 };

const FONTS = {
  sans: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  serif: "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
  bold: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
  korean: cidFont("HYSMyeongJo-Medium", "UniKS-UCS2-H", "Korea1"),
  uhc: cidFont("HYSMyeongJo-Medium", "KSCms-UHC-H", "Korea1"),
  gbk: cidFont("STSong-Light", "GBK-EUC-H", "GB1"),
  big5: cidFont("MSung-Light", "ETen-B5-H", "CNS1"),
  sjis: cidFont("HeiseiMin-W3", "90ms-RKSJ-H", "Japan1"),
};
const NAMES = Object.keys(FONTS) as (keyof typeof FONTS)[];

/** A font that is not in the file, of characters that are numbered in a collection of Adobe's. */
function cidFont(name: string, encoding: string, ordering: string): string {
  return (
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /${encoding} /DescendantFonts [ << /Type /Font /Subtype /CIDFontType0 ` +
    `/BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 1 >> /DW 1000 ` +
    `/FontDescriptor << /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> >> ] >>`
  );
}

/** A PDF, of ASCII alone unless it is encrypted. Texts in Latin letters have to be Latin-1. */
export function makePdf(content: PdfContent): string {
  const { pages, links = [], names = {}, heights = [], picture, xmp, title, author, created, lang, rotate = 0, password } = content;
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const info = [title && `/Title ${textString(title)}`, author && `/Author ${textString(author)}`, created && `/CreationDate (${created})`];
  const firstPage = NAMES.length + 4;
  const more = firstPage + 2 * pages.length;
  const place = ({ page, y }: PdfPlace) => `[ ${firstPage + 2 * (page - 1)} 0 R /XYZ null ${PAGE.height - y} null ]`;
  const link = ({ x, y, width, height, to }: PdfLinkBox) => {
    const leads = typeof to === "string" ? `/A << /S /URI /URI (${to}) >>` : `/Dest ${"name" in to ? `/${to.name}` : place(to)}`;
    return `<< /Type /Annot /Subtype /Link /Border [ 0 0 0 ] /Rect [ ${x} ${PAGE.height - y} ${x + width} ${PAGE.height - y + height} ] ${leads} >>`;
  };
  const dests = Object.entries(names).map(([name, at]) => `/${name} ${place(at)}`);
  add(`<< /Type /Catalog /Pages 2 0 R /Dests << ${dests.join(" ")} >>${lang ? ` /Lang (${lang})` : ""}${xmp ? ` /Metadata ${more + 1} 0 R` : ""} >>`);
  add(`<< /Type /Pages /Count ${pages.length} /Kids [ ${pages.map((_, at) => `${firstPage + 2 * at} 0 R`).join(" ")} ] >>`);
  add(`<< ${info.filter(Boolean).join(" ")} >>`);
  for (const name of NAMES) add(FONTS[name]);
  const fonts = NAMES.map((name, at) => `/${name} ${at + 4} 0 R`).join(" ");
  const resources = `/Font << ${fonts} >>${picture ? ` /XObject << /picture ${more} 0 R >>` : ""}`;
  for (const [at, texts] of pages.entries()) {
    const painted = picture && at === 0 ? `q 100 0 0 100 0 ${PAGE.height - 100} cm /picture Do Q\n` : "";
    const shows = painted + texts.map(shown).join("\n");
    const box = `[ 0 ${PAGE.height - (heights[at] ?? PAGE.height)} ${PAGE.width} ${PAGE.height} ]`;
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Rotate ${rotate} /Annots [ ${(links[at] ?? []).map(link).join(" ")} ] /Resources << ${resources} >> /Contents ${firstPage + 2 * at + 1} 0 R >>`,
    );
    add(stream("", shows));
  }
  const { width = 0, height = 0, jbig2 = "" } = picture ?? {};
  add(stream(`/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter [ /ASCIIHexDecode /JBIG2Decode ]`, `${jbig2}>`));
  add(stream("/Type /Metadata /Subtype /XML", packet(xmp ?? "")));
  return written(objects, password);
}

function stream(says: string, content: string): string {
  return `<< ${says} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function packet(properties: string): string {
  const spaces = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/3.0/"';
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF ${spaces}><rdf:Description rdf:about="">${properties}</rdf:Description></rdf:RDF></x:xmpmeta>`;
}

/** Lines of a paragraph one below the other, as a typesetter breaks them. */
export function setLines(lines: readonly string[], at: Omit<PdfText, "text">, leading = 1.3 * (at.size ?? 11)): PdfText[] {
  return lines.map((text, index) => ({ ...at, text, y: at.y + index * leading }));
}

function shown({ text, codes: given, x, y, size = 11, font = "serif" }: PdfText): string {
  const escaped = text.replace(/[\\()\u0080-\u00FF]/g, (character) => `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`);
  const codes = given ? `<${given}>` : font === "korean" ? `<${hex(text)}>` : `(${escaped})`;
  return `BT /${font} ${size} Tf 1 0 0 1 ${x} ${PAGE.height - y} Tm ${codes} Tj ET`;
}

/** UTF-16, behind the mark that says so. */
function textString(text: string): string {
  return `<FEFF${hex(text)}>`;
}

function hex(text: string): string {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, "0")).join("");
}

/** Header, objects, the table that says where each of them begins, and the trailer. */
function written(objects: readonly string[], password: string | undefined): string {
  // As PDFs have to tell themselves from others (14.4): a hash, here FNV-1a, of what is in it.
  const id = [0x811c9dc5, 0x01000193].map((from) => hashed(objects.join(), from)).join("").padStart(32, "0");
  const lock = password === undefined ? null : encryption(password, id);
  let file = "%PDF-1.4\n";
  const offsets = objects.map((body, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${lock ? lock.encrypt(body, at + 1) : body}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const start = file.length;
  return `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 3 0 R /ID [ <${id}> <${id}> ]${lock ? ` /Encrypt ${lock.dictionary}` : ""} >>\nstartxref\n${start}\n%%EOF\n`;
}

function hashed(text: string, from: number): string {
  let hash = from;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
