/** Reads a unit of measurement behind a number, with what it is per. */
import { speedsBefore, strokeTimes } from "../../../data/figures/units.ts";
import type { Language } from "../model.ts";
import { isHan, isHangul } from "../text/fold.ts";
import { isDigit, isLatin } from "./characters.ts";
import { endsWord } from "./korean.ts";
import { findUnit, unitSymbols, unitWords } from "./units.ts";
import {
	after,
	type CurrencyWord,
	chineseNouns,
	currencyCodes,
	currencyPrefixes,
	currencySuffixes,
	englishNouns,
	englishStops,
	koreanNouns,
} from "./words.ts";

export interface UnitReading {
	/** Canonical symbol; "" when only a denominator was read. */
	readonly unit: string;
	readonly dimension: string;
	readonly end: number;
	/** The part behind the stroke, canonical, or null. */
	readonly denominator: string | null;
}

export interface UnitOptions {
	readonly language: Language;
	/** The number is digits: only then a unit may be glued to it or be a single letter. */
	readonly attached: boolean;
	/** Read only "per …": the numerator is a currency already read. */
	readonly denominatorOnly?: boolean;
}

const space = 0x20;

function skipSpaces(text: string, at: number): number {
	let end = at;
	while (text.charCodeAt(end) === space && end - at < 2) {
		end += 1;
	}
	return end;
}

/** Words before or behind a temperature's number. */
const celsius = ["摄氏", "섭씨", "摄氏温度"];
const fahrenheit = ["华氏", "화씨", "华氏温度"];

/** The unit at `at`, straight behind a number or after a space or hyphen. */
export function readUnit(text: string, at: number, options: UnitOptions): UnitReading | null {
	if (options.denominatorOnly) {
		const denominator = readDenominator(text, at, options.language);
		return denominator && { unit: `/${denominator.unit}`, dimension: "", end: denominator.end, denominator: denominator.unit };
	}
	let start = skipSpaces(text, at);
	const hyphen = text.charCodeAt(start) === 0x2d && isLatin(text.charCodeAt(start + 1)) && start === at;
	if (hyphen) {
		start += 1;
	}
	const bracket = text.charAt(start);
	if ((bracket === "(" || bracket === "[" || bracket === "{") && start > at) {
		// "20 (kg)"
		const inside = longest(text, start + 1);
		if (inside && ")]}".includes(text.charAt(inside.end) || " ") && text.charAt(inside.end) !== "") {
			return { unit: inside.symbol, dimension: inside.dimension, end: inside.end + 1, denominator: null };
		}
		return null;
	}
	const found = longest(text, start) ?? (start > at ? timeOf(text, start) : null);
	if (!found) {
		// 分 is a minute before seconds: 五分三十秒.
		const minutes = /^分(?=[\d一二三四五六七八九十]{1,3}秒)/.test(text.slice(start, start + 6));
		return minutes ? { unit: "min", dimension: "time", end: start + 1, denominator: null } : null;
	}
	const { symbol, dimension, end } = found;
	if (hyphen && found.symbolic && end - start < 2) {
		return null;
	}
	// "25 A-share listed banks", "3 T-shirts": a letter of a word, no amperes.
	if (found.symbolic && end - start === 1 && /^[A-Z]-[a-z]{3}/.test(text.slice(start, start + 5))) {
		return null;
	}
	if (found.shy && start > at) {
		const next = text.charCodeAt(end);
		const follows = next === space ? text.charCodeAt(end + 1) : next;
		if (isLatin(follows) || isDigit(follows) || isHan(follows) || isHangul(follows)) {
			return null;
		}
	}
	if (found.symbolic && !options.attached && end - start < 2 && isLatin(text.charCodeAt(start))) {
		return null;
	}
	// 5分 is minutes or cents or points; 日 and 天 beside 月 are dates: those were read before.
	let unit = symbol;
	let last = end;
	if (symbol === "°") {
		unit = degrees(text, at) ?? unit;
	}
	if (dimension === "percent" || dimension === "percentage-point" || dimension === "ratio" || dimension === "calendar") {
		return { unit, dimension: findUnit(unit)?.dimension ?? dimension, end: last, denominator: null };
	}
	// "kg (CO2e)" and the like stay as they are.
	const denominator = dimension === "angle" || dimension === "temperature" ? null : readDenominator(text, last, options.language);
	if (denominator) {
		unit = `${unit}/${denominator.unit}`;
		last = denominator.end;
		// kWh/m²/year
		const second = readDenominator(text, last, options.language);
		if (second && isTime(second.unit)) {
			unit = `${unit}/${second.unit}`;
			last = second.end;
		}
	}
	return { unit, dimension: findUnit(unit)?.dimension ?? dimension, end: last, denominator: denominator?.unit ?? null };
}

