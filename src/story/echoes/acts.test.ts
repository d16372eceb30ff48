import { describe, expect, test } from "vitest";
import { ACTS, actsIn } from "./acts";
import { english } from "../../i18n/english";

describe("acts are found", () => {
  test.each([
    ["He was purged and later executed by firing squad.", ["purge", "execution"]],
    ["China sent hundreds of thousands of volunteers to Korea.", ["troops_sent"]],
    ["The last American troops were withdrawn in 1949.", ["troops_withdrawn"]],
    ["He ordered the withdrawal of the remaining troops.", ["troops_withdrawn"]],
    ["Pyongyang tested a nuclear device underground.", ["nuclear_test"]],
    ["Its sixth nuclear test was a hydrogen bomb.", ["nuclear_test"]],
    ["The rocket was launched over Japan.", ["missile_launch"]],
    ["Two women murdered him with a nerve agent.", ["assassination"]],
    ["Russia vetoed it.", ["veto"]],
    ["북한이 러시아에 병력을 파병했다.", ["troops_sent"]],
    ["朝鲜再次进行核试验。", ["nuclear_test"]],
    ["Они подписали договор о взаимопомощи.", ["treaty", "alliance"]],
    ["Der Gipfel ist gescheitert und die Sanktionen bleiben.", ["summit", "sanctions"]],
    ["拉致問題が障害である。", ["abduction"]],
    ["Hijacking of a Japanese airliner to North Korea.", ["hijacking"]],
    ["They praised the traditional friendship of the two countries.", ["friendship"]],
    ["Relations have warmed since, and the two drew closer.", ["rapprochement"]],
    ["Relations became so bad that they nearly fought.", ["rupture"]],
    ["Three American prisoners were released before the talks.", ["talks", "release"]],
    ["The crew came free after eleven months.", ["release"]],
    ["About 25 million dollars was frozen in Macau.", ["sanctions"]],
    ["Moscow suspends the last treaty on nuclear arms.", ["treaty", "nuclear_programme", "treaty_left"]],
    ["A wreath was laid on the seventieth anniversary.", ["commemoration", "anniversary"]],
    ["After Pyongyang had admitted the abductions, he headed the talks.", ["talks"]],
    ["The resolution was adopted three months before its first nuclear test, and vetoed twice.", ["veto"]],
  ])("%s", (text, acts) => {
    expect(actsIn(text)).toEqual(acts);
  });

  test.each([
    "The executive committee was not important.",
    "Heavy rain is expected on Thursday along the coast.",
    "The spy satellite cost a fortune.",
    "The two countries clash in many fields.",
    "He sent the commander of the Chinese troops a book.",
    "They put it into a tunnel beside the Friendship Tower.",
    "It was a blessing to go into the U.N. every day.",
    "The newly elected president said nothing to his critics.",
  ])("not in: %s", (text) => {
    expect(actsIn(text)).toEqual([]);
  });
});

test("capitals make no difference", () => {
  expect(actsIn("PURGED BY KIM")).toEqual(["purge"]);
});

test("each act has a name", () => {
  for (const act of ACTS) expect(english(`act_${act}`)).not.toBe("");
});
