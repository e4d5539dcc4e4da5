/**
 * Reads one number, however it is written: digits with grouping, scale words and letters, spelled-out English, Chinese and
 * Korean numerals and their mixtures with digits, fractions. Values are exact; nothing is looked at twice, so a number costs
 * its own length.
 */
import {
	chineseBigScales,
	chineseDigits,
	chineseSmallScales,
	chineseTens,
	englishCollectives,
	englishFractions,
	englishMultiples,
	englishNumbers,
	englishScales,
	formalOnly,
	fractionCharacters,
	koreanBigScales,
	koreanDigits,
	koreanLookalikes,
	koreanNative,
	koreanSmallScales,
	letterScales,
} from "../../../data/figures/numerals.ts";
import { Decimal } from "../decimal.ts";
import { isHan, isHangul } from "../text/fold.ts";
import { isDigit, isLatin, Lexicon } from "./lexicon.ts";

export type NumeralForm = "digits" | "words" | "fraction" | "multiple";

export interface Numeral {
	readonly start: number;
	readonly end: number;
	readonly value: Decimal;
	/** Exponent of the last significant printed digit. */
	readonly precision: number;
	/** digits: begins with digits; words: spelled out; fraction and multiple: a share or a multiple by itself. */
	readonly form: NumeralForm;
	/** The value before its scale, and the scale as a power of ten: what a range shares. 0 where there is no scale. */
	readonly mantissa: Decimal;
	readonly scale: number;
	/** The numeral itself says "more than": 十余万, 20多万, 上千. */
	readonly more: boolean;
	/** Digits only, without grouping, fraction or scale: a candidate for a year, a code, a list number. */
	readonly plain: boolean;
	/** A unit the numeral brings along: "%" for 百分之三十 and 七成. */
	readonly unit: string | null;
}

/** No printed quantity has more digits; longer runs are codes. */
const mostDigits = 40;

interface Digits {
	readonly end: number;
	readonly value: Decimal;
	readonly grouped: boolean;
	readonly decimals: boolean;
	readonly count: number;
}

const comma = 0x2c;
const point = 0x2e;
const space = 0x20;

function digitsFrom(text: string, at: number): number {
	let end = at;
	while (isDigit(text.charCodeAt(end))) {
		end += 1;
	}
	return end;
}

/**
 * Digits at `at` with grouping and decimals. Groups of three after commas, points or spaces (a plain space needs two groups
 * or a unit behind: the caller says with `spaced`), Indian groups of two, decimals after a point, or after a comma that
 * cannot be grouping.
 * @returns null where no number starts or the run is longer than any quantity.
 */
export function readDigits(text: string, at: number, spaced: (end: number) => boolean): Digits | null {
	let end = digitsFrom(text, at);
	const first = end - at;
	if (first === 0 && !(text.charCodeAt(at) === point && isDigit(text.charCodeAt(at + 1)))) {
		return null;
	}
	if (first > mostDigits) {
		return null;
	}
	let whole = text.slice(at, end);
	let grouped = false;
	let separator = text.charCodeAt(end);
	if (first >= 1 && first <= 3 && (separator === comma || separator === point || separator === space || separator === 0x27)) {
		let groups = 0;
		let next = end;
		let joined = whole;
		let indian = 0;
		while (text.charCodeAt(next) === separator) {
			const groupEnd = digitsFrom(text, next + 1);
			const size = groupEnd - next - 1;
			if (size === 2 && separator === comma && indian === groups) {
				indian += 1;
			} else if (size !== 3) {
				break;
			}
			joined += text.slice(next + 1, groupEnd);
			groups += 1;
			next = groupEnd;
			if (joined.length > mostDigits) {
				return null;
			}
			if (size === 3 && indian > 0) {
				break;
			}
		}
		const indianWell = indian === 0 || (groups > indian && groups === indian + 1);
		const enough =
			separator === comma
				? groups >= 1
				: separator === point || separator === 0x27
					? groups >= 2
					: groups >= 2 || (groups === 1 && spaced(next));
		// "1.234.567,8" groups by points; "1.111,11" too, told by the comma behind.
		const european = separator === point && groups === 1 && text.charCodeAt(next) === comma && isDigit(text.charCodeAt(next + 1));
		if (indianWell && (enough || european) && !isDigit(text.charCodeAt(next))) {
			whole = joined;
			end = next;
			grouped = true;
		}
	}
	let fraction = "";
	const mark = text.charCodeAt(end);
	if (mark === point && !(grouped && separator === point)) {
		const fractionEnd = digitsFrom(text, end + 1);
		if (fractionEnd > end + 1) {
			fraction = text.slice(end + 1, fractionEnd);
			end = fractionEnd;
		}
	} else if (mark === comma && !(grouped && separator === comma)) {
		// A decimal comma: one or two digits behind it, and no list.
		const fractionEnd = digitsFrom(text, end + 1);
		const size = fractionEnd - end - 1;
		const listed = text.charCodeAt(fractionEnd) === comma && isDigit(text.charCodeAt(fractionEnd + 1));
		const inList = text.charCodeAt(at - 1) === comma && isDigit(text.charCodeAt(at - 2));
		if ((size === 1 || size === 2 || (grouped && size > 0)) && !listed && !inList) {
			fraction = text.slice(end + 1, fractionEnd);
			end = fractionEnd;
		}
	}
	if (whole.length + fraction.length > mostDigits) {
		return null;
	}
	separator = text.charCodeAt(end);
	return {
		end,
		value: new Decimal(BigInt(whole + fraction || "0"), -fraction.length),
		grouped,
		decimals: fraction !== "",
		count: whole.length,
	};
}

// ---- Chinese and Korean ----------------------------------------------------------------------------------------------------

type Atom =
	| { readonly kind: "digit"; readonly value: number }
	| { readonly kind: "small"; readonly power: number }
	| { readonly kind: "tens"; readonly value: number }
	| { readonly kind: "big"; readonly power: number };

