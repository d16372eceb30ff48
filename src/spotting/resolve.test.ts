/** What decides among entries that share a name, and between one of ours and nobody. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Kind } from "../packs/model";
import { spot } from "./spot";
import { inWords, type Sketch, spotted, spotterOf } from "./testing";

type Case = readonly [text: string, ...found: string[]];

/** One test a text; blocks are parted by a line break. */
function reads(name: string, sketches: readonly Sketch[], cases: readonly Case[]): void {
  const spotter = spotterOf(...sketches);
  test.each(cases)(`${name}: %s`, (text, ...found) => expect(spotted(spotter, text)).toEqual(found));
}

const PARK_CHUNG_HEE: Sketch = {
  id: "park-chung-hee", names: ["Park Chung Hee"], short: ["Park"], titles: ["President Park"],
  roles: [["President of South Korea", 1963, 1979]], lived: [1917, 1979], about: "He seized power and built steelworks.",
};
const PARK_GEUN_HYE: Sketch = {
  id: "park-geun-hye", names: ["Park Geun-hye"], short: ["Park"], titles: ["President Park"],
  roles: [["President of South Korea", 2013, 2017]], lived: [1952, 2100], about: "She was impeached over a ferry.",
};
const BOTH_PARKS = "Park Geun-hye is a daughter of Park Chung Hee.";
const NAMED = ["Park Geun-hye=park-geun-hye", "Park Chung Hee=park-chung-hee"];

reads("an office and its years", [PARK_CHUNG_HEE, PARK_GEUN_HYE], [
  ["In June 1965 President Park signed the treaty.", "Park=park-chung-hee"],
  ["In April 2014 President Park apologised.", "Park=park-geun-hye"],
  ["In April 2014 President Park of South Korea apologised.", "Park=park-geun-hye"],
  ["It was 1965.\nThen President Park signed.", "Park=park-chung-hee"],
  [`${BOTH_PARKS} In December 2016 parliament impeached President Park.`, ...NAMED, "Park=park-geun-hye"],
  ["Then Park spoke."],
]);
reads("an office within a Korean title", [{ ...PARK_GEUN_HYE, names: ["박근혜"], short: [], titles: ["박 대통령"], lang: "ko" }], [
  ["2014년 박 대통령은 사과했다.", "박 대통령=park-geun-hye"],
  ["1965년 박 대통령은 서명했다."],
]);
reads("who is older, and who is dead", [PARK_CHUNG_HEE, PARK_GEUN_HYE], [
  [`${BOTH_PARKS} The younger Park wept.`, ...NAMED, "Park=park-geun-hye"],
  [`${BOTH_PARKS} The elder Park slept.`, ...NAMED, "Park=park-chung-hee"],
  ["Park Chung Hee ruled. In 2013 Park was elected.", "Park Chung Hee=park-chung-hee"],
]);
reads("titles that only women or only men have", [PARK_CHUNG_HEE], [
  ["Park Chung Hee ruled. Mr. Park smiled.", "Park Chung Hee=park-chung-hee", "Park=park-chung-hee"],
  ["Park Chung Hee ruled. Mrs. Park smiled.", "Park Chung Hee=park-chung-hee"],
]);
const ULBRICHT: Sketch = {
  id: "ulbricht", names: ["Walter Ulbricht"], short: ["Ulbricht"], titles: ["Chairman Ulbricht"], roles: ["Chairman"],
};
reads("a title founds the surname, in the headline too", [ULBRICHT], [
  ["Chairman Ulbricht spoke. Then Ulbricht left.", "Ulbricht=ulbricht", "Ulbricht=ulbricht"],
  ["Ulbricht wants peace\nChairman Ulbricht spoke.", "Ulbricht=ulbricht", "Ulbricht=ulbricht"],
  ["Ulbricht wants peace\nSo Ulbricht spoke."],
]);

const KOREA_TREATY: Sketch = {
  id: "korea-treaty", kind: "document", names: ["US–Korea Treaty"], short: ["Mutual Defense Treaty"],
  about: "Signed after the armistice, it keeps garrisons near Panmunjom.",
};
const TAIWAN_TREATY: Sketch = {
  id: "taiwan-treaty", kind: "document", names: ["US–Taiwan Treaty"], short: ["Mutual Defense Treaty"],
  about: "Signed after the shelling of Quemoy, it covers the Pescadores.",
};
reads("words shared with the entry's text", [KOREA_TREATY, TAIWAN_TREATY], [
  ["As the US–Taiwan Treaty has it.\nAs the US–Korea Treaty has it.\nThe Mutual Defense Treaty.", "US–Taiwan Treaty=taiwan-treaty", "US–Korea Treaty=korea-treaty", "Mutual Defense Treaty=korea-treaty"],
  ["By the Mutual Defense Treaty, garrisons stayed near Panmunjom.", "Mutual Defense Treaty=korea-treaty"],
  ["By the Mutual Defense Treaty, many stayed."],
]);

