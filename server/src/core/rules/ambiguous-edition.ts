import type { Passage } from "../draft/draft.ts";
import type { Citation } from "../frameworks/citation.ts";
import { indexCitations } from "../frameworks/citationIndex.ts";
import { openEditions } from "../frameworks/editions.ts";
import { type FigureGroup, groupFigures } from "../frameworks/figureGroups.ts";
import { editionBeside, speaksOfFormer } from "../frameworks/former.ts";
import { type Entry, standardOf } from "../frameworks/registry.ts";
import { reportDate } from "../frameworks/reportDate.ts";
import type { Fix } from "../model.ts";
import type { Rule, RuleContext } from "./rule.ts";
import { say } from "./say.ts";

/**
 * A code means different things in two editions, and the draft says nowhere which it means: neither with the code, nor with
 * another code of the standard, nor by words or a figure beside it that only one of them is about. Said once a code.
 */
export const ambiguousEdition: Rule = {
	id: "ambiguous-edition",
	severity: "warning",
	summary: "A cited code means different things in two editions, and nothing says which is meant.",
	why: "A reader may look up the wrong requirement: GRI 306-3 is about spills in the 2016 edition and about waste in that of 2020.",
	dependsOn(draft) {
		return JSON.stringify(indexCitations(draft).editions);
	},
	*check(context) {
		const date = reportDate(context.draft.frontMatter, context.settings);
		const { editions } = indexCitations(context.draft);
		const { language } = context.settings;
		for (const [index, { passage }] of context.passages.entries()) {
			for (const citation of passage.citations) {
				const { framework, code } = citation;
				if (code === null || citation.codeSpan === null) {
					continue;
				}
				const open = openEditions(citation, date);
				if (
					open.length < 2 ||
					editions[`${framework} ${standardOf(framework, code)}`] ||
					isSettled(context, index, citation, open) ||
					speaksOfFormer(passage, citation.span, open[0]?.edition ?? null)
				) {
					continue;
				}
				const choices = open.map((entry) => `${entry.edition}: ${entry.label[language]}`);
				yield {
					span: context.source(passage, citation.span),
					message: say(language, {
						en: `${framework} ${code} means different things in two editions (${choices.join("; ")}), so a reader may look up the wrong one. Write the edition with it.`,
						zh: `${framework} ${code} 在不同版本中含义不同（${choices.join("；")}），读者可能查错。请注明版本。`,
						ko: `${framework} ${code}은(는) 판에 따라 뜻이 다릅니다(${choices.join("; ")}). 독자가 다른 요구사항을 찾을 수 있으니 판을 함께 적으세요.`,
					}),
					fixes: open.map((entry): Fix => {
						const end = citation.span.end;
						const written = isInBrackets(passage, citation) ? ` ${entry.edition}` : ` (${entry.edition})`;
						return {
							title: say(language, {
								en: `Write the ${entry.edition} edition (${entry.label.en})`,
								zh: `注明${entry.edition}年版（${entry.label.zh}）`,
								ko: `${entry.edition}년판으로 적기(${entry.label.ko})`,
							}),
							safe: false,
							edits: [{ span: context.source(passage, { start: end, end }), newText: written }],
						};
					}),
					once: `${framework} ${code}`,
				};
			}
		}
	},
};

/** Whether the words beside a citation, or a figure in its sentence or row, are about one of the editions only. */
function isSettled(context: RuleContext, index: number, { span, framework, code }: Citation, open: readonly Entry[]): boolean {
	if (editionBeside(rowOf(context, index), span, open)) {
		return true;
	}
	const beside = groupFigures(context.block.content).filter((group) => holds(group, index, span.start));
	return beside.some((group) =>
		group.figures.some(({ kind }) => {
			const written = kind?.cite[framework]?.flat() ?? [];
			return open.some((entry) => written.includes(`${code}@${entry.edition}`));
		}),
	);
}

/** The cells of a passage's row, which stand in a run; the passage alone where it is no cell. */
function rowOf({ block }: RuleContext, index: number): readonly Passage[] {
	const { passages } = block.content;
	const own = (passages[index] as Passage).cell;
	const isBeside = (at: number): boolean => {
		const cell = passages[at]?.cell;
		return own !== null && cell !== undefined && cell !== null && cell.table === own.table && cell.row === own.row;
	};
	let first = index;
	while (isBeside(first - 1)) {
		first -= 1;
	}
	let last = index;
	while (isBeside(last + 1)) {
		last += 1;
	}
	return passages.slice(first, last + 1);
}

function holds({ index, sentence, row }: FigureGroup, passage: number, offset: number): boolean {
	return row ? row.includes(passage) : index === passage && sentence.start <= offset && offset < sentence.end;
}

function isInBrackets({ text }: Passage, { span }: Citation): boolean {
	const before = text.slice(Math.max(0, span.start - 60), span.start);
	return (
		Math.max(before.lastIndexOf("("), before.lastIndexOf("（")) > Math.max(before.lastIndexOf(")"), before.lastIndexOf("）"))
	);
}
