/** Quantities and periods in plain words, for people. */
import type { Decimal } from "../core/decimal.ts";
import type { Figure, Interval, Period, Qualifier } from "../core/model.ts";

/** How a figure is read: "more than 20,460,000,000 CNY", "about 35 t (34.5 to 35.5)", "period 2022-01-01 to 2022-12-31". */
export function describeFigure(figure: Figure): string {
	if (figure.kind === "date" || figure.kind === "period") {
		// "Last year", "June": no dates without the year that they count from.
		return figure.period ? `${figure.kind} ${describePeriod(figure.period)}` : `${figure.kind}, relative`;
	}
	if (figure.kind === "identifier") {
		return "identifier";
	}
	const reading = `${describeQuantity(figure)}, ${figure.kind}`;
	return figure.checkworthy ? reading : `${reading}, not check-worthy`;
}

type Quantity = Interval & { readonly value: Decimal | null; readonly unit: string | null; readonly qualifier: Qualifier };

/** A value with its unit and qualifier, and its interval where these do not tell it. */
export function describeQuantity(quantity: Quantity): string {
	const { value, low, high, qualifier } = quantity;
	if (value === null) {
		return shortQuantity(quantity);
	}
	// "more than 30" says already that the interval begins at 30 and is open.
	const isTold = qualifier === "exact" || (low === null && high?.equals(value)) || (high === null && low?.equals(value));
	return `${shortQuantity(quantity)}${isTold ? "" : ` (${describeInterval(quantity)})`}`;
}

/** A value with its unit and qualifier. */
export function shortQuantity({ value, low, high, unit, qualifier }: Quantity): string {
	const printed = (value === null ? describeInterval({ low, high }) : groupDigits(value)) + unitAfter(unit);
	return qualifier === "exact" || value === null ? printed : `${qualifier.replace("-", " ")} ${printed}`;
}

function unitAfter(unit: string | null): string {
	return unit === null ? "" : unit === "%" || unit === "‰" ? unit : ` ${unit}`;
}

/** "19,550 to 20,450", "20,460 or more", "up to 20,460". */
export function describeInterval({ low, high }: Interval): string {
	if (low === null) {
		return high === null ? "any" : `up to ${groupDigits(high)}`;
	}
	return high === null ? `${groupDigits(low)} or more` : `${groupDigits(low)} to ${groupDigits(high)}`;
}

/** "2022-01-01 to 2022-12-31", "2022-12-31", "from 2022-01-01". */
export function describePeriod({ start, end }: Period): string {
	if (start === end) {
		return start ?? "";
	}
	return start === null ? `until ${end}` : end === null ? `from ${start}` : `${start} to ${end}`;
}

/** Short, for tables: "2022", "2021-01 to 2021-06", "to 2022-12-31". */
export function shortPeriod({ start, end }: Period): string {
	if (start !== null && end !== null && start.endsWith("-01") && isLastDay(end)) {
		const [first, last] = [start.slice(0, 7), end.slice(0, 7)];
		const years = first.endsWith("-01") && last.endsWith("-12") ? [first.slice(0, 4), last.slice(0, 4)] : [first, last];
		return years[0] === years[1] ? (years[0] ?? "") : years.join(" to ");
	}
	return describePeriod({ start, end }).replace("until", "to");
}

function isLastDay(date: string): boolean {
	const [year = 0, month = 0, day] = date.split("-").map(Number);
	const days = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
	return days[month - 1] === day;
}

/** More decimals than this are those of a fraction that goes on: a third. */
const mostDecimals = 10;
const shownDecimals = 4;

/** Decimal text with commas between thousands: exact, but for fractions without an end (0.3333…). */
export function groupDigits(value: Decimal): string {
	const [whole = "", decimals] = value.toString().split(".");
	const fraction = decimals && decimals.length > mostDecimals ? `${decimals.slice(0, shownDecimals)}…` : decimals;
	const sign = whole.startsWith("-") ? "-" : "";
	const digits = whole.slice(sign.length);
	let grouped = digits.slice(0, digits.length % 3);
	for (let at = grouped.length; at < digits.length; at += 3) {
		grouped += (grouped === "" ? "" : ",") + digits.slice(at, at + 3);
	}
	return sign + grouped + (fraction === undefined ? "" : `.${fraction}`);
}
