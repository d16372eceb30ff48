/** What happens in the viewer: a PDF is fetched or chosen, opened, shown and read. What it looks like is in view.tsx. */
import type { PDFDocumentProxy } from "pdfjs-dist";
import { placeAt, viewedAt, type Viewed, viewerAddress } from "../highlights/viewer-address";
import { declare, languageOfText, type PdfFacts, readFacts } from "./facts";
import { FetchFailure, fetchPdf, type Failure, patternOf } from "./fetch-pdf";
import { createFinder, type Finder } from "./find";
import { openPdf, UnreadablePdf } from "./pdf";
import { type Pages, showPages } from "./pages";
import { readPlace, type Spot, spotOf, toPage } from "./place";

/** Longer first headings are no titles, in UTF-16 code units. */
const LONGEST_TITLE = 200;
/** What the reader scrolls past is not kept: only where they have come to rest, for this time (milliseconds). */
const REST = 200;

export type State =
  /** @property name of the file that has to be chosen again, or empty */
  | { is: "empty"; name: string }
  | { is: "loading"; share: number | null }
  /** @property tries passwords so far that were none; an answer of `null` gives up */
  | { is: "password"; tries: number; answer(password: string | null): void }
  /** @property page the address that the PDF was to come from, where one can go there; else empty */
  | { is: "failed"; why: Failure; status: number; page: string }
  | { is: "open"; pages: Pages; finder: Finder; title: string; file: string; /** Another file than the one that was to be chosen. */ isOther: boolean };

export interface ViewerOptions {
  document: Document;
  root: HTMLElement;
  ownFile(path: string): string;
  isAllowed(pattern: string): Promise<boolean>;
  /** Asks the reader; to be called while they press a button. */
  allow(pattern: string): Promise<boolean>;
  label(page: number): string;
  /** The pages are there to be read, until `signal` is aborted. */
  read(signal: AbortSignal): void;
  onChange(state: State): void;
}

export interface Viewer {
  /** Opens what the page's address says. */
  start(): Promise<void>;
  openFile(file: File): Promise<void>;
  /** The page's address has changed: another place in the PDF, or another PDF. */
  follow(): Promise<void>;
  retry(): Promise<void>;
  /** Asks for access to the site of the PDF, and fetches it. */
  allowAndRetry(): Promise<void>;
  /** Gives the reader the file as it came. */
  download(): Promise<void>;
}

