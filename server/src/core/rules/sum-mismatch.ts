import { findSums } from "../arithmetic/sentenceSums.ts";
import { findTableSums } from "../arithmetic/tableSums.ts";
import type { Decimal } from "../decimal.ts";
import { type Placed, pointAt, printComputed, useComputed } from "./arithmeticRule.ts";
import type { BlockFinding, Rule, RuleContext } from "./rule.ts";
import { say } from "./say.ts";

/** Parts and their total, in a sentence or in a row or column of a table, that disagree beyond rounding. */
export const sumMismatch: Rule = {
	id: "sum-mismatch",
	severity: "error",
	summary: "Parts that are listed and their stated total disagree beyond rounding.",
	why: "Adding up is the first thing a reader or an auditor does; a total that fails it puts every other number in doubt.",
	*check(context) {
		for (const { passage } of context.passages) {
			for (const { total, parts, sum, certain } of passage.kind === "quote" ? [] : findSums(passage)) {
				if (certain && !sum.agrees) {
					const placed = parts.map((figure) => ({ passage, figure }));
					yield report({ passage, figure: total }, placed, sum.value, "text", context);
				}
			}
		}
		for (const { total, parts, sum } of findTableSums(context.block.content)) {
			yield report(total, parts, sum.value, "table", context);
		}
	},
};

function report(
	total: Placed,
	parts: readonly Placed[],
	sum: Decimal,
	where: "text" | "table",
	context: RuleContext,
): BlockFinding {
	const { language } = context.settings;
	const printed = printComputed(sum, total.figure);
	const stated = total.figure.text;
	return {
		span: context.source(total.passage, total.figure),
		message: say(language, {
			en: `The parts add up to ${printed}, the ${where} says ${stated}. Readers add up: correct the total or the part that is wrong.`,
			zh: `各部分之和为${printed}，${where === "text" ? "文中" : "表中"}写的是${stated}。读者会核算合计：请改正合计或有误的部分。`,
			ko: `각 부분의 합은 ${printed}인데 ${where === "text" ? "본문" : "표"}에는 ${stated}(으)로 적혀 있습니다. 독자는 합계를 검산합니다: 합계나 틀린 부분을 고치세요.`,
		}),
		fixes: [...useComputed(total, sum, context), ...missingPart(total, parts, sum, context)],
		related: pointAt(parts, { en: "A part: ", zh: "其中一部分：", ko: "부분: " }, context),
	};
}

/** Where the sources back the total and all parts but one, that one is what is wrong. */
function missingPart(total: Placed, parts: readonly Placed[], sum: Decimal, context: RuleContext) {
	const backed = ({ passage, figure }: Placed) => {
		const at = context.passages.find((one) => one.passage === passage);
		const verdict = at?.evidence.find((one) => one.figure === figure)?.verdict;
		return verdict === "supported" || verdict === "derived";
	};
	const open = parts.filter((part) => !backed(part));
	const [odd] = open;
	if (!odd || open.length > 1 || !backed(total) || odd.figure.unit !== total.figure.unit) {
		return [];
	}
	const value = odd.figure.value?.minus(sum).plus(total.figure.value as Decimal);
	return value && value.sign > 0 ? useComputed(odd, value, context) : [];
}
