import fc from "fast-check";
import { expect, test } from "vitest";
import { datesIn } from "./page-dates";

const DAY_MS = 86_400_000;
const EN = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const DE = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];
const RU = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

const iso = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
const read = (text: string, published: string): string[] => datesIn(text, "", published).map((date) => `${date.text} = ${iso(date.min)}`);

/** A day of publication, and one some weeks before it in the same year. */
const days = fc
  .record({ published: fc.date({ min: new Date("1990-01-01"), max: new Date("2080-12-31"), noInvalidDate: true }), ago: fc.integer({ min: 0, max: 60 }) })
  .map(({ published, ago }) => ({ on: Math.floor(published.getTime() / DAY_MS), day: Math.floor(published.getTime() / DAY_MS) - ago }))
  .filter(({ on, day }) => iso(on).slice(0, 4) === iso(day).slice(0, 4) && !iso(day).endsWith("02-29"));

/** Days that are known by themselves are tried below. */
const unknown = days.filter(({ day }) => !/-(?:10-07|09-11|12-03|06-25|05-16)$/.test(iso(day)));

type Write = (month: number, day: number) => string;
const NAMED: readonly Write[] = [
  (m, d) => `the attacks on ${d} ${EN[m]}`,
  (m, d) => `After the uprising in the north on ${EN[m]} ${d}, he left.`,
  (m, d) => `The massacre that shocked the world on ${EN[m]} ${d} is not forgotten.`,
  (m, d) => `The war is remembered on ${EN[m]} ${d}, Victory Day.`,
  (m, d) => `die Anschläge am ${d}. ${DE[m]}`,
  (m, d) => `Nach den Terroranschlägen der Gruppe am ${d}. ${DE[m]} war alles anders.`,
  (m, d) => `Sie feiern am ${d}. ${DE[m]}, dem Tag der Befreiung, im Park.`,
  (m, d) => `После терактов, которые произошли ${d} ${RU[m]}, всё изменилось.`,
  (m, d) => `Восстание рабочих началось ${d} ${RU[m]}.`,
  (m, d) => `Праздник отметили ${d} ${RU[m]}.`,
  (m, d) => `${m + 1}월 ${d}일에 일어난 테러`,
  (m, d) => `전쟁이 발발한 ${m + 1}월 ${d}일에`,
  (m, d) => `그는 ${m + 1}월 ${d}일, 광복절에 왔다.`,
  (m, d) => `${m + 1}月${d}日在那里发生的恐怖袭击`,
  (m, d) => `恐怖袭击发生在${m + 1}月${d}日。`,
  (m, d) => `他在${m + 1}月${d}日国庆节回来。`,
  (m, d) => `他在${m + 1}月${d}日國慶回來。`,
  (m, d) => `${m + 1}月${d}日に起きたテロ`,
  (m, d) => `テロが起きた${m + 1}月${d}日に`,
  (m, d) => `${m + 1}月${d}日の終戦記念日に`,
];

test.each(NAMED.map((write) => [write(8, 11), write] as const))("%s: a day that names what happened on it is of no year", (_, write) => {
  fc.assert(
    fc.property(unknown, ({ on, day }) => {
      const date = new Date(day * DAY_MS);
      expect(read(write(date.getUTCMonth(), date.getUTCDate()), iso(on))).toEqual([]);
    }),
  );
});

