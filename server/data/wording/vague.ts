/**
 * General environmental praise. Each entry is a fragment of a regular expression over folded text: Chinese in simplified
 * characters, one width, Latin letters without case.
 *
 * Only forms that describe a thing are listed. 绿色信贷, 绿色发展, green bonds, 친환경 경영 and their like are names of what a
 * report is about, and a report is full of them.
 */

/** What is praised, in English: directly behind the word, with a word or two between at most. */
const things =
	"(?:products?|packaging|materials?|services?|operations?|buildings?|offices?|designs?|production|process(?:es)?|manufacturing|solutions?|ingredients?|clothing|clothes|furniture|cars?|vehicles?|bags?|bottles?|cups?|straws?|inks?|paints?|cleaning|detergents?|equipment|devices?|paper|tableware|uniforms?|gifts?|merchandise|delivery|logistics|hotels?|homes?|stores?|brands?|alternatives?|options?|choices?|technolog(?:y|ies)|workplaces?|methods?|facilit(?:y|ies)|infrastructure)";

/** A word of praise with what it praises; the finding covers it. */
export const praise = [
	`\\b(?:more |most |very |truly |fully |highly |100% )?(?:eco[- ]?friendly|environmentally[- ]friendly|environment[- ]friendly|planet[- ]friendly|earth[- ]friendly|climate[- ]friendly|nature[- ]friendly|eco[- ]?conscious|environmentally[- ](?:conscious|sound|responsible|safe|benign|preferable)) (?:[a-z]+ ){0,2}?${things}(?: ${things})?(?![a-z])`,
	`\\b(?:greener|greenest) (?:[a-z]+ ){0,1}?${things}(?![a-z])`,
	"(?:更加|更为|更|最|十分|非常|高度)?(?:绿色环保|低碳环保|节能环保|绿色低碳|环境友好|环保|绿色|生态友好)(?:型)?的(?:[\\u4e00-\\u9fff]{0,4})?(?:产品|包装|材料|材质|原料|服务|解决方案|工艺|设备|运营|办公环境|家具|餐具|服装|面料|物流|建筑|酒店|门店|汽车|出行方式|生产方式|品牌|纸张|用品)",
	"(?:더욱 |더 |가장 |매우 )?(?:친환경적인|환경 ?친화적인?|자연 ?친화적인|지구 ?친화적인) (?:[가-힣]{1,5} ){0,2}?(?:제품|상품|포장재?|소재|원료|자재|서비스|운영|공정|설계|기술|방식|건물|공간|물류|배송|매장|호텔|의류|가구|용기|솔루션|사업장|대안)",
] as const;

/** The same said of a thing in front of it: "our packaging is eco-friendly". */
export const praisePredicate = [
	`\\b${things} (?:is|are|was|were|has become|have become|became) (?:now |also |all |both |more |much |fully |truly |entirely |100% )*(?:eco[- ]?friendly|environmentally[- ]friendly|planet[- ]friendly|earth[- ]friendly|climate[- ]friendly|green|greener|sustainable)(?![- ][a-z]+ing|-)(?= ?[.,;!]|$| and | than )`,
	"(?:产品|包装|材料|原料|服务|工艺|设备|运营|物流|生产|出行|办公|用品)(?:也|都|均|全部|变得|十分|非常|更加|更为|更|最)+(?:绿色|环保|低碳|绿色环保|低碳环保|环境友好)(?=[，。；！]|$)",
	"(?:제품|상품|포장재?|소재|원료|서비스|운영|공정|건물|물류|배송)(?:은|는|이|가|도) (?:모두 |더 |더욱 |매우 |가장 )?(?:친환경적|환경 ?친화적)(?=이다|입니다|이며|이고|으로 바뀌)",
] as const;

/** The same of a thing that was brought out, in Korean, where 친환경 alone is a name too often. */
export const praiseLaunched = [
	"친환경 (?:제품|상품|포장재|소재|원료|용기|의류|가구|자재)(?=(?:을|를) (?:[가-힣]{1,6} ){0,2}?(?:출시했|출시하였|선보였|선보이고|개발했|개발하였|공급하|판매하|적용했|적용하였|도입했|도입하였|사용하|사용했|제공하|제공했))",
] as const;

