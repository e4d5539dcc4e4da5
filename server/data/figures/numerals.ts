/** How numbers are written in words. Data only: `core/figures/numeral.ts` reads it. Chinese words are simplified, folded. */

/** English number words below a hundred. */
export const englishNumbers = {
	zero: 0,
	nought: 0,
	naught: 0,
	nil: 0,
	one: 1,
	two: 2,
	three: 3,
	four: 4,
	five: 5,
	six: 6,
	seven: 7,
	eight: 8,
	nine: 9,
	ten: 10,
	eleven: 11,
	twelve: 12,
	thirteen: 13,
	fourteen: 14,
	fifteen: 15,
	sixteen: 16,
	seventeen: 17,
	eighteen: 18,
	nineteen: 19,
	twenty: 20,
	thirty: 30,
	forty: 40,
	fourty: 40, // a common misspelling
	fifty: 50,
	sixty: 60,
	seventy: 70,
	eighty: 80,
	ninety: 90,
} satisfies Record<string, number>;

/**
 * English scale words as powers of ten. `word` scales also follow a number word and stand alone after "a"; the others only
 * follow digits. `money` scales count only beside a currency: "EUR 3.4m" but "3.4 m" is metres, "US$2t" but "2 t" is tonnes.
 */
export const englishScales = [
	{ words: ["hundred", "hundreds"], power: 2, use: "word" },
	{ words: ["thousand", "thousands"], power: 3, use: "word" },
	{ words: ["million", "millions"], power: 6, use: "word" },
	{ words: ["billion", "billions"], power: 9, use: "word" },
	{ words: ["trillion", "trillions"], power: 12, use: "word" },
	{ words: ["quadrillion"], power: 15, use: "word" },
	{ words: ["lakh", "lakhs", "lkh", "lkhs", "lac", "lacs"], power: 5, use: "word" },
	{ words: ["crore", "crores", "koti"], power: 7, use: "word" },
	{ words: ["mil", "mill", "mln", "mio", "mn"], power: 6, use: "digits" },
	{ words: ["bln", "bn", "bil"], power: 9, use: "digits" },
	{ words: ["tln", "trn", "tn"], power: 12, use: "digits" },
	{ words: ["cr", "kr"], power: 7, use: "words" }, // crore: "Rs 12 Cr", "three hundred Cr"
] as const satisfies readonly { words: readonly string[]; power: number; use: "word" | "digits" | "words" }[];

/** Letters as scales, case counts. `free`: also without a currency. */
export const letterScales = [
	{ letter: "k", power: 3, free: true },
	{ letter: "K", power: 3, free: true },
	{ letter: "M", power: 6, free: true },
	{ letter: "MM", power: 6, free: true }, // bankers' million
	{ letter: "m", power: 6, free: false },
	{ letter: "mm", power: 6, free: false },
	{ letter: "B", power: 9, free: false },
	{ letter: "b", power: 9, free: true },
	{ letter: "G", power: 9, free: true },
	{ letter: "T", power: 12, free: false },
	{ letter: "t", power: 12, free: false },
] as const satisfies readonly { letter: string; power: number; free: boolean }[];

/** English names of unit fractions: "a third", "two thirds", "three-quarters". */
export const englishFractions = {
	half: 2,
	halves: 2,
	third: 3,
	thirds: 3,
	quarter: 4,
	quarters: 4,
	fourth: 4,
	fourths: 4,
	fifth: 5,
	fifths: 5,
	sixth: 6,
	sixths: 6,
	seventh: 7,
	sevenths: 7,
	eighth: 8,
	eighths: 8,
	ninth: 9,
	ninths: 9,
	tenth: 10,
	tenths: 10,
	twelfth: 12,
	twelfths: 12,
	twentieth: 20,
	twentieths: 20,
	hundredth: 100,
	hundredths: 100,
	thousandth: 1000,
	thousandths: 1000,
	millionth: 1_000_000,
	millionths: 1_000_000,
	billionth: 1_000_000_000,
	billionths: 1_000_000_000,
	trillionth: 1_000_000_000_000,
	trillionths: 1_000_000_000_000,
} satisfies Record<string, number>;

/** Words that are a multiple by themselves. As verbs they say "n times what it was". */
export const englishMultiples = {
	double: 2,
	doubled: 2,
	doubles: 2,
	doubling: 2,
	twofold: 2,
	twice: 2,
	triple: 3,
	tripled: 3,
	triples: 3,
	tripling: 3,
	threefold: 3,
	thrice: 3,
	treble: 3,
	trebled: 3,
	quadruple: 4,
	quadrupled: 4,
	fourfold: 4,
	fivefold: 5,
	tenfold: 10,
	halved: 0.5,
	halving: 0.5,
} satisfies Record<string, number>;

/** Collective numbers; `a` where they need an article or a number before them. */
export const englishCollectives = {
	dozen: 12,
	dozens: 12,
	dz: 12,
	dzs: 12,
	pair: 2,
	couple: 2,
} satisfies Record<string, number>;

/** Single characters for fractions. */
export const fractionCharacters = {
	"½": [1, 2],
	"⅓": [1, 3],
	"⅔": [2, 3],
	"¼": [1, 4],
	"¾": [3, 4],
	"⅕": [1, 5],
	"⅖": [2, 5],
	"⅗": [3, 5],
	"⅘": [4, 5],
	"⅙": [1, 6],
	"⅚": [5, 6],
	"⅛": [1, 8],
	"⅜": [3, 8],
	"⅝": [5, 8],
	"⅞": [7, 8],
	"⅒": [1, 10],
} satisfies Record<string, readonly [number, number]>;

