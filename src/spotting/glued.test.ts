import { expect, test } from "vitest";
import { spot } from "./spot";
import { inWords, type Sketch, spotterOf } from "./testing";

const NAMES: readonly Sketch[] = [
  { id: "kim-jong-un", names: ["Kim Jong Un"], short: ["Kim"] },
  { id: "kim-il-sung", names: ["Kim Il Sung"] },
  { id: "nikita-khrushchev", names: ["Nikita Khrushchev", "Khrushchev"] },
  { id: "pyongyang", kind: "place", names: ["Pyongyang"] },
  { id: "douglas-macarthur", names: ["Douglas MacArthur", "MacArthur"] },
  { id: "arthur-smith", names: ["Arthur Smith", "Arthur"] },
  { id: "charles-de-gaulle", names: ["Charles DeGaulle", "DeGaulle"] },
  { id: "gaulle", kind: "place", names: ["Gaulle"] },
  { id: "youtube", kind: "organisation", names: ["YouTube"] },
  { id: "tube", kind: "organisation", names: ["Tube"] },
  { id: "iphone", kind: "weapon", names: ["iPhone"] },
  { id: "nato", kind: "organisation", names: ["NATO"] },
];
const spotter = spotterOf(...NAMES);

const CASES: readonly (readonly [text: string, ...found: string[]])[] = [
  ["Respected ComradeKim Jong Un came.", "Kim Jong Un=kim-jong-un"],
  ["The respected ComradeKim Jong Unwent round.", "Kim Jong Un=kim-jong-un"],
  ["Then Kim Il Sungand Kim Jong Unmet them.", "Kim Il Sung=kim-il-sung", "Kim Jong Un=kim-jong-un"],
  ["Then Kim Jong UnVisits it.", "Kim Jong Un=kim-jong-un"],
  ["Of Kim Jong Unification nobody spoke, nor of Kim Il Sungnam."],
  ["Then Nikita Khru-\nshchev left Pyong-\nyang.", "Nikita Khru-\nshchev=nikita-khrushchev", "Pyong-\nyang=pyongyang"],
  ["Then Kim Il-\nsung, Kim Il\u00ad-\nSung and the long-\nterm plan.", "Kim Il-\nsung=kim-il-sung", "Kim Il\u00ad-\nSung=kim-il-sung"],
  ["Then MacArthur saw McArthur Smith, FitzArthur Smith and YouTube.", "MacArthur=douglas-macarthur", "YouTube=youtube"],
  ["So DeGaulle’s iPhone and NATO are whole, but FromTube is not.", "DeGaulle=charles-de-gaulle", "iPhone=iphone", "NATO=nato"],
  ["So said MarshalArthur, and then VisitorArthur.", "Arthur=arthur-smith"],
  ["THEN KIM JONG UN LEFT PYONGYANG", "KIM JONG UN=kim-jong-un", "PYONGYANG=pyongyang"],
];
test.each(CASES)("%s", (text, ...found) => {
  const { mentions } = spot(spotter, { blocks: [text] });
  expect(mentions.map((mention) => inWords(spotter, [text], mention))).toEqual(found);
});
