import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { folder, serve } from "./serve";

const root = mkdtempSync(join(tmpdir(), "backstory-serve-"));
mkdirSync(join(root, "public"));
writeFileSync(join(root, "public/page.html"), "<p>한국전쟁");
writeFileSync(join(root, "secret.txt"), "secret");
const site = await serve(folder(join(root, "public"), { "x-test": "yes" }));
afterAll(async () => {
  await site.close();
  rmSync(root, { recursive: true });
});

test("a file comes with its type and the headers that were asked for", async () => {
  const response = await fetch(`${site.origin}/page.html?q=1`);
  expect([response.status, response.headers.get("content-type"), response.headers.get("x-test")]).toEqual([200, "text/html; charset=utf-8", "yes"]);
  expect(await response.text()).toBe("<p>한국전쟁");
  expect(site.requests).toContain("/page.html?q=1");
});

test.for(["/missing", "/", "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%zz"])("%s gives nothing away", async (path) => {
  expect(await statusOf(path)).toBe(404);
});

/** Sends the path as it is; fetch would tidy it up first. */
function statusOf(path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(site.origin);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}