const atoms = new Map<number, Atom>();
function addAtoms(table: Record<string, number>, make: (value: number) => Atom): void {
	for (const [character, value] of Object.entries(table)) {
		atoms.set(character.charCodeAt(0), make(value));
	}
}
addAtoms(chineseDigits, (value) => ({ kind: "digit", value }));
addAtoms(koreanDigits, (value) => ({ kind: "digit", value }));
addAtoms(chineseSmallScales, (power) => ({ kind: "small", power }));
addAtoms(koreanSmallScales, (power) => ({ kind: "small", power }));
addAtoms(chineseTens, (value) => ({ kind: "tens", value }));
addAtoms(chineseBigScales, (power) => ({ kind: "big", power }));
addAtoms(koreanBigScales, (power) => ({ kind: "big", power }));

const formal = new Set([...formalOnly].map((character) => character.charCodeAt(0)));
const lookalikes = new Set<string>(koreanLookalikes);

/** Whether a Chinese or Korean numeral may begin with this character. */
export function isNumeralCharacter(code: number): boolean {
	return atoms.has(code);
}

const moreCharacters = new Set(["余", "多", "几", "来", "数"].map((character) => character.charCodeAt(0)));
const pointCharacters = new Set(["点", "점", "쩜"].map((character) => character.charCodeAt(0)));
const zeroes = new Set(["零", "〇", "영", "공"].map((character) => character.charCodeAt(0)));

interface Myriad {
	readonly end: number;
	readonly value: Decimal;
	readonly precision: number;
	readonly mantissa: Decimal;
	readonly scale: number;
	readonly more: boolean;
	/** Number characters read, digits runs counted as one. */
	readonly atoms: number;
	/** Whether a scale character took part. */
	readonly scaled: boolean;
}

/** What a reader of numerals must ask its caller: whether a unit begins here (千瓦 is a unit, not a thousand 瓦). */
export interface NumeralContext {
	readonly unitAt: (at: number) => boolean;
}

function skipSpaces(text: string, at: number): number {
	let end = at;
	while (text.charCodeAt(end) === space && end - at < 3) {
		end += 1;
	}
	return end;
}

/** End of the run of Korean number syllables at `at`. */
function koreanRunEnd(text: string, at: number): number {
	let end = at;
	while (end - at < 32 && isHangul(text.charCodeAt(end)) && atoms.has(text.charCodeAt(end))) {
		end += 1;
	}
	return end;
}

/**
 * A chain of sections with myriad scales: 204억6000만, 1조 2,345억, 五兆六十二亿四万五千二, 1.1万亿, 1千零20, 万亿. `first` are digits
 * already read at `at`.
 */
