/** Periods as own records write them: `2022`, `2022-12-31` (an instant), `2022-04-01/2023-03-31`, `../2022-12-31`, or in words. */
import { parsePeriod } from "../claims/document.ts";
import type { Period } from "../model.ts";

const open = "..";

/** null where the text is no period. */
export function parseRecordPeriod(text: string): Period | null {
	const parts = text.split("/").map((part) => part.trim());
	if (parts.length === 2 && parts.some((part) => part === open || isDay(part))) {
		const [start = "", end = ""] = parts;
		return [start, end].every((part) => part === open || isDay(part))
			? { start: start === open ? null : start, end: end === open ? null : end }
			: null;
	}
	if (isDay(text)) {
		return { start: null, end: text };
	}
	return (text.match(/\d{4}-\d{2}-\d{2}/g) ?? []).every(isDay) ? parsePeriod(text) : null;
}

/** What `parseRecordPeriod` reads back; "" for none. */
export function printRecordPeriod(period: Period | null): string {
	const { start, end } = period ?? { start: null, end: null };
	if (start === null && end === null) {
		return "";
	}
	if (start === null || start === end) {
		return end ?? "";
	}
	const year = start.slice(0, 4);
	return start === `${year}-01-01` && end === `${year}-12-31` ? year : `${start}/${end ?? open}`;
}

function isDay(text: string): boolean {
	const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
	const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0;
	return year !== "" && Number(day) >= 1 && Number(day) <= days;
}