const GENEVA: Sketch = { id: "geneva-1954", kind: "event", names: ["Indochina Conference"], short: ["Geneva Conference"], lived: [1954, 1954] };
reads("the year beside an event", [GENEVA], [
  ["the Geneva Conference of 1954", "Geneva Conference=geneva-1954"],
  ["the Geneva Conference of 1962"],
]);

const KIM: Sketch = { id: "kim-il-sung", names: ["Kim Il Sung"], short: ["Kim"] };
const CHINA: Sketch = { id: "china", kind: "place", names: ["China", "中国", "PRC"], links: ["army"] };
const ARMY: Sketch = { id: "army", kind: "organisation", names: ["People's Liberation Army", "PLA"], links: ["china"] };
const CONGRESS: Sketch = { id: "congress", kind: "organisation", names: ["United States Congress"], short: ["Congress"], links: ["us"] };
const US: Sketch = { id: "us", kind: "place", names: ["United States", "US"], short: ["Washington"], links: ["congress"] };
const NORTH: Sketch = { id: "north-korea", kind: "place", names: ["North Korea"], short: ["North"] };
const COLD_WAR: Sketch = { id: "cold-war", kind: "event", names: ["Cold War"] };
reads("what swallows a name, and what does not", [KIM, CHINA, ARMY, CONGRESS, US, NORTH, COLD_WAR], [
  ["中国银行、中国人民银行和中国的朋友", "中国=china"],
  ["A friend of China and the Bank of China, the Friends of China and the voice of China.", "China=china", "China=china"],
  ["See https://example.org/cold-war/ for US$ 5."],
  ["The PLA filament melts."],
  ["In China the PLA marches.", "China=china", "PLA=army"],
  ["Hosts in the United States urged Congress to act.", "United States=us", "Congress=congress"],
  ["Hosts urged Congress to act."],
  ["Spies of the cold war and of a cold war.", "cold war=cold-war"],
  ["People in North and Southeast Lee laugh."],
]);

/** Entries of which nothing but names is known. */
const bare = (id: string, ...names: string[]): Sketch => ({ id, kind: "other" as Kind, names });
reads("nothing but names", [
  bare("china", "China"), bare("china-team", "China national football team", "China"), bare("china-cricket", "China cricket team", "China"),
  bare("georgia-us", "State of Georgia", "Georgia"), bare("georgia", "Republic of Georgia", "Georgia"),
  bare("june", "June"), bare("v", "V"), bare("jordan", "Jordan"), bare("heat", "Heat"), bare("sampras", "Pete Sampras"),
], [
  ["They flew to China.", "China=china"],
  ["They flew to Georgia."],
  ["The Republic of Georgia is small. They flew to Georgia.", "Republic of Georgia=georgia", "Georgia=georgia"],
  ["On June 14 and in June, V rose."],
  ["Yesterday Michael Jordan scored, but Jordan is a country.", "Jordan=jordan"],
  ["Heat is a form of energy. They feared heat every day."],
  ["So Pete Sampras of China won.", "Pete Sampras=sampras", "China=china"],
]);

reads("surnames of which only other entries list a name", [
  bare("dc", "Washington, D.C.", "Washington"), bare("denzel", "Denzel Washington"), bare("george", "George Washington"),
  bare("john-eisenhower", "John Sheldon Eisenhower", "Eisenhower"), bare("dwight", "Dwight D. Eisenhower"),
  bare("munich", "Munich"), bare("bayern", "Bayern Munich"),
], [
  ["They flew to Washington. An aide told Eisenhower.", "Washington=dc", "Eisenhower=john-eisenhower"],
  ["Denzel Washington won. Then Washington wept.", "Denzel Washington=denzel", "Washington=denzel"],
  ["Denzel Washington won. He lives in Washington.", "Denzel Washington=denzel", "Washington=dc"],
  ["Dwight D. Eisenhower golfed. Later Eisenhower rode.", "Dwight D. Eisenhower=dwight", "Eisenhower=dwight"],
  ["Bayern Munich won. It snowed on Munich.", "Bayern Munich=bayern", "Munich=munich"],
]);

