/** A file that is dropped anywhere on the page is opened. */
export function acceptDrops(document: Document, open: (file: File) => void): void {
  const { classList } = document.documentElement;
  const holdsFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
  document.addEventListener("dragover", (event) => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    classList.add("dropping");
  });
  document.addEventListener("dragleave", ({ relatedTarget }) => {
    if (relatedTarget === null) classList.remove("dropping");
  });
  document.addEventListener("drop", (event) => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    classList.remove("dropping");
    const [file] = event.dataTransfer!.files;
    if (file) open(file);
  });
}
