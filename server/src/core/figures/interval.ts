/** The values a printed figure can stand for. */
import { Decimal } from "../decimal.ts";
import type { Interval, Qualifier } from "../model.ts";
import { lastDigit } from "./myriad.ts";

const half = new Decimal(5n, -1);
const twentieth = new Decimal(5n, -2);

/**
 * Half a unit of the last printed digit each side, widened or opened by the qualifier. "about" reaches half a unit of the last
 * digit that is not zero, but no more than 5% of the value and no less than the printed half unit; "nearly" reaches 5% below.
 * @param precision exponent of the last significant printed digit
 */
export function intervalOf(value: Decimal, precision: number, qualifier: Qualifier): Interval {
	switch (qualifier) {
		case "more-than":
		case "at-least":
			return { low: value, high: null };
		case "less-than":
		case "at-most":
			return { low: null, high: value };
		case "nearly": {
			const below = value.minus(value.abs().times(twentieth));
			return value.sign < 0 ? { low: value, high: value.plus(value.abs().times(twentieth)) } : { low: below, high: value };
		}
		default: {
			if (qualifier !== "about" && precision === value.exponent) {
				// Ends in 5, so it is normal as it stands.
				const tenfold = value.digits * 10n;
				return { low: new Decimal(tenfold - 5n, precision - 1), high: new Decimal(tenfold + 5n, precision - 1) };
			}
			let margin = half.shift(precision);
			if (qualifier === "about") {
				const rough = half.shift(value.isZero ? precision : lastDigit(value));
				const most = value.abs().times(twentieth);
				const wide = rough.compare(most) > 0 ? most : rough;
				margin = wide.compare(margin) > 0 ? wide : margin;
			}
			return { low: value.minus(margin).normalize(), high: value.plus(margin).normalize() };
		}
	}
}
