/** A card for tests, drawn into a page, and a reader who presses its buttons. */
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, vi } from "vitest";
import { english as t } from "../../i18n/english";
import type { CardContent, CardQuote } from "../../messages/contract";
import { Card, type CardProps } from "./card";

export const quote = (id: string, more: Partial<CardQuote> = {}): CardQuote => ({
  id,
  words: `“words of ${id}”`,
  said: [{ text: "Mao Zedong", ref: "kc/mao" }],
  remarks: [],
  source: { text: "Radchenko, 2017" },
  copy: `copy of ${id}`,
  ...more,
});

export const content: CardContent = {
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
export const bare: CardContent = { ...content, who: [], context: [], details: [], quotes: [] };

export const place = document.createElement("div");
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

export function show(more: Partial<CardProps> = {}): CardProps {
  const all = props(more);
  act(() => render(<Card {...all} />, place));
  return all;
}
export const showContent = (more: Partial<CardContent>) =>
  show({ answer: { status: "ready", content: { ...content, ...more } } });

export const all = (selector: string) => [...place.querySelectorAll<HTMLElement>(selector)];
export const text = (selector: string) => all(selector).map((element) => element.textContent);
export function button(name: string): HTMLElement {
  const found = all("button, a").find((each) => (each.getAttribute("aria-label") ?? each.textContent) === name);
  if (!found) throw new Error(`no button ${name} in ${place.textContent}`);
  return found;
}
/** What a button does may take a few turns of promises. */
export const press = (name: string) =>
  act(async () => {
    button(name).click();
    for (let turn = 0; turn < 3; turn++) await Promise.resolve();
  });
