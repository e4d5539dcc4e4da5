/** Quick-fixes that change a file of the workspace, not the draft: they are commands, which the server carries out. */
import { type CodeAction, CodeActionKind } from "vscode-languageserver";
import type { CheckedDraft, LocatedEvidence } from "../core/checkDraft.ts";
import { measureName } from "../core/claims/claimText.ts";
import type { Glossary } from "../core/claims/glossary.ts";
import type { Claim, Finding, Language, MessageLanguage, Span } from "../core/model.ts";
import { settleParticles } from "../core/text/koreanParticles.ts";
import { missingNames } from "../core/workspace/missingName.ts";
import { recordOf } from "../core/workspace/recordFigure.ts";
import type { CodeActionsContext } from "./codeActions.ts";

export const addNameCommand = "tickmark.addName";
export const recordFigureCommand = "tickmark.recordFigure";

/** The one argument of `addNameCommand`. */
export interface AddNameArguments {
	/** The draft; its workspace folder's glossary gets the name. */
	readonly uri: string;
	readonly measure: string;
	readonly name: string;
	readonly language: Language;
}

/** The one argument of `recordFigureCommand`. */
export interface RecordFigureArguments {
	/** The draft; its workspace folder gets the record. */
	readonly uri: string;
	readonly entry: Readonly<Record<string, string>>;
}

/** Findings on a figure that would not be there if the draft's words were known. */
const aboutEvidence: ReadonlySet<string> = new Set([
	"unsupported-figure",
	"contradicted-figure",
	"scale-slip",
	"mismatched-unit",
	"period-mismatch",
	"entity-mismatch",
]);

/** Figures of findings about evidence that touch `span`, each with its finding. */
export function askedFigures(checked: CheckedDraft, span: Span): { finding: Finding; located: LocatedEvidence }[] {
	return checked.findings
		.filter(({ rule, span: at }) => aboutEvidence.has(rule) && at.start <= span.end && span.start <= at.end)
		.flatMap((finding) => {
			const located = checked.figures.find((one) => one.span.start === finding.span.start && one.span.end === finding.span.end);
			return located ? [{ finding, located }] : [];
		});
}

/**
 * What can be done about one figure in the workspace's files.
 * @param candidates what the database answers to the figure's query
 */
export function workspaceFixes(
	{ finding, located }: { readonly finding: Finding; readonly located: LocatedEvidence },
	candidates: readonly Claim[],
	glossary: Glossary,
	context: CodeActionsContext,
): CodeAction[] {
	const { evidence, passage, block } = located;
	const { uri, language } = context;
	const diagnostics = context.diagnostics([finding]);
	const actions: CodeAction[] = [];
	for (const { measure, name } of missingNames(evidence, passage, candidates, glossary)) {
		const title = titles.name[language](name, measureName(measure, messageScript(language), glossary) || measure);
		const given: AddNameArguments = { uri, measure, name, language: passage.language };
		actions.push({
			title,
			kind: CodeActionKind.QuickFix,
			diagnostics,
			command: { title, command: addNameCommand, arguments: [given] },
		});
	}
	const entry = finding.rule === "unsupported-figure" ? recordOf(evidence, passage, block, glossary) : null;
	if (entry) {
		const title = titles.record[language](evidence.figure.text);
		const given: RecordFigureArguments = { uri, entry: entry as Readonly<Record<string, string>> };
		actions.push({
			title,
			kind: CodeActionKind.QuickFix,
			diagnostics,
			command: { title, command: recordFigureCommand, arguments: [given] },
		});
	}
	return actions;
}

function messageScript(language: MessageLanguage): Language {
	return language === "zh" ? "zh-Hans" : language;
}

const titles = {
	name: {
		en: (name: string, measure: string) => `Add “${name}” as a name of ${measure} to .tickmark/glossary.yaml`,
		zh: (name: string, measure: string) => `将“${name}”作为${measure}的名称加入 .tickmark/glossary.yaml`,
		ko: (name: string, measure: string) =>
			settleParticles(`“${name}”을(를) ${measure}의 이름으로 .tickmark/glossary.yaml에 추가`),
	},
	record: {
		en: (figure: string) => `Record ${figure} as our own figure (.tickmark/own-figures.yaml)`,
		zh: (figure: string) => `将${figure}记录为自有数字（.tickmark/own-figures.yaml）`,
		ko: (figure: string) => settleParticles(`${figure}을(를) 자체 수치로 기록(.tickmark/own-figures.yaml)`),
	},
} as const;
