import type { Passage } from "../draft/draft.ts";
import type { Citation } from "../frameworks/citation.ts";
import { type FigureGroup, groupFigures } from "../frameworks/figureGroups.ts";
import type { FigureKindRow } from "../frameworks/figureKind.ts";
import { codesFor, fitsKind, kindsCiting } from "../frameworks/kindCodes.ts";
import { nameCode } from "../frameworks/printCitation.ts";
import { type ReportDate, reportDate } from "../frameworks/reportDate.ts";
import type { BlockFinding, Rule, RuleContext } from "./rule.ts";
import { draftLanguage, say } from "./say.ts";

/**
 * A disclosure cited in a figure's own sentence or row is about another topic than the figure. Said only where every figure
 * there is of a known kind, none of the framework's citations there fits any of them, and nothing there speaks of the
 * cited topic: a citation may well belong to the words and not to the figure.
 */
export const wrongDisclosure: Rule = {
	id: "wrong-disclosure",
	severity: "warning",
	summary: "The disclosure that is cited beside a figure is about another topic.",
	why: "The content index sends readers of the cited topic to the wrong figure, and the right topic stays without one.",
	*check(context) {
		const groups = groupFigures(context.block.content);
		const date = groups.length === 0 ? null : reportDate(context.draft.frontMatter, context.settings);
		for (const group of date ? groups : []) {
			yield* checkGroup(context, group, date as ReportDate);
		}
	},
};

/** Frameworks whose disclosures are about one topic each; the TCFD's and the SDGs' are wider. */
const specific = new Set(["GRI", "ESRS", "HKEX"]);

function* checkGroup(context: RuleContext, group: FigureGroup, date: ReportDate): Generator<BlockFinding> {
	const kinds = new Set<FigureKindRow>();
	for (const { kind } of group.figures) {
		if (!kind) {
			return;
		}
		kinds.add(kind);
	}
	const cited = citationsIn(context, group);
	const { language } = context.settings;
	for (const framework of new Set(cited.map(({ citation }) => citation.framework))) {
		const own = cited.filter(({ citation }) => citation.framework === framework);
		const right = [...new Set([...kinds].flatMap((kind) => codesFor(kind, framework, date)))];
		const fits = own.some(({ citation }) => [...kinds].some((kind) => fitsKind(kind, framework, citation.code as string)));
		if (!specific.has(framework) || right.length === 0 || fits) {
			continue;
		}
		for (const { passage, citation } of own) {
			const code = citation.code as string;
			const about = kindsCiting(framework, code);
			const isOther =
				about.length > 0 &&
				about.every((kind) => !group.named.has(kind) && ![...kinds].some(({ topic }) => topic === kind.topic));
			if (!isOther || citation.codeSpan === null) {
				continue;
			}
			const label = [...kinds].map((kind) => kind.label[language]).join(say(language, { en: ", ", zh: "、", ko: ", " }));
			const names = right.map((one) => nameCode(framework, one, language)).join(say(language, { en: ", ", zh: "、", ko: ", " }));
			const newText = right.join(draftLanguage(passage.language) === "zh" ? "、" : ", ");
			yield {
				span: context.source(passage, citation.span),
				message: say(language, {
					en: `${nameCode(framework, code, "en")} is not about this figure (${label}), so readers of either topic are misled. Cite ${names}.`,
					zh: `${nameCode(framework, code, "zh")}与该数字（${label}）无关，会误导读者。请引用 ${names}。`,
					ko: `${nameCode(framework, code, "ko")}은(는) 이 수치(${label})와 다른 주제여서 독자를 오도합니다. ${names}을(를) 인용하세요.`,
				}),
				fixes: [
					{
						title: say(language, { en: `Cite ${names}`, zh: `改引 ${names}`, ko: `${names}(으)로 바꾸기` }),
						safe: false,
						edits: [{ span: context.source(passage, citation.codeSpan), newText }],
					},
				],
			};
		}
	}
}

/** The citations of disclosures in a sentence or a row. */
function citationsIn(context: RuleContext, group: FigureGroup): { readonly passage: Passage; readonly citation: Citation }[] {
	const { passages } = context.block.content;
	return (group.row ?? [group.index]).flatMap((index) => {
		const passage = passages[index] as Passage;
		return passage.citations
			.filter(
				({ code, span }) =>
					code !== null && (group.row !== null || (span.start >= group.sentence.start && span.start < group.sentence.end)),
			)
			.map((citation) => ({ passage, citation }));
	});
}
