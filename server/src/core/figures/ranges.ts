/** Reads ranges: two numbers that are the ends of one figure, sharing scale and unit. */
import { downWords } from "../../../data/arithmetic/changes.ts";
import { Decimal } from "../decimal.ts";
import { type Amount, numeralAt, readAmount, type Scene, withSmallerUnits } from "./amount.ts";
import { hyphen, isDigit, skipSpaces, space } from "./characters.ts";
import { readCodes } from "./codes.ts";
import { isYear, readNumericDate } from "./dates.ts";
import { changeBefore } from "./qualifiers.ts";
import { currencyPrefixes, joins } from "./words.ts";

export interface Range {
	/** The whole of it, with the unit of whichever end prints one. */
	readonly amount: Amount;
	readonly low: Decimal;
	readonly high: Decimal;
}

const between = /\bbetween\s*(?:about |some |roughly |approximately )?$/i;
const betweenChinese = /(?:介于|位于|在)\s?$/;
const qualified = /^(?:about |around |approximately |约|近|~|약 ?)/i;

/** Where the second number of a range behind `first` would start, and whether 之间 must follow it; null without a join. */
function joint(
	{ text }: Scene,
	first: Amount,
): { readonly at: number; readonly dash: boolean; readonly closed: boolean; readonly korean: boolean } | null {
	// "10- to 15-year"
	const suspended = text.charCodeAt(first.end) === hyphen && text.charCodeAt(first.end + 1) === space;
	const spaced = skipSpaces(text, first.end + (suspended ? 1 : 0), 2);
	const join = joins.longest(text, spaced);
	if (join) {
		const words = !"-–—~～〜－∼--".includes(join.value);
		// "from A to B" after words of change is two values of one thing.
		return words && changeBefore(text, first.start)
			? null
			: { at: join.at, dash: !words, closed: true, korean: join.value === "에서" || join.value === "부터" };
	}
	if (!"a和与".includes(text.charAt(spaced) || " ")) {
		return null;
	}
	const link = /^(?:and|和|与)(?= |[\d一二三四五六七八九十两百千])/.exec(text.slice(spaced, spaced + 4));
	if (!link) {
		return null;
	}
	const opened =
		between.test(text.slice(Math.max(0, first.start - 24), first.start)) ||
		betweenChinese.test(text.slice(Math.max(0, first.start - 4), first.start));
	return { at: spaced + link[0].length, dash: false, closed: opened, korean: false };
}

/** The range that `first` begins, or null. */
export function readRange(scene: Scene, first: Amount): Range | null {
	const { text } = scene;
	if (first.numeral.form === "multiple" || first.counted?.direct) {
		return null;
	}
	const tolerance = readTolerance(scene, first);
	if (tolerance) {
		return tolerance;
	}
	const join = joint(scene, first);
	if (!join) {
		return null;
	}
	let at = skipSpaces(text, join.at, 2);
	at += qualified.exec(text.slice(at, at + 16))?.[0].length ?? 0;
	const prefix = currencyPrefixes.longest(text, at);
	if (prefix && isDigit(text.charCodeAt(skipSpaces(text, prefix.at, 2)))) {
		at = skipSpaces(text, prefix.at, 2);
	}
	const numeral = numeralAt(scene, at);
	if (!numeral || numeral.form === "multiple" || (isDigit(text.charCodeAt(at)) && readNumericDate(text, at) !== null)) {
		return null;
	}
	let second = withSmallerUnits(scene, readAmount(scene, numeral, { from: first.end, unsigned: join.dash }));
	if (!join.closed && !/^ ?(?:之间|之内|间)/.test(text.slice(betweenEnd(text, second), second.end + 3))) {
		return null;
	}
	// "12.5%에서 15.3%로" is a change; a range says 까지 or 사이.
	if (join.korean && !/^ ?(?:까지|사이|이내)/.test(text.slice(second.end, second.end + 3))) {
		return null;
	}
	// Both must measure the same thing; a unit may stand at either end, a currency before the first.
	const firstUnit = unitOf(first);
	const secondUnit = unitOf(second);
	if (firstUnit !== null && secondUnit !== null ? firstUnit !== secondUnit : firstUnit !== null && first.currency === null) {
		return null;
	}
	// 两到三万, 3 to 4 million: the first end takes the second's scale.
	const shares = first.numeral.scale === 0 && second.numeral.scale > 0 && first.value.compare(second.numeral.mantissa) < 0;
	const printed = shares ? first.value.shift(second.numeral.scale) : first.value;
	// "5-10 cents": a unit that is part of another counts for both ends.
	const low = firstUnit === null && second.currency !== null ? inSameCoin(printed, second) : printed;
	const high = second.value;
	if (low.compare(high) >= 0) {
		return null;
	}
	if (betweenEnd(text, second) < second.end) {
		second = { ...second, counted: null, end: betweenEnd(text, second) };
	}
	return {
		amount: {
			...second,
			start: first.start,
			currency: second.currency ?? first.currency,
			unit: second.unit ?? first.unit,
			counted: second.counted ?? first.counted,
			numeral: { ...second.numeral, start: first.numeral.start, unit: second.numeral.unit ?? first.numeral.unit, plain: false },
		},
		low,
		high,
	};
}

