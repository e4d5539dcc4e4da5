/** Compares the value of a figure with the value of a claim: intervals, units and qualifiers, exactly. */
import { nouns } from "../../../data/figures/nouns.ts";
import { kindredUnits, openClassifiers } from "../../../data/glossary.ts";
import { Decimal } from "../decimal.ts";
import { findUnit } from "../figures/units.ts";
import type { Figure, Qualifier } from "../model.ts";
import { dimensionOf } from "./dimension.ts";

/** What figures and claims have in common. */
export interface Valued {
	readonly value: Decimal | null;
	readonly low: Decimal | null;
	readonly high: Decimal | null;
	readonly unit: string | null;
	readonly currency: string | null;
	readonly qualifier: Qualifier;
	readonly precision: number;
}

export type UnitRelation =
	/** The same unit, or one counted thing and a bare number. */
	| "same"
	/** Counted things that texts use for one another (customers, users). */
	| "kindred"
	/** Units of one dimension (t, kg). */
	| "convertible"
	/** Cannot be the same thing. */
	| "other";

export type ValueRelation =
	| "equal"
	/** A point value inside the other's open bound ("362.5 million" for "over 360 million"). */
	| "inside-open"
	| "different";

/** Figures are compared to this fraction of their value at most where their trailing zeros may be rounding. */
const roundingAllowance = Decimal.parse("0.005");
/** However few digits are printed, this much off is another value: 1亿 is not 8600万. */
const coarsest = Decimal.parse("0.05");
const hundred = Decimal.parse("100");
/** How far above its open bound a value can still be what the bound speaks of. */
const boundReach = Decimal.parse("1.1");

/** The unit of a count whose noun the text leaves open. */
export const anyThing = "item";

/** Classifiers that do not say what they count: 400개, 25곳. */
const openUnits: ReadonlySet<string> = new Set([anyThing, "site"]);

/** The unit of a figure that counts; a bare 户 or 호 leaves open whether it is homes, businesses or accounts. */
export const countedUnit = (figure: Figure): string | null =>
	looseClassifiers.has(figure.style.suffix.trim().normalize("NFKC")) ? anyThing : figure.unit;

const looseClassifiers: ReadonlySet<string> = new Set(openClassifiers);

/** Whether a count's noun is one that no table knows: the text's own, and it may stand for anything. */
export const isOwnNoun = ({ kind, unit }: Figure): boolean => kind === "count" && unit !== null && !knownNouns.has(unit);

const knownNouns: ReadonlySet<string> = new Set(nouns.map((row) => row.unit));

/** Whether a unit says only that something is counted. */
export const isOpenUnit = (unit: string | null): boolean => unit === null || openUnits.has(unit);

/** Whether texts use two counted things for one another. */
export const areKindred = (a: string, b: string): boolean => kindred.get(a)?.has(b) ?? false;

/** "Half", 十分之一: a part of one, which is a percentage by another name. */
export function isFraction({ unit, value }: Pick<Valued, "unit" | "value">): boolean {
	return unit === "x" && value !== null && value.compare(Decimal.zero) > 0 && value.compare(Decimal.one) <= 0;
}

const kindred = new Map<string, Set<string>>();
for (const units of kindredUnits) {
	for (const unit of units) {
		const set = kindred.get(unit) ?? new Set();
		for (const other of units) {
			set.add(other);
		}
		kindred.set(unit, set);
	}
}

export function relateUnits(a: Valued, b: Valued): UnitRelation {
	const [first, second] = [dimensionOf(a.unit), dimensionOf(b.unit)];
	if (first === "none" || second === "none") {
		// "In US dollars: about 2.89 billion": the unit of an amount may stand elsewhere.
		const [bare, other] = first === "none" ? [a, second] : [b, first];
		if (other.startsWith("money:") && significantDigits(bare.value) >= 3) {
			return "kindred";
		}
		return (first === "none" ? second : first) === "count" || first === second ? "same" : "other";
	}
	if (first !== second) {
		if ((isFraction(a) && second === "percent") || (first === "percent" && isFraction(b))) {
			return "convertible";
		}
		// "RMB 100 per loan" and 单笔…100元: the "per" stands in the unit of one and in the words of the other.
		const [shorter, longer] = first.length < second.length ? [first, second] : [second, first];
		if (shorter.startsWith("money:") && longer.startsWith(`${shorter}/`)) {
			return "kindred";
		}
		// CO2 and CO2 equivalent in tonnes are often told apart only by the words around them.
		return [first, second].every((dimension) => dimension === "mass" || dimension === "mass-co2e") ? "kindred" : "other";
	}
	if (a.unit === b.unit) {
		return "same";
	}
	if (first !== "count") {
		return "convertible";
	}
	// A classifier that does not say what it counts (400개, 30个) goes with everything.
	if (isOpenUnit(a.unit) || isOpenUnit(b.unit)) {
		return "same";
	}
	return areKindred(a.unit ?? "", b.unit ?? "") ? "kindred" : "other";
}

