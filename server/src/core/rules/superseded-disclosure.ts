import { declaredFrameworks } from "../frameworks/applicableFrameworks.ts";
import type { Citation } from "../frameworks/citation.ts";
import { indexCitations } from "../frameworks/citationIndex.ts";
import { candidates, hasEnded, openEditions, replacementOf } from "../frameworks/editions.ts";
import { reportYear, speaksOfFormer } from "../frameworks/former.ts";
import { plainStyle, printCitation, withLabel } from "../frameworks/printCitation.ts";
import { type Entry, findEntry, findFramework, isUnknown } from "../frameworks/registry.ts";
import { type ReportDate, reportDate } from "../frameworks/reportDate.ts";
import type { Fix, MessageLanguage, Span } from "../model.ts";
import type { BlockFinding, PassageContext, Rule, RuleContext } from "./rule.ts";
import { say } from "./say.ts";

/**
 * A cited disclosure was withdrawn or replaced before the report's date, or the framework itself has ended and the report names
 * nothing that took its place. A draft without a date is taken to be of today, as the registry has it. A sentence that speaks of
 * former standards or of an earlier report cites nothing.
 */
export const supersededDisclosure: Rule = {
	id: "superseded-disclosure",
	severity: "warning",
	summary: "A cited disclosure is withdrawn or replaced for the report's date.",
	why: "A report that follows rules no longer in force does not meet the framework it claims.",
	dependsOn(draft) {
		return indexCitations(draft).mentioned.join();
	},
	*check(context) {
		const date = reportDate(context.draft.frontMatter, context.settings);
		for (const at of context.passages) {
			for (const citation of at.passage.citations) {
				const ended = candidates(citation);
				if (citation.code !== null && isUnknown(citation.framework, citation.code, citation.edition)) {
					continue; // unknown-disclosure says what is wrong with it
				}
				if (citation.codeSpan !== null && hasEnded(ended, date)) {
					if (!speaksOfFormer(at.passage, citation.span, reportYear(date))) {
						yield disclosureEnded(context, at, citation, ended[0] as Entry, date);
					}
				} else {
					yield* frameworkEnded(context, at, citation, date);
				}
			}
		}
	},
};

function disclosureEnded(
	context: RuleContext,
	{ passage }: PassageContext,
	citation: Citation,
	entry: Entry,
	date: ReportDate,
): BlockFinding {
	const { language } = context.settings;
	const { framework } = citation;
	const successors = entry.successors.flatMap((code) => findEntry(framework, code) ?? []);
	const names = successors.map((one) => named(one, date, language));
	const edition = entry.edition === "" ? "" : (language === "zh" ? "，" : ", ") + entry.edition;
	const label = withLabel(`${framework} ${entry.code}`, entry.label[language] + edition, language);
	const codeSpan = citation.codeSpan as Span;
	return {
		span: context.source(passage, citation.span),
		message: say(language, {
			en: `${label} ended on ${entry.until}, before this report, which therefore does not meet ${framework} as it stands. ${names.length > 0 ? `Cite ${names.join(" or ")}.` : "Leave the citation out or cite what applies now."}`,
			zh: `${label}已于${entry.until}失效，早于本报告，因此报告不符合现行${framework}。${names.length > 0 ? `请改引${names.join("或")}。` : "请删去或改引现行披露项。"}`,
			ko: `${label}은(는) 이 보고서보다 앞선 ${entry.until}에 효력이 끝나 현행 ${framework}에 맞지 않습니다. ${names.length > 0 ? `${names.join(" 또는 ")}을(를) 인용하세요.` : "인용을 빼거나 현행 항목을 인용하세요."}`,
		}),
		fixes: successors.map((successor, index): Fix => {
			const newText = codeOf(successor, date);
			return {
				title: say(language, { en: `Cite ${names[index]}`, zh: `改引 ${names[index]}`, ko: `${names[index]}(으)로 바꾸기` }),
				safe: false,
				// The edition and the part that are written with the old code go with it.
				edits: [
					{ span: context.source(passage, { start: codeSpan.start, end: Math.max(codeSpan.end, citation.span.end) }), newText },
				],
			};
		}),
	};
}

/** The successor's code, with its edition where the code alone would leave it open. */
function codeOf(entry: Entry, date: ReportDate): string {
	const open = openEditions({ framework: entry.framework, code: entry.code, edition: null }, date).length > 0;
	return open ? `${entry.code} (${entry.edition})` : entry.code;
}

function named(entry: Entry, date: ReportDate, language: MessageLanguage): string {
	return withLabel(`${entry.framework} ${codeOf(entry, date)}`, entry.label[language], language);
}

function* frameworkEnded(
	context: RuleContext,
	{ passage }: PassageContext,
	citation: Citation,
	date: ReportDate,
): Generator<BlockFinding> {
	const { draft, settings } = context;
	const replaced = replacementOf(citation.framework, date);
	if (
		!replaced ||
		passage.kind === "heading" ||
		speaksOfFormer(passage, citation.span, reportYear(date)) ||
		indexCitations(draft).mentioned.includes(replaced.by) ||
		declaredFrameworks(draft.frontMatter, settings)?.includes(replaced.by)
	) {
		return;
	}
	const { language } = settings;
	const { framework } = citation;
	const code = replaced.codes[citation.code ?? ""];
	const successor = printCitation(replaced.by, [code ?? "S2"], passage.language, plainStyle);
	const until = findFramework(framework)?.replaced?.until.slice(0, 4) ?? "";
	yield {
		span: context.source(passage, citation.span),
		message: say(language, {
			en: `${framework} ended in ${until} and ${findFramework(replaced.by)?.label.en} took over its recommendations, so a report on a later period cannot rest on it alone. Cite ${successor} as well or instead.`,
			zh: `${framework}已于${until}年终止，其建议由${findFramework(replaced.by)?.label.zh}承接，之后期间的报告不能仅以其为依据。请同时或改为引用 ${successor}。`,
			ko: `${framework}은(는) ${until}년에 종료되고 권고안은 ${findFramework(replaced.by)?.label.ko}에 통합되어, 이후 기간의 보고서는 이것만을 근거로 삼을 수 없습니다. ${successor}을(를) 함께 또는 대신 인용하세요.`,
		}),
		fixes: [
			{
				title: say(language, { en: `Cite ${successor} instead`, zh: `改为引用 ${successor}`, ko: `${successor}(으)로 바꾸기` }),
				safe: false,
				edits: [{ span: context.source(passage, citation.span), newText: successor }],
			},
		],
		once: framework,
	};
}
