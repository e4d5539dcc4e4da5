/** Quick-fixes for the findings at a place, and the one that applies all safe fixes. */
import {
	type CodeAction,
	CodeActionKind,
	type Diagnostic,
	type Range,
	type SnippetTextEdit,
	type TextEdit,
	type WorkspaceEdit,
} from "vscode-languageserver";
import type { CheckedDraft } from "../core/checkDraft.ts";
import type { Edit, Finding, MessageLanguage, Span } from "../core/model.ts";
import { safeEdits } from "./fixAll.ts";
import { type SilenceEdit, silenceEdit, withReason } from "./silenceEdit.ts";
import { fill, words } from "./words.ts";

export const fixAllKind = `${CodeActionKind.SourceFixAll}.tickmark`;

export interface CodeActionsContext {
	readonly uri: string;
	/** The version of the document that was checked: an edit for another version is refused by the client. */
	readonly version: number;
	readonly language: MessageLanguage;
	/** Whether the client takes edits with a version. */
	readonly documentChanges: boolean;
	/** Whether the client lets the writer type over a placeholder in an edit. */
	readonly snippets: boolean;
	range(span: Span): Range;
	diagnostics(findings: readonly Finding[]): Diagnostic[];
}

/** What the client asks for. An empty list of kinds asks for every kind. */
export function isAsked(kind: string, only: readonly string[] | undefined): boolean {
	return (
		only === undefined ||
		only.length === 0 ||
		only.some((asked) => asked === "" || kind === asked || kind.startsWith(`${asked}.`))
	);
}

/** The fixes of the findings that touch `span`, best first, then "ignore with a reason" for each rule. */
export function quickFixes(checked: CheckedDraft, span: Span, context: CodeActionsContext): CodeAction[] {
	const findings = checked.findings.filter((finding) => finding.span.start <= span.end && span.start <= finding.span.end);
	const actions: CodeAction[] = [];
	for (const finding of findings) {
		const diagnostics = context.diagnostics([finding]);
		const preferred = finding.fixes.find((fix) => fix.safe);
		for (const fix of finding.fixes) {
			actions.push({
				title: fix.title,
				kind: CodeActionKind.QuickFix,
				diagnostics,
				...(fix === preferred ? { isPreferred: true } : {}),
				edit: workspaceEdit(
					fix.edits.map((edit) => textEdit(edit, context)),
					context,
				),
			});
		}
	}
	const ignored = new Set<string>();
	for (const finding of findings) {
		const edit = finding.rule === "unused-silence" ? null : silenceEdit(checked.draft, finding.span, finding.rule);
		const key = `${finding.rule} ${edit?.span.start}`;
		if (edit && !ignored.has(key)) {
			ignored.add(key);
			actions.push({
				title: fill(words[context.language].ignore, { rule: finding.rule }),
				kind: CodeActionKind.QuickFix,
				diagnostics: context.diagnostics([finding]),
				edit: workspaceEdit([silencing(edit, context)], context),
			});
		}
	}
	return actions;
}

/** One action that applies every safe fix of the draft; null where there is none to apply. */
export function fixAll(checked: CheckedDraft, context: CodeActionsContext): CodeAction | null {
	const edits = safeEdits(checked.findings);
	if (edits.length === 0) {
		return null;
	}
	return {
		title: words[context.language].fixAll,
		kind: fixAllKind,
		edit: workspaceEdit(
			edits.map((edit) => textEdit(edit, context)),
			context,
		),
	};
}

function silencing(edit: SilenceEdit, context: CodeActionsContext): TextEdit | SnippetTextEdit {
	const reason = words[context.language].ignoreReason;
	if (!context.snippets) {
		return textEdit(withReason(edit, reason), context);
	}
	const value = `${inSnippet(edit.before)}\${1:${reason}}${inSnippet(edit.after)}`;
	return { range: context.range(edit.span), snippet: { kind: "snippet", value } };
}

function inSnippet(text: string): string {
	return text.replace(/[$}\\]/g, "\\$&");
}

/** Edits of the draft as the client takes them. */
export function draftEdit(edits: readonly Edit[], context: CodeActionsContext): WorkspaceEdit {
	return workspaceEdit(
		edits.map((edit) => textEdit(edit, context)),
		context,
	);
}

function textEdit({ span, newText }: Edit, context: CodeActionsContext): TextEdit {
	return { range: context.range(span), newText };
}

function workspaceEdit(
	edits: (TextEdit | SnippetTextEdit)[],
	{ uri, version, documentChanges }: CodeActionsContext,
): WorkspaceEdit {
	return documentChanges
		? { documentChanges: [{ textDocument: { uri, version }, edits }] }
		: { changes: { [uri]: edits as TextEdit[] } };
}
