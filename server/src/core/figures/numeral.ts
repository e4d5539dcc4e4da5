/**
 * Reads one number, however it is written. Values are exact; a character is looked at a bounded number of times, so a number
 * costs its own length.
 */
import { formalOnly, letterScales, pairNames, ratioWords } from "../../../data/figures/numerals.ts";
import { Decimal } from "../decimal.ts";
import { hyphen, isDigit, isLatin, skipSpaces } from "./characters.ts";
import { type Digits, fractionCharacter, ratio, readDigits, readPower, readStroke } from "./digits.ts";
import { readEnglish } from "./english.ts";
import { isNumeralCharacter, isScaleAt, readMyriad, type Surroundings, scaleFollows } from "./myriad.ts";

export interface Numeral {
	readonly start: number;
	readonly end: number;
	readonly value: Decimal;
	/** Exponent of the last significant printed digit. */
	readonly precision: number;
	/** digits: begins with digits; words: spelled out; fraction and multiple: a share or a multiple by itself. */
	readonly form: "digits" | "words" | "fraction" | "multiple";
	/** The value before its scale, and the scale as a power of ten: what a range shares. 0 where there is no scale. */
	readonly mantissa: Decimal;
	readonly scale: number;
	/** The numeral itself says "more than": 十余万, 20多万. */
	readonly more: boolean;
	/** One word or digits without grouping, decimals or scale: a candidate for a year, a code, an article. */
	readonly plain: boolean;
	/** A scale by itself, one of it understood: 万元, "RMB million". */
	readonly implied: boolean;
	/** A unit the numeral brings along: "%" for 百分之三十 and 七成. */
	readonly unit: string | null;
}

export interface NumeralOptions extends Surroundings {
	/** Whether a currency stands before the number at `at` or behind its end: then "m" is a million. */
	readonly money: (at: number, end: number) => boolean;
	/** Whether something counted in millions stands at the offset given: "86 m customers". */
	readonly counted: (end: number) => boolean;
	/** Whether a unit, currency or classifier stands at the offset given; nouns do not count. */
	readonly measuredAt: (at: number) => boolean;
	/** Whether a unit or classifier of two characters or more stands at the offset given. */
	readonly longUnitAt: (at: number) => boolean;
}

export function makeNumeral(start: number, end: number, value: Decimal, given: Partial<Numeral> = {}): Numeral {
	return {
		start,
		end,
		value,
		precision: value.exponent,
		form: "digits",
		mantissa: value,
		scale: 0,
		more: false,
		plain: false,
		implied: false,
		unit: null,
		...given,
	};
}

const lettersByLength = [...letterScales].sort((a, b) => b.letter.length - a.letter.length);

/** A numeral that begins with a digit, a decimal point or a fraction character. */
export function readDigitNumeral(text: string, at: number, options: NumeralOptions): Numeral | null {
	const character = fractionCharacter(text, at);
	if (character) {
		return makeNumeral(at, at + 1, character, { precision: -2, form: "fraction" });
	}
	const digits = readDigits(text, at, (end) => options.quantityAt(skipSpaces(text, end)) || options.money(at, at));
	if (!digits) {
		return null;
	}
	const { end, value } = digits;
	if (!digits.decimals) {
		const part = fractionCharacter(text, end);
		if (part) {
			return makeNumeral(at, end + 1, value.plus(part), { precision: -2 });
		}
		const stroke = digits.grouped ? null : readStroke(text, digits);
		if (stroke) {
			return makeNumeral(at, stroke.end, stroke.value, { precision: -2, form: stroke.mixed ? "digits" : "fraction" });
		}
	}
	const power = readPower(text, end, value);
	if (power) {
		return makeNumeral(at, power.end, power.value);
	}
	const next = skipSpaces(text, end);
	if (scaleFollows(text, next, options)) {
		const myriad = readMyriad(text, at, options, { first: digits });
		if (myriad && myriad.end > end && myriad.scaled) {
			const { precision, mantissa, scale, more } = myriad;
			return makeNumeral(at, myriad.end, myriad.value, { precision, mantissa, scale, more });
		}
	}
	const share = readShare(text, at, end, value, options) ?? readWithShare(text, at, end, value, options);
	if (share) {
		return share;
	}
	if (isLatin(text.charCodeAt(next)) || text.charCodeAt(end) === hyphen) {
		const english = readEnglish(text, at, digits);
		if (english && english.end > end && !english.ordinal) {
			const { precision, mantissa, scale } = english;
			return makeNumeral(at, english.end, english.value, { precision, mantissa, scale });
		}
		const scaled = readLetterScale(text, at, next, digits, options);
		if (scaled) {
			return scaled;
		}
	}
	return makeNumeral(at, end, value, { plain: !digits.grouped && !digits.decimals });
}

