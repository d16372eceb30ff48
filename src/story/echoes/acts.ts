/**
 * Kinds of acts that a text tells of: a purge, a visit, a nuclear test. A lexicon and not a model: few patterns, which
 * are sure, so that the same text always tells of the same acts. The prose of packs is mostly English, and English is
 * the richest; of other languages the lexicon has the words that leave no doubt.
 */

interface Words {
  /** Alternatives of a regular expression, that begin where a word begins. */
  en: string;
  /** The same for Russian and German. */
  ru?: string;
  de?: string;
  /** The same wherever they stand: particles and endings are written on. */
  ko?: string;
  zh?: string;
  ja?: string;
}

/** Soldiers, in English, by what texts call them. */
const TROOPS = "(?:troops|soldiers|volunteers|forces|divisions|army|armies|marines)";
/** A few words between those that tell: "sent more than 10,000 North Korean". */
const GAP = "[^.;]{0,40}?";
/** The same, where what stands there must not turn it around: "sent the commander of the troops", "ordered the withdrawal". */
const NEAR = "(?:(?!commander|general|withdraw|removal)[^.;]){0,40}?";

const LEXICON = {
  purge: {
    en: "purg(?:e|es|ed|ing)\\b|expel(?:led|s|ling)?\\b(?! from the UN)|expulsion|oust(?:ed|ing|s|er)?\\b|dismiss(?:ed|al|es|ing)?\\b|stripped of|removed from (?:office|power|(?:his|her|their|all) (?:\\w+ )?(?:posts?|offices?))|relieved of|lost (?:his|her|their|the|all) (?:posts?|offices?|ministry|rank)|demot(?:ed|ion)|(?:placed|put|is|are|was|were) under investigation|anti-party group|fell from (?:power|favou?r|grace)|disgraced\\b",
    ru: "чистк|исключ(?:ён|ен|или|ение) из партии|снят с пост", de: "säuberung|abgesetzt|entmachtet", ko: "숙청|해임|출당", zh: "清洗|肃清|肅清|撤职|撤職|开除|開除|整肃|整肅", ja: "粛清|解任|更迭|追放",
  },
  execution: {
    en: "execut(?:ed|ion|ions|es|ing)\\b|put to death|sentenced to death|death sentence|firing squad|hanged\\b|shot (?:as|for|in \\d{4})",
    ru: "расстрел|казн(?:ь|и|ён|ен)", de: "hinricht|hingerichtet|erschossen", ko: "처형|총살|사형", zh: "处决|處決|枪决|槍決|处死|處死", ja: "処刑|銃殺|死刑",
  },
  assassination: {
    en: `assassinat|murder(?:ed|ing|s)?\\b|poisoned|nerve agent|attempt on (?:the|his|her) life|(?:attempt|plot|tried|trying|sought|sent)\\w* ${GAP}to kill|killing of (?:the )?(?:\\w+ ){0,3}(?:president|leader|Kim Jong Nam)`,
    ru: "убийств|отравл|покушени", de: "ermord|attentat|vergift", ko: "암살|독살|피살", zh: "暗杀|暗殺|刺杀|刺殺|毒杀|毒殺|遇刺", ja: "暗殺|毒殺",
  },
  arrest: {
    en: "arrest(?:ed|s|ing)?\\b|imprison|jail(?:ed|s)?\\b|detain(?:ed|s|ing|ees?)?\\b|detention|(?:in|into) custody|in prison|to prison|labou?r camps?",
    ru: "арест|заключ[её]н|задержан", de: "verhaft|festgenommen|inhaftiert", ko: "체포|구속|억류", zh: "逮捕|拘留|拘押|监禁|監禁", ja: "逮捕|拘束|拘禁",
  },
  trial: {
    en: "(?:on|show|stood|military|his|her|their|a) trials?\\b|trial of|tried (?:by|for|in|before)|tribunal|convicted|indict|military court|sentenced to|courts? (?:sentenced|found|removed)",
    ru: "судебн|приговор|трибунал", de: "prozess gegen|verurteilt|vor gericht|tribunal", ko: "재판|기소|유죄", zh: "审判|審判|判处|判處|起诉|起訴", ja: "裁判|起訴|有罪",
  },
  defection: {
    en: "defect(?:ed|ion|ions|or|ors|s|ing)?\\b|asylum|(?:fle[ed]|flees|fled|flight|escap(?:e|ed|es)|went over|came over) (?:with \\w+ \\w+ )?to (?:the (?:South|North|West|Soviet|United)|South|China|Seoul|Taiwan)|walked into the South Korean",
    ru: "бежал|перебежчик|убежищ", de: "übergelaufen|überläufer|geflohen|asyl", ko: "망명|탈북|귀순", zh: "叛逃|脱北|脫北|逃往|投奔|政治庇护", ja: "亡命|脱北",
  },
  abduction: {
    en: "abduct|kidnap|hostages?\\b",
    ru: "похищ|похитил|заложник", de: "entführ|geisel", ko: "납치|납북|인질", zh: "绑架|綁架|人质|人質", ja: "拉致|人質",
  },
  hijacking: { en: "hijack", ru: "угон[а-яё]* .{0,15}самол[её]т|угнал", de: "flugzeugentführ", ko: "공중납치|하이재킹", zh: "劫机|劫機|劫持.{0,6}(?:客机|飞机)", ja: "ハイジャック" },
  visit: {
    en: "visit(?:ed|s|ing)?\\b(?! the cemetery)|state visit|trip to|travel(?:s|led|ed) to|tour(?:ed)? (?:of|through)|journeys? (?:of|by|abroad)|arriv(?:ed|es|al) in|delegations?\\b|envoys?\\b|emissary|(?:went|flew|flies|goes|journeys?|came) to (?:Moscow|Beijing|Peking|Pyongyang|Seoul|Washington|China|Russia|North Korea|Tokyo|Hanoi|the Soviet Union|the United States)|land(?:ed|s) in",
    ru: "визит|делегаци|посетил|посланник", de: "besuch|delegation|gesandte|reiste nach", ko: "방문|방북|방중|방러|대표단|특사", zh: "访问|訪問|出访|出訪|代表团|代表團|特使|访华|访朝", ja: "訪問|訪朝|訪中|代表団|特使",
  },
  summit: {
    en: "summits?\\b(?! of)|first meeting between|meeting (?:with|between|of) (?:the )?(?:president|leader|two leaders)s?",
    ru: "саммит|встреч[аеи] на высшем", de: "gipfel", ko: "정상회담|수뇌회담|수뇌상봉", zh: "首脑会|首腦會|峰会|峰會|会晤|會晤", ja: "首脳会談|サミット",
  },
  meeting: {
    en: "met\\b(?! by)|meets?\\b(?! the)|meeting (?:with|between)|receiv(?:ed|es) (?:him|by)|shook hands",
    ru: "встрети", de: "traf\\b|trafen|treffen mit", ko: "만나|만났|접견|회동", zh: "会见|會見|接见|接見", ja: "会見|面会",
  },
  talks: {
    en: "negotiat|talks\\b|bargain(?:ed|ing|s)?\\b",
    ru: "переговор", de: "verhandl|gespräche", ko: "협상|(?<!정상|수뇌)회담|교섭", zh: "谈判|談判|会谈|會談|磋商", ja: "交渉|協議|会談",
  },
  treaty: {
    en: "treat(?:y|ies)\\b|pacts?\\b|accords?\\b|agreements?\\b|joint (?:statement|declaration|communiqu)|agreed framework",
    ru: "договор|соглашени|пакт", de: "vertrag|abkommen|pakt\\b", ko: "조약|협정|공동성명|공동선언|합의서", zh: "条约|條約|协定|協定|协议|協議|联合声明|聯合聲明", ja: "条約|協定|共同声明|共同宣言",
  },
  alliance: {
    en: "allianc|mutual (?:defen[cs]e|security|assistance)|security (?:commitment|treaty|guarantee)|friendship, co-?operation|com(?:e|es|ing) to (?:the|its|their|each other’s|the other's|the other’s) (?:aid|help)|promis\\w+ help if|if either is attacked",
    ru: "союз(?:нич|ник)|взаимопомощ", de: "bündnis|beistand|allianz", ko: "동맹|상호방위|상호원조", zh: "同盟|盟约|共同防御|互助条约|互助條約", ja: "同盟|安保条約|相互防衛|相互援助",
  },
  armistice: {
    en: "armistice|truce\\b|cease-?fires?|end(?:ed|ing)? (?:of )?the (?:fighting|war)|peace treaty",
    ru: "перемири|прекращени[ея] огня", de: "waffenstillstand|waffenruhe|friedensvertrag", ko: "정전|휴전|평화협정|종전", zh: "停战|停戰|停火|和约|和平协定", ja: "停戦|休戦|平和条約|終戦",
  },
  sanctions: {
    en: "sanction(?:s|ed|ing)?\\b|embargo|(?:freez|froze)\\w* (?:its |the |their )?(?:assets|funds|accounts)|(?:dollars|assets|funds|accounts) (?:that )?(?:was|were|had been) frozen|(?:out of|off from) the american (?:financial )?system|launder|blacklist|penali[sz]",
    ru: "санкци|эмбарго", de: "sanktion|embargo", ko: "제재|금수", zh: "制裁|禁运|禁運", ja: "制裁|禁輸",
  },
  nuclear_test: {
    en: "nuclear (?:weapons? )?tests?\\b|atomic tests?\\b|(?:tests?|tested) (?:of )?(?:a |an |its )?(?:first )?(?:nuclear|atomic|hydrogen)|nuclear explosion|explo(?:des?|ded|sion of) (?:a |an |its )?(?:first )?(?:nuclear|atomic|hydrogen)|hydrogen bomb",
    ru: "ядерн(?:ое|ого|ые|ых) испытани|испытани[ея] ядерн", de: "atomtest|nukleartest|kernwaffentest", ko: "핵실험|핵시험", zh: "核试验|核試驗|核试|核試", ja: "核実験",
  },
  nuclear_programme: {
    en: "reactors?\\b|plutonium|enrich(?:ed|ment|ing)?\\b|(?:atomic|nuclear) (?:bombs?|weapons?|programmes?|programs?|arms|arsenal|facilit|activit|development)|uranium",
    ru: "ядерн(?:ая|ой|ую) программ|ядерн(?:ое|ого) оружи|плутони|уран(?:а|ов)", de: "atomprogramm|atomwaffen|kernwaffen|reaktor|plutonium|uran", ko: "핵무기|핵개발|핵프로그램|핵 프로그램|원자로|우라늄|플루토늄", zh: "核武|核计划|核計劃|核开发|反应堆|反應爐|浓缩铀", ja: "核兵器|核開発|核計画|原子炉|ウラン|プルトニウム",
  },
  inspections: {
    en: "inspect(?:ions|ors?)\\b|nuclear inspection|safeguards|monitors? (?:in|were|left|return)",
    ru: "инспекци|инспектор", de: "inspekt", ko: "사찰|검증", zh: "核查|视察员|檢查員", ja: "査察|検証",
  },
  denuclearisation: {
    en: "denucleari|nuclear freeze|(?:freeze|froze|halt|halted|shut down|dismantle\\w*) (?:\\w+ ){0,4}(?:nuclear|reactor|facility|Yongbyon|programme|program)|give up (?:its |their |the )?(?:nuclear|atomic)",
    ru: "денуклеариз", de: "denuklearisier|atomare abrüstung", ko: "비핵화|핵동결", zh: "无核化|無核化|弃核|棄核", ja: "非核化|核放棄|核凍結",
  },
  missile_launch: {
    en: `(?:launch|test|fir)(?:e|ed|es|ing|s)?\\b ${GAP}(?:missile|rocket|satellite|ICBM)|(?:missile|rocket|satellite)s? (?:launch|test|flew|flies)|(?:missile|rocket|satellite) ${GAP}launch(?:ed)?\\b|intercontinental ballistic`,
    ru: "запуск(?:и|а|ов)? .{0,20}(?:ракет|спутник)|пуск(?:и|а|ов)? .{0,15}ракет", de: "raketenstart|raketentest|rakete .{0,20}abgefeuert", ko: "미사일.{0,12}발사|로켓.{0,12}발사|위성.{0,12}발사", zh: "发射.{0,12}(?:导弹|火箭|卫星)|(?:导弹|飞弹|飛彈|火箭|卫星)(?:试射|發射|发射)|试射", ja: "ミサイル.{0,12}発射|発射.{0,10}ミサイル|衛星.{0,10}打ち上げ",
  },
  missile_defence: {
    en: "THAAD|missile defen[cs]e|anti-missile|defen[cs]e against missiles",
    ru: "противоракетн", de: "raketenabwehr", ko: "사드|미사일 방어", zh: "萨德|薩德|反导|导弹防御", ja: "サード配備|ミサイル防衛|迎撃",
  },
  missiles_stationed: {
    en: "deploy\\w* (?:of )?(?:\\w+ ){0,3}missiles?\\b|missiles? (?:in|to) (?:Cuba|Europe|South Korea)|(?:atomic|nuclear) (?:weapons|missiles) (?:in|into|to|from) (?:South Korea|Korea|Europe|Japan|Cuba)",
    ru: "размещени[ея] ракет", de: "raketenstationierung", ko: "미사일 배치", zh: "部署导弹|部署飛彈", ja: "ミサイル配備",
  },
  troops_sent: {
    en: `(?:sen[dt]|sends|sending|deploy\\w*|dispatch\\w*|transferr?\\w*|order(?:ed|s)?|moved) (?!of )${NEAR}${TROOPS}\\b|(?:dispatch|deployment|arrival) of ${NEAR}${TROOPS}\\b|(?:first|chinese|american|soviet|korean) ${TROOPS} (?:go|went|enter|entered|cross|crossed|arrive|arrived|fought|fight) |ent(?:er|ers|ered|ry) (?:of ${GAP})?(?:into )?the (?:korean |vietnam )?war|crossed the Yalu|(?:korean|chinese|soviet|american|foreign) ${TROOPS} in (?:the )?(?:Vietnam|Russia|war against)|sen[dt] (?:its|the|a) (?:\\w+ )?fleet`,
    ru: "отправ\\S* .{0,20}(?:войск|солдат|военн)|ввод войск|(?:направ|послал)\\S* .{0,20}(?:войск|солдат)", de: "(?:truppen|soldaten) .{0,20}(?:entsandt|geschickt|entsenden|schickt)|truppenentsendung", ko: "파병|출병|참전", zh: "派兵|出兵|派遣.{0,8}(?:部队|士兵|军队)|参战|參戰|增兵", ja: "派兵|出兵|参戦|部隊.{0,6}派遣",
  },
  troops_withdrawn: {
    en: `withdr(?:aw|aws|ew|awn|awal|awing|awals)\\b ${GAP}${TROOPS}\\b|${TROOPS} ${GAP}(?:withdr|pulled out|go home|went home|gone home)|removal of ${GAP}${TROOPS}\\b|remov\\w+ (?:their|its|his) ${TROOPS}\\b|withdrew ${GAP}fleet`,
    ru: "вывод\\S* .{0,15}войск|вывел .{0,15}войск", de: "truppenabzug|abzug .{0,20}(?:truppen|soldaten)|(?:truppen|soldaten) .{0,20}abgezogen", ko: "철군|철수", zh: "撤军|撤軍|撤兵|撤出|撤离", ja: "撤退|撤兵|撤収",
  },
  invasion: {
    en: "invad(?:e|ed|es|ing|ers?)\\b|invasion|attack(?:s|ed)? (?:on )?(?:the )?(?:South|North|across)|overr[au]n\\b|cross(?:ed|es)? the (?:38th|thirty-eighth)|aggression",
    ru: "вторжени|вторг", de: "invasion|überfall|einmarsch", ko: "침공|남침|침략", zh: "入侵|侵略|南侵|进攻|進攻", ja: "侵攻|侵略|南侵",
  },
  bombardment: {
    en: "shell(?:ed|ing)\\b|bombard|artillery (?:fire|barrage|exchange|duel|shelled)",
    ru: "обстрел|артобстрел", de: "beschuss|beschossen|artillerie", ko: "포격|포사격", zh: "炮击|炮擊|砲擊", ja: "砲撃",
  },
  air_raid: {
    en: "bombed\\b|(?<!atomic )bombings? of|bombing (?:raids?|campaign|missions?)|air (?:raid|strike|attack|war)s?|airstrikes?|napalm",
    ru: "бомбардировк|бомбил|авиаудар", de: "bombardier|luftangriff", ko: "폭격|공습", zh: "轰炸|轟炸|空袭|空襲", ja: "爆撃|空爆|空襲",
  },
  shootdown: {
    en: "shot down|shoot(?:ing)? down|downed\\b|shootdown",
    ru: "сбил[иа]?\\b|сбит", de: "abgeschossen|abschuss", ko: "격추", zh: "击落|擊落", ja: "撃墜",
  },
  naval_clash: {
    en: "sank\\b|sunk\\b|sinking\\b|torpedo|patrol boats?|naval (?:clash|battle|engagement)|captur\\w+ (?:of )?(?:the |its |an? )?(?:American |US |U\\.S\\. )?(?:spy )?ship|seiz\\w+ (?:of )?(?:the |its |an? )(?:American |US |U\\.S\\. )?(?:spy )?(?:ship|vessel)",
    ru: "потопл|торпед", de: "versenkt|torpedo|seegefecht", ko: "침몰|격침|해전|교전", zh: "击沉|擊沉|沉没|沉沒|海战|海戰", ja: "沈没|撃沈|海戦",
  },
  border_clash: {
    en: "border (?:clash|incident|conflict|dispute|fight|skirmish|war|guards)\\w*|skirmish|clashes\\b|(?:armed|bloody|deadly) clash|disputed border",
    ru: "пограничн|стычк", de: "grenzkonflikt|grenzzwischenfall|grenzgefecht", ko: "국경분쟁|국경충돌|무력충돌", zh: "边界冲突|邊界衝突|边境冲突|武装冲突", ja: "国境紛争|武力衝突",
  },
  infiltration: {
    en: "infiltrat|commandos?\\b|spies\\b|spy\\b(?! (?:ship|agency|satellite|plane|chief|service))|espionage|secret agents|tunnels? (?:under|beneath|of aggression|dug)|raiders?\\b",
    ru: "шпион|диверсант|разведчик", de: "spion|infiltr|agenten", ko: "간첩|침투|무장공비|땅굴", zh: "间谍|間諜|渗透|滲透|特务|特務", ja: "スパイ|工作員|潜入",
  },
  overthrow: {
    en: "overthr(?:ow|ew|own|owing)\\b|toppl(?:e|ed|es|ing)\\b|regime change|depos(?:e|ed)\\b|force(?:d)? (?:him |her )?out\\b|removal of (?:Kim|the leader)|remov(?:e|ing) Kim",
    ru: "сверг|свержени|отстранени", de: "stürz(?:en|te)|gestürzt|umsturz", ko: "전복|축출|타도", zh: "推翻|颠覆|顛覆", ja: "打倒|転覆",
  },
  interference: {
    en: "interfer(?:e|ed|es|ing|ence)\\b|non-?interference|meddl|internal affairs|impos\\w+ (?:its|their|his) (?:will|line|views)|arrogan|great-power",
    ru: "вмешател", de: "einmisch", ko: "내정간섭|간섭", zh: "干涉|内政|內政|干预|干預", ja: "内政干渉|干渉",
  },
  coup: {
    en: "coup\\b|coups\\b|seiz(?:ed|es|ure of|ing) power|martial law|junta",
    ru: "переворот|военно[ем] положени", de: "putsch|staatsstreich|kriegsrecht", ko: "쿠데타|정변|계엄", zh: "政变|政變|戒严|戒嚴", ja: "クーデター|政変|戒厳",
  },
  uprising: {
    en: "uprising|rising (?:in|of|against)|revolts?\\b|rebel(?:lion|s|led)?\\b|insurrection|protests?\\b|protesters|demonstrat(?:ion|ions|ors)\\b|riots?\\b",
    ru: "восстани|протест|мятеж|демонстраци", de: "aufstand|proteste\\b|unruhen", ko: "봉기|항쟁|시위|폭동|민란", zh: "起义|起義|抗议|抗議|暴动|暴動|示威", ja: "蜂起|抗議|暴動|デモ",
  },
  aid: {
    en: "(?:economic|food|foreign|military|humanitarian|chinese|soviet|american|international|much|generous|massive|of|with) aid\\b|aid (?:to|for|from|and|shipments|programme|package|commitments)|loans?\\b|credits\\b|grants? of|(?:economic|material) (?:help|assistance|support)|fuel[- ]oil|shipments? of (?:food|grain|oil|fuel)|debts?\\b|repayment",
    ru: "(?:экономическ|безвозмездн|продовольственн)\\S* помощ|кредит", de: "wirtschaftshilfe|hilfslieferung|entwicklungshilfe|kredit", ko: "원조|차관|경제지원|식량지원", zh: "援助|贷款|貸款|经援|经济援助", ja: "援助|借款|経済支援|食糧支援",
  },
  arms_supplied: {
    en: `arms (?:deliver|suppl|sale|transfer|shipment|deal)\\w*|suppl(?:y|ied|ies|ying) ${GAP}(?:weapons|arms|missiles|ammunition|shells|tanks|aircraft|drones|MiG)|weapons? (?:deliver|suppl|sale)\\w*|ammunition`,
    ru: "поставк\\S* .{0,20}(?:оружи|вооружени|боеприпас|снаряд)|боеприпас", de: "waffenlieferung|munition", ko: "무기.{0,6}(?:지원|공급|거래)|탄약|포탄", zh: "军援|軍援|武器.{0,6}(?:供应|出口|交易)|弹药|彈藥", ja: "武器.{0,6}(?:供与|輸出|取引)|弾薬|砲弾",
  },
  drones: { en: "drones?\\b|unmanned aerial|loitering munitions?", ru: "беспилотник|дрон", de: "drohne", ko: "무인기|드론", zh: "无人机|無人機", ja: "無人機|ドローン" },
  pressure: {
    en: `(?:put|bring|bringing|exert\\w*|use) (?:\\w+ )?pressure|pressur(?:e|ed|ing|es) (?:on )?(?:China|Beijing|Peking|Pyongyang|North Korea|Kim|Moscow|Seoul)|press(?:ed|es|ing)? (?:China|Beijing|Peking|Pyongyang|North Korea|Kim|Moscow|him)|lean(?:ing|s|ed)? on|leverage|China(?:'s|’s)? (?:\\w+ )?influence|influence (?:on|over|with|in) (?:North Korea|Pyongyang|Kim|the North)|restrain|rein in|mediat|go-between|good offices`,
    ru: "давлени\\S* на|посредни", de: "druck auf|vermittl", ko: "압박|중재|압력", zh: "施压|施壓|压力|調停|调停|斡旋", ja: "圧力|仲介|調停",
  },
  succession: {
    en: "(?:(?:his|her|their|designated|chosen|Kim’s|Kim's|Stalin’s|Stalin's|Mao’s|Mao's) successor|successor to|succession\\b(?! and)|heir(?:s)?\\b|succeed(?:ed|s)? (?:him|her|his|to|as|Kim|Mao|Stalin)|took over (?:as|from|power)|hereditary)",
    ru: "преемник|преемственност", de: "nachfolg", ko: "후계|세습|계승", zh: "接班|继承|繼承|世袭|世襲", ja: "後継|世襲",
  },
  death: {
    en: "died\\b|dies\\b|death of|(?:his|her|their|’s|'s) death|funeral|mourn|heart attack",
    ru: "умер\\b|скончал|смерт[ьи] |похорон", de: "starb|gestorben|tod von|beerdigung|trauer", ko: "사망|서거|장례|별세", zh: "逝世|去世|死亡|葬礼|葬禮", ja: "死去|逝去|死亡|葬儀",
  },
  congress: {
    en: "party congress|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|nineteenth|twentieth|twenty-second|\\d+(?:st|nd|rd|th)) (?:party )?congress|congress of (?:the|his|its)|plenum|plenary|central committee (?:meets|met|meeting|session)|party (?:meeting|conference)",
    ru: "съезд|пленум", de: "parteitag|plenum|parteikongress", ko: "당대회|전원회의|당 대회|대표자회", zh: "党代会|黨代會|代表大会|代表大會|全会|全會", ja: "党大会|総会|全員会議",
  },
  personality_cult: {
    en: "personality cult|cult of|(?:his|Kim's|Kim’s|Stalin’s|Stalin's|leader) cult|deif|worship|statues?\\b",
    ru: "культ[а]? личности", de: "personenkult|führerkult", ko: "개인숭배|우상화|신격화", zh: "个人崇拜|個人崇拜|神化", ja: "個人崇拝|神格化|偶像化",
  },
  denunciation: {
    en: `critici[sz]|denounc(?!es? the treaty)|denunciation|condemn|attack(?:ed|s)? (?:Kim|Mao|Stalin|the cult)|secret speech|critique|self-criticism`,
    ru: "критик|осужд|осудил|обвин", de: "kritisier|verurteil|beschuldig|anklage gegen", ko: "비판|규탄|비난", zh: "批判|批评|批評|谴责|譴責|指责|指責", ja: "批判|非難|糾弾",
  },
  normalisation: {
    en: "normali[sz]|diplomatic (?:relations|recognition|ties)|establish\\w* (?:\\w+ ){0,3}relations|recogni[sz]e(?:d|s)? (?:the (?:People|Democratic|Republic)|Beijing|Peking|each other)|open(?:s|ed|ing)? (?:\\w+ )?(?:relations|embass|liaison)",
    ru: "дипломатическ\\S* отношени|нормализаци", de: "diplomatische beziehungen|normalisier", ko: "수교|국교|관계정상화|관계 정상화", zh: "建交|关系正常化|關係正常化|外交关系", ja: "国交|正常化|修好",
  },
  rapprochement: {
    en: "rapprochement|thaw\\b|d[ée]tente|reconcil|drew closer|mov\\w+ closer|(?:relations|ties) (?:\\w+ )?(?:improve|warm|recover)\\w*|improv\\w+ (?:relations|ties)|mend(?:ed|ing)? (?:relations|ties|fences)",
    ru: "сближени|разрядк|потеплени", de: "annäherung|entspannung|versöhnung", ko: "화해|관계 개선|관계개선", zh: "和解|缓和|緩和", ja: "和解|関係改善|緊張緩和",
  },
  // To be friends is not to become friends: "traditional friendship" is said where nothing draws closer.
  friendship: {
    en: "friendship\\b(?! (?:tower|bridge))|friendly (?:relations|ties|neighbou?rs)",
    ru: "дружб", de: "freundschaft", ko: "친선|우호|우의", zh: "友谊|友誼|友好", ja: "友好|友情",
  },
  rupture: {
    en: `(?:broke|break|breaking|broken|cut|cuts|cutting|severed?) off (?:\\w+ ){0,3}(?:relations|ties|contact)|recall(?:ed|s)? (?:all )?(?:of )?(?:its|the|their) (?:\\w+ )?(?:ambassador|specialists|experts)|split\\b|fell out|fall(?:ing)? out|quarrel|rift\\b|estrang|(?:relations|ties) ${GAP}(?:sour|worse|deteriorat|declin|tense|low|strain|cool|so bad)|(?:sour|strain|cool|chill)ed (?:\\w+ )?(?:relations|ties)|broke with\\b|deteriorat\\w* (?:of )?(?:relations|ties)|withdr\\w+ (?:its|all|the) (?:\\w+ )?(?:specialists|experts|advisers)`,
    ru: "разрыв|раскол|отозвал", de: "bruch mit|zerwürfnis|abgebrochen|spaltung", ko: "단교|결렬|분쟁|대립", zh: "断交|斷交|决裂|決裂|破裂|交恶", ja: "断交|決裂|対立",
  },
  treaty_left: {
    en: "(?:withdr\\w+|withdrawal|pull\\w* out|left|leave|leaving|quit) (?:from |of )?(?:the )?(?:NPT|IAEA|International Atomic|Nuclear Non|Non-Proliferation|treaty|agreement|agency)|abrogat|scrap(?:ped|s|ping)? (?:the|an|all)|nullif|no longer bound|suspend(?:s|ed|ing)? (?:the |its |his |all )?(?:last |whole |part (?:of|in) the )?(?:treaty|pact|agreement|accord)|collapse of the agreement|denounces? the treaty",
    ru: "выход из договора|вышла из договора|денонсир", de: "austritt aus|kündig\\w* .{0,20}vertrag", ko: "탈퇴|파기|폐기", zh: "退出.{0,10}条约|退出.{0,10}協|废除|廢除|撕毁", ja: "脱退|破棄",
  },
  threat: {
    en: "ultimatum|threat(?:en|ened|ens|ening)\\b|brink of war|(?:averted|near(?:ly)? went to|nearly went to) war|sea of fire|retaliat",
    ru: "ультиматум|угроз|угрожа", de: "ultimatum|drohung|droht|bedroh", ko: "최후통첩|위협|불바다", zh: "最后通牒|威胁|威脅", ja: "最後通牒|威嚇|脅迫",
  },
  parade: {
    en: "parades?\\b|march(?:ed)? past", ru: "парад", de: "parade", ko: "열병식|퍼레이드", zh: "阅兵|閱兵", ja: "軍事パレード|閲兵",
  },
  exercise: {
    en: "(?:held|holds?|beg[aiu]ns?|start\\w*) (?:\\w+ )?(?:exercises|drills|manoeuvres|maneuvers)\\b|(?:joint|military|naval|annual|combined|yearly|large) (?:\\w+ )?(?:exercises?|drills?|manoeuvres?|maneuvers?)\\b|exercises (?:around|near|off|in|with|at|by)\\b|(?:summer|spring|field|live-fire) (?:exercises?|drills?)|team spirit|war games?",
    ru: "учени[яй]|маневр", de: "manöver|militärübung", ko: "군사훈련|합동훈련|연합훈련|군사연습", zh: "军演|軍演|演习|演習", ja: "軍事演習|合同演習|合同訓練",
  },
  commemoration: {
    en: "commemorat|cemeter|martyrs?\\b|monuments?\\b|memorials?\\b|wreaths?\\b|laid (?:a )?flowers?|museums?\\b|heroes\\b|tribute to|salute was fired",
    ru: "памятник|мемориал|кладбищ|возлож", de: "gedenk|denkmal|friedhof", ko: "열사릉|추모|묘", zh: "纪念|紀念|烈士|陵园|陵園", ja: "記念|烈士|墓",
  },
  anniversary: { en: "anniversar|(?:fifty|sixty|seventy|eighty)(?:-five)? years of", ru: "годовщин|-лети[еяю]", de: "jahrestag|jähriges bestehen", ko: "기념일|돐|주년", zh: "周年|週年", ja: "周年" },
  greetings: {
    en: "greetings?\\b|congratulat|messages? of (?:sympathy|condolence|congratulation)",
    ru: "поздрав", de: "glückwunsch|grußbotschaft", ko: "축전|축하", zh: "贺电|賀電|贺信", ja: "祝電|祝賀",
  },
  election: {
    en: "elections?\\b|(?<!newly )elected\\b|referendum", ru: "выбор(?:ы|ов|ах)|избран", de: "wahlen|gewählt|präsidentschaftswahl", ko: "선거|당선", zh: "选举|選舉|当选|當選|大选", ja: "選挙|当選",
  },
  impeachment: { en: "impeach", ru: "импичмент", de: "amtsenthebung", ko: "탄핵", zh: "弹劾|彈劾", ja: "弾劾" },
  prisoners: {
    en: "(?<!(?:american|political|two|three) )prisoners?\\b|POWs?\\b|captives?\\b", ru: "военнопленн|пленн", de: "kriegsgefangene|gefangene", ko: "포로", zh: "战俘|戰俘|俘虏", ja: "捕虜",
  },
  release: {
    en: `(?:releas|freed?\\b|freeing|pardon|fetch|let go)\\w* (?:of |the |its |his |her |their |a |one |two |three |four |several |all ){0,3}(?:american |south korean |japanese |foreign |imprisoned |arrested |political )?(?:crew|sailors|airmen|citizens?|journalists?|reporters?|hostages?|detainees?|americans?|prisoners|students?|missionary)|(?:crew|sailors|airmen|citizens?|journalists?|reporters?|hostages?|detainees?|american prisoners|americans) ${GAP}(?:released|set free|came free|goes? free|came home|freed|pardoned|let go)|set(?:s|ting)? ${GAP}(?:crew|journalists?|reporters?|hostages?|americans?|airmen) free|release with the crew|demand\\w* ${GAP}release|wants? (?:him|her|them) back`,
    ru: "освобо(?:ди|жд)\\S* .{0,30}(?:американ|заложник|журналист|экипаж|граждан)", de: "(?:geiseln?|gefangene|journalist\\S*|amerikaner) .{0,20}(?:frei|freigelassen)", ko: "석방", zh: "释放|釋放|获释|獲釋", ja: "釈放|解放された",
  },
  repatriation: {
    en: "repatriat|return(?:ed)? of (?:nationals|prisoners|remains|abductees)|remains of", ru: "репатриац", de: "repatriier|rückführung", ko: "송환|귀국사업", zh: "遣返|遣送", ja: "送還|帰国事業|遺骨",
  },
  reunions: { en: "family reunions?|reunions? of|meet(?:ing)? (?:their )?relatives|relatives in the (?:North|South)|separated famil|divided famil", ru: "разделённ\\S* сем|разделенн\\S* сем", de: "familienzusammen", ko: "이산가족", zh: "离散家属|離散家屬", ja: "離散家族" },
  unification: { en: "(?:re)?unif(?:y|ication|ying)\\b|reunited", ru: "объединени", de: "wiedervereinig|vereinigung korea", ko: "통일", zh: "统一|統一", ja: "統一" },
  division: { en: "divid(?:e|ed|es|ing) (?:of )?(?:Korea|the peninsula|the country|Germany)|division of (?:Korea|Germany|the)|crystalliz|38th parallel", ru: "раздел\\S* коре", de: "teilung", ko: "분단|분할", zh: "分裂|分治|分界", ja: "分断|分割" },
  occupation: { en: "occup(?:y|ied|ies|ation)\\b(?!-)|annex(?:ed|ation)", ru: "оккупац|аннекс", de: "besatz|besetz|annexi", ko: "점령|강점|병합", zh: "占领|佔領|吞并|併吞", ja: "占領|併合" },
  peacekeeping: { en: "United Nations (?:force|command|troops)|UN (?:force|command)|U\\.N\\. (?:force|command)|United Nations-authori", ko: "유엔군", zh: "联合国军|聯合國軍", ja: "国連軍" },
  un_seat: { en: "(?:admitted|admission|joined|join|entry) (?:in)?to the (?:UN|U\\.N\\.|United Nations)|seat in the (?:UN|United Nations)|(?:taken|voted|let|brought|come|came) into the (?:UN|U\\.N\\.|United Nations)", ko: "유엔 가입|유엔가입", zh: "加入联合国|加入聯合國|联合国席位", ja: "国連加盟" },
  veto: { en: "veto(?:ed|es)?\\b", ru: "вето(?!р)", de: "veto(?!e)", ko: "거부권", zh: "否决|否決", ja: "拒否権" },
  self_reliance: { en: "self-reliance|independen(?:ce|t) (?:line|course|policy|policymaking|of)", ru: "самостоятельност", ko: "자력갱생", zh: "自力更生", ja: "自力更生" },
  cyber: { en: "cyber|hack(?:ed|ers?|ing)?\\b", ru: "хакер|кибер", de: "hacker|cyber", ko: "해킹|사이버", zh: "黑客|駭客|网络攻击", ja: "ハッカー|ハッキング|サイバー" },
  famine: { en: "famine|starv|hunger\\b|food shortages?", ru: "голод\\b|голода", de: "hungersnot|hunger", ko: "기근|고난의 행군|식량난", zh: "饥荒|饑荒|粮荒", ja: "飢饉|食糧難|飢餓" },
  blockade: { en: "blockad|quarantine", ru: "блокад", de: "blockade", ko: "봉쇄", zh: "封锁|封鎖", ja: "封鎖" },
  border_closed: { en: "(?:clos|shut)\\w* (?:\\w+ ){0,2}borders?|borders? (?:was |were |is |are |been )?(?:closed|shut)", ru: "закры\\S* границ", de: "grenzschließung|grenze geschlossen", ko: "국경.{0,3}(?:폐쇄|봉쇄)", zh: "关闭边境|封闭边境|關閉邊境", ja: "国境.{0,2}(?:閉鎖|封鎖)" },
  trade: { en: "trade (?:with|between|fell|rose|grew|agreement)|exports?\\b|imports?\\b|joint ventures?|economic zone|investment", ru: "торговл|экспорт|импорт", de: "handel mit|exporte?\\b|importe?\\b", ko: "무역|교역|수출|수입", zh: "贸易|貿易|出口|进口|進口", ja: "貿易|輸出|輸入" },
  land_reform: { en: "land reform|collectivi[sz]|nationali[sz](?:e|ed|es|ing|ation)\\b", ru: "земельн\\S* реформ|коллективизац|национализац", de: "bodenreform|kollektivier", ko: "토지개혁|농업협동화", zh: "土地改革|土改|集体化", ja: "土地改革|集団化" },
  plan: { en: "(?:three|five|six|seven)-year plan|great leap|production (?:targets?|quotas?)", ru: "пятилет|трёхлетн|трехлетн", de: "fünfjahr|dreijahr", ko: "개년계획|개년 계획|증산", zh: "五年计划|三年计划|大跃进|大躍進", ja: "カ年計画|か年計画" },
  leaflets: { en: "leaflets?\\b|loudspeakers\\b|loudspeaker broadcasts|balloons?\\b|propaganda broadcasts?", ru: "листовк", de: "flugblätter|lautsprecher|ballons", ko: "전단|삐라|확성기|풍선", zh: "传单|傳單|气球|氣球|扩音器", ja: "ビラ|拡声器|風船" },
} satisfies Record<string, Words>;

