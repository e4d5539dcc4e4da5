import { excesses } from "../arithmetic/conflicts.ts";
import { findTooLargeParts, findTooLargeRows } from "../arithmetic/partsOfWholes.ts";
import { placeInDocument, pointAt } from "./arithmeticRule.ts";
import type { Rule } from "./rule.ts";
import { say } from "./say.ts";

/** A part that is more than what it is a part of: of a total, or of a longer period. */
export const partExceedsWhole: Rule = {
	id: "part-exceeds-whole",
	severity: "information",
	summary: "A part is larger than the whole it belongs to, or part of a period has more than all of it.",
	why: "Either one of the two is wrong, or they count different things and the reader is not told.",
	dependsOn: (_draft, _citations, _settings, known) => excesses(known).key,
	*check(context) {
		const { language } = context.settings;
		const stated = context.passages.flatMap(({ passage }) => (passage.kind === "quote" ? [] : findTooLargeParts(passage)));
		for (const { part, whole } of [...stated, ...findTooLargeRows(context.block.content)]) {
			const [a, b] = [part.figure.text, whole.figure.text];
			yield {
				span: context.source(part.passage, part.figure),
				message: say(language, {
					en: `${a} is given as a part of ${b}, and is more than it. Correct one of them, or say what each counts.`,
					zh: `${a}是${b}的一部分，却比总体还大。请改正其中一个，或说明各自的口径。`,
					ko: `${a}은(는) ${b}의 일부인데 전체보다 큽니다. 하나를 고치거나 각각의 범위를 밝히세요.`,
				}),
				related: pointAt([whole], { en: "The whole: ", zh: "总体：", ko: "전체: " }, context),
			};
		}
		for (const { fact, other } of excesses(context.known).by.get(context.block.content) ?? []) {
			const [a, b] = [fact.figure.text, other.figure.text];
			yield {
				span: context.source(fact.passage, fact.figure),
				message: say(language, {
					en: `${a} for ${fact.period.start} to ${fact.period.end} is more than ${b} for all of ${other.period.start} to ${other.period.end}. Correct one of them, or say what each counts.`,
					zh: `${fact.period.start}至${fact.period.end}的${a}大于${other.period.start}至${other.period.end}全期的${b}。请改正其中一个，或说明各自的口径。`,
					ko: `${fact.period.start}~${fact.period.end}의 ${a}은(는) ${other.period.start}~${other.period.end} 전체의 ${b}보다 큽니다. 하나를 고치거나 각각의 범위를 밝히세요.`,
				}),
				related: [placeInDocument(other, { en: "The longer period: ", zh: "更长的期间：", ko: "더 긴 기간: " }, context)],
			};
		}
	},
};
