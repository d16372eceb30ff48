/** Tables and rules against names as they stand in books. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { chinesePerson, chinesePlace } from "./chinese";
import { otherCharacters } from "./han";
import { byScheme, isSyllable, romanised, type Scheme } from "./hangul";
import { koreanPerson, koreanPlace } from "./korean";
import { isPinyin, pinyinOf, wadeGiles } from "./pinyin";
import { respelt, transliterated } from "./russian-latin";

const syllables = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code));

test.each([
  ["revised", "평양 김정은 최창익 박헌영 부산 이승만", "pyeong yang gim jeong eun choe chang ik bak heon yeong bu san i seung man"],
  ["voiceless", "박정희 부산 대구 김철수", "pak chong hui pu san tae ku kim chol su"],
  ["voiced", "김정일 장성택 현영철", "gim jong il jang song taek hyon yong chol"],
  ["soviet", "김일성 김정은 박일우 남일", "kim ir sen kim chen yn pak ir u nam ir"],
] as [Scheme, string, string][])("Hangul by the scheme %s", (scheme, hangul, latin) => {
  expect(Array.from(hangul.replaceAll(" ", ""), (each) => byScheme(each, scheme)).join(" ")).toBe(latin);
});

test("every syllable has a few dozen spellings at most, all in Latin letters and the likeliest first", () => {
  fc.assert(
    fc.property(syllables, (syllable) => {
      const choices = romanised(syllable);
      expect(choices.length).toBeGreaterThan(0);
      expect(choices.length).toBeLessThan(50);
      expect(choices.map(({ letters }) => letters).filter((letters) => !/^[a-z]+$/.test(letters))).toEqual([]);
      expect(new Set(choices.map(({ letters }) => letters)).size).toBe(choices.length);
      expect(choices.map(({ cost }) => cost)).toEqual(choices.map(({ cost }) => cost).sort((a, b) => a - b));
      for (const scheme of ["revised", "voiceless", "voiced"] as const) {
        const letters = byScheme(syllable, scheme);
        expect(choices.map((each) => each.letters)).toContain(letters);
      }
    }),
  );
});

test.each([
  ["김종필", "Kim Jong Pil", ["Kim Chong Pil", "Kim Chongpil", "Kim Jongpil"]],
  ["박정희", "Park Chung-hee", ["Pak Chong Hui", "Pak Jeong Hui", "Pak Chung Hee", "Park Jung Hee"]],
  ["이범석", "Lee Bum Suk", ["Yi Pom Sok", "Yi Beom Seok", "Lee Beom Seok"]],
  ["최덕신", "Choi Duk Shin", ["Choe Tok Sin", "Choe Deok Sin", "Choi Deok Sin"]],
  ["장면", "Chang Myon", ["Jang Myeon", "Chang Myun"]],
  ["노태우", "Roh Tae Woo", ["No Tae U", "Roh Taewoo", "Roh Tae U"]],
  ["리설주", "Ri Sol-ju", ["Ri Solju", "Lee Seol Ju", "Ri Seol Ju"]],
  ["남궁억", "Namgung Ok", ["Namgung Eok"]],
])("%s, listed as %s", (hangul, listed, expected) => {
  expect(koreanPerson([hangul], [listed], false)).toEqual(expect.arrayContaining(expected));
});

test("names in Hangul that are not Korean stay alone", () => {
  expect(koreanPerson(["리처드 닉슨"], ["Richard Nixon"], false)).toEqual([]);
  expect(koreanPerson(["모택동"], ["Mao Zedong"], false)).toEqual([]);
  expect(koreanPlace(["한국"], ["South Korea"])).toEqual([]);
  expect(koreanPlace(["판문점"], ["Panmunjom"])).toContain("Panmunjeom");
});

test.each(
  (
    "zhou chou|en en|lai lai|deng teng|xiao hsiao|ping p'ing|mao mao|ze tse|dong tung|peng p'eng|de te|huai huai|lin lin|biao piao|liu liu|" +
    "shao shao|qi ch'i|zhu chu|guo kuo|zi tzu|si ssu|shi shih|ri jih|zhi chih|cao ts'ao|cuo ts'o|duo to|he ho|ge ko|yan yen|ye yeh|yu yu|you yu|" +
    "jiang chiang|jie chieh|jing ching|qing ch'ing|xu hsu|xue hsueh|quan ch'uan|juan chuan|zhen chen|chen ch'en|gong kung|hong hung|rong jung|" +
    "xiong hsiung|yong yung|dui tui|gui kuei|shui shui|tian t'ien|jian chien|lie lieh|er erh|wei wei|luo lo|ruo jo|zhuang chuang|ba pa|pa p'a"
  )
    .split("|")
    .map((pair) => pair.split(" ") as [string, string]),
)("Pinyin %s is Wade–Giles %s", (pinyin, wade) => {
  expect(wadeGiles(pinyin)[0]).toBe(wade);
  expect(pinyinOf(wade)).toContain(pinyin);
});

test("Pinyin has its four hundred syllables, and no others", () => {
  expect(["fiang", "xa", "ju", "nü", "kim", ""].map(isPinyin)).toEqual([false, false, true, false, false, false]);
});

test("Chinese persons in Pinyin and Wade–Giles", () => {
  expect(chinesePerson(["毛泽东"], ["Mao Zedong"])).toEqual(expect.arrayContaining(["Mao Tse-tung", "Mao Tsetung"]));
  expect(chinesePerson(["邓小平"], ["Deng Xiaoping"])).toContain("Teng Hsiao-ping");
  expect(chinesePerson(["司马迁"], ["Sima Qian"])).toEqual([]);
  expect(chinesePerson(["欧阳自远"], ["Ouyang Ziyuan"])).toContain("Ouyang Tzu-yuan");
  expect(chinesePerson(["彭德怀"], ["P'eng Te-huai"])).toContain("Peng Dehuai");
  // Without apostrophes nobody knows whether ping is bing.
  expect(chinesePerson(["邓小平"], ["Teng Hsiao-ping"])).toEqual([]);
  expect(chinesePerson(["蒋介石"], ["Chiang Kai-shek"])).toEqual([]);
  expect(chinesePerson(["金日成"], ["Kim Il Sung"])).toEqual([]);
  expect(chinesePerson(["马德琳·奥尔布赖特"], ["Madeleine Albright"])).toEqual([]);
});

test("Chinese places as the post office had them", () => {
  expect(chinesePlace(["重庆市"], ["Chongqing"])).toEqual(["Chungking", "Ch'ung-ch'ing", "Ch'ungch'ing"].map((each) => each.replaceAll("'", "")));
  expect(chinesePlace(["沈阳"], ["Shenyang"])).toContain("Mukden");
  expect(chinesePlace(["中国"], ["China"])).toEqual([]);
  expect(chinesePlace(["澳门"], ["Macau"])).toEqual([]);
});

test("characters are exchanged where each stands for the other alone", () => {
  expect(otherCharacters("彭德怀")).toBe("彭德懷");
  expect(otherCharacters("劉少奇")).toBe("刘少奇");
  expect(otherCharacters("後")).toBe("后");
  // 范 may be 範 or itself; 毛 has no other form.
  expect(otherCharacters("范长江")).toBeNull();
  expect(otherCharacters("毛")).toBeNull();
});

test("characters come back from both ways", () => {
  const names = fc.stringMatching(/^[东刘怀门张马习陈邓龙国]{1,4}$/);
  fc.assert(
    fc.property(names, (name) => {
      expect(otherCharacters(otherCharacters(name)!)).toBe(name);
    }),
  );
});

test.each([
  ["Никита Хрущёв", ["Nikita Khrushchev", "Nikita Khrushchov", "Nikita Khrushchyov", "Nikita Chruschtschow", "Nikita Khrouchtchov"]],
  ["Анастас Микоян", ["Anastas Mikoyan", "Anastas Mikoian", "Anastas Mikojan"]],
  ["Андрей Вышинский", ["Andrey Vyshinskiy", "Andrei Vyshinskii", "Andrey Vyshinsky", "Andrei Wyschinski"]],
  ["Сергей Алексеевич", ["Sergey Alekseyevich", "Sergei Alekseevich"]],
  ["Елена Ельцина", ["Yelena Yeltsina", "Elena Eltsina", "Jelena Jelzina"]],
  ["Михаил Горбачёв", ["Mikhail Gorbachev", "Michail Gorbatschow", "Mikhail Gorbatchov", "Mijail Gorbachov"]],
])("%s in Latin letters", (russian, expected) => {
  expect(transliterated(russian)).toEqual(expect.arrayContaining(expected));
});

test("Russian names in Latin letters are written in other ways too", () => {
  expect(respelt("Nikita Sergeyevich Khrushchev")).toContain("Nikita Sergeevich Khrushchev");
  expect(respelt("Sergei Dengin")).toContain("Sergey Dengin");
  expect(respelt("Aleksandr Pushkin")).toContain("Alexandr Pushkin");
});

test("Latin syllables are known for Korean ones, and other words are not", () => {
  expect(["chong", "hyeon", "woo", "il", "kyung", "clark", "stein", "westwood", "john", "tsung"].map(isSyllable)).toEqual([
    true, true, true, true, true, false, false, false, false, false,
  ]);
});
