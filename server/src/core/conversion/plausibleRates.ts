/**
 * The rates at which a pair can be one amount. A rate that the document states decides alone; else the rate that a source's
 * own pair implies for the same amount; else the reference table, from the period to the publication. Units have one rate.
 */
import { equivalents, secondReadings } from "../../../data/rates/equivalents.ts";
import type { Evidence } from "../claims/evidence.ts";
import { Decimal } from "../decimal.ts";
import { findUnit, type Unit } from "../figures/units.ts";
import type { Claim, Figure, Period } from "../model.ts";
import type { Pair } from "./pairs.ts";
import {
	compareRatios,
	flip,
	impliedRates,
	printedAmounts,
	type RateInterval,
	type Ratio,
	rateInterval,
} from "./rateInterval.ts";
import { averageRate, closingRate, hasRates, rateRange, tableSpan } from "./referenceRates.ts";
import { type StatedRate, statedInterval } from "./statedRates.ts";

/** A rate with a name, units of the first figure's currency or unit for one of the second's; what fixes compute with. */
export interface NamedRate {
	readonly rate: Ratio;
	readonly basis: "stated" | "source" | "average" | "closing" | "definition";
	/** The days that an average or closing rate stands for; "" otherwise. */
	readonly from: string;
	readonly to: string;
	/** Of a stated rate, what the writer says of it. */
	readonly stated?: Pick<StatedRate, "basis" | "date">;
}

export interface PlausibleRates {
	/** "workspace": stated by the workspace's own table, not by the document. */
	readonly basis: "stated" | "workspace" | "source" | "reference" | "definition";
	/** Units of the first figure's currency or unit for one of the second's; any of them makes the pair right. */
	readonly intervals: readonly RateInterval[];
	/** The first interval without tolerance, for messages. */
	readonly shown: RateInterval;
	/** The days that a range of reference rates spans; "" otherwise. */
	readonly from: string;
	readonly to: string;
	/** Best first. */
	readonly named: readonly NamedRate[];
	/** The source's pair, for basis "source". */
	readonly claims: readonly Claim[];
}

/** What the surroundings of a pair say. */
export interface PairContext {
	/** Evidence of the first and of the second figure. */
	readonly evidence: readonly [Evidence, Evidence];
	/** Rates stated in the same passage and in the document. */
	readonly nearRates: readonly StatedRate[];
	readonly documentRates: readonly StatedRate[];
	/** The period that the pair's sentence or header names, or null. */
	readonly period: Period | null;
	/** Rates of the workspace. */
	readonly userRates: readonly StatedRate[];
	/** The document's reporting period, or null. */
	readonly reportingPeriod: Period | null;
	/** ISO date, or null. */
	readonly published: string | null;
}

/** Sources of reference rates differ by up to 1.5% between one another (annual averages 1.0%, closings 1.5%). */
const referenceTolerance = Decimal.parse("0.015");
/** Beyond the ends of the table the rates are not known; two years moved no pair of it by more than 10% past its range. */
const unknownTolerance = Decimal.parse("0.1");
/** Long factors are often rounded by the writer (2.2 for 2.2046). */
const unitTolerance = Decimal.parse("0.005");
/** An unpublished report may convert at the spot rate of any day up to this many years after its period. */
const yearsToPublication = 2;
/** The longest text between two figures of one pair in a source. */
const pairDistance = 48;

/** Null where nothing is known of the rate: a currency without reference rates and without a stated one. */
export function plausibleRates(pair: Pair, context: PairContext): PlausibleRates | null {
	const { first, second } = pair;
	if (first.currency === null || second.currency === null || first.currency === second.currency) {
		return unitRates(first, second);
	}
	return (
		statedRates(first.currency, second.currency, context.nearRates) ??
		statedRates(first.currency, second.currency, context.documentRates) ??
		sourceRates(first.currency, second.currency, context.evidence) ??
		workspaceRates(first.currency, second.currency, context) ??
		referenceRates(first.currency, second.currency, context)
	);
}

