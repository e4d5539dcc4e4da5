import { judged, nameSubject, printClaim, useSourcedValue } from "./evidenceRule.ts";
import type { Rule } from "./rule.ts";
import { nameSource, say } from "./say.ts";

/** The draft gives another value than the source for the same thing. */
export const contradictedFigure: Rule = {
	id: "contradicted-figure",
	severity: "error",
	summary: "A source gives another value for the same entity, measure and period.",
	why: "A reader who follows the source finds another figure, and stops trusting the rest of the report.",
	*check(context) {
		for (const found of judged(context, "contradicted-figure")) {
			const { claim, figure, language, span } = found;
			const said = printClaim(claim, language);
			const source = nameSource(claim, language);
			const about = nameSubject(claim, language, context.glossary);
			yield {
				span,
				message: say(language, {
					en: `The source says ${said}, not ${figure.text} (${source}${about && `: ${about}`}). A reader who checks finds another figure: correct it, or cite the source that gives this one.`,
					zh: `来源的数字是${said}，而非${figure.text}（${source}${about && `：${about}`}）。读者核对时会发现不符；请更正数字，或注明支持该数字的来源。`,
					ko: `초안의 값(${figure.text})이 출처의 값 ${said}와(과) 다릅니다(${source}${about && `: ${about}`}). 독자가 확인하면 다른 수치를 보게 되니 수치를 고치거나 이 수치의 출처를 밝히세요.`,
				}),
				fixes: [useSourcedValue(found)],
				claims: found.evidence.claims.map((one) => one.id),
			};
		}
	},
};
