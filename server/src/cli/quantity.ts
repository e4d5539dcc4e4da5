/** Quantities and periods in plain words, for people. */
import type { Decimal } from "../core/decimal.ts";
import type { Figure, Interval, Period, Qualifier } from "../core/model.ts";

/** How a figure is read: "more than 20,460,000,000 CNY", "about 35 t (34.5 to 35.5)", "period 2022-01-01 to 2022-12-31". */
export function describeFigure(figure: Figure): string {
	if (figure.kind === "date" || figure.kind === "period") {
		return figure.period ? `${figure.kind} ${describePeriod(figure.period)}` : figure.kind;
	}
	if (figure.kind === "identifier") {
		return "identifier";
	}
	const reading = describeQuantity(figure);
	return figure.checkworthy ? reading : `${reading}, not check-worthy`;
}

type Quantity = Interval & { readonly value: Decimal | null; readonly unit: string | null; readonly qualifier: Qualifier };

/** A value with its unit and qualifier, and its interval where these do not tell it. */
export function describeQuantity(quantity: Quantity): string {
	const { value, low, high, qualifier } = quantity;
	const withUnit = (text: string): string => text + unitAfter(quantity.unit);
	if (value === null) {
		return withUnit(describeInterval(quantity));
	}
	const printed = withUnit(groupDigits(value));
	if (qualifier === "exact") {
		return printed;
	}
	// "more than 30" says already that the interval begins at 30 and is open.
	const isTold = (low === null && high?.equals(value)) || (high === null && low?.equals(value));
	return `${qualifier.replace("-", " ")} ${printed}${isTold ? "" : ` (${describeInterval(quantity)})`}`;
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