/** The workspace's rates of the pair's period; those without a date are for any. */
function workspaceRates(a: string, b: string, context: PairContext): PlausibleRates | null {
	const { evidence, period, reportingPeriod, userRates } = context;
	const end = (evidence[0].subject.period ?? evidence[1].subject.period ?? period)?.end ?? reportingPeriod?.end;
	const found = statedRates(
		a,
		b,
		userRates.filter(({ date = "" }) => date === "" || end?.startsWith(date.slice(0, 4))),
	);
	return found && { ...found, basis: "workspace" };
}

function statedRates(a: string, b: string, rates: readonly StatedRate[]): PlausibleRates | null {
	const intervals: RateInterval[] = [];
	const named: NamedRate[] = [];
	for (const stated of rates) {
		const interval = statedInterval(stated, a, b);
		if (interval) {
			const one = { numerator: Decimal.one, denominator: stated.rate };
			const direct = { numerator: stated.rate, denominator: Decimal.one };
			const rate = compareRatios(interval.low, direct) <= 0 && compareRatios(direct, interval.high) <= 0 ? direct : one;
			intervals.push(interval);
			if (!named.some((known) => compareRatios(known.rate, rate) === 0)) {
				named.push({ rate, basis: "stated", from: "", to: "", stated });
			}
		}
	}
	const shown = intervals[0];
	return shown ? { basis: "stated", intervals, shown, from: "", to: "", named, claims: [] } : null;
}

/** Verdicts of figures whose value is the claim's. */
const valueAgrees: ReadonlySet<string> = new Set(["supported", "qualifier-drift", "excess-precision"]);

/** Whether claims have this figure's value. */
export function isSourced(evidence: Evidence): boolean {
	return valueAgrees.has(evidence.verdict) && evidence.claims.length > 0;
}

/** Whether one source has both figures: then its pair is what the draft repeats, whatever the rate. */
export function isSourcedPair([first, second]: readonly [Evidence, Evidence]): boolean {
	return (
		isSourced(first) && isSourced(second) && first.claims.some((a) => second.claims.some((b) => a.source.key === b.source.key))
	);
}

function sourceRates(a: string, b: string, evidence: readonly [Evidence, Evidence]): PlausibleRates | null {
	const claims = evidence.flatMap((one) => one.claims);
	const anchors = evidence.filter(isSourced).flatMap((one) => one.claims);
	for (const first of claims) {
		if (first.currency !== a) {
			continue;
		}
		const second = claims.find(
			(claim) => claim.currency === b && areTwins(first, claim) && (anchors.includes(first) || anchors.includes(claim)),
		);
		const amounts = second && { first: claimAmounts(first), second: claimAmounts(second) };
		if (second && amounts?.first && amounts.second) {
			const interval = impliedRates(amounts.first, amounts.second);
			const named: NamedRate = { rate: sourceRate(first, second), basis: "source", from: "", to: "" };
			return {
				basis: "source",
				intervals: [interval],
				shown: interval,
				from: "",
				to: "",
				named: [named],
				claims: [first, second],
			};
		}
	}
	return null;
}

function claimAmounts(claim: Claim) {
	return printedAmounts({ ...claim, numeral: claim.printed });
}

/** Two claims that a source prints as one amount in two currencies. */
function areTwins(a: Claim, b: Claim): boolean {
	const [earlier, later] = a.locator.start <= b.locator.start ? [a, b] : [b, a];
	return (
		a.source.key === b.source.key &&
		a.entity === b.entity &&
		a.measure === b.measure &&
		a.period.start === b.period.start &&
		a.period.end === b.period.end &&
		later.locator.start - earlier.locator.end <= pairDistance &&
		later.locator.start >= earlier.locator.end
	);
}

