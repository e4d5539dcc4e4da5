/**
 * Reduction targets with their base and target years, and the scopes of emissions. Each entry is a fragment of a regular
 * expression over folded text: Chinese in simplified characters, one width, Latin letters without case.
 */

/** What a figure is compared with. */
export const baselineStatements = {
	/** A base year or level, in any form. */
	year: [
		"\\b(?:from|against|versus|vs\\.?|compared (?:with|to)|relative to|below|on|over|than)(?: (?:a|an|the|our|its|their))?(?: [a-z]{2,12}){0,3} ?(?:FY ?)?(?:19|20)\\d\\d\\b",
		"\\bbase[- ]?(?:lines?|years?)\\b|\\b(?:19|20)\\d\\d(?:/\\d\\d)? (?:base|levels?)\\b",
		"\\b(?:business[- ]as[- ]usual|BAU)\\b",
		"(?:较|比|相较于?|相比于?|以|与|对比|基于|对标)(?:于)?(?:19|20)\\d\\d ?(?:财?年|年度)",
		"基准|基年|基线|(?:19|20)\\d\\d年(?:的)?(?:水平|基础上)",
		"(?:19|20)\\d\\d ?년?(?:도)?(?: ?\\([^()]{1,12}\\))? ?(?:대비|수준|기준|배출량 ?대비|보다)|기준 ?연도|기준 ?년도?|기준 ?시점|BAU",
	],
	/** "Our base year is 2019": holds for every target of the report. */
	stated: [
		"\\b(?:base|baseline) year(?: [a-z]+){0,6} (?:is|was|:|of|as) ?(?:[a-z]+ ){0,3}(?:FY ?)?(?:19|20)\\d\\d",
		"\\b(?:19|20)\\d\\d (?:is|was|as|has been)(?: [a-z]+){0,6} base(?:line)? year",
		"基准年(?:度|份)?[^。；]{0,12}(?:19|20)\\d\\d|以(?:19|20)\\d\\d年?(?:度)?(?:作)?为(?:基准年|基年)",
		"기준 ?(?:연도|년도|년)[^.]{0,8}(?:19|20)\\d\\d|(?:19|20)\\d\\d년?(?:도)?[을를]? ?기준 ?(?:연도|년)",
	],
} as const;

/** A change from one year to the next has its base in itself. */
export const yearlyChange = [
	"\\b(?:year[- ]on[- ]year|yoy|annually|annual|each year|per year|per annum|every year|a year|yearly|previous year|prior year|last year)\\b",
	"同比|每年|逐年|年均|年度(?:能耗|用|节|减|降)|较上年|上年|上一年|去年|较前一年",
	"매년|전년|연평균|해마다|직전 ?연도",
] as const;

/** A plan of five years has its first and its last year in its name. */
export const namedPeriods = ["十[二三四五六]五|第十[二三四五六]个五年"] as const;

/** A year by which something is to happen: behind a word that says so, or one that lies ahead of the reports of today. */
export const targetYears = [
	"\\b(?:by|until|before|no later than) (?:the )?(?:end of )?(?:the )?(?:year |calendar year |financial year |fiscal year )?(?:FY ?)?20\\d\\d\\b|\\b20\\d\\d (?:targets?|goals?|ambitions?|commitments?)\\b",
	"\\bwithin (?:the )?(?:next )?(?:\\w+ )?(?:years|decade)\\b|\\b(?:over|in) the (?:next|coming) |\\bend of (?:the|this) (?:decade|century|year)\\b|\\bnext year\\b|\\bby mid[- ]century\\b",
	"(?:到|至|于)20\\d\\d ?年|20\\d\\d ?年(?:前|之前|以前)|20\\d\\d ?年[^，。；]{0,8}目标|(?:未来|今后)[^，。；]{0,4}年|年内|本世纪",
	"20\\d\\d ?년?(?:도)?(?: ?[말초])?까지|20\\d\\d ?년[^,.]{0,8}목표|향후|년 ?내|년 ?안에|내년",
	"(?<!\\d)20(?:2[5-9]|[3-9]\\d)(?!\\d)",
] as const;

/** With a word of neutrality in the same passage: the year of that target. */
export const netZeroYears = ["\\b20[2-9]\\d\\b|20[2-9]\\d ?년|20[2-9]\\d ?年|30·60|30/60|2030|2050|2060"] as const;

