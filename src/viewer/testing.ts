/** Writes small PDFs (ISO 32000-1) for tests: lines of text where a test wants them, in fonts that every viewer has. */

export interface PdfText {
  text: string;
  /** Where the baseline begins, in points from the top left corner of the page. */
  x: number;
  y: number;
  /** In points. */
  size?: number;
  /** "korean" is written in UCS-2 of its own character collection, whose table the viewer has to bring. */
  font?: "sans" | "serif" | "bold" | "korean";
}

export interface PdfContent {
  pages: readonly (readonly PdfText[])[];
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

const FONTS: Record<NonNullable<PdfText["font"]>, string> = {
  sans: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  serif: "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
  bold: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
  korean:
    "<< /Type /Font /Subtype /Type0 /BaseFont /HYSMyeongJo-Medium /Encoding /UniKS-UCS2-H /DescendantFonts [ << /Type /Font /Subtype /CIDFontType0 " +
    "/BaseFont /HYSMyeongJo-Medium /CIDSystemInfo << /Registry (Adobe) /Ordering (Korea1) /Supplement 1 >> /DW 1000 " +
    "/FontDescriptor << /Type /FontDescriptor /FontName /HYSMyeongJo-Medium /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> >> ] >>",
};
const NAMES = Object.keys(FONTS) as NonNullable<PdfText["font"]>[];

/** A PDF, of ASCII alone. Texts that are not Korean have to be Latin-1. */
export function makePdf({ pages, title, author, created, lang, rotate = 0 }: PdfContent): string {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const info = [title && `/Title ${textString(title)}`, author && `/Author ${textString(author)}`, created && `/CreationDate (${created})`];
  const firstPage = NAMES.length + 4;
  add(`<< /Type /Catalog /Pages 2 0 R${lang ? ` /Lang (${lang})` : ""} >>`);
  add(`<< /Type /Pages /Count ${pages.length} /Kids [ ${pages.map((_, at) => `${firstPage + 2 * at} 0 R`).join(" ")} ] >>`);
  add(`<< ${info.filter(Boolean).join(" ")} >>`);
  for (const name of NAMES) add(FONTS[name]);
  const fonts = NAMES.map((name, at) => `/${name} ${at + 4} 0 R`).join(" ");
  for (const [at, texts] of pages.entries()) {
    const content = texts.map(shown).join("\n");
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 ${PAGE.width} ${PAGE.height} ] /Rotate ${rotate} /Resources << /Font << ${fonts} >> >> /Contents ${firstPage + 2 * at + 1} 0 R >>`,
    );
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  return written(objects);
}

/** Lines of a paragraph one below the other, as a typesetter breaks them. */
export function setLines(lines: readonly string[], at: Omit<PdfText, "text">, leading = 1.3 * (at.size ?? 11)): PdfText[] {
  return lines.map((text, index) => ({ ...at, text, y: at.y + index * leading }));
}

function shown({ text, x, y, size = 11, font = "serif" }: PdfText): string {
  const escaped = text.replace(/[\\()\u0080-\u00FF]/g, (character) => `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`);
  const codes = font === "korean" ? `<${hex(text)}>` : `(${escaped})`;
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
function written(objects: readonly string[]): string {
  let file = "%PDF-1.4\n";
  const offsets = objects.map((body, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const start = file.length;
  // As PDFs have to tell themselves from others (14.4): a hash, here FNV-1a, of what is in it.
  const id = [0x811c9dc5, 0x01000193].map((from) => hashed(file, from)).join("").padStart(32, "0");
  return `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 3 0 R /ID [ <${id}> <${id}> ] >>\nstartxref\n${start}\n%%EOF\n`;
}

function hashed(text: string, from: number): string {
  let hash = from;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
