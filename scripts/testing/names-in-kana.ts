/**
 * Names of entries as Japanese newspapers and broadcasters write them in kana, most of which no pack lists: Korean and
 * Chinese ones by their sound, Russian ones, and, as they are read, Japanese ones. One half was used to find the weights
 * of `library/match-sound`; the other, to see what they are worth.
 */
export type InKana = readonly [kana: string, entry: string];

const KOREANS = `
  キム・イルソン Kim Il Sung; キム・ジョンイル Kim Jong Il; キム・ジョンウン Kim Jong Un; キム・ヨジョン Kim Yo Jong; キム・ジョンナム Kim Jong-nam
  キム・ジョンチョル Kim Jong Chol; キム・ギョンヒ Kim Kyong Hui; チャン・ソンテク Jang Song-thaek; チェ・リョンヘ Choe Ryong Hae
  ファン・ビョンソ Hwang Pyong So; チェ・ソニ Choe Son Hui; リ・スヨン Ri Su Yong; キム・ヨンチョル Kim Yong Chol; リ・ソルジュ Ri Sol Ju
  コ・ヨンヒ Ko Yong Hui; ソン・ヘリム Song Hye Rim; ファン・ジャンヨプ Hwang Jang-yop; カン・ソクジュ Kang Sok Ju; キム・ゲグァン Kim Kye Gwan
  チョ・ミョンロク Jo Myong Rok; キム・ヨンナム Kim Yong Nam; パク・ポンジュ Pak Pong Ju; チョ・ヨンウォン Jo Yong Won; パク・チョンチョン Pak Jong Chon
  キム・ドクフン Kim Tok Hun; リ・ビョンチョル Ri Pyong Chol; キム・ジェリョン Kim Jae Ryong; テ・ヨンホ Thae Yong Ho; ヒョン・ヨンチョル Hyon Yong Chol
  ペク・ソンヨプ Paik Sun-yup; パク・ホニョン Pak Hon-yong; キム・ドゥボン Kim Tu-bong; チェ・チャンイク Choe Chang-ik; チョ・マンシク Cho Man-sik
  ヨ・ウニョン Lyuh Woon-hyung; キム・グ Kim Ku; アン・ジュングン An Jung-geun; イ・スンマン Syngman Rhee; パク・チョンヒ Park Chung Hee
  チョン・ドゥファン Chun Doo-hwan; ノ・テウ Roh Tae-woo; キム・ヨンサム Kim Young-sam; キム・デジュン Kim Dae-jung; ノ・ムヒョン Roh Moo-hyun
  イ・ミョンバク Lee Myung-bak; パク・クネ Park Geun-hye; ムン・ジェイン Moon Jae-in; ユン・ソンニョル Yoon Suk Yeol; イ・ジェミョン Lee Jae-myung
  ハン・ドクス Han Duck-soo; ハン・ドンフン Han Dong-hoon; キム・ゴンヒ Kim Keon-hee; チョン・ドンヨン Chung Dong-young; パク・チウォン Park Jie-won
  イム・ジョンソク Im Jong-seok; ソ・フン Suh Hoon; チョン・ウィヨン Chung Eui-yong; カン・ギョンファ Kang Kyung-wha; パン・ギムン Ban Ki-moon
  チョン・ジュヨン Chung Ju-yung; キム・ジョンピル Kim Jong-pil; チェ・ギュハ Choi Kyu-hah; チョ・テヨル Cho Tae-yul; ウィ・ソンラク Wi Sung-lac
`;
const PLACES = `
  ピョンヤン Pyongyang; ケソン Kaesong; パンムンジョム Panmunjom; シニジュ Sinuiju; チョンジン Chongjin; ハムフン Hamhung; プサン Busan; インチョン Incheon
  テグ Daegu; クァンジュ Gwangju; ナムポ Nampo; ヨンビョン Yongbyon; プンゲリ Punggye-ri; キョンジュ Gyeongju; パジュ Paju; コジェド Geoje Island
  ペンニョンド Baengnyeong Island; ヨンピョンド Yeonpyeong Island; ラジン Rajin; ラソン Rason; シンポ Sinpo; ヘサン Hyesan; クムガンサン Mount Kumgang
  ペクトゥサン Mount Paektu; テドンガン Taedong River; ナクトンガン Naktong River; マンギョンデ Mangyongdae; トンチャンリ Sohae Satellite Launching Station
  シャンハイ Shanghai; ナンキン Nanjing; ターリエン Dalian; タントン Dandong; タイペイ Taipei; ホンコン Hong Kong
  とうきょう Tokyo; おきなわ Okinawa; ひろしま Hiroshima; ながさき Nagasaki; ロドン・シンムン Rodong Sinmun; ソングン Songun
`;
const OTHERS = `
  シー・チンピン Xi Jinping; マオ・ツォートン Mao Zedong; チョウ・エンライ Zhou Enlai; トン・シアオピン Deng Xiaoping; チアン・ツォーミン Jiang Zemin
  フー・チンタオ Hu Jintao; ウェン・チアパオ Wen Jiabao; リン・ピアオ Lin Biao; リウ・シャオチー Liu Shaoqi; チアン・チン Jiang Qing; ワン・イー Wang Yi
  リー・チャン Li Qiang; フー・ヤオパン Hu Yaobang; リー・クーチアン Li Keqiang
  シェレーピン Alexander Shelepin; シトゥイコフ Terenty Shtykov; プザノフ Alexander Puzanov; チスチャコフ Ivan Chistyakov; ゾーリン Valerian Zorin
  ポノマリョフ Boris Ponomarev; コズロフ Frol Kozlov; イリイチョフ Leonid Ilyichev; カピッツァ Mikhail Kapitsa; フェドレンコ Nikolai Fedorenko
  クズネツォフ Vasily V. Kuznetsov; モルグロフ Igor Morgulov; ニキータ・フルシチョフ Nikita Khrushchev; ヴァチェスラフ・モロトフ Vyacheslav Molotov
  ウラジーミル・プーチン Vladimir Putin; アンドレイ・グロムイコ Andrei Gromyko; ラドチェンコ Sergey Radchenko; ドミトリー・メドベージェフ Dmitry Medvedev
  あべしんぞう Shinzo Abe; きしだふみお Fumio Kishida; こいずみじゅんいちろう Junichiro Koizumi; よしだしげる Shigeru Yoshida; きしのぶすけ Nobusuke Kishi
  さとうえいさく Eisaku Sato; いけだはやと Hayato Ikeda; いしばしげる Shigeru Ishiba; たかいちさなえ Sanae Takaichi; すがよしひで Yoshihide Suga
  なかそねやすひろ Yasuhiro Nakasone; とうじょうひでき Hideki Tojo; いとうひろぶみ Ito Hirobumi; はとやまいちろう Ichiro Hatoyama; よこためぐみ Megumi Yokota
`;

/** The kana, which may have no spaces, and the entry's name. */
const all = [KOREANS, PLACES, OTHERS].flatMap((list) =>
  list.trim().split(/\s*[;\n]\s*/).map((pair): InKana => [pair.slice(0, pair.indexOf(" ")), pair.slice(pair.indexOf(" ") + 1)]),
);

/** Every second one. */
export const DEVELOPED_ON = all.filter((_, at) => at % 2 === 0);
export const HELD_OUT = all.filter((_, at) => at % 2 === 1);
