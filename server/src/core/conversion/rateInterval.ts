/**
 * Intervals of rates that two amounts leave possible, exact: a bound is a ratio of decimals and is compared by
 * cross-multiplication. Amounts and rates are positive throughout.
 */
import { Decimal } from "../decimal.ts";

/** `numerator / denominator`, both positive. */
export interface Ratio {
	readonly numerator: Decimal;
	readonly denominator: Decimal;
}

/** The rates from `low` to `high`, both ends included. */
export interface RateInterval {
	readonly low: Ratio;
	readonly high: Ratio;
}

/** The positive values a printed amount can stand for, both ends included. */
export interface Amounts {
	readonly low: Decimal;
	readonly high: Decimal;
}

const half = Decimal.parse("0.5");

/** What {@link printedAmounts} needs to know of a figure or a claim. */
export interface PrintedAmount {
	readonly value: Decimal | null;
	/** The exponent of the last printed digit. */
	readonly precision: number;
	readonly qualifier: string;
	/** The numeral as printed. */
	readonly numeral: string;
}

/**
 * The amounts that were rounded to what is printed: half a unit of the last significant digit each side. Zeros at the end
 * of a whole number are placeholders as far as two digits remain (28억9000만 has three significant digits, "20 billion" two),
 * zeros after a decimal point are digits. "About" widens nothing, since the writer printed these digits; "over" and "nearly"
 * leave room for a whole unit on their side. Null where there is no single positive value.
 */
export function printedAmounts(amount: PrintedAmount): Amounts | null {
	const { value, qualifier } = amount;
	if (value === null || value.sign <= 0 || qualifier === "between") {
		return null;
	}
	const exponent = /\d[.．]\d/.test(amount.numeral) ? amount.precision : significantExponent(value, amount.precision);
	const unit = Decimal.one.shift(exponent);
	const below = qualifier === "nearly" || qualifier === "less-than" || qualifier === "at-most" ? unit : unit.times(half);
	const above = qualifier === "more-than" || qualifier === "at-least" ? unit : unit.times(half);
	const low = value.minus(below);
	return low.sign > 0 ? { low, high: value.plus(above) } : null;
}

function significantExponent(value: Decimal, precision: number): number {
	const { digits, exponent } = value.normalize();
	const second = exponent + digits.toString().length - 2;
	return Math.max(precision, Math.min(exponent, second));
}

/** The rates, units of `first` for one unit of `second`, at which the two can be the same amount. */
export function impliedRates(first: Amounts, second: Amounts): RateInterval {
	return {
		low: { numerator: first.low, denominator: second.high },
		high: { numerator: first.high, denominator: second.low },
	};
}

/** From `low` to `high`, widened by `tolerance` (0.015 for 1.5%) of each end. */
export function rateInterval(low: Decimal, high: Decimal, tolerance = Decimal.zero): RateInterval {
	return {
		low: { numerator: low.times(Decimal.one.minus(tolerance)), denominator: Decimal.one },
		high: { numerator: high.times(Decimal.one.plus(tolerance)), denominator: Decimal.one },
	};
}

/** The same rates the other way round: units of the second currency for one of the first. */
export function inverse({ low, high }: RateInterval): RateInterval {
	return { low: flip(high), high: flip(low) };
}

/** Every rate × 10^power. */
export function shifted({ low, high }: RateInterval, power: number): RateInterval {
	return {
		low: { numerator: low.numerator.shift(power), denominator: low.denominator },
		high: { numerator: high.numerator.shift(power), denominator: high.denominator },
	};
}

/** One over the ratio. */
export function flip({ numerator, denominator }: Ratio): Ratio {
	return { numerator: denominator, denominator: numerator };
}

/** -1, 0 or 1 as `a` is below, equal to or above `b`. */
export function compareRatios(a: Ratio, b: Ratio): -1 | 0 | 1 {
	return a.numerator.times(b.denominator).compare(b.numerator.times(a.denominator));
}

/** Whether some rate belongs to both. */
export function overlap(a: RateInterval, b: RateInterval): boolean {
	return compareRatios(a.low, b.high) <= 0 && compareRatios(b.low, a.high) <= 0;
}

/** The rates that belong to both, or null. */
export function intersection(a: RateInterval, b: RateInterval): RateInterval | null {
	if (!overlap(a, b)) {
		return null;
	}
	return {
		low: compareRatios(a.low, b.low) >= 0 ? a.low : b.low,
		high: compareRatios(a.high, b.high) <= 0 ? a.high : b.high,
	};
}

/** The rate nearest the middle of the interval of as few digits as lie in it, three at least (7.066 to 7.094 -> 7.08). */
export function roundRate({ low, high }: RateInterval): Decimal {
	const middle = low.numerator
		.times(high.denominator)
		.plus(high.numerator.times(low.denominator))
		.dividedBy(low.denominator.times(high.denominator).times(Decimal.of(2)), 18);
	for (let digits = 3; digits < 18; digits++) {
		const rate = middle.round(digits);
		const ratio = { numerator: rate, denominator: Decimal.one };
		if (compareRatios(low, ratio) <= 0 && compareRatios(ratio, high) <= 0) {
			return rate.normalize();
		}
	}
	return middle;
}

/** A bound as decimal text of `significant` digits, for messages. */
export function printRatio({ numerator, denominator }: Ratio, significant = 4): string {
	return numerator.dividedBy(denominator, significant).toString();
}
