import { judged, nameSubject, printClaim } from "./evidenceRule.ts";
import type { Rule } from "./rule.ts";
import { nameSource, say } from "./say.ts";

/** The value is the source's, for another organisation, subsidiary or product. */
export const entityMismatch: Rule = {
	id: "entity-mismatch",
	severity: "warning",
	summary: "The value is the claim's, for another organisation, subsidiary or product.",
	why: "A product's figure is not its parent's: readers add up what does not belong together.",
	*check(context) {
		for (const found of judged(context, "entity-mismatch")) {
			const { claim, language, span, evidence } = found;
			const source = nameSource(claim, language);
			const stated = evidence.subject.entities[0] ?? "";
			yield {
				span,
				message: say(language, {
					en: `The source gives ${printClaim(claim, language)} for ${claim.entity}, not for ${stated} (${source}: ${nameSubject(claim, language)}). Name ${claim.entity}, or use the figure of ${stated}.`,
					zh: `来源中${printClaim(claim, language)}属于${claim.entity}，而非${stated}（${source}：${nameSubject(claim, language)}）。请写明${claim.entity}，或改用${stated}的数字。`,
					ko: `출처에서 ${printClaim(claim, language)}은(는) ${stated}이(가) 아니라 ${claim.entity}의 값입니다(${source}: ${nameSubject(claim, language)}). ${claim.entity}을(를) 밝히거나 ${stated}의 수치를 쓰세요.`,
				}),
				claims: [claim.id],
			};
		}
	},
};