const KOREA: Sketch = { id: "korea", kind: "place", names: ["Korea"], links: ["dprk", "rok"] };
const ROK: Sketch = { id: "rok", kind: "place", names: ["South Korea", "ROK"], short: ["Korea"] };
const DPRK: Sketch = { id: "dprk", kind: "place", names: ["North Korea", "DPRK"], short: ["Korea"], links: ["kim-il-sung", "wpk", "kpa"] };
const PARTY: Sketch = { id: "wpk", kind: "organisation", names: ["Workers' Party"] };
const PEOPLES_ARMY: Sketch = { id: "kpa", kind: "organisation", names: ["People's Army"] };
const FROM_WITHIN = "The DPRK has Kim Il Sung, the Workers' Party and the People's Army.";
const WITHIN = ["DPRK=dprk", "Kim Il Sung=kim-il-sung", "Workers' Party=wpk", "People's Army=kpa"];
reads("a page that speaks as the entry itself does", [KOREA, ROK, DPRK, KIM, PARTY, PEOPLES_ARMY], [
  [`So heroic Korea won. ${FROM_WITHIN}`, "Korea=dprk", ...WITHIN],
  [`${FROM_WITHIN} Some call it North Korea, a half of Korea.`, ...WITHIN, "North Korea=dprk", "Korea=korea"],
  [`${FROM_WITHIN} The ROK is a half of Korea.`, ...WITHIN, "ROK=rok", "Korea=korea"],
  ["The DPRK is a half of Korea.", "DPRK=dprk", "Korea=korea"],
]);
const SUMMIT: Sketch = { id: "summit", kind: "event", names: ["Singapore summit"] };
const CONTAINMENT: Sketch = { id: "containment", kind: "idea", names: ["policy of containment"] };
reads("what is another thing in the same words", [SUMMIT, CONTAINMENT, KIM], [
  ["The Singapore summit ended. A Singapore summit of bankers began.", "Singapore summit=summit"],
  ["A policy of containment, a “policy” of containment, a policy of “containment”.", "policy of containment=containment", "“policy” of containment=containment"],
  ["Kim Il Sung spoke. He thanked Kim Young-nam.", "Kim Il Sung=kim-il-sung"],
]);
reads("a mark that belongs to the name", [bare("film", "They Shoot Horses, Don't They?"), bare("yahoo", "Yahoo!"), bare("q", "Quux")], [
  ["Was it They Shoot Horses, Don't They? They left Yahoo! and Quux!", "They Shoot Horses, Don't They?=film", "Yahoo!=yahoo", "Quux=q"],
]);
reads("two who share a surname", [bare("bruce", "Bruce Dern"), bare("laura", "Laura Dern"), bare("gooch", "Graham Gooch")], [
  ["Bruce Dern came with Laura Dern. Later Dern sang.", "Bruce Dern=bruce", "Laura Dern=laura", "Dern=bruce"],
  ["Bruce Dern came. Laura Dern left. Later Dern sang.", "Bruce Dern=bruce", "Laura Dern=laura", "Dern=laura"],
  ["Out went G. Gooch and H. Gooch.", "G. Gooch=gooch"],
]);

const SKETCHES = [PARK_CHUNG_HEE, PARK_GEUN_HYE, KOREA_TREATY, TAIWAN_TREATY, GENEVA, KIM, CHINA, ARMY, CONGRESS, US, NORTH, COLD_WAR];
const NAMES = SKETCHES.flatMap(({ names, short = [], titles = [] }) => [...names, ...short, ...titles]);
const fragment = fc.constantFrom(
  ...NAMES, "in 1965", "of 1954", "the", "a", "of", "and", "President", "Mrs.", "younger", "Novak", "Daily", "garrisons", ". ", ", ", "(",
);
const page = fc.array(fc.array(fragment, { maxLength: 14 }).map((parts) => parts.join(" ")), { maxLength: 5 });
const all = spotterOf(...SKETCHES);

function inDetail(spotter: typeof all, blocks: readonly string[]): string[] {
  return spot(spotter, { blocks }).mentions.map((mention) => `${mention.block}:${mention.start}:${inWords(spotter, blocks, mention)}:${mention.confidence}`);
}

test("an entry that has nothing to do with the others changes nothing, whatever its text and links", () => {
  const more = spotterOf(
    { id: "aaron", names: ["Aaron Quux"], short: ["Quux"], about: "He liked zeppelins.", roles: [["President", 1960, 1970]] },
    ...[...SKETCHES].reverse(),
    { id: "zed", kind: "event", names: ["Zed Affair"], links: ["aaron"], lived: [1954, 1965] },
  );
  fc.assert(
    fc.property(page, (blocks) => {
      expect(inDetail(more, blocks)).toEqual(inDetail(all, blocks));
    }),
    { numRuns: 300 },
  );
});

test("a page that is read again reads the same, and another page between changes nothing", () => {
  fc.assert(
    fc.property(page, page, (blocks, other) => {
      const first = inDetail(all, blocks);
      inDetail(all, other);
      expect(inDetail(all, blocks)).toEqual(first);
    }),
    { numRuns: 200 },
  );
});
