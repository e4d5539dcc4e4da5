/** In which dimension, and at which place in it, a quantity is looked up. */
import type { Decimal } from "../decimal.ts";
import { findUnit } from "../figures/units.ts";

/**
 * The dimension that claims are indexed and asked for by: that of the unit, with all counted things in one ("count"), since
 * texts call the same things customers, users and people; "none" for a bare number.
 */
export function dimensionOf(unit: string | null): string {
	if (unit === null) {
		return "none";
	}
	const dimension = findUnit(unit)?.dimension ?? "none";
	return dimension.startsWith("count:") ? "count" : dimension;
}

/** The value in the base unit of its dimension, as the nearest double: for finding and sorting, never for a verdict. */
export function baseNumber(value: Decimal, unit: string | null): number {
	const found = unit === null ? undefined : findUnit(unit);
	if (!found) {
		return value.toNumber();
	}
	const offset = found.offset ? Number(found.offset.numerator) / Number(found.offset.denominator) : 0;
	return (value.toNumber() * Number(found.numerator)) / Number(found.denominator) + offset;
}
