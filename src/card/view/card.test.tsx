// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, describe, expect, test, vi } from "vitest";
import { english as t } from "../../i18n/english";
import { CardContent, type CardQuote } from "../../messages/contract";
import { fault } from "../../messages/schema";
import { Card, type CardProps, type Inquiry } from "./card";

const quote = (id: string, more: Partial<CardQuote> = {}): CardQuote => ({
  id,
  words: `“words of ${id}”`,
  said: [{ text: "Mao Zedong", ref: "kc/mao" }],
  remarks: [],
  source: { text: "Radchenko, 2017" },
  copy: `copy of ${id}`,
  ...more,
});

const content: CardContent = {
  ref: "kc/peng",
  kind: "person",
  name: "Peng Dehuai",
  own: { text: "彭德怀", lang: "zh" },
  when: "1898–1974",
  who: [{ text: "Chinese marshal." }, { text: "para. 4", note: 0 }],
  context: [
    [{ text: "Sent with " }, { text: "Mikoyan", ref: "kc/mikoyan", kind: "person" }, { text: ", " }, { text: "twice", style: "em" }],
    [{ text: "See " }, { text: "the papers", href: "https://example.org/papers" }, { text: "", note: 1 }],
  ],
  details: [
    { name: "roles", title: "Roles", items: [{ when: "1950–1954", text: [{ text: "Commander" }] }] },
    { name: "timeline", title: "Timeline", items: [{ when: "August 1959", text: [{ text: "Dismissed." }] }] },
    { name: "links", title: "Links", items: [{ text: [{ text: "Anastas Mikoyan", ref: "kc/mikoyan", kind: "person" }] }] },
  ],
  quotes: [quote("one"), quote("two"), quote("three")],
  sources: [
    { short: "Radchenko, 2017", full: "Radchenko, Sergey. Remember 1956. 2017.", link: "https://example.org/1956" },
    { short: "FRUS, 1960", full: "Foreign Relations of the United States. 1996." },
  ],
  pack: "Korea and China",
  from: "From Korea and China, CC-BY-4.0",
  twins: [],
  copy: "copy of the entry",
};
const bare: CardContent = { ...content, who: [], context: [], details: [], quotes: [] };

const place = document.createElement("div");
document.body.append(place);
afterEach(() => act(() => render(null, place)));

function props(more: Partial<CardProps> = {}): CardProps {
  return {
    t,
    lang: "en",
    name: "Marshal Peng",
    kind: "person",
    answer: { status: "ready", content },
    pinned: false,
    onOpenRef: vi.fn(),
    onBack: vi.fn(),
    onPin: vi.fn(),
    onClose: vi.fn(),
    onCopy: vi.fn(async () => true),
    ...more,
  };
}

function show(more: Partial<CardProps> = {}): CardProps {
  const all = props(more);
  act(() => render(<Card {...all} />, place));
  return all;
}
const showContent = (more: Partial<CardContent>) =>
  show({ answer: { status: "ready", content: { ...content, ...more } } });

const all = (selector: string) => [...place.querySelectorAll<HTMLElement>(selector)];
const text = (selector: string) => all(selector).map((element) => element.textContent);
function button(name: string): HTMLElement {
  const found = all("button, a").find((each) => (each.getAttribute("aria-label") ?? each.textContent) === name);
  if (!found) throw new Error(`no button ${name} in ${place.textContent}`);
  return found;
}
/** What a button does may take a few turns of promises. */
const press = (name: string) =>
  act(async () => {
    button(name).click();
    for (let turn = 0; turn < 3; turn++) await Promise.resolve();
  });

