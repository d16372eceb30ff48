import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPack } from "../../src/packs/open";
import { verifyPack } from "../../src/packs/verify";
import { runPackCommand } from "./pack-commands";

const GOOD: Record<string, string> = {
  "pack.yaml": "id: good\ntitle: Good\nversion: 1.0.0\nlanguages: [en, zh]\nlicence: CC-BY-4.0\nauthors: [A]\n",
  "sources.json": JSON.stringify([
    { id: "r17", type: "webpage", title: "Remember 1956", author: [{ family: "Radchenko", given: "Sergey" }], URL: "https://x.org/" },
  ]),
  "quotes.yaml": "- text: They won’t listen.\n  speaker: mao-zedong\n  date: 1956-09\n  occasion: Talks in Beijing\n  cite: r17, para. 19\n",
  "entries/mao-zedong.md":
    "---\nkind: person\nnames: {en: [Mao Zedong], zh: [毛泽东]}\nshort: [Mao]\nborn: 1893-12-26\ndied: 1976\ncite: r17\nwikipedia: Mao Tse-tung\n---\n" +
    "Chairman of the party. [@r17]\n\nHe said so. [@r17, para. 2]\n\n## Timeline\n- 1949-10-01: Proclaims the republic. [@r17]\n",
  ".obsidian/app.json": "{",
};

let root: string;

async function write(folder: string, files: Record<string, string | Uint8Array>): Promise<string> {
  for (const [path, content] of Object.entries(files)) {
    const file = join(root, folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return join(root, folder);
}

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const lines = { out: [] as string[], err: [] as string[] };
  const code = await runPackCommand(argv, { out: (line) => lines.out.push(line), err: (line) => lines.err.push(line) });
  return { code, out: lines.out.join("\n"), err: lines.err.join("\n") };
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "backstory-pack-"));
  await write("good", GOOD);
  await write("bad", { ...GOOD, "entries/bad.md": "---\nkind: idea\nnames: [Bad]\nlinks: [mao]\n---\nUncited.\n" });
  await write("table", { "q.tsv": 'mao\t"They ""won’t"" listen."\n' });
  await write("texts", { "mao.html": "<p>“They&nbsp;won&rsquo;t <i>listen</i>.”</p><script>They lie.</script>" });
});

afterAll(() => rm(root, { recursive: true }));

describe("check", () => {
  test("counts, and ends well, where nothing is wrong", async () => {
    const { code, out } = await run("check", join(root, "good"));
    expect([code, out]).toEqual([0, "0 errors, 0 warnings in 1 entry, 1 quote, 1 source. Quotes were not looked up: add --sources DIR."]);
  });

  test("prints problems a line each and fails on errors", async () => {
    const { code, out } = await run("check", join(root, "bad"));
    expect(code).toBe(1);
    expect(out.split("\n")).toEqual([
      expect.stringMatching(/bad\/entries\/bad\.md:4: error: There is no entry `mao`\. Did you mean `mao-zedong`\?/),
      expect.stringMatching(/bad\/entries\/bad\.md:6: warning: Nothing is cited for "Uncited\."\. Put/),
      expect.stringMatching(/^1 error, 1 warning in 2 entries, 1 quote, 1 source\./),
    ]);
  });

  test("looks quotes up in the texts it is given", async () => {
    const found = await run("check", join(root, "good"), "--sources", join(root, "texts"));
    expect([found.code, found.out]).toEqual([0, "0 errors, 0 warnings in 1 entry, 1 quote, 1 source."]);
    const lies = await write("lies", { ...GOOD, "quotes.yaml": "- text: They lie.\n  speaker: mao-zedong\n  cite: r17\n" });
    const missed = await run("check", lies, "--sources", join(root, "texts"), "--sources", join(root, "good"));
    expect(missed.code).toBe(1);
    expect(missed.out).toMatch(/quotes\.yaml:1: error: The quote `they-lie-[0-9a-f]{8}` does not stand in any text: "They lie\."/);
  });

  test("reads the cells of tables without the quotation marks that RFC 4180 puts around and doubles", async () => {
    const quotes = `- text: They "won’t" listen.\n  speaker: mao-zedong\n  cite: r17\n`;
    const pack = await write("celled", { ...GOOD, "quotes.yaml": quotes });
    expect((await run("check", pack, "--sources", join(root, "table"))).out).toMatch(/^0 errors/);
  });

  test("reports what a pack holds", async () => {
    const { out } = await run("check", join(root, "good"), "--report");
    for (const line of [
      "entries: 1",
      "person: 1",
      "quotes: 1",
      "speakers of quotes: 1",
      "names in zh: 1",
      "entries with a name in Han: 1",
      "entries without quotes: 0",
      "entries linked to fewer than 2 others: 1",
      "sources that nothing cites: 0",
      "  mao-zedong: 4 cited, 1 different",
    ]) {
      expect(out.split("\n")).toContain(line);
    }
  });

  test("tells files that are not in UTF-8, and what else is wrong with them", async () => {
    const bytes = Buffer.concat([Buffer.from(GOOD["entries/mao-zedong.md"]!), Uint8Array.of(0xff), Buffer.from("<hr>\n")]);
    const { code, out } = await run("check", await write("latin", { ...GOOD, "entries/mao-zedong.md": bytes }));
    expect(code).toBe(1);
    expect(out).toContain("mao-zedong.md:1: error: This file is not in UTF-8.");
    expect(out).toContain("HTML");
  });
});

