import { judged, printClaim, useSourcedValue } from "./evidenceRule.ts";
import type { Rule } from "./rule.ts";
import { nameSource, say } from "./say.ts";

/** The number is the source's, the unit cannot be: tonnes of paper for sheets, kg for t. */
export const mismatchedUnit: Rule = {
	id: "mismatched-unit",
	severity: "error",
	summary: "The number is the claim's but the unit cannot be (tonnes of paper for sheets, kg for t, households for enterprises).",
	why: "A right number with a wrong unit is a wrong figure, and passes a proofreader who checks digits.",
	*check(context) {
		for (const found of judged(context, "mismatched-unit")) {
			const { claim, figure, language, span } = found;
			const said = printClaim(claim, language);
			const source = nameSource(claim, language);
			yield {
				span,
				message: say(language, {
					en: `The source gives this number in another unit: ${said}, not ${figure.text} (${source}). The same number of something else is another amount; use the source's unit.`,
					zh: `来源中该数字的单位不同：${said}，而非${figure.text}（${source}）。单位不同，数量就不同；请改用来源的单位。`,
					ko: `출처에서는 이 숫자의 단위가 다릅니다: 초안은 ${figure.text}, 출처는 ${said}(${source}). 단위가 다르면 다른 양이 되니 출처의 단위로 바꾸세요.`,
				}),
				fixes: [useSourcedValue(found)],
				claims: [claim.id],
			};
		}
	},
};