function readMyriad(text: string, at: number, first: Digits | null, context: NumeralContext): Myriad | null {
	// Finished big sections: value in units of one, with the power of the scale that closed each.
	let terms: { value: Decimal; power: number }[] = [];
	let section: Decimal | null = null;
	let sectionPower = 99;
	let current: Decimal | null = first?.value ?? null;
	let currentIsDigits = first !== null;
	let end = first?.end ?? at;
	let count = first ? 1 : 0;
	let significant = first ? 1 : 0;
	let lastScale = -1;
	let lastDigitExponent = first ? first.value.exponent : 0;
	let scaled = false;
	let zero = false;
	let more = false;
	let scale = 0;
	const korean = () => isHangul(text.charCodeAt(end - 1));

	for (let guard = 0; guard < 64; guard++) {
		let next = end;
		if (count > 0 && text.charCodeAt(next) === space) {
			next = skipSpaces(text, next);
		}
		const apart = next > end;
		const code = text.charCodeAt(next);
		// 十余万, 20 多亿, 二十几万: only before another scale.
		if (count > 0 && moreCharacters.has(code)) {
			const after = skipSpaces(text, next + 1);
			const atom = atoms.get(text.charCodeAt(after));
			if (atom && (atom.kind === "big" || (atom.kind === "small" && atom.power >= 2)) && !context.unitAt(after)) {
				more = true;
				end = next + 1;
				continue;
			}
			break;
		}
		if (isDigit(code)) {
			// Digits after a scale: 1조 2,345억, 3万4000, 4천3백21.
			if (lastScale < 0 || current !== null) {
				break;
			}
			const digits = readDigits(text, next, () => false);
			if (!digits || (digits.decimals && !apart && false)) {
				break;
			}
			const after = skipSpaces(text, digits.end);
			const follow = atoms.get(text.charCodeAt(after));
			const scaleFollows = follow !== undefined && follow.kind !== "digit" && follow.kind !== "tens" && !context.unitAt(after);
			const fits = digits.value.compare(new Decimal(1n, lastScale)) < 0;
			const yearLike = apart && digits.count === 4 && !digits.grouped && !scaleFollows;
			if (!fits || yearLike || (apart && !scaleFollows && !korean())) {
				break;
			}
			current = digits.value;
			currentIsDigits = true;
			lastDigitExponent = digits.value.exponent;
			end = digits.end;
			count += 1;
			significant += 1;
			continue;
		}
		const atom = atoms.get(code);
		if (!atom) {
			break;
		}
		if ((atom.kind === "small" || atom.kind === "big") && context.unitAt(next)) {
			break;
		}
		const hangul = isHangul(code);
		if (hangul && count > 0) {
			const runEnd = koreanRunEnd(text, next);
			const boundary = !isHangul(text.charCodeAt(runEnd));
			if (atom.kind === "digit") {
				const follow = atoms.get(text.charCodeAt(next + 1));
				const scaleFollows = follow !== undefined && (follow.kind === "small" || follow.kind === "big");
				// A syllable such as 이 or 일 behind digits is a particle or a unit unless a scale follows it.
				if (!scaleFollows && (first !== null || (!boundary && !context.unitAt(runEnd) && !koreanEnds(text, runEnd)))) {
					break;
				}
			}
			if (apart && !boundary && !context.unitAt(runEnd)) {
				break;
			}
		} else if (apart && atom.kind === "digit") {
			const after = skipSpaces(text, next + 1);
			const follow = atoms.get(text.charCodeAt(after));
			if (lastScale < 0 || (!(follow && follow.kind !== "digit") && isHan(text.charCodeAt(next + 1)))) {
				break;
			}
		}
		if (!hangul && isHangul(text.charCodeAt(end - 1)) && count > 0) {
			break;
		}
		if (atom.kind === "digit") {
			if (zeroes.has(code) && (current !== null || section !== null || terms.length > 0)) {
				if (current !== null && !currentIsDigits) {
					// 二零二二: digits one by one.
					const run = readDigitByDigit(text, at);
					return run;
				}
				if (current !== null) {
					break;
				}
				const follow = atoms.get(text.charCodeAt(next + 1));
				if (
					!follow &&
					!isDigit(text.charCodeAt(next + 1)) &&
					text.charCodeAt(next + 1) !== space &&
					!moreCharacters.has(text.charCodeAt(next + 1))
				) {
					break;
				}
				zero = true;
				end = next + 1;
				continue;
			}
			if (current !== null) {
				if (count === 1 && !currentIsDigits) {
					return readDigitByDigit(text, at);
				}
				break;
			}
			if (formal.has(code) && count === 0 && !atoms.has(text.charCodeAt(next + 1))) {
				return null;
			}
			current = Decimal.of(atom.value);
			currentIsDigits = false;
			lastDigitExponent = 0;
			significant += 1;
		} else if (atom.kind === "tens") {
			if (current !== null || sectionPower <= 1) {
				break;
			}
			section = (section ?? Decimal.zero).plus(Decimal.of(atom.value));
			sectionPower = 1;
			lastScale = 1;
			scaled = true;
			lastDigitExponent = 1;
			significant += 1;
		} else if (atom.kind === "small") {
			if (atom.power >= sectionPower || (zero && current === null && section === null && terms.length === 0)) {
				break;
			}
			if (current === null && count > 0 && !(lastScale > atom.power)) {
				break;
			}
			lastDigitExponent = (current?.exponent ?? 0) + atom.power;
			section = (section ?? Decimal.zero).plus((current ?? Decimal.one).shift(atom.power));
			if (current === null) {
				significant += 1;
			}
			current = null;
			sectionPower = atom.power;
			lastScale = atom.power;
			scaled = true;
			zero = false;
			scale = atom.power;
		} else {
			let group: Decimal | null =
				section === null && current === null ? null : (section ?? Decimal.zero).plus(current ?? Decimal.zero);
			const last = terms.at(-1);
			if (
				group !== null &&
				last &&
				atom.power >= last.power &&
				current !== null &&
				currentIsDigits &&
				atom.power === last.power
			) {
				break; // 3万4万: two numbers
			}
			if (group === null && last && last.power === 4 && atom.power === 4 && terms.length > 1) {
				break;
			}
			let stacked = false;
			if (group === null && !last) {
				group = Decimal.one; // 万亿, 만 원
				significant += 1;
				lastDigitExponent = 0;
			} else if (group === null) {
				stacked = true;
				group = Decimal.zero;
			}
			// A scale above earlier ones multiplies them too: 一万五千亿, 1.1万亿, 万万.
			const kept: { value: Decimal; power: number }[] = [];
			let sum = group;
			let lifted = stacked;
			for (const term of terms) {
				if (term.power < atom.power || (stacked && term === last)) {
					sum = sum.plus(term.value);
					lifted = true;
				} else {
					kept.push(term);
				}
			}
			lastDigitExponent =
				(lifted && stacked ? lastDigitExponent : lastDigitExponentOf(current, section, lastDigitExponent)) + atom.power;
			terms = [...kept, { value: sum.shift(atom.power), power: atom.power }];
			scale = stacked || lifted ? scale + atom.power : atom.power;
			if (!stacked && !lifted && sectionPower < 99 && significant > 1) {
				scale = atom.power;
			}
			section = null;
			current = null;
			sectionPower = 99;
			lastScale = atom.power;
			scaled = true;
			zero = false;
		}
		end = next + 1;
		count += 1;
		if (first !== null && !scaled) {
			break;
		}
	}
	if (count === 0) {
		return null;
	}
	// 二百五, 三千二: a last digit alone stands one power below the last scale.
	if (
		current !== null &&
		!currentIsDigits &&
		scaled &&
		lastScale >= 2 &&
		!zero &&
		isHan(text.charCodeAt(end - 1)) &&
		!isDigit(text.charCodeAt(at))
	) {
		current = current.shift(lastScale - 1);
		lastDigitExponent = lastScale - 1;
	} else if (current !== null && scaled) {
		lastDigitExponent = current.exponent;
	}
	let value = (section ?? Decimal.zero).plus(current ?? Decimal.zero);
	for (const term of terms) {
		value = value.plus(term.value);
	}
	// Decimals behind a point word: 二点五, 四百亿点零五零, 이백점 칠일; then a scale may follow: 一点一万亿.
	const pointAt = text.charCodeAt(end) === space ? skipSpaces(text, end) : end;
	if (first === null && pointCharacters.has(text.charCodeAt(pointAt))) {
		const decimals = readDecimals(text, skipSpaces(text, pointAt + 1));
		if (decimals && (isHan(text.charCodeAt(pointAt)) || decimals.end - pointAt > 1)) {
			value = value.plus(decimals.value);
			end = decimals.end;
			const digits: Digits = { end, value, grouped: false, decimals: true, count: 1 };
			const follow = atoms.get(text.charCodeAt(end));
			if (follow && (follow.kind === "big" || (follow.kind === "small" && follow.power >= 2)) && !context.unitAt(end)) {
				const tail = readMyriad(text, at, digits, context);
				if (tail) {
					return tail;
				}
			}
			return { end, value, precision: value.exponent, mantissa: value, scale: 0, more, atoms: count + 2, scaled };
		}
	}
	const chain = significant >= 2;
	const precision = chain ? trailing(value) : Math.min(lastDigitExponent, value.isZero ? 0 : 99);
	return {
		end,
		value,
		precision,
		mantissa: scaled ? value.shift(-scale) : value,
		scale: scaled ? scale : 0,
		more,
		atoms: count,
		scaled,
	};
}

