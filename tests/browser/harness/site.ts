/** Serves tests/pages, each with the headers that it is about, and pages that a test writes itself. */
import { fileURLToPath } from "node:url";
import { folder, serve, type Reply, type Site } from "../../../scripts/drive/serve";

const PAGES = fileURLToPath(new URL("../../pages", import.meta.url));

/** Headers by path. */
const HEADERS: Record<string, Record<string, string>> = {
  "/strict-csp.html": { "content-security-policy": "default-src 'none'; img-src 'self'; style-src 'none'; script-src 'none'; base-uri 'none'" },
  "/trusted-types.html": { "content-security-policy": "require-trusted-types-for 'script'; trusted-types 'none'" },
};

export interface TestSite extends Site {
  /** Serves a text as a page of its own, at a path where that matters, and returns its address. */
  add(html: string, headers?: Record<string, string>, path?: string): string;
  /** Serves another text at the address of a page that was added, as a publisher does who edits an article. */
  change(address: string, html: string): void;
}

export async function startSite(): Promise<TestSite> {
  const files = folder(PAGES);
  const own = new Map<string, Reply>();
  const site = await serve((path) => {
    // The single-page application answers to every address below its own.
    const file = path.startsWith("/spa/") ? "/single-page-app.html" : path;
    const reply = own.get(path) ?? files(file);
    return reply && { ...reply, headers: { ...HEADERS[path], ...reply.headers } };
  });
  return {
    ...site,
    add(html, headers = {}, path = `/own/${own.size + 1}.html`) {
      own.set(path, { text: html, type: "text/html; charset=utf-8", headers });
      return site.origin + path;
    },
    change(address, html) {
      const path = new URL(address).pathname;
      own.set(path, { ...own.get(path)!, text: html });
    },
  };
}
