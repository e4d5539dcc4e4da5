/**
 * The words by which citations are known, in every language. Each entry is a fragment of a regular expression over text of one
 * width (ASCII punctuation, hyphens and spaces). Longer names stand before shorter ones that they begin with.
 */

/** Names of frameworks, by framework id. A Latin name matches as a whole word. */
export const frameworkNames = {
	GRI: ["GRI(?![A-Za-z])"],
	"GRI in full": [
		"Global Reporting Initiative",
		"全球(?:报告|報告)(?:倡议|倡議)(?:组织|組織)",
		"全球永續性報告協會",
		"글로벌 ?리포팅 ?이니셔티브",
	],
	TCFD: [
		"TCFD(?![A-Za-z])",
		"Task ?[Ff]orce on Climate-[Rr]elated Financial Disclosures?",
		"气候相关财务(?:信息)?披露(?:工作组|特别工作组|工作小组)",
		"氣候相關財務(?:信息|資訊|訊息)?(?:披露|揭露)(?:工作組|工作小組|專責小組|特別工作組|專案小組)",
		"기후(?:변화)? ?관련 ?재무 ?정보 ?공개 ?(?:태스크 ?포스|전담 ?협의체|협의체|특별작업반)",
	],
	SDG: [
		"SDGs?(?![A-Za-z])",
		"Sustainable Development Goals?",
		"可持续发展目标",
		"可持續發展目標",
		"永續發展目標",
		"지속가능(?:한 ?)?(?:발전|개발) ?목표",
	],
	ESRS: ["ESRS(?![A-Za-z])", "European Sustainability Reporting Standards?", "欧洲可持续发展报告准则", "歐洲永續報告準則"],
	"IFRS S": [
		"ISSB(?![A-Za-z])",
		"IFRS Sustainability Disclosure Standards?",
		"国际财务报告可持续披露准则",
		"國際財務報告(?:準則)?(?:可持續|永續)?(?:披露|揭露)準則",
		"IFRS 지속가능성 ?공시 ?기준",
	],
	SASB: [
		"SASB(?![A-Za-z])",
		"可持续(?:发展)?会计准则(?:委员会)?",
		"(?:可持續(?:發展)?|永續)會計準則(?:委員會)?",
		"지속가능성? ?회계 ?기준(?: ?위원회)?",
	],
	HKEX: [
		"HKE[Xx](?![A-Za-z])",
		"港交所",
		"香港交易所",
		"香港联合交易所",
		"香港聯合交易所",
		"联交所",
		"聯交所",
		"홍콩 ?(?:증권 ?)?거래소",
	],
	PBOC: ["JR/T ?0227(?: ?[-\u2014]{1,2} ?2021)?", "《?金融机构环境信息披露指南", "《?金融機構環境信息披露指南"],
	SSE: ["(?:上交所|上海证券交易所|上海證券交易所)(?:上市公司)?(?:自律监管指引|自律監管指引)第 ?14 ?[号號]", "SSE-14(?!\\d)"],
	SZSE: ["(?:深交所|深圳证券交易所|深圳證券交易所)(?:上市公司)?(?:自律监管指引|自律監管指引)第 ?17 ?[号號]", "SZSE-17(?!\\d)"],
	BSE: ["(?:北交所|北京证券交易所|北京證券交易所)(?:上市公司)?(?:持续监管指引|持續監管指引)第 ?11 ?[号號]", "BSE-11(?!\\d)"],
	MOF: ["企业可持续披露准则", "企業可持續披露準則"],
	KSSB: ["KSSB(?![A-Za-z])", "KSDS(?![A-Za-z])", "한국 ?지속가능성 ?공시 ?기준"],
	TNFD: [
		"TNFD(?![A-Za-z])",
		"Task ?[Ff]orce on Nature-[Rr]elated Financial Disclosures?",
		"自然相关财务(?:信息)?披露(?:工作组|特别工作组)",
		"自然相關財務(?:信息|資訊)?(?:披露|揭露)(?:工作組|工作小組|專責小組)",
		"자연 ?관련 ?재무 ?정보 ?공개 ?(?:협의체|태스크 ?포스)",
	],
	"GHG Protocol": [
		"GHG Protocol",
		"Greenhouse Gas Protocol",
		"温室气体核算体系",
		"溫室氣體(?:核算體系|盤查議定書)",
		"온실가스 ?프로토콜",
	],
	"ISO 14064": ["ISO ?14064(?!\\d)"],
	PCAF: ["PCAF(?![A-Za-z])", "碳核算金融联盟", "碳核算金融聯盟"],
	CDP: ["CDP(?![A-Za-z])", "碳披露项目", "碳披露項目", "碳揭露[計计][畫劃]"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Words that lead to a code where no framework is named; what must follow stands in the reader. */
export const leadWords = {
	disclosure: ["[Dd]isclosures?", "披露项", "披露項", "揭露项目", "揭露項目"],
	requirement: ["Disclosure Requirements?", "DR"],
	indicator: ["KPIs?", "关键绩效指标", "關鍵績效指標", "핵심성과지표"],
	aspect: ["Aspects?", "层面", "層面"],
} as const;

/** Words that stand between a framework's name and its code. */
export const fillers = {
	GRI: [
		"(?:Universal |Topic |Sector )?(?:Sustainability Reporting )?Standards?",
		"Disclosures?",
		"Indicators?",
		"(?:Content )?Index",
		"Code",
		"No\\.",
		"标准|標準|准则|準則",
		"披露项|披露項|揭露项目|揭露項目",
		"指标|指標|内容索引|內容索引",
		"기준|표준|스탠다드|공시|지표|인덱스",
	],
	TCFD: [
		"(?:['\u2019]s )?(?:[Rr]ecommendations?|[Rr]ecommended [Dd]isclosures?|[Ff]ramework|[Pp]illars?|[Dd]isclosures?)(?: on)?",
		"建议|建議|框架|支柱|四要素",
		"권고안|권고|프레임워크",
	],
	SDG: ["Goals?", "Targets?", "Indicators?", "Nos?\\.", "具体目标|具體目標|目标|目標|指标", "세부목표|목표", "第", "#"],
	ESRS: [
		"[Dd]isclosure [Rr]equirements?",
		"DRs?",
		"[Dd]atapoints?",
		"[Ss]tandards?",
		"准则|準則|披露要求",
		"기준|공시 ?요구사항",
	],
	SASB: ["Standards?", "metrics?", "codes?", "准则|準則|指标|指標", "기준|지표"],
	HKEX: [
		"(?:ESG )?(?:Reporting )?(?:Code|Guide)",
		"Listing Rules",
		"Main Board",
		"ESG",
		"KPIs?",
		"Aspects?",
		"守则|守則|指引",
		"关键绩效指标|關鍵績效指標|层面|層面",
	],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The TCFD's pillars as reports name them, by the registry's code. */
export const pillarNames = {
	GOV: ["(?:GOV|[Gg]overnance|GOVERNANCE)(?![A-Za-z])", "治理", "거버넌스", "지배구조"],
	STR: ["(?:STR|[Ss]trategy|STRATEGY)(?![A-Za-z])", "战略", "戰略", "策略", "전략"],
	RM: ["(?:RM|[Rr]isk [Mm]anagement|RISK MANAGEMENT)(?![A-Za-z])", "风险管理", "風險管理", "리스크 ?관리", "위험 ?관리"],
	MT: [
		"(?:MT|M&T|[Mm]etrics (?:and|&) [Tt]argets?|METRICS (?:AND|&) TARGETS)(?![A-Za-z])",
		"(?:指标|指標)(?:和|与|與|及)?(?:目标|目標)",
		"지표(?: ?및 ?|와 |와|·)목표",
	],
} as const;

/** The TNFD's pillars, by the registry's code. */
export const naturePillarNames = {
	GOV: pillarNames.GOV,
	STR: pillarNames.STR,
	RIM: [
		"(?:RIM|[Rr]isk (?:and|&) [Ii]mpact [Mm]anagement)(?![A-Za-z])",
		"(?:风险与影响|風險與影響|风险和影响|風險和影響)管理",
		"(?:리스크|위험)(?: ?및 ?|와 |·)영향 ?관리",
	],
	MT: pillarNames.MT,
} as const;

/** Names of the parts of methods, by framework and by the registry's code. */
export const partNames = {
	"GHG Protocol": {
		Corporate: [
			"(?:Corporate|A Corporate) (?:Accounting and Reporting )?Standard",
			"企业(?:核算与报告)?标准|企業(?:核算與報告)?標準",
			"기업 ?(?:회계 및 보고 ?)?표준",
		],
		"Scope 2": ["Scope 2 Guidance", "范围[二2]指南|範[圍疇][二2]指[南引]", "스코프 ?2 ?(?:지침|가이드(?:라인|던스)?)"],
		"Scope 3": [
			"(?:Corporate )?(?:Value Chain \\(Scope 3\\)|Scope 3|Value Chain) (?:Accounting and Reporting )?Standard",
			"(?:企业)?(?:价值链(?:[(（]范围三[)）])?|范围[三3])(?:核算与报告)?标准|(?:企業)?(?:價值鏈(?:[(（]範[圍疇]三[)）])?|範[圍疇][三3])(?:核算與報告)?標準",
			"(?:가치사슬|스코프 ?3) ?(?:표준|기준)",
		],
		Project: [
			"(?:Protocol )?for Project Accounting|Project (?:Accounting )?(?:Protocol|Standard)",
			"项目核算|項目核算",
			"프로젝트 ?(?:회계 ?)?(?:프로토콜|표준)",
		],
	},
	PCAF: {
		A: ["(?:[Ss]tandard )?Part A(?![A-Za-z])", "(?:标准|標準)?A部分", "(?:표준 )?파트 ?A(?![A-Za-z])"],
		B: ["(?:[Ss]tandard )?Part B(?![A-Za-z])", "(?:标准|標準)?B部分", "(?:표준 )?파트 ?B(?![A-Za-z])"],
		C: ["(?:[Ss]tandard )?Part C(?![A-Za-z])", "(?:标准|標準)?C部分", "(?:표준 )?파트 ?C(?![A-Za-z])"],
	},
	MOF: {
		Basic: ["[-—]{0,2}基本准则(?:[(（]试行[)）])?|[-—]{0,2}基本準則(?:[(（]試行[)）])?"],
		"1": ["第 ?[1一] ?[号號](?:[-—]{1,2}[气氣]候(?:[(（][试試]行[)）])?)?"],
	},
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** What joins the codes of a list, besides punctuation. */
export const listWords = ["\\band ", "\\bor ", "\\bas well as ", "(?:和|与|與|及|以及|或|並|并|및|과|와|또는) ?"] as const;

/** What joins the first and the last code of a range, besides punctuation. */
export const rangeWords = ["\\bto\\b", "\\bthrough\\b", "\\bthru\\b", "\\buntil\\b", "至|到", "부터|에서"] as const;

/** A header of a table's column in which codes of GRI stand without the name. */
export const griHeaders = ["GRI", "[Dd]isclosure", "披露", "揭露", "공시"] as const;

/** A header of a table's column that holds citations of any framework. */
export const citationHeaders = [
	"\\b(?:[Ff]rameworks?|[Dd]isclosures?|[Ss]tandards?|[Ii]ndex|[Ii]ndices)\\b",
	"披露项|披露項|揭露项目|揭露項目|对应标准|對應標準|框架|索引|指标编号|指標編號",
	"공시|프레임워크|인덱스|색인",
] as const;

/** In front of a number with a hyphen: it is a room, a part, a page, another standard. */
export const notACode = [
	"\\b(?:No|Nos|Room|Rm|Unit|Suite|Flat|Apt|Part|Model|Item|Tel|Phone|Fax|Call|Lot|Box|Building|ISO|IEC|EN|GB|Section|Chapter|Table|Figure|Page|pp?)\\.?",
	"号|號|电话|電話|第",
	"전화|모델|제",
] as const;

/** Behind a number with a hyphen: it is an address. */
export const addresses = [
	" (?:[A-Z][a-z]+ ){0,3}(?:Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Lane|Drive|Floor|Building|Tower|Block)\\b",
	" ?(?:号|號|室|楼|樓|호|번지|동|층)",
] as const;

/** What a number behind "SDG" counts when it names no goal. */
export const countedThings = [
	"项|項|个|個|大|条|條|年|月",
	"개|가지|년|일",
	"(?:million|billion|percent|goals?|targets?|projects?|years?)\\b",
] as const;

/** What makes an amount of the number in front of it. */
export const amountWords = ["%", "million|billion|trillion|percent|per cent", "倍|亿|億|万|萬", "억|만"] as const;

/** Words in front of a year that make it a time and not an edition. */
export const timeWords = ["\\b(?:in|for|since|from|during|by|of)", "于|在|至"] as const;

/** How a report that is no statement of use says that it follows GRI: words in front of the name, words behind it. */
export const looseClaims = {
	before: [
		"\\b(?:[Aa]ccording to|[Ii]n compliance with|[Ii]n conformity with|[Cc]ompliant with|[Cc]ompl(?:y|ies|ying) with|[Ii]n line with|[Bb]ased on|[Oo]n the basis of|[Ff]ollow(?:s|ing)?|[Pp]ursuant to) (?:the )?(?:requirements of )?(?:the )?$",
		"(?:根据|根據|基于|基於|遵循|遵照)《?$",
	],
	behind: [
		"^ ?[)）]? ?(?:[Ss]tandards?|기준|표준|스탠다드|가이드라인)?(?:을|를|에)? ?(?:따라|따른|기반으로|바탕으로|준수하여|준하여)",
	],
} as const;

/** Words of a sentence that speaks of how the report is made. */
export const reportWords = [
	"\\b(?:reports?|reporting|reported|disclosures?|prepared|prepares?|statement)\\b",
	"编制|編製|编写|編寫|撰写|撰寫|报告|報告|披露|揭露",
	"보고|작성|발행|공시|발간",
] as const;

/** The forms of words that GRI 1 prescribes, and their translations. */
export const statementForms = [
	"[Ii]n accordance with|[Ww]ith reference to",
	"依照|依循|参照|參照|参考|參考|符合",
	"부합|의거|참조",
] as const;

/** In a heading: the section is a content index. */
export const indexHeadings = ["[Ii]ndex\\b|INDEX\\b", "索引|对照表|對照表", "인덱스|색인|대조표"] as const;

/** In a column's header: the column says where a disclosure is to be found. */
export const locationHeaders = [
	"\\b(?:[Pp]ages?|[Ss]ections?|[Ll]ocation|[Ww]here|[Rr]eferences?|[Cc]hapters?)\\b",
	"页码|頁碼|页|頁|章节|章節|位置|所在",
	// Not the first syllable of another word: 절감 is a saving.
	"페이지|쪽(?![가-힣])|위치|보고 ?위치|절(?![가-힣])",
] as const;

/** What the text below a table that belongs to it begins with; also numbered captions. */
export const noteWords = [
	"Table|Figure|Chart|Notes?|Sources?",
	"表|图|圖|注|註|备注|備註|来源|來源|资料来源|資料來源",
	"표|그림|주석|주\\)|주:|출처",
] as const;

/** In the sentence of a citation: it is spoken of as what once was. Folded text: Chinese in simplified characters. */
export const formerWords = [
	"\\b(?:former(?:ly)?|previous(?:ly)?|earlier|predecessor|replac(?:ed|es|ing)|supersed(?:ed|es|ing)|withdrawn|no longer|instead of|discontinued|until (?:19|20)\\d\\d|used to)\\b",
	"原有|原先|原来|旧版|旧的|此前|曾经|曾按|曾依|以前|以往|已被|取代|代替|替代|废止|撤回|不再",
	"이전|예전|종전|과거|기존|폐지|대체|더 이상|구 ?GRI",
] as const;

/** The same, with a year: it counts where the year lies before the period that is reported on. */
export const earlierReports = [
	"\\b((?:19|20)\\d\\d) (?:[a-z]+ ){0,2}reports?\\b|\\breports? (?:for|of|on|in) ((?:19|20)\\d\\d)",
	"((?:19|20)\\d\\d)年(?:度)?[^，。；]{0,12}报告",
	"((?:19|20)\\d\\d)년(?:도)?[^,.]{0,8}보고서",
] as const;

/** What a code that has two meanings is about, by edition: words beside it that leave no doubt. Folded text. */
export const editionWords: Readonly<Record<string, readonly string[]>> = {
	"GRI 101@2024": ["\\bbiodiversity|生物多样性|생물다양성"],
	"GRI 101@2016": ["\\bfoundation\\b|reporting principles|基础|报告原则|기초"],
	"GRI 102@2025": ["\\b(?:climate|emissions?|scope [123]|carbon|transition plan)|气候|排放|转型计划|기후|배출|전환 ?계획"],
	"GRI 102@2016": [
		"\\bgeneral disclosures?|\\bgovernance|\\bstakeholders?|\\bemployees?|\\bemployment|\\bsupply chain|\\bmemberships?|一般披露|治理|利益相关方|员工|供应链|协会|일반 ?공시|지배구조|이해관계자|임직원|공급망|협회",
	],
	"GRI 103@2025": ["\\benergy|能源|能耗|에너지"],
	"GRI 103@2016": ["\\bmanagement approach|管理方法|管理方针|경영 ?접근|경영 ?방침"],
	"GRI 306@2020": ["\\b(?:waste|recycl|landfill)|废弃物|废物|垃圾|폐기물|재활용"],
	"GRI 306@2016": ["\\b(?:spills?|leaks?|effluents?)\\b|泄漏|渗漏|污水|유출|누출|폐수"],
};