function lastDigitExponentOf(current: Decimal | null, section: Decimal | null, otherwise: number): number {
	return current !== null ? current.exponent : section !== null ? trailing(section) : otherwise;
}

/** Exponent of the last digit that is not zero. */
export function trailing(value: Decimal): number {
	return value.normalize().exponent;
}

/** Whether a Korean word can end at `at`: a particle, a copula, nothing. */
function koreanEnds(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return (
		!isHangul(code) ||
		/^(은|는|을|를|의|에|로|과|와|도|만|까지|부터|보다|입니다|이다|이며|분의|점|쯤)/.test(text.slice(at, at + 3))
	);
}

/** Digits one by one: 二〇二二, 一九九八. */
function readDigitByDigit(text: string, at: number): Myriad | null {
	let end = at;
	let digits = "";
	for (;;) {
		const atom = atoms.get(text.charCodeAt(end));
		if (atom?.kind !== "digit" || digits.length >= mostDigits) {
			break;
		}
		digits += atom.value;
		end += 1;
	}
	const follow = atoms.get(text.charCodeAt(end));
	if (digits.length < 2 || (follow && follow.kind !== "digit")) {
		return null;
	}
	const value = new Decimal(BigInt(digits), 0);
	return { end, value, precision: 0, mantissa: value, scale: 0, more: false, atoms: digits.length, scaled: false };
}

/** Digits after a point word. */
function readDecimals(text: string, at: number): { end: number; value: Decimal } | null {
	let end = at;
	let digits = "";
	while (digits.length < mostDigits) {
		const code = text.charCodeAt(end);
		if (isDigit(code)) {
			digits += String.fromCharCode(code);
		} else {
			const atom = atoms.get(code);
			if (atom?.kind !== "digit") {
				break;
			}
			digits += atom.value;
		}
		end += 1;
	}
	return digits === "" ? null : { end, value: new Decimal(BigInt(digits), -digits.length) };
}

// Native Korean numerals: 스물여섯, 두, 열다섯.
const native = new Lexicon<number>({ caseless: false });
for (const [word, value] of Object.entries(koreanNative)) {
	native.add(word, value);
}
const nativeStarts = new Set(Object.keys(koreanNative).map((word) => word.charCodeAt(0)));

function readNative(text: string, at: number): { end: number; value: number; words: number } | null {
	const first = native.longest(text, at);
	if (!first) {
		return null;
	}
	if (first.value >= 10) {
		const second = native.longest(text, first.at);
		if (second && second.value < 10) {
			return { end: second.at, value: first.value + second.value, words: 2 };
		}
	}
	return { end: first.at, value: first.value, words: 1 };
}

// ---- English ---------------------------------------------------------------------------------------------------------------

type Word =
	| { readonly kind: "number"; readonly value: number }
	| { readonly kind: "scale"; readonly power: number; readonly alone: boolean }
	| { readonly kind: "fraction"; readonly denominator: number; readonly many: boolean }
	| { readonly kind: "collective"; readonly value: number }
	| { readonly kind: "multiple"; readonly value: string }
	| { readonly kind: "article" }
	| { readonly kind: "and" }
	| { readonly kind: "point" }
	| { readonly kind: "minus" };

const englishWords = new Lexicon<Word>({ caseless: true });
for (const [word, value] of Object.entries(englishNumbers)) {
	englishWords.add(word, { kind: "number", value });
}
for (const { words, power, use } of englishScales) {
	for (const word of words) {
		englishWords.add(word, { kind: "scale", power, alone: use === "word" });
	}
}
for (const [word, denominator] of Object.entries(englishFractions)) {
	englishWords.add(word, { kind: "fraction", denominator, many: word.endsWith("s") || word === "halves" });
}
for (const [word, value] of Object.entries(englishCollectives)) {
	englishWords.add(word, { kind: "collective", value });
}
for (const [word, value] of Object.entries(englishMultiples)) {
	englishWords.add(word, { kind: "multiple", value: String(value) });
}
for (const word of ["a", "an"]) {
	englishWords.add(word, { kind: "article" });
}
for (const word of ["and", "&"]) {
	englishWords.add(word, { kind: "and" });
}
englishWords.add("point", { kind: "point" });
for (const word of ["minus", "negative"]) {
	englishWords.add(word, { kind: "minus" });
}

function wordAt(text: string, at: number): { readonly end: number; readonly word: Word } | null {
	const match = englishWords.longest(text, at);
	return match && { end: match.at, word: match.value };
}

/** Past one space or hyphen between number words. */
function gap(text: string, at: number): number {
	const code = text.charCodeAt(at);
	if (code === space) {
		return skipSpaces(text, at);
	}
	return code === 0x2d && isLatin(text.charCodeAt(at + 1)) ? at + 1 : at;
}

interface English {
	readonly end: number;
	readonly value: Decimal;
	readonly precision: number;
	readonly mantissa: Decimal;
	readonly scale: number;
	readonly form: NumeralForm;
	readonly words: number;
	readonly article: boolean;
	/** An ordinal ("twenty-fifth"): no number at all. */
	readonly ordinal: boolean;
}

