/** A web server for this machine alone, for pages that a content script is to run on. */
import { createReadStream, statSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, sep } from "node:path";

/** What to answer a path with: a file as it lies there, or a text. */
export type Reply = { headers?: Record<string, string> } & ({ file: string } | { text: string; type: string });

/** @param path Decoded path of the request, without the query: `/article.html`. */
export type Responder = (path: string) => Reply | undefined;

export interface Site {
  /** `http://127.0.0.1:12345` */
  readonly origin: string;
  /** Path and query of every request so far. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".htm": "text/html; charset=utf-8",
  ".xhtml": "application/xhtml+xml; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/** Serves what `respond` knows on a free port of the loopback interface; 404 for the rest. */
export async function serve(respond: Responder): Promise<Site> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const target = request.url ?? "/";
    requests.push(target);
    answer(response, replyTo(respond, target));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with the files below a folder, and with nothing outside of it. */
export function folder(root: string, headers: Record<string, string> = {}): Responder {
  return (path) => {
    const file = normalize(join(root, path));
    return file.startsWith(normalize(root + sep)) ? { file, headers } : undefined;
  };
}

function replyTo(respond: Responder, target: string): Reply | undefined {
  try {
    return respond(decodeURIComponent(new URL(target, "http://127.0.0.1").pathname));
  } catch {
    return undefined; // A path that is not valid percent-encoding.
  }
}

function answer(response: ServerResponse, reply: Reply | undefined): void {
  const exists = reply && ("text" in reply || statSync(reply.file, { throwIfNoEntry: false })?.isFile());
  if (!exists) {
    response.writeHead(404, { "content-type": "text/plain" }).end("There is nothing here.");
    return;
  }
  const type = "text" in reply ? reply.type : (TYPES[extname(reply.file).toLowerCase()] ?? "application/octet-stream");
  response.writeHead(200, { "content-type": type, "cache-control": "no-store", ...reply.headers });
  if ("text" in reply) response.end(reply.text);
  else createReadStream(reply.file).pipe(response);
}
