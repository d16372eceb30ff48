/**
 * A page of news as large as a book, made up by rule: the same arguments give the same page. It has what such pages
 * are made of: headings, paragraphs with links and emphasis, lists, tables, captions, white space between elements.
 */

export interface GeneratedPage {
  html: string;
  textNodes: number;
  /** Characters in text nodes of the body. */
  characters: number;
  /** Names that were put into the text. */
  mentions: number;
}

/** Characters of text, and of text nodes for them, that a page is filled up to. */
export interface PageSize {
  characters: number;
  textNodes: number;
}

/** One word in so many is the first of a name. */
const WORDS_A_NAME = 90;
const SYLLABLES = "a be co da en fi gra hu in jo ka li mo ne or pra qui re sta tu u ver wi ing tion er ly ment".split(" ");
const SMALL_WORDS = "the of and to in a that was for on with as by at from his its had were which an after between".split(" ");
const INLINE = ["a", "em", "strong", "span", "a", "i"];

/** @param names Put into the text one after the other, again and again. */
export function generatePage(names: readonly string[], size: PageSize): GeneratedPage {
  const writer = new Writer(names, size.characters / size.textNodes);
  while (writer.characters < size.characters) writer.section();
  const { characters, textNodes, mentions } = writer;
  const html =
    '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Generated</title>' +
    '<meta property="og:type" content="article"></head><body>' +
    `<nav><a href="#top">Home</a></nav><main><article>${writer.parts.join("")}</article></main></body></html>`;
  return { html, characters, textNodes, mentions };
}

class Writer {
  readonly parts: string[] = [];
  characters = 0;
  textNodes = 0;
  mentions = 0;
  private state = 1;
  private words = 0;

  constructor(
    private readonly names: readonly string[],
    private readonly perNode: number,
  ) {}

  section(): void {
    this.element("h2", () => this.text(30));
    for (let at = 0; at < 6; at++) this.element("p", () => this.prose(5));
    this.element("ul", () => {
      for (let at = 0; at < 4; at++) this.element("li", () => this.prose(1));
    });
    this.element("p", () => this.prose(7));
    this.element("table", () => {
      for (let row = 0; row < 3; row++) {
        this.element("tr", () => {
          for (let cell = 0; cell < 3; cell++) this.element("td", () => this.text(20));
        });
      }
    });
    this.element("figure", () => this.element("figcaption", () => this.prose(1)));
  }

  /** Text with so many inline elements in it. */
  private prose(inlines: number): void {
    this.text(this.perNode * 2.2);
    for (let at = 0; at < inlines; at++) {
      const tag = INLINE[this.random(INLINE.length)]!;
      this.parts.push(tag === "a" ? '<a href="#section">' : `<${tag}>`);
      this.text(14);
      this.parts.push(`</${tag}>`);
      this.text(this.perNode * 2.2);
    }
  }

  private element(tag: string, fill: () => void): void {
    this.parts.push(`<${tag}>`);
    fill();
    this.parts.push(`</${tag}>`);
    this.put("\n");
  }

  /** One text node of about that many characters. */
  private text(length: number): void {
    let text = " ";
    while (text.length < length) text += `${this.word()} `;
    this.put(text);
  }

  private put(text: string): void {
    this.parts.push(text);
    this.characters += text.length;
    this.textNodes++;
  }

  private word(): string {
    if (this.words++ % WORDS_A_NAME === 0) return this.names[this.mentions++ % this.names.length]!;
    const end = this.words % 14 === 0 ? "." : "";
    if (this.random(2)) return SMALL_WORDS[this.random(SMALL_WORDS.length)]! + end;
    let word = "";
    for (let left = 1 + this.random(3); left >= 0; left--) word += SYLLABLES[this.random(SYLLABLES.length)]!;
    return word + end;
  }

  /** A whole number below `limit`: xorshift32. */
  private random(limit: number): number {
    let { state } = this;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.state = state;
    return (state >>> 0) % limit;
  }
}
