/** Quantities and periods in plain words, for people. */
import type { Decimal } from "../core/decimal.ts";
import type { Figure, Interval, Period, Qualifier } from "../core/model.ts";

/** How a figure is read: "20,460,000,000 CNY, more-than, above 20,460,000,000". */
export function describeFigure(figure: Figure): string {
	if (figure.kind === "date" || figure.kind === "period") {
		return figure.period ? `${figure.kind} ${describePeriod(figure.period)}` : figure.kind;
	}
	if (figure.kind === "identifier") {
		return "identifier";
	}
	const reading = describeQuantity(figure);
	return figure.checkworthy ? reading : `${reading} (not check-worthy)`;
}

/** A value with its unit, its qualifier where there is one, and then its interval. */
export function describeQuantity(
	quantity: Interval & { readonly value: Decimal | null; readonly unit: string | null; readonly qualifier: Qualifier },
): string {
	const { value, unit, qualifier } = quantity;
	const interval = describeInterval(quantity);
	const withUnit = (text: string) => (unit === null ? text : unit === "%" || unit === "‰" ? text + unit : `${text} ${unit}`);
	if (value === null) {
		return `${withUnit(interval)}${qualifier === "exact" ? "" : `, ${qualifier}`}`;
	}
	return qualifier === "exact" ? withUnit(groupDigits(value)) : `${withUnit(groupDigits(value))}, ${qualifier}: ${interval}`;
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

/** Exact decimal text with commas between thousands. */
export function groupDigits(value: Decimal): string {
	const [whole = "", fraction] = value.toString().split(".");
	const sign = whole.startsWith("-") ? "-" : "";
	const digits = whole.slice(sign.length);
	let grouped = digits.slice(0, digits.length % 3);
	for (let at = grouped.length; at < digits.length; at += 3) {
		grouped += (grouped === "" ? "" : ",") + digits.slice(at, at + 3);
	}
	return sign + grouped + (fraction === undefined ? "" : `.${fraction}`);
}
