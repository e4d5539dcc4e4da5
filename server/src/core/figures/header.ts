/** Reads units, scales and currencies from table headers and captions: "RMB million", 单位：万元, (단위: 톤), "tCO2e". */
import type { Language } from "../model.ts";
import { fold } from "../text/fold.ts";
import { carbonUnit, namesOtherSubstance } from "./carbon.ts";
import { isLatin } from "./characters.ts";
import { isIndexColumn } from "./checkworthy.ts";
import { people } from "./counts.ts";
import { readUnit, type UnitReading } from "./unitReader.ts";
import { unitSymbols } from "./units.ts";
import {
	chineseClassifiers,
	chineseNouns,
	currencyCodes,
	currencyPrefixes,
	currencySuffixes,
	englishNouns,
	englishStops,
	koreanClassifiers,
	koreanNouns,
} from "./words.ts";

export interface HeaderUnit {
	readonly unit: string | null;
	readonly currency: string | null;
	/** Power of ten to multiply by. */
	readonly power: number;
	/** The unit is a counted thing. */
	readonly counted: boolean;
}

/** Whether a column's bare numbers are names: page and row numbers, codes. */
export function isIndexHeader(header: string, language: Language): boolean {
	return headerOf(header, language).isIndex;
}

const scales: readonly (readonly [RegExp, number])[] = [
	[/^(?:'000s?|000s?|thousands?|千|천)(?![a-z0-9])/i, 3],
	[/^(?:百万|百萬|million(?:s)?|mn|mln|mio|백만|m)(?![a-z0-9])/i, 6],
	[/^(?:十亿|billion(?:s)?|bn|십억)(?![a-z0-9])/i, 9],
	[/^(?:亿|억)/, 8],
	[/^(?:万亿|trillion|조)/i, 12],
	[/^(?:千万|천만)/, 7],
	[/^(?:万|만)/, 4],
];

function scaleAt(text: string, at: number): { end: number; power: number } | null {
	const rest = text.slice(at, at + 12);
	let best: { end: number; power: number } | null = null;
	for (const [pattern, power] of scales) {
		const match = pattern.exec(rest);
		if (match && (!best || at + match[0].length > best.end)) {
			best = { end: at + match[0].length, power };
		}
	}
	return best;
}

const nothing: Partial = { unit: null, currency: null, power: 0, counted: false, found: false };

interface Partial {
	unit: string | null;
	currency: string | null;
	power: number;
	counted: boolean;
	found: boolean;
}

/** Longer headers are sentences; no more of them is looked at. */
const longestHeader = 400;

/** What a header says, and what it counts. */
interface Header extends Partial {
	/** Folded. */
	readonly text: string;
	readonly thing: string | null;
	readonly isIndex: boolean;
}

/** A table asks the same of its headers for each of its cells. */
const known = new Map<Language, Map<string, Header>>();
const mostKnown = 2000;

function headerOf(header: string, language: Language): Header {
	const key = header.length > longestHeader ? header.slice(0, longestHeader) : header;
	let headers = known.get(language);
	if (!headers || headers.size >= mostKnown) {
		headers = new Map();
		known.set(language, headers);
	}
	let found = headers.get(key);
	if (!found) {
		const { text } = fold(key);
		const isIndex = isIndexColumn(text);
		const thing = countedThing(text);
		// "Year" heads years, it is no unit of time.
		const parsed = isIndex ? nothing : parse(text, language);
		const said = parsed.found || isIndex ? parsed : (countIn(text, thing) ?? parsed);
		found = { ...said, text, thing, isIndex };
		headers.set(key, found);
	}
	return found;
}

/** What one header says. Looked for in brackets, behind 单位, 단위, "in" and a comma, and as the whole header. */
function parse(text: string, language: Language): Partial {
	const starts: number[] = [];
	for (const pattern of [/[([（【]/g, /(?:单位|단위|unit|units)\s*[:：]?\s*/gi, /\bin /gi, /, /g, /^/g, /: ?/g, / (?=\S+$)/g]) {
		for (const match of text.matchAll(pattern)) {
			starts.push((match.index ?? 0) + match[0].length);
		}
	}
	for (const start of starts) {
		const read = parseAt(text, start, language);
		if (read) {
			return read.currency === null || start === 0 ? read : inCurrencyBefore(text.slice(0, start), read, language);
		}
	}
	return nothing;
}

/** 美元（百万元）: the brackets count in 元, and what stands before them says of which currency. */
function inCurrencyBefore(before: string, read: Partial, language: Language): Partial {
	const named = /^(.{1,12}?)\s*[([（【]\s*$/.exec(before)?.[1];
	const outer = named === undefined ? null : parseAt(named, 0, language);
	return outer?.currency && outer.power === 0 ? { ...read, unit: outer.currency, currency: outer.currency } : read;
}

/** "(人)", "(万人次)", "단위: 명", "(persons)": a unit of counting, in brackets or behind a word for unit. */
function countIn(text: string, thing: string | null): Partial | null {
	for (const match of text.matchAll(/[([（【]|(?:单位|단위|unit|units)\s*[:：]\s*/gi)) {
		const start = skip(text, match.index + match[0].length);
		const scale = scaleAt(text, start);
		const at = scale ? skip(text, scale.end) : start;
		const noun = englishNouns.longest(text, at) ?? chineseNouns.longest(text, at) ?? koreanNouns.longest(text, at);
		const classifier = chineseClassifiers.longest(text, at) ?? koreanClassifiers.longest(text, at);
		const end = Math.max(noun?.at ?? 0, classifier?.at ?? 0);
		if (end > at && /^[)\]）】]|^$/.test(text.slice(end, end + 1))) {
			const unit = thing ?? noun?.value.unit ?? classifier?.value.unit ?? "item";
			return { unit, currency: null, power: scale?.power ?? 0, counted: true, found: true };
		}
	}
	return null;
}

function skip(text: string, at: number): number {
	let end = at;
	while (text.charAt(end) === " ") {
		end += 1;
	}
	return text.startsWith("of ", end) ? end + 3 : end;
}

function parseAt(text: string, start: number, language: Language): Partial | null {
	let at = skip(text, start);
	let power = 0;
	let currency: string | null = null;
	let unit: string | null = null;
	const code = (word: { code: string | Readonly<Record<Language, string>> }) =>
		typeof word.code === "string" ? word.code : word.code[language];
	for (let part = 0; part < 4; part++) {
		const before = at;
		const money = [
			currencyPrefixes.longest(text, at),
			currencyCodes.longest(text, at),
			currencySuffixes.longest(text, at),
		].reduce((a, b) => (b && (!a || b.at > a.at) ? b : a), null);
		// "A", "V" and the like are names of columns outside brackets.
		const isName = unitSymbols.longest(text, at)?.value.shy === true && !"([（【:：".includes(text.charAt(at - 1) || "-");
		const measured: UnitReading | null = unit === null && !isName ? readUnit(text, at, { language, attached: true }) : null;
		const scale = power === 0 ? scaleAt(text, at) : null;
		if (scale && !(measured && measured.end >= scale.end && measured.unit !== "m") && !(money && money.at > scale.end)) {
			// A scale alone is no unit: "m" needs a currency.
			if (text.slice(at, scale.end).toLowerCase() === "m" && currency === null) {
				if (measured) {
					unit = measured.unit;
					at = skip(text, measured.end);
					continue;
				}
				break;
			}
			power = scale.power;
			at = skip(text, scale.end);
		} else if (money && currency === null && !(measured && measured.end > money.at)) {
			currency = code(money.value);
			at = skip(text, money.at);
		} else if (money && currency !== null && (text.slice(at, money.at) === "元" || code(money.value) === currency)) {
			// 人民币百万元: named once before the scale and once behind it.
			at = skip(text, money.at);
		} else if (measured) {
			unit = measured.unit;
			at = skip(text, measured.end);
		}
		if (at === before) {
			break;
		}
	}
	if (currency === null && unit === null && power === 0) {
		return null;
	}
	// What was read must end its phrase, or it was a word of the header ("Total m…").
	const end = text.slice(at, at + 1);
	if (end !== "" && !/[)\]）】,;:，、\n/ ]/.test(end)) {
		return null;
	}
	if (isLatin(text.charCodeAt(at))) {
		return null;
	}
	let counted = false;
	if (currency === null && unit === null) {
		const noun = englishNouns.longest(text, at) ?? chineseNouns.longest(text, at) ?? koreanNouns.longest(text, at);
		unit = noun?.value.unit ?? null;
		counted = noun !== null;
	}
	return { unit: currency ?? unit, currency, power, counted, found: true };
}

/** The noun that a header counts: "Number of employees", 员工人数, 직원 수. */
function countedThing(text: string): string | null {
	const number = /(?:number of|no\. of|#) ([a-z -]+)/i.exec(text);
	if (number) {
		const words = (number[1] as string).trim();
		for (let at = 0; at < words.length; at++) {
			if (at === 0 || words.charAt(at - 1) === " ") {
				const noun = englishNouns.longest(words, at);
				if (noun && !noun.value.abstract) {
					return noun.value.unit;
				}
			}
		}
		return null;
	}
	// The brackets of a unit go: "员工总数 (人)".
	const label = text.replace(/\s*[([（【][^)\]）】]{0,20}[)\]）】]?\s*$/, "").trim();
	const person = englishNouns.longestBefore(label, label.length) ?? koreanNouns.longestBefore(label, label.length);
	if (person && people.has(person.value.unit) && isPhrase(label.slice(0, person.at))) {
		return isPlural(label) || label.toLowerCase().endsWith("headcount") ? person.value.unit : null;
	}
	const east = /^(.{1,16}?)(?:总数|总人数|人数|数量|数|수)$/.exec(label);
	if (east) {
		const stem = (east[1] as string).trim();
		const noun = chineseNouns.longestBefore(stem, stem.length) ?? koreanNouns.longestBefore(stem, stem.length);
		return noun?.value.unit ?? null;
	}
	return null;
}

/** What the headers of a cell say about a bare number in it. The column decides before the row, the row before the caption. */
export function readHeader(
	cell: { readonly columnHeader: string; readonly rowHeader: string; readonly caption: string },
	language: Language,
): HeaderUnit | null {
	let unit: string | null = null;
	let currency: string | null = null;
	let power = 0;
	let counted = false;
	let any = false;
	/** The header that says the unit. */
	let from = "";
	for (const header of [cell.columnHeader, cell.rowHeader, cell.caption]) {
		if (header === "") {
			continue;
		}
		// "Headcount", 员工总数: not in the "RMB million" above the table.
		if (header === cell.caption && unit === null && headerOf(cell.rowHeader, language).thing !== null) {
			break;
		}
		const part = headerOf(header, language);
		if (!part.found) {
			continue;
		}
		if (unit === null && currency === null) {
			unit = part.unit;
			currency = part.currency;
			counted = part.counted;
			from = part.text;
			if (power === 0) {
				power = part.power;
			}
			any = true;
			if (unit !== null) {
				break;
			}
		}
	}
	if (unit === null) {
		unit = headerOf(cell.rowHeader, language).thing ?? headerOf(cell.columnHeader, language).thing;
		counted = unit !== null;
		any ||= unit !== null;
	}
	// Tonnes in a row of emissions are of carbon.
	if (unit !== null && currency === null && !counted) {
		const { text } = headerOf(cell.rowHeader, language);
		const carbon = namesOtherSubstance(text)
			? null
			: (carbonUnit(text, unit, text.length, text.length) ?? carbonUnit(from, unit, from.length, from.length));
		unit = carbon ?? unit;
	}
	return any ? { unit, currency, power, counted } : null;
}

/** Words that describe the noun behind them: "Female", not "Loans to". */
function isPhrase(words: string): boolean {
	return (
		words.length <= 30 &&
		!/[^a-z -]/i.test(words) &&
		!words
			.toLowerCase()
			.split(" ")
			.some((word) => englishStops.has(word))
	);
}

function isPlural(label: string): boolean {
	return !/[a-z]$/i.test(label) || /s$|people$|men$|staff$|children$/i.test(label);
}