/** Degrees of which scale, told by words before the number: 섭씨 37도, 华氏70度. */
function degrees(text: string, numberEnd: number): string | null {
	const before = text.slice(Math.max(0, numberEnd - 24), numberEnd);
	if (celsius.some((word) => before.includes(word))) {
		return "°C";
	}
	if (fahrenheit.some((word) => before.includes(word))) {
		return "°F";
	}
	// 度 is a kilowatt-hour beside electricity, and where there are tens of thousands of them.
	// 度 of water is a cubic metre.
	if (text.charAt(numberEnd) !== "度") {
		return null;
	}
	if (before.lastIndexOf("水") > before.lastIndexOf("电")) {
		return "m3";
	}
	return /[万亿]$/.test(before) || before.includes("电") ? "kWh" : null;
}

interface Found {
	readonly symbol: string;
	readonly dimension: string;
	readonly end: number;
	readonly shy: boolean;
	readonly symbolic: boolean;
}

function longest(text: string, at: number): Found | null {
	const symbol = unitSymbols.longest(text, at);
	const word = unitWords.longest(text, at);
	const best = symbol && word ? (symbol.at >= word.at ? symbol : word) : (symbol ?? word);
	if (!best || best.at === at) {
		return null;
	}
	// "m2" must not be read as m before a digit; "CO2" neither.
	if (isLatin(text.charCodeAt(best.at - 1)) && isDigit(text.charCodeAt(best.at)) && best === symbol) {
		return null;
	}
	// A Korean unit of one syllable must end its word; 초과 and 이상 begin a word of their own.
	if (isHangul(text.charCodeAt(at)) && (after.longest(text, at)?.at ?? 0) > best.at) {
		return null;
	}
	if (
		best.at - at === 1 &&
		isHangul(text.charCodeAt(at)) &&
		!endsWord(text, best.at) &&
		!after.longest(text, best.at) &&
		text.charAt(best.at) !== "당"
	) {
		return null;
	}
	return {
		symbol: best.value.unit.symbol,
		dimension: best.value.unit.dimension,
		end: best.at,
		shy: best.value.shy,
		symbolic: best === symbol,
	};
}

/** "86,000 volunteer hours", "1,200 lost working days": what the time is spent on stands before its unit. */
function timeOf(text: string, at: number): Found | null {
	if (!isLatin(text.charCodeAt(at))) {
		return null;
	}
	const words = /^((?:[a-z][a-z-]{1,14} ){1,3})(hours|days)(?![a-z-])/i.exec(text.slice(at, at + 54));
	if (
		!words ||
		(words[1] as string)
			.trim()
			.toLowerCase()
			.split(" ")
			.some((word) => englishStops.has(word) || word.endsWith("s"))
	) {
		return null;
	}
	const [whole, , unit] = words;
	return {
		symbol: unit?.toLowerCase() === "days" ? "day" : "h",
		dimension: "time",
		end: at + whole.length,
		shy: false,
		symbolic: false,
	};
}

const perWords =
	/^(?: ?\/ ?| per |-per-| 每|每| for every | for each | an? (?=hour|day|year|month|week|tonne|ton|share|minute|second|barrel|unit|kilo|gallon|litre|liter|person|head))/;

/** Powers of ten in a denominator: "/万元", "per million yuan". */
const scaleWords: readonly (readonly [string, bigint])[] = [
	["百万", 1_000_000n],
	["千万", 10_000_000n],
	["万", 10_000n],
	["亿", 100_000_000n],
	["千", 1_000n],
	["百", 100n],
	["million", 1_000_000n],
	["billion", 1_000_000_000n],
	["thousand", 1_000n],
	["백만", 1_000_000n],
	["억", 100_000_000n],
	["천", 1_000n],
	["만", 10_000n],
	["mn", 1_000_000n],
	["m", 1_000_000n],
	["k", 1_000n],
];