/** Chinese digits, everyday and formal (banker's) forms. */
export const chineseDigits = {
	零: 0,
	〇: 0,
	一: 1,
	壹: 1,
	幺: 1,
	二: 2,
	贰: 2,
	弍: 2,
	两: 2,
	俩: 2,
	三: 3,
	叁: 3,
	參: 3,
	参: 3, // formal 參 after folding; only inside formal numerals
	四: 4,
	肆: 4,
	五: 5,
	伍: 5,
	六: 6,
	陆: 6,
	七: 7,
	柒: 7,
	八: 8,
	捌: 8,
	九: 9,
	玖: 9,
} satisfies Record<string, number>;

/** Formal digits that are everyday characters too (陆地, 参加, 队伍): digits only beside another numeral character. */
export const formalOnly = "参陆伍肆俩幺" as const;

/** Powers of ten inside a myriad. */
export const chineseSmallScales = { 十: 1, 拾: 1, 百: 2, 佰: 2, 千: 3, 仟: 3 } satisfies Record<string, number>;

/** Tens that are one character. */
export const chineseTens = { 廿: 20, 卅: 30, 卌: 40 } satisfies Record<string, number>;

/** Myriad scales. 兆 is 10^12 where it counts; before a unit (兆瓦, 兆赫) it is the prefix mega and the unit's own. */
export const chineseBigScales = { 万: 4, 亿: 8, 兆: 12 } satisfies Record<string, number>;

/** Sino-Korean digits. */
export const koreanDigits = {
	영: 0,
	공: 0,
	일: 1,
	이: 2,
	삼: 3,
	사: 4,
	오: 5,
	육: 6,
	륙: 6,
	칠: 7,
	팔: 8,
	구: 9,
} satisfies Record<string, number>;

export const koreanSmallScales = { 십: 1, 백: 2, 천: 3 } satisfies Record<string, number>;

export const koreanBigScales = { 만: 4, 억: 8, 조: 12, 경: 16 } satisfies Record<string, number>;

/** Native Korean tens and units; they count up to 99 and stand before classifiers. */
export const koreanNative = {
	열: 10,
	스물: 20,
	스무: 20,
	서른: 30,
	마흔: 40,
	쉰: 50,
	예순: 60,
	일흔: 70,
	여든: 80,
	아흔: 90,
	하나: 1,
	한: 1,
	둘: 2,
	두: 2,
	셋: 3,
	세: 3,
	석: 3,
	넷: 4,
	네: 4,
	넉: 4,
	다섯: 5,
	여섯: 6,
	일곱: 7,
	여덟: 8,
	아홉: 9,
} satisfies Record<string, number>;

// biome-ignore format: a table reads best in rows
/** Korean words that look like Sino-Korean numerals and never are, whatever follows. */
export const koreanWords = [
	"만일", "만사", "만조", "만이", "이조", "이사", "이일", "이공", "이구", "구조", "구사", "구경", "구이", "사조", "사이", "사구", "사경", "사공", "사일", "오이", "오공", "오일", "육이", "조사", "조이", "조오", "조일", "조공", "천사", "천이", "천일", "백이", "백사", "백조", "백일", "백구",
	"공사", "공이", "공조", "공구", "공일", "공백", "공천", "영이", "영사", "영구", "영일", "십이지", "삼사", "삼일", "일이", "일사", "일조", "일구", "일오", "억만", "경사", "경이", "경구", "경조", "경일", "경공", "칠일", "팔구",
] as const;

/** Korean words that are numerals only with a unit behind them: 이천 is a city, 백만 by itself may be a name. */
export const koreanNames = [
	"이만",
	"이천",
	"일만",
	"사천",
	"사만",
	"사백",
	"오만",
	"오천",
	"구만",
	"구천",
	"천만",
	"백만",
	"조만",
	"삼천",
	"이백",
] as const;

/** Korean numbers that leave it open between two: 두세 명 is two or three. */
export const koreanPairs = {
	한두: [1, 2],
	두세: [2, 3],
	두서너: [2, 4],
	서너: [3, 4],
	너댓: [4, 5],
	네댓: [4, 5],
	네다섯: [4, 5],
	대여섯: [5, 6],
	대엿: [5, 6],
	예닐곱: [6, 7],
	일고여덟: [7, 8],
	여덟아홉: [8, 9],
} satisfies Record<string, readonly [number, number]>;

/** Chinese digits in pairs that leave it open between them are neighbours: 两三万, 七八十. Behind a pair these name it: 一二级, 二三线. */
export const pairNames = "级类期线代层号次届产楼" as const;

/** Words beside two numbers that make a ratio of "3:1"; without them it may be a time or a place. */
// biome-ignore format: a table reads best in rows
export const ratioWords = ["ratio", "比例", "之比", "比率", "配比", "比为", "비율", "배율", "경쟁률", "비는", "비가"] as const;

/** Units of one syllable that a lone scale may carry straight before them: 만원, 천명. Others make words of it: 만기, 백분, 천대. */
export const koreanScaleUnits = "원명톤불개" as const;
