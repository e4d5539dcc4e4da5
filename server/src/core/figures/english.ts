/** Reads spelled-out English numbers, and digits with scale words: "one and a half million", "3 hundred and 21", "two thirds". */
import {
	englishCollectives,
	englishFractions,
	englishMultiples,
	englishNumbers,
	englishScales,
} from "../../../data/figures/numerals.ts";
import { Decimal } from "../decimal.ts";
import { hyphen, isDigit, isLatin, skipSpaces, space } from "./characters.ts";
import { type Digits, type Read, ratio, readDigits } from "./digits.ts";
import { Lexicon } from "./lexicon.ts";
import { lastDigit } from "./myriad.ts";

export interface English {
	readonly end: number;
	readonly value: Decimal;
	readonly precision: number;
	readonly mantissa: Decimal;
	readonly scale: number;
	readonly form: "digits" | "words" | "fraction" | "multiple";
	readonly words: number;
	/** "twenty-fifth": a place, no number. */
	readonly ordinal: boolean;
}

type Word =
	| { readonly kind: "number"; readonly value: number }
	/** `alone`: also without a number before it. */
	| { readonly kind: "scale"; readonly power: number; readonly alone: boolean }
	| { readonly kind: "fraction"; readonly denominator: number; readonly many: boolean }
	| { readonly kind: "collective"; readonly value: number }
	| { readonly kind: "multiple"; readonly value: string }
	| { readonly kind: "article" | "and" | "point" | "minus" };

const lexicon = new Lexicon<Word>({ caseless: true });
for (const [word, value] of Object.entries(englishNumbers)) {
	lexicon.add(word, { kind: "number", value });
}
for (const { words, power, use } of englishScales) {
	for (const word of words) {
		lexicon.add(word, { kind: "scale", power, alone: use === "word" });
	}
}
for (const [word, denominator] of Object.entries(englishFractions)) {
	lexicon.add(word, { kind: "fraction", denominator, many: word.endsWith("s") });
}
for (const [word, value] of Object.entries(englishCollectives)) {
	lexicon.add(word, { kind: "collective", value });
}
for (const [word, value] of Object.entries(englishMultiples)) {
	lexicon.add(word, { kind: "multiple", value: String(value) });
}
for (const [word, kind] of [
	["a", "article"],
	["an", "article"],
	["and", "and"],
	["&", "and"],
	["point", "point"],
	["minus", "minus"],
	["negative", "minus"],
] as const) {
	lexicon.add(word, { kind });
}

/** First letters of number words: the scanner looks no further at other words. */
export const englishStarts = new Set(
	[
		...Object.keys(englishNumbers),
		...Object.keys(englishFractions),
		...Object.keys(englishMultiples),
		...englishScales.flatMap((scale) => scale.words),
		"a",
	].map((word) => word.charCodeAt(0)),
);

interface Found {
	readonly end: number;
	readonly word: Word;
}

function wordAt(text: string, at: number): Found | null {
	const match = lexicon.longest(text, at);
	return match && { end: match.at, word: match.value };
}

/** Past the space or hyphen between two number words; " - " too, where it joins letters. */
function gap(text: string, at: number): number {
	const code = text.charCodeAt(at);
	if (code === space) {
		const next = skipSpaces(text, at);
		if (
			text.charCodeAt(next) === hyphen &&
			text.charCodeAt(next + 1) === space &&
			wordAt(text, next + 2)?.word.kind === "fraction"
		) {
			return next + 2;
		}
		return next;
	}
	return code === hyphen && isLatin(text.charCodeAt(at + 1)) ? at + 1 : at;
}

function isBigScale(
	found: Found | null,
): found is Found & { readonly word: { readonly kind: "scale"; readonly power: number; readonly alone: boolean } } {
	return found?.word.kind === "scale" && found.word.alone && found.word.power > 2;
}

/** Past "of a" and the like between a fraction and its scale: "two thirds of a million", "half a million". */
function skipOf(text: string, at: number): number {
	let end = gap(text, at);
	for (const word of ["of ", "a ", "an "]) {
		if (text.startsWith(word, end)) {
			end += word.length;
		}
	}
	return end;
}

/** Ordinals before "quarter" and "half" that make them periods or places. */
const ordinalBefore =
	/(?:first|second|third|fourth|last|latter|final|previous|next|this|each|every|per|other|either|the|1st|2nd|3rd|4th) $/i;

