import { disagreements } from "../arithmetic/conflicts.ts";
import { printLike } from "../figures/printFigure.ts";
import { nameFigure, placeInDocument } from "./arithmeticRule.ts";
import type { Rule } from "./rule.ts";
import { say } from "./say.ts";

/** One measure of one entity and period that has two values in the document. */
export const disagreeingFigures: Rule = {
	id: "disagreeing-figures",
	severity: "error",
	summary: "The document gives one measure of one entity and period two different values.",
	why: "A report that contradicts itself between its highlights, its text and its tables is the first thing an assurer writes down.",
	dependsOn: (_draft, _citations, _settings, known) => disagreements(known).key,
	*check(context) {
		const { language } = context.settings;
		for (const { fact, other } of disagreements(context.known).by.get(context.block.content) ?? []) {
			const [here, there] = [nameFigure(fact, language), nameFigure(other, language)];
			yield {
				span: context.source(fact.passage, fact.figure),
				message: other.supported
					? say(language, {
							en: `The report gives two values for the same thing: ${here} here and ${there} elsewhere, which a source supports. Use one of them everywhere.`,
							zh: `报告对同一事项给出了两个数值：此处为${here}，别处为${there}（有来源支持）。请全文统一。`,
							ko: `보고서가 같은 항목에 두 값을 적었습니다: 여기는 ${here}, 다른 곳은 ${there}(출처 있음). 하나로 통일하세요.`,
						})
					: say(language, {
							en: `The report gives two values for the same thing: ${here} here and ${there} elsewhere. Find out which is right and use it everywhere.`,
							zh: `报告对同一事项给出了两个数值：此处为${here}，别处为${there}。请核实后全文统一。`,
							ko: `보고서가 같은 항목에 두 값을 적었습니다: 여기는 ${here}, 다른 곳은 ${there}. 맞는 값을 확인해 통일하세요.`,
						}),
				fixes:
					fact.figure.unit === other.figure.unit && other.figure.value
						? [
								{
									title: say(language, {
										en: `Use the other value: ${printLike(other.figure.value, fact.figure)}`,
										zh: `改用另一数值：${printLike(other.figure.value, fact.figure)}`,
										ko: `다른 값으로 바꾸기: ${printLike(other.figure.value, fact.figure)}`,
									}),
									safe: false,
									edits: [
										{ span: context.source(fact.passage, fact.figure), newText: printLike(other.figure.value, fact.figure) },
									],
								},
							]
						: [],
				related: [placeInDocument(other, { en: "The other value: ", zh: "另一数值：", ko: "다른 값: " }, context)],
			};
		}
	},
};
