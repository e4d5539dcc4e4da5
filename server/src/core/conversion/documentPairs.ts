/**
 * The money pairs of a whole document and the rates that they share. Independent of claims: what the document's own amounts
 * say about the rate they were converted at.
 */

import { Decimal } from "../decimal.ts";
import type { BlockContent, Draft, Passage } from "../draft/draft.ts";
import type { Period } from "../model.ts";
import { oncePer } from "../oncePer.ts";
import { figureAmounts } from "./checkPair.ts";
import { periodOf } from "./pairPeriod.ts";
import { findPairs, type Pair } from "./pairs.ts";
import {
	compareRatios,
	impliedRates,
	intersection,
	inverse,
	overlap,
	type RateInterval,
	type Ratio,
	rateInterval,
} from "./rateInterval.ts";
import { averageRate, closingRate, rateRange, tableSpan } from "./referenceRates.ts";
import { findTablePairs } from "./tablePairs.ts";

/** A pair of two currencies somewhere in a document. */
export interface MoneyPair {
	readonly content: BlockContent;
	/** Where its second figure stands; the first stands there too, or in another cell. */
	readonly passage: Passage;
	readonly pair: Pair;
	/** The currency that is worth more, as far as the pair says, and the other. */
	readonly base: string;
	readonly quote: string;
	/** The rates that its digits leave possible, units of `quote` for one of `base`. */
	readonly rates: RateInterval;
	/** The period that its sentence names, or null. */
	readonly period: Period | null;
}

const blockPairs = oncePer((content: BlockContent): readonly MoneyPair[] => [
	...content.passages.flatMap((passage) => (passage.kind === "quote" ? [] : moneyPairs(content, passage))),
	...findTablePairs(content).flatMap((pairs) =>
		pairs.flatMap(({ pair, second, period }) => moneyPair(content, second, pair, period)),
	),
]);

/** The money pairs of a document's own text, in order; block quotes are somebody else's. */
export const documentPairs = oncePer((draft: Draft): readonly MoneyPair[] =>
	draft.blocks.flatMap(({ content }) => blockPairs(content)),
);

function moneyPairs(content: BlockContent, passage: Passage): MoneyPair[] {
	if (passage.figures.length < 2) {
		return [];
	}
	return findPairs(passage.text, passage.figures).flatMap((pair) => moneyPair(content, passage, pair, periodOf(passage, pair)));
}

/** @param passage where the second figure stands. */
function moneyPair(content: BlockContent, passage: Passage, pair: Pair, period: Period | null): MoneyPair[] {
	const { first, second } = pair;
	const amounts = { first: figureAmounts(first), second: figureAmounts(second) };
	if (
		first.currency === null ||
		second.currency === null ||
		first.currency === second.currency ||
		!amounts.first ||
		!amounts.second
	) {
		return [];
	}
	const [a, b] = [first.currency, second.currency];
	// Which is worth more must be the same for every pair of two currencies, however wrong: the table says it where it can.
	const [base, quote] = isWorthMore(a, b) ? [a, b] : [b, a];
	return [
		{
			content,
			passage,
			pair,
			base,
			quote,
			rates: base === a ? impliedRates(amounts.second, amounts.first) : impliedRates(amounts.first, amounts.second),
			period,
		},
	];
}

function isWorthMore(a: string, b: string): boolean {
	const rate = closingRate(a, b, tableSpan().last)?.rate;
	return rate ? rate.compare(Decimal.one) > 0 : a < b;
}

/** The pairs of one currency pair and one period, and the rate that most of them share. */
export interface CommonRate {
	/** The rates that every agreeing pair leaves possible. */
	readonly rates: RateInterval;
	/** Of other currencies than the odd ones where these break with two common rates at once. */
	readonly agreeing: readonly MoneyPair[];
	/** The pairs that no common rate can include; empty where all agree. */
	readonly odd: readonly MoneyPair[];
}

/** How far outside all reference rates a pair may lie before it is no conversion but a slip: 10%. */
const slipTolerance = Decimal.parse("0.1");
/** The average of a cross rate and the cross of two averages differ, and so do the sources of rates: 1.5%. */
const crossTolerance = Decimal.parse("0.015");
/** How near a pair comes to a reference rate that it was converted at. */
const referenceTolerance = 0.015;

