import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { idFrom, sha1, UUID } from "./ids";

test("the hash is that of Node", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(Buffer.from(sha1(bytes)).toString("hex")).toBe(createHash("sha1").update(bytes).digest("hex"));
    }),
  );
});

test("the same record has the same id, another has another", () => {
  expect(idFrom("hypothesis", "abc")).toBe("7d40b430-b220-572f-bb22-9c581848ddb5");
  const parts = fc.array(fc.string(), { maxLength: 3 });
  fc.assert(
    fc.property(parts, parts, (a, b) => {
      expect(idFrom(...a)).toMatch(UUID);
      expect(idFrom(...a) === idFrom(...b)).toBe(JSON.stringify(a) === JSON.stringify(b));
    }),
  );
});