/** What is to become less: words of the sentence. */
export const reducedThings = [
	"\\b(?:emissions?|carbon|co2e?|ghgs?|greenhouse gas(?:es)?|footprint|energy|electricity|power|fuel|water|wastewater|effluents?|waste|plastics?|packaging|paper|pollut|landfill|intensity|methane|food loss)",
	"排放|碳|温室气体|能耗|能源|用电|电耗|用水|水耗|耗水|取水|废弃物|废物|固废|垃圾|塑料|包装|用纸|污染物|强度|甲烷",
	"배출|온실가스|탄소|에너지|전력|용수|물 ?사용|취수|폐기물|플라스틱|포장|종이|원단위|집약도|오염물질|메탄",
] as const;

/** In front of the figure: it is how much less. */
export const reductionBefore = [
	// "reduced", "we cut": it has happened.
	"(?:\\b(?:reduce|reducing|lower|lowering|decrease|decreasing|shrink|slash|trim|cutting|halving)|(?:\\b(?:to|will|shall|should|would|and)|^|:) ?cut|\\bbe (?:reduced|cut|lowered))\\b[^;:.]{0,120}\\bby (?:at least |about |around |approximately |more than |over |nearly |up to |a further |another )?$",
	"\\b(?:reduction|cut|decrease|fall|drop)(?: \\w+){0,6} of (?:at least |about |around |approximately |more than |over |nearly |up to )?$",
	"(?:减少|降低|下降|削减|减排|减碳|降碳|压减|压降|下调|节约|节省)[^，。；]{0,16}$",
] as const;
/** Behind the figure. */
export const reductionBehind = [
	"^ ?(?:absolute |overall |total |net )?(?:reductions?|cuts?|decreases?|less|lower|fewer)\\b",
	"^(?:以上|左右)?的?(?:减排|减少|降幅|下降)",
	"^ ?(?:이상|가량|수준)?(?:을|를|까지|만큼|씩)? ?(?:이상 ?)?(?:감축|저감|절감|감소|줄이|줄일|줄여|낮추|낮출)",
] as const;

/** Words that make a sentence speak of a target. */
export const targetMarks = [
	"\\b(?:targets?|targeted|targeting|goals?|aims?|aiming|ambitions?|commit|commits|committed|commitments?|pledge[sd]?|pledging|intends?|seeks?|strives?|striving)\\b|\\bby (?:the end of )?(?:FY ?)?20(?:2[5-9]|[3-9]\\d)\\b",
	"目标|力争|争取|承诺|计划|规划|拟|致力于|到20(?:2[5-9]|[3-9]\\d)年",
	"목표|계획|방침|예정|약속|선언|하겠|할 것|하기로|추진",
] as const;

/** In the same clause as the figure: it has happened. */
export const resultMarks = [
	"\\b(?:achieved|fell|dropped|declined|decreased|(?:has|have|had) (?:[a-z]+ )?(?:been )?(?:reduced|cut|lowered|fallen|achieved|met)|we reduced|was reduced|were reduced|already|exceeded|surpassed|resulted|delivered|progress)\\b",
	"已|实现了|完成|超额|同比|累计|较上年|较去年|成功",
	"했|하였|달성했|됐|되었|전년|이미|줄었|줄였|감축한(?!다)|초과",
] as const;

/** Whose target it is when it is not the reporter's. */
export const othersTargets = [
	"\\b(?:the eu|european union|europe|china|china's|korea|governments?|countr(?:y|ies)|nations?|national|republic|provinces?|paris agreement|ipcc|scientists|the world|global (?:emissions|warming|economy)|industry['’]s|sector['’]s|suppliers?|customers?|clients?|cities|city|the law|regulat\\w+|projects?|sdgs?|shipping industry|IMO|sbti requires|science-based targets require)\\b",
	"我国|国家|全国|中国(?:政府|提出|承诺|力争|将)|欧盟|各国|全球|政府|巴黎协定|全社会|全行业|省|市政府|供应商|客户|双碳|单位(?:GDP|国内生产总值)|项目|课题",
	"정부|국가|우리나라|유럽연합|EU|전 ?세계|국제해사기구|파리협정|업계|협력사|고객|지자체|IPCC|NDC|사업은",
] as const;

/** How the reporter speaks of itself. */
export const ownSelf = [
	"\\b(?:we|our|us|the company|the group|the bank|the firm|the corporation)\\b",
	"我们|本公司|公司|集团|本行|我行|我司|自身|本集团",
	"당사|우리|회사|그룹|자사|당행|은행",
] as const;

