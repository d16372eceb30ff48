/**
 * A proxy that refuses everything and remembers who was asked for. A browser that is told to use it reaches this
 * machine alone, and whatever it, a page, a content script or a background worker wanted from elsewhere is on record.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface RefusingProxy {
  readonly port: number;
  /** Host (and port) of every request that was refused, without those that browsers make for themselves. */
  readonly refused: readonly string[];
  close(): Promise<void>;
}

/** Hosts that Chromium and Firefox ask for updates, lists and the like, whatever extensions they run. */
const OWN_HOSTS = /(^|\.)(google|googleapis|gstatic|gvt1|mozilla|firefox)\.(com|org|net)(:\d+)?$/;

export async function startRefusingProxy(): Promise<RefusingProxy> {
  const refused: string[] = [];
  const remember = (host: string) => {
    if (!OWN_HOSTS.test(host)) refused.push(host);
  };
  const server = createServer((request, response) => {
    remember(hostOf(request.url ?? ""));
    response.writeHead(502).end();
  });
  // HTTPS comes as a wish to be connected to a host and port.
  server.on("connect", (request, socket) => {
    remember(request.url ?? "");
    socket.on("error", () => {});
    socket.end("HTTP/1.1 502 Refused\r\n\r\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    refused,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
