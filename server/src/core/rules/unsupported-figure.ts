import { appendReference, definitionBehind, isHtml, placeReference } from "../citations/writeCitation.ts";
import type { Draft } from "../draft/draft.ts";
import type { Figure } from "../model.ts";
import { oncePer } from "../oncePer.ts";
import type { BlockFix, PassageContext, Rule, RuleContext } from "./rule.ts";
import { say } from "./say.ts";

/** No source supports the figure, and it does not follow from figures that are supported. */
export const unsupportedFigure: Rule = {
	id: "unsupported-figure",
	severity: "warning",
	summary: "A check-worthy figure has no claim and cannot be derived from supported figures.",
	why: "What cannot be traced to its evidence cannot be assured.",
	dependsOn: (draft, citations) => `${freeKey(draft)} ${citations.id}`,
	*check(context) {
		const { language } = context.settings;
		for (const at of context.passages) {
			for (const { figure, verdict } of at.evidence) {
				if (verdict !== "unsupported-figure") {
					continue;
				}
				const span = context.source(at.passage, figure);
				yield {
					span,
					message: say(language, {
						en: `No source supports ${figure.text}. An assurer cannot trace it: cite a source, record it as your own figure, or silence the finding with a reason.`,
						zh: `没有来源支持${figure.text}，鉴证时无法追溯。请注明来源、记录为自有数字，或附理由忽略此提示。`,
						ko: `이 수치(${figure.text})를 뒷받침하는 출처가 없어 검증할 때 추적할 수 없습니다. 출처를 밝히거나, 자체 수치로 기록하거나, 이유를 적어 이 알림을 무시하세요.`,
					}),
					fixes: isHtml(context.block) ? [] : [cite(figure, at, context)],
				};
			}
		}
	},
};

/** A footnote for the writer to fill in, placed and numbered as the draft's others. */
function cite(figure: Figure, { passage }: PassageContext, { block, draft, citations, settings }: RuleContext): BlockFix {
	const style = { ...citations.style, form: "footnote" } as const;
	const key = style.nextNumber === null ? freeKey(draft) : String(style.nextNumber);
	const sentence = passage.sentences.find(({ start, end }) => figure.start >= start && figure.start < end) ?? figure;
	const definition = `[^${key}]: `;
	return {
		title: say(settings.language, {
			en: `Cite a source ([^${key}])`,
			zh: `注明来源（[^${key}]）`,
			ko: `출처 밝히기([^${key}])`,
		}),
		safe: false,
		edits: [
			passage.cell
				? appendReference(block, passage, `[^${key}]`, style)
				: placeReference(block, passage, sentence, `[^${key}]`, style),
			style.place === "near" ? definitionBehind(block, definition, style) : { at: "definitions", newText: definition },
		],
	};
}

/** A footnote key that the draft does not use yet. */
const freeKey = oncePer(({ text }: Draft): string => {
	for (let number = 1; ; number += 1) {
		if (!text.includes(`[^source-${number}]`)) {
			return `source-${number}`;
		}
	}
});