interface Factors {
	readonly a: Decimal;
	readonly b: Decimal;
}

/** Multipliers that bring values in the units of `a` and `b` to common terms without division. */
function factors(a: Valued, b: Valued): Factors {
	const first = a.unit === null ? undefined : findUnit(a.unit);
	const second = b.unit === null ? undefined : findUnit(b.unit);
	if (first && second && first.dimension !== second.dimension && (isFraction(a) || isFraction(b))) {
		return isFraction(a) ? { a: hundred, b: Decimal.one } : { a: Decimal.one, b: hundred };
	}
	// Of two amounts of one currency, the "per" that only one of them prints does not change the number.
	if (
		a.unit === b.unit ||
		!first ||
		!second ||
		(a.currency !== null && a.currency === b.currency && first.dimension !== second.dimension)
	) {
		return { a: Decimal.one, b: Decimal.one };
	}
	return {
		a: Decimal.of(first.numerator).times(Decimal.of(second.denominator)),
		b: Decimal.of(second.numerator).times(Decimal.of(first.denominator)),
	};
}

function isOpen(valued: Valued): boolean {
	return (
		valued.qualifier === "more-than" ||
		valued.qualifier === "at-least" ||
		valued.qualifier === "less-than" ||
		valued.qualifier === "at-most"
	);
}

const isLower = (qualifier: Qualifier): boolean => qualifier === "more-than" || qualifier === "at-least";

/**
 * What a figure's digits can stand for when a writer rounded: half a unit of the last printed digit (at most 5%), or of the last
 * digit that is not zero (at most 0.5%), whichever is more.
 */
function roundedInterval(valued: Valued): { low: Decimal; high: Decimal } | null {
	const { value, low, high } = valued;
	if (value === null) {
		return low && high ? { low, high } : null;
	}
	const last = value.normalize().exponent;
	const generous = smaller(new Decimal(5n, last - 1), value.abs().times(roundingAllowance));
	const printed = smaller(new Decimal(5n, valued.precision - 1), value.abs().times(coarsest));
	const half = generous.compare(printed) > 0 ? generous : printed;
	const least = value.minus(half);
	const most = value.plus(half);
	const vague = valued.qualifier === "about" || valued.qualifier === "nearly";
	return {
		low: vague && low && low.compare(least) < 0 ? low : least,
		high: vague && high && high.compare(most) > 0 ? high : most,
	};
}

const smaller = (a: Decimal, b: Decimal): Decimal => (a.compare(b) < 0 ? a : b);

/** Whether two intervals share more than an end: 31 and 32 both reach 31.5 and are not the same. */
function overlap(a: { low: Decimal; high: Decimal }, b: { low: Decimal; high: Decimal }): boolean {
	const point = a.low.equals(a.high) || b.low.equals(b.high);
	const limit = point ? 0 : -1;
	return a.low.compare(b.high) <= limit && b.low.compare(a.high) <= limit;
}

/**
 * How the figure's value stands to the claim's, `shift` powers of ten apart (0 for as printed). The units must be the same,
 * kindred or convertible.
 */
