/** A page of a PDF as it lies in the document: its picture, and its text over it. */

export interface Sheet {
  readonly page: number;
  readonly element: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly text: HTMLElement;
  width: number;
  isNear: boolean;
  /** Zoom and pixels of its picture; empty where it has none. */
  drawn: string;
  read: boolean;
}

export function makeSheet(page: number, label: (page: number) => string): Sheet {
  const element = document.createElement("div");
  element.className = "sheet";
  element.role = "group";
  element.ariaLabel = label(page);
  element.dataset["page"] = String(page);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 0;
  canvas.ariaHidden = "true";
  const text = document.createElement("div");
  text.className = "text";
  element.append(canvas, text);
  return { page, element, canvas, text, width: 0, isNear: false, drawn: "", read: false };
}

/** Lengths are CSS pixels at 100 %. */
export function setSize(sheet: Sheet, { width, height }: { width: number; height: number }): void {
  sheet.width = width;
  sheet.element.style.setProperty("--width", `${width}px`);
  sheet.element.style.setProperty("--height", `${height}px`);
}