describe("an entry", () => {
  test("says kind, count, name in both scripts, dates and who, in this order", () => {
    show({ count: 3 });
    const words = place.textContent;
    const head = ["Person", "3 times in this story", "Peng Dehuai", "彭德怀", "1898–1974"];
    const order = [...head, "Chinese marshal.", "Sent with"];
    const positions = order.map((each) => words.indexOf(each));
    expect(positions).not.toContain(-1);
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    expect(text("h2 [lang=zh]")).toEqual(["彭德怀"]);
  });

  test("counts how often it stands in the story, in words where that is once", () => {
    const said = (count?: number) => {
      show({ count });
      return text(".kind span");
    };
    expect([said(), said(0)]).toEqual([[], []]);
    expect(said(1)).toEqual(["once in this story"]);
    expect(said(2)).toEqual(["2 times in this story"]);
  });

  test("names open in the card, by press and by key", () => {
    const { onOpenRef } = show();
    button("Mikoyan").click();
    button("Mikoyan").dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    expect(onOpenRef).toHaveBeenCalledTimes(2);
    expect(onOpenRef).toHaveBeenCalledWith("kc/mikoyan");
    expect(button("Mikoyan").dataset.kind).toBe("person");
  });

  test("a note tells its source in its label, shows it in full, and copies it with the locator", async () => {
    const { onCopy } = show();
    expect(text(".who .source > span:first-child")).toEqual(["Radchenko, Sergey. Remember 1956. 2017."]);
    expect(button("Note 1: Radchenko, 2017, para. 4").textContent).toBe("1");
    await act(async () => place.querySelector<HTMLElement>(".who .source button")!.click());
    expect(onCopy).toHaveBeenCalledWith("Radchenko, Sergey. Remember 1956. 2017. para. 4");
  });

  test("a note whose source is missing is left out", () => {
    showContent({ who: [{ text: "Marshal." }, { text: "", note: 7 }] });
    expect(text(".who")).toEqual(["1898–1974 · Marshal."]);
  });

  test("only addresses of the web become links, in a tab that learns nothing of the page", () => {
    const href = (address: string) => showContent({ context: [[{ text: "papers", href: address }]] });
    for (const address of ["javascript:alert(1)", " https://a.example", "data:text/html,x", "//a.example", "file:///etc"]) {
      href(address);
      expect(all(".context a")).toEqual([]);
      expect(text(".context")).toEqual(["papers"]);
    }
    href("https://example.org/a");
    const link = place.querySelector(".context a")!;
    expect(link.getAttribute("href")).toBe("https://example.org/a");
    expect(link.getAttribute("rel")).toBe("noopener noreferrer");
    expect(link.getAttribute("target")).toBe("_blank");
  });

  test("what a pack says is text, never markup", () => {
    const nasty = `<img src=x onerror="alert(1)">`;
    showContent({
      name: nasty,
      own: { text: nasty, lang: "en" },
      when: nasty,
      who: [{ text: nasty, style: "strong" }],
      context: [[{ text: nasty, ref: nasty }]],
      here: [{ text: nasty }],
      quotes: [quote(nasty, { words: nasty, said: [{ text: nasty }], remarks: [nasty, nasty] })],
      details: [{ name: nasty, title: nasty, items: [] }],
      from: nasty,
    });
    expect(place.querySelector("img")).toBeNull();
    expect(place.textContent.split(nasty).length - 1).toBeGreaterThanOrEqual(11);
  });

  test("with nothing but names says so; with nothing but a timeline unfolds it", () => {
    show({ answer: { status: "ready", content: bare } });
    expect(place.textContent).toContain("says nothing about it yet");
    show({ answer: { status: "ready", content: { ...bare, ref: "kc/other", details: [content.details[1]!], open: 0 } } });
    expect(text(".timeline li")).toEqual(["August 1959Dismissed."]);
    expect(place.textContent).not.toContain("says nothing about it yet");
  });

  test("what is said of the place where the name stands opens what it names", () => {
    showContent({ here: undefined });
    expect(text(".doubt")).toEqual([]);
    const here = [{ text: "It could also be " }, { text: "Peng Zhen", ref: "kc/zhen" }, { text: "." }];
    const { onOpenRef } = showContent({ here });
    expect(text(".doubt")).toEqual(["It could also be Peng Zhen."]);
    button("Peng Zhen").click();
    expect(onOpenRef).toHaveBeenCalledWith("kc/zhen");
  });
});

describe("quotes", () => {
  test("stand with speaker, listeners, occasion, caveat and a link to the very words", () => {
    const one = quote("one", {
      words: "“You planted him.” “Then we did.”",
      said: [{ text: "Mao Zedong", ref: "kc/mao" }, { text: ", to Peng" }],
      remarks: ["Beijing, September 1956", "Read with care: words of a note-taker"],
      source: { text: "Radchenko, 2017, para. 27", href: "https://example.org/1956#:~:text=You%20planted" },
    });
    showContent({ quotes: [one] });
    expect(text("blockquote")).toEqual(["“You planted him.” “Then we did.”"]);
    expect(text(".said")).toEqual(["Mao Zedong, to Peng"]);
    expect(place.textContent).toContain("Beijing, September 1956");
    expect(place.textContent).toContain("Read with care: words of a note-taker");
    const link = place.querySelector("figcaption a.out")!;
    expect(link.textContent).toContain("Radchenko, 2017, para. 27");
    expect(link.getAttribute("href")).toBe(one.source.href);
  });

  test("turn in a circle, one at a time, and each is copied as it was prepared", async () => {
    const { onCopy } = show();
    const seen = [];
    for (let i = 0; i < 4; i++) {
      seen.push(text("blockquote")[0]);
      await press("Next quote");
    }
    expect(seen).toEqual(["“words of one”", "“words of two”", "“words of three”", "“words of one”"]);
    await press("Previous quote");
    expect(text(".pager [role=status]")).toEqual(["1 of 3 quotes"]);
    await act(async () => place.querySelector<HTMLElement>("figcaption button")!.click());
    expect(onCopy).toHaveBeenCalledWith("copy of one");
  });

  test("a single quote has no arrows", () => {
    showContent({ quotes: [quote("one")] });
    expect(all(".pager")).toEqual([]);
  });
});

