/** Units and exact conversion between them. */

import { currencies } from "../../../data/figures/currencies.ts";
import { currencyNames } from "../../../data/figures/currencyNames.ts";
import {
	carbonForms,
	carbonMasses,
	koreanCarbonTonnes,
	units as rows,
	siPrefixes,
	type UnitRow,
} from "../../../data/figures/units.ts";
import { Decimal } from "../decimal.ts";
import { Lexicon } from "./lexicon.ts";

/** An exact fraction. */
export interface Rational {
	readonly numerator: bigint;
	readonly denominator: bigint;
}

export interface Unit {
	/** Canonical symbol ("tCO2e", "CNY", "enterprise", "kWh/employee", "tCO2e/1000000 CNY"). */
	readonly symbol: string;
	/** "mass", "energy", "money:CNY", "count" (of whatever the symbol names), … or "a/b" for intensities. */
	readonly dimension: string;
	/** How many base units of the dimension one of these is. */
	readonly numerator: bigint;
	readonly denominator: bigint;
	/** For temperatures: what has to be added, in the base unit, after scaling. */
	readonly offset?: Rational;
}

export function parseRational(text: string): Rational {
	const [above = "0", below] = text.split("/");
	const value = Decimal.parse(above);
	const over = below === undefined ? Decimal.one : Decimal.parse(below);
	// Bring both to integers.
	const exponent = Math.min(value.exponent, over.exponent, 0);
	return reduce(value.digits * 10n ** BigInt(value.exponent - exponent), over.digits * 10n ** BigInt(over.exponent - exponent));
}

export function reduce(numerator: bigint, denominator: bigint): Rational {
	let a = numerator < 0n ? -numerator : numerator;
	let b = denominator;
	while (b > 0n) {
		[a, b] = [b, a % b];
	}
	return a === 0n ? { numerator: 0n, denominator: 1n } : { numerator: numerator / a, denominator: denominator / a };
}

function power(exponent: number): Rational {
	return exponent >= 0
		? { numerator: 10n ** BigInt(exponent), denominator: 1n }
		: { numerator: 1n, denominator: 10n ** BigInt(-exponent) };
}

