/** What the rules about conversions share: what surrounds a pair, and the verdict on it. */

import { parsePeriod } from "../claims/document.ts";
import type { Evidence } from "../claims/evidence.ts";
import { checkPair, type Inconsistency } from "../conversion/checkPair.ts";
import { findPairs, type Pair } from "../conversion/pairs.ts";
import { isSourcedPair, type PlausibleRates, plausibleRates } from "../conversion/plausibleRates.ts";
import { documentRates, findStatedRates } from "../conversion/statedRates.ts";
import type { Decimal } from "../decimal.ts";
import { printLike } from "../figures/printFigure.ts";
import type { Figure } from "../model.ts";
import type { PassageContext, RuleContext } from "./rule.ts";

/** A pair of a passage with the rates at which it could be right, and why it is not; `inconsistency` is null where it can be. */
export interface JudgedPair {
	readonly pair: Pair;
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
		const [first, second] = [at.evidence[pair.firstIndex], at.evidence[pair.secondIndex]];
		if (!first || !second) {
			continue;
		}
		const evidence = [first, second] as const;
		const { draft, settings } = context;
		const plausible = isSourcedPair(evidence)
			? null
			: plausibleRates(pair, {
					evidence,
					nearRates: findStatedRates(text, figures),
					documentRates: documentRates(draft),
					reportingPeriod: parsePeriod(draft.frontMatter.reportingPeriod ?? settings.reportingPeriod),
					published: draft.frontMatter.published ?? null,
				});
		yield { pair, evidence, plausible, inconsistency: plausible && checkPair(pair, plausible) };
	}
}

/** A computed value printed as a figure is, with as many digits, two at least. */
export function printRounded(value: Decimal, like: Figure): string {
	const { digits, exponent } = like.value as Decimal;
	const printed = exponent + digits.toString().length - like.precision;
	return printLike(value.round(Math.max(printed, 2)), like);
}
