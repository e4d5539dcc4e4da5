/**
 * How texts say that two amounts are the same one, and how they state the rate between two currencies. English in lower
 * case, Chinese in simplified characters (text is folded before it is compared).
 */

/**
 * What may stand between two figures of one amount, when spaces, brackets, commas and words of approximation are taken away.
 * Anything else between two figures means that they are not such a pair.
 */
export const connectors: readonly string[] = [
	"or the equivalent of",
	"or equivalent to",
	"or its equivalent of",
	"equivalent to",
	"equivalent of",
	"the equivalent of",
	"is equivalent to",
	"was equivalent to",
	"are equivalent to",
	"were equivalent to",
	"which is equivalent to",
	"which was equivalent to",
	"equal to",
	"is equal to",
	"which is equal to",
	"equals",
	"equalling",
	"equating to",
	"which equals",
	"corresponding to",
	"which corresponds to",
	"converted to",
	"converted into",
	"translated into",
	"translated to",
	"translating into",
	"translating to",
	"i.e.",
	"ie",
	"i.e",
	"that is",
	"that is to say",
	"=",
	"≈",
	"≒",
	"约合",
	"约合为",
	"约等于",
	"约为",
	"折合",
	"折合为",
	"折合成",
	"约折合",
	"折算",
	"折算为",
	"折算成",
	"折算后为",
	"换算为",
	"换算成",
	"换算后为",
	"相当于",
	"等于",
	"等值于",
	"等同于",
	"合",
	"即",
	"也就是",
	"즉",
	"이는",
	"곧",
	"환산하면",
	"환산 시",
	"환산시",
	"환산액",
	"우리 돈",
	"우리돈",
	"우리 돈으로",
	"우리돈으로",
	"한화",
	"한화로",
	"한화로는",
	"원화로",
	"미화",
	"미화로",
	"달러로는",
];

/** The same, but only after a comma or a bracket or before "about": without them these words join alternatives. */
export const alternatives: readonly string[] = ["or", "或", "或者", "또는", "혹은"];

/** Korean particles between two figures; they make a pair only where one of {@link koreanEquivalents} follows the second. */
export const koreanParticles: readonly string[] = ["은", "는", "이", "가"];
export const koreanEquivalents: readonly string[] = ["에 해당", "에 상당", "상당", "어치", "에 달하는 금액"];

/** Words before the first figure after which two amounts are limits or alternatives, not one amount. */
export const choices: readonly string[] = ["either", "whichever", "greater of", "higher of", "lesser of", "lower of", "between"];

/** Words of approximation around a figure, longest first where one begins another. */
export const approximations: readonly string[] = [
	"approximately",
	"approx.",
	"approx",
	"around",
	"about",
	"roughly",
	"nearly",
	"almost",
	"over",
	"more than",
	"circa",
	"ca.",
	"some",
	"c.",
	"~",
	"约为",
	"大约",
	"约",
	"近",
	"超过",
	"逾",
	"超",
	"대략",
	"약",
];

/** What may follow the second figure before its bracket closes. */
export const closings: readonly string[] = [
	"equivalent",
	"equiv.",
	"equiv",
	"approximately",
	"approx.",
	"approx",
	"or so",
	"等值",
	"左右",
	"상당",
	"정도",
	"수준",
	"가량",
	"규모",
];

/** Words that begin the statement of a rate behind the second figure. */
export const rateWords: readonly string[] = [
	"at ",
	"@",
	"based on",
	"using",
	"converted",
	"translated",
	"conversion",
	"exchange rate",
	"按",
	"以",
	"依",
	"根据",
	"采用",
	"汇率",
	"환율",
	"기준",
	"적용",
];

/** Words that make a figure one of each: RMB 100 million, or US$2 million per site. */
export const perWords: readonly string[] = ["per ", "a ", "an ", "each", "every ", "apiece", "/", "每", "/", "당", "씩"];

/** What stands between the two amounts of a stated rate, one of them 1, 100 or 1,000. */
export const rateConnectors: readonly string[] = [
	"=",
	"≈",
	"to",
	":",
	"/",
	"per",
	"for",
	"is",
	"equals",
	"equal to",
	"is equal to",
	"against",
	"兑",
	"兑换",
	"对",
	"合",
	"折合",
	"等于",
	"约合",
	"约等于",
	"可兑换",
	"당",
	"에",
	"대",
	"는",
	"은",
];

/** Words that announce a rate; a number after one, with the names of two currencies or none, is the rate. */
export const rateNames: readonly string[] = [
	"exchange rate",
	"rate of exchange",
	"conversion rate",
	"translation rate",
	"fx rate",
	"noon buying rate",
	"central parity",
	"central parity rate",
	"汇率",
	"中间价",
	"折算率",
	"환율",
];

/** What headers and labels say of currency, unit and scale alone: two that differ in nothing else head the same amounts. */
export const amountWords: readonly string[] = [
	"rmb",
	"cny",
	"yuan",
	"usd",
	"us$",
	"us",
	"hkd",
	"hk$",
	"hk",
	"krw",
	"won",
	"eur",
	"euro",
	"euros",
	"gbp",
	"jpy",
	"dollars",
	"dollar",
	"in",
	"million",
	"millions",
	"billion",
	"billions",
	"thousand",
	"thousands",
	"mn",
	"mln",
	"bn",
	"m",
	"k",
	"equivalent",
	"人民币",
	"美元",
	"港元",
	"港币",
	"欧元",
	"韩元",
	"日元",
	"百万",
	"千万",
	"十亿",
	"亿",
	"万",
	"千",
	"元",
	"折合",
	"单位",
	"위안화",
	"위안",
	"달러",
	"유로",
	"백만",
	"십억",
	"억",
	"만",
	"천",
	"원",
	"환산",
	"단위",
];

/** Right before a year: from then on. Regular expressions. */
export const sinceBefore: readonly string[] = ["\\bsince\\s*(?:the end of\\s*|the year\\s*|fy\\s*)?", "自\\s*", "从\\s*"];

/** Right behind a year: from then on. Regular expressions. */
export const sinceAfter: readonly string[] = ["以来", "起", "以后", "至今", "이후", "이래", "부터"];

/** What joins the two ends of a stretch of years. */
export const periodLinks: readonly string[] = [
	"to",
	"until",
	"through",
	"up to",
	"and",
	"至",
	"到",
	"부터",
	"에서",
	"~",
	"-",
	"–",
];

/** Words between an amount and the period that belongs to it, "in the year ended". Regular expressions. */
export const periodAfter: readonly string[] = [
	"in",
	"for",
	"during",
	"over",
	"as at",
	"as of",
	"at",
	"by",
	"since",
	"from",
	"the",
	"all of",
	"whole of",
	"(?:financial |fiscal |calendar |full |reporting )?years?",
	"ended",
	"ending",
	"end of",
];

/** The bases of rates that users write down, before "rate", 汇率 and 환율. */
export const basisNames = {
	average: { en: "average ", zh: "平均", ko: "평균 " },
	closing: { en: "closing ", zh: "期末", ko: "기말 " },
	spot: { en: "spot ", zh: "即期", ko: "현물 " },
	"": { en: "", zh: "", ko: "" },
} as const;
