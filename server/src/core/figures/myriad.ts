/**
 * Reads Chinese and Korean numerals, in characters, in digits with myriad scales, and mixed: 204억6000만, 1조 2,345억, 1.1万亿,
 * 五兆六十二亿四万五千二, 1千零20, 万亿, 二百五, 二〇二二.
 */
import {
	chineseBigScales,
	chineseDigits,
	chineseSmallScales,
	chineseTens,
	formalOnly,
	koreanBigScales,
	koreanDigits,
	koreanSmallScales,
} from "../../../data/figures/numerals.ts";
import { Decimal } from "../decimal.ts";
import { isHan, isHangul } from "../text/fold.ts";
import { isDigit, skipSpaces, space } from "./characters.ts";
import { type Digits, mostDigits, type Read, readDigits } from "./digits.ts";

export interface Myriad {
	readonly end: number;
	readonly value: Decimal;
	/** Exponent of the last significant digit. */
	readonly precision: number;
	/** The value before its scale, and the scale as a power of ten. */
	readonly mantissa: Decimal;
	readonly scale: number;
	/** 十余万, 20多万: the numeral itself says "more than". */
	readonly more: boolean;
	/** Number characters read, a run of digits counted as one. */
	readonly atoms: number;
	/** Whether a scale character took part. */
	readonly scaled: boolean;
}

/** What a reader of numerals asks about the words around. */
export interface Surroundings {
	/** Whether a unit of two characters or more begins here: 千瓦 is a unit, not a thousand 瓦. */
	readonly unitAt: (at: number) => boolean;
	/** Whether a unit, currency or classifier begins here. */
	readonly quantityAt: (at: number) => boolean;
}

type Atom =
	| { readonly kind: "digit"; readonly value: number }
	| { readonly kind: "small"; readonly power: number }
	| { readonly kind: "tens"; readonly value: number }
	| { readonly kind: "big"; readonly power: number };