/** A fraction as an addend: "a half", "three quarters", "one half". */
function readPart(text: string, at: number): Read | null {
	const first = wordAt(text, at);
	if (first?.word.kind === "fraction") {
		const { denominator, many } = first.word;
		return (denominator === 2 || denominator === 4) && !many
			? { end: first.end, value: ratio(Decimal.one, Decimal.of(denominator)) }
			: null;
	}
	let numerator = first?.word.kind === "article" ? 1 : first?.word.kind === "number" ? first.word.value : 0;
	let second = first && numerator > 0 ? wordAt(text, gap(text, first.end)) : null;
	if (numerator >= 20 && second?.word.kind === "number" && second.word.value < 10) {
		// "fifty-four hundredths"
		numerator += second.word.value;
		second = wordAt(text, gap(text, second.end));
	}
	if (second?.word.kind !== "fraction" || (numerator > 1 && !second.word.many && second.word.denominator !== 4)) {
		return null;
	}
	return { end: second.end, value: ratio(Decimal.of(numerator), Decimal.of(second.word.denominator)) };
}

/** Digits in words behind "point": "zero three", "seventy-one". */
function readPoint(text: string, at: number): Read | null {
	let digits = "";
	let end = at;
	let next = at;
	for (let guard = 0; guard < 20; guard++) {
		const found = wordAt(text, next);
		if (found?.word.kind !== "number") {
			break;
		}
		const unit = found.word.value >= 20 ? wordAt(text, gap(text, found.end)) : null;
		if (unit?.word.kind === "number" && unit.word.value < 10) {
			digits += found.word.value + unit.word.value;
			end = unit.end;
		} else {
			digits += found.word.value;
			end = found.end;
		}
		next = gap(text, end);
	}
	return digits === "" ? null : { end, value: new Decimal(BigInt(digits), -digits.length) };
}

/** No number yet in the group below a scale. */
const empty = 1000;

class Reader {
	private total = Decimal.zero;
	private group: Decimal | null = null;
	/** The smallest magnitude in the group: 1, 10 or 100; what comes next must be below it. */
	private level = empty;
	private lastScale = 99;
	private scale = 0;
	private precision = 0;
	private parts = 0;
	private words = 0;
	private form: English["form"];
	private end: number;

	private readonly text: string;
	private readonly start: number;
	private readonly first: Digits | null;

	constructor(text: string, start: number, first: Digits | null) {
		this.text = text;
		this.start = start;
		this.first = first;
		this.end = first?.end ?? start;
		this.form = first ? "digits" : "words";
		if (first) {
			this.group = first.value;
			this.level = 1;
			this.precision = first.value.exponent;
			this.parts = 1;
		}
	}

	read(): English | null {
		const { text } = this;
		let next = this.first ? gap(text, this.end) : this.start;
		for (let guard = 0; guard < 48; guard++) {
			const found = wordAt(text, next);
			if (!found) {
				next = this.digits(next);
				if (next < 0) {
					break;
				}
				continue;
			}
			const { word } = found;
			let taken: number | English | null;
			switch (word.kind) {
				case "article":
					taken = this.article(found.end);
					break;
				case "number":
					taken = this.number(word.value, found.end);
					break;
				case "scale":
					taken = word.power === 2 && this.group !== null ? this.hundred(found.end) : this.big(word.power, word.alone, found.end);
					break;
				case "and":
					taken = this.and(gap(text, found.end));
					break;
				case "point":
					taken = this.point(found.end);
					break;
				case "fraction":
					taken = this.fraction(word.denominator, word.many, found.end);
					break;
				case "collective":
					taken = this.collective(word.value, found.end);
					break;
				case "multiple":
					taken = this.started ? -1 : this.result({ end: found.end, value: Decimal.parse(word.value), form: "multiple" });
					break;
				default:
					taken = -1;
			}
			if (taken === null || typeof taken === "object") {
				return taken;
			}
			if (taken < 0) {
				break;
			}
			next = taken;
		}
		return this.started && !(this.first && this.words === 0) ? this.finish() : null;
	}

	private get started(): boolean {
		return this.words > 0 || this.first !== null;
	}

	/** Moves on behind a word. @returns where the next one starts. */
	private advance(end: number): number {
		this.end = end;
		this.words += 1;
		return gap(this.text, end);
	}

