/**
 * Puts a text on the clipboard. Pages without encryption have no asynchronous clipboard: there the copy command is given,
 * and our text put in the place of what is selected.
 * @returns false where the browser does not allow it
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}

function copyByCommand(text: string): boolean {
  let done = false;
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
    done = true;
  };
  const once = { capture: true, once: true };
  window.addEventListener("copy", fill, once);
  document.execCommand("copy");
  window.removeEventListener("copy", fill, once);
  return done;
}
