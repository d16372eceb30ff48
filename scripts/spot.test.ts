/** The command line of `spot`, as other programs call it. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const GOLD = join(ROOT, "../shared/gold/dev.jsonl");
const scratch = mkdtempSync(join(tmpdir(), "backstory-spot-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Starting Node on TypeScript takes seconds on a busy machine. */
const PATIENCE = 60_000;

interface Line {
  id: unknown;
  mentions: { start: number; end: number; entry: string; confidence: number; sense?: string; others?: string[] }[];
}

function spot(args: string[], input: string): Line[] {
  const out = execFileSync(process.execPath, ["scripts/run.mjs", "scripts/spot.ts", "--jsonl", ...args], {
    cwd: ROOT, encoding: "utf8", input, maxBuffer: 1 << 28, stdio: ["pipe", "pipe", "ignore"],
  });
  return out.split("\n").filter(Boolean).map((line) => JSON.parse(line) as Line);
}

describe("with a pack of nothing but ids and names", () => {
  const pack = join(scratch, "Names_only");
  mkdirSync(join(pack, "entries"), { recursive: true });
  const note = (file: string, front: string) => writeFileSync(join(pack, "entries", `${file}.md`), `---\n${front}\n---\n`);
  note("Q1", "names: [Quentin Halvorsen, Q. R. Halvorsen]");
  note("Washington,_D.C.", 'names: ["Marlow Heights, D.C."]');
  note("3", "id: AC/DC\nnames: ['Brindle/Oakes', '???']");
  writeFileSync(join(pack, "quotes.yaml"), "");
  writeFileSync(join(pack, "sources.json"), "[]");

  const broken =
    "It was said in those days that nobody had ever seen the man they called Quentin\r\n" +
    "Halvorsen twice in one place, and that whoever asked for him in the town of Marlow\r\n" +
    "Heights, D.C. was told to come back in the morning, when there would be more time.\r\n";
  const texts = [
    "Quentin Halvorsen lives in Marlow Heights, D.C. with Brindle/Oakes.",
    broken,
    "\ufeff\ud800 Quentin Halvorsen\u2028Quentin Halvorsen\udc00",
    "",
    `${"Nothing here. ".repeat(150_000)}Quentin Halvorsen.`,
    "A book by Quentin\n\nHalvorsen",
  ];
  const input = texts.map((text, index) => JSON.stringify({ id: index, text })).join("\r\n");
  // Python writes these two as they are.
  const lines = spot(["--pack", pack], `\ufeff${input.replaceAll("\\u2028", "\u2028")}`);
  const seen = lines.map(({ mentions }, index) => mentions.map(({ start, end, entry }) => [texts[index]!.slice(start, end), entry]));

  test("every line is answered, by its id", () => {
    expect(lines.map(({ id }) => id)).toEqual(texts.map((_, index) => index));
  });

  test("entries are found under ids of any kind", () => {
    expect(seen[0]).toEqual([["Quentin Halvorsen", "Q1"], ["Marlow Heights, D.C.", "Washington,_D.C."], ["Brindle/Oakes", "AC/DC"]]);
  });

  test("a name may run over a line that was broken at a column, but not over an empty one", () => {
    expect(seen[1]).toEqual([["Quentin\r\nHalvorsen", "Q1"], ["Marlow\r\nHeights, D.C.", "Washington,_D.C."]]);
    expect(seen[5]).toEqual([]);
  });

  test("an entry that two packs have is no other of itself", () => {
    const [line] = spot(["--pack", pack, "--pack", pack], JSON.stringify({ id: 0, text: texts[0] }));
    expect(line!.mentions.map(({ entry, others }) => [entry, others])).toEqual([
      ["Q1", undefined], ["Washington,_D.C.", undefined], ["AC/DC", undefined],
    ]);
  });

  test("odd characters, empty texts and huge ones change no offset", () => {
    expect(seen[2]).toEqual([["Quentin Halvorsen", "Q1"], ["Quentin Halvorsen", "Q1"]]);
    expect(seen[3]).toEqual([]);
    expect(seen[4]).toEqual([["Quentin Halvorsen", "Q1"]]);
  });
}, PATIENCE);

if (existsSync(GOLD)) {
  test("what capitals stand for is found in annotated articles", () => {
    const gold = readFileSync(GOLD, "utf8");
    const found = spot([], gold);
    const counts = { right: 0, wrong: 0, missed: 0 };
    gold.split("\n").filter(Boolean).forEach((line, index) => {
      const { mentions } = JSON.parse(line) as { mentions: { start: number; end: number; note: string }[] };
      for (const { start, end, note } of mentions) {
        const mention = found[index]!.mentions.find((each) => each.start === start && each.end === end);
        const meant = note === "metonym";
        if (mention?.sense !== undefined) counts[meant ? "right" : "wrong"]++;
        else if (mention && meant) counts.missed++;
      }
    });
    expect(counts.right / (counts.right + counts.wrong)).toBeGreaterThanOrEqual(0.95);
    expect(counts.right / (counts.right + counts.missed)).toBeGreaterThanOrEqual(0.9);
  }, PATIENCE);
} else {
  test("no annotated articles lie beside the project: what capitals stand for is not measured", () => {
    console.warn("scripts/spot: ../shared/gold is not there, so senses were not measured.");
    expect(existsSync(GOLD)).toBe(false);
  });
}

describe("with --unknown", () => {
  const pack = join(scratch, "One_name");
  mkdirSync(join(pack, "entries"), { recursive: true });
  writeFileSync(join(pack, "entries", "Q1.md"), "---\nnames: [Quentin Halvorsen]\n---\n");
  const files = ["In June Quentin Halvorsen went to Oakes, and in July back.", "Oakes is far from Marlow."].map((text, index) => {
    const file = join(scratch, `unknown-${index}.txt`);
    writeFileSync(file, text);
    return file;
  });
  const run = (...args: string[]) =>
    execFileSync(process.execPath, ["scripts/run.mjs", "scripts/spot.ts", "--pack", pack, "--unknown", ...args, ...files], {
      cwd: ROOT, encoding: "utf8", stdio: ["pipe", "pipe", "ignore"],
    });

  test("lists what no entry knows, with how often and in how many files", () => {
    expect(run()).toBe("2\t2\tOakes\n1\t1\tMarlow\n");
    expect(run("--least", "2")).toBe("2\t2\tOakes\n");
  }, PATIENCE);
});
