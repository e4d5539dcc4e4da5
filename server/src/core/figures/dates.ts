/** Reads dates and periods: what stands beside figures and is none. */
import {
	fiscalWords,
	months,
	relativeNotAfter,
	relativeNotBefore,
	relativeParts,
	relativePeriods,
	relativeYears,
	yearParts,
	yearWords,
} from "../../../data/figures/periods.ts";
import type { Decimal } from "../decimal.ts";
import type { Period } from "../model.ts";
import { fold, isHangul } from "../text/fold.ts";
import { isDigit, isLatin } from "./characters.ts";
import { endsWord } from "./korean.ts";
import { Lexicon } from "./lexicon.ts";

export interface DateMatch {
	readonly start: number;
	readonly end: number;
	readonly kind: "date" | "period";
	readonly period: Period | null;
	/** A bare year, which may open a range of years or a net-zero statement. */
	readonly year: number | null;
}

const monthWords = new Lexicon<number>({ caseless: true });
for (const [index, words] of months.entries()) {
	for (const word of words) {
		monthWords.add(word, index + 1);
	}
}
const parts = new Lexicon<(typeof yearParts)[number]>({ caseless: true });
for (const part of yearParts) {
	for (const word of part.words) {
		parts.add(word, part);
	}
}
const yearsBefore = new Lexicon<true>({ caseless: true });
for (const word of yearWords) {
	yearsBefore.add(word, true);
}
const fiscal = new Lexicon<true>({ caseless: true });
for (const word of fiscalWords) {
	fiscal.add(word, true);
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days in a month of the Gregorian calendar. */
export function daysIn(year: number, month: number): number {
	return month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : (monthLengths[month - 1] ?? 31);
}

function iso(year: number, month: number, day: number): string {
	return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function span(year: number, from: number, to: number, lastYear = year): Period {
	return { start: iso(year, from, 1), end: iso(lastYear, to, daysIn(lastYear, to)) };
}

function day(year: number, month: number, date: number): Period {
	const text = iso(year, month, date);
	return { start: text, end: text };
}

/** Months of a year, or its first or last day. */
interface YearPart {
	readonly from: number;
	readonly to: number;
	readonly instant: "start" | "end" | null;
}

function partOfYear(year: number, { from, to, instant }: YearPart): Period {
	const period = span(year, from, to);
	const date = instant === "end" ? period.end : instant === "start" ? period.start : null;
	return date === null ? period : { start: date, end: date };
}

interface Number4 {
	readonly end: number;
	readonly value: number;
	readonly size: number;
}

function number(text: string, at: number): Number4 | null {
	let end = at;
	while (end - at < 5 && isDigit(text.charCodeAt(end))) {
		end += 1;
	}
	return end === at || end - at > 4 ? null : { end, value: Number(text.slice(at, end)), size: end - at };
}

function spaces(text: string, at: number): number {
	let end = at;
	while (text.charCodeAt(end) === 0x20 && end - at < 3) {
		end += 1;
	}
	return end;
}

export function isYear(value: number): boolean {
	return value >= 1900 && value <= 2100;
}

const dashes = new Set(["-", "–", "—", "~", "至", "到", "－", "∼", "/"]);

/** 年, 月, 日 and 년, 월, 일 and what may stand between a year and them. */
function eastAsian(text: string, at: number, year: Number4): DateMatch | null {
	const mark = spaces(text, year.end);
	const character = text.charAt(mark);
	if ((character !== "年" && character !== "년") || !(year.size === 4 && isYear(year.value))) {
		return null;
	}
	let end = mark + 1;
	const next = spaces(text, end);
	const month = number(text, next);
	if (month && month.size <= 2 && month.value >= 1 && month.value <= 12) {
		const sign = spaces(text, month.end);
		if (text.charAt(sign) === "月" || text.charAt(sign) === "월") {
			end = sign + 1;
			const date = number(text, spaces(text, end));
			if (date && date.size <= 2 && date.value >= 1 && date.value <= 31) {
				const close = spaces(text, date.end);
				if ("日号일".includes(text.charAt(close) || " ") && text.charAt(close) !== " ") {
					return { start: at, end: close + 1, kind: "date", period: day(year.value, month.value, date.value), year: null };
				}
			}
			return withEnd(text, { start: at, end, kind: "period", period: span(year.value, month.value, month.value), year: null });
		}
	}
	const part = parts.longest(text, next);
	if (
		part &&
		(text.charCodeAt(next) < 0xac00 ||
			next === end ||
			part.value.words.some((word) => word.length > 1 && text.startsWith(word, next)) ||
			!isHangulAt(text, part.at))
	) {
		const { from, to } = part.value;
		const instant = "instant" in part.value ? part.value.instant : null;
		const period = partOfYear(year.value, { from, to, instant });
		return { start: at, end: part.at, kind: instant ? "date" : "period", period, year: null };
	}
	return { start: at, end, kind: "period", period: span(year.value, 1, 12), year: year.value };
}

function isHangulAt(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return code >= 0xac00 && code <= 0xd7a3;
}

function withEnd(text: string, match: DateMatch): DateMatch {
	const end = spaces(text, match.end);
	const character = text.charAt(end);
	if ((character === "末" || character === "底" || (character === "말" && !isHangulAt(text, end + 1))) && match.period?.end) {
		return { ...match, end: end + 1, kind: "date", period: { start: match.period.end, end: match.period.end } };
	}
	return match;
}

/** A date or period whose first character is a digit. */
export function readNumericDate(text: string, at: number): DateMatch | null {
	const first = number(text, at);
	if (!first) {
		return null;
	}
	const before = text.charCodeAt(at - 1);
	const east = eastAsian(text, at, first);
	if (east) {
		return rangeOfYears(text, east);
	}
	const mark = spaces(text, first.end);
	// 2021-2022年, 2021~2022년
	if (first.size === 4 && isYear(first.value)) {
		const dash = text.charAt(mark);
		if (dashes.has(dash) || dash === "、" || dash === "." || text.startsWith("to ", mark) || text.startsWith("and ", mark)) {
			const hop = dash === "t" ? 3 : dash === "a" ? 4 : 1;
			const at2 = spaces(text, mark + hop);
			const second = number(text, at2);
			if (second && !isLatin(text.charCodeAt(second.end))) {
				// 2022-06-30, 2022.06.30, 2022/6/30
				if (
					second.size <= 2 &&
					second.value >= 1 &&
					second.value <= 12 &&
					mark === first.end &&
					"-./".includes(dash) &&
					text.charAt(second.end) === dash
				) {
					const third = number(text, second.end + 1);
					if (third && third.size <= 2 && third.value >= 1 && third.value <= 31 && !isDigit(text.charCodeAt(third.end))) {
						return { start: at, end: third.end, kind: "date", period: day(first.value, second.value, third.value), year: null };
					}
				}
				if (second.size === 2 && dash !== "." && hop === 1 && dash !== "、" && mark === first.end) {
					// 2021-22, 2021/22: a financial year or years; 2022-06 only where the second cannot follow the first.
					const follow = first.value % 100;
					if (second.value === (follow + 1) % 100 || (second.value > follow && second.value > 12)) {
						const last = first.value - follow + second.value + (second.value < follow ? 100 : 0);
						return { start: at, end: second.end, kind: "period", period: span(first.value, 1, 12, last), year: null };
					}
					if (dash === "-" && second.value >= 1 && second.value <= 12) {
						return {
							start: at,
							end: second.end,
							kind: "period",
							period: span(first.value, second.value, second.value),
							year: null,
						};
					}
				}
				if (second.size === 4 && isYear(second.value) && second.value > first.value && hop <= 4) {
					const close = spaces(text, second.end);
					const suffix = text.charAt(close) === "年" || text.charAt(close) === "년";
					if (hop === 1 || suffix || yearBefore(text, at)) {
						return {
							start: at,
							end: suffix ? close + 1 : second.end,
							kind: "period",
							period: span(first.value, 1, 12, second.value),
							year: null,
						};
					}
				}
			}
		}
	}
	// 9月7日, 7月1号, 9월 7일
	if (
		first.size <= 2 &&
		first.value >= 1 &&
		first.value <= 12 &&
		(text.charAt(mark) === "月" || (text.charAt(mark) === "월" && mark === first.end))
	) {
		const date = number(text, spaces(text, mark + 1));
		if (date && date.size <= 2 && date.value <= 31 && "日号일".includes(text.charAt(spaces(text, date.end)) || "x")) {
			return { start: at, end: spaces(text, date.end) + 1, kind: "date", period: null, year: null };
		}
		return { start: at, end: mark + 1, kind: "period", period: null, year: null };
	}
	// 30 June 2022, 30th June, 30/06/2022
	if (first.size <= 2 && first.value >= 1 && first.value <= 31) {
		let next = first.end;
		const ordinal = /^(st|nd|rd|th)\b/i.exec(text.slice(next, next + 3));
		next = spaces(text, ordinal ? next + 2 : next);
		if (ordinal && text.startsWith("of ", next)) {
			next += 3;
		}
		const month = text.charAt(next) === "-" ? monthWords.longest(text, next + 1) : monthWords.longest(text, next);
		if (month && !(month.value === 5 && text.charAt(next) === "m")) {
			const yearAt = skipComma(text, month.at);
			const year = number(text, yearAt);
			if (year && year.size === 4 && isYear(year.value)) {
				return {
					start: at,
					end: year.end,
					kind: "date",
					period: day(year.value, month.value, Math.min(first.value, daysIn(year.value, month.value))),
					year: null,
				};
			}
			return { start: at, end: month.at, kind: "date", period: null, year: null };
		}
		const sep = text.charAt(first.end);
		if (sep === "/" || sep === ".") {
			const second = number(text, first.end + 1);
			if (second && second.size <= 2 && text.charAt(second.end) === sep) {
				const third = number(text, second.end + 1);
				if (third && third.size === 4 && isYear(third.value) && second.value <= 31) {
					const [d, m] = second.value > 12 ? [second.value, first.value] : [first.value, second.value];
					if (m >= 1 && m <= 12 && d >= 1) {
						return {
							start: at,
							end: third.end,
							kind: "date",
							period: day(third.value, m, Math.min(d, daysIn(third.value, m))),
							year: null,
						};
					}
				}
			}
		}
		// 2:00 pm, 14:30
		if (sep === ":" && first.value <= 24) {
			const minutes = number(text, first.end + 1);
			if (minutes && minutes.size === 2 && minutes.value < 60 && before !== 0x3a) {
				let end = minutes.end;
				if (text.charAt(end) === ":") {
					end = number(text, end + 1)?.end ?? end;
				}
				return { start: at, end, kind: "date", period: null, year: null };
			}
		}
		const clock = /^(?:\.[0-5]\d)? ?[ap]\.?m\b\.?/i.exec(text.slice(first.end, first.end + 8));
		if (clock && first.value <= 12) {
			return { start: at, end: first.end + clock[0].length, kind: "date", period: null, year: null };
		}
		// 9시 30분, 9时30分
		const time = /^ ?(?:시(?!간|설|장|민|도|군|간대|버트)|时(?!间|长|速|段))(?: ?[0-5]?\d ?(?:분|分))?/.exec(
			text.slice(first.end, first.end + 9),
		);
		if (time && first.value <= 24) {
			return { start: at, end: first.end + time[0].length, kind: "date", period: null, year: null };
		}
		// 1H21, 2Q 2022
		const half = /^([HQ])[ ']?(\d{4}|\d{2})(?!\d)/.exec(text.slice(first.end, first.end + 7));
		if (half && first.value <= (half[1] === "H" ? 2 : 4)) {
			return {
				start: at,
				end: first.end + half[0].length,
				kind: "period",
				period: partOf(half[1] as string, first.value, fullYear(half[2] as string)),
				year: null,
			};
		}
	}
	return null;
}

function skipComma(text: string, at: number): number {
	let next = at;
	if (text.charAt(next) === "," || text.charAt(next) === "-") {
		next += 1;
	}
	return spaces(text, next);
}

function fullYear(text: string): number {
	return text.length === 4 ? Number(text) : 2000 + Number(text);
}

function partOf(letter: string, index: number, year: number): Period {
	const length = letter.toUpperCase() === "H" ? 6 : 3;
	return span(year, (index - 1) * length + 1, index * length);
}

/** 2019年至2022年: both years as one period. */
function rangeOfYears(text: string, first: DateMatch): DateMatch {
	if (first.year === null) {
		return first;
	}
	const mark = spaces(text, first.end);
	if (!dashes.has(text.charAt(mark)) || text.charAt(mark) === "/") {
		return first;
	}
	const second = number(text, spaces(text, mark + 1));
	const close = second ? spaces(text, second.end) : 0;
	if (
		second &&
		second.size === 4 &&
		isYear(second.value) &&
		second.value > first.year &&
		"年년".includes(text.charAt(close) || " ")
	) {
		return { start: first.start, end: close + 1, kind: "period", period: span(first.year, 1, 12, second.value), year: null };
	}
	return first;
}

/** Whether a bare four-digit number at `at` reads as a year by the word before it. */
export function yearBefore(text: string, at: number): boolean {
	let end = at;
	while (text.charCodeAt(end - 1) === 0x20 && at - end < 2) {
		end -= 1;
	}
	return end > 0 && yearsBefore.longestBefore(text, end) !== null;
}

/** First letters of months, FY, fiscal, financial, H1 and Q1. */
const dateStarts = new Set(Array.from("jfmasondhq", (character) => character.charCodeAt(0)));

/** A date or period that begins with a letter: June 2022, FY2022, H1 2021, Q3 22, fiscal 2023. `end` is where its letters end. */
export function readWordDate(text: string, at: number): DateMatch | null {
	if (!dateStarts.has(text.charCodeAt(at) | 0x20)) {
		return null;
	}
	const month = monthWords.longest(text, at);
	if (month) {
		const next = spaces(text, month.at);
		const first = number(text, next);
		const capital = text.charCodeAt(at) < 0x60;
		if (first && (next > month.at || capital)) {
			if (first.size === 4 && isYear(first.value)) {
				return { start: at, end: first.end, kind: "period", period: span(first.value, month.value, month.value), year: null };
			}
			if (
				first.size <= 2 &&
				first.value >= 1 &&
				first.value <= 31 &&
				capital &&
				text.charAt(first.end) !== "%" &&
				!(text.charAt(first.end) === "." && isDigit(text.charCodeAt(first.end + 1)))
			) {
				let end = first.end;
				const ordinal = /^(st|nd|rd|th)\b/i.exec(text.slice(end, end + 3));
				end = ordinal ? end + 2 : end;
				const year = number(text, skipComma(text, end));
				if (year && year.size === 4 && isYear(year.value)) {
					return {
						start: at,
						end: year.end,
						kind: "date",
						period: day(year.value, month.value, Math.min(first.value, daysIn(year.value, month.value))),
						year: null,
					};
				}
				return { start: at, end, kind: "date", period: null, year: null };
			}
		}
		return null;
	}
	const fiscalYear = fiscal.longest(text, at);
	if (fiscalYear || ((text.charCodeAt(at) | 0x20) === 0x66 && (text.charCodeAt(at + 1) | 0x20) === 0x79)) {
		const from = fiscalYear ? fiscalYear.at : at + 2;
		const next = text.charAt(from) === "'" ? from + 1 : spaces(text, from);
		const year = number(text, next);
		if (year && (year.size === 4 ? isYear(year.value) : year.size === 2 && text.charCodeAt(at) < 0x60)) {
			const value = year.size === 4 ? year.value : 2000 + year.value;
			const second = text.charAt(year.end) === "/" || text.charAt(year.end) === "-" ? number(text, year.end + 1) : null;
			if (second && (second.size === 2 || second.size === 4)) {
				return { start: at, end: second.end, kind: "period", period: null, year: null };
			}
			return { start: at, end: year.end, kind: "period", period: span(value, 1, 12), year: null };
		}
		return null;
	}
	if (!"HQ".includes(text.charAt(at))) {
		return null;
	}
	const part = /^([HQ])([1-4])(?:[ -]?(?:FY ?)?'?(\d{4}|\d{2})(?!\d))?(?![A-Za-z0-9])/.exec(text.slice(at, at + 12));
	if (part && !(part[1] === "H" && Number(part[2]) > 2)) {
		const period = part[3] ? partOf(part[1] as string, Number(part[2]), fullYear(part[3])) : null;
		return { start: at, end: at + part[0].length, kind: "period", period, year: null };
	}
	return null;
}

/** Years and months in characters: 二〇二二年, 十二月, 五月三日. `numeral` is what was read at its start. */
export function readCharacterDate(
	text: string,
	numeral: { readonly start: number; readonly end: number; readonly value: Decimal },
): DateMatch | null {
	const { start, end } = numeral;
	const value = numeral.value.toNumber();
	const mark = text.charAt(end);
	if (mark === "年" && end - start === 4 && isYear(value)) {
		return { start, end: end + 1, kind: "period", period: span(value, 1, 12), year: value };
	}
	if (mark === "月" && value >= 1 && value <= 12) {
		const date = /^[一二三四五六七八九十]{1,3}[日号]/.exec(text.slice(end + 1, end + 6));
		return { start, end: end + 1 + (date?.[0].length ?? 0), kind: date ? "date" : "period", period: null, year: null };
	}
	return null;
}

/**
 * A year of the Republic of China at [start, end): 112年底, 民國112年5月. Its first year is 1912. Only with a part of the year behind
 * it or a word of dates before it: 112年 may be a duration.
 */
export function readRepublicDate(text: string, start: number, end: number): DateMatch | null {
	const value = Number(text.slice(start, end));
	const named = text.startsWith("民国", start - 2);
	if (text.charAt(end) !== "年" || value < (named ? 1 : 80) || value > 150) {
		return null;
	}
	const year = value + 1911;
	const month = /^(1[0-2]|[1-9])月(?:([12]\d|3[01]|[1-9])日)?/.exec(text.slice(end + 1, end + 8));
	if (month) {
		const date = month[2] === undefined ? null : Number(month[2]);
		const period = date === null ? span(year, Number(month[1]), Number(month[1])) : day(year, Number(month[1]), date);
		return { start, end: end + 1 + month[0].length, kind: date === null ? "period" : "date", period, year: null };
	}
	const part = parts.longest(text, end + 1);
	if (part) {
		const instant = instantOf(part.value);
		const { from, to } = part.value;
		return {
			start,
			end: part.at,
			kind: instant ? "date" : "period",
			period: partOfYear(year, { from, to, instant }),
			year: null,
		};
	}
	return /(?:民国|至|自|于|从|到|截至|较|与) ?$/.test(text.slice(Math.max(0, start - 4), start))
		? { start, end: end + 1, kind: "period", period: span(year, 1, 12), year }
		: null;
}

/** "the 1990s", "mid-2020s". */
export function readDecade(text: string, at: number): DateMatch | null {
	if (text.charAt(at + 4) !== "s" || isLatin(text.charCodeAt(at + 5)) || !/^(?:19|20)\d0$/.test(text.slice(at, at + 4))) {
		return null;
	}
	const year = Number(text.slice(at, at + 4));
	return { start: at, end: at + 5, kind: "period", period: span(year, 1, 12, year + 9), year: null };
}

/** A period that is named from another. */
interface Relative extends YearPart {
	/** How many years from the one that the text is about; null where it names no year. */
	readonly years: number | null;
}

const relatives = new Lexicon<Relative>({ caseless: true });
const wholeYear = { from: 1, to: 12, instant: null } as const;

function instantOf(part: object): YearPart["instant"] {
	return "instant" in part ? (part.instant as YearPart["instant"]) : null;
}

for (const { words, years } of relativeYears) {
	for (const word of words) {
		relatives.add(word, { ...wholeYear, years });
		const isLatinWord = isLatin(word.charCodeAt(0));
		for (const part of isLatinWord ? relativeParts : yearParts) {
			const value = { years, from: part.from, to: part.to, instant: instantOf(part) };
			for (const words of part.words) {
				if (isLatinWord) {
					relatives.add(`${words} ${word}`, value);
				} else if (isHangul(word.charCodeAt(0)) === isHangul(words.charCodeAt(words.length - 1))) {
					relatives.add(word + words, value);
					relatives.add(`${word} ${words}`, value);
				}
			}
		}
	}
}
for (const word of relativePeriods) {
	relatives.add(word, { ...wholeYear, years: null });
}

/** First characters of Chinese and Korean names of relative periods. */
export const relativeStarts: ReadonlySet<number> = new Set(
	[...relativeYears.flatMap(({ words }) => words), ...relativePeriods]
		.map((word) => word.charCodeAt(0))
		.filter((code) => !isLatin(code)),
);
const notAfter: Readonly<Record<string, string>> = relativeNotAfter;

/** A relative period that begins at `at`: 去年上半年, 同比, 작년, "the end of last year". */
export function readRelative(text: string, at: number): DateMatch | null {
	const found = relatives.longest(text, at);
	if (!found) {
		return null;
	}
	const { at: end } = found;
	const before = text.charAt(at - 1);
	if (isHangul(text.charCodeAt(at))) {
		if (isHangul(text.charCodeAt(at - 1)) || !(endsWord(text, end) || /^(?:대비|중|내)/.test(text.slice(end, end + 2)))) {
			return null;
		}
	} else if (
		(before !== "" && notAfter[text.charAt(at)]?.includes(before)) ||
		relativeNotBefore.includes(text.charAt(end) || " ")
	) {
		return null;
	}
	return { start: at, end, kind: "period", period: null, year: null };
}

/**
 * The period that the words of a relative one name in a text about `year`; null where they name no year of their own (同比).
 */
export function resolveRelative(words: string, year: number): Period | null {
	const found = relativeIn(words);
	return found && found.years !== null ? partOfYear(year + found.years, found) : null;
}

/** Whether words name a period from another one (去年, 同比) and not by a date of their own. */
export function isRelative(words: string): boolean {
	return relativeIn(words) !== null;
}

function relativeIn(words: string): Relative | null {
	const { text } = fold(words);
	const found = relatives.longest(text, 0);
	return found?.at === text.length ? found.value : null;
}