export function createViewer(options: ViewerOptions): Viewer {
  const { document, root, onChange } = options;
  let viewed: Viewed = viewedAt(document.location.href) ?? { file: "", pdf: "", name: "" };
  let leaving = new AbortController();
  let pdf: PDFDocumentProxy | null = null;
  let pages: Pages | null = null;

  /** Ends what is open. @returns the signal for what comes next */
  function leave(): AbortSignal {
    leaving.abort();
    leaving = new AbortController();
    pdf = pages = null;
    root.replaceChildren();
    return leaving.signal;
  }

  async function show(signal: AbortSignal, read: () => Promise<Uint8Array>): Promise<void> {
    onChange({ is: "loading", share: null });
    try {
      const data = await read();
      let tries = 0;
      const password = () =>
        new Promise<string | null>((resolve) => {
          const answer = (password: string | null) => {
            onChange({ is: "loading", share: null });
            resolve(password);
          };
          onChange({ is: "password", tries: tries++, answer });
        });
      const opened = await openPdf(data, { ownFile: options.ownFile, password, signal });
      if (signal.aborted) return;
      pdf = opened;
      await present(opened, signal);
    } catch (error) {
      if (signal.aborted) return;
      const page = /^https?:/i.test(viewed.file) ? viewed.file : "";
      if (error instanceof FetchFailure) return onChange({ is: "failed", why: error.why, status: error.status, page });
      console.warn(error);
      onChange({ is: "failed", why: error instanceof UnreadablePdf ? error.why : "broken", status: 0, page });
    }
  }

  async function present(opened: PDFDocumentProxy, signal: AbortSignal): Promise<void> {
    const pdfId = opened.fingerprints[0] ?? "";
    const isOther = viewed.pdf !== "" && viewed.file === "" && viewed.pdf !== pdfId;
    viewed = { ...viewed, pdf: pdfId };
    // Highlights are kept under what the address says.
    history.replaceState(history.state, "", viewerAddress(viewed, isOther ? "" : placeAt(document.location.href)));
    const facts = await readFacts(opened);
    const place = readPlace(placeAt(document.location.href));
    const begin = (isOther ? null : kept()) ?? (await spotOf(opened, place)) ?? { page: 1, down: 0 };
    let state: State | null = null;
    // Texts that were being read when the reader left are still put in; what is shown by then is another PDF.
    const changed = () => state && !signal.aborted && onChange({ ...state });
    const addressOf = (to: string) => viewerAddress(viewed, to);
    const shown = await showPages({ pdf: opened, root, label: options.label, addressOf, begin, onChange: changed, signal });
    if (signal.aborted) return;
    pages = shown;
    const finder = createFinder(shown.texts);
    state = { is: "open", pages: shown, finder, title: describe(facts), file: viewed.file, isOther };
    onChange(state);
    if (place.zoom > 0) shown.setZoom(place.zoom);
    shown.goToSpot(begin);
    keepSpot(shown, signal);
    await shown.begun;
    if (signal.aborted) return;
    const text = shown.texts().find(({ textContent }) => textContent !== "");
    state = { ...state, title: describe({ ...facts, title: facts.title || headingOf(shown.texts()[0]) }) };
    document.documentElement.lang = facts.lang || languageOfText(text?.textContent ?? "");
    onChange(state);
    options.read(signal);
  }

  /** Keeps where the reader is: the page in the address, and the place on it in the entry of the tab's history, for when they come back. */
  function keepSpot(shown: Pages, signal: AbortSignal): void {
    // The browser would go where the pages are not yet.
    history.scrollRestoration = "manual";
    let resting: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      const { page, down } = shown.spot();
      history.replaceState({ page, down }, "", viewerAddress(viewed, page > 1 ? toPage(page) : ""));
    };
    const soon = () => {
      clearTimeout(resting);
      resting = setTimeout(keep, REST);
    };
    document.addEventListener("scroll", soon, { passive: true, signal });
    signal.addEventListener("abort", () => clearTimeout(resting));
  }

  /** Where the reader was when they left this entry of the tab's history. */
  function kept(): Spot | null {
    const { page, down } = (history.state ?? {}) as Partial<Spot>;
    return pdf && page! >= 1 && page! <= pdf.numPages && Number.isFinite(down) ? { page: page!, down: down! } : null;
  }

  async function follow(): Promise<void> {
    const next = viewedAt(document.location.href);
    if (!pdf || !pages || next?.file !== viewed.file || (next.pdf !== viewed.pdf && next.pdf !== "")) return document.location.reload();
    const spot = kept() ?? (await spotOf(pdf, readPlace(placeAt(document.location.href))));
    if (spot) pages.goToSpot(spot);
  }

  /** Says in the document what the PDF is. @returns its title */
  function describe(facts: PdfFacts): string {
    const title = facts.title || nameOf(viewed);
    declare(document, { ...facts, title });
    document.title = title;
    return title;
  }

  async function start(): Promise<void> {
    const { file, name } = viewed;
    if (file === "") return onChange({ is: "empty", name: viewed.pdf && name });
    const signal = leave();
    const progress = (share: number | null) => onChange({ is: "loading", share });
    await show(signal, () => fetchPdf(file, { isAllowed: options.isAllowed, progress, signal }));
  }

  return {
    start,
    follow,
    retry: start,
    async openFile(file) {
      // Of a file that was to be chosen again, the fingerprint is compared; whoever opens another one over it knows that.
      const wanted = viewed.file === "" && pdf === null ? viewed.pdf : "";
      const signal = leave();
      viewed = { file: "", pdf: wanted, name: file.name };
      if (wanted === "") history.replaceState(null, "", viewerAddress(viewed));
      await show(signal, async () => new Uint8Array(await file.arrayBuffer()));
    },
    async allowAndRetry() {
      if (await options.allow(patternOf(viewed.file))) await start();
    },
    async download() {
      if (!pdf) return;
      const address = URL.createObjectURL(new Blob([(await pdf.getData()) as Uint8Array<ArrayBuffer>], { type: "application/pdf" }));
      const link = document.createElement("a");
      link.href = address;
      link.download = nameOf(viewed).replace(/(?:\.pdf)?$/i, ".pdf");
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    },
  };
}

/** The file's name, or the last part of the address. */
function nameOf({ file, name }: Viewed): string {
  const last = URL.parse(file)?.pathname.split("/").filter(Boolean).at(-1) ?? "";
  try {
    return name || decodeURIComponent(last) || file;
  } catch {
    return last;
  }
}

function headingOf(text: HTMLElement | undefined): string {
  const heading = text?.querySelector("h2")?.textContent.replaceAll("\u00AD", "").trim() ?? "";
  return heading.length <= LONGEST_TITLE ? heading : "";
}
