import { judged, printClaim, useSourcedValue } from "./evidenceRule.ts";
import type { BlockFinding, Rule } from "./rule.ts";
import { nameSource, say } from "./say.ts";

/** The draft prints more significant digits than any source, or a point value where the source gives a bound. */
export const excessPrecision: Rule = {
	id: "excess-precision",
	severity: "information",
	summary: "The draft prints more significant digits than any source.",
	why: "Digits that no source gives cannot be traced to evidence.",
	*check(context) {
		for (const found of judged(context, "excess-precision")) {
			const { claim, figure, language, span } = found;
			const said = printClaim(claim, language);
			const source = nameSource(claim, language);
			const bound =
				claim.qualifier !== "exact" &&
				claim.qualifier !== "about" &&
				claim.qualifier !== "between" &&
				figure.qualifier === "exact";
			const finding: BlockFinding = {
				span,
				message: say(language, {
					en: `The source says only ${said} (${source}), less precise than ${figure.text}. Digits that no source gives cannot be traced: round to the source's, or cite one that gives them.`,
					zh: `来源只给出${said}（${source}），不及${figure.text}精确。来源没有的数位无从追溯；请按来源取整，或注明给出这些数位的来源。`,
					ko: `출처는 ${said}까지만 밝힙니다(${source}). 초안의 값(${figure.text})은 그보다 자세해 추적할 수 없으니 출처에 맞추거나 이 자릿수의 출처를 밝히세요.`,
				}),
				fixes: [useSourcedValue(found)],
				claims: [claim.id],
			};
			// A point inside an open bound is more than a matter of rounding.
			yield bound ? { ...finding, severity: "warning" } : finding;
		}
	},
};
