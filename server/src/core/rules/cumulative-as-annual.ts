import { behindClause, judged, nameDate, printClaim } from "./evidenceRule.ts";
import type { Rule } from "./rule.ts";
import { draftLanguage, nameSource, printLanguage, say } from "./say.ts";

/** A running total is stated as one period's figure. */
export const cumulativeAsAnnual: Rule = {
	id: "cumulative-as-annual",
	severity: "warning",
	summary: "A cumulative claim is stated as one period's figure, or a flow as a stock.",
	why: "A total of several years shown as one year's result overstates it.",
	*check(context) {
		for (const found of judged(context, "cumulative-as-annual")) {
			const { claim, language, span, at } = found;
			const source = nameSource(claim, language);
			const own = draftLanguage(at.passage.language);
			const since = claim.period.start?.slice(0, 4);
			const note = say(own, {
				en: since ? ` (cumulative since ${since})` : " (cumulative)",
				zh: since ? `（${since}年以来累计）` : "（累计）",
				ko: since ? `(${since}년 이후 누적)` : "(누적)",
			});
			const period = nameDate(claim, printLanguage(language));
			yield {
				span,
				message: say(language, {
					en: `The source's ${printClaim(claim, language)} is a cumulative total${period && ` ${period}`} (${source}). Stated for one period it overstates the result: say that it is cumulative.`,
					zh: `来源中的${printClaim(claim, language)}是${period && `${period}的`}累计数（${source}）。写成单一期间的数字会夸大结果；请注明为累计。`,
					ko: `출처의 ${printClaim(claim, language)}은(는) ${period && `${period} `}누적 합계입니다(${source}). 한 기간의 값으로 쓰면 실적이 부풀려지니 누적임을 밝히세요.`,
				}),
				fixes: [
					{
						title: say(language, {
							en: `Mark it as cumulative: ${note.trim()}`,
							zh: `注明为累计：${note.trim()}`,
							ko: `누적으로 표시: ${note.trim()}`,
						}),
						safe: false,
						edits: [{ span: behindClause(found), newText: note }],
					},
				],
				claims: [claim.id],
			};
		}
	},
};