/** "25 ± 2 °C", 25℃±2℃: from 23 to 27. */
function readTolerance(scene: Scene, first: Amount): Range | null {
	const { text } = scene;
	const mark = skipSpaces(text, first.end, 1);
	const length = text.charAt(mark) === "±" ? 1 : text.startsWith("+/-", mark) ? 3 : 0;
	const at = skipSpaces(text, mark + length, 1);
	const numeral = length > 0 && isDigit(text.charCodeAt(at)) ? numeralAt(scene, at) : null;
	if (!numeral) {
		return null;
	}
	const second = readAmount(scene, numeral, { from: first.end, unsigned: true });
	const firstUnit = unitOf(first);
	if (firstUnit !== null && firstUnit !== unitOf(second)) {
		return null;
	}
	return {
		amount: {
			...second,
			start: first.start,
			numeral: { ...second.numeral, start: first.numeral.start, plain: false },
		},
		low: first.value.minus(second.value),
		high: first.value.plus(second.value),
	};
}

/** Where 之间 would start: 间 by itself is read as a classifier. */
function betweenEnd(text: string, second: Amount): number {
	return second.counted && text.charAt(second.end - 1) === "间" ? second.end - 1 : second.end;
}

/** What may stand between the values of a list or a change that print their unit once, at the end. */
const listJoint = /^(?:, and |, | and | or |、|和|及|以及| 및 |와 |과 )/;
const changeJoint = /^ ?(?:to |에서 ?|(?:大幅|进一步)?(?:增加|增长|提升|提高|上升|扩大|下降|降低|减少|降|增|升|减)?(?:至|到|为))/;

/** What a look ahead for a unit found, and how far it holds: the bare numbers before `end` have the same lender, or none. */
export interface Lending {
	readonly lender: Amount | null;
	readonly end: number;
}

/**
 * The amount that lends its unit to a bare number: "from 72,370 to 60,308 m³", "10, 12 and 15 MWh", 由120增至150吨. Looks at six
 * numbers at most; none of them may be a year.
 */
export function readLender(scene: Scene, first: Amount): Lending {
	const { text } = scene;
	let { end } = first;
	let joined = false;
	for (let count = 0; count < 6; count++) {
		const rest = text.slice(end, end + 10);
		const list = listJoint.exec(rest);
		const joint = list ?? changeJoint.exec(rest);
		const at = joint ? end + joint[0].length : -1;
		if (!joint || !isDigit(text.charCodeAt(at)) || readNumericDate(text, at) !== null || readCodes(text, at).length > 0) {
			return { lender: null, end };
		}
		joined ||= !list || !/^(?:, |、)$/.test(list[0]);
		const numeral = numeralAt(scene, at);
		if (!numeral || (numeral.plain && at + 4 === numeral.end && isYear(Number(text.slice(at, numeral.end))))) {
			return { lender: null, end };
		}
		const next = readAmount(scene, numeral, { from: end });
		if (next.start !== numeral.start) {
			return { lender: null, end };
		}
		if (next.unit || next.currency || next.counted || numeral.unit) {
			return { lender: joined ? next : null, end: joined ? next.start : end };
		}
		end = next.end;
	}
	return { lender: null, end };
}

/** Beyond this, the bare number of a change is more likely one by itself: "from 3 to 150 million". */
const mostGrowth = Decimal.of(20);
const leastShare = Decimal.parse("0.05");
const mostBare = Decimal.of(1000);

/**
 * The second amount of a change whose first prints no scale of its own, "from 100 to 250 million", 由1.2增至1.5亿元, 1.2에서 1.5억
 * 원으로; null where the first number may be meant as it stands. A fall must be called one.
 */
export function readChangeEnd(scene: Scene, first: Amount): Amount | null {
	const { text } = scene;
	const { numeral } = first;
	const joint = changeJoint.exec(text.slice(first.end, first.end + 10));
	if (
		!joint ||
		numeral.form !== "digits" ||
		numeral.scale > 0 ||
		numeral.unit ||
		first.unit ||
		first.counted ||
		first.value.sign <= 0 ||
		first.value.compare(mostBare) >= 0
	) {
		return null;
	}
	const start = first.end + joint[0].length;
	const prefix = currencyPrefixes.longest(text, start);
	const at = prefix ? skipSpaces(text, prefix.at, 2) : start;
	const second = isDigit(text.charCodeAt(at)) ? numeralAt(scene, at) : null;
	if (second?.form !== "digits" || second.scale < 3) {
		return null;
	}
	const words = joint[0].trim();
	const isChange =
		changeBefore(text, numeral.start) ||
		(words.length > 1 && !/^(?:to|에서)$/.test(words)) ||
		/[由从]\s?$/.test(text.slice(Math.max(0, first.start - 2), first.start));
	const amount = readAmount(scene, second, { from: first.end });
	const isKorean = words === "에서" && /^ ?(?:으로|로)(?!\p{L})/u.test(text.slice(amount.end, amount.end + 4));
	const factor = second.mantissa.dividedBy(first.value, 6);
	const around = text.slice(Math.max(0, first.start - 48), amount.end + 24).toLowerCase();
	const isLikely =
		factor.compare(Decimal.one) >= 0
			? factor.compare(mostGrowth) <= 0
			: factor.compare(leastShare) >= 0 && downWords.some((word) => around.includes(word));
	const isOneMoney = first.currency === null || amount.currency === null || first.currency === amount.currency;
	return (isChange || isKorean) && isLikely && isOneMoney && !(first.currency && (amount.unit || amount.counted)) ? amount : null;
}

function unitOf(amount: Amount): string | null {
	return amount.numeral.unit ?? amount.currency ?? amount.unit?.unit ?? amount.counted?.unit ?? null;
}

/** `value` in the coin or glued scale (MEUR) that `other` is printed in. */
function inSameCoin(value: Decimal, other: Amount): Decimal {
	if (other.value.isZero || other.numeral.value.isZero) {
		return value;
	}
	const factor = other.value.abs().dividedBy(other.numeral.value, 10);
	return value.times(factor).normalize();
}