const NEWS: readonly Write[] = [
  (m, d) => `Nobody died in an attack on ${d} ${EN[m]}.`,
  (m, d) => `He condemned another deadly suicide bombing in the north on ${EN[m]} ${d}.`,
  (m, d) => `The attack was condemned on ${EN[m]} ${d}.`,
  (m, d) => `On ${EN[m]} ${d} protesters marched.`,
  (m, d) => `On ${EN[m]} ${d} Coupang fell.`,
  (m, d) => `Five died in attacks on ${EN[m]} ${d}.`,
  (m, d) => `Russian attacks on ${EN[m]} ${d} killed five.`,
  (m, d) => `On ${EN[m]} ${d} attacks killed five.`,
  (m, d) => `Bei Angriffen am ${d}. ${DE[m]} starben fünf.`,
  (m, d) => `Песков отметил ${d} ${RU[m]}, что переговоры идут.`,
  (m, d) => `Теракт произошёл ${d} ${RU[m]} в Кабуле.`,
  (m, d) => `사건은 ${m + 1}월 ${d}일에 발생했다.`,
  (m, d) => `${m + 1}月${d}日中国运动员夺冠`,
  (m, d) => `${m + 1}月${d}日俄军对基辅发动袭击`,
  (m, d) => `Bei einem schweren Angriff auf die Stadt am ${d}. ${DE[m]} starb niemand.`,
  (m, d) => `${m + 1}월 ${d}일에 사건이 일어났다`,
  (m, d) => `${m + 1}月${d}日に事件が起きた`,
  (m, d) => `${m + 1}月${d}日在那里发生事件`,
];
test.each(NEWS.map((write) => [write(1, 11), write] as const))("%s: what a text brings up is of the year of publication", (_, write) => {
  fc.assert(
    fc.property(unknown, ({ on, day }) => {
      const date = new Date(day * DAY_MS);
      expect(datesIn(write(date.getUTCMonth(), date.getUTCDate()), "", iso(on)).map(({ min }) => min)).toEqual([day]);
    }),
  );
});

test.each([
  ["2001", "On September 11, terrorists flew into the towers."],
  ["2001", "Am 11. September griffen Terroristen an."],
  ["2001", "Террористы убили 11 сентября тысячи людей."],
  ["2001", "9월 11일에 테러범들이 공격했다."],
  ["2001", "9月11日，恐怖分子劫机。"],
  ["2001", "9月11日、テロリストが飛行機を乗っ取った。"],
  ["2023", "On October 7, Hamas crossed the border."],
  ["2023", "Am 7. Oktober überfiel die Hamas das Land."],
  ["2024", "He declared martial law on December 3."],
  ["2024", "12월 3일에 계엄을 선포했다."],
  ["1989", "On June 4, tanks rolled into Tiananmen Square."],
  ["1989", "Am 9. November fiel die Mauer."],
  ["1980", "5월 18일에 광주에서 계엄군이"],
  ["1960", "4월 19일에 혁명이"],
  ["1950", "6월 25일에 남침이 시작되었다."],
  ["1945", "8월 15일에 해방되었다."],
  ["1945", "8月15日、日本は降伏した。"],
  ["1949", "十月一日，中华人民共和国成立。"],
  ["1948", "On April 3 an uprising began on Jeju."],
  ["1945", "On May 8, Germany surrendered."],
  ["1961", "On May 16 Park Chung-hee seized power."],
  ["1953", "Am 17. Juni begann der Aufstand in der DDR."],
  ["1941", "On June 22 Germany invaded the Soviet Union."],
  ["1950", "On June 25 the North invaded South Korea."],
  ["1937", "七月七日，卢沟桥"],
  ["1944", "Am 20. Juli wollte Stauffenberg ihn töten."],
  ["1953", "7월 27일에 정전협정이 체결되었다."],
  ["1945", "8月6日、広島に原爆が投下された。"],
  ["1945", "On August 9 the bomb was dropped on Nagasaki."],
  ["1945", "On August 15, Korea was liberated."],
  ["1931", "On September 18 the railway near Mukden was blown up."],
  ["1979", "10월 26일에 김재규가 그를 저격했다."],
  ["1941", "12月7日、日本は真珠湾を攻撃した。"],
  ["1979", "12월 12일에 전두환이 군사반란을 일으켰다."],
  ["1937", "12月13日，南京陷落。"],
])("known by itself, of %s: %s", (year, text) => {
  // Of the year in which it happened it still is.
  expect(read(text, `${year}-12-20`).map((date) => date.replace(/.* = |-\d\d-\d\d$/g, ""))).toEqual([year]);
  for (const later of [1, 2, 10, 30]) expect(read(text, `${Number(year) + later}-12-20`)).toEqual([]);
});

