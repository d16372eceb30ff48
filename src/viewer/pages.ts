/**
 * The pages of a PDF, one below the other. Pictures are drawn of those near the view, and given back of those far from it;
 * the text of all of them is laid over them in the order of the pages, while the reader reads: names, look-ups, highlights
 * and the browser's own search know the whole of it.
 */
import type { PDFDocumentProxy, RenderTask } from "pdfjs-dist";
import { linesOf } from "./lines";
import { readLinks } from "./links";
import { paragraphsOf, Spellings } from "./paragraphs";
import { PIXELS_A_POINT, readPieces } from "./pdf";
import type { Spot } from "./place";
import { makeSheet, setSize, type Sheet } from "./sheet";
import { textLayer } from "./text-layer";

/** Pages within this distance of the view, above and below, are drawn; in heights of the view. */
const NEAR = "75%";
/** Pixels of one picture, at most: larger ones some devices do not draw at all. */
const MOST_PIXELS = 16_777_216;
export const ZOOM = { least: 0.25, most: 5, step: 1.2 };
/** A page is never made wider than this by itself, as a multiple of its size on paper. */
const MOST_FITTED = 1.5;
/** Below this zoom marks are drawn with stronger lines, which become as thin as the pages become small. */
const SMALL = 0.75;
/** What stays free beside a page (CSS pixels). */
const MARGIN = 12;
/** While the pages change their size they keep their pictures; then they are drawn anew (milliseconds). */
const REDRAW = 120;
/**
 * Texts of pages that nobody looks at yet are put in many at a time, twice as many each time: each time has the whole page
 * looked at again by whoever watches it.
 */
const FIRST_BATCH = 4;
const LARGEST_BATCH = 128;

export interface PagesOptions {
  pdf: PDFDocumentProxy;
  root: HTMLElement;
  /** What a page is called for those who hear it. */
  label(page: number): string;
  /** The address of a place in this PDF. */
  addressOf(place: string): string;
  /** Where the reader begins: what is there is read and drawn first. It is gone to when they see the pages. */
  begin: Spot;
  /** The page that is read, the zoom, or how many texts are there, has changed. */
  onChange(): void;
  signal: AbortSignal;
}

export interface Pages {
  readonly count: number;
  /** Counted from 1. */
  current(): number;
  goTo(page: number): void;
  /** Goes to a place on a page, rather than to its beginning. */
  goToSpot(spot: Spot): void;
  /** What is at the top of the view, as seen from the page that is read, which may begin below. */
  spot(): Spot;
  /** 1 is the size on paper. */
  zoom(): number;
  /** @param zoom `null`: as wide as the view, and so it stays when that changes */
  setZoom(zoom: number | null): void;
  isFitted(): boolean;
  /** The text of each page, in order, as far as it is there. */
  texts(): HTMLElement[];
  /** Whether all texts are there. */
  isRead(): boolean;
  /** Resolved when the first page in view has its text. */
  readonly begun: Promise<void>;
}

