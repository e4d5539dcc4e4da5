/** A number with what stands straight around it: sign, currency, unit, the thing it counts. */
import { coinTails, halves } from "../../../data/figures/compounds.ts";
import { Decimal } from "../decimal.ts";
import type { Language, Qualifier, Span } from "../model.ts";
import { isHan, isHangul } from "../text/fold.ts";
import { backSpaces, hyphen, isDigit, isLatin, skipSpaces } from "./characters.ts";
import { type Counted, readCounted } from "./counts.ts";
import type { HeaderUnit } from "./header.ts";
import { endsWord, readKoreanNumeral } from "./korean.ts";
import type { Match } from "./lexicon.ts";
import { isNumeralCharacter } from "./myriad.ts";
import { type Numeral, type NumeralOptions, readChineseNumeral, readDigitNumeral, readEnglishNumeral } from "./numeral.ts";
import { readUnit, type UnitReading } from "./unitReader.ts";
import { findUnit, unitSymbols, unitWords } from "./units.ts";
import {
	type CurrencyWord,
	chineseClassifiers,
	currencyBefore,
	currencyCodes,
	currencySuffixes,
	englishNouns,
	koreanClassifiers,
	koreanNouns,
} from "./words.ts";

/** The text that is read, and what is known about all of it. */
export interface Scene {
	readonly text: string;
	readonly language: Language;
	/** What a cell's headers say; null outside tables. */
	readonly header: HeaderUnit | null;
	readonly inCell: boolean;
	/** In a column of page numbers, row numbers or codes. */
	readonly inIndex: boolean;
	readonly options: NumeralOptions;
}

export interface Amount {
	readonly start: number;
	readonly end: number;
	readonly numeral: Numeral;
	/** In its own unit, sign included; coins count as parts of the currency. */
	readonly value: Decimal;
	/** Exponent of the last significant printed digit of `value`. */
	readonly precision: number;
	readonly currency: string | null;
	readonly unit: UnitReading | null;
	readonly counted: Counted | null;
	/** A qualifier between the number and its unit: 100余家. */
	readonly inner: { readonly qualifier: Qualifier; readonly span: Span } | null;
}

const mostWeeks = Decimal.of(100);
const openBracket = 0x28;
const closeBracket = 0x29;

/** What is counted in millions, so that "86 m customers" is no length. */
const manyCounted = new Set([
	"customer",
	"user",
	"person",
	"enterprise",
	"household",
	"employee",
	"transaction",
	"loan",
	"tree",
	"share",
	"account",
	"student",
	"farmer",
	"sheet",
	"product",
]);

/** The currency word behind a number at `at`: a name without case or a code with it. */
export function currencyAt(text: string, at: number): Match<CurrencyWord> | null {
	const suffix = currencySuffixes.longest(text, at);
	const code = currencyCodes.longest(text, at);
	return suffix && code ? (suffix.at >= code.at ? suffix : code) : (suffix ?? code);
}

export function currencyCode(word: CurrencyWord, language: Language): string {
	return typeof word.code === "string" ? word.code : word.code[language];
}

/** Whether a unit, currency or classifier begins at `at`. */
export function measuredAt(text: string, at: number): boolean {
	return (
		unitWords.longest(text, at) !== null ||
		unitSymbols.longest(text, at) !== null ||
		currencyAt(text, at) !== null ||
		koreanClassifiers.longest(text, at) !== null ||
		chineseClassifiers.longest(text, at) !== null
	);
}

/** Whether a unit, currency, classifier or Korean noun begins at `at`. */
export function quantityAt(text: string, at: number): boolean {
	return measuredAt(text, at) || koreanNouns.longest(text, at) !== null;
}

/** What the readers of numerals ask about a text. */
export class SceneOptions implements NumeralOptions {
	private readonly text: string;
	private readonly hasCurrency: boolean;

	/** @param hasCurrency a header says the currency of all of it */
	constructor(text: string, hasCurrency: boolean) {
		this.text = text;
		this.hasCurrency = hasCurrency;
	}

	unitAt(at: number): boolean {
		// 千瓦, 百慕大元
		return (
			isHan(this.text.charCodeAt(at)) &&
			(isLong(unitWords.longest(this.text, at), at) || isLong(currencySuffixes.longest(this.text, at), at))
		);
	}

	quantityAt(at: number): boolean {
		return quantityAt(this.text, at);
	}

	measuredAt(at: number): boolean {
		return measuredAt(this.text, at);
	}