test.each([
  "On September 11, the Senate voted on the budget.", "On October 7, the talks began in Oslo.", "Am 9. November tagte der Bundestag.", "Am 25. Juni war er in Berlin.", "On June 25 he warned of a trade war.",
  "8월 15일에 회담이 열렸다.", "9月11日，会议在北京举行。", "On June 4, think tanks met in Seoul.",
  "On April 3 a Jeju Air flight was late.", "4월 19일에 혁명적인 계획을 발표했다.", "4월 19일에 이란 혁명수비대가 발표했다.", "On April 19 the Revolutionary Guards fired.",
  "After deliberations on May 8 they left.", "On May 8 the rebels surrendered.", "On May 9 he declared victory.", "On May 16 couples married.", "On May 16 Coupang fell.", "On May 18 he spoke in Gwangju.",
  "Танкер прибыл 4 июня в порт.", "On June 4 Ukrainian tanks advanced.", "On June 17 he addressed parliament.", "Am 17. Juni sprach er über die DDR.", "On June 22 he compared him to Hitler.", "6월 25일에 전쟁 위험을 경고했다.", "On June 25 he condemned the invasion.",
  "7월 27일에 정전이 일어났다.", "On July 27 Israel agreed to a ceasefire.", "On August 6 the mayor of Hiroshima spoke.", "On August 15 the People’s Liberation Army held a drill.", "8月15日，解放军举行演习。", "8月15日、人質が解放された。", "8月15日、甲子園で敗戦した。", "8월 15일에 인민해방군이 훈련했다.",
  "On September 11 drones attacked Odesa.", "9월 11일에 테러방지법을 통과시켰다.", "On October 1 the People’s Republic of China sent aid.", "On October 7 Israel signed a treaty.", "On October 26 the assassination was condemned.",
  "On November 9 he visited the Great Wall.", "On November 9 Wall Street fell.", "On December 3 martial law was discussed.", "On December 13 he opened a factory in Nanjing.", "On September 11 a ceremony honoured those whom terrorists had killed.",
])("what is told of such a day is not what it is known for: %s", (text) => {
  expect(read(text, "2026-12-20").map((date) => date.replace(/.* = /, ""))).toEqual([expect.stringMatching(/^2026-/)]);
});

test.each([["March 1", "On March 1 the Catalan independence movement marched."], ["March 11", "On March 11 an earthquake struck Chile."]])("nor of %s in spring: %s", (day, text) => {
  expect(read(text, "2026-03-20")).toEqual([expect.stringMatching(new RegExp(`^${day} = 2026-`))]);
});

test("the words that tell which day is meant may stand on both sides of it", () => {
  expect(read("Germany on May 8 surrendered.", "2026-12-20")).toEqual([]);
});

test.each(["9·11테러", "9.11 테러 이후", "9/11 changed it", "6·25전쟁", "4·19혁명", "5·18 민주화운동", "8·15 경축사", "九一八事变", "九・一一", "9・11テロ", "十月一日国庆"])("a name made of numbers: %s", (text) => {
  expect(read(text, "2026-12-20")).toEqual([]);
});

test("the text says of which year it is: a year, this year, a weekday that agrees", () => {
  expect(read("the attacks on 11 September 2001", "2026-12-20")).toEqual(["11 September 2001 = 2001-09-11"]);
  expect(read("the attacks on 11 September this year", "2026-12-20")).toEqual(["11 September this year = 2026-09-11"]);
  expect(read("the attacks on Friday, 11 September", "2026-12-20")).toEqual(["11 September = 2026-09-11"]);
  expect(read("the attacks on Tuesday, 11 September", "2026-12-20")).toEqual([]);
});

test("the dateline of an agency is the day of its report, whatever it tells of", () => {
  expect(read("Pyongyang, August 15 (KCNA) -- The day of liberation was marked.", "2026-08-15")).toEqual(["August 15 = 2026-08-15"]);
});