function scaleAt(text: string, at: number): { end: number; factor: bigint } | null {
	for (const [word, factor] of scaleWords) {
		if (text.startsWith(word, at) && !(isLatin(word.charCodeAt(0)) && isLatin(text.charCodeAt(at + word.length)))) {
			return { end: at + word.length, factor };
		}
	}
	return null;
}

function currencyHere(text: string, at: number): { end: number; word: CurrencyWord } | null {
	const suffix = currencySuffixes.longest(text, at);
	const code = currencyCodes.longest(text, at);
	const prefix = currencyPrefixes.longest(text, at);
	const best = [suffix, code, prefix].reduce((a, b) => (b && (!a || b.at > a.at) ? b : a), null);
	return best && { end: best.at, word: best.value };
}

/** "per employee", "/万元", "每千瓦时", "/RMB million", "per million yuan of revenue". */
function readDenominator(text: string, at: number, language: Language): { unit: string; end: number } | null {
	const joint = perWords.exec(text.slice(at, at + 16));
	if (!joint) {
		return null;
	}
	let next = at + joint[0].length;
	let factor = 1n;
	const code = (word: CurrencyWord) => (typeof word.code === "string" ? word.code : word.code[language]);
	const name = (unit: string) => (factor === 1n ? unit : `${factor} ${unit}`);
	const digits = /^(\d{1,3}(?:,\d{3})+|\d{1,9}) ?/.exec(text.slice(next, next + 16));
	// "50 MW/200 MWh" are two figures; what is printed behind a stroke is a power of ten, or the hours that injuries are counted by.
	if (digits && joint[0].trim() === "/" && !/^(?:10*|200000)$/.test((digits[1] as string).replaceAll(",", ""))) {
		return null;
	}
	if (digits) {
		factor = BigInt((digits[1] as string).replaceAll(",", ""));
		next += digits[0].length;
	}
	const currencyFirst = currencyPrefixes.longest(text, next);
	if (currencyFirst && !unitSymbols.longest(text, next)) {
		let end = currencyFirst.at;
		const space1 = skipSpaces(text, end);
		const number = /^(10{0,8}|1(?:,000){1,3})(?![\d.,]*\d) ?/.exec(text.slice(space1, space1 + 16));
		if (!number && isDigit(text.charCodeAt(space1))) {
			// Not a denominator but an amount of its own: "RMB 20.46 billion / US$2.89 billion".
			return null;
		}
		if (number) {
			factor *= BigInt((number[1] as string).replaceAll(",", ""));
			end = space1 + (number[0] as string).trimEnd().length;
		}
		const scale = scaleAt(text, skipSpaces(text, end));
		if (scale) {
			factor *= scale.factor;
			end = scale.end;
		}
		return { unit: name(code(currencyFirst.value)), end };
	}
	const scale = scaleAt(text, next);
	const scaledUnit = scale && longest(text, next);
	if (scale && !(scaledUnit && scaledUnit.end > scale.end)) {
		const behind = skipSpaces(text, scale.end);
		const money = currencyHere(text, behind);
		if (money) {
			factor *= scale.factor;
			return { unit: name(code(money.word)), end: money.end };
		}
		const unit = longest(text, behind);
		if (unit) {
			factor *= scale.factor;
			return { unit: name(unit.symbol), end: unit.end };
		}
		const noun = nounAt(text, behind);
		if (noun) {
			factor *= scale.factor;
			return { unit: name(noun.unit), end: noun.end };
		}
	}
	const time = joint[0].trim() === "/" ? strokeTimeAt(text, next) : null;
	if (time) {
		return { unit: name(time.unit), end: time.end };
	}
	const money = currencyHere(text, next);
	const unit = longest(text, next);
	if (money && (!unit || money.end >= unit.end)) {
		return { unit: name(code(money.word)), end: money.end };
	}
	if (unit && !(unit.symbolic && unit.end - next === 1 && joint[0].trim() !== "/" && isLatin(text.charCodeAt(next)))) {
		return { unit: name(unit.symbol), end: unit.end };
	}
	const noun = nounAt(text, next);
	if (noun) {
		return { unit: name(noun.unit), end: noun.end };
	}
	// Users' own denominators: "per lorry".
	const own = /^[a-z][a-z-]{2,24}/i.exec(text.slice(next, next + 26));
	if (own && /per|\//.test(joint[0]) && !englishStops.has(own[0].toLowerCase()) && !/^(cent|annum|day|se)$/i.test(own[0])) {
		return { unit: name(own[0].toLowerCase()), end: next + own[0].length };
	}
	return null;
}