describe("details", () => {
  test("unfold one at a time, and only those that the entry has", async () => {
    show();
    await press("Timeline");
    expect(text(".panel")).toEqual(["August 1959Dismissed."]);
    await press("Roles");
    expect(text(".panel")).toEqual(["1950–1954Commander"]);
    expect(button("Timeline").getAttribute("aria-expanded")).toBe("false");
    expect(button("Roles").getAttribute("aria-expanded")).toBe("true");
    await press("Roles");
    expect(all(".panel")).toEqual([]);
    showContent({ details: content.details.slice(2) });
    expect(text(".toggles button")).toEqual(["Links"]);
  });
});

describe("an entry that several packs have", () => {
  const twin = { ...content, ref: "ac/peng", name: "P'eng Te-huai", pack: "Arms control", from: "From Arms control", copy: "copy of the twin" };
  const both = { ...content, twins: [twin] };
  const tabs = () => all("[role=tab]");
  const key = (name: string) =>
    act(() => void document.activeElement!.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true })));

  test("has a tab for each, and one that only one has has none", () => {
    showContent({});
    expect(tabs()).toEqual([]);
    show({ answer: { status: "ready", content: both } });
    expect(text("[role=tablist] [role=tab]")).toEqual(["Korea and China", "Arms control"]);
    expect(tabs().map((tab) => tab.getAttribute("aria-selected"))).toEqual(["true", "false"]);
    expect(place.querySelector("[role=tabpanel]")!.getAttribute("aria-label")).toBe("Korea and China");
  });

  test("shows by press what the other pack says, and cites that", async () => {
    const { onCopy } = show({ answer: { status: "ready", content: both } });
    await press("Arms control");
    expect(text("h2 span")).toEqual(["P'eng Te-huai"]);
    expect(text(".pack")).toEqual(["From Arms control"]);
    expect(all("h2")).toHaveLength(1);
    await press("Cite");
    expect(onCopy).toHaveBeenLastCalledWith("copy of the twin");
  });

  test("turns by arrow keys, around and with the focus; only the chosen tab is in the way of the Tab key", () => {
    show({ answer: { status: "ready", content: both } });
    act(() => tabs()[0]!.focus());
    for (const [name, chosen] of [["ArrowRight", 1], ["ArrowRight", 0], ["ArrowLeft", 1], ["a", 1]] as const) {
      key(name);
      expect(document.activeElement).toBe(tabs()[chosen]);
      expect(tabs().map((tab) => tab.tabIndex)).toEqual(chosen === 1 ? [-1, 0] : [0, -1]);
      expect(text("h2 span")).toEqual([[content, twin][chosen]!.name]);
    }
  });

  test("begins with its first tab again when another entry was looked at in between", async () => {
    show({ answer: { status: "ready", content: both } });
    await press("Arms control");
    show({ answer: { status: "ready", content: { ...both, ref: "kc/other" } } });
    expect(tabs()[0]!.getAttribute("aria-selected")).toBe("true");
  });
});

describe("drawings", () => {
  const drawing = {
    label: "Map: Panmunjom",
    box: [100, 100, 3200, 1760],
    shapes: [
      { style: "land", lines: [[1, 2, 3, 4], [5, 6, 7, 8]] },
      { style: "name own", lines: [[10, 20]], text: "<b>Panmunjom</b>" },
    ],
  };

  test("are drawn as the numbers say, with a text for those who do not see them, and names as text", () => {
    showContent({ ref: "kc/place", open: 0, details: [{ name: "map", title: "Map", items: [], drawing }] });
    const svg = place.querySelector("svg")!;
    expect(svg.getAttribute("role")).toBe("img");
    expect(svg.getAttribute("aria-label")).toBe("Map: Panmunjom");
    expect(svg.getAttribute("viewBox")).toBe("100,100,3200,1760");
    expect(svg.querySelector("path")!.getAttribute("d")).toBe("M1,2,3,4M5,6,7,8");
    expect(svg.querySelector("text")!.textContent).toBe("<b>Panmunjom</b>");
    expect(svg.querySelector("text")!.getAttribute("y")).toBe("20");
  });

  test("of anything but whole numbers do not get to the card", () => {
    const detail = { name: "map", title: "Map", items: [], drawing };
    expect(fault(CardContent, { ...content, details: [detail] })).toBeUndefined();
    for (const bad of ["1h9", Number.NaN, -1, 0.5, null, [1]]) {
      const shapes = [{ style: "land", lines: [[1, bad]] }];
      expect(fault(CardContent, { ...content, details: [{ ...detail, drawing: { ...drawing, shapes } }] })).toBeDefined();
    }
  });
});

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
