/**
 * The money pairs of a whole document and the rates that they share. Independent of claims: what the document's own amounts
 * say about the rate they were converted at.
 */

import { Decimal } from "../decimal.ts";
import type { BlockContent, Draft, Passage } from "../draft/draft.ts";
import type { Period } from "../model.ts";
import { oncePer } from "../oncePer.ts";
import { figureAmounts } from "./checkPair.ts";
import { findPairs, type Pair } from "./pairs.ts";
import {
	compareRatios,
	impliedRates,
	intersection,
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

/** The period that stands nearest before the pair in its sentence, else nearest behind it. */
export function periodOf({ sentences, figures }: Passage, { first, second }: Pair): Period | null {
	const sentence = sentences.find((span) => span.start <= first.start && first.start < span.end);
	const named = figures.filter(
		(figure) => figure.period !== null && (!sentence || (figure.start >= sentence.start && figure.end <= sentence.end)),
	);
	const before = named.filter((figure) => figure.end <= first.start).at(-1);
	return (before ?? named.find((figure) => figure.start >= second.end))?.period ?? null;
}

/** The pairs of one currency pair and one period, and the rate that most of them share. */
export interface CommonRate {
	/** The rates that every agreeing pair leaves possible. */
	readonly rates: RateInterval;
	readonly agreeing: readonly MoneyPair[];
	/** The pairs that no common rate can include; empty where all agree. */
	readonly odd: readonly MoneyPair[];
}

/** How far outside all reference rates a pair may lie before it is no conversion but a slip: 10%. */
const slipTolerance = Decimal.parse("0.1");

/** The common rates of a document: for each currency pair and period that has two pairs or more. */
export function commonRates(draft: Draft, reportingPeriod: Period | null): CommonRate[] {
	const groups = new Map<string, MoneyPair[]>();
	for (const pair of documentPairs(draft)) {
		const period = pair.period ?? reportingPeriod;
		const key = `${pair.base}/${pair.quote} ${period?.start} ${period?.end}`;
		const group = groups.get(key);
		if (isSlip(pair)) {
			continue;
		}
		if (group) {
			group.push(pair);
		} else {
			groups.set(key, [pair]);
		}
	}
	return [...groups.values()]
		.filter((group) => group.length > 1)
		.map((group) => commonRate(group, group[0]?.period ?? reportingPeriod));
}

/** Whether a pair is too far off any rate of its currencies to say something about the document's rate. */
function isSlip({ base, quote, rates }: MoneyPair): boolean {
	const { first, last } = tableSpan();
	const range = rateRange(base, quote, first, last);
	return range !== null && !overlap(rates, rateInterval(range.low, range.high, slipTolerance));
}

/** The rate that belongs to the most pairs; of several such, the one nearest the reference rate of the period. */
function commonRate(pairs: readonly MoneyPair[], period: Period | null): CommonRate {
	// Going up, a pair is added at its low end and leaves behind its high end: the most are together at some low end.
	const lows = pairs.map((pair) => pair.rates.low).sort(compareRatios);
	const highs = pairs.map((pair) => pair.rates.high).sort(compareRatios);
	const reference = referenceOf(pairs[0] as MoneyPair, period);
	const distance = (rate: Ratio): number => (reference === null ? 0 : Math.abs(toNumber(rate) / reference - 1));
	let left = 0;
	let most = 0;
	let shared = lows[0] as Ratio;
	for (const [index, low] of lows.entries()) {
		while (compareRatios(highs[left] as Ratio, low) < 0) {
			left += 1;
		}
		const together = index + 1 - left;
		if (together > most || (together === most && distance(low) < distance(shared))) {
			most = together;
			shared = low;
		}
	}
	const isAgreeing = ({ rates }: MoneyPair): boolean => overlap(rates, { low: shared, high: shared });
	const agreeing = pairs.filter(isAgreeing);
	const rates = agreeing.map((pair) => pair.rates).reduce((a, b) => intersection(a, b) ?? a);
	return { rates, agreeing, odd: pairs.filter((pair) => !isAgreeing(pair)) };
}

function referenceOf({ base, quote }: MoneyPair, period: Period | null): number | null {
	if (!period?.end) {
		return null;
	}
	const average = period.start !== null && period.start < period.end ? averageRate(base, quote, period.start, period.end) : null;
	const rate = average ?? closingRate(base, quote, period.end);
	return rate?.rate.toNumber() ?? null;
}

/** For ranking only. */
function toNumber({ numerator, denominator }: Ratio): number {
	return numerator.toNumber() / denominator.toNumber();
}
