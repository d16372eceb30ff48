/**
 * The pages of a PDF, one below the other. Pictures are drawn of those near the view, and given back of those far from it;
 * the text of all of them is laid over them in the order of the pages, while the reader reads: names, look-ups, highlights
 * and the browser's own search know the whole of it.
 */
import type { PDFDocumentProxy, RenderTask } from "pdfjs-dist";
import { linesOf } from "./lines";
import { paragraphsOf, Spellings } from "./paragraphs";
import { PIXELS_A_POINT, readPieces } from "./pdf";
import { textLayer } from "./text-layer";

/** Pages within this distance of the view, above and below, are drawn; in heights of the view. */
const NEAR = "75%";
/** Pixels of one picture, at most: larger ones some devices do not draw at all. */
const MOST_PIXELS = 16_777_216;
export const ZOOM = { least: 0.25, most: 5, step: 1.2 };
/** A page is never made wider than this by itself, as a multiple of its size on paper. */
const MOST_FITTED = 1.5;
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
  /** The page that is read, the zoom, or how many texts are there, has changed. */
  onChange(): void;
  signal: AbortSignal;
}

export interface Pages {
  readonly count: number;
  /** Counted from 1. */
  current(): number;
  goTo(page: number): void;
  /** 1 is the size on paper. */
  zoom(): number;
  /** @param zoom `null`: as wide as the view, and so it stays when that changes */
  setZoom(zoom: number | null): void;
  isFitted(): boolean;
  /** The text of each page, in order, as far as it is there. */
  texts(): HTMLElement[];
  /** Resolved when the first page in view has its text. */
  readonly begun: Promise<void>;
}

interface Sheet {
  readonly page: number;
  readonly element: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly text: HTMLElement;
  width: number;
  isNear: boolean;
  /** Zoom and pixels of its picture; empty where it has none. */
  drawn: string;
  read: boolean;
}

/** The size of the first page is taken for that of all others until they are looked at. */
export async function showPages({ pdf, root, label, onChange, signal }: PagesOptions): Promise<Pages> {
  const first = (await pdf.getPage(1)).getViewport({ scale: PIXELS_A_POINT });
  const spellings = new Spellings();
  let begin = () => {};
  const begun = new Promise<void>((resolve) => (begin = resolve));
  let [current, zoom, fitted] = [1, 1, true];
  let drawing: { sheet: Sheet; task: RenderTask | null } | null = null;
  let redraw: ReturnType<typeof setTimeout> | undefined;
  let width = root.clientWidth;

  const sheets = Array.from({ length: pdf.numPages }, (_, index) => makeSheet(index + 1, label));
  for (const sheet of sheets) setSize(sheet, first);
  fit();
  root.setAttribute("aria-busy", "true");
  root.replaceChildren(...sheets.map(({ element }) => element));

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
      if (!crossing) return;
      current = sheetOf(crossing.target).page;
      onChange();
    },
    { rootMargin: "-33% 0% -66% 0%" },
  );
  for (const { element } of sheets) {
    nearness.observe(element);
    middle.observe(element);
  }

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
    clearTimeout(redraw);
    redraw = setTimeout(() => void draw(), REDRAW);
    onChange();
  }

  /** What is at the top of the view stays there. */
  function keepingPlace(change: () => void): void {
    const { element } = sheets[current - 1]!;
    const before = element.getBoundingClientRect();
    const share = before.height > 0 ? -before.top / before.height : 0;
    change();
    const after = element.getBoundingClientRect();
    scrollBy({ top: after.top + share * after.height, behavior: "instant" });
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
      for (const put of waiting) put();
      waiting = [];
      onChange();
    };
    for (let left = sheets.length; left > 0 && !signal.aborted; left--) {
      const unread = sheets.filter(({ read }) => !read);
      const sheet = unread.find(({ isNear }) => isNear) ?? unread[0]!;
      sheet.read = true;
      waiting.push(await readText(sheet));
      if (!sheet.isNear && waiting.length < batch) continue;
      if (!sheet.isNear) batch = Math.min(batch * 2, LARGEST_BATCH);
      flush();
      begin();
      await turn();
    }
    flush();
    begin();
    if (!signal.aborted) root.setAttribute("aria-busy", "false");
  }

  /** @returns puts the text in */
  async function readText(sheet: Sheet): Promise<() => void> {
    try {
      const page = await pdf.getPage(sheet.page);
      const { pieces, families } = await readPieces(page);
      const layer = textLayer(paragraphsOf(linesOf(pieces), spellings), families);
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
    goTo(page) {
      current = Math.min(Math.max(1, Math.round(page)), sheets.length);
      sheets[current - 1]!.element.scrollIntoView({ block: "start", behavior: "instant" });
      onChange();
    },
    zoom: () => zoom,
    setZoom(next) {
      fitted = next === null;
      keepingPlace(() => (next === null ? fit() : apply(Math.min(ZOOM.most, Math.max(ZOOM.least, next)))));
    },
    isFitted: () => fitted,
    texts: () => sheets.map(({ text }) => text),
    begun,
  };
}

function makeSheet(page: number, label: (page: number) => string): Sheet {
  const element = document.createElement("div");
  element.className = "sheet";
  element.role = "group";
  element.ariaLabel = label(page);
  element.dataset["page"] = String(page);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 0;
  canvas.ariaHidden = "true";
  const text = document.createElement("div");
  text.className = "text";
  element.append(canvas, text);
  return { page, element, canvas, text, width: 0, isNear: false, drawn: "", read: false };
}

function setSize(sheet: Sheet, { width, height }: { width: number; height: number }): void {
  sheet.width = width;
  sheet.element.style.setProperty("--width", `${width}px`);
  sheet.element.style.setProperty("--height", `${height}px`);
}

function isCancelled(error: unknown): boolean {
  return error instanceof Error && error.name === "RenderingCancelledException";
}

/** Everybody else's turn. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
