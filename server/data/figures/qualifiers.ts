import type { Qualifier } from "../../src/core/model.ts";

/**
 * Words beside a figure that say how its value is meant. Data only; Chinese simplified, matched longest first, Latin ones as
 * whole words without case. `before` words may be apart from the number by spaces or the words of `fillers`.
 */
// biome-ignore format: a table reads best in rows
export const qualifiersBefore = {
	about: [
		"about", "around", "approximately", "approx", "approx.", "roughly", "circa", "ca.", "c.", "some", "an estimated", "estimated", "in the region of", "in the order of", "on the order of", "close to", "~", "≈", "±", "more or less", "just about", "an average of about",
		"约", "大约", "约为", "约达", "约合", "约有", "约占", "大概", "大致", "左右约", "估计", "预计约", "约等于", "相约",
		"약", "대략", "대략적으로", "어림잡아", "거의 약", "얼추",
	],
	"more-than": [
		"more than", "over", "above", "exceeding", "exceeds", "exceed", "exceeded", "greater than", "in excess of", "upwards of", "north of", "surpassing", "surpassed", "surpass", "surpasses", "larger than", "higher than", "bigger than", "topping", "topped", "passed", "has passed", "have passed", "crossed", "well over", "well above", "just over", "a little over", "slightly over", "slightly more than", "slightly above", ">",
		"超", "超过", "超过了", "逾", "高于", "多于", "大于", "突破", "突破了", "超出", "已超", "达到超", "过", "跨过", "超逾", "冲破",
	],
	"at-least": [
		"at least", "no less than", "not less than", "no fewer than", "not fewer than", "a minimum of", "minimum of", "minimum", "≥", ">=", "> =", "greater than or equal to", "more than or equal to", "bigger or equal than",
		"至少", "不少于", "不低于", "不小于", "最少", "起码", "大于等于", "大于或等于", "大于或者等于", "最低", "不下", "不下于",
		"최소", "적어도", "최소한",
	],
	"less-than": [
		"less than", "fewer than", "not even", "under", "below", "lower than", "smaller than", "short of", "just under", "just below", "well under", "well below", "<",
		"不到", "不足", "低于", "少于", "小于", "未满", "未达", "不及", "未超", "不满",
	],
	"at-most": [
		"at most", "up to", "no more than", "not more than", "no greater than", "not exceeding", "does not exceed", "not exceed", "a maximum of", "maximum of", "maximum", "as much as", "as many as", "≤", "<=", "< =", "less than or equal to", "limited to", "within",
		"至多", "最多", "不超过", "不高于", "不多于", "不大于", "最高", "最多为", "小于等于", "小于或等于", "小于 或 等于", "控制在", "以内",
		"최대", "많아야", "최대한",
	],
	nearly: ["nearly", "almost", "approaching", "just short of", "virtually", "close on", "接近", "近", "将近", "几近", "几乎", "近乎", "趋近", "거의", "근"],
} as const satisfies Partial<Record<Qualifier, readonly string[]>>;

// biome-ignore format: a table reads best in rows
export const qualifiersAfter = {
	about: ["or so", "approximately", "or thereabouts", "more or less", "左右", "上下", "前后", "许", "정도", "가량", "안팎", "내외", "쯤", "정도의", "가까스로"],
	"more-than": ["余", "多", "有余", "以上余", "초과", "초과의", "을 넘는", "를 넘는", "이 넘는", "가 넘는", "을 넘고", "를 넘고", "을 넘으며", "를 넘으며", "을 넘긴", "를 넘긴", "을 넘겼", "를 넘겼", "을 웃돈", "를 웃돈", "을 웃돌", "를 웃돌", "이 넘고", "가 넘고", "넘는", "넘게", "을 넘어", "를 넘어", "을 초과", "를 초과", "을 돌파", "를 돌파", "을 상회", "를 상회", "이 넘게", "을 웃도는", "를 웃도는", "을 넘어서", "을 넘었", "를 넘었", "이 넘었", "가 넘었", "이 넘는다", "가 넘는다", "을 넘는다", "를 넘는다", "을 웃돈다", "를 웃돈다", "가 넘으며", "이 넘으며", "이 넘어", "가 넘어", "여", "여 ", "남짓", "plus", "-plus", "之多", "强"],
	"at-least": ["or more", "or above", "or higher", "or greater", "and above", "or over", "and over", "and more", "at least", "at a minimum", "+", "以上", "及以上", "或以上", "或者以上", "之上", "起", "이상", "이상의", "또는 그 이상", "혹은 그 이상", "이상으로"],
	"less-than": ["以下不含", "不到", "不足", "미만", "미만의", "에 못 미치는", "에 못 미치", "에 못 미친", "에 못 미쳐", "에도 못 미치", "에도 못 미침", "에 못 미침", "에도 못 미친", "에도 못 미쳐", "에 미치지 못", "에도 미치지 못", "을 밑도는", "를 밑도는", "弱", "未满"],
	"at-most": ["or less", "or fewer", "or below", "or lower", "and below", "or under", "at most", "at the most", "以下", "及以下", "或以下", "以内", "之内", "之下", "이하", "이하의", "이내", "이내의", "또는 그 이하", "혹은 그 이하"],
	nearly: ["에 육박", "에 육박하는", "가까이", "에 가까운", "가까운", "에 이르는 거의", "에 근접"],
} as const satisfies Partial<Record<Qualifier, readonly string[]>>;

/** Words that may stand between a qualifier and its number ("超过了 全国", "over the last"): none carries a meaning of its own. */
export const fillers = ["a", "an", "the", "total of", "a total of", "了", "达", "达到", "为", "有", "是", "至", "到"] as const;

/** Bounds that are facts where a verb stands behind them: 最高达3亿元. */
export const extremeWords = ["最高", "最低", "最多", "最少"] as const;

/** Words that make two numbers a range, with what the first of a pair needs before it. */
// biome-ignore format: a table reads best in rows
export const rangeJoins = ["-", "–", "—", "~", "～", "〜", "to", "至", "到", "－", "에서", "부터", "내지", "through", "∼", "--"] as const;

/** Words before "from A to B" that make it a change, so that the two values are two figures. */
// biome-ignore format: a table reads best in rows
export const changeWords = [
	"increas", "ris", "rose", "grew", "grow", "fell", "fall", "drop", "declin", "decreas", "reduc", "cut", "lower", "improv", "went", "chang", "moved", "expand", "climb", "up ", "down ", "jump", "surg", "gain", "shrink", "shrank", "slid", "boost", "rais", "convert", "updat", "revis", "restat", "doubl", "tripl", "quadrupl", "halv",
	"增", "升", "降", "减", "翻", "涨", "跌", "提高", "扩大", "缩", "上调", "下调", "변화", "증가", "감소", "상승", "하락", "늘", "줄", "확대", "축소", "올", "내려",
] as const;