	longUnitAt(at: number): boolean {
		const { text } = this;
		return (
			isLong(unitWords.longest(text, at), at) ||
			isLong(currencyAt(text, at), at) ||
			isLong(koreanClassifiers.longest(text, at), at)
		);
	}

	counted(end: number): boolean {
		const { text } = this;
		if (text.charCodeAt(end) !== 0x20) {
			return false;
		}
		const next = skipSpaces(text, end);
		const noun = englishNouns.longest(text, next);
		const unit = unitWords.longest(text, next);
		// "1.2m tonnes" is millions; "7.62mm barrel" is not.
		const carbon = (unit ?? unitSymbols.longest(text, next))?.value.unit.dimension === "mass-co2e";
		const many = unit !== null && text.charAt(unit.at - 1) === "s" && text.charAt(end - 2) !== "m";
		return (noun !== null && manyCounted.has(noun.value.unit)) || many || carbon;
	}

	money(at: number, end: number): boolean {
		const { text } = this;
		return (
			this.hasCurrency ||
			currencyBefore(text, backSpaces(text, at, 2)) !== null ||
			currencyAt(text, skipSpaces(text, end)) !== null
		);
	}
}

function isLong(match: Match<unknown> | null, at: number): boolean {
	return match !== null && match.at - at >= 2;
}

/** The numeral that begins at `at`, of whatever kind; null when none does. */
export function numeralAt(scene: Scene, at: number): Numeral | null {
	const { text } = scene;
	const code = text.charCodeAt(at);
	const { options } = scene;
	if (
		isDigit(code) ||
		(code === 0x2e && isDigit(text.charCodeAt(at + 1))) ||
		(code >= 0xbc && code <= 0xbe) ||
		(code >= 0x2150 && code <= 0x215e)
	) {
		return readDigitNumeral(text, at, options);
	}
	if (isLatin(code)) {
		const numeral = readEnglishNumeral(text, at);
		return numeral?.ordinal ? null : numeral;
	}
	if (isHangul(code)) {
		return isHangul(text.charCodeAt(at - 1)) ? null : readKoreanNumeral(text, at, options, false);
	}
	return isNumeralCharacter(code) ? readChineseNumeral(text, at, options) : null;
}

const belowZero = /^ (?:degrees? )?below (?:zero|freezing)/;
const negatives = ["负", "零下", "영하", "마이너스", "마이나스", "음수", "minus", "negative", "Minus", "Negative"];
const negativeEnds = new Set(negatives.map((word) => word.charCodeAt(word.length - 1)));
/** Characters before 负 that make another word of it: 抱负, 自负. */
const notNegative = "抱欺自胜肩担辜背";

/** Where the sign before a number at `at` starts, or `at`. A dash between words or numbers joins them and is none. */
export function signBefore(text: string, at: number): number {
	if (text.charCodeAt(at - 1) === hyphen) {
		const before = text.charAt(at - 2);
		return before === "" || " (<>|:：，,、\n".includes(before) || isHan(before.charCodeAt(0)) ? at - 1 : at;
	}
	// △ is a minus in East Asian accounts; a dash is one where it opens brackets or follows a space (–3%).
	const mark = text.charAt(at - 1);
	if (
		mark === "△" ||
		(mark === "–" && (text.charAt(at - 2) === "(" || (text.charAt(at - 2) === " " && !isDigit(text.charCodeAt(at - 3)))))
	) {
		return at - 1;
	}
	if (text.charCodeAt(at - 1) === 0x20 && text.charCodeAt(at - 2) === hyphen) {
		const before = backSpaces(text, at - 2);
		return before === 0 || text.charAt(before - 1) === "|" ? at - 2 : at;
	}
	const end = backSpaces(text, at, 2);
	if (!negativeEnds.has(text.charCodeAt(end - 1))) {
		return at;
	}
	for (const word of negatives) {
		const start = end - word.length;
		if (
			start >= 0 &&
			text.startsWith(word, start) &&
			!isLatin(text.charCodeAt(start - 1)) &&
			!(word === "负" && notNegative.includes(text.charAt(start - 1) || " "))
		) {
			return start;
		}
	}
	return at;
}