/** In the same sentence: a figure's place is taken by a label, a standard, a definition or the reason. */
export const criteria = [
	"\\b(?:certif\\w+|label\\w*|eco-?label\\w*|accredit\\w+|standards?|ISO|LEED|BREEAM|FSC|PEFC|MSC|GOTS|RSPO|Energy Star|EPEAT|Nordic Swan|Blue Angel|taxonomy|catalogue|criteri\\w+|defin\\w+|rated|rating|grade[sd]?|award\\w*|according to|verified|assessed|recycl\\w+|recyclable|reusable|refillable|compostable|biodegradable|bio-based|plant-based|organic|renewable|made (?:of|from|with)|low-VOC|VOC|solvent-free|water-based|free of|such as|including|e\\.g\\.|namely|because|since|thanks to|due to|as (?:it|they)|that (?:reduce|cut|lower|save|use|emit|consume)s?|which (?:reduce|cut|lower|save|use|emit|consume)s?|by (?:reducing|using|cutting|replacing|switching|eliminating|saving)|less (?:energy|water|plastic|material|carbon|waste)|fewer|lower (?:emissions|energy|carbon)|zero-emission|electric|solar)\\b",
	"认证|标识|标志|标准|目录|评级|等级|定义|依据|根据|按照|符合|达到|通过[^，。]{0,12}(?:评价|检测|审核)|可回收|可降解|可循环|再生|回收|可再生|生物基|植物基|有机|无纸|电子|替代|不含|零排放|节能灯|光伏|电动|新能源|包括|如[：:]?|例如|因为|由于|减少了?|降低了?|节约了?|节省了?|采用|使用了",
	"인증|마크|라벨|표준|기준|등급|분류체계|정의|평가|재활용|재생|생분해|재사용|바이오|식물성|유기농|전기|태양광|무독성|대체|등(?:의|을|이|으로)? |예를 들어|줄인|줄여|줄이는|절감|저감|덜 |없는|사용해|활용해|활용한|만든|만들어진|적용한",
] as const;

/** In the same sentence: a wish, a policy, a request, a name, an opinion of others. */
export const notAClaim = [
	"\\b(?:aim|aims|aiming|goal|goals|target|will|would|should|could|may|might|can|must|plan|plans|planning|strive|striving|seek|seeks|seeking|want|hope|hopes|encourage\\w*|promot\\w+|support\\w*|advocat\\w+|advis\\w+|rais\\w+ awareness|awareness|educat\\w+|train\\w+|policy|policies|law|regulation|government|demand|preference|prefer|prefers|consumers|expectations?|interest in|research|study|studies|survey|vision|mission|committed|commitment|future|towards?|explore|exploring|consider|invest|investment|financ\\w+|loans?|bonds?|funds?|if|when|how|what|whether|not|no|never|less|market|trend|shift|transition|criteria|procure\\w*|purchas\\w+|sourc\\w+|suppliers?)\\b",
	"将|拟|力争|争取|目标|计划|规划|承诺|致力|努力|推动|助力|促进|推进|鼓励|倡导|提倡|引导|支持|旨在|希望|愿景|未来|意识|理念|政策|要求|应|需|如何|需求|消费者|市场|趋势|研究|探索|投资|融资|贷款|信贷|债券|基金|采购|供应商|不|未|宣传|培训|教育|打造|追求|坚持|践行|优先|活动|志愿|公约|指南|号召",
	"목표|계획|예정|위해|위한|하겠|할 것|하고자|노력|추진|장려|독려|권장|지원|정책|법|제도|정부|수요|소비자|시장|트렌드|연구|미래|비전|전략|인식|캠페인|교육|홍보|구매|협력사|투자|대출|채권|펀드|않|없|못|라면|어떻게|만들어 가|만들어가|밝혔|말했|강조했",
] as const;