export function relateValues(figure: Valued, claim: Valued, shift = 0): ValueRelation {
	const factor = factors(figure, claim);
	const scale = (value: Decimal, by: Decimal): Decimal => (by === Decimal.one ? value : value.times(by));
	const drawn = roundedInterval(figure);
	const sourced = roundedInterval(claim);
	if (!drawn || !sourced) {
		return "different";
	}
	const f = { low: scale(drawn.low, factor.a).shift(-shift), high: scale(drawn.high, factor.a).shift(-shift) };
	// A bound is where it is printed: rounding widens what lies at it, not the bound.
	const point = isOpen(claim) && claim.value && !isOpen(figure) ? scale(claim.value, factor.b) : null;
	const c = point ? { low: point, high: point } : { low: scale(sourced.low, factor.b), high: scale(sourced.high, factor.b) };
	if (overlap(f, c)) {
		return "equal";
	}
	if (figure.value === null || claim.value === null) {
		return "different";
	}
	const fv = scale(figure.value, factor.a).shift(-shift);
	const cv = scale(claim.value, factor.b);
	if (isOpen(claim) && !isOpen(figure)) {
		return (isLower(claim.qualifier) ? fv.compare(cv) > 0 : fv.compare(cv) < 0) ? "inside-open" : "different";
	}
	if (isOpen(figure)) {
		// "Over 1,100 tonnes" of 1,189 is true and not far off; "over 500" of it says something else.
		const sameSide = !isOpen(claim) || isLower(claim.qualifier) === isLower(figure.qualifier);
		const within = isLower(figure.qualifier)
			? fv.compare(cv) <= 0 && cv.compare(fv.times(boundReach)) <= 0
			: fv.compare(cv) >= 0 && fv.compare(cv.times(boundReach)) <= 0;
		return sameSide && within ? "equal" : "different";
	}
	return "different";
}

/** The power of ten (1 to 12 either way) that makes the figure's value the claim's, or 0 where none does. */
export function powerOfTen(figure: Valued, claim: Valued): number {
	if (figure.value === null || claim.value === null || figure.value.isZero || claim.value.isZero) {
		return 0;
	}
	const factor = factors(figure, claim);
	const log = (value: Decimal): number => Math.log10(Math.abs(value.toNumber()));
	const shift = Math.round(log(figure.value.times(factor.a)) - log(claim.value.times(factor.b)));
	// The digits must be the claim's: a bound ("over 340" of "over 360") does not widen them.
	const point = (valued: Valued): Valued => ({ ...valued, qualifier: "exact", low: null, high: null });
	return shift !== 0 && Math.abs(shift) <= 12 && relateValues(point(figure), point(claim), shift) === "equal" ? shift : 0;
}

/** Whether the two print the same number, whatever their units ("690 million tonnes", "6.9亿张"). */
export function sameNumber(a: Valued, b: Valued): boolean {
	return a.value !== null && b.value !== null && a.value.equals(b.value);
}

/** Whether the draft's qualifier says something else than the source's. "About" before an exact figure is no drift. */
export function driftsFrom(figure: Valued, claim: Valued): boolean {
	const drawn = family(figure.qualifier);
	const sourced = family(claim.qualifier);
	// "Close to", "around", "almost" of what is no exact value: writers do not tell them apart.
	if (drawn === sourced || (isVague(drawn) && isVague(sourced))) {
		return false;
	}
	if (sourced === "exact" || sourced === "between") {
		if (drawn === "about" || drawn === "exact" || drawn === "between") {
			return false;
		}
		// "Over 1,100" of 1,189 and "over 20 billion" of 20.46 are true; "over 1,189" of 1,189 is not what the source says.
		return (
			figure.value !== null &&
			claim.value !== null &&
			!isBoundOf(figure, claim) &&
			relateValues({ ...figure, qualifier: "exact", low: null, high: null }, claim) === "equal"
		);
	}
	return true;
}

/** Whether the claim's value lies beyond the figure's on the side that the figure's qualifier leaves open. */
function isBoundOf(figure: Valued, claim: Valued): boolean {
	if (figure.value === null || claim.value === null) {
		return false;
	}
	const factor = factors(figure, claim);
	const order = figure.value.times(factor.a).compare(claim.value.times(factor.b));
	return isLower(figure.qualifier) ? order < 0 : figure.qualifier !== "about" && order > 0;
}

const isVague = (family: string): boolean => family === "about" || family === "nearly";

function family(qualifier: Qualifier): string {
	switch (qualifier) {
		case "more-than":
		case "at-least":
			return "lower bound";
		case "less-than":
		case "at-most":
			return "upper bound";
		default:
			return qualifier;
	}
}

/** How many significant digits a value has; what makes a coincidence of values unlikely. */
export function significantDigits(value: Decimal | null): number {
	return value === null ? 0 : value.abs().normalize().digits.toString().length;
}