/** Words between a number and its unit that say "more than": 100余家, 50多名, 100여 명. */
function innerMore(scene: Scene, numeral: Numeral): number {
	const { text } = scene;
	const at = skipSpaces(text, numeral.end, 1);
	const word = text.charAt(at);
	const end = at + 1;
	switch (word) {
		case "余":
			return end;
		case "多":
			if (currencyAt(text, at)) {
				return 0; // 多米尼加比索
			}
			// 多年来, 多方, 多样 are words of their own behind a bare number.
			return numeral.plain && /^(年来|方|元化|样|措|种形)/.test(text.slice(end, end + 2)) ? 0 : end;
		case "几":
			return text.charAt(numeral.end - 1) === "十" ? end : 0;
		case "여":
			return isHangul(text.charCodeAt(end)) && !quantityAt(text, end) ? 0 : end;
		default:
			return 0;
	}
}

export interface AmountOptions {
	/** Offsets before this belong to the figure before. */
	readonly from?: number;
	/** A dash before the number joins it to another. */
	readonly unsigned?: boolean;
}

/** Reads what stands around `numeral`. */
export function readAmount(scene: Scene, numeral: Numeral, options: AmountOptions = {}): Amount {
	const { text, language } = scene;
	const from = options.from ?? 0;
	let { start, end } = numeral;
	let value = numeral.value;
	let precision = numeral.precision;
	let negative = false;
	let currency: string | null = null;
	let bracketed = false;

	const takeSign = () => {
		const sign = options.unsigned ? start : signBefore(text, start);
		if (sign < start && sign >= from) {
			negative = true;
			start = sign;
		}
	};
	takeSign();
	const prefix = currencyBefore(text, backSpaces(text, start, 2));
	if (prefix && prefix.at >= from) {
		currency = currencyCode(prefix.value, language);
		start = prefix.at;
		takeSign();
	}
	// (1,234): negative in accounts, where nothing else stands in the cell.
	if (
		scene.inCell &&
		text.charCodeAt(start - 1) === openBracket &&
		backSpaces(text, start - 1) === 0 &&
		text.trimEnd().charCodeAt(text.trimEnd().length - 1) === closeBracket
	) {
		negative = true;
		bracketed = true;
		start -= 1;
	}

	const more = innerMore(scene, numeral);
	const inner: Amount["inner"] = more > 0 ? { qualifier: "more-than", span: { start: more - 1, end: more } } : null;
	let next = more > 0 ? more : numeral.end;
	let unit: UnitReading | null = null;
	let counted: Counted | null = null;
	if (numeral.unit === null) {
		// 两个半小时
		if (text.startsWith("个半", next) && quantityAt(text, next + 2)) {
			value = value.plus(halves);
			precision = -1;
			next += 2;
		}
		const spaced = skipSpaces(text, next, 2);
		const dashed = text.charCodeAt(next) === hyphen && isLatin(text.charCodeAt(next + 1)) ? next + 1 : spaced;
		const suffix = currency === null ? currencyAt(text, dashed) : null;
		const measured = numeral.form === "multiple" ? null : readUnit(text, next, { language, attached: numeral.form === "digits" });
		// 1,234주 are shares: nobody counts so many weeks.
		const reading =
			measured?.unit === "week" && text.charAt(measured.end - 1) === "주" && value.compare(mostWeeks) > 0 ? null : measured;
		if (suffix && (!reading || suffix.at >= reading.end) && !belongsToNext(text, suffix.at, spaced, next)) {
			currency = currencyCode(suffix.value, language);
			end = suffix.at;
			const { coin = 1, power = 0 } = suffix.value;
			if (coin > 1) {
				value = value.dividedBy(Decimal.of(coin), 40).normalize();
				precision -= String(coin).length - 1;
			}
			value = value.shift(power);
			precision += power;
		} else if (reading) {
			unit = reading;
			end = reading.end;
		} else if (currency !== null) {
			// The currency is said twice: "US$5 dollars".
			const again = currencyAt(text, spaced);
			const generic = again !== null && /^(?:元|圆|块|dollars?)$/i.test(text.slice(spaced, again.at));
			if (
				again &&
				(generic || currencyCode(again.value, language) === currency) &&
				!belongsToNext(text, again.at, spaced, next)
			) {
				end = again.at;
			} else if (inner) {
				end = next;
			}
		} else if (numeral.form === "fraction") {
			const of = fractionOf(scene, next);
			if (of) {
				unit = of;
				end = of.end;
			}
		}
		if (currency !== null) {
			const per = readUnit(text, end, { language, attached: true, denominatorOnly: true });
			if (per) {
				unit = per;
				end = per.end;
			}
		}
		if (currency === null && unit === null && numeral.form !== "fraction" && numeral.form !== "multiple") {
			counted = readCounted(text, next, { numeral, language });
			end = counted ? Math.max(end, counted.end) : end;
			if (counted && /^ ?(?:打|다스)/.test(text.slice(next, next + 3))) {
				value = value.times(Decimal.of(12));
			}
			if (!counted && numeral.form === "digits") {
				unit = rateOf(scene, start, next);
				end = unit?.end ?? end;
			}
		} else if (text.charAt(end) === "半" && !"年数径导成月日天夜路途".includes(text.charAt(end + 1) || " ")) {
			// 一吨半
			value = value.plus(halves);
			precision = -1;
			end += 1;
		}
		const half = unit && value.exponent >= 0 ? halfBehind(text, end) : 0;
		if (half > 0) {
			value = value.plus(halves);
			precision = -1;
			end += half;
		}
		if ((unit?.dimension === "temperature" || unit?.dimension === "angle") && belowZero.test(text.slice(end, end + 24))) {
			negative = true;
			end += belowZero.exec(text.slice(end, end + 24))?.[0].length ?? 0;
		}
	}
	if (bracketed) {
		const close = skipSpaces(text, end);
		end = text.charCodeAt(close) === closeBracket ? close + 1 : end;
	}
	return { start, end, numeral, value: negative ? value.negate() : value, precision, currency, unit, counted, inner };
}

