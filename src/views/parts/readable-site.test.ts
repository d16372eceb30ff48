import fc from "fast-check";
import { expect, test } from "vitest";
import { decodePunycode } from "./punycode";
import { readableAddress, readableSite } from "./readable-site";

/** Vectors of RFC 3492, section 7.1. */
test.each([
  ["egbpdaj6bu4bxfgehfvwxn", "ليهمابتكلموشعربي؟"],
  ["ihqwcrb4cv8a8dqg056pqjye", "他们为什么不说中文"],
  ["ihqwctvzc91f659drss3x8bo0yb", "他們爲什麽不說中文"],
  ["Proprostnemluvesky-uyb24dma41a", "Pročprostěnemluvíčesky"],
  ["4dbcagdahymbxekheh6e0a7fei0b", "למההםפשוטלאמדבריםעברית"],
  ["n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa", "なぜみんな日本語を話してくれないのか"],
  ["989aomsvi5e83db1d2a355cv1e0vak1dwrv93d5xbh15a0dt30a5jpsd879ccm6fea98c", "세계의모든사람들이한국어를이해한다면얼마나좋을까"],
  ["b1abfaaepdrnnbgefbadotcwatmq2g4l", "почемужеонинеговорятпорусски"],
  ["PorqunopuedensimplementehablarenEspaol-fmd56a", "PorquénopuedensimplementehablarenEspañol"],
  ["3B-ww4c5e180e575a65lsy2b", "3年B組金八先生"],
  ["Hello-Another-Way--fc4qua05auwb3674vfr0b", "Hello-Another-Way-それぞれの場所"],
  ["d9juau41awczczp", "そのスピードで"],
  ["-> $1.00 <--", "-> $1.00 <-"],
])("%s is %s", (encoded, decoded) => {
  expect(decodePunycode(encoded)).toBe(decoded);
});

test.each(["ß", "a-é", "999999999999", "a-b!", "mller-kv"])("no Punycode: %s", (encoded) => {
  expect(decodePunycode(encoded)).toBeNull();
});

const letter = fc.oneof(...["가힣세계", "中文他們年", "なぜスピード", "абвгдежзийя", "äöüßéñ", "abcxyz019", "αβγδ", "عربية"].map((letters) => fc.constantFrom(...letters)));
const label = fc.string({ unit: letter, minLength: 1, maxLength: 15 });

test("what the browser makes of a name is read as that name again", () => {
  fc.assert(
    fc.property(label, (name) => {
      const address = `http://${name}.example/`;
      fc.pre(URL.canParse(address));
      const [encoded] = new URL(address).hostname.split(".");
      fc.pre(encoded!.startsWith("xn--"));
      expect(decodePunycode(encoded!.slice(4))).toBe(name);
    }),
  );
});

test("whatever is read, it is text of whole characters or nothing", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."abcxyz019-") })), (encoded) => {
      const decoded = decodePunycode(encoded);
      expect(decoded === null || typeof decoded === "string").toBe(true);
    }),
  );
});

const hostOf = (name: string): string => new URL(`http://${name}/`).hostname;

test.each(["müller.example", "news.한국.kr", "例え.テスト", "中国日报.中国", "пример.рф", "президент.рф", "français.example", "3年組.example"])("shown as people write it: %s", (name) => {
  expect(hostOf(name)).toContain("xn--");
  expect(readableSite(hostOf(name))).toBe(name);
});

test.each([
  "аррӏе.com", "рау.com", "сосо.рф", "exаmple.com", "wìkipedia.org", "ɡoogle.com", "ǥoogle.com", "paypaḷ.com", "gοοgle.com", "中国abc.com", "한国.com", "googleノ.com", "א.com", "ไทย.com", "i❤.ws",
])("shown as browsers keep it, for it may pass for another, or is of no script of the interface: %s", (name) => {
  const host = hostOf(name);
  expect(host).toContain("xn--");
  expect(readableSite(host).split(".")[0]).toBe(host.split(".")[0]);
});

