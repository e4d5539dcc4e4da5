const numeric =
	/^(\d{4})(?:(?:[-/.]|\. | ?[年년] ?)(\d{1,2})(?:(?:[-/.]|\. | ?[月월] ?)(\d{1,2}))?)?[日号號일月월年년.]?(?:[t ].*)?$/;
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const dayFirst = /^(\d{1,2}) ([a-z]{3})[a-z]*\.?,? (\d{4})$/;
const monthFirst = /^([a-z]{3})[a-z]*\.? (?:(\d{1,2}),? )?(\d{4})$/;

/**
 * A date as ISO text, as exact as it is written: "2023-06-29", "2023-06" or "2023". Reads ISO, numbers in the order year, month,
 * day with other signs between, Chinese and Korean dates, and English ones with the month in letters.
 * @returns null where the text is no date, or of a day that does not exist.
 */
export function isoDate(text: string): string | null {
	const trimmed = text.trim().toLowerCase();
	const [, year = "", month, day] = numeric.exec(trimmed) ?? [];
	if (year !== "") {
		return checked(year, month, day);
	}
	const [, dayOf, monthOf = "", yearOf = ""] = dayFirst.exec(trimmed) ?? [];
	if (yearOf !== "") {
		return checked(yearOf, numberOf(monthOf), dayOf);
	}
	const [, name = "", dayIn, yearIn = ""] = monthFirst.exec(trimmed) ?? [];
	return yearIn === "" ? null : checked(yearIn, numberOf(name), dayIn);
}

const numberOf = (month: string): string => String(months.indexOf(month) + 1);

function checked(year: string, month?: string, day?: string): string | null {
	const parts = [year, ...[month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, "0"))];
	const monthNumber = Number(month ?? 1);
	const dayNumber = Number(day ?? 1);
	const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
	const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][monthNumber - 1] ?? 0;
	return dayNumber >= 1 && dayNumber <= days && (day === undefined || month !== undefined) ? parts.join("-") : null;
}
