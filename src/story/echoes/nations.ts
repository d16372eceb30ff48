/**
 * Countries that a text speaks of, by whatever name: "China", "Chinese", "Beijing" are one. Entries alone do not say it:
 * adjectives are no names. The Soviet Union and Russia are one here, as those are who compare then with now.
 */

/** ISO 3166 codes of the countries that are told apart. */
export const NATIONS = ["CN", "KP", "KR", "US", "RU", "JP", "TW", "VN", "UA", "IR", "CU", "DE", "HU", "IN", "GB", "FR"] as const;
export type Nation = (typeof NATIONS)[number];

const WORDS: Record<Nation, string> = {
  CN: "China(?!town)|Chinese|Beijing|Peking|PRC\\b|Sino-|-Sino\\b|Кита|Пекин|chinesisch|中国|中國|北京|中共|朝中|中朝|중국|베이징|북경|북중|북·중|한중|한·중|조중",
  KP: "North Korea|Democratic People['’]s Republic of Korea|DPRK|Pyongyang|the North\\b|Workers['’] Party of Korea|KPA\\b|Северн\\S+ Коре|КНДР|Пхеньян|Северокоре|Nordkorea|nordkorean|朝鲜|朝鮮|北韓|北韩|平壤|朝中|中朝|朝美|朝俄|북한|북조선|평양|우리 공화국|조선민주주의|북미|북중|남북|북러|북·|조미|北朝鮮|日朝|米朝|訪朝",
  KR: "South Korea|ROK\\b|Seoul|the South\\b|(?<!People['’]s )Republic of Korea|Южн\\S+ Коре|Сеул|Южнокоре|Südkorea|südkorean|韩国|韓國|韓国|首尔|首爾|대한민국|한국|남한|남조선|서울|청와대|남북|한미|한중|한일",
  US: "United States|U\\.S\\.|US\\b|USA\\b|America|Washington(?! State|’s birthday| Post)|White House|Pentagon|США|Америк|Вашингтон|американ|USA|amerikanisch|Washington|美国|美國|华盛顿|朝美|中美|미국|워싱턴|한미|북미|조미|米国|米朝|日米|アメリカ",
  RU: "Soviet|USSR|Moscow|Russia|Kremlin|Совет\\S+ Союз|советск|СССР|Москв|Росси|российск|sowjetisch|Sowjetunion|Moskau|Russland|russisch|苏联|蘇聯|俄罗斯|俄羅斯|莫斯科|中苏|中蘇|朝俄|소련|쏘련|러시아|모스크바|북러|조러|ソ連|ロシア|モスクワ|中ソ",
  JP: "Japan|Tokyo|Япон|Токио|Tokio|japanisch|日本|东京|東京|中日|일본|도쿄|한일|日朝|日米|日中",
  TW: "Taiwan|Formosa|(?<!People['’]s )Republic of China\\b|ROC\\b|Nationalist(?:s| Government| Army| China)|Chiang|Kuomintang|Тайван|台湾|台灣|대만|국민당",
  VN: "Vietnam|Viet-Nam|Hanoi(?! summit)|Вьетнам|Ханой|越南|베트남|월남|ベトナム",
  UA: "Ukrain|Kyiv|Kiev|Kursk|Украин|Киев|乌克兰|烏克蘭|우크라이나|ウクライナ",
  IR: "Iran|Tehran|Иран|伊朗|이란|イラン",
  CU: "Cuba|Havana|Куб[аеуы]\\b|Kuba|古巴|쿠바|キューバ",
  DE: "German|Berlin|GDR\\b|Герман|ГДР|Берлин|deutsch|Deutschland|DDR\\b|德国|德國|东德|독일|동독|ドイツ",
  HU: "Hungar|Budapest|Венгр|Ungarn|ungarisch|匈牙利|헝가리|ハンガリー",
  IN: "India(?!n Ocean|na)|New Delhi|Инди[яиюе]|Indien|印度|인도(?!네)|インド(?!ネ|シナ)",
  GB: "Brit(?:ain|ish)|London|United Kingdom|Британ|Großbritannien|britisch|英国|英國|영국|イギリス",
  FR: "France|French|Paris\\b|Франц|Frankreich|französisch|法国|法國|프랑스|フランス",
};

const PATTERNS = NATIONS.map((nation) => [nation, new RegExp(`(?<![A-Za-zА-Яа-яЁё])(?:${WORDS[nation]})|(?<=-)(?:${WORDS[nation]})`, "u")] as const);

/** Names of places that are no country but stand in as many texts. */
const BROAD = /^Korea|Asia$|^Europe|Pacific|^Far East/;

/** Is a place with this name so large that to share it tells nothing more than to share its country? */
export function isBroad(place: string): boolean {
  return BROAD.test(place) || nationsIn(place).length > 0;
}

/** The countries that a text speaks of, in the order of `NATIONS`. */
export function nationsIn(text: string): Nation[] {
  return PATTERNS.flatMap(([nation, pattern]) => (pattern.test(text) ? [nation] : []));
}

/** The country that is named first, for "Chinese general who fought in Korea"; `undefined` where none is. */
export function firstNation(text: string): Nation | undefined {
  let first: Nation | undefined;
  let least = Infinity;
  for (const [nation, pattern] of PATTERNS) {
    const at = text.search(pattern);
    if (at >= 0 && at < least) [first, least] = [nation, at];
  }
  return first;
}
