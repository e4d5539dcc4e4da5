/** Reads numbers written in digits: grouping, decimals, powers of ten, fractions with a stroke. */
import { fractionCharacters } from "../../../data/figures/numerals.ts";
import { Decimal } from "../decimal.ts";
import { digitsEnd, hyphen, isDigit, isLatin, skipSpaces, space } from "./characters.ts";

/** No printed quantity has more digits; longer runs are codes. */
export const mostDigits = 40;

export interface Digits {
	readonly end: number;
	readonly value: Decimal;
	readonly grouped: boolean;
	readonly decimals: boolean;
	/** Digits before the point. */
	readonly count: number;
}

const comma = 0x2c;
const point = 0x2e;
const apostrophe = 0x27;

interface Groups {
	readonly digits: string;
	readonly end: number;
}

/**
 * Groups of three behind the first one to three digits, after commas, points, apostrophes or spaces; Indian groups of two after
 * commas. Points need two groups, apostrophes and spaces two or, as `spaced` says, a unit behind one. null: no grouping.
 */
function readGroups(text: string, at: number, firstEnd: number, spaced: (end: number) => boolean): Groups | null {
	const separator = text.charCodeAt(firstEnd);
	if (separator !== comma && separator !== point && separator !== space && separator !== apostrophe) {
		return null;
	}
	let digits = text.slice(at, firstEnd);
	let end = firstEnd;
	let threes = 0;
	let twos = 0;
	while (text.charCodeAt(end) === separator && digits.length <= mostDigits) {
		const groupEnd = digitsEnd(text, end + 1);
		const size = groupEnd - end - 1;
		if (size === 2 && separator === comma && threes === 0) {
			twos += 1;
		} else if (size === 3) {
			threes += 1;
		} else {
			break;
		}
		digits += text.slice(end + 1, groupEnd);
		end = groupEnd;
		if (twos > 0 && threes > 0) {
			break;
		}
	}
	if (threes === 0 || isDigit(text.charCodeAt(end))) {
		return null;
	}
	const enough =
		separator === comma ||
		threes >= 2 ||
		((separator === space || separator === apostrophe) && spaced(end)) ||
		// "1.111,11": one group after a point, told by the decimal comma behind it.
		(separator === point && text.charCodeAt(end) === comma && isDigit(text.charCodeAt(end + 1)));
	return enough ? { digits, end } : null;
}

/** Where the decimals behind a number end, or its own end. A comma is a decimal one where it can be neither grouping nor a list. */
function fractionEnd(text: string, at: number, end: number, groupedBy: number): number {
	const mark = text.charCodeAt(end);
	if (mark !== point && mark !== comma) {
		return end;
	}
	const stop = digitsEnd(text, end + 1);
	const size = stop - end - 1;
	if (size === 0 || mark === groupedBy) {
		return end;
	}
	if (mark === point) {
		return stop;
	}
	const listed = text.charCodeAt(stop) === comma && isDigit(text.charCodeAt(stop + 1));
	const inList = text.charCodeAt(at - 1) === comma && isDigit(text.charCodeAt(at - 2));
	return (size <= 2 || groupedBy !== 0) && !listed && !inList ? stop : end;
}

/**
 * A number in digits at `at`, or after a decimal point there.
 * @param spaced whether one group after a plain space is believed: something is measured or counted behind it
 * @returns null where no number starts or it is longer than any quantity
 */
export function readDigits(text: string, at: number, spaced: (end: number) => boolean): Digits | null {
	const firstEnd = digitsEnd(text, at);
	const first = firstEnd - at;
	if (first > mostDigits || (first === 0 && !(text.charCodeAt(at) === point && isDigit(text.charCodeAt(at + 1))))) {
		return null;
	}
	const groups = first >= 1 && first <= 3 ? readGroups(text, at, firstEnd, spaced) : null;
	const whole = groups?.digits ?? text.slice(at, firstEnd);
	const wholeEnd = groups?.end ?? firstEnd;
	const end = fractionEnd(text, at, wholeEnd, groups ? text.charCodeAt(firstEnd) : 0);
	const fraction = text.slice(wholeEnd + 1, end);
	if (whole.length + fraction.length > mostDigits) {
		return null;
	}
	return {
		end,
		value: new Decimal(BigInt(whole + fraction), -fraction.length),
		grouped: groups !== null,
		decimals: fraction !== "",
		count: whole.length,
	};
}

