/** Dates as sources print them, to ISO dates. */

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthWord = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";

/** Forms of a full date; the groups are named y, m, d. */
const forms: readonly RegExp[] = [
	/(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(?!\d)/u,
	/(?<y>\d{4})\s?年\s?(?<m>\d{1,2})\s?月\s?(?<d>\d{1,2})\s?[日号號]/u,
	/(?<y>\d{4})\s?년\s?(?<m>\d{1,2})\s?월\s?(?<d>\d{1,2})\s?일/u,
	// "2023. 6. 29." as Korean writes it.
	/(?<y>\d{4})\. (?<m>\d{1,2})\. (?<d>\d{1,2})(?!\d)/u,
	new RegExp(`(?<!\\d)(?<d>\\d{1,2})(?:st|nd|rd|th)? (?<m>${monthWord}),? (?<y>\\d{4})(?!\\d)`, "iu"),
	new RegExp(`(?<m>${monthWord}) (?<d>\\d{1,2})(?:st|nd|rd|th)?,? (?<y>\\d{4})(?!\\d)`, "iu"),
];

/** The first full date in `text` as YYYY-MM-DD, and where it stands; null where there is none or that day does not exist. */
export function findDate(text: string): { readonly date: string; readonly start: number; readonly end: number } | null {
	let first: RegExpExecArray | null = null;
	for (const form of forms) {
		const match = form.exec(text);
		if (match && (first === null || match.index < first.index)) {
			first = match;
		}
	}
	if (!first) {
		return null;
	}
	const { y = "", m = "", d = "" } = first.groups ?? {};
	const month = /^\d/.test(m) ? Number(m) : months.indexOf(m.slice(0, 3).toLowerCase()) + 1;
	const date = isoDate(Number(y), month, Number(d));
	return date === null ? null : { date, start: first.index, end: first.index + first[0].length };
}

function isoDate(year: number, month: number, day: number): string | null {
	const date = new Date(Date.UTC(year, month - 1, day));
	const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
	return exists && year >= 1900 ? date.toISOString().slice(0, 10) : null;
}
