/** Texts that annotations are kept of are taken from their files in one way only. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { extractText, fingerprint } from "./accuracy-texts";

const scratch = mkdtempSync(join(tmpdir(), "backstory-texts-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const HTML = `<html><head><title>No</title></head><body>
<nav><p>Home</p></nav>
<h1>The  <em>Head</em>line</h1>
<article>
  <p>One<script>var no = 1;</script> line<br>and another.</p>
  <p> </p>
  <blockquote><p>Said <b>by</b> one.</p></blockquote>
</article></body></html>`;
writeFileSync(join(scratch, "page.html"), HTML);
writeFileSync(join(scratch, "essay.txt"), "First\n\n  Second line \nThird\n");

test("a page's blocks are the elements chosen, a line each, in their order", async () => {
  const all = { file: "page.html", select: "h1, blockquote, article p" };
  expect(await extractText(all, scratch)).toBe("The Headline\nOne line and another.\nSaid by one.");
  expect(await extractText({ ...all, blocks: [1, 2] }, scratch)).toBe("One line and another.");
});

test("a text file's blocks are its lines", async () => {
  expect(await extractText({ file: "essay.txt" }, scratch)).toBe("First\nSecond line\nThird");
  expect(await extractText({ file: "essay.txt", blocks: [0, 2] }, scratch)).toBe("First\nSecond line");
});

test("the fingerprint is SHA-256", () => {
  expect(fingerprint("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});