/** A value with its end. */
export interface Read {
	readonly end: number;
	readonly value: Decimal;
}

/** `numerator / denominator` as a decimal: exact where it is finite, else to 20 digits. */
export function ratio(numerator: Decimal, denominator: Decimal): Decimal {
	return numerator.dividedBy(denominator, 20).normalize();
}

/** The fraction that one character stands for (½), or null. */
export function fractionCharacter(text: string, at: number): Decimal | null {
	const pair = (fractionCharacters as Readonly<Record<string, readonly [number, number]>>)[text.charAt(at)];
	return pair ? ratio(Decimal.of(pair[0]), Decimal.of(pair[1])) : null;
}

/** "3/4" and "10 1/2" behind the digits `whole` at their end; null for dates, lists and anything else. */
export function readStroke(text: string, whole: Digits): (Read & { readonly mixed: boolean }) | null {
	let numerator = whole;
	let base: Decimal | null = null;
	if (text.charCodeAt(whole.end) === space) {
		const second = readDigits(text, skipSpaces(text, whole.end), () => false);
		if (!second || second.decimals || second.grouped || text.charCodeAt(second.end) !== 0x2f) {
			return null;
		}
		base = whole.value;
		numerator = second;
	}
	if (text.charCodeAt(numerator.end) !== 0x2f) {
		return null;
	}
	const denominator = readDigits(text, numerator.end + 1, () => false);
	if (
		!denominator ||
		denominator.decimals ||
		denominator.grouped ||
		denominator.value.isZero ||
		text.charCodeAt(denominator.end) === 0x2f
	) {
		return null;
	}
	if (base && denominator.count > 2) {
		return null;
	}
	return {
		end: denominator.end,
		value: ratio(numerator.value, denominator.value).plus(base ?? Decimal.zero),
		mixed: base !== null,
	};
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

function readSuperscript(text: string, at: number): { readonly end: number; readonly value: number } | null {
	const negative = text.charAt(at) === "⁻";
	let end = negative ? at + 1 : at;
	let digits = "";
	while (digits.length < 2 && end < text.length && superscripts.includes(text.charAt(end))) {
		digits += superscripts.indexOf(text.charAt(end));
		end += 1;
	}
	return digits === "" ? null : { end, value: (negative ? -1 : 1) * Number(digits) };
}

/** A sign and at most two digits: an exponent. */
function readExponent(text: string, at: number): { readonly end: number; readonly value: number } | null {
	const sign = text.charAt(at);
	const start = sign === "-" || sign === "+" ? at + 1 : at;
	const end = digitsEnd(text, start);
	if (end === start || end - start > 2 || isLatin(text.charCodeAt(end))) {
		return null;
	}
	return { end, value: (sign === "-" ? -1 : 1) * Number(text.slice(start, end)) };
}

/** Powers behind a number that ends at `at`: 1.3e6, 6.23 × 10⁻⁴, 5x10-3, 2^5. */
export function readPower(text: string, at: number, mantissa: Decimal): Read | null {
	const mark = text.charAt(at);
	if (mark === "e" || mark === "E") {
		const exponent = readExponent(text, at + 1);
		return exponent && { end: exponent.end, value: mantissa.shift(exponent.value) };
	}
	if (mark === "^") {
		const exponent = readExponent(text, at + 1);
		if (!exponent || (exponent.value < 0 && mantissa.isZero)) {
			return null;
		}
		let value = Decimal.one;
		for (let step = 0; step < Math.abs(exponent.value); step++) {
			value = value.times(mantissa);
		}
		return { end: exponent.end, value: exponent.value < 0 ? ratio(Decimal.one, value) : value };
	}
	const cross = skipSpaces(text, at, 1);
	if (!"x×X".includes(text.charAt(cross) || " ")) {
		return null;
	}
	const ten = skipSpaces(text, cross + 1, 1);
	if (!text.startsWith("10", ten)) {
		return null;
	}
	const raised = readSuperscript(text, ten + 2);
	if (raised) {
		return { end: raised.end, value: mantissa.shift(raised.value) };
	}
	const caret = text.charAt(ten + 2) === "^" ? ten + 3 : text.charCodeAt(ten + 2) === hyphen ? ten + 2 : 0;
	const exponent = caret > 0 ? readExponent(text, caret) : null;
	return exponent && { end: exponent.end, value: mantissa.shift(exponent.value) };
}
