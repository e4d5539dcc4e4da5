import { parsePeriod } from "../claims/document.ts";
import { type CommonRate, commonRates, crossRates, documentPairs, type MoneyPair } from "../conversion/documentPairs.ts";
import { isSourcedPair } from "../conversion/plausibleRates.ts";
import { printRatio, roundRate } from "../conversion/rateInterval.ts";
import { documentRates, statedInterval } from "../conversion/statedRates.ts";
import type { Decimal } from "../decimal.ts";
import type { Draft } from "../draft/draft.ts";
import type { Period } from "../model.ts";
import { judgedPairs, judgedTablePairs, printRounded } from "./conversionRule.ts";
import type { BlockFinding, Rule, RuleContext } from "./rule.ts";
import { say } from "./say.ts";

/** A pair that was converted at another rate than the document's other pairs for the same period. */
export const mixedRates: Rule = {
	id: "mixed-rates",
	severity: "warning",
	summary: "The amounts that a document converts for one period and pair of currencies have no common rate.",
	why: "Amounts converted at different rates cannot be compared or added, and a reader cannot tell which rate is the report's.",
	dependsOn: (draft) =>
		documentPairs(draft)
			.map(({ pair, period }) => `${pair.first.text}=${pair.second.text} ${period?.start} ${period?.end}`)
			.join(";"),
	*check(context) {
		const judged = [...context.passages.flatMap((at) => [...judgedPairs(at, context)]), ...judgedTablePairs(context)];
		// A pair that cannot be right by itself is reported as that; one that a source prints so is right.
		for (const { pair, evidence, inconsistency } of judged) {
			if (inconsistency || isSourcedPair(evidence)) {
				continue;
			}
			for (const common of oddOnes(context)) {
				const odd = common.odd.find((one) => one.content === context.block.content && one.pair.first === pair.first);
				if (odd) {
					yield report(odd, common, context);
				}
			}
		}
	},
};

const computed = new WeakMap<Draft, readonly CommonRate[]>();

/** Where the document states a rate, that decides about each pair, and what the pairs share does not matter. */
function oddOnes({ draft, settings }: RuleContext): readonly CommonRate[] {
	let found = computed.get(draft);
	if (!found) {
		const period: Period | null = parsePeriod(draft.frontMatter.reportingPeriod ?? settings.reportingPeriod);
		const stated = documentRates(draft);
		found = [...commonRates(draft, period), ...crossRates(draft, period)].filter(({ odd }) => {
			const one = odd[0];
			return one !== undefined && !stated.some((rate) => statedInterval(rate, one.quote, one.base));
		});
		computed.set(draft, found);
	}
	return found;
}

function report({ passage, pair, base, quote }: MoneyPair, { rates, agreeing }: CommonRate, context: RuleContext): BlockFinding {
	const { first, second } = pair;
	const { language } = context.settings;
	const [a, b] = [first.value, second.value] as [Decimal, Decimal];
	const fromBase = first.currency === base;
	const own = printRatio(fromBase ? { numerator: b, denominator: a } : { numerator: a, denominator: b });
	const rate = roundRate(rates);
	const newText = printRounded(fromBase ? a.times(rate) : a.dividedBy(rate, 15), second);
	const others = [printRatio(rates.low), printRatio(rates.high)];
	const isCross = agreeing.some((one) => one.base !== base || one.quote !== quote);
	const shown = agreeing
		.slice(0, isCross ? 2 : 1)
		.map((one) => `${one.pair.first.text} = ${one.pair.second.text}`)
		.join(", ");
	return {
		span: context.source(passage, second),
		message: say(language, {
			en: `${second.text} is converted at 1 ${base} = ${own} ${quote}, while the report's other amounts ${isCross ? "imply" : "share"} ${others[0]} to ${others[1]} (${shown}). Use one rate, or state both.`,
			zh: `${second.text}的换算汇率是1 ${base} = ${own} ${quote}，而报告中其他金额的汇率是${others[0]}至${others[1]}（${shown}）。请统一汇率，或把两种汇率都写明。`,
			ko: `${second.text}의 환율은 1 ${base} = ${own} ${quote}이지만 보고서의 다른 금액은 ${others[0]}~${others[1]}입니다(${shown}). 환율을 통일하거나 둘 다 밝히세요.`,
		}),
		fixes:
			newText === second.text
				? []
				: [
						{
							title: say(language, {
								en: `Recompute at the report's common rate ${rate}: ${newText}`,
								zh: `按报告的共同汇率${rate}重新换算：${newText}`,
								ko: `보고서의 공통 환율 ${rate}(으)로 다시 환산: ${newText}`,
							}),
							safe: false,
							edits: [{ span: context.source(passage, second), newText }],
						},
					],
	};
}
