/** Maps and lines of time in the card, as the browser draws them. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileFiles } from "../../scripts/lib/pack-folder";
import { addPack, hoverText, inClosedRoots, launch, preferDark, pressInCard, waitForCard, waitForPaint } from "./harness";

const backstory = await launch();
const scratch = mkdtempSync(join(tmpdir(), "backstory-test-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const note = (front: string, body = "Something. [@s]\n") => `---\n${front}\ncite: s\n---\n${body}`;
const town = (name: string, at: string) => ({ path: `entries/${name}.md`, text: note(`kind: place\nnames: [${name}]\nat: [${at}]`) });
const FILES = [
  { path: "pack.yaml", text: "id: drawn\ntitle: A pack with drawings\nversion: 1.0.0\nlanguages: [en]\nlicence: CC0-1.0\nauthors: [A test]\n" },
  { path: "sources.json", text: JSON.stringify([{ id: "s", type: "book", title: "A source" }]) },
  // On a coast, an island and a strait of the real world; a country of its own; a place beside the date line.
  town("Qarnath", "39.034, 125.754"),
  town("Velmora", "37.566, 126.978"),
  town("Ostwick", "38.316, 127.237"),
  town("Farrowpoint", "65.642, -169.98"),
  {
    path: "entries/zorblatt.md",
    text: note(
      "kind: person\nnames: [Ermengarde Zorblatt]\nborn: 1898-10-24\ndied: 1974-11-29",
      "A marshal. [@s]\n\n## Timeline\n- 1928-05: Joined. [@s]\n- 1950/1953: Commanded. [@s]\n- 1959-08: Dismissed. [@s]\n",
    ),
  },
];
const TEXT = "Ermengarde Zorblatt went from Qarnath to Velmora and to Farrowpoint, and nobody in Ostwick ever heard of it again.";
const PAGE = `<!doctype html><html lang="en"><meta name="color-scheme" content="light dark"><meta property="og:type" content="article"><h1>A journey</h1>${`<p>${TEXT.repeat(4)}</p>`.repeat(4)}`;

beforeAll(async () => {
  const { bytes, problems } = compileFiles(FILES);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const path = join(scratch, "drawn.pack");
  writeFileSync(path, bytes!);
  await addPack(backstory, path);
});

interface Drawn {
  label: string;
  width: number;
  height: number;
  /** How wide the card's text is. */
  room: number;
  names: string[];
  /** Of what is seen of the own dot: where its middle is, as a part of the drawing's width and height, and its colour. */
  dot: { x: number; y: number; colour: string } | null;
  land: number;
  ground: string;
  marks: number;
}

async function drawingOf(page: Page): Promise<Drawn> {
  const [drawn] = await inClosedRoots(page, "backstory-card", describe);
  if (!drawn) throw new Error("The card has no drawing");
  return drawn;
}

/** Runs in the page, on the card's shadow root. */
function describe(root: ShadowRoot): Drawn | null {
  const svg = root.querySelector<SVGSVGElement>("svg[role=img]");
  if (!svg) return null;
  const frame = svg.getBoundingClientRect();
  const dot = svg.querySelector<SVGPathElement>(".dot.own");
  const box = dot?.getBoundingClientRect();
  const path = (style: string) => svg.querySelector<SVGPathElement>(`path.${style}`);
  return {
    label: svg.getAttribute("aria-label")!,
    width: frame.width,
    height: frame.height,
    room: root.querySelector(".entry-view")!.getBoundingClientRect().width,
    names: [...svg.querySelectorAll("text")].map((text) => text.textContent ?? ""),
    dot: box && {
      x: (box.x + box.width / 2 - frame.x) / frame.width,
      y: (box.y + box.height / 2 - frame.y) / frame.height,
      colour: getComputedStyle(dot!).stroke,
    },
    land: path("land")?.getTotalLength() ?? 0,
    ground: path("land") ? getComputedStyle(path("land")!).fill : "",
    marks: (path("marks")?.getAttribute("d")?.match(/M/g) ?? []).length,
  } as Drawn;
}

async function openCard(page: Page, name: string): Promise<Drawn> {
  await waitForPaint(page);
  await hoverText(page, name);
  await waitForCard(page, (card) => card.heading.includes(name) && card.text.includes("A pack with drawings"));
  return drawingOf(page);
}

test("the map of a place without quotes is there at once: coast, dot, names, and the same in words", async () => {
  const page = await backstory.openPage(PAGE);
  const drawn = await openCard(page, "Qarnath");
  expect(drawn.label).toBe("Map: Qarnath, 150 km north-west of Ostwick and 200 km north-west of Velmora");
  expect(drawn.names).toEqual(expect.arrayContaining(["Qarnath", "Velmora", "Ostwick"]));
  expect(drawn.width).toBeCloseTo(drawn.room, -1);
  expect(drawn.height / drawn.width).toBeCloseTo(0.55, 1);
  expect(drawn.dot!.x).toBeCloseTo(0.5, 1);
  expect(drawn.dot!.y).toBeCloseTo(0.5, 1);
  expect(drawn.land).toBeGreaterThan(3000);
  await pressInCard(page, "Map");
  expect((await inClosedRoots(page, "backstory-card", (root) => root.querySelector("svg") === null))[0]).toBe(true);
});

test("a map is quiet in the dark too, and allowed by the strictest page", async () => {
  const light = await openCard(await backstory.openPage(PAGE), "Velmora");
  const page = await backstory.openPage(PAGE, { headers: { "Content-Security-Policy": "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'" } });
  await preferDark(backstory.driven, page, true);
  const dark = await openCard(page, "Velmora");
  expect(dark.dot!.colour).not.toBe(light.dot!.colour);
  expect(dark.ground).not.toBe(light.ground);
  expect(dark.width).toBe(light.width);
  expect(backstory.errors(page)).toEqual([]);
});

test("a place at the date line has land on both of its sides", async () => {
  const drawn = await openCard(await backstory.openPage(PAGE), "Farrowpoint");
  expect(drawn.names).toContain("Farrowpoint");
  expect(drawn.land).toBeGreaterThan(3000);
});

test("a life is a line of time, with what it tells", async () => {
  const page = await backstory.openPage(PAGE);
  const drawn = await openCard(page, "Ermengarde Zorblatt");
  expect(drawn.label).toMatch(/^Line of time: 1898–1974; with .*1928.*1950–1953.*1959/);
  expect(drawn.marks).toBe(3);
  expect(drawn.height).toBeLessThan(60);
  expect(drawn.names).toEqual(["1900", "1920", "1940", "1960"]);
});
