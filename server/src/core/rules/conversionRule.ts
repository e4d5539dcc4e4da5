/** What the rules about conversions share: what surrounds a pair, and the verdict on it. */

import { parsePeriod } from "../claims/document.ts";
import type { Evidence } from "../claims/evidence.ts";
import { checkPair, type Inconsistency } from "../conversion/checkPair.ts";
import { periodOf } from "../conversion/pairPeriod.ts";
import { findPairs, type Pair } from "../conversion/pairs.ts";
import { isSourcedPair, type PlausibleRates, plausibleRates } from "../conversion/plausibleRates.ts";
import { asStated, documentRates, findStatedRates } from "../conversion/statedRates.ts";
import { findTablePairs } from "../conversion/tablePairs.ts";
import type { Decimal } from "../decimal.ts";
import type { Passage } from "../draft/draft.ts";
import { printLike } from "../figures/printFigure.ts";
import type { Figure, Period } from "../model.ts";
import type { PassageContext, RuleContext } from "./rule.ts";

/** A pair of a passage with the rates at which it could be right, and why it is not; `inconsistency` is null where it can be. */
export interface JudgedPair {
	readonly pair: Pair;
	/** Where the first and the second figure stand: in one passage, or in two cells. */
	readonly places: readonly [Passage, Passage];
	readonly evidence: readonly [Evidence, Evidence];
	readonly plausible: PlausibleRates | null;
	readonly inconsistency: Inconsistency | null;
}

/** The pairs of a passage, judged. A pair that a source prints so is right by definition. */
export function* judgedPairs(at: PassageContext, context: RuleContext): Generator<JudgedPair> {
	const { text, figures } = at.passage;
	if (figures.length < 2) {
		return;
	}
	for (const pair of findPairs(text, figures)) {
		yield* judgedPair(pair, [at, at], null, context);
	}
}

/**
 * The pairs of a block's tables, judged. Where most pairs of two columns or rows cannot be the same amounts, they are not meant to
 * be, unless the document says at which rate.
 */
export function judgedTablePairs(context: RuleContext): JudgedPair[] {
	const placeOf = (passage: Passage) => context.passages.find((one) => one.passage === passage);
	return findTablePairs(context.block.content).flatMap((pairs) => {
		const judged = pairs.flatMap(({ pair, first, second, period }) => {
			const [a, b] = [placeOf(first), placeOf(second)];
			return a && b ? [...judgedPair(pair, [a, b], period, context)] : [];
		});
		const wrong = judged.filter(({ inconsistency }) => inconsistency);
		const isMeant =
			wrong.length * 2 <= judged.length ||
			judged.length === 1 ||
			wrong.every(
				({ plausible, inconsistency }) =>
					(plausible?.basis === "stated" || plausible?.basis === "workspace") && inconsistency?.slip.kind === "mismatch",
			);
		return isMeant ? judged : [];
	});
}

function* judgedPair(
	pair: Pair,
	[a, b]: readonly [PassageContext, PassageContext],
	period: Period | null,
	{ draft, settings }: RuleContext,
): Generator<JudgedPair> {
	const [first, second] = [a.evidence[pair.firstIndex], b.evidence[pair.secondIndex]];
	if (!first || !second) {
		return;
	}
	const evidence = [first, second] as const;
	const near = a === b ? [a] : [a, b];
	const plausible = isSourcedPair(evidence)
		? null
		: plausibleRates(pair, {
				evidence,
				nearRates: near.flatMap(({ passage }) => findStatedRates(passage.text, passage.figures)),
				documentRates: documentRates(draft),
				period: a === b ? periodOf(a.passage, pair) : period,
				userRates: settings.rates.map(asStated),
				reportingPeriod: parsePeriod(draft.frontMatter.reportingPeriod ?? settings.reportingPeriod),
				published: draft.frontMatter.published ?? null,
			});
	yield { pair, places: [a.passage, b.passage], evidence, plausible, inconsistency: plausible && checkPair(pair, plausible) };
}

/** A computed value printed as a figure is, with as many digits, two at least. */
export function printRounded(value: Decimal, like: Figure): string {
	const { digits, exponent } = like.value as Decimal;
	const printed = exponent + digits.toString().length - like.precision;
	return printLike(value.round(Math.max(printed, 2)), like);
}
