/**
 * What Chromium's address bar shows. No driver reaches the bar itself; Chromium's own page about it, chrome://omnibox, asks
 * everybody whom the bar asks, extensions too, and lists their answers as the bar would have them.
 */
import type { Page } from "puppeteer-core";
import { expression } from "../../../scripts/drive/in-page";
import type { Session } from "./launch";

/** Opens that page, after letting it be opened, as all pages are that Chromium has for its makers. */
export async function openAddressBar({ openPage }: Session): Promise<Page> {
  const list = await openPage("chrome://chrome-urls");
  await list.waitForFunction(() => {
    const button = document.querySelector("chrome-urls-app")?.shadowRoot?.querySelector<HTMLElement>("cr-button");
    if (button && !button.dataset["pressed"]) {
      button.dataset["pressed"] = "once";
      button.click();
    }
    return button?.textContent.includes("Disable") ?? false;
  });
  const bar = await openPage("chrome://omnibox");
  await bar.waitForFunction(() => {
    const mode = document.querySelector("omnibox-input")?.shadowRoot?.querySelector<HTMLInputElement>("#in-keyword-mode");
    // As the bar is from the space after a keyword on.
    if (mode && !mode.checked) mode.click();
    return mode?.checked === true;
  });
  return bar;
}

/** Types over what was typed there before. */
export async function typeInto(bar: Page, text: string): Promise<void> {
  await bar.evaluate(() => {
    const field = document.querySelector("omnibox-input")!.shadowRoot!.querySelector<HTMLInputElement>("#input-text")!;
    field.focus();
    field.select();
  });
  await bar.keyboard.type(text);
}

/** All that is said of what is suggested at last, as one text. */
export async function readSuggested(bar: Page): Promise<string> {
  return (await bar.evaluate(expression(readLast))) as string;
}

/** Runs in the page. */
function readLast(): string {
  const groups = document.querySelector("omnibox-output")!.shadowRoot!.querySelectorAll("output-results-group");
  const last = [...groups].at(-1);
  return last ? textOf(last).replace(/\s+/g, " ") : "";

  function textOf(node: Node): string {
    if (node instanceof Text) return node.data;
    if (node instanceof HTMLStyleElement) return "";
    const inside = [...((node as Element).shadowRoot?.childNodes ?? []), ...node.childNodes];
    return inside.map(textOf).join(" ");
  }
}
