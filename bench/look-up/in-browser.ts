/** Types names into the look-up page of the built extension, and times what happens there. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { EXTENSION, launch } from "../../scripts/drive/launch";
import { expression } from "../../scripts/drive/in-page";
import { pause } from "../../scripts/drive/pause";
import type { InstalledBrowser } from "../../scripts/lib/browsers";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** As a script for pages, which the package does not export by name. */
const PREACT = readFileSync(join(dirname(createRequire(import.meta.url).resolve("preact")), "preact.min.js"), "utf8");

/** Of one key, in milliseconds. */
export interface KeyRun {
  /** Until what was found is in the document. */
  list: number;
  /** Until it has been handed to the screen. */
  drawn: number;
  /** Of the same rows by Preact alone. */
  render: number;
}

/** Typed in turns: persons, places, events and organisations, in several scripts. */
const TYPED = ["Zhou Enlai", "peng dehuai", "Mikoian", "North Korea", "august faction", "Khrushchev", "geneva", "armistice", "김일성", "周恩来", "Чжоу Эньлай", "resolution 1718"];
/** A person types no faster. */
const BETWEEN_KEYS_MS = 60;
/** What a key has found is there by then, or it has changed nothing. */
const SETTLED_MS = 400;

/** @param names how many names are typed */
export async function typeInBrowser(browser: InstalledBrowser, names: number): Promise<KeyRun[]> {
  const driven = await launch({ browser, extension: join(ROOT, EXTENSION[browser.family]), headless: true, offline: true, viewport: { width: 600, height: 800 } });
  try {
    const page = await driven.extensionPage("lookup.html");
    await page.bringToFront();
    const field = await page.waitForSelector("[role=combobox]");
    await page.evaluate(PREACT);
    await page.evaluate(expression(watch));
    for (let turn = 0; turn < names; turn++) {
      await field!.focus();
      for (const letter of TYPED[turn % TYPED.length]!) {
        await page.keyboard.sendCharacter(letter);
        await pause(BETWEEN_KEYS_MS);
      }
      await pause(SETTLED_MS);
      await page.keyboard.press("Escape");
      await pause(SETTLED_MS);
    }
    return JSON.parse((await page.evaluate("JSON.stringify(globalThis.keyRuns)")) as string) as KeyRun[];
  } finally {
    await driven.close();
  }
}

/** Runs in the page. */
function watch(): void {
  const repeats = 50;
  const runs: { list: number; drawn: number; render: number }[] = [];
  const { h, render } = (globalThis as unknown as { preact: { h(type: string, props: object | null, ...children: unknown[]): unknown; render(view: unknown, into: Element): void } }).preact;
  Object.assign(globalThis, { keyRuns: runs });
  const into = document.body.appendChild(document.createElement("ul"));
  into.hidden = true;
  let typed = 0;
  document.addEventListener("input", () => (typed = performance.now()), { capture: true });
  const list = document.querySelector("[role=listbox]")!;
  new MutationObserver(() => {
    // What is there until the answer comes is of the key before.
    if (typed === 0 || list.ariaBusy !== "false") return;
    const run = { list: performance.now() - typed, drawn: 0, render: bare() };
    const start = typed;
    typed = 0;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        run.drawn = performance.now() - start;
        runs.push(run);
      };
      port2.postMessage(null);
    });
  }).observe(list, { childList: true, subtree: true, characterData: true, attributes: true });

  /** The same rows. @returns milliseconds */
  function bare(): number {
    const rows = [...list.children].map((row) => [...row.querySelectorAll("bdi, .kind, .who")].map(({ textContent }) => textContent));
    const start = performance.now();
    // Again and again from nothing: the clock is too coarse for once.
    for (let turn = 0; turn < repeats; turn++) {
      render(null, into);
      render(rows.map((texts) => h("li", null, ...texts.map((text) => h("span", null, text)))), into);
    }
    return (performance.now() - start) / repeats;
  }
}