/** The common rates of a document: for each currency pair and period that has two pairs or more. */
export function commonRates(draft: Draft, reportingPeriod: Period | null): CommonRate[] {
	return [...periodsOf(draft, reportingPeriod).values()].flatMap((edges) =>
		[...edges.values()].filter(({ agreeing, odd }) => agreeing.length + odd.length > 1),
	);
}

/** Pairs of two currencies that break with what the document's pairs with a third currency have in common. */
export function crossRates(draft: Draft, reportingPeriod: Period | null): CommonRate[] {
	return [...periodsOf(draft, reportingPeriod)].flatMap(([key, edges]) =>
		edges.size < 3 ? [] : crosses([...edges.values()], periodOfKey(key, reportingPeriod), draft.frontMatter.published ?? null),
	);
}

/** The common rates by period, then by currency pair; of single pairs too. */
function periodsOf(draft: Draft, reportingPeriod: Period | null): Map<string, Map<string, CommonRate>> {
	const pairs = documentPairs(draft).filter((pair) => !isSlip(pair));
	// In a document about one year, an amount without a year is of that year, and what goes on since some year ends with it.
	const keys = new Set(
		pairs.map(({ period }) => (period ? keyOfPeriod(period, reportingPeriod) : "")).filter((key) => key !== ""),
	);
	const [only = ""] = keys;
	const undated = reportingPeriod ? keyOfPeriod(reportingPeriod, null) : keys.size === 1 ? only : "";
	const groups = new Map<string, Map<string, MoneyPair[]>>();
	for (const pair of pairs) {
		const key = (pair.period && keyOfPeriod(pair.period, reportingPeriod)) || undated;
		const edges = groups.get(key) ?? new Map<string, MoneyPair[]>();
		groups.set(key, edges);
		const edge = `${pair.base}/${pair.quote}`;
		edges.set(edge, [...(edges.get(edge) ?? []), pair]);
	}
	return new Map(
		[...groups].map(([key, edges]) => [
			key,
			new Map(
				[...edges].map(([edge, group]) => [
					edge,
					commonRate(group, periodOfKey(key, reportingPeriod), draft.frontMatter.published ?? null),
				]),
			),
		]),
	);
}

/**
 * Amounts of a year and of several years up to its end ("since 2019") are converted at one rate; those of shorter periods and of
 * a day, which are balances, at others.
 */
function keyOfPeriod({ start, end }: Period, reportingPeriod: Period | null): string {
	if (start === null) {
		return `at ${end}`;
	}
	const last = end ?? reportingPeriod?.end ?? null;
	if (last === null) {
		return "";
	}
	const days = (Date.parse(last) - Date.parse(start)) / 86_400_000;
	return days >= 360 ? `to ${last}` : `${start} ${last}`;
}

/** The period that a key stands for; of several years the last. */
function periodOfKey(key: string, reportingPeriod: Period | null): Period | null {
	const [first = "", last = ""] = key.split(" ");
	if (key === "") {
		return reportingPeriod;
	}
	if (first !== "to") {
		return first === "at" ? { start: null, end: last === "null" ? null : last } : { start: first, end: last };
	}
	const yearBefore = new Date(Date.parse(`${Number(last.slice(0, 4)) - 1}${last.slice(4)}`) + 86_400_000);
	return { start: yearBefore.toISOString().slice(0, 10), end: last };
}

/** Whether a pair is too far off any rate of its currencies to say something about the document's rate. */
function isSlip({ base, quote, rates }: MoneyPair): boolean {
	const { first, last } = tableSpan();
	const range = rateRange(base, quote, first, last);
	return range !== null && !overlap(rates, rateInterval(range.low, range.high, slipTolerance));
}

/** The rate that belongs to the most pairs; of several such, the one nearest a reference rate of the period; then the earliest. */
function commonRate(pairs: readonly MoneyPair[], period: Period | null, published: string | null): CommonRate {
	// Going up, a pair is added at its low end and leaves behind its high end: the most are together at some low end.
	const lows = pairs.map(({ rates }, order) => ({ low: rates.low, order })).sort((a, b) => compareRatios(a.low, b.low));
	const highs = pairs.map((pair) => pair.rates.high).sort(compareRatios);
	const distance = distanceTo(references(pairs[0] as MoneyPair, period, published));
	let left = 0;
	let best = { together: 0, distance: 0, order: 0, at: (lows[0] as (typeof lows)[number]).low };
	for (const [index, { low, order }] of lows.entries()) {
		while (compareRatios(highs[left] as Ratio, low) < 0) {
			left += 1;
		}
		const next = { together: index + 1 - left, distance: 0, order, at: low };
		if (next.together >= best.together) {
			next.distance = distance({ low, high: highs[left] as Ratio });
			const isNearer = next.distance < best.distance || (next.distance === best.distance && order < best.order);
			best = next.together > best.together || isNearer ? next : best;
		}
	}
	const isAgreeing = ({ rates }: MoneyPair): boolean => overlap(rates, { low: best.at, high: best.at });
	const agreeing = pairs.filter(isAgreeing);
	const rates = agreeing.map((pair) => pair.rates).reduce((a, b) => intersection(a, b) ?? a);
	return { rates, agreeing, odd: pairs.filter((pair) => !isAgreeing(pair)) };
}

