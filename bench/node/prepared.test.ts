import { expect, test } from "vitest";
import { prepareName, prepareText } from "./prepared";

test("a text is folded and its words joined, scripts without spaces left together", () => {
  expect(prepareText("P’êng Te-huai’s “army”, 彭德怀과Kim.")).toBe(" peng te huai army | 彭德怀과 kim ");
  expect(prepareText("...")).toBe(" ");
});

test("a name has spaces around where words have them, and stands in the text as it does", () => {
  expect(prepareName("Te-Huai")).toEqual({ text: "Te-Huai", plain: "te huai", padded: " te huai " });
  expect(prepareName("彭德怀").padded).toBe("彭德怀");
  expect(prepareText("(P’êng Te-huai)")).toContain(prepareName("Te-Huai").padded);
  expect(prepareText("在彭德怀前")).toContain(prepareName("彭德怀").padded);
  expect(prepareText("Washington, D.C.")).toContain(prepareName("Washington, D.C.").padded);
});
