import { regressions } from "../arithmetic/conflicts.ts";
import { placeInDocument } from "./arithmeticRule.ts";
import type { Rule } from "./rule.ts";
import { say } from "./say.ts";

/** A cumulative figure that is smaller at a later date. */
export const cumulativeRegression: Rule = {
	id: "cumulative-regression",
	severity: "information",
	summary: "A cumulative figure is smaller at a later date than at an earlier one.",
	why: "What adds up over time cannot shrink; where it does, the boundary or the method changed, and the reader has to be told.",
	dependsOn: (_draft, _citations, _settings, known) => regressions(known).key,
	*check(context) {
		for (const { fact, other } of regressions(context.known).by.get(context.block.content) ?? []) {
			const [now, then] = [fact.figure.text, other.figure.text];
			yield {
				span: context.source(fact.passage, fact.figure),
				message: say(context.settings.language, {
					en: `This running total was ${then} by ${other.period.end} and is ${now} by ${fact.period.end}: it cannot shrink. Say what was restated, or correct one of them.`,
					zh: `该累计数截至${other.period.end}为${then}，截至${fact.period.end}为${now}：累计数不会减少。请说明重述原因，或改正其中一个。`,
					ko: `이 누계는 ${other.period.end}까지 ${then}, ${fact.period.end}까지 ${now}입니다: 누계는 줄 수 없습니다. 재작성 사유를 밝히거나 하나를 고치세요.`,
				}),
				related: [placeInDocument(other, { en: "The earlier total: ", zh: "较早的累计数：", ko: "이전 누계: " }, context)],
			};
		}
	},
};