const atoms = new Map<number, Atom>();
function addAtoms(table: Readonly<Record<string, number>>, make: (value: number) => Atom): void {
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

function codes(characters: Iterable<string>): Set<number> {
	return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
}
const formal = codes(formalOnly);
const zeroes = codes("零〇영공");
const points = codes("点점쩜");
/** 余, 多 and the like between a number and its scale. */
const mores = codes("余多几来数");
const two = "两".charCodeAt(0);

function atomAt(text: string, at: number): Atom | undefined {
	return atoms.get(text.charCodeAt(at));
}

/** Whether a Chinese or Korean numeral may begin with this character. */
export function isNumeralCharacter(code: number): boolean {
	return atoms.has(code);
}

/** Whether a scale (百, 千, 万 and above; 十 with `ten`) begins at `at`. */
export function isScaleAt(text: string, at: number, surroundings: Surroundings): boolean {
	const atom = atomAt(text, at);
	return atom !== undefined && (atom.kind === "small" || atom.kind === "big") && !surroundings.unitAt(at);
}

/** Whether a scale follows a number at `at`, perhaps behind 余 or 多. */
export function scaleFollows(text: string, at: number, surroundings: Surroundings): boolean {
	return isScaleAt(text, mores.has(text.charCodeAt(at)) ? skipSpaces(text, at + 1) : at, surroundings);
}

/** End of the run of Korean number syllables at `at`. */
export function koreanRunEnd(text: string, at: number): number {
	let end = at;
	while (end - at < 32 && isHangul(text.charCodeAt(end)) && atoms.has(text.charCodeAt(end))) {
		end += 1;
	}
	return end;
}

/** Whether a Korean number can end at `at`: no syllable, a particle, the copula. */
export function koreanNumberEnds(text: string, at: number): boolean {
	return (
		!isHangul(text.charCodeAt(at)) ||
		/^(은|는|을|를|의|에|로|과|와|도|만|까지|부터|보다|입니다|이다|이며|분의|점|쯤)/.test(text.slice(at, at + 3))
	);
}

/** Exponent of the last digit that is not zero. */
export function lastDigit(value: Decimal): number {
	return value.normalize().exponent;
}

/** A section closed by a big scale: its value in ones, and that scale's power. */
interface Term {
	readonly value: Decimal;
	readonly power: number;
}

class Chain {
	/** Sections closed by big scales, their powers falling. */
	terms: Term[] = [];
	/** What small scales have made since the last big one. */
	section: Decimal | null = null;
	sectionPower = 99;
	/** A number that waits for its scale. */
	current: Decimal | null = null;
	currentIsDigits = false;
	/** Power of the last scale; -1 before any. */
	lastScale = -1;
	/** The scale that all of the value shares, while there is one. */
	scale = 0;
	/** Numbers that the reader saw printed: two or more make a chain, whose trailing zeros are not significant. */
	printed = 0;
	/** Exponent of the last printed digit, for a single number. */
	exponent = 0;
	zero = false;
	/** One of the scale was understood, not printed. */
	implied = false;

	take(value: Decimal, isDigits: boolean): void {
		this.current = value;
		this.currentIsDigits = isDigits;
		this.exponent = value.exponent;
		this.printed += 1;
	}

	/** 十, 百, 千. @returns whether it fits. */
	small(power: number, first: boolean): boolean {
		if (power >= this.sectionPower || (this.current === null && !first && this.lastScale <= power)) {
			return false;
		}
		if (this.current === null) {
			this.printed += 1;
		}
		this.exponent = (this.current?.exponent ?? 0) + power;
		this.section = (this.section ?? Decimal.zero).plus((this.current ?? Decimal.one).shift(power));
		this.current = null;
		this.sectionPower = power;
		this.lastScale = power;
		this.scale = power;
		this.zero = false;
		return true;
	}

	tens(value: number): boolean {
		if (this.current !== null || this.sectionPower <= 1) {
			return false;
		}
		this.section = (this.section ?? Decimal.zero).plus(Decimal.of(value));
		this.sectionPower = 1;
		this.lastScale = 1;
		this.exponent = 1;
		this.printed += 1;
		return true;
	}

	/** 万, 亿, 兆. A scale above earlier ones multiplies them too: 一万五千亿, 1.1万亿, 万万. @returns whether it fits. */
	big(power: number): boolean {
		const last = this.terms.at(-1);
		const group =
			this.section === null && this.current === null ? null : (this.section ?? Decimal.zero).plus(this.current ?? Decimal.zero);
		if (group !== null && last?.power === power && this.currentIsDigits) {
			return false; // 3万4万: two numbers
		}
		let own: Decimal;
		if (group !== null) {
			this.exponent = this.current !== null ? this.current.exponent : lastDigit(group);
			own = group;
		} else if (last === undefined) {
			own = Decimal.one; // 万亿, 만 원
			this.implied = true;
			this.printed += 1;
			this.exponent = 0;
		} else {
			own = Decimal.zero;
		}
		const kept: Term[] = [];
		let lifted = false;
		for (const term of this.terms) {
			if (term.power < power || (group === null && term === last)) {
				own = own.plus(term.value);
				lifted = true;
			} else {
				kept.push(term);
			}
		}
		this.exponent += power;
		this.scale = lifted ? this.scale + power : power;
		this.terms = [...kept, { value: own.shift(power), power }];
		this.section = null;
		this.current = null;
		this.sectionPower = 99;
		this.lastScale = power;
		this.zero = false;
		return true;
	}

	value(): Decimal {
		let value = (this.section ?? Decimal.zero).plus(this.current ?? Decimal.zero);
		for (const term of this.terms) {
			value = value.plus(term.value);
		}
		return value;
	}
}

export interface MyriadOptions {
	/** Digits already read at `at`. */
	readonly first?: Digits;
	/** No 만 and above: the numerator of a Korean fraction, where 만 is the particle "only". */
	readonly smallOnly?: boolean;
	/** Formal digits count by themselves: behind 分之. */
	readonly formal?: boolean;
}

/** A numeral at `at`; null when there is none. Reads at most 64 characters of scales and digits. */
export function readMyriad(text: string, at: number, surroundings: Surroundings, options: MyriadOptions = {}): Myriad | null {
	const { first } = options;
	const chain = new Chain();
	let end = at;
	let count = 0;
	let more = false;
	if (first) {
		chain.take(first.value, true);
		end = first.end;
		count = 1;
	}
	for (let guard = 0; guard < 64; guard++) {
		const next = count > 0 && text.charCodeAt(end) === space ? skipSpaces(text, end) : end;
		const code = text.charCodeAt(next);
		if (count > 0 && mores.has(code)) {
			// 十余万, 20 多亿, 二十几万: only before another scale.
			const after = skipSpaces(text, next + 1);
			const atom = atomAt(text, after);
			if (!atom || !(atom.kind === "big" || (atom.kind === "small" && atom.power >= 2)) || surroundings.unitAt(after)) {
				break;
			}
			more = true;
			end = next + 1;
			continue;
		}
		if (isDigit(code)) {
			const digits = digitsInChain(text, next, end, chain, surroundings);
			if (!digits) {
				break;
			}
			chain.take(digits.value, true);
			end = digits.end;
			count += 1;
			continue;
		}
		const atom = atoms.get(code);
		if (
			!atom ||
			((atom.kind === "small" || atom.kind === "big") && surroundings.unitAt(next)) ||
			(atom.kind === "big" && options.smallOnly) ||
			!continues(text, next, end, count, atom, chain, first !== undefined, surroundings)
		) {
			break;
		}
		if (atom.kind === "digit") {
			if (zeroes.has(code) && count > 0 && chain.current === null) {
				if (!zeroHolds(text, next + 1)) {
					break;
				}
				chain.zero = true;
				end = next + 1;
				continue;
			}
			if (zeroes.has(code) && count === 0 && isScaleAt(text, next + 1, surroundings)) {
				return null; // 零十五: the number starts behind the zero
			}
			if (chain.current !== null) {
				if (count === 1 && !chain.currentIsDigits && code !== two && isHan(code)) {
					return digitByDigit(text, at);
				}
				break;
			}
			// 两 is a digit before a scale or by itself, a unit of weight elsewhere; 陆 and 参 are words by themselves.
			if (
				(code === two && count > 0 && !isScaleAt(text, next + 1, surroundings)) ||
				(formal.has(code) && count === 0 && !options.formal && !atomAt(text, next + 1))
			) {
				break;
			}
			chain.take(Decimal.of(atom.value), false);
		} else if (
			!(atom.kind === "tens"
				? chain.tens(atom.value)
				: atom.kind === "small"
					? chain.small(atom.power, count === 0)
					: chain.big(atom.power))
		) {
			break;
		}
		end = next + 1;
		count += 1;
	}
	if (count === 0) {
		return null;
	}
	const scaled = chain.lastScale >= 0;
	if (chain.current !== null && scaled) {
		// 二百五, 三千二: a last digit alone stands one power below the last scale.
		const short = !chain.currentIsDigits && chain.lastScale >= 2 && !chain.zero && isHan(text.charCodeAt(end - 1)) && !first;
		if (short) {
			chain.current = chain.current.shift(chain.lastScale - 1);
		}
		chain.exponent = chain.current.exponent;
	}
	const value = chain.value();
	if (!first) {
		const decimal = withDecimals(text, at, end, value, count, surroundings);
		if (decimal) {
			return decimal;
		}
	}
	return {
		end,
		value,
		precision: chain.printed >= 2 ? lastDigit(value) : chain.exponent,
		mantissa: scaled ? value.shift(-chain.scale) : value,
		scale: scaled ? chain.scale : 0,
		more,
		atoms: count,
		scaled,
	};
}

/** Digits behind a scale: 1조 2,345억, 3万4000, 4천3백21. They must be smaller than the scale, and no year beside it. */
function digitsInChain(text: string, at: number, end: number, chain: Chain, surroundings: Surroundings): Digits | null {
	// 만 65세: a scale by itself goes with no digits across a space.
	if (chain.lastScale < 0 || chain.current !== null || (chain.implied && at > end)) {
		return null;
	}
	const digits = readDigits(text, at, () => false);
	if (!digits || digits.value.compare(new Decimal(1n, chain.lastScale)) >= 0) {
		return null;
	}
	const after = skipSpaces(text, digits.end);
	if (isScaleAt(text, after, surroundings) || at === end) {
		return digits;
	}
	// Across a space without a scale of its own: Korean only, and never a year.
	const korean = isHangul(text.charCodeAt(end - 1));
	const year =
		digits.count === 4 && !digits.grouped && ("年년".includes(text.charAt(after) || " ") || !surroundings.quantityAt(after));
	return korean && !year ? digits : null;
}

/** Whether the character at `next` goes on with the numeral that ends at `end`. */
function continues(
	text: string,
	next: number,
	end: number,
	count: number,
	atom: Atom,
	chain: Chain,
	afterDigits: boolean,
	surroundings: Surroundings,
): boolean {
	if (count === 0) {
		return true;
	}
	const apart = next > end;
	if (isHangul(text.charCodeAt(next))) {
		const runEnd = koreanRunEnd(text, next);
		const wordEnds = !isHangul(text.charCodeAt(runEnd));
		if (atom.kind === "digit" && !isScaleAt(text, next + 1, surroundings)) {
			// A syllable such as 이 or 일 behind digits is a particle or a unit; behind syllables it may be the last digit.
			if (afterDigits || !(wordEnds || surroundings.quantityAt(runEnd) || koreanNumberEnds(text, runEnd))) {
				return false;
			}
		}
		return !apart || wordEnds || surroundings.quantityAt(runEnd) || koreanNumberEnds(text, runEnd);
	}
	if (isHangul(text.charCodeAt(end - 1))) {
		return false;
	}
	if (apart && atom.kind === "digit") {
		const follow = atomAt(text, skipSpaces(text, next + 1));
		const goesOn = (follow !== undefined && follow.kind !== "digit") || text.charAt(next + 1) === "又";
		return chain.lastScale >= 0 && (goesOn || !isHan(text.charCodeAt(next + 1)));
	}
	return true;
}

/** Whether something stands behind 零 that it holds the place for. */
function zeroHolds(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return atoms.has(code) || isDigit(code) || code === space || mores.has(code);
}

/** Decimals behind a point word: 二点五, 四百亿点零五零, 이백점 칠일; then perhaps a scale: 一点一万亿. */
function withDecimals(
	text: string,
	at: number,
	end: number,
	whole: Decimal,
	count: number,
	surroundings: Surroundings,
): Myriad | null {
	const mark = skipSpaces(text, end);
	if (!points.has(text.charCodeAt(mark))) {
		return null;
	}
	const decimals = digitsAfterPoint(text, skipSpaces(text, mark + 1));
	if (!decimals) {
		return null;
	}
	const value = whole.plus(decimals.value);
	if (isScaleAt(text, decimals.end, surroundings)) {
		const first: Digits = { end: decimals.end, value, grouped: false, decimals: true, count: 1 };
		const scaled = readMyriad(text, at, surroundings, { first });
		if (scaled && scaled.end > decimals.end) {
			return scaled;
		}
	}
	return {
		end: decimals.end,
		value,
		precision: value.exponent,
		mantissa: value,
		scale: 0,
		more: false,
		atoms: count + 2,
		scaled: true,
	};
}

function digitsAfterPoint(text: string, at: number): Read | null {
	let end = at;
	let digits = "";
	while (digits.length < mostDigits) {
		const code = text.charCodeAt(end);
		const atom = atoms.get(code);
		if (isDigit(code)) {
			digits += String.fromCharCode(code);
		} else if (atom?.kind === "digit" && code !== two) {
			digits += atom.value;
		} else {
			break;
		}
		end += 1;
	}
	return digits === "" ? null : { end, value: new Decimal(BigInt(digits), -digits.length) };
}

/** Digits one by one: 二〇二二, 一九九八. */
function digitByDigit(text: string, at: number): Myriad | null {
	let end = at;
	let digits = "";
	for (let atom = atomAt(text, end); atom?.kind === "digit" && digits.length < mostDigits; atom = atomAt(text, end)) {
		digits += atom.value;
		end += 1;
	}
	const follow = atomAt(text, end);
	if (digits.length < 2 || (follow && follow.kind !== "digit")) {
		return null;
	}
	const value = new Decimal(BigInt(digits), 0);
	return { end, value, precision: 0, mantissa: value, scale: 0, more: false, atoms: digits.length, scaled: false };
}