/** The size of the first page is taken for that of all others until they are looked at. */
export async function showPages({ pdf, root, label, addressOf, begin: from, onChange, signal }: PagesOptions): Promise<Pages> {
  const first = (await pdf.getPage(1)).getViewport({ scale: PIXELS_A_POINT });
  const spellings = new Spellings();
  let begin = () => {};
  const begun = new Promise<void>((resolve) => (begin = resolve));
  let [current, zoom, fitted] = [from.page, 1, true];
  /**
   * The last place that was gone to, and how far the view was scrolled then (CSS pixels; NaN once the reader has scrolled): at
   * the end of a PDF, and with small pages, another page is in the middle, and the place itself may not be at the top.
   */
  let gone = { spot: from, scrolled: NaN };
  let drawing: { sheet: Sheet; task: RenderTask | null } | null = null;
  let redraw: ReturnType<typeof setTimeout> | undefined;

  const sheets = Array.from({ length: pdf.numPages }, (_, index) => makeSheet(index + 1, label));
  for (const sheet of sheets) setSize(sheet, first);
  root.setAttribute("aria-busy", "true");
  root.replaceChildren(...sheets.map(({ element }) => element));
  // Without pages it has no width.
  let width = root.clientWidth;
  fit();

  const sheetOf = (element: Element) => sheets[Number((element as HTMLElement).dataset["page"]) - 1]!;
  const nearness = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const sheet = sheetOf(target);
        sheet.isNear = isIntersecting;
        if (!isIntersecting) giveBack(sheet);
      }
      void draw();
    },
    { rootMargin: `${NEAR} 0%` },
  );
  // The page that crosses a line a third down the view is the one that is read.
  const middle = new IntersectionObserver(
    (entries) => {
      const crossing = entries.filter(({ isIntersecting }) => isIntersecting).at(-1);
      if (!crossing || isWhereGone()) return;
      current = sheetOf(crossing.target).page;
      onChange();
    },
    { rootMargin: "-33% 0% -66% 0%" },
  );
  for (const { element } of sheets) {
    nearness.observe(element);
    middle.observe(element);
  }

  const leavePlace = () => {
    // Whoever comes back to the same pixel has scrolled there.
    if (!isWhereGone()) gone.scrolled = NaN;
  };
  document.addEventListener("scroll", leavePlace, { passive: true, signal });

  const resizing = new ResizeObserver(() => {
    if (root.clientWidth === width) return;
    width = root.clientWidth;
    if (fitted) keepingPlace(fit);
  });
  resizing.observe(root);
  signal.addEventListener("abort", () => {
    for (const observer of [nearness, middle, resizing]) observer.disconnect();
    clearTimeout(redraw);
    drawing?.task?.cancel();
  });

  function fit(): void {
    const widest = Math.max(...sheets.map((sheet) => sheet.width));
    apply(Math.min(MOST_FITTED, Math.max(ZOOM.least, (root.clientWidth - 2 * MARGIN) / widest)));
  }

  function apply(next: number): void {
    zoom = next;
    root.style.setProperty("--zoom", String(next));
    root.classList.toggle("small", next < SMALL);
    clearTimeout(redraw);
    redraw = setTimeout(() => void draw(), REDRAW);
    onChange();
  }

  /** How far below the beginning of the document it begins (CSS pixels), wherever the view is: that may be behind, when the document has just become shorter. */
  function topOf(element: HTMLElement): number {
    return root.offsetTop + element.getBoundingClientRect().top - root.getBoundingClientRect().top;
  }

  /** What is at the top of the view, or was gone to, stays there. */
  function keepingPlace(change: () => void): void {
    const { element } = sheets[current - 1]!;
    // Another PDF may be shown by now.
    if (!element.isConnected) return change();
    const share = (scrollY + covered() - topOf(element)) / element.offsetHeight;
    const wanted = isWhereGone() ? gone.spot : null;
    change();
    const top = wanted ? placeOf(wanted) : topOf(element) + share * element.offsetHeight - covered();
    // A scroll that is under way would end here.
    if (Math.abs(top - scrollY) >= 1) scrollTo({ top, behavior: "instant" });
    if (wanted) gone.scrolled = scrollY;
  }

  function isWhereGone(): boolean {
    return Math.abs(scrollY - gone.scrolled) < 1;
  }

  /** How far the view is scrolled when a place is at its top. */
  function placeOf({ page, down }: Spot): number {
    return topOf(sheets[page - 1]!.element) + down * zoom - covered();
  }

  function goToSpot({ page, down }: Spot): void {
    current = Math.min(Math.max(1, Math.round(page)), sheets.length);
    const spot = { page: current, down };
    scrollTo({ top: placeOf(spot), behavior: "instant" });
    gone = { spot, scrolled: scrollY };
    onChange();
  }

  /** Draws one page after the other, those nearest to the one that is read first, until all near ones are as they should be. */
  async function draw(): Promise<void> {
    if (drawing || signal.aborted) return;
    const wanted = sheets.filter((sheet) => sheet.isNear && sheet.drawn !== pictureOf(sheet));
    const sheet = wanted.sort((a, b) => Math.abs(a.page - current) - Math.abs(b.page - current))[0];
    if (!sheet) return;
    drawing = { sheet, task: null };
    try {
      await drawSheet(sheet);
    } catch (error) {
      // What cannot be drawn, or no longer need be, is not tried again at this size.
      if (!signal.aborted && sheet.isNear && !isCancelled(error)) sheet.drawn = pictureOf(sheet);
    }
    drawing = null;
    return draw();
  }

  async function drawSheet(sheet: Sheet): Promise<void> {
    const picture = pictureOf(sheet);
    const page = await pdf.getPage(sheet.page);
    const size = page.getViewport({ scale: PIXELS_A_POINT });
    const wanted = zoom * devicePixelRatio;
    const scale = Math.min(wanted, Math.sqrt(MOST_PIXELS / (size.width * size.height)));
    const viewport = page.getViewport({ scale: PIXELS_A_POINT * scale });
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
    const task = page.render({ canvas, viewport, intent: "display" });
    if (drawing) drawing.task = task;
    await task.promise;
    if (sheet.isNear) {
      [sheet.canvas.width, sheet.canvas.height] = [canvas.width, canvas.height];
      sheet.canvas.getContext("2d")!.drawImage(canvas, 0, 0);
      sheet.drawn = picture;
    }
    canvas.width = canvas.height = 0;
    page.cleanup();
  }

  function pictureOf({ page }: Sheet): string {
    return `${page} ${zoom} ${devicePixelRatio}`;
  }

  /** The picture of a page that is far away is given back: a page that fills a screen takes some 10 MB. */
  function giveBack(sheet: Sheet): void {
    if (drawing?.sheet === sheet) drawing.task?.cancel();
    sheet.canvas.width = sheet.canvas.height = 0;
    sheet.drawn = "";
  }

  async function readTexts(): Promise<void> {
    let waiting: (() => void)[] = [];
    let batch = FIRST_BATCH;
    const flush = () => {
      // Pages above the view may be of another size than was thought.
      keepingPlace(() => waiting.forEach((put) => put()));
      waiting = [];
      onChange();
    };
    for (let left = sheets.length; left > 0 && !signal.aborted; left--) {
      const unread = sheets.filter(({ read }) => !read);
      // The first page says what the PDF is called.
      const sheet = [sheets[0]!, sheets[current - 1]!].find(({ read }) => !read) ?? unread.find(({ isNear }) => isNear) ?? unread[0]!;
      sheet.read = true;
      waiting.push(await readText(sheet));
      const isAwaited = sheet.isNear || sheet.page === current;
      if (!isAwaited && waiting.length < batch) continue;
      if (!isAwaited) batch = Math.min(batch * 2, LARGEST_BATCH);
      flush();
      begin();
      await turn();
    }
    if (!signal.aborted) root.setAttribute("aria-busy", "false");
    flush();
    begin();
  }

  /** @returns puts the text in */
  async function readText(sheet: Sheet): Promise<() => void> {
    try {
      const page = await pdf.getPage(sheet.page);
      const [{ pieces, families }, links] = await Promise.all([readPieces(page), readLinks(pdf, page, { addressOf, label })]);
      const layer = textLayer(paragraphsOf(linesOf(pieces), spellings), families, links);
      const size = page.getViewport({ scale: PIXELS_A_POINT });
      return () => {
        setSize(sheet, size);
        sheet.text.replaceChildren(layer);
      };
    } catch (error) {
      // One page that is broken takes nothing from the others.
      console.warn(`Backstory: the text of page ${sheet.page} cannot be read: ${String(error)}`);
      return () => undefined;
    }
  }

  void readTexts();
  return {
    count: sheets.length,
    current: () => current,
    goTo: (page) => goToSpot({ page, down: 0 }),
    goToSpot,
    spot: () => ({ page: current, down: (scrollY + covered() - topOf(sheets[current - 1]!.element)) / zoom }),
    zoom: () => zoom,
    setZoom(next) {
      fitted = next === null;
      keepingPlace(() => (next === null ? fit() : apply(Math.min(ZOOM.most, Math.max(ZOOM.least, next)))));
    },
    isFitted: () => fitted,
    texts: () => sheets.map(({ text }) => text),
    isRead: () => root.ariaBusy === "false",
    begun,
  };
}

/** How much of the view's top the bar covers (CSS pixels): nothing is scrolled to below it. */
function covered(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
}

function isCancelled(error: unknown): boolean {
  return error instanceof Error && error.name === "RenderingCancelledException";
}

/** Everybody else's turn. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
