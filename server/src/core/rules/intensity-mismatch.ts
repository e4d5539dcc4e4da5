import { findIntensities, findTableIntensities, quotientOf } from "../arithmetic/intensities.ts";
import { pointAt, printComputed, useComputed } from "./arithmeticRule.ts";
import type { Rule } from "./rule.ts";
import { say } from "./say.ts";

/** An intensity that is not the amount beside it divided by what it is counted over. */
export const intensityMismatch: Rule = {
	id: "intensity-mismatch",
	severity: "error",
	summary: "An intensity disagrees beyond rounding with its numerator and denominator.",
	why: "Intensities are compared between years and companies; one that its own two numbers contradict cannot be.",
	*check(context) {
		const stated = context.passages.flatMap(({ passage }) => (passage.kind === "quote" ? [] : findIntensities(passage)));
		for (const { intensity, above, below } of [...stated, ...findTableIntensities(context.block.content)]) {
			const computed = quotientOf(intensity.figure, above.figure, below.figure);
			if (!computed) {
				continue;
			}
			const printed = printComputed(computed, intensity.figure);
			const [a, b, said] = [above.figure.text, below.figure.text, intensity.figure.text];
			yield {
				span: context.source(intensity.passage, intensity.figure),
				message: say(context.settings.language, {
					en: `${a} over ${b} is ${printed}, not ${said}. Correct the intensity, or say what else it is counted over.`,
					zh: `${a}除以${b}等于${printed}，不是${said}。请改正强度，或说明其分母口径。`,
					ko: `${a}을(를) ${b}(으)로 나누면 ${said}이(가) 아니라 ${printed}입니다. 집약도를 고치거나 분모의 기준을 밝히세요.`,
				}),
				fixes: useComputed(intensity, computed, context),
				related: [
					...pointAt([above], { en: "The amount: ", zh: "分子：", ko: "분자: " }, context),
					...pointAt([below], { en: "Counted over: ", zh: "分母：", ko: "분모: " }, context),
				],
			};
		}
	},
};