/** The rates that a pair may have been converted at: the average, or else the closing rate, first. */
function references({ base, quote }: MoneyPair, period: Period | null, published: string | null): number[] {
	if (!period?.end) {
		return [];
	}
	const { start, end } = period;
	const average = start !== null && start < end ? averageRate(base, quote, start, end) : null;
	const others = [closingRate(base, quote, end), published === null ? null : closingRate(base, quote, published)];
	return [average, ...others].flatMap((rate) => (rate ? [rate.rate.toNumber()] : []));
}

/** How far an interval is from the first reference rate; a whole more where it comes near none of them. For ranking only. */
function distanceTo(rates: readonly number[]): (interval: RateInterval) => number {
	const [usual] = rates;
	return ({ low, high }) => {
		const off = (rate: number) => Math.max(toNumber(low) / rate - 1, 1 - toNumber(high) / rate, 0);
		return usual === undefined ? 0 : off(usual) + (rates.some((rate) => off(rate) <= referenceTolerance) ? 0 : 1);
	};
}

/** Of three currencies that are all converted into one another, the pair whose common rate is not the other two's. */
function crosses(edges: readonly CommonRate[], period: Period | null, published: string | null): CommonRate[] {
	const byCurrencies = new Map(
		edges.flatMap((edge) => {
			const { base, quote } = edge.agreeing[0] as MoneyPair;
			return [
				[`${base} ${quote}`, edge],
				[`${quote} ${base}`, edge],
			] as const;
		}),
	);
	const found: CommonRate[] = [];
	for (const edge of edges) {
		const one = edge.agreeing[0] as MoneyPair;
		const distance = distanceTo(references(one, period, published))(edge.rates);
		for (const other of edges) {
			const { base, quote } = other.agreeing[0] as MoneyPair;
			const third = other === edge ? null : base === one.base ? quote : quote === one.base ? base : null;
			const last = third === null ? undefined : byCurrencies.get(`${third} ${one.quote}`);
			if (third === null || !last || last === edge) {
				continue;
			}
			const expected = multiplied(ratesOf(other, one.base), ratesOf(last, third));
			// The odd one of the three is the one with the fewest pairs, then the one farthest from its reference rate.
			const isOdd = [other, last].every((one) => {
				const few = edge.agreeing.length - one.agreeing.length;
				return (
					few < 0 || (few === 0 && distance > distanceTo(references(one.agreeing[0] as MoneyPair, period, published))(one.rates))
				);
			});
			if (isOdd && !overlap(widened(expected, crossTolerance), edge.rates)) {
				found.push({
					rates: expected,
					agreeing: [...other.agreeing.slice(0, 1), ...last.agreeing.slice(0, 1)],
					odd: edge.agreeing,
				});
				break;
			}
		}
	}
	return found;
}

/** A common rate as units of the other currency for one of `from`. */
function ratesOf({ rates, agreeing }: CommonRate, from: string): RateInterval {
	return agreeing[0]?.base === from ? rates : inverse(rates);
}

function multiplied(a: RateInterval, b: RateInterval): RateInterval {
	const times = (x: Ratio, y: Ratio) => ({
		numerator: x.numerator.times(y.numerator),
		denominator: x.denominator.times(y.denominator),
	});
	return { low: times(a.low, b.low), high: times(a.high, b.high) };
}

function widened({ low, high }: RateInterval, tolerance: Decimal): RateInterval {
	return {
		low: { numerator: low.numerator.times(Decimal.one.minus(tolerance)), denominator: low.denominator },
		high: { numerator: high.numerator.times(Decimal.one.plus(tolerance)), denominator: high.denominator },
	};
}

/** For ranking only. */
function toNumber({ numerator, denominator }: Ratio): number {
	return numerator.toNumber() / denominator.toNumber();
}
