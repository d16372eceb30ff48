/** PDFs of a test's own making, in the viewer. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, afterEach } from "vitest";
import { viewerAddress } from "../../../src/highlights/viewer-address";
import { makePdf, type PdfContent, setLines } from "../../../src/viewer/testing";
import type { Session } from "./launch";

/** Two columns, a name and a word divided at the end of a line, Korean, and a second page. */
export const MINUTES: PdfContent = {
  title: "What the minutes say",
  author: "A. Historian",
  created: "D:20170705120000Z",
  lang: "en",
  pages: [
    [
      { text: "What the minutes say", x: 60, y: 70, size: 20, font: "bold" },
      ...setLines(["In September 1956 two envoys came to the city, Anastas", "Mikoyan for Moscow and Peng Dehuai for Beijing, to restrain Kim", "Il Sung, and were promised that the deci-", "sions would be taken back."], { x: 60, y: 110 }),
      { text: "김일성은 그 말을 따르지 않았다.", x: 60, y: 190, font: "korean" },
    ],
    setLines(["Nothing of it was done, and Nikita Khrushchev said so."], { x: 60, y: 70 }),
  ],
};

export interface ViewerDriver {
  /** @returns the address of a PDF on the test's site */
  serve(content: PdfContent, path?: string): string;
  /** Opens an address below the extension's own, in a tab that is closed after the test. */
  openOwn(address: string): Promise<Page>;
  /** Opens a PDF in the viewer, and waits until all of its text is there. */
  openPdf(file: string): Promise<Page>;
  read(page: Page): Promise<Page>;
  reload(page: Page): Promise<void>;
  /** Chooses a file from the disk. */
  fillFile(page: Page, content: PdfContent, name: string): Promise<void>;
  /** The tabs that were opened here; others may be added, so that they are closed too. */
  readonly opened: Set<Page>;
}

export function driveViewer({ site, driven, family }: Session): ViewerDriver {
  const folder = mkdtempSync(join(tmpdir(), "backstory-viewer-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const opened = new Set<Page>();
  afterEach(async () => {
    for (const page of opened) await page.close().catch(() => {});
    opened.clear();
  });
  // Puppeteer hears of no loading of pages of extensions in Firefox.
  const waiting = family === "firefox" ? { waitUntil: [] } : {};

  async function openOwn(address: string): Promise<Page> {
    const page = await driven.browser.newPage();
    opened.add(page);
    await page.goto(driven.base + address, waiting);
    return page;
  }

  async function read(page: Page): Promise<Page> {
    await page.waitForSelector('#pages[aria-busy="false"]', { timeout: 60_000 });
    return page;
  }

  return {
    opened,
    openOwn,
    read,
    serve: (content, path = `/papers/2018/${crypto.randomUUID()}.pdf`) => site.add(makePdf(content), { "content-type": "application/pdf" }, path),
    openPdf: async (file) => read(await openOwn(viewerAddress({ file }))),
    async reload(page) {
      await page.evaluate(() => document.getElementById("pages")!.remove());
      await page.evaluate(() => setTimeout(() => location.reload()));
    },
    async fillFile(page, content, name) {
      const path = join(folder, name);
      writeFileSync(path, makePdf(content), "latin1");
      const picker = await page.waitForSelector("input[type=file]");
      await (picker as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
    },
  };
}
