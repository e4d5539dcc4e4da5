/** Dates that the calendar does not have: 31 June, 2月30日, 2022년 13월. */
import { months } from "../../../data/figures/periods.ts";
import type { Passage } from "../draft/draft.ts";
import { daysIn } from "../figures/dates.ts";
import type { Span } from "../model.ts";
import { fold } from "../text/fold.ts";

/** A date that does not exist; offsets in the passage's text. */
export interface ImpossibleDate extends Span {
	/** What is wrong: the month's number, or the day in a month of so many days. */
	readonly fault:
		| { readonly kind: "month"; readonly month: number }
		| { readonly kind: "day"; readonly days: number; readonly at: Span };
}

const monthOf = new Map<string, number>(
	months.flatMap((names, index) => names.map((name) => [name.replace(".", ""), index + 1] as const)),
);
const monthNames = [...monthOf.keys()].sort((a, b) => b.length - a.length).join("|");
const dayMonth = new RegExp(`(?<![\\w.,-])(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${monthNames})\\.?(?:,? (\\d{4}))?(?![\\w-])`, "g");
const monthDay = new RegExp(`(?<![\\w-])(${monthNames})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?(?![\\w.%-]|,\\d)`, "g");
const eastern = /(?<!\d)(?:(\d{4}) ?[年년] ?)?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日号일])?(?!의? ?(?:월급|급여|보너스|薪|工资))/g;
const numeric = /(?<![\d./-])((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?![\d/-]|\.\d)/g;
/** A year in which February has 29 days: what is said without a year may be meant of it. */
const leapYear = 2024;

export function findImpossibleDates({ text, figures }: Passage): ImpossibleDate[] {
	if (figures.length === 0) {
		return [];
	}
	const folded = fold(text);
	const lower = folded.text.toLowerCase();
	if (lower.length !== folded.text.length) {
		return [];
	}
	const found: ImpossibleDate[] = [];
	const add = (match: RegExpMatchArray, year: string | undefined, month: number, day: string | undefined) => {
		const start = match.index ?? 0;
		const span = folded.offsets.span({ start, end: start + match[0].length });
		if (month > 12 || month < 1) {
			// Without a year or a day it may be anything that is numbered.
			if (month < 100 && month > 0 && (year !== undefined || day !== undefined)) {
				found.push({ ...span, fault: { kind: "month", month } });
			}
			return;
		}
		const days = daysIn(year === undefined ? leapYear : Number(year), month);
		if (day !== undefined && Number(day) > days && Number(day) <= 31) {
			const at = start + match[0].indexOf(day, match[0].startsWith(day) ? 0 : (year?.length ?? 0));
			found.push({ ...span, fault: { kind: "day", days, at: folded.offsets.span({ start: at, end: at + day.length }) } });
		}
	};
	const starts = new Set(figures.filter(({ kind }) => kind === "date").map(({ start }) => start));
	const isDate = (match: RegExpMatchArray) => {
		const span = folded.offsets.span({ start: match.index ?? 0, end: (match.index ?? 0) + match[0].length });
		for (let at = span.start; at < span.end; at++) {
			if (starts.has(at)) {
				return true;
			}
		}
		return false;
	};
	for (const match of lower.matchAll(dayMonth)) {
		if (isDate(match)) {
			add(match, match[3], monthOf.get(match[2] ?? "") ?? 0, match[1]);
		}
	}
	for (const match of lower.matchAll(monthDay)) {
		if (isDate(match)) {
			add(match, match[3], monthOf.get(match[1] ?? "") ?? 0, match[2]);
		}
	}
	for (const match of lower.matchAll(eastern)) {
		add(match, match[1], Number(match[2]), match[3]);
	}
	for (const match of lower.matchAll(numeric)) {
		// Of codes and of other orders there are many: only a day too many in a month that is one.
		if (isDate(match) && Number(match[3]) <= 12) {
			add(match, match[1], Number(match[3]), match[4]);
		}
	}
	return found.sort((a, b) => a.start - b.start);
}