describe("compile", () => {
  test("writes a file that passes for a pack and can be listed", async () => {
    const file = join(root, "good.pack");
    const { code, out } = await run("compile", join(root, "good"), "-o", file);
    expect(code).toBe(0);
    expect(out).toMatch(/^.*good\.pack: 1 entry, 1 quote, 1 source, [\d,]+ bytes\.$/);
    const bytes = new Uint8Array(await readFile(file)).buffer;
    expect(() => verifyPack(bytes)).not.toThrow();
    expect(openPack(bytes).section("dictionary")).not.toBeNull();
    expect(await run("list", file, "--json")).toEqual(await run("list", join(root, "good"), "--json"));
  });

  test("refuses a pack with errors, and says them", async () => {
    const file = join(root, "bad.pack");
    const { code, err } = await run("compile", join(root, "bad"), "-o", file);
    expect(code).toBe(1);
    expect(err).toContain("There is no entry `mao`");
    expect(err).toContain("Not compiled: 1 error.");
    await expect(readFile(file)).rejects.toThrow("ENOENT");
  });

  test("says where it cannot write", async () => {
    const { code, err } = await run("compile", join(root, "good"), "-o", join(root, "no", "where"));
    expect([code, err]).toEqual([2, `${join(root, "no", "where")} cannot be written: there is no such folder.`]);
  });
});

describe("list", () => {
  test("knows notes whose names begin with dots, and nothing that hides behind one", async () => {
    const note = "---\nnames: [Some Title]\n---\n";
    const folder = await write("dots", {
      "entries/...And Justice for All.md": note,
      "entries/albums/.hack.md": note,
      "entries/._hack.md": "\0\0",
      "entries/.trash/gone.md": note,
      ".obsidian/templates/note.md": note,
    });
    const { out } = await run("list", folder, "--json");
    expect((JSON.parse(out) as { id: string }[]).map(({ id }) => id)).toEqual(["...And Justice for All", ".hack"]);
  });

  test("gives ids, kinds and full names as JSON", async () => {
    const { out } = await run("list", join(root, "good"), "--json");
    expect(JSON.parse(out)).toEqual([{ id: "mao-zedong", kind: "person", names: ["Mao Zedong", "毛泽东", "Mao Tse-tung"] }]);
  });

  test("gives them as a table", async () => {
    expect((await run("list", join(root, "good"))).out).toBe("mao-zedong  person  Mao Zedong, 毛泽东, Mao Tse-tung");
  });

  test("says what is wrong with a file that is no pack", async () => {
    const file = join(root, "good", "pack.yaml");
    expect(await run("list", file)).toMatchObject({ code: 1, err: `${file}: This file is not a Backstory pack.` });
  });

  test("lists what can be read of a folder with errors, and warns", async () => {
    const { code, out, err } = await run("list", join(root, "bad"));
    expect([code, out.split("\n").length]).toEqual([0, 2]);
    expect(err).toContain('has an error; see "check"');
  });
});

describe("show", () => {
  test("prints an entry for reading", async () => {
    const { code, out } = await run("show", join(root, "good"), "mao-zedong");
    expect(code).toBe(0);
    for (const part of [
      "Mao Zedong (1893–1976)\nperson · mao-zedong",
      "Chairman of the party. [1]",
      "He said so. [2]",
      "- 1 October 1949: Proclaims the republic. [1]",
      "“They won’t listen.”\n— Mao Zedong, September 1956 [3]\nTalks in Beijing",
      "[3] Sergey Radchenko, “Remember 1956,” para. 19, https://x.org/.",
      "Sources\n- Radchenko, Sergey. “Remember 1956.” N.d. https://x.org/.",
    ]) {
      expect(out).toContain(part);
    }
  });

  test("suggests an id", async () => {
    const { code, err } = await run("show", join(root, "good"), "mao");
    expect(code).toBe(1);
    expect(err).toContain("There is no entry `mao`");
    expect((await run("show", join(root, "good"), "mao-zedung")).err).toContain("Did you mean `mao-zedong`?");
  });
});

test.each([
  [[], "Say what to do."],
  [["chekc"], 'There is no command "chekc". Did you mean `check`?'],
  [["toString"], 'There is no command "toString".'],
  [["check"], "Say the folder of a pack."],
  [["check", "a", "b"], '"b" is one word too many.'],
  [["check", "a", "--surces", "x"], "--surces"],
  [["compile", "a"], "Say which file to write: -o FILE."],
  [["show", "a"], "Say the id of an entry."],
])("wrong usage %j is told with the right one", async (argv, message) => {
  const { code, out, err } = await run(...argv);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(message);
  expect(err).toContain("Usage: npm run -s pack");
});

test.each([["check"], ["list"]])("%s of a folder that is not there says so", async (command) => {
  const missing = join(root, "missing");
  expect(await run(command, missing)).toMatchObject({ code: 2, err: expect.stringMatching(/^There is no (file or )?folder .*missing\.$/) });
});

test("help is no error", async () => {
  expect(await run("--help")).toMatchObject({ code: 0, err: "" });
});
