import { behindClause, judged, printClaim, useSourcedValue } from "./evidenceRule.ts";
import type { Rule } from "./rule.ts";
import { draftLanguage, nameSource, say } from "./say.ts";

/** The source sets the value as a target; the draft states it as achieved. */
export const targetAsResult: Rule = {
	id: "target-as-result",
	severity: "error",
	summary: "The claim is a target or commitment and the draft states it as achieved.",
	why: "A goal reported as a result is the kind of statement that regulators call greenwashing.",
	*check(context) {
		for (const found of judged(context, "target-as-result")) {
			const { claim, language, span, at } = found;
			const said = printClaim(claim, language);
			const source = nameSource(claim, language);
			const year = claim.period.end?.slice(0, 4) ?? "";
			const note = say(draftLanguage(at.passage.language), {
				en: year ? ` (target for ${year})` : " (target)",
				zh: year ? `（${year}年目标）` : "（目标）",
				ko: year ? `(${year}년 목표)` : "(목표)",
			});
			const achieved = found.evidence.claims[1];
			yield {
				span,
				message: say(language, {
					en: `The source sets ${said} as a target${year && ` for ${year}`} (${source}). Stated as achieved it misleads readers: say that it is a target${achieved ? `, or give what was achieved, ${printClaim(achieved, language)}` : ""}.`,
					zh: `来源中${said}是${year && `${year}年的`}目标（${source}）。写成已实现会误导读者；请注明是目标${achieved ? `，或改为已实现的${printClaim(achieved, language)}` : ""}。`,
					ko: `출처에서 ${said}은(는) ${year && `${year}년 `}목표입니다(${source}). 달성한 것으로 쓰면 독자가 오해하니 목표임을 밝히${achieved ? `거나 달성한 값 ${printClaim(achieved, language)}(으)로 바꾸` : ""}세요.`,
				}),
				fixes: [
					{
						title: say(language, {
							en: `Mark it as a target: ${note.trim()}`,
							zh: `注明为目标：${note.trim()}`,
							ko: `목표로 표시: ${note.trim()}`,
						}),
						safe: false,
						edits: [{ span: behindClause(found), newText: note }],
					},
					...(achieved ? [useSourcedValue(found, achieved)] : []),
				],
				claims: found.evidence.claims.map((one) => one.id),
			};
		}
	},
};