function product(a: Rational, b: Rational): Rational {
	return reduce(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** What a unit word or symbol in text stands for. */
export interface UnitWord {
	readonly unit: Unit;
	/** A letter or word that is much else too: the reader asks for more before it believes it. */
	readonly shy: boolean;
}

const known = new Map<string, Unit>();
/** Symbols, with case. */
export const unitSymbols = new Lexicon<UnitWord>({ caseless: false });
/** Words, without case. */
export const unitWords = new Lexicon<UnitWord>({ caseless: true });

const superscripts = { "2": "²", "3": "³" } as const;

function plural(word: string): string | null {
	if (!/^[a-z]/.test(word)) {
		return null;
	}
	const match = /^((?:metric |cubic |square |normal )*)([a-z-]+)(.*)$/.exec(word);
	const noun = match?.[2] ?? word;
	// "tonne of CO2 equivalent" has its plural in the head: such words are listed as they are.
	if (
		match?.[3] !== "" &&
		!/ (hour|foot|mile|metre|meter|pound|point|ounce|yard|hundredweight|ton|tonne|unit|kilometre|kilometer|coal)$/.test(word)
	) {
		return null;
	}
	return /(s|x|ch|inch)$/.test(match?.[3] === "" ? noun : word) ? null : `${word}s`;
}

function define(row: UnitRow, symbol: string, scale: Rational, symbols: readonly string[], words: readonly string[]): void {
	const unit: Unit = {
		symbol,
		dimension: row.dimension,
		...scale,
		...(row.offset === undefined ? {} : { offset: parseRational(row.offset) }),
	};
	if (!known.has(symbol)) {
		known.set(symbol, unit);
	}
	const entry: UnitWord = { unit: known.get(symbol) as Unit, shy: row.shy === true && symbol === row.symbol };
	for (const form of [symbol, ...symbols]) {
		unitSymbols.add(form, entry);
		const exponent = /[a-z]([23])$/.exec(form)?.[1] as "2" | "3" | undefined;
		if (exponent && !form.includes("CO")) {
			unitSymbols.add(form.slice(0, -1) + superscripts[exponent], entry);
		}
	}
	const loud: UnitWord = { unit: entry.unit, shy: false };
	for (const word of words) {
		unitWords.add(word, loud);
		const many = plural(word);
		if (many) {
			unitWords.add(many, loud);
		}
	}
}

// Carbon: every way to write a mass with every way to write the gas.
for (const { gas, ...forms } of carbonForms) {
	for (const { symbol, scale, ...mass } of carbonMasses) {
		const joined = (masses: readonly string[], gases: readonly string[], joints: readonly string[]) =>
			masses.flatMap((left) => gases.flatMap((right) => joints.map((joint) => left + joint + right)));
		const words = [
			...joined(mass.english, forms.english, [" ", " of ", "-"]),
			...joined(mass.chinese, forms.chinese, ["", " "]),
			...joined(mass.korean, forms.korean, ["", " "]),
			...(symbol === "t" && gas === "CO2e" ? koreanCarbonTonnes : []),
		];
		const row = { symbol: symbol + gas, dimension: "mass-co2e", scale };
		define(row, row.symbol, parseRational(scale), joined(mass.symbols, forms.symbols, ["", " ", "-"]), words);
	}
}
for (const row of rows as readonly UnitRow[]) {
	define(row, row.symbol, parseRational(row.scale), row.symbols ?? [], row.words ?? []);
}
for (const row of rows as readonly UnitRow[]) {
	for (const [letter, prefix] of Object.entries(siPrefixes)) {
		if (!row.prefixes?.includes(letter)) {
			continue;
		}
		const forms = "also" in prefix ? prefix.also.map((also) => also + row.symbol) : [];
		const extra = row.symbol === "L" ? [`${letter}l`, `${letter}ls`] : [];
		const words = (row.words ?? []).flatMap((word) =>
			prefix.words.filter((name) => sameScript(name, word)).map((name) => name + word),
		);
		define(row, letter + row.symbol, product(parseRational(row.scale), power(prefix.power)), [...forms, ...extra], words);
	}
}

function sameScript(a: string, b: string): boolean {
	const script = (word: string) => {
		const code = word.charCodeAt(0);
		return code >= 0xac00 ? "ko" : code >= 0x3400 ? "zh" : "latin";
	};
	return script(a) === script(b);
}

const currencyCodes = new Set<string>([...currencies.map((row) => row.code), ...currencyNames.map(([code]) => code)]);

/** Whether `symbol` is an ISO 4217 code we know. */
export function isCurrency(symbol: string): boolean {
	return currencyCodes.has(symbol);
}

/**
 * The unit with this canonical symbol. Currencies are units ("CNY"), so are counted things ("enterprise") and intensities
 * ("a/b", with an optional number before the denominator: "tCO2e/1000000 CNY", "kWh/m2/year"). A word that is nothing else is a counted thing.
 * @returns undefined only for the empty symbol.
 */
export function findUnit(symbol: string): Unit | undefined {
	const unit = known.get(symbol);
	if (unit || symbol === "") {
		return unit;
	}
	let made: Unit | undefined;
	const slash = symbol.lastIndexOf("/");
	if (isCurrency(symbol)) {
		made = { symbol, dimension: `money:${symbol}`, numerator: 1n, denominator: 1n };
	} else if (slash > 0) {
		const above = findUnit(symbol.slice(0, slash));
		const parts = /^(?:(\d{1,40}) )?(.+)$/.exec(symbol.slice(slash + 1));
		const below = parts ? findUnit(parts[2] as string) : undefined;
		if (above && below) {
			const scale = reduce(above.numerator * below.denominator, above.denominator * below.numerator * BigInt(parts?.[1] ?? "1"));
			made = { symbol, dimension: `${above.dimension}/${below.dimension}`, ...scale };
		}
	}
	made ??= { symbol, dimension: "count", numerator: 1n, denominator: 1n };
	// Users' own metrics make symbols of their own: keep what is found often, but not without bound.
	if (known.size < 5000) {
		known.set(symbol, made);
	}
	return made;
}

/** `value` in base units of the unit's dimension, exactly. */
export function toBase(value: Decimal, unit: Unit): Rational {
	const scaled = product(fromDecimal(value), unit);
	if (!unit.offset) {
		return scaled;
	}
	return reduce(
		scaled.numerator * unit.offset.denominator + unit.offset.numerator * scaled.denominator,
		scaled.denominator * unit.offset.denominator,
	);
}

function fromDecimal(value: Decimal): Rational {
	return product({ numerator: value.digits, denominator: 1n }, power(value.exponent));
}

/**
 * `value` from one unit into another of the same dimension, exactly, as a fraction.
 * @returns null when the dimensions differ.
 */
export function convertExactly(value: Decimal, from: Unit, to: Unit): Rational | null {
	if (from.dimension !== to.dimension) {
		return null;
	}
	const base = toBase(value, from);
	const shifted = to.offset
		? reduce(
				base.numerator * to.offset.denominator - to.offset.numerator * base.denominator,
				base.denominator * to.offset.denominator,
			)
		: base;
	return reduce(shifted.numerator * to.denominator, shifted.denominator * to.numerator);
}

/**
 * `value` from one unit into another of the same dimension: exactly where the result is a finite decimal, else rounded to 30
 * significant digits.
 * @returns null when the dimensions differ.
 */
export function convert(value: Decimal, from: Unit, to: Unit): Decimal | null {
	const exact = convertExactly(value, from, to);
	return exact && toDecimal(exact, 30);
}

/** A fraction as a decimal: exact where it is finite, else rounded to `significant` digits. */
export function toDecimal(value: Rational, significant = 30): Decimal {
	let rest = value.denominator;
	let twos = 0;
	let fives = 0;
	while (rest % 2n === 0n) {
		rest /= 2n;
		twos += 1;
	}
	while (rest % 5n === 0n) {
		rest /= 5n;
		fives += 1;
	}
	if (rest === 1n) {
		const places = Math.max(twos, fives);
		return new Decimal((value.numerator * 10n ** BigInt(places)) / value.denominator, -places).normalize();
	}
	return new Decimal(value.numerator, 0).dividedBy(new Decimal(value.denominator, 0), significant).normalize();
}