/** Spelled-out English, or digits followed by scale words. `first` are digits already read. */
function readEnglish(text: string, at: number, first: Digits | null): English | null {
	let total = Decimal.zero;
	let any = false;
	let group: Decimal | null = first?.value ?? null;
	let lastInGroup = first ? 1 : 1000;
	let lastScale = 99;
	let scale = 0;
	let end = first?.end ?? at;
	let next = first ? gap(text, end) : at;
	let words = 0;
	let article = false;
	let form: NumeralForm = first ? "digits" : "words";
	let precision = first ? first.value.exponent : 0;
	let parts = first ? 1 : 0;
	let ordinal = false;

	for (let guard = 0; guard < 48; guard++) {
		const found = wordAt(text, next);
		if (!found) {
			// "3 hundred and 21": digits after a scale.
			if (group === null && any && isDigit(text.charCodeAt(next)) && next > end && lastScale < 99) {
				const digits = readDigits(text, next, () => false);
				const joined = text.slice(end, next).includes("and") || followedByScale(text, digits?.end ?? next);
				if (
					digits &&
					!digits.decimals &&
					joined &&
					digits.value.compare(new Decimal(1n, lastScale)) < 0 &&
					digits.value.compare(Decimal.zero) > 0
				) {
					group = digits.value;
					lastInGroup = 1;
					end = digits.end;
					next = gap(text, end);
					parts += 1;
					precision = 0;
					continue;
				}
			}
			break;
		}
		const { word } = found;
		if (word.kind === "article") {
			if (any || group !== null || first) {
				break;
			}
			const after = wordAt(text, gap(text, found.end));
			const kind = after?.word.kind;
			if (
				(kind !== "scale" && kind !== "fraction" && kind !== "collective") ||
				(after?.word.kind === "scale" && !after.word.alone)
			) {
				return null;
			}
			article = true;
			next = gap(text, found.end);
			if (kind === "scale" || kind === "collective") {
				group = Decimal.one;
				lastInGroup = 1;
				parts += 1;
			}
			words += 1;
			continue;
		}
		if (word.kind === "number") {
			const value = word.value;
			const level = value >= 20 ? 10 : value >= 10 ? 5 : 1;
			if (
				group !== null &&
				((first && !any && parts === 1 && lastInGroup === 1) ||
					lastInGroup <= level ||
					(level === 5 && lastInGroup < 100) ||
					lastInGroup === 5)
			) {
				break;
			}
			group = (group ?? Decimal.zero).plus(Decimal.of(value));
			lastInGroup = level === 10 ? 10 : level === 5 ? 5 : 1;
			if (lastInGroup === 5) {
				lastInGroup = 1;
			}
			end = found.end;
			next = gap(text, end);
			words += 1;
			parts += 1;
			precision = 0;
			any = true;
			continue;
		}
		if (word.kind === "scale") {
			if (word.power === 2 && group !== null) {
				if (lastInGroup > 10 || group.compare(Decimal.of(1000)) >= 0) {
					break;
				}
				group = group.shift(2);
				lastInGroup = 100;
				precision += 2;
				scale = scale || 2;
				lastScale = Math.min(lastScale, 2) === 2 ? 2 : lastScale;
			} else if (group === null && (any || !word.alone)) {
				if (!any || (word.power <= lastScale && !total.isZero && word.power < lastScale)) {
					break;
				}
				// "three lakh crore": scales multiply.
				total = total.shift(word.power);
				precision += word.power;
				scale += word.power;
			} else {
				if (group === null && !isScaleAlone(text, at)) {
					return null;
				}
				if (word.power >= lastScale && lastScale !== 2) {
					break;
				}
				total = total.plus((group ?? Decimal.one).shift(word.power));
				precision = (group?.exponent ?? 0) + word.power;
				if (group && group.exponent === 0) {
					precision = word.power;
				}
				if (parts === 0) {
					parts = 1;
				}
				scale = word.power;
				lastScale = word.power;
				group = null;
				lastInGroup = 1000;
			}
			any = true;
			words += 1;
			end = found.end;
			next = gap(text, end);
			continue;
		}
		if (word.kind === "and") {
			const afterAt = gap(text, found.end);
			const after = wordAt(text, afterAt);
			const open = any && ((group !== null && lastInGroup >= 100) || (group === null && lastScale < 99));
			// "two and a half", "one and three quarters", "a million and a half"
			const mixed = any || first ? readMixed(text, afterAt) : null;
			if (mixed && (group !== null || lastScale < 99)) {
				if (group !== null) {
					group = group.plus(mixed.value);
					const scaleWord = wordAt(text, gap(text, mixed.end));
					precision = -1;
					any = true;
					end = mixed.end;
					next = gap(text, end);
					words += 2;
					parts += 1;
					if (scaleWord?.word.kind === "scale" && scaleWord.word.power > 2) {
						lastInGroup = 1;
						continue;
					}
					break;
				}
				total = total.plus(mixed.value.shift(lastScale));
				precision = lastScale - 1;
				end = mixed.end;
				words += 2;
				break;
			}
			const fits = after?.word.kind === "number" && (group !== null || after.word.value < 10 ** Math.min(lastScale, 12));
			if (open && (fits || isDigit(text.charCodeAt(afterAt)))) {
				next = afterAt;
				continue;
			}
			break;
		}
		if (word.kind === "point") {
			if (group === null || first) {
				break;
			}
			const decimals = readPoint(text, gap(text, found.end));
			if (!decimals) {
				break;
			}
			group = group.plus(decimals.value);
			precision = decimals.value.exponent;
			end = decimals.end;
			next = gap(text, end);
			lastInGroup = 1;
			words += 2;
			any = true;
			continue;
		}
		if (word.kind === "fraction") {
			if (first) {
				break;
			}
			const numerator = group ?? (article || !any ? Decimal.one : null);
			if (numerator === null || !total.isZero) {
				break;
			}
			const single = numerator.equals(Decimal.one);
			if (!single && !word.many) {
				ordinal = word.denominator !== 2;
				end = found.end;
				break;
			}
			if (group === null && !article && word.denominator !== 2) {
				return null; // "third", "fifth" alone are ordinals
			}
			const value = numerator.dividedBy(Decimal.of(word.denominator), 20);
			group = value.normalize();
			form = "fraction";
			end = found.end;
			any = true;
			words += 1;
			parts = 1;
			precision = -2;
			// "a quarter million", "half a million", "two thirds of a million"
			const scaleAt = skipWords(text, end, ["of", "a", "an"]);
			const scaleWord = wordAt(text, scaleAt);
			if (scaleWord?.word.kind === "scale" && scaleWord.word.alone && scaleWord.word.power > 2) {
				return {
					end: scaleWord.end,
					value: group.shift(scaleWord.word.power),
					precision: scaleWord.word.power - 2,
					mantissa: group,
					scale: scaleWord.word.power,
					form: "words",
					words: words + 1,
					article,
					ordinal: false,
				};
			}
			break;
		}
		if (word.kind === "collective") {
			if (group === null && !any) {
				return null;
			}
			const value = (group ?? Decimal.one).times(Decimal.of(word.value));
			return {
				end: found.end,
				value,
				precision: 0,
				mantissa: value,
				scale: 0,
				form: "words",
				words: words + 1,
				article,
				ordinal: false,
			};
		}
		if (word.kind === "multiple") {
			if (any || group !== null) {
				break;
			}
			const value = Decimal.parse(word.value);
			return {
				end: found.end,
				value,
				precision: value.exponent,
				mantissa: value,
				scale: 0,
				form: "multiple",
				words: 1,
				article: false,
				ordinal: false,
			};
		}
		break;
	}
	if ((!any && !first) || (first && words === 0)) {
		return null;
	}
	const value = total.plus(group ?? Decimal.zero);
	const chain = (parts >= 2 && form === "words") || (parts >= 2 && scale > 0);
	return {
		end,
		value,
		precision: chain && scale >= 3 ? Math.max(trailing(value), 0) : form === "words" && scale === 2 ? 0 : precision,
		mantissa: scale > 0 ? value.shift(-scale) : value,
		scale,
		form,
		words,
		article,
		ordinal,
	};
}

