import type { Draft } from "../draft/draft.ts";
import type { Edit } from "../model.ts";
import { oncePer } from "../oncePer.ts";
import type { Rule } from "./rule.ts";
import { say } from "./say.ts";

/** No source supports the figure, and it does not follow from figures that are supported. */
export const unsupportedFigure: Rule = {
	id: "unsupported-figure",
	severity: "warning",
	summary: "A check-worthy figure has no claim and cannot be derived from supported figures.",
	why: "What cannot be traced to its evidence cannot be assured.",
	dependsOn: (draft) => freeKey(draft),
	*check(context) {
		const { language } = context.settings;
		for (const at of context.passages) {
			for (const { figure, verdict } of at.evidence) {
				if (verdict !== "unsupported-figure") {
					continue;
				}
				const span = context.source(at.passage, figure);
				const sentence = at.passage.sentences.find((one) => figure.start >= one.start && figure.start < one.end) ?? figure;
				const end = context.source(at.passage, { start: sentence.start, end: sentence.end }).end;
				const key = freeKey(context.draft);
				yield {
					span,
					message: say(language, {
						en: `No source supports ${figure.text}. An assurer cannot trace it: cite a source, or silence the finding with a reason.`,
						zh: `没有来源支持${figure.text}，鉴证时无法追溯。请注明来源，或附理由忽略此提示。`,
						ko: `이 수치(${figure.text})를 뒷받침하는 출처가 없어 검증할 때 추적할 수 없습니다. 출처를 밝히거나 이유를 적어 이 알림을 무시하세요.`,
					}),
					// In a table a footnote's definition cannot follow its row: only running text gets the fix.
					fixes: at.passage.cell
						? []
						: [
								{
									title: say(language, {
										en: `Cite a source ([^${key}])`,
										zh: `注明来源（[^${key}]）`,
										ko: `출처 밝히기([^${key}])`,
									}),
									safe: false,
									edits: citation(key, end, context.block.content.text.trimEnd().length),
								},
							],
				};
			}
		}
	},
};

/** The reference at `at` and the definition behind the block, in one edit where both stand at the same place. */
function citation(key: string, at: number, blockEnd: number): Edit[] {
	const reference = `[^${key}]`;
	const definition = `\n\n[^${key}]: `;
	if (at >= blockEnd) {
		return [{ span: { start: at, end: at }, newText: reference + definition }];
	}
	return [
		{ span: { start: at, end: at }, newText: reference },
		{ span: { start: blockEnd, end: blockEnd }, newText: definition },
	];
}

/** A footnote key that the draft does not use yet. */
const freeKey = oncePer(({ text }: Draft): string => {
	for (let number = 1; ; number += 1) {
		if (!text.includes(`[^source-${number}]`)) {
			return `source-${number}`;
		}
	}
});
