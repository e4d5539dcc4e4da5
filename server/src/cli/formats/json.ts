import type { Claim, Finding, Span } from "../../core/model.ts";
import type { CheckedInput } from "../checking.ts";
import type { Lines, Range } from "../lines.ts";
import type { ResultFormat } from "./format.ts";

/** A finding as `check --format json` prints it. */
export interface FindingJson {
	readonly rule: string;
	readonly severity: string;
	readonly message: string;
	/** The text that it covers. */
	readonly text: string;
	readonly range: Range;
	readonly claims: readonly string[];
	/** Those of them that are the organisation's own records and no evidence from a document. */
	readonly ownRecords: readonly string[];
	readonly fixes: readonly {
		readonly title: string;
		readonly safe: boolean;
		readonly edits: readonly { readonly range: Range; readonly newText: string }[];
	}[];
	readonly related: readonly { readonly range: Range; readonly message: string }[];
}

export function findingJson(finding: Finding, lines: Lines, claims: ReadonlyMap<string, Claim>): FindingJson {
	const range = (span: Span): Range => lines.range(span);
	return {
		rule: finding.rule,
		severity: finding.severity,
		message: finding.message,
		text: lines.text.slice(finding.span.start, finding.span.end),
		range: range(finding.span),
		claims: finding.claims,
		ownRecords: finding.claims.filter((id) => claims.get(id)?.source.own !== undefined),
		fixes: finding.fixes.map(({ title, safe, edits }) => ({
			title,
			safe,
			edits: edits.map(({ span, newText }) => ({ range: range(span), newText })),
		})),
		related: (finding.related ?? []).map(({ span, message }) => ({ range: range(span), message })),
	};
}

/** One list, a file an element, printed as the files are checked. */
export class JsonFormat implements ResultFormat {
	private files = 0;

	begin(): string {
		return "[";
	}

	file({ input, lines, checked, claims }: CheckedInput): string {
		const json = {
			file: input.name,
			findings: checked.findings.map((finding) => findingJson(finding, lines, claims)),
			supported: checked.counts.supported,
			unsupported: checked.counts.unsupported,
		};
		this.files += 1;
		return `${this.files > 1 ? "," : ""}\n${JSON.stringify(json)}`;
	}

	end(): string {
		return "\n]\n";
	}
}
