import { entityName } from "../claims/claimText.ts";
import { judged, nameSubject, printClaim } from "./evidenceRule.ts";
import type { Rule } from "./rule.ts";
import { nameSource, printLanguage, say } from "./say.ts";

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
			const stated = entityName(evidence.subject.entities[0] ?? "", printLanguage(language), context.glossary);
			const owner = entityName(claim.entity, printLanguage(language), context.glossary);
			yield {
				span,
				message: say(language, {
					en: `The source gives ${printClaim(claim, language)} for ${owner}, not for ${stated} (${source}: ${nameSubject(claim, language, context.glossary)}). A figure under another's name misleads readers: name ${owner}, or use ${stated}'s own.`,
					zh: `来源中${printClaim(claim, language)}属于${owner}，而非${stated}（${source}：${nameSubject(claim, language, context.glossary)}）。张冠李戴会误导读者；请写明${owner}，或改用${stated}的数字。`,
					ko: `출처에서 ${printClaim(claim, language)}은(는) ${stated}이(가) 아니라 ${owner}의 값입니다(${source}: ${nameSubject(claim, language, context.glossary)}). 다른 주체의 수치로 읽히니 ${owner}을(를) 밝히거나 ${stated}의 수치를 쓰세요.`,
				}),
				claims: [claim.id],
			};
		}
	},
};
