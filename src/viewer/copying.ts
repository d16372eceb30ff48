/** What is copied of the pages: paragraphs, not lines, and no hyphens that only divided a word. */
export function copyAsRead(pages: HTMLElement): void {
  pages.addEventListener("copy", (event) => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !event.clipboardData) return;
    event.clipboardData.setData("text/plain", textOf(selection));
    event.preventDefault();
  });
}

function textOf(selection: Selection): string {
  const paragraphs: string[] = [];
  for (let at = 0; at < selection.rangeCount; at++) {
    const copied = selection.getRangeAt(at).cloneContents();
    const found = [...copied.querySelectorAll("p, h2")];
    paragraphs.push(...(found.length > 0 ? found : [copied]).map(({ textContent }) => textContent ?? ""));
  }
  return paragraphs
    .map((text) => text.replaceAll("\u00AD", "").replace(/\s+/g, " ").trim())
    .filter((text) => text !== "")
    .join("\n\n");
}