	/** Digits behind a scale: "3 hundred and 21", "4 thousand 3 hundred". @returns where to go on, or -1. */
	private digits(at: number): number {
		const { text } = this;
		const open = this.words > 0 && (this.group === null ? this.lastScale < 99 : this.level === 100);
		if (!open || !isDigit(text.charCodeAt(at)) || at === this.end) {
			return -1;
		}
		const digits = readDigits(text, at, () => false);
		const limit = this.group === null ? this.lastScale : 2;
		if (!digits || digits.decimals || digits.value.isZero || digits.value.compare(new Decimal(1n, limit)) >= 0) {
			return -1;
		}
		const after = wordAt(text, gap(text, digits.end));
		if (!text.slice(this.end, at).includes("and") && after?.word.kind !== "scale") {
			return -1;
		}
		// "3 hundred and 2 hundred" are two numbers.
		if (text.slice(this.end, at).includes("and") && after?.word.kind === "scale" && after.word.power >= limit) {
			return -1;
		}
		this.group = (this.group ?? Decimal.zero).plus(digits.value);
		this.level = 1;
		this.parts += 1;
		this.precision = 0;
		return this.advance(digits.end);
	}

	private article(end: number): number | null {
		if (this.started) {
			return -1;
		}
		const next = gap(this.text, end);
		const after = wordAt(this.text, next)?.word;
		if (after?.kind === "fraction") {
			return next;
		}
		if (after?.kind !== "collective" && !(after?.kind === "scale" && after.alone)) {
			return null;
		}
		this.group = Decimal.one;
		this.level = 1;
		this.parts = 1;
		return next;
	}

	private number(value: number, end: number): number {
		const level = value >= 20 ? 10 : 1;
		const teen = value >= 10 && value < 20;
		if (this.group !== null && (this.level <= level || (teen && this.level < 100))) {
			return -1;
		}
		this.group = (this.group ?? Decimal.zero).plus(Decimal.of(value));
		this.level = level;
		this.parts += 1;
		this.precision = 0;
		return this.advance(end);
	}

	private hundred(end: number): number {
		const group = this.group as Decimal;
		if (this.level > 10 || group.compare(Decimal.of(1000)) >= 0) {
			return -1;
		}
		this.group = group.shift(2);
		this.level = 100;
		this.precision += 2;
		this.scale = this.scale || 2;
		return this.advance(end);
	}

	private big(power: number, alone: boolean, end: number): number | null {
		if (this.group === null && this.words > 0) {
			// "three lakh crore": scales multiply.
			if (this.total.isZero || power < 5) {
				return -1;
			}
			this.total = this.total.shift(power);
			this.precision += power;
			this.scale += power;
			return this.advance(end);
		}
		if (
			this.group === null &&
			(!alone || power === 5 || power === 7 || this.text.charAt(end - 1).toLowerCase() === "s" || this.isVague())
		) {
			return null;
		}
		if (power >= this.lastScale) {
			return -1;
		}
		const group = this.group ?? Decimal.one;
		this.total = this.total.plus(group.shift(power));
		this.precision = group.exponent + power;
		this.parts = Math.max(this.parts, 1);
		this.scale = power;
		this.lastScale = power;
		this.group = null;
		this.level = empty;
		return this.advance(end);
	}

	/** "several hundred", "a few million": nobody knows how many. */
	private isVague(): boolean {
		return /(?:several|few|many|some|of|couple|multi|by the) ?-?$/i.test(
			this.text.slice(Math.max(0, this.start - 8), this.start),
		);
	}

	/** "and" before a smaller number or a fraction. */
	private and(at: number): number {
		const { text } = this;
		if (!this.started) {
			return -1;
		}
		const part = readPart(text, at);
		if (part && (this.group !== null || this.lastScale < 99)) {
			const scale = wordAt(text, gap(text, part.end));
			if (this.group === null) {
				// "a million and a half"; "one billion and three quarters million"
				const power = isBigScale(scale) && scale.word.power < this.lastScale ? scale.word.power : this.lastScale;
				this.total = this.total.plus(part.value.shift(power));
				this.precision = power - 1;
				this.advance(power < this.lastScale && scale ? scale.end : part.end);
				return -1;
			}
			this.group = this.group.plus(part.value);
			this.precision = -1;
			this.parts += 1;
			this.level = 1;
			const next = this.advance(part.end);
			return isBigScale(scale) ? next : -1;
		}
		const after = wordAt(text, at)?.word;
		const open = this.words > 0 && (this.group === null ? this.lastScale < 99 : this.level >= 100);
		// "5 million and two sites", "5 million and 3,000 trees" are two numbers; "6 crore and two hundred" is one.
		if (
			this.group === null &&
			this.lastScale >= 6 &&
			(after?.kind !== "number" || wordAt(text, gap(text, wordAt(text, at)?.end ?? at))?.word.kind !== "scale")
		) {
			return -1;
		}
		return open && (after?.kind === "number" || isDigit(text.charCodeAt(at))) ? at : -1;
	}