/** 3.4m, 12 bn, 100k: letters that are scales, where they are not units. */
function readLetterScale(text: string, at: number, next: number, digits: Digits, options: NumeralOptions): Numeral | null {
	for (const { letter, power, free } of lettersByLength) {
		const end = next + letter.length;
		if (!text.startsWith(letter, next) || isLatin(text.charCodeAt(end)) || isDigit(text.charCodeAt(end))) {
			continue;
		}
		const glued = next === digits.end;
		// 5G and 4K are names; 573.15K is a temperature.
		const name = (letter === "G" && digits.count === 1 && !digits.decimals) || (letter === "K" && digits.decimals);
		const alone = free && (glued ? !name : letter === "M" || (letter === "G" && digits.decimals));
		if (alone || options.money(at, end) || options.counted(end)) {
			const value = digits.value.shift(power);
			return makeNumeral(at, end, value, { mantissa: digits.value, scale: power });
		}
	}
	return null;
}

/** 三分之一, 16分之5, 이십일 분의 삼, 百分之三十: what stands first, in [at, belowEnd), is the denominator. */
export function readShare(text: string, at: number, belowEnd: number, below: Decimal, options: NumeralOptions): Numeral | null {
	const between = skipSpaces(text, belowEnd);
	let next: number;
	const korean = text.startsWith("분의", between);
	if (korean) {
		next = between + 2;
	} else if (text.charAt(between) === "分" && text.charAt(skipSpaces(text, between + 1)) === "之") {
		next = skipSpaces(text, between + 1) + 1;
	} else {
		return null;
	}
	next = skipSpaces(text, next);
	const negative = ["负", "마이너스 ", "마이너스", "-"].find((word) => text.startsWith(word, next)) ?? "";
	const above = readAbove(text, next + negative.length, korean, options);
	if (!above || below.isZero) {
		return null;
	}
	const numerator = negative ? above.value.negate() : above.value;
	if (!korean && belowEnd === at + 1 && text.charAt(at) === "百") {
		return makeNumeral(at, above.end, numerator, { precision: above.precision, form: "words", unit: "%" });
	}
	return makeNumeral(at, above.end, ratio(numerator, below), { precision: -2, form: "fraction" });
}

/** The numerator behind 分之 or 분의. */
function readAbove(
	text: string,
	at: number,
	korean: boolean,
	options: NumeralOptions,
): { end: number; value: Decimal; precision: number } | null {
	if (isDigit(text.charCodeAt(at))) {
		const digits = readDigits(text, at, () => false);
		return digits && { end: digits.end, value: digits.value, precision: digits.value.exponent };
	}
	return readMyriad(text, at, options, korean ? { smallOnly: true } : { formal: true });
}

/** A whole number with a share: 三百五十又三分之一, 3又一千分之23, 일과 이분의 일. */
export function readWithShare(text: string, at: number, end: number, whole: Decimal, options: NumeralOptions): Numeral | null {
	const joint = skipSpaces(text, end);
	const joined =
		text.charAt(joint) === "又" ||
		(joint === end && "과와".includes(text.charAt(joint) || " ") && text.charAt(joint + 1) === " ");
	if (!joined) {
		return null;
	}
	const next = skipSpaces(text, joint + 1);
	const below = isDigit(text.charCodeAt(next)) ? readDigits(text, next, () => false) : readMyriad(text, next, options);
	const part =
		below &&
		(readShare(text, next, below.end, below.value, options) ??
			(text.charAt(joint) === "又" ? null : readWithShare(text, next, below.end, below.value, options)));
	return part && (part.form === "fraction" || part.precision === -2)
		? makeNumeral(at, part.end, whole.plus(part.value), { precision: -2, form: "words" })
		: null;
}

/** 半 behind 成: half of a tenth. */
const five = Decimal.of(5);
/** What follows 成 when it is a word and no tenth: 一成员 … 三成立. */
const notTenths = "员功立本为长就果分品交人熟";

/** Whether what stands at `at`, behind 成, makes a word of it: 三成员 but not 八成员工. */
function isTenthWord(text: string, at: number): boolean {
	return notTenths.includes(text.charAt(at) || "。") && !text.startsWith("员工", at);
}

/** A numeral that begins with a Chinese numeral character. */
export function readChineseNumeral(text: string, at: number, options: NumeralOptions): Numeral | null {
	const percent = text.startsWith("百分之", at) ? readShare(text, at, at + 1, Decimal.of(100), options) : null;
	if (percent) {
		return percent;
	}
	const myriad = readMyriad(text, at, options);
	if (!myriad) {
		return null;
	}
	const { end, value } = myriad;
	const share = readShare(text, at, end, value, options) ?? readWithShare(text, at, end, value, options);
	if (share) {
		return share;
	}
	// 三成, 七成五
	if (text.charAt(end) === "成" && value.compare(Decimal.of(10)) <= 0 && !isTenthWord(text, end + 1)) {
		const tail = readMyriad(text, end + 1, options);
		const half = text.charAt(end + 1) === "半" && !"年天日".includes(text.charAt(end + 2) || " ");
		const digit = half ? five : tail && tail.end === end + 2 && !tail.scaled ? tail.value : null;
		return makeNumeral(at, digit ? end + 2 : end + 1, value.shift(1).plus(digit ?? Decimal.zero), {
			precision: digit ? 0 : 1,
			form: "words",
			unit: "%",
		});
	}
	const { precision, mantissa, scale, more } = myriad;
	// A formal digit by itself is a word (陆地, 参加).
	if (myriad.atoms === 1 && !myriad.scaled && formalOnly.includes(text.charAt(at))) {
		return null;
	}
	return makeNumeral(at, end, value, {
		precision,
		mantissa,
		scale,
		more,
		form: "words",
		plain: myriad.atoms === 1,
		implied: /^[十百千万亿兆]+$/.test(text.slice(at, end)),
	});
}