/** Length of a half behind a unit: 두 시간 반, "3 hours and a half"; 0 where none stands. */
function halfBehind(text: string, at: number): number {
	const korean = text.charAt(at) === "반" ? 1 : text.startsWith(" 반", at) ? 2 : 0;
	if (korean > 0) {
		return endsWord(text, at + korean) ? korean : 0;
	}
	return text.startsWith(" and a half", at) && !isLatin(text.charCodeAt(at + 11)) ? 11 : 0;
}

/** A code between two numbers that belongs to the second: "3 USD50 cards". */
function belongsToNext(text: string, end: number, start: number, from: number): boolean {
	return start > from && isDigit(text.charCodeAt(end)) && !isHan(text.charCodeAt(end - 1)) && !isHangul(text.charCodeAt(end - 1));
}

/** "1.48 per 200,000 hours worked": a rate whose numerator is not printed; incidents where the words before say so. */
function rateOf({ text, language }: Scene, start: number, at: number): UnitReading | null {
	if (!text.startsWith(" per ", at) && !text.startsWith("/", at)) {
		return null;
	}
	const per = readUnit(text, at, { language, attached: true, denominatorOnly: true });
	if (!per?.denominator || !/^\d|hour|employee|person/.test(per.denominator)) {
		return null;
	}
	const incidents = /rate|incident|injur|fatal|accident|ltif|trir|ltir|事故|工伤|재해|사고/i.test(
		text.slice(Math.max(0, start - 60), start),
	);
	const unit = `${incidents ? "case" : "item"}${per.unit}`;
	return { ...per, unit, dimension: findUnit(unit)?.dimension ?? "" };
}

/** "half a litre", "a tenth of a gallon", half-hour: the unit that a fraction is of. */
function fractionOf({ text, language }: Scene, at: number): UnitReading | null {
	const joint = /^(?: of an? | of one | an? | of |-)/.exec(text.slice(at, at + 8));
	const unit = joint && readUnit(text, at + joint[0].length, { language, attached: false });
	if (!unit || unit.dimension === "calendar") {
		return null;
	}
	// "half a percent", "a quarter of a percentage point"; "half of percent …" is none.
	return /^percent/.test(unit.dimension) && !/(?:an?|one) $/.test(joint[0]) ? null : unit;
}

/**
 * Smaller units behind an amount: "5 ft 2 in", "2 hours and 30 minutes", 五元六角, 3斤5两. The value is in the smallest unit, which
 * holds it exactly; money stays in its currency.
 */
export function withSmallerUnits(scene: Scene, first: Amount): Amount {
	let amount = first;
	for (let guard = 0; guard < 4; guard++) {
		const next = smallerUnit(scene, amount);
		if (!next) {
			return amount;
		}
		amount = next;
	}
	return amount;
}

const joints = /^(?:, and |, | and | |，|零|又|와 |과 |그리고 )?/;

