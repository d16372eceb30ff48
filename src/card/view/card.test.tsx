// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { describe, expect, test, vi } from "vitest";
import type { Inquiry } from "./card";
import { all, button, content, place, press, show, text } from "./testing";

describe("the card", () => {
  test("while loading shows what the page knows; then why there is nothing to show", () => {
    show({ answer: undefined });
    expect(text("h2")).toEqual(["Marshal Peng"]);
    expect(text("[role=status]")).toEqual(["Looking it up …"]);
    const { onRetry } = show({ answer: { status: "failed" }, onRetry: vi.fn() });
    expect(text("[role=alert]")[0]).toContain("could not read this entry");
    button("Try again").click();
    expect(onRetry).toHaveBeenCalledOnce();
    show({ answer: { status: "unknown" } });
    expect(text("[role=alert]")[0]).toContain("None of your packs has this entry");
    expect(text("button")).toEqual(["PinP", "×"]);
    expect(button("Close").textContent).toBe("×");
  });

  test("is pinned by its button, and let go by the same", () => {
    const { onPin } = show();
    all(".foot button")[0]!.click();
    expect(onPin).toHaveBeenLastCalledWith(true);
    const pinned = show({ pinned: true });
    expect(all(".foot button")[0]!.getAttribute("aria-pressed")).toBe("true");
    all(".foot button")[0]!.click();
    expect(pinned.onPin).toHaveBeenLastCalledWith(false);
  });

  test("is pinned by a press into its text, once", () => {
    const { onPin } = show();
    place.querySelector<HTMLElement>(".context")!.click();
    expect(onPin).toHaveBeenCalledExactlyOnceWith(true);
    const pinned = show({ pinned: true });
    place.querySelector<HTMLElement>(".context")!.click();
    expect(pinned.onPin).not.toHaveBeenCalled();
  });

  test("closing pins nothing", () => {
    const { onPin, onClose } = show();
    button("Close").click();
    expect(onClose).toHaveBeenCalledOnce();
    expect(onPin).not.toHaveBeenCalled();
  });

  test("says for a moment whether copying worked", async () => {
    vi.useFakeTimers();
    const { onCopy } = show();
    await press("Cite");
    expect(onCopy).toHaveBeenCalledWith("copy of the entry");
    expect(text(".foot [role=status]")).toEqual(["Copied"]);
    act(() => void vi.advanceTimersByTime(3000));
    expect(text(".foot [role=status]")).toEqual([""]);
    show({ onCopy: async () => false });
    await press("Cite");
    expect(text(".foot [role=status]")).toEqual(["Not copied"]);
    vi.useRealTimers();
  });

  test("keeps a quote, or the whole entry, and says what became of it", async () => {
    show();
    expect(all("button").some((each) => each.textContent === "Save")).toBe(false);
    const { onSave } = show({ onSave: vi.fn(async () => "Saved") });
    await press("Save");
    expect(onSave).toHaveBeenLastCalledWith(content.ref, content.quotes[0]!.id);
    expect(text("figure [role=status]")).toContain("Saved");
    await press("Save");
    expect(onSave).toHaveBeenLastCalledWith(content.ref, "");
    expect(text(".foot [role=status]")).toContain("Saved");
  });

  test("a name is known, or not any more, where that is kept; else it says so", async () => {
    const pressed = () => button("Known").getAttribute("aria-pressed");
    const answer = { status: "ready", content: { ...content, known: true } } as const;
    let kept = true;
    const { onKnow } = show({ answer, onKnow: vi.fn(async () => kept) });
    expect(pressed()).toBe("true");
    await press("Known");
    expect(onKnow).toHaveBeenLastCalledWith(content.ref, false);
    expect(pressed()).toBe("false");
    kept = false;
    const known = button("Known");
    await press("Known");
    expect([known.textContent, known.getAttribute("aria-pressed")]).toEqual(["That did not work", "false"]);
  });

  test("the side panel opens at what the card is of", () => {
    const { onPanel } = show({ onPanel: vi.fn() });
    button("Panel").click();
    expect(onPanel).toHaveBeenCalledExactlyOnceWith(content.ref);
  });

  test("what asks what is wrong takes the entry's place, until the reader goes back or the card is of something else", async () => {
    const asking = () => text(".inquiry");
    const inquiry: Inquiry = (into, back) => {
      into.textContent = "What is wrong?";
      into.onclick = back;
    };
    const more = { answer: { status: "ready", content }, onWrong: vi.fn(async () => inquiry) } as const;
    const { onPin } = show(more);
    expect(asking()).toEqual([]);
    await press("Wrong?");
    expect(onPin).toHaveBeenLastCalledWith(true);
    expect(asking()).toEqual(["What is wrong?"]);
    show(more);
    expect(asking()).toEqual(["What is wrong?"]);
    act(() => place.querySelector<HTMLElement>(".inquiry")!.click());
    expect(asking()).toEqual([]);
    await press("Wrong?");
    show({ ...more, answer: { status: "ready", content: { ...content } } });
    expect(asking()).toEqual([]);
    show({ answer: { status: "ready", content: { ...content } }, onWrong: async () => Promise.reject(new Error("no such script")) });
    await press("Wrong?");
    expect(asking()).toEqual([]);
    expect(text(".foot [role=status]")).toContain("That did not work");
  });

  test("turned from entry to entry keeps the keyboard's focus, on the new name", () => {
    show();
    act(() => button("Mikoyan").focus());
    act(() => button("Mikoyan").click());
    const other = { ...content, ref: "kc/mikoyan", name: "Anastas Mikoyan" };
    show({ answer: undefined, name: "" });
    show({ answer: { status: "ready", content: other }, back: "Peng Dehuai" });
    expect(document.activeElement).toBe(place.querySelector("h2"));
    const { onBack } = show({ answer: { status: "ready", content: other }, back: "Peng Dehuai" });
    act(() => button("Back to Peng Dehuai").click());
    expect(onBack).toHaveBeenCalledOnce();
    show();
    expect(document.activeElement).toBe(place.querySelector("h2"));
    expect(text("h2")).toEqual(["Peng Dehuai彭德怀"]);
  });

  test("an answer that only arrives takes no focus", () => {
    show({ answer: undefined });
    show();
    expect(place.contains(document.activeElement)).toBe(false);
  });
});