const times: Readonly<Record<string, string>> = strokeTimes;

/** A letter that stands for a time behind a stroke: t/a, bbl/d. */
function strokeTimeAt(text: string, at: number): { unit: string; end: number } | null {
	let end = at;
	while (end - at < 3 && isLatin(text.charCodeAt(end))) {
		end += 1;
	}
	const unit = isLatin(text.charCodeAt(end)) || isDigit(text.charCodeAt(end)) ? undefined : times[text.slice(at, end)];
	return unit === undefined ? null : { unit, end };
}

function isTime(symbol: string): boolean {
	const dimension = findUnit(symbol)?.dimension;
	return dimension === "time" || dimension === "calendar";
}

const speeds = Object.entries(speedsBefore);

/** What a length at `start` is per, when a word before it makes a speed of it: 时速60公里, 시속 60km. */
export function readSpeedBefore(text: string, start: number): string | null {
	const end = text.charCodeAt(start - 1) === space ? start - 1 : start;
	for (const [word, unit] of speeds) {
		if (text.startsWith(word, end - word.length)) {
			return unit;
		}
	}
	return null;
}

function nounAt(text: string, at: number): { unit: string; end: number } | null {
	if (text.startsWith("capita", at)) {
		return { unit: "person", end: at + 6 };
	}
	if (text.startsWith("annum", at)) {
		return { unit: "year", end: at + 5 };
	}
	const noun = englishNouns.longest(text, at) ?? chineseNouns.longest(text, at) ?? koreanNouns.longest(text, at);
	return noun && { unit: noun.value.unit, end: noun.at };
}

const every = "每".charCodeAt(0);
const perBreaks = new Set(Array.from("，。；、,;:：()（）", (character) => character.charCodeAt(0)));

/**
 * What an amount at `start` is per, when a unit or noun before it says so without a number: 每平方米能耗45千瓦时, MWh당 0.45톤. Looks at
 * fourteen characters at most, not across punctuation or another number; times and periods are rhythms, not denominators.
 */
export function readPerBefore(text: string, start: number): string | null {
	const end = text.charCodeAt(start - 1) === space ? start - 1 : start;
	if (text.charAt(end - 1) === "당") {
		const unit = unitSymbols.longestBefore(text, end - 1) ?? unitWords.longestBefore(text, end - 1);
		const noun = koreanNouns.longestBefore(text, end - 1);
		return unit && isDenominator(unit.value.unit.dimension) ? unit.value.unit.symbol : (noun?.value.unit ?? null);
	}
	for (let at = start - 1; at >= 0 && start - at <= 14; at--) {
		const code = text.charCodeAt(at);
		if (isDigit(code) || perBreaks.has(code)) {
			return null;
		}
		if (code !== every) {
			continue;
		}
		const next = "个名位家户人".includes(text.charAt(at + 1) || " ") && chineseNouns.longest(text, at + 2) ? at + 2 : at + 1;
		const unit = unitWords.longest(text, next) ?? unitSymbols.longest(text, next);
		if (unit) {
			return isDenominator(unit.value.unit.dimension) ? unit.value.unit.symbol : null;
		}
		return chineseNouns.longest(text, next)?.value.unit ?? (text.charAt(next) === "股" ? "share" : null);
	}
	return null;
}

function isDenominator(dimension: string): boolean {
	return (
		dimension !== "time" && dimension !== "calendar" && dimension !== "ratio" && dimension !== "percent" && dimension !== "points"
	);
}