	private point(end: number): number {
		const decimals = this.group !== null && !this.first ? readPoint(this.text, gap(this.text, end)) : null;
		if (!decimals) {
			return -1;
		}
		this.group = (this.group as Decimal).plus(decimals.value);
		this.precision = decimals.value.exponent;
		this.level = 1;
		return this.advance(decimals.end);
	}

	private fraction(denominator: number, many: boolean, end: number): number | English | null {
		if (this.first || !this.total.isZero) {
			return -1;
		}
		const { text } = this;
		const scale = wordAt(text, skipOf(text, end));
		if (this.group === null) {
			// "third" and "fifth" alone are ordinals; "quarter" and "half" may be periods.
			const article = this.start !== end && wordAt(text, this.start)?.word.kind === "article";
			if (
				!article &&
				(many ||
					(denominator !== 2 && !isBigScale(scale) && !this.partOf(end, denominator)) ||
					ordinalBefore.test(text.slice(Math.max(0, this.start - 9), this.start)))
			) {
				return null;
			}
		} else if (!this.group.equals(Decimal.one) && !many) {
			return { ...this.result({ end, value: Decimal.zero, form: "words" }), ordinal: denominator !== 2 };
		}
		const value = ratio(this.group ?? Decimal.one, Decimal.of(denominator));
		if (isBigScale(scale)) {
			const power = scale.word.power;
			return this.result({
				end: scale.end,
				value: value.shift(power),
				form: "words",
				precision: power - 2,
				mantissa: value,
				scale: power,
			});
		}
		if (scale?.word.kind === "collective") {
			// "half a dozen"
			return this.result({ end: scale.end, value: value.times(Decimal.of(scale.word.value)).normalize(), form: "words" });
		}
		// "A third colleague": one more of a kind, not a part of something.
		if (
			this.start !== end &&
			denominator >= 3 &&
			!many &&
			/^ [a-z]+(?:'s)? (?:[a-z]+ed|[a-z]*wrote|said|has|had|is|was|will|may|can)\b/.test(text.slice(end, end + 40)) &&
			this.group === null
		) {
			return null;
		}
		this.advance(end);
		return this.result({ end, value, form: "fraction", precision: -2 });
	}

	/** "quarter-litre", "tenth of a gallon": a fraction without an article, told by what it is of. */
	private partOf(end: number, denominator: number): boolean {
		const { text } = this;
		return (
			(denominator === 4 && text.charCodeAt(end) === hyphen) || (denominator >= 4 && /^ of an? /.test(text.slice(end, end + 7)))
		);
	}

	private collective(value: number, end: number): English | null {
		if (!this.started && this.group === null) {
			return null;
		}
		// "three hundred and two dozen": only the last number is multiplied.
		const group = this.group ?? Decimal.one;
		const last = this.level === 1 && group.compare(Decimal.of(100)) > 0 ? Decimal.of(group.digits % 100n) : group;
		const total = this.total.plus(group.minus(last)).plus(last.times(Decimal.of(value)));
		// "a couple of dollars", "a dozen of suppliers"
		const of = /^ of (?!the |our |its |their |these |those |them |this |that )(?=[a-z])/i.exec(this.text.slice(end, end + 12));
		return this.result({ end: end + (of ? 3 : 0), value: total, form: this.first ? "digits" : "words" });
	}

	private result(given: {
		end: number;
		value: Decimal;
		form: English["form"];
		precision?: number;
		mantissa?: Decimal;
		scale?: number;
	}): English {
		return {
			end: given.end,
			value: given.value,
			precision: given.precision ?? given.value.exponent,
			mantissa: given.mantissa ?? given.value,
			scale: given.scale ?? 0,
			form: given.form,
			words: this.words + 1,
			ordinal: false,
		};
	}

	private finish(): English {
		const value = this.total.plus(this.group ?? Decimal.zero);
		const chain = this.parts >= 2 && (this.form === "words" || this.scale > 0);
		const spelledHundreds = this.form === "words" && this.scale === 2;
		return {
			end: this.end,
			value,
			precision: chain && this.scale >= 3 ? Math.max(lastDigit(value), 0) : spelledHundreds ? 0 : this.precision,
			mantissa: value.shift(-this.scale),
			scale: this.scale,
			form: this.form,
			words: this.words,
			ordinal: false,
		};
	}
}

/** A spelled-out number at `at`, or digits `first` read there with the scale words behind them. null when no word takes part. */
export function readEnglish(text: string, at: number, first: Digits | null): English | null {
	return first || mayBegin(text, at) ? new Reader(text, at, first).read() : null;
}

function mayBegin(text: string, at: number): boolean {
	const kind = lexicon.longest(text, at)?.value.kind;
	return kind !== undefined && kind !== "and" && kind !== "point" && kind !== "minus";
}
