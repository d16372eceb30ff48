/** What happens in the viewer: a PDF is fetched or chosen, opened, shown and read. What it looks like is in view.tsx. */
import type { PDFDocumentProxy } from "pdfjs-dist";
import { viewedAt, type Viewed, viewerAddress } from "../highlights/viewer-address";
import { declare, languageOfText, type PdfFacts, readFacts } from "./facts";
import { FetchFailure, fetchPdf, type Failure, patternOf } from "./fetch-pdf";
import { createFinder, type Finder } from "./find";
import { openPdf, UnreadablePdf } from "./pdf";
import { type Pages, showPages } from "./pages";

/** Longer first headings are no titles, in UTF-16 code units. */
const LONGEST_TITLE = 200;

export type State =
  /** @property name of the file that has to be chosen again, or empty */
  | { is: "empty"; name: string }
  | { is: "loading"; share: number | null }
  | { is: "password"; wrong: boolean; answer(password: string): void }
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

  /** Ends what is open. @returns the signal for what comes next */
  function leave(): AbortSignal {
    leaving.abort();
    leaving = new AbortController();
    pdf = null;
    root.replaceChildren();
    return leaving.signal;
  }

  async function show(signal: AbortSignal, read: () => Promise<Uint8Array>): Promise<void> {
    onChange({ is: "loading", share: null });
    try {
      const data = await read();
      const password = (wrong: boolean) =>
        new Promise<string>((answer) => onChange({ is: "password", wrong, answer }));
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
    history.replaceState(null, "", viewerAddress(viewed));
    const facts = await readFacts(opened);
    let state: State | null = null;
    // Texts that were being read when the reader left are still put in; what is shown by then is another PDF.
    const changed = () => state && !signal.aborted && onChange({ ...state });
    const pages = await showPages({ pdf: opened, root, label: options.label, onChange: changed, signal });
    if (signal.aborted) return;
    const finder = createFinder(pages.texts);
    state = { is: "open", pages, finder, title: describe(facts), file: viewed.file, isOther };
    onChange(state);
    await pages.begun;
    if (signal.aborted) return;
    const [text] = pages.texts().filter(({ textContent }) => textContent !== "");
    state = { ...state, title: describe({ ...facts, title: facts.title || headingOf(text) }) };
    document.documentElement.lang = facts.lang || languageOfText(text?.textContent ?? "");
    onChange(state);
    options.read(signal);
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
    retry: start,
    async openFile(file) {
      // Of a file that was to be chosen again, the fingerprint is compared; whoever opens another one over it knows that.
      const wanted = viewed.file === "" && pdf === null ? viewed.pdf : "";
      const signal = leave();
      viewed = { file: "", pdf: wanted, name: file.name };
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