test.each([
  ["of digits", "1б3 зб0 63б бз 3д 2д3 л0 24люди лента24"],
  ["of Latin letters", "аррӏе рау сос хех вьет шшш ґее ђуро чет буг гост шорт"],
  ["of zeros and lines", "1〇 〇〇 2〇2〇 二〇 中〇 10一 3ー5 中ー ーア 一 〡〢"],
  ["of one letter", "へ ヘ ニ 二 工1 口 한 ü я 中"],
  ["of kana and Han", "ヘや へア 町へ 町ヘ 二ュース ア力ウント 第ニ カニ 二八 ハ口 タ方 ラ一メン 口シア ロ口 あノい 中丨国 丶中"],
])("look-alikes %s stay as browsers keep them", (_, names) => {
  for (const name of names.split(" ")) {
    const host = hostOf(`${name}.example`);
    expect(host, name).toContain("xn--");
    expect(readableSite(host)).toBe(host);
  }
});

test("of labels that look alike, no more than one is shown", () => {
  const alike = ["へヘ", "べベ", "りリ刂", "ニ二", "カ力", "ロ口", "一ー", "タ夕", "あ", "ア", "大", "3", "-"];
  const twins = fc.array(fc.constantFrom(...alike), { minLength: 2, maxLength: 6 }).chain((letters) => {
    const one = fc.tuple(...letters.map((each) => fc.constantFrom(...each))).map((all) => all.join(""));
    return fc.tuple(one, one);
  });
  const isShown = (name: string) => URL.canParse(`http://${name}.example`) && hostOf(`${name}.example`).startsWith("xn--") && readableSite(hostOf(`${name}.example`)) === `${name}.example`;
  fc.assert(
    fc.property(twins, ([one, other]) => {
      fc.pre(one !== other);
      expect([one, other].filter(isShown).length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 3_000 },
  );
});

test("the likes of which are words are shown", () => {
  const names = "ニュース アカウント へや らーめん ラーメン 第二 一番 夕方 ロシア 口座 日本ニュース 3年組 カタカナ 東京タワー 人々 люди-лента пример ћирилица-и 뉴스24 한국";
  for (const name of names.split(" ")) expect(readableSite(hostOf(`${name}.example`))).toBe(`${name}.example`);
});

test("names that differ from others by accents that are seen are shown, as browsers show them of sites that nobody forges", () => {
  for (const name of ["googlé.example", "pàypal.example", "åpple.example"]) expect(readableSite(hostOf(name))).toBe(name);
});

test("each label is judged by itself, and what is no name of a site is as it was", () => {
  const forged = hostOf("аррӏе.com").split(".")[0]!;
  expect(readableSite(`${forged}.${hostOf("пример.рф")}`)).toBe(`${forged}.пример.рф`);
  for (const text of ["", "example.org", "xn--", "xn--.com", "xn--a", "xn--ascii-.com", "The xn-- Times", "192.168.0.1", "[::1]", "Xn--mller-kva.example"]) expect(readableSite(text)).toBe(text);
});

test("a label that is longer than any site's is left as it is, however long", () => {
  const longest = `ü${"a".repeat(55)}`;
  expect(hostOf(`${longest}.example`).split(".")[0]).toHaveLength(63);
  expect(readableSite(hostOf(`${longest}.example`))).toBe(`${longest}.example`);
  for (const host of [`xn--${"a".repeat(56)}a-xyb.example`, `xn--${"a".repeat(200_000)}`, `xn--${"a".repeat(200_000)}-kva`]) expect(readableSite(host)).toBe(host);
});

test("no name that is shown can be taken for one of ASCII alone, and each leads to its own site", () => {
  fc.assert(
    fc.property(fc.array(label, { minLength: 1, maxLength: 3 }), (labels) => {
      const address = `http://${labels.join(".")}.example/`;
      fc.pre(URL.canParse(address));
      const { hostname } = new URL(address);
      const shown = readableSite(hostname);
      expect(new URL(`http://${shown}`).hostname).toBe(hostname);
      if (shown !== hostname) expect(/^[\x21-\x7e]*$/.test(shown)).toBe(false);
    }),
  );
});

test("of an address, the name of the site alone is shown otherwise", () => {
  const host = hostOf("новости.example");
  expect(readableAddress(`https://${host}/a/${host}?b=${host}#${host}`)).toBe(`https://новости.example/a/${host}?b=${host}#${host}`);
  for (const text of ["", host, `https://${hostOf("рау.com")}/`, `https://${host}@example.org/`, `data:text/plain,https://${host}/`, "blob:1", "file:///a/b.pdf"]) expect(readableAddress(text)).toBe(text);
});