function referenceRates(a: string, b: string, context: PairContext): PlausibleRates | null {
	if (!hasRates(a, b)) {
		return null;
	}
	const stated = context.evidence[0].subject.period ?? context.evidence[1].subject.period;
	const span = stretch(stated ?? context.reportingPeriod, context);
	const range = span && rateRange(b, a, span.from, span.to);
	if (!range) {
		return null;
	}
	const tolerance = span.known ? referenceTolerance : unknownTolerance;
	const named: NamedRate[] = [];
	const { start = null, end = null } = stated ?? context.reportingPeriod ?? {};
	const average = start && end && start < end ? averageRate(b, a, start, end) : null;
	const closing = end ? closingRate(b, a, end) : null;
	for (const one of [average, closing]) {
		if (one) {
			named.push({
				rate: { numerator: one.rate, denominator: Decimal.one },
				basis: one.basis === "average" ? "average" : "closing",
				from: one.from,
				to: one.to,
			});
		}
	}
	return {
		basis: "reference",
		intervals: [rateInterval(range.low, range.high, tolerance)],
		shown: rateInterval(range.low, range.high),
		from: span.from,
		to: span.to,
		named,
		claims: [],
	};
}

/** The days whose rates a pair may have been converted at; `known` when the table covers all of them. */
function stretch(
	period: Period | null,
	{ published, reportingPeriod }: PairContext,
): { from: string; to: string; known: boolean } | null {
	const { first, last } = tableSpan();
	const end = period?.end ?? period?.start ?? null;
	if (end === null) {
		const from = period?.start ?? first;
		return {
			from: clamp(from, first, last),
			to: published ? clamp(published, first, last) : last,
			known: published !== null && published <= last,
		};
	}
	if (end < first) {
		return null;
	}
	// An open start is an instant, or a total since some time: its year and the one before are taken in.
	const from = period?.start ?? `${Number(end.slice(0, 4)) - 1}-01-01`;
	const latest = [end, reportingPeriod?.end ?? end].sort()[1] as string;
	const open = `${Number(latest.slice(0, 4)) + yearsToPublication}${latest.slice(4)}`;
	const to = published ? (published > end ? published : end) : open < last ? open : last;
	const lastYear = `${Number(last.slice(0, 4)) - 1}${last.slice(4)}`;
	return {
		from: clamp(from, first, from > last ? lastYear : last),
		to: clamp(to, first, last),
		known: from >= first && to <= last && end <= last,
	};
}

function clamp(date: string, first: string, last: string): string {
	return date < first ? first : date > last ? last : date;
}

/** The rate of as few digits, three at least, as turn one claim's value into the other's printed value (7.08; 7.077). */
function sourceRate(first: Claim, second: Claim): Ratio {
	const [a, b] = [first.value, second.value] as [Decimal, Decimal];
	// Quoted the way round in which it is above one.
	const turned = a.compare(b) < 0;
	const whole = turned ? b.dividedBy(a, 18) : a.dividedBy(b, 18);
	for (let digits = 3; ; digits++) {
		const rounded = whole.round(digits);
		const back = turned ? a.times(rounded) : a.dividedBy(rounded, 18);
		if (digits === 18 || back.roundTo(second.precision).equals(b)) {
			const rate = { numerator: rounded, denominator: Decimal.one };
			return turned ? flip(rate) : rate;
		}
	}
}

function unitRates(first: Figure, second: Figure): PlausibleRates | null {
	const a = first.unit === null || first.currency !== null ? null : findUnit(first.unit);
	const b = second.unit === null || second.currency !== null ? null : findUnit(second.unit);
	if (!a || !b || first.unit === second.unit) {
		// Two notations of one amount in one unit or currency.
		return definition([{ numerator: Decimal.one, denominator: Decimal.one }], true);
	}
	if (a.dimension !== b.dimension) {
		return equivalentRates(a, b);
	}
	const scales = [{ a: scaleOf(a), b: scaleOf(b) }];
	for (const reading of secondReadings) {
		for (const scale of reading.scales) {
			const size = { numerator: Decimal.parse(scale), denominator: Decimal.one };
			if (isReading(reading, first)) {
				scales.push({ a: size, b: scaleOf(b) });
			}
			if (isReading(reading, second)) {
				scales.push({ a: scaleOf(a), b: size });
			}
		}
	}
	const rates = scales.map((scale) => quotient(scale.b, scale.a));
	// "1,000 tonnes of carbon, equivalent to 3,667 tonnes of CO2": what the words do not call CO2 may be carbon.
	if (a.dimension === "mass-co2e" && saysGas(first) !== saysGas(second)) {
		const [carbon, dioxide] = [Decimal.of(12), Decimal.of(44)];
		const factor = saysGas(first) ? { numerator: dioxide, denominator: carbon } : { numerator: carbon, denominator: dioxide };
		rates.push(product(rates[0] as Ratio, factor));
	}
	return definition(rates, isShort(rates[0] as Ratio));
}