/** A kind of act. */
export type Act = keyof typeof LEXICON;

/** All of them, in the order of the lexicon: compiled texts keep an act as its place in it. */
export const ACTS = Object.keys(LEXICON) as Act[];

/** In small letters, for texts in small letters: to fold while matching takes several times as long. */
function small(pattern: string): string {
  return pattern.replace(/\\.|\p{Lu}/gu, (part) => (part.startsWith("\\") ? part : part.toLowerCase()));
}

/** The patterns of one language or of languages that are read alike, by act. */
function patterns(languages: readonly (keyof Words)[], around: (words: string) => RegExp): readonly (readonly [Act, RegExp])[] {
  return ACTS.flatMap((act) => {
    const words = languages.flatMap((language) => (LEXICON[act] as Words)[language] ?? []).map(small);
    return words.length > 0 ? [[act, around(words.join("|"))] as const] : [];
  });
}

/** Languages by what shows that a text may be in them: each text is read in all that it may be in. */
const READINGS: readonly (readonly [RegExp, readonly (readonly [Act, RegExp])[]])[] = [
  // Without the flag "u", which takes several times as long: English words begin with letters of ASCII.
  [/[A-Za-z]{3}/, patterns(["en"], (words) => new RegExp(`\\b(?:${words})`))],
  [/\b(?:der|die|das|und|nicht|den)\b/, patterns(["de"], (words) => new RegExp(`(?<![\\p{L}])(?:${words})`, "u"))],
  [/\p{sc=Cyrl}/u, patterns(["ru"], (words) => new RegExp(`(?<![\\p{L}])(?:${words})`, "u"))],
  [/[\p{sc=Han}\p{sc=Hangul}\p{sc=Kana}]/u, patterns(["ko", "zh", "ja"], (words) => new RegExp(words, "u"))],
];

/**
 * What says when something happened is not what happened: "three months before its first nuclear test", "after it had
 * admitted the abductions".
 */
const WHEN = /\b(?:days?|weeks?|months?|years?) (?:before|after) [^,.;:]*|\bafter (?:[a-z]+ ){1,3}had [^,.;:]*/g;

/** The acts that a text tells of, in the order of the lexicon. */
export function actsIn(text: string): Act[] {
  const folded = text.toLowerCase().replace(WHEN, "");
  const found = new Set<Act>();
  for (const [shows, words] of READINGS) {
    if (!shows.test(text)) continue;
    for (const [act, pattern] of words) if (!found.has(act) && pattern.test(folded)) found.add(act);
  }
  return ACTS.filter((act) => found.has(act));
}
