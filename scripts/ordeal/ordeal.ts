/** The ordeal: highlights are saved, edited, imported and deleted in a real browser, whose background is killed meanwhile. */
import type { Page } from "puppeteer-core";
import { Random } from "../../bench/lib/random";
import { ask, type Ask, type Send } from "../../src/messages/ask";
import * as messages from "../../src/messages/contract";
import type { Highlight } from "../../src/messages/highlight";
import { askAgain } from "../../src/messages/retry";
import type { Driven } from "../drive/launch";
import { pause } from "../drive/pause";
import { backgroundKiller } from "../drive/privileged";
import { type Asked, type Contents, faults, type Row, rowOf } from "./model";
import { plan, type Planned, type View } from "./requests";

/** Tabs that write at the same time. */
const WRITERS = 2;
/** Requests of a writer in a round, at most. */
const MOST_REQUESTS = 3;
/** Shortest time, in milliseconds, within which the background is killed after a round's beginning. */
const LEAST_WINDOW_MS = 10;

export interface Tally {
  rounds: number;
  /** Requests, and how many of them were answered only when they were made again, or not at all. */
  requests: number;
  again: number;
  unanswered: number;
  refused: number;
  /** What was lost, doubled or half done. */
  faults: string[];
}

/** One browser under trial. It can be replaced by one that was started with the same profile. */
export class Ordeal {
  readonly tally: Tally = { rounds: 0, requests: 0, again: 0, unanswered: 0, refused: 0, faults: [] };
  readonly #random: Random;
  #kill: (() => Promise<unknown>) | undefined;
  #pages: Page[] = [];
  #contents: Contents = new Map();
  #notes: ReadonlyMap<string, string> = new Map();
  #words = 0;
  /** How long a round took of late: the background is killed at any time of it. */
  #window = LEAST_WINDOW_MS;

  constructor(seed: number) {
    this.#random = new Random(seed);
  }

  /** Opens the tabs. What was found at the end of the last round, before the browser was started anew, must be there. */
  async begin(driven: Driven): Promise<void> {
    this.#pages = await Promise.all(Array.from({ length: WRITERS }, () => driven.extensionPage("welcome.html")));
    this.#kill = await backgroundKiller(driven, this.#pages[0]!);
    // The background makes the database.
    await askAgain(this.#sender(0), this.#again)(messages.highlightsOf, { keys: [] });
    if (this.tally.rounds > 0) this.#compare(await this.#read(), []);
  }

  /** A round: some requests of each writer, a kill at some time, and a look at what the store holds. */
  async round(): Promise<void> {
    const kill = this.#kill;
    if (!kill) throw new Error("The ordeal has not begun");
    this.tally.rounds++;
    const began = performance.now();
    const killed = pause(this.#random.below(this.#window)).then(kill);
    const writers = await Promise.all(this.#pages.map((_, writer) => this.#write(writer, this.#plans())));
    this.#window = Math.max(LEAST_WINDOW_MS, Math.round(0.9 * this.#window + 0.12 * (performance.now() - began)));
    await killed;
    this.#compare(await this.#read(), writers);
  }

  #plans(): Planned[] {
    const view: View = { random: this.#random, contents: this.#contents, notes: this.#notes, fresh: () => `w${++this.#words}` };
    return Array.from({ length: 1 + this.#random.below(MOST_REQUESTS) }, () => plan(view));
  }

  /** Makes requests one after another. Most are made again when nobody answers, as pages and views do. */
  async #write(writer: number, plans: readonly Planned[]): Promise<Asked[]> {
    const asked: Asked[] = [];
    for (const planned of plans) {
      let sent = 0;
      const send: Send = (envelope) => {
        sent++;
        return this.#sender(writer)(envelope);
      };
      const persists = this.#random.below(4) > 0;
      const outcome = await outcomeOf(planned, persists ? askAgain(send, this.#again) : (message, request) => ask(send, message, request));
      this.tally.requests++;
      if (outcome === "unknown") this.tally.unanswered++;
      else if (outcome === "refused") this.tally.refused++;
      else if (sent > 1) this.tally.again++;
      asked.push({ ...planned, outcome });
    }
    return asked;
  }

  readonly #again = { id: () => `once-${++this.#words}`, pause };

  #sender(writer: number): Send {
    return (envelope) => this.#pages[writer]!.evaluate(`(globalThis.browser ?? chrome).runtime.sendMessage(${JSON.stringify(envelope)})`);
  }

  #compare(found: Map<string, [Row, Highlight]>, writers: readonly Asked[][]): void {
    const after = new Map([...found].map(([id, [row]]) => [id, row]));
    for (const fault of faults(this.#contents, after, writers)) this.tally.faults.push(`round ${this.tally.rounds}: ${fault}`);
    this.#contents = after;
    this.#notes = new Map([...found].map(([id, [, { note }]]) => [id, note]));
  }

  /** The store as it is on the disk, past the background. */
  async #read(): Promise<Map<string, [Row, Highlight]>> {
    const [highlights, bin] = (await this.#pages[0]!.evaluate(READ)) as [Highlight[], { id: string; highlight: Highlight }[]];
    const rows = new Map<string, [Row, Highlight]>();
    const add = (id: string, place: Row["place"], highlight: Highlight) => {
      if (rows.has(id)) this.tally.faults.push(`round ${this.tally.rounds}: ${id} is there twice, once deleted`);
      rows.set(id, [rowOf(place, highlight), highlight]);
    };
    for (const row of highlights) add(row.id, "highlights", row);
    for (const { id, highlight } of bin) add(id, "bin", highlight);
    return rows;
  }
}

async function outcomeOf({ message, request }: Planned, asks: Ask): Promise<Asked["outcome"]> {
  try {
    return ((await asks(message, request)) as { refused?: string }).refused ? "refused" : "done";
  } catch {
    return "unknown";
  }
}

/** Runs in an extension's page. */
const READ = `(async () => {
  const database = await new Promise((resolve, reject) => {
    const opening = indexedDB.open("backstory");
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const transaction = database.transaction(["highlights", "bin"]);
  const all = (name) => new Promise((resolve, reject) => {
    const reading = transaction.objectStore(name).getAll();
    reading.onsuccess = () => resolve(reading.result);
    reading.onerror = () => reject(reading.error);
  });
  const rows = await Promise.all([all("highlights"), all("bin")]);
  database.close();
  return rows;
})()`;
