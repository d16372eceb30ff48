// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { describe, expect, test } from "vitest";
import { CardContent } from "../../messages/contract";
import { fault } from "../../messages/schema";
import { all, bare, button, content, place, press, quote, show, showContent, text } from "./testing";

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
    expect(button("Note 1: Radchenko, 2017, para. 4").textContent).toBe("[1]");
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