function smallerUnit(scene: Scene, amount: Amount): Amount | null {
	const { text } = scene;
	if (amount.numeral.unit !== null || amount.counted || amount.inner || amount.unit?.denominator || amount.value.sign < 0) {
		return null;
	}
	if (amount.currency === null && amount.unit === null) {
		return null;
	}
	const tail = coinTail(scene, amount);
	if (tail) {
		return tail;
	}
	const joint = joints.exec(text.slice(amount.end, amount.end + 6))?.[0] ?? "";
	const at = amount.end + joint.length;
	// Digits straight behind a Latin unit are part of a name.
	if (joint === "" && isLatin(text.charCodeAt(amount.end - 1)) && isDigit(text.charCodeAt(at))) {
		return null;
	}
	const numeral = numeralAt(scene, at);
	if (!numeral || numeral.unit !== null || numeral.form === "fraction" || numeral.form === "multiple") {
		return null;
	}
	if (amount.currency !== null) {
		const coin =
			amount.unit === null ? (currencyAt(text, skipSpaces(text, numeral.end, 2)) ?? fenAt(text, amount.end, numeral.end)) : null;
		const per = coin?.value.coin;
		if (!coin || !per || numeral.value.compare(Decimal.of(per)) >= 0 || !sameMoney(scene, amount.currency, coin.value)) {
			return null;
		}
		const part = numeral.value.dividedBy(Decimal.of(per), 40).normalize();
		return {
			...amount,
			end: coin.at,
			value: amount.value.plus(part),
			precision: Math.min(amount.precision, numeral.precision - String(per).length + 1),
			numeral: { ...amount.numeral, end: numeral.end, plain: false },
		};
	}
	const large = amount.unit && findUnit(amount.unit.unit);
	const reading = large && readUnit(text, numeral.end, { language: scene.language, attached: numeral.form === "digits" });
	const small = reading && findUnit(reading.unit);
	if (
		!large ||
		!reading ||
		!small ||
		small.dimension !== large.dimension ||
		!joinable(large.dimension, joint) ||
		reading.denominator
	) {
		return null;
	}
	// How many of the small unit make the large one: a whole number above the second value.
	const top = large.numerator * small.denominator;
	const bottom = large.denominator * small.numerator;
	if (top <= bottom || top % bottom !== 0n || numeral.value.compare(Decimal.of(top / bottom)) >= 0) {
		return null;
	}
	const value = amount.value.times(Decimal.of(top / bottom)).plus(numeral.value);
	return {
		...amount,
		end: reading.end,
		value,
		precision: numeral.precision,
		unit: reading,
		numeral: { ...amount.numeral, end: numeral.end, plain: false },
	};
}

/** Lists of masses and energies are lists ("3 t and 200 kg"); only lengths, times and a bare space join them. */
function joinable(dimension: string, joint: string): boolean {
	return dimension === "length" || dimension === "time" || dimension === "calendar" || joint === "" || joint === " ";
}

/** 分 behind 角 or 毛 is a hundredth; elsewhere it is a point, a minute, a mark. */
function fenAt(text: string, before: number, at: number): Match<CurrencyWord> | null {
	return text.charAt(at) === "分" && "角毛毫元块".includes(text.charAt(before - 1) || " ")
		? { at: at + 1, value: { code: "CNY", coin: 100 } }
		: null;
}

function sameMoney({ language }: Scene, currency: string, coin: CurrencyWord): boolean {
	const code = currencyCode(coin, language);
	// Cents, 角 and 毫 are of whatever currency stands before them.
	return code === currency || code === "USD" || code === "CNY";
}

/** 五块六, 三块零四, 两毛五, 三米九: a last digit is of the next smaller unit. Only behind numbers in characters. */
function coinTail({ text }: Scene, amount: Amount): Amount | null {
	const last = text.charAt(amount.end - 1);
	if (amount.numeral.form !== "words" || !coinTails.includes(last)) {
		return null;
	}
	const zero = text.charAt(amount.end) === "零";
	const at = zero ? amount.end + 1 : amount.end;
	const digit = "一二三四五六七八九".indexOf(text.charAt(at) || "。") + 1;
	const after = text.charAt(at + 1);
	if (digit === 0 || isNumeralCharacter(after.charCodeAt(0)) || (isHan(after.charCodeAt(0)) && !"到至和与".includes(after))) {
		return null;
	}
	const power = (last === "毛" || last === "毫" ? -2 : -1) - (zero ? 1 : 0);
	return {
		...amount,
		end: at + 1,
		value: amount.value.plus(new Decimal(BigInt(digit), power)),
		precision: power,
		numeral: { ...amount.numeral, end: at + 1, plain: false },
	};
}
