import { expect, test } from "vitest";
import { firstNation, isBroad, nationsIn } from "./nations";
import { stem, tellingWords } from "./words";

test("endings are left out", () => {
  for (const group of [["withdraw", "withdraws", "withdrawing"], ["ship", "ships", "shipped", "shipping", "shipment"], ["deploy", "deployed", "deployment"]]) {
    expect(new Set(group.map(stem)).size, group.join()).toBe(1);
  }
  expect(stem("press")).toBe("press");
  expect(stem("договор")).toBe("договор");
});

test("words that tell nothing, numbers and names are passed over; the rest is kept as it is written", () => {
  const text = "The Chinese sent 440,000 volunteers, said Kim’s secretary.";
  expect(tellingWords(text, [{ start: text.indexOf("Kim"), end: text.indexOf("Kim") + 3 }]).map(({ word }) => word)).toEqual(["sent", "volunteers"]);
  expect(tellingWords("朝鲜再次进行核试验")).toEqual([]);
});

test("countries are found by all that they are called", () => {
  expect(nationsIn("Beijing and the Soviets pressed Pyongyang.")).toEqual(["CN", "KP", "RU"]);
  expect(nationsIn("북한과 러시아")).toEqual(["KP", "RU"]);
  expect(nationsIn("朝鲜和中国")).toEqual(["CN", "KP"]);
  expect(nationsIn("Indiana and the Indian Ocean")).toEqual([]);
  expect(nationsIn("the People’s Republic of China and the Democratic People's Republic of Korea")).toEqual(["CN", "KP"]);
  expect(nationsIn("the Republic of China and the Republic of Korea")).toEqual(["CN", "KR", "TW"]);
  expect(nationsIn("Sino-Soviet")).toEqual(["CN", "RU"]);
  expect(firstNation("Chinese general who fought in the Korean War against the United States")).toBe("CN");
  expect(firstNation("A botanist")).toBeUndefined();
  expect([isBroad("Korean Peninsula"), isBroad("Beijing"), isBroad("Kaesong")]).toEqual([true, true, false]);
});