function saysGas({ text }: Figure): boolean {
	return /co[2₂]|二氧化碳|이산화탄소|carbon dioxide|온실가스|温室气体|溫室氣體/i.test(text);
}

function isReading(reading: (typeof secondReadings)[number], figure: Figure): boolean {
	const suffix = figure.style.suffix.trim().toLowerCase();
	return reading.symbol === figure.unit && reading.words.some((word) => word === suffix);
}

/** A rate for each reading of the units, the first one the usual. */
function definition(rates: readonly Ratio[], exact: boolean): PlausibleRates {
	const tolerance = exact ? Decimal.zero : unitTolerance;
	const intervals = rates.map((rate) => around(rate, rate, tolerance));
	const named = rates.slice(0, 1).map((rate): NamedRate => ({ rate, basis: "definition", from: "", to: "" }));
	return { basis: "definition", intervals, shown: intervals[0] as RateInterval, from: "", to: "", named, claims: [] };
}

function around(low: Ratio, high: Ratio, tolerance: Decimal): RateInterval {
	return {
		low: { numerator: low.numerator.times(Decimal.one.minus(tolerance)), denominator: low.denominator },
		high: { numerator: high.numerator.times(Decimal.one.plus(tolerance)), denominator: high.denominator },
	};
}

/** Units of different dimensions that reports equate (tce and kWh). */
function equivalentRates(a: Unit, b: Unit): PlausibleRates | null {
	const intervals: RateInterval[] = [];
	const named: NamedRate[] = [];
	for (const row of equivalents) {
		const forward = row.from === a.dimension && row.to === b.dimension;
		if (!forward && !(row.from === b.dimension && row.to === a.dimension)) {
			continue;
		}
		const target = forward ? b : a;
		if ("only" in row && !target.symbol.endsWith(row.only)) {
			continue;
		}
		// One base unit of `from` is `size` base units of `to`; the amounts are equal where a × scale(a) × size = b × scale(b).
		const rateOf = (text: string): Ratio => {
			const size = { numerator: Decimal.parse(text), denominator: Decimal.one };
			return forward ? quotient(quotient(scaleOf(b), scaleOf(a)), size) : product(quotient(scaleOf(b), scaleOf(a)), size);
		};
		const rates = [row.low, row.high].map(rateOf);
		const [low, high] = (forward ? [...rates].reverse() : rates) as [Ratio, Ratio];
		const interval = around(low, high, unitTolerance);
		intervals.push(interval);
		if (named.length === 0) {
			named.push({ rate: "usual" in row ? rateOf(row.usual) : high, basis: "definition", from: "", to: "" });
		}
	}
	const shown = intervals[0];
	return shown ? { basis: "definition", intervals, shown, from: "", to: "", named, claims: [] } : null;
}

function scaleOf(unit: Unit): Ratio {
	return { numerator: Decimal.of(unit.numerator), denominator: Decimal.of(unit.denominator) };
}

function quotient(a: Ratio, b: Ratio): Ratio {
	return { numerator: a.numerator.times(b.denominator), denominator: a.denominator.times(b.numerator) };
}

function product(a: Ratio, b: Ratio): Ratio {
	return { numerator: a.numerator.times(b.numerator), denominator: a.denominator.times(b.denominator) };
}

/** Whether the factor, the one above 1, is as short as writers know it by heart: 1,000, 3.6, 15; not 2.2046 or 666.7. */
function isShort({ numerator, denominator }: Ratio): boolean {
	const [above, below] = numerator.compare(denominator) >= 0 ? [numerator, denominator] : [denominator, numerator];
	const factor = above.dividedBy(below, 3);
	return factor.times(below).equals(above);
}
