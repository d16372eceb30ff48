/** What is asked of the page in a tab itself, by a function that runs in it. */
import browser from "webextension-polyfill";

/** What is selected in a tab, in whichever of its frames, fields included. */
export async function selectedIn(tabId: number): Promise<string> {
  const frames = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: () => {
      const text = getSelection()?.toString();
      const field = document.activeElement;
      // Firefox counts what is selected in a field as no selection of the page's.
      if (text || !(field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type !== "password"))) return text;
      return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
    },
  });
  return frames.map(({ result }) => (typeof result === "string" ? result.trim() : "")).find(Boolean) ?? "";
}

/** What the page in a tab says its addresses are. */
export async function addressesOf(tabId: number): Promise<string[]> {
  const [frame] = await browser.scripting.executeScript({
    target: { tabId },
    func: () => {
      const links = document.querySelectorAll<HTMLLinkElement>("link[rel~=canonical i], link[rel~=amphtml i], link[rel~=shortlink i]");
      const address = document.querySelector<HTMLMetaElement>('meta[property="og:url"]')?.content;
      return [...[...links].map(({ href }) => href), ...(address ? [address] : [])];
    },
    injectImmediately: true,
  });
  return Array.isArray(frame?.result) ? frame.result.filter((address) => typeof address === "string") : [];
}

/**
 * Has the reader in a tab ask about all of its text again, where it has read it.
 * @param key under which symbol of the global registry it left what it knows (page/published)
 */
export async function rereadIn(tabId: number, key: string): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId },
    args: [key],
    func: (name: string) => {
      const page = (globalThis as Record<symbol, unknown>)[Symbol.for(name)] as { annotation(): { reading: boolean; reread(): unknown } | null } | undefined;
      const annotation = page?.annotation();
      if (annotation && !annotation.reading) annotation.reread();
    },
    injectImmediately: true,
  });
}
