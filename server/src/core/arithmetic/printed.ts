/** What printed figures leave possible, in one unit, and whether computed values agree with them. Exact throughout. */
import { relateUnits } from "../claims/compare.ts";
import { Decimal } from "../decimal.ts";
import { findUnit } from "../figures/units.ts";
import type { Figure, Interval } from "../model.ts";

/** Whether a figure states one amount that can be added up: no share, multiple, range, date. */
export function isAmount(figure: Figure): boolean {
	return figure.value !== null && (figure.kind === "quantity" || figure.kind === "money" || figure.kind === "count");
}

/**
 * The values that a figure can stand for: half a unit of its last printed digit each side, widened by its qualifier. Things
 * that are counted one by one ("25 banks") are exact.
 */
export function boundsOf(figure: Figure): Interval {
	const { value, low, high, kind, precision, qualifier, style } = figure;
	if (value !== null && kind === "count" && qualifier === "exact" && precision === 0 && /^[\d,.\s]*$/.test(style.numeral)) {
		return { low: value, high: value };
	}
	return { low, high };
}

/** Whether two amounts are of one dimension, so that they can be added and compared. */
export function isComparable(a: Figure, b: Figure): boolean {
	if (a.currency !== b.currency && a.currency !== null && b.currency !== null) {
		return false;
	}
	if (a.unit === null || b.unit === null) {
		return a.currency === null && b.currency === null;
	}
	return a.unit.includes("/") === b.unit.includes("/") && relateUnits(a, b) !== "other";
}

/** Whether an amount of this unit can be added to another: not a temperature, an intensity, a share, a multiple. */
export function isAdditive(figure: Figure): boolean {
	const { unit } = figure;
	return isAmount(figure) && (unit === null || (!unit.includes("/") && findUnit(unit)?.dimension !== "temperature"));
}

/** By how much each figure's value is multiplied so that all are in one (nameless) unit. Integers. */
export function scalesOf(figures: readonly Figure[]): readonly Decimal[] {
	const units = figures.map(({ unit }) => {
		const found = unit === null ? undefined : findUnit(unit);
		return found ?? { numerator: 1n, denominator: 1n };
	});
	const common = units.reduce((all, { denominator }) => (all % denominator === 0n ? all : all * denominator), 1n);
	return units.map(({ numerator, denominator }) => Decimal.of((numerator * common) / denominator));
}

/** The interval × factor, which is positive. */
export function scaled({ low, high }: Interval, factor: Decimal): Interval {
	return { low: low === null ? null : low.times(factor), high: high === null ? null : high.times(factor) };
}

export function sumOf(intervals: readonly Interval[]): Interval {
	let low: Decimal | null = Decimal.zero;
	let high: Decimal | null = Decimal.zero;
	for (const one of intervals) {
		low = low && one.low && low.plus(one.low);
		high = high && one.high && high.plus(one.high);
	}
	return { low, high };
}

/** The product of two intervals of numbers that are not negative. */
export function product(a: Interval, b: Interval): Interval {
	return { low: a.low && b.low && a.low.times(b.low), high: a.high && b.high && a.high.times(b.high) };
}

/** Whether some value belongs to both; an open end goes on for ever. */
export function meet(a: Interval, b: Interval): boolean {
	return !isBelow(a, b) && !isBelow(b, a);
}

/** Whether every value of `a` is below every value of `b`. */
export function isBelow(a: Interval, b: Interval): boolean {
	return a.high !== null && b.low !== null && a.high.compare(b.low) < 0;
}

/** What the parts of a total come to. */
export interface Sum {
	/** In the total's unit, rounded to its printed digits. */
	readonly value: Decimal;
	/** Whether the total can be that sum. */
	readonly agrees: boolean;
	/** Whether the parts are more than the total, beyond rounding. */
	readonly exceeds: boolean;
}

/** Adds up parts as they are printed and compares them with their total. All figures have a value and comparable units. */
export function addUp(total: Figure, parts: readonly Figure[]): Sum {
	const [scale = Decimal.one, ...scales] = scalesOf([total, ...parts]);
	const whole = scaled(boundsOf(total), scale);
	const bounds = sumOf(parts.map((part, index) => scaled(boundsOf(part), scales[index] as Decimal)));
	const exact = parts
		.map((part, index) => (part.value as Decimal).times(scales[index] as Decimal))
		.reduce((a, b) => a.plus(b), Decimal.zero);
	const value = exact.dividedBy(scale, 30).roundTo(total.precision);
	return { value, agrees: meet(bounds, whole), exceeds: isBelow(whole, bounds) };
}