function followedByScale(text: string, at: number): boolean {
	return wordAt(text, gap(text, at))?.word.kind === "scale";
}

/** "thousand litres" at the start of a phrase counts one; "the thousand" too. */
function isScaleAlone(text: string, at: number): boolean {
	const word = wordAt(text, at);
	return word?.word.kind === "scale" && !text.slice(at, word.end).endsWith("s");
}

function skipWords(text: string, at: number, words: readonly string[]): number {
	let end = at;
	for (const word of words) {
		const next = gap(text, end);
		if (text.slice(next, next + word.length).toLowerCase() === word && !isLatin(text.charCodeAt(next + word.length))) {
			end = next + word.length;
		}
	}
	return gap(text, end);
}

/** "a half", "three quarters", "one half", "½" after "and". */
function readMixed(text: string, at: number): { end: number; value: Decimal } | null {
	const first = wordAt(text, at);
	if (!first) {
		return null;
	}
	if (first.word.kind === "fraction" && (first.word.denominator === 2 || first.word.denominator === 4) && !first.word.many) {
		return { end: first.end, value: Decimal.one.dividedBy(Decimal.of(first.word.denominator), 20).normalize() };
	}
	const second = wordAt(text, gap(text, first.end));
	if (second?.word.kind !== "fraction") {
		return null;
	}
	const numerator = first.word.kind === "article" ? 1 : first.word.kind === "number" ? first.word.value : 0;
	if (numerator === 0 || (numerator > 1 && !second.word.many && second.word.denominator !== 4)) {
		return null;
	}
	// "a quarter million" belongs to another number.
	return { end: second.end, value: Decimal.of(numerator).dividedBy(Decimal.of(second.word.denominator), 20).normalize() };
}

/** Digits after "point": "five point zero three", "point seventy-one". */
function readPoint(text: string, at: number): { end: number; value: Decimal } | null {
	let digits = "";
	let end = at;
	let next = at;
	for (let guard = 0; guard < 20; guard++) {
		const found = wordAt(text, next);
		if (found?.word.kind !== "number") {
			break;
		}
		if (found.word.value >= 20) {
			const unit = wordAt(text, gap(text, found.end));
			if (unit?.word.kind === "number" && unit.word.value < 10) {
				digits += found.word.value + unit.word.value;
				end = unit.end;
			} else {
				digits += found.word.value;
				end = found.end;
			}
		} else {
			digits += found.word.value;
			end = found.end;
		}
		next = gap(text, end);
	}
	return digits === "" ? null : { end, value: new Decimal(BigInt(digits), -digits.length) };
}

// ---- Any numeral -----------------------------------------------------------------------------------------------------------

export interface NumeralOptions extends NumeralContext {
	/** Whether letters that are scales only for money may be read: a currency stands before. */
	readonly money: (end: number) => boolean;
	/** Whether something counted in millions follows: "86 m customers". */
	readonly counted: (end: number) => boolean;
	/** Whether a unit, currency or classifier follows at an offset: what makes a bare word numeral a quantity. */
	readonly quantityAt: (at: number) => boolean;
}

function make(
	start: number,
	end: number,
	value: Decimal,
	precision: number,
	form: NumeralForm,
	more: Partial<Numeral> = {},
): Numeral {
	return { start, end, value, precision, form, mantissa: value, scale: 0, more: false, plain: false, unit: null, ...more };
}

/** The fraction written with a character such as ½ at `at`. */
function fractionCharacter(text: string, at: number): Decimal | null {
	const pair = (fractionCharacters as Record<string, readonly [number, number]>)[text.charAt(at)];
	return pair ? Decimal.of(pair[0]).dividedBy(Decimal.of(pair[1]), 20).normalize() : null;
}