const pairDigits = "一二三四五六七八九";

/** 两三万, 七八十: neighbouring digits that leave it open between two numbers; the higher of them is read. */
export function readPair(
	text: string,
	at: number,
	options: NumeralOptions,
): { readonly numeral: Numeral; readonly low: Decimal } | null {
	const first = text.charAt(at) === "两" ? 2 : pairDigits.indexOf(text.charAt(at) || " ") + 1;
	const second = text.charAt(at + 1) === "两" ? 2 : pairDigits.indexOf(text.charAt(at + 1) || " ") + 1;
	if (first === 0 || second !== first + 1 || pairNames.includes(text.charAt(at + 2) || " ")) {
		return null;
	}
	// Behind another numeral the digits are its own, before one they are read one by one.
	if (isNumeralCharacter(text.charCodeAt(at - 1)) || !(isScaleAt(text, at + 2, options) || text.charAt(at + 2) === "十")) {
		return isNumeralCharacter(text.charCodeAt(at - 1)) || text.charAt(at - 1) === "第" || !options.measuredAt(at + 2)
			? null
			: { numeral: makeNumeral(at, at + 2, Decimal.of(second), { form: "words" }), low: Decimal.of(first) };
	}
	const higher = readMyriad(text, at + 1, options);
	const unit = higher && ratio(higher.value, Decimal.of(second));
	// 两三万 but not 两三万五: one digit with its scales.
	return higher && unit?.digits === 1n
		? {
				numeral: makeNumeral(at, higher.end, higher.value, {
					precision: higher.precision,
					mantissa: higher.mantissa,
					scale: higher.scale,
					form: "words",
				}),
				low: unit.times(Decimal.of(first)),
			}
		: null;
}

const ratioPattern =
	/^(\d{1,4}(?:\.\d{1,2})?)( ?[:：] ?|比| ?대 ?| to )(\d{1,4}(?:\.\d{1,2})?)(?![\d:：年月日%万亿千百]|\.\d| ?[년월일명개건회만억조천배대톤원])/;
const ratioWord = new RegExp(ratioWords.join("|"), "i");

/** 3:1, 3比1, 5대 1, "a ratio of 3 to 1": how many times the second the first is. Times of day need no word beside them, ratios do. */
export function readRatio(text: string, at: number): Numeral | null {
	const next = text.charCodeAt(at + 1);
	if (
		!(isDigit(next) || next === 0x3a || next === 0xff1a || next === 0x2e || next === 0x20 || next === 0x6bd4 || next === 0xb300)
	) {
		return null;
	}
	const found = ratioPattern.exec(text.slice(at, at + 20));
	if (!found || /[\d:：.]/.test(text.charAt(at - 1))) {
		return null;
	}
	const [whole, first = "", joint = "", second = ""] = found;
	const named =
		ratioWord.test(text.slice(Math.max(0, at - 24), at)) || ratioWord.test(text.slice(at + whole.length, at + whole.length + 10));
	const plain = joint === "比" || (joint.includes("대") && second.length < 3);
	// "its ratio rose from 3 to 5" is a change.
	if (joint === " to " && !/ratio (?:of|is|was) $/i.test(text.slice(Math.max(0, at - 10), at))) {
		return null;
	}
	if (first.length === 4 && second.length === 4) {
		return null; // years
	}
	const above = Decimal.parse(first);
	const below = Decimal.parse(second);
	if (!(named || plain) || below.isZero || above.isZero) {
		return null;
	}
	return makeNumeral(at, at + whole.length, ratio(above, below), {
		precision: below.equals(Decimal.one) ? above.exponent : -2,
		unit: "x",
	});
}

export interface EnglishNumeral extends Numeral {
	/** "twenty-fifth": a place, no number. */
	readonly ordinal: boolean;
}

/** A numeral that begins with an English word. */
export function readEnglishNumeral(text: string, at: number): EnglishNumeral | null {
	const english = readEnglish(text, at, null);
	if (!english) {
		return null;
	}
	const { end, value, precision, mantissa, scale, form, ordinal } = english;
	return {
		...makeNumeral(at, end, value, {
			precision,
			mantissa,
			scale,
			form,
			plain: english.words === 1 && scale === 0,
			implied: english.words === 1 && scale > 0,
		}),
		ordinal,
	};
}
