/** Findings as diagnostics. */
import {
	type Diagnostic,
	type DiagnosticRelatedInformation,
	DiagnosticSeverity,
	type Location,
	type Range,
} from "vscode-languageserver";
import type { CheckedDraft } from "../core/checkDraft.ts";
import { spokenClaims } from "../core/claims/evidence.ts";
import type { Claim, Finding, Severity, Span } from "../core/model.ts";

export interface DiagnosticsContext {
	readonly uri: string;
	/** Whether the client shows related places. */
	readonly related: boolean;
	/** A claim that a finding rests on, by its id. */
	claim(id: string): Claim | undefined;
	/** The range of a span of the draft that was checked. */
	range(span: Span): Range;
	/** Where a claim's passage is, or null where its file is not at hand. */
	locate(claim: Claim): Location | null;
	/** The documentation page of a rule, or null. */
	documentation(rule: string): string | null;
}

export const severityNumbers = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	information: DiagnosticSeverity.Information,
	hint: DiagnosticSeverity.Hint,
} as const satisfies Readonly<Record<Severity, DiagnosticSeverity>>;

/**
 * All findings, the gravest first and then by position: an editor that shows only so many of a file shows those that matter.
 * @param only findings to convert; default all of `checked`
 */
export function toDiagnostics(checked: CheckedDraft, context: DiagnosticsContext, only = checked.findings): Diagnostic[] {
	return [...only]
		.sort((a, b) => severityNumbers[a.severity] - severityNumbers[b.severity] || a.span.start - b.span.start)
		.map((finding) => toDiagnostic(finding, context));
}

/** What is wrong with a draft itself: its front matter is not what it could be. No rule of the catalogue speaks of that. */
export function problemDiagnostics({ draft }: CheckedDraft, context: DiagnosticsContext): Diagnostic[] {
	return draft.problems.map(({ span, message }) => ({
		range: context.range(span),
		severity: DiagnosticSeverity.Warning,
		code: "front-matter",
		source: "tickmark",
		message,
	}));
}

/** The claims that the figures of a draft were compared with, by id. */
export function claimsById(checked: CheckedDraft): Map<string, Claim> {
	const claims = new Map<string, Claim>();
	for (const { evidence } of checked.figures) {
		for (const claim of spokenClaims(evidence)) {
			claims.set(claim.id, claim);
		}
	}
	return claims;
}

function toDiagnostic(finding: Finding, context: DiagnosticsContext): Diagnostic {
	const page = context.documentation(finding.rule);
	const related = context.related ? relatedPlaces(finding, context) : [];
	return {
		range: context.range(finding.span),
		severity: severityNumbers[finding.severity],
		code: finding.rule,
		...(page === null ? {} : { codeDescription: { href: page } }),
		source: "tickmark",
		message: finding.message,
		...(related.length === 0 ? {} : { relatedInformation: related }),
	};
}

function relatedPlaces(finding: Finding, context: DiagnosticsContext): DiagnosticRelatedInformation[] {
	const related: DiagnosticRelatedInformation[] = (finding.related ?? []).map(({ span, message }) => ({
		location: { uri: context.uri, range: context.range(span) },
		message,
	}));
	for (const id of finding.claims) {
		const claim = context.claim(id);
		const location = claim ? context.locate(claim) : null;
		if (claim && location) {
			// An editor shows the source's file beside it, the finding's own message names the source, the hover quotes it.
			const message = `“${claim.printed.replace(/\s+/g, " ").trim()}”`;
			related.push({ location, message });
		}
	}
	return related;
}