/** A commitment to neutrality; the word follows. */
export const neutralityCommitted = [
	"\\b(?:commit(?:s|ted|ment)?|pledge[sd]?|aims?|targets?|goals?|ambitions?|plans?|intends?|strives?|aspires?)\\b[^;:.]{0,40}\\b(?:to|of|for) (?:[a-z]+ly )?(?:achiev(?:e|ing)|reach(?:ing)?|becom(?:e|ing)|be|being|attain(?:ing)?|deliver(?:ing)?|get(?:ting)? to|go(?:ing)?)(?: (?:a|an|the|our|its|[a-z]+ly))* ?$",
	"(?:承诺|力争|目标是|计划|争取|将)[^，。；]{0,20}(?:实现|达到|达成|成为)[^，。；]{0,14}$",
] as const;
/** The same in Korean, where it stands behind the word. */
export const neutralityCommittedBehind = [
	"^(?: ?\\([^()]{1,20}\\))?(?:을|를)? ?(?:달성|실현)(?:하겠|할 것|하기로|하고자|을 목표로|을 약속|을 선언|한다는 목표)",
] as const;

/** Words that say which emissions an amount covers. */
export const scopeWords = [
	"\\bscopes?[- ]?(?:[123]|one|two|three|i{1,3})\\b|\\bscopes\\b|\\b(?:in)?direct (?:ghg |greenhouse gas |carbon |co2 |energy[- ]related )?emissions?\\b|\\blocation[- ]based\\b|\\bmarket[- ]based\\b|\\bvalue[- ]chain emissions?\\b|\\b(?:upstream|downstream)\\b|\\bcradle[- ]to[- ](?:gate|grave)\\b|\\bcategor(?:y|ies) [1-9]\\b|\\blife[- ]?cycle\\b|\\boperational emissions\\b",
	"范围 ?[一二三123①②③]|范畴 ?[一二三123]|类别 ?[一二三四五六1-6]|直接(?:温室气体|碳|二氧化碳)?排放|间接(?:温室气体|碳|二氧化碳)?排放|价值链排放|全生命周期",
	"스코프|직접 ?(?:온실가스 ?)?배출|간접 ?(?:온실가스 ?)?배출|지역 ?기반|시장 ?기반|전과정|가치사슬|직·?간접|직/간접",
] as const;

/** An amount of emissions as a total: beside it a reader asks which scopes. */
export const emissionTotals = [
	"\\b(?:total |annual |overall |absolute |gross |group |group-wide |company-wide |corporate |our )*(?:ghg|greenhouse gas|carbon|co2e?|carbon dioxide) emissions\\b|\\b(?:our|total|corporate|overall|the company's|the group's) (?:operational )?(?:carbon )?footprint\\b|\\btotal emissions\\b",
	"(?:温室气体|碳|二氧化碳)(?:总)?排放(?:总量|量|总额)|排放总量|总碳排放|总排放量|碳足迹总量",
	"(?:온실가스|탄소|이산화탄소) ?(?:총 ?)?배출 ?(?:총)?량|총 ?배출량",
] as const;

/** In the same sentence or row: the amount is of one source, of a product, of somebody else, saved, allowed, or per something. */
export const notATotal = [
	"\\bemissions? (?:from|of|by|for|at|in|due to|related to|associated with|caused by) (?!20|19|our (?:operations|group|company)|the (?:company|group|bank|reporting|year)|fy)",
	"\\b(?:vehicles?|fleets?|travel|commut\\w+|flights?|buildings?|logistics|transport\\w*|freight|data cent(?:re|er)s?|products?|per |each|packaging|suppliers?|customers?|clients?|projects?|plants?|factory|factories|mill|site|portfolio|financed|invest\\w+|loans?|lending|industry|sector|country|national|world|global(?!ly)|china's|avoid\\w*|sav(?:ed?|es|ings?)|reduc\\w+|cut|remov\\w+|captur\\w+|sequest\\w+|offset\\w*|credits?|allowances?|quota|cap|tax|price|trading|permits?|equivalent to|target|intensity|biogenic|refrigerants?|electricity|fuel|methane|waste|paper|household|households|cars)\\b",
	"车辆|车队|差旅|通勤|航班|建筑|大楼|物流|运输|数据中心|产品|单位|人均|每|包装|供应商|客户|项目|工厂|厂区|基地|投融资|融资|投资|贷款|行业|全国|我国|全球|世界|避免|节约|节省|减少|减排|减碳|降低|下降|清除|捕集|吸收|抵消|信用|配额|交易|购买|碳汇|相当于|目标|强度|密度|制冷剂|用电|外购电|燃料|天然气|甲烷|废弃物|纸|植树|会议|活动",
	"차량|출장|통근|항공|건물|물류|수송|운송|데이터 ?센터|제품|당 |원단위|집약도|포장|협력사|고객|프로젝트|공장|투자|금융|대출|업계|국가|전 ?세계|우리나라|회피|절감|감축|저감|줄|흡수|포집|제거|상쇄|크레딧|배출권|할당|거래|목표|전력|연료|메탄|폐기물|종이|행사|예상|저장",
] as const;
