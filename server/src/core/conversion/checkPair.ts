/** Whether the two figures of a pair can be one amount, and if not, what slipped. */
import { type FactorSlip, factorSlips } from "../../../data/rates/equivalents.ts";
import { Decimal } from "../decimal.ts";
import { findUnit, toBase, type Unit } from "../figures/units.ts";
import type { Figure } from "../model.ts";
import type { Pair } from "./pairs.ts";
import type { PlausibleRates } from "./plausibleRates.ts";
import {
	type Amounts,
	impliedRates,
	inverse,
	overlap,
	printedAmounts,
	type RateInterval,
	type Ratio,
	shifted,
} from "./rateInterval.ts";

export type Slip =
	/** The second figure is 10^power times what it should be. */
	| { readonly kind: "power-of-ten"; readonly power: number }
	/** Divided by the rate instead of multiplied, or the other way round. */
	| { readonly kind: "inverted" }
	/** Two neighbouring digits of the second figure are swapped; `value` is what they were. */
	| { readonly kind: "transposed"; readonly value: Decimal }
	/** A factor left out, applied twice or taken for another. */
	| { readonly kind: "factor"; readonly slip: FactorSlip }
	| { readonly kind: "mismatch" };

/** A pair that cannot be one amount. */
export interface Inconsistency {
	readonly slip: Slip;
	/** The rates that the printed figures leave possible, units of the first for one of the second. */
	readonly implied: RateInterval;
}

/** The largest power of ten that a wrong scale word makes (만 for 조 and the like). */
const largestPower = 12;

/** Null when some plausible rate makes the two figures one amount, or when they have no positive values. */
export function checkPair(pair: Pair, plausible: PlausibleRates): Inconsistency | null {
	const first = figureAmounts(pair.first);
	const second = figureAmounts(pair.second);
	if (!first || !second) {
		return null;
	}
	if (isTemperature(pair.first) && pair.first.unit !== pair.second.unit) {
		return temperaturesAgree(pair, first, second) ? null : { slip: { kind: "mismatch" }, implied: impliedRates(first, second) };
	}
	const implied = impliedRates(first, second);
	const fits = (rates: RateInterval) => plausible.intervals.some((interval) => overlap(interval, rates));
	return fits(implied) ? null : { slip: nameSlip(pair, first, implied, plausible), implied };
}

/** The amounts that a figure's printed digits leave possible. */
export function figureAmounts(figure: Figure): Amounts | null {
	return printedAmounts({ ...figure, numeral: figure.style.numeral });
}

function nameSlip(pair: Pair, first: Amounts, implied: RateInterval, plausible: PlausibleRates): Slip {
	const fits = (rates: RateInterval) => plausible.intervals.some((interval) => overlap(interval, rates));
	for (let power = 1; power <= largestPower; power++) {
		// A second figure ten times too large implies a tenth of the rate.
		if (fits(shifted(implied, power))) {
			return { kind: "power-of-ten", power };
		}
		if (fits(shifted(implied, -power))) {
			return { kind: "power-of-ten", power: -power };
		}
	}
	const slip = factorSlip(pair, implied, fits, plausible.shown);
	if (slip) {
		return { kind: "factor", slip };
	}
	if (fits(inverse(implied))) {
		return { kind: "inverted" };
	}
	const value = swappedBack(pair.second, first, fits);
	return value ? { kind: "transposed", value } : { kind: "mismatch" };
}

/** Of several factors that the printed digits leave room for, the one that meets the true one best. */
function factorSlip(
	{ first, second }: Pair,
	implied: RateInterval,
	fits: (rates: RateInterval) => boolean,
	shown: RateInterval,
): FactorSlip | null {
	const dimensions = [first, second].map(({ unit, currency }) =>
		currency === null ? findUnit(unit ?? "")?.dimension : undefined,
	);
	const own = approximate({ numerator: first.value as Decimal, denominator: second.value as Decimal });
	const right = (approximate(shown.low) + approximate(shown.high)) / 2;
	let best: FactorSlip | null = null;
	let nearest = Number.POSITIVE_INFINITY;
	for (const slip of factorSlips as readonly FactorSlip[]) {
		const [a, b] = slip.dimensions;
		const isAbout = (a === dimensions[0] && b === dimensions[1]) || (a === dimensions[1] && b === dimensions[0]);
		if (!isAbout || (slip.units && !slip.units.some((unit) => unit === first.unit || unit === second.unit))) {
			continue;
		}
		const [above, below] = [Decimal.parse(slip.above), Decimal.parse(slip.below)];
		for (const [times, over] of [
			[above, below],
			[below, above],
		] as const) {
			const distance = Math.abs(Math.log((own * approximate({ numerator: times, denominator: over })) / right));
			if (distance < nearest && fits(multiplied(implied, times, over))) {
				best = slip;
				nearest = distance;
			}
		}
	}
	return best;
}

function multiplied({ low, high }: RateInterval, times: Decimal, over: Decimal): RateInterval {
	return {
		low: { numerator: low.numerator.times(times), denominator: low.denominator.times(over) },
		high: { numerator: high.numerator.times(times), denominator: high.denominator.times(over) },
	};
}

/** For ranking only. */
function approximate({ numerator, denominator }: Ratio): number {
	return numerator.toNumber() / denominator.toNumber();
}

function swappedBack(second: Figure, first: Amounts, fits: (rates: RateInterval) => boolean): Decimal | null {
	const value = (second.value as Decimal).normalize();
	const digits = value.digits.toString();
	// Of two digits every number is the other way round of some other.
	for (let i = 0; digits.length >= 3 && i + 1 < digits.length; i++) {
		const swapped = `${digits.slice(0, i)}${digits[i + 1]}${digits[i]}${digits.slice(i + 2)}`;
		const other = new Decimal(BigInt(swapped), value.exponent);
		const amounts = swapped === digits || swapped.startsWith("0") ? null : figureAmounts({ ...second, value: other });
		if (amounts && fits(impliedRates(first, amounts))) {
			return other;
		}
	}
	return null;
}

function isTemperature(figure: Figure): boolean {
	return figure.unit !== null && findUnit(figure.unit)?.dimension === "temperature";
}

/** As temperatures, or as differences of temperature (a rise of 1.5°C is one of 2.7°F). */
function temperaturesAgree(pair: Pair, first: Amounts, second: Amounts): boolean {
	const a = findUnit(pair.first.unit ?? "");
	const b = findUnit(pair.second.unit ?? "");
	if (!a || !b) {
		return true;
	}
	const meet = (convert: (value: Decimal, unit: Unit) => Ratio) => {
		const [lowA, highA, lowB, highB] = [
			convert(first.low, a),
			convert(first.high, a),
			convert(second.low, b),
			convert(second.high, b),
		];
		return overlap({ low: lowA, high: highA }, { low: lowB, high: highB });
	};
	const ratio = ({ numerator, denominator }: { numerator: bigint; denominator: bigint }) => ({
		numerator: Decimal.of(numerator),
		denominator: Decimal.of(denominator),
	});
	return (
		meet((value, unit) => ratio(toBase(value, unit))) ||
		meet((value, unit) => {
			const { symbol, dimension, numerator, denominator } = unit;
			return ratio(toBase(value, { symbol, dimension, numerator, denominator }));
		})
	);
}