/** A numeral that begins with a digit, a decimal point or a fraction character. */
export function readDigitNumeral(text: string, at: number, options: NumeralOptions): Numeral | null {
	const character = fractionCharacter(text, at);
	if (character) {
		return make(at, at + 1, character, -2, "fraction");
	}
	const digits = readDigits(text, at, (end) => options.quantityAt(skipSpaces(text, end)) || options.money(at));
	if (!digits) {
		return null;
	}
	const { end } = digits;
	const next = text.charCodeAt(end);
	// 3½, 10 1/2, 3/4
	const mixed = fractionCharacter(text, end) ?? null;
	if (mixed && !digits.decimals) {
		return make(at, end + 1, digits.value.plus(mixed), -2, "digits");
	}
	if (!digits.decimals && !digits.grouped) {
		const fraction = readSlash(text, at, digits);
		if (fraction) {
			return fraction;
		}
	}
	// 1.3e6, 6.23x10^-4, 2^5
	const scientific = readScientific(text, end, digits.value);
	if (scientific) {
		return make(at, scientific.end, scientific.value, scientific.value.exponent, "digits");
	}
	const spaced = skipSpaces(text, end);
	// Chinese and Korean scales.
	const follow =
		atoms.get(text.charCodeAt(spaced)) ??
		(moreCharacters.has(text.charCodeAt(spaced)) ? atoms.get(text.charCodeAt(spaced + 1)) : undefined);
	if (follow && follow.kind !== "digit" && follow.kind !== "tens") {
		const myriad = readMyriad(text, at, digits, options);
		if (myriad && myriad.end > end && myriad.scaled) {
			return make(at, myriad.end, myriad.value, myriad.precision, "digits", {
				mantissa: myriad.mantissa,
				scale: myriad.scale,
				more: myriad.more,
			});
		}
	}
	// 十分之…, 20분의 1
	const share = readShare(text, at, { end, value: digits.value }, options);
	if (share) {
		return share;
	}
	// English scale words and letters.
	if (isLatin(text.charCodeAt(spaced)) || next === 0x2d) {
		const english = readEnglish(text, at, digits);
		if (english && english.end > end && !english.ordinal) {
			return make(at, english.end, english.value, english.precision, "digits", {
				mantissa: english.mantissa,
				scale: english.scale,
			});
		}
		for (const { letter, power, free } of letterScalesByLength) {
			if (
				text.startsWith(letter, spaced) &&
				!isLatin(text.charCodeAt(spaced + letter.length)) &&
				!isDigit(text.charCodeAt(spaced + letter.length))
			) {
				const money = options.money(spaced + letter.length) || options.counted(spaced + letter.length);
				const glued = spaced === end;
				if (
					money ||
					(free && glued && !isExactLetterUnit(text, spaced, letter, digits)) ||
					(free && !glued && (letter === "M" || (letter === "G" && digits.decimals)))
				) {
					const value = digits.value.shift(power);
					return make(at, spaced + letter.length, value, value.exponent, "digits", { mantissa: digits.value, scale: power });
				}
			}
		}
	}
	return make(at, end, digits.value, digits.value.exponent, "digits", { plain: !digits.grouped && !digits.decimals });
}

const letterScalesByLength = [...letterScales].sort((a, b) => b.letter.length - a.letter.length);

/** 5G, 4K: names, not five billion. */
function isExactLetterUnit(_text: string, _at: number, letter: string, digits: Digits): boolean {
	return (letter === "G" && digits.count === 1 && !digits.decimals) || (letter === "K" && digits.decimals);
}

/** "3/4", "1 4/3": a fraction when it cannot be a date or a list. */
function readSlash(text: string, at: number, whole: Digits): Numeral | null {
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
	if (base && denominator.value.compare(Decimal.of(100)) > 0) {
		return null;
	}
	const value = numerator.value
		.dividedBy(denominator.value, 20)
		.normalize()
		.plus(base ?? Decimal.zero);
	return make(at, denominator.end, value, -2, base ? "digits" : "fraction");
}

function readScientific(text: string, at: number, mantissa: Decimal): { end: number; value: Decimal } | null {
	let next = at;
	let powerOf = false;
	const code = text.charCodeAt(at);
	if (code === 0x65 || code === 0x45) {
		next = at + 1;
	} else if (code === 0x5e) {
		next = at + 1;
		powerOf = true;
	} else {
		const cross = skipSpaces(text, at);
		const sign = text.charAt(cross);
		if (sign !== "x" && sign !== "×" && sign !== "X") {
			return null;
		}
		const ten = skipSpaces(text, cross + 1);
		if (!text.startsWith("10", ten)) {
			return null;
		}
		const raised = readSuperscript(text, ten + 2);
		if (raised) {
			return { end: raised.end, value: mantissa.shift(raised.value) };
		}
		if (text.charCodeAt(ten + 2) === 0x5e) {
			next = ten + 3;
		} else if (text.charCodeAt(ten + 2) === 0x2d) {
			next = ten + 2;
		} else {
			return null;
		}
	}
	let sign = 1;
	if (text.charCodeAt(next) === 0x2d || text.charCodeAt(next) === 0x2b) {
		sign = text.charCodeAt(next) === 0x2d ? -1 : 1;
		next += 1;
	}
	const end = digitsFrom(text, next);
	if (end === next || end - next > 2 || isLatin(text.charCodeAt(end))) {
		return null;
	}
	const exponent = sign * Number(text.slice(next, end));
	if (!powerOf) {
		return { end, value: mantissa.shift(exponent) };
	}
	let value = Decimal.one;
	for (let step = 0; step < Math.abs(exponent); step++) {
		value = value.times(mantissa);
	}
	if (exponent < 0 && value.isZero) {
		return null;
	}
	return { end, value: exponent < 0 ? Decimal.one.dividedBy(value, 20).normalize() : value };
}

const superscriptDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

function readSuperscript(text: string, at: number): { end: number; value: number } | null {
	let end = at;
	const negative = text.charAt(end) === "⁻";
	if (negative) {
		end += 1;
	}
	let digits = "";
	while (digits.length < 2 && superscriptDigits.includes(text.charAt(end)) && end < text.length) {
		digits += superscriptDigits.indexOf(text.charAt(end));
		end += 1;
	}
	return digits === "" ? null : { end, value: (negative ? -1 : 1) * Number(digits) };
}

