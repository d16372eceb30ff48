/** A popover of the highlighter's on the page: the bar, or a notice in the corner. */
import { type ComponentChildren, render } from "preact";
import { createHost, type Host } from "../../card/host";
import type { Box } from "../../card/envelope";

/** Screen readers notice what is said in an element that was there before. */
const SAY_AFTER_MS = 150;

export interface Panel {
  /** Draws, in the layer that a node is in. */
  draw(content: ComponentChildren, near: Node): void;
  /** Role and name of the whole for screen readers. */
  name(role: string, label: string): void;
  /** Says something to those who do not see it. */
  say(text: string): void;
  moveTo(at: { left: number; top: number }): void;
  box(): Box;
  focus(): void;
  /** Whether the keyboard or the pointer is in it. */
  inUse(): boolean;
  owns: Host["owns"];
  focused: Host["focused"];
  /** All that can be pressed or typed into, in order. */
  controls(): HTMLElement[];
  /** Widens or narrows it. */
  wide(on: boolean): void;
  isShown(): boolean;
  close(): void;
}

/** @param resized called when the panel has become larger or smaller */
export function mountPanel(name: "bar" | "notice", css: string, lang: string, resized: () => void): Panel {
  const host = createHost(name, css);
  const { popover } = host;
  popover.lang = lang;
  const aloud = document.createElement("p");
  aloud.className = "aloud";
  aloud.setAttribute("role", "status");
  const inner = document.createElement("div");
  inner.className = "inner";
  popover.append(aloud, inner);
  const growth = new ResizeObserver(resized);
  growth.observe(popover);
  // Pressing a button must not take the selection away; a press into a field is meant for the field.
  popover.addEventListener("mousedown", (event) => {
    if (!isField(event.target)) event.preventDefault();
  });

  return {
    draw(content, near) {
      render(content, inner);
      host.showIn(near);
    },
    name(role, label) {
      popover.setAttribute("role", role);
      popover.setAttribute("aria-label", label);
    },
    say(text) {
      aloud.textContent = "";
      setTimeout(() => (aloud.textContent = text), SAY_AFTER_MS);
    },
    moveTo({ left, top }) {
      popover.style.left = `${left}px`;
      popover.style.top = `${top}px`;
    },
    box: () => popover.getBoundingClientRect(),
    focus: () => popover.focus({ preventScroll: true }),
    inUse: () => host.focused() !== null || popover.matches(":hover"),
    owns: host.owns,
    focused: host.focused,
    controls: () => [...popover.querySelectorAll<HTMLElement>("button,input,textarea,a[href]")],
    wide: (on) => void popover.classList.toggle("wide", on),
    isShown: () => popover.checkVisibility(),
    close() {
      growth.disconnect();
      host.remove();
      render(null, inner);
    },
  };
}

export function isField(target: EventTarget | null | undefined): target is HTMLElement {
  return target instanceof HTMLElement && target.matches("input,textarea");
}
