/** Fetches a PDF that the reader has asked for, from its own address and from nowhere else. */
import { looksLikePdf, type Unreadable } from "./pdf";

/** Why there is nothing to show. */
export type Failure =
  /** No address that can be fetched. */
  | "address"
  /** On the disk: extensions may not go there by themselves. */
  | "file"
  /** The browser withholds access to the site. */
  | "access"
  | "offline"
  /** The server does not answer. */
  | "unreachable"
  /** It wants to know who asks. */
  | "refused"
  | "missing"
  /** It answered with an error. */
  | "server"
  | Unreadable;

export class FetchFailure extends Error {
  constructor(
    readonly why: Failure,
    /** The server's status, where it has answered. */
    readonly status = 0,
  ) {
    super(why);
  }
}

export interface FetchOptions {
  /** May the extension ask the site? @param pattern a match pattern for all of it */
  isAllowed(pattern: string): Promise<boolean>;
  /** @param share from 0 to 1, or `null` where nobody knows how much is still to come */
  progress(share: number | null): void;
  signal: AbortSignal;
}

/** The match pattern for the site of an address. Patterns know no ports: theirs covers all of them. */
export function patternOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

/**
 * The bytes at an address, fetched with the reader's cookies as their tab does it: some archives show their papers to those
 * who have logged in.
 * @throws {FetchFailure}
 */
export async function fetchPdf(address: string, { isAllowed, progress, signal }: FetchOptions): Promise<Uint8Array> {
  const url = URL.parse(address);
  if (url?.protocol === "file:") throw new FetchFailure("file");
  if (!url || !/^https?:$/.test(url.protocol)) throw new FetchFailure("address");
  if (!(await isAllowed(patternOf(address)))) throw new FetchFailure("access");
  const response = await fetch(url, { credentials: "include", signal }).catch(() => {
    throw new FetchFailure(navigator.onLine ? "unreachable" : "offline");
  });
  if (!response.ok) throw new FetchFailure(reasonOf(response.status), response.status);
  const data = await readAll(response, progress).catch(() => {
    throw new FetchFailure("unreachable");
  });
  if (!looksLikePdf(data)) throw new FetchFailure("not-pdf");
  return data;
}

function reasonOf(status: number): Failure {
  if (status === 401 || status === 403) return "refused";
  return status === 404 || status === 410 ? "missing" : "server";
}

async function readAll(response: Response, progress: FetchOptions["progress"]): Promise<Uint8Array> {
  // Where the server has compressed it, what it says of the length is not that of the file.
  const length = response.headers.has("content-encoding") ? 0 : Number(response.headers.get("content-length"));
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = response.body!.getReader();
  for (let next; !(next = await reader.read()).done; ) {
    parts.push(next.value);
    size += next.value.length;
    progress(length > 0 ? Math.min(1, size / length) : null);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