/** 三分之一, 16分之5, 이십일 분의 삼, 百分之三十: what stands first is the denominator. */
function readShare(text: string, at: number, below: { end: number; value: Decimal }, options: NumeralOptions): Numeral | null {
	const between = skipSpaces(text, below.end);
	let end: number;
	if (text.startsWith("分", between) && text.startsWith("之", skipSpaces(text, between + 1))) {
		end = skipSpaces(text, between + 1) + 1;
	} else if (text.startsWith("분의", between)) {
		end = between + 2;
	} else {
		return null;
	}
	end = skipSpaces(text, end);
	const negative = ["负", "마이너스 ", "마이너스", "-"].find((word) => text.startsWith(word, end)) ?? "";
	const above = readPlain(text, end + negative.length, options);
	if (!above || below.value.isZero) {
		return null;
	}
	const numerator = negative ? above.value.negate() : above.value;
	if (below.value.equals(Decimal.of(100)) && !text.startsWith("一百", at)) {
		return make(at, above.end, numerator, above.precision, "words", { unit: "%" });
	}
	return make(at, above.end, numerator.dividedBy(below.value, 20).normalize(), -2, "fraction");
}

function readPlain(text: string, at: number, context: NumeralContext): { end: number; value: Decimal; precision: number } | null {
	if (isDigit(text.charCodeAt(at))) {
		const digits = readDigits(text, at, () => false);
		return digits && { end: digits.end, value: digits.value, precision: digits.value.exponent };
	}
	return readMyriad(text, at, null, context);
}

/** A numeral that begins with a Chinese numeral character. */
export function readChineseNumeral(text: string, at: number, options: NumeralOptions): Numeral | null {
	if (text.startsWith("百分之", at)) {
		const share = readShare(text, at, { end: at + 1, value: Decimal.of(100) }, options);
		if (share) {
			return share;
		}
	}
	const myriad = readMyriad(text, at, null, options);
	if (!myriad) {
		return null;
	}
	const share = readShare(text, at, myriad, options);
	if (share) {
		return share;
	}
	const next = text.charAt(myriad.end);
	// 三成, 七成五
	if (
		next === "成" &&
		myriad.value.compare(Decimal.of(10)) <= 0 &&
		!"员功立本为长就果分品".includes(text.charAt(myriad.end + 1) || "。")
	) {
		const extra = atoms.get(text.charCodeAt(myriad.end + 1));
		const tail = extra?.kind === "digit" ? extra.value : 0;
		return make(at, myriad.end + (tail ? 2 : 1), myriad.value.shift(1).plus(Decimal.of(tail)), tail ? 0 : 1, "words", {
			unit: "%",
		});
	}
	// 三百五十又三分之一
	const joint = skipSpaces(text, myriad.end);
	if (text.startsWith("又", joint)) {
		const part = readChineseNumeral(text, skipSpaces(text, joint + 1), options);
		if (part?.form === "fraction") {
			return make(at, part.end, myriad.value.plus(part.value), -2, "words");
		}
	}
	return make(at, myriad.end, myriad.value, myriad.precision, "words", {
		mantissa: myriad.mantissa,
		scale: myriad.scale,
		more: myriad.more,
		plain: myriad.atoms === 1 && !myriad.scaled,
	});
}

/**
 * A numeral that begins with a Korean syllable. Most such syllables are other words, so it must stand at a word's start and
 * either have a unit behind it or be long enough to be nothing else.
 */
export function readKoreanNumeral(text: string, at: number, options: NumeralOptions): Numeral | null {
	if (isHangul(text.charCodeAt(at - 1))) {
		return null;
	}
	if (nativeStarts.has(text.charCodeAt(at))) {
		const found = readNative(text, at);
		if (found) {
			const after = skipSpaces(text, found.end);
			const boundary = after > found.end || !isHangul(text.charCodeAt(found.end));
			if (options.quantityAt(after) && (found.end === after ? true : boundary)) {
				return make(at, found.end, Decimal.of(found.value), 0, "words", { plain: found.words === 1 });
			}
			if (found.words === 2 && (boundary || koreanEnds(text, found.end))) {
				return make(at, found.end, Decimal.of(found.value), 0, "words");
			}
		}
	}
	const run = koreanRunEnd(text, at);
	if (run === at) {
		return null;
	}
	const myriad = readMyriad(text, at, null, options);
	if (!myriad) {
		return null;
	}
	const share = readShare(text, at, myriad, options);
	if (share) {
		return share;
	}
	const { end } = myriad;
	const after = skipSpaces(text, end);
	const numeral = make(at, end, myriad.value, myriad.precision, "words", {
		mantissa: myriad.mantissa,
		scale: myriad.scale,
		more: myriad.more,
		plain: myriad.atoms === 1,
	});
	const lookalike = lookalikes.has(text.slice(at, end));
	if (options.quantityAt(after)) {
		// One digit with a one-syllable unit straight behind is a word: 사원, 이분, 구조.
		const single = myriad.atoms === 1 && !myriad.scaled;
		if (single && after === end && !options.quantityAt(-after)) {
			return null;
		}
		if (single && after > end && "이일조".includes(text.charAt(at)) && !options.quantityAt(-after)) {
			return null;
		}
		return numeral;
	}
	if (lookalike || myriad.atoms < 2 || !myriad.scaled) {
		return null;
	}
	return !isHangul(text.charCodeAt(end)) || koreanEnds(text, end) ? numeral : null;
}

/** A numeral that begins with an English word. */
export function readEnglishNumeral(
	text: string,
	at: number,
): (Numeral & { readonly ordinal: boolean; readonly words: number }) | null {
	const english = readEnglish(text, at, null);
	if (!english) {
		return null;
	}
	return {
		...make(at, english.end, english.value, english.precision, english.form, {
			mantissa: english.mantissa,
			scale: english.scale,
			plain: english.words === 1 && english.scale === 0,
		}),
		ordinal: english.ordinal,
		words: english.words,
	};
}

/** First letters of English number words: the scanner looks no further at other words. */
export const englishStarts = new Set<number>();
for (const word of [
	...Object.keys(englishNumbers),
	...Object.keys(englishFractions),
	...Object.keys(englishMultiples),
	...englishScales.flatMap((s) => s.words),
	"a",
	"an",
	"minus",
	"negative",
]) {
	englishStarts.add(word.charCodeAt(0));
}
