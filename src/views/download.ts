/** How long a browser is given to begin a download, in milliseconds, before the file's bytes are let go. */
const KEPT_MS = 60_000;

/** Has the browser put a text into the reader's download folder, or ask where. */
export function downloadText(name: string, mime: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: mime }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
