/** SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
import { createHash } from "node:crypto";
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import type { Claim, Finding, Fix, Severity, Span } from "../../core/model.ts";
import { rules } from "../../core/rules/index.ts";
import type { Rule } from "../../core/rules/rule.ts";
import { ownRecordRemark } from "../../core/workspace/ownRecordText.ts";
import type { CheckedInput } from "../checking.ts";
import type { Lines } from "../lines.ts";
import type { ResultFormat } from "./format.ts";

const levels: Readonly<Record<Severity | "off", string>> = {
	error: "error",
	warning: "warning",
	information: "note",
	hint: "note",
	off: "none",
};

export class SarifFormat implements ResultFormat {
	private readonly version: string;
	private readonly language: string;
	private readonly results: object[] = [];
	private readonly artifacts: object[] = [];
	private readonly notifications: object[] = [];

	constructor(version: string, language: string) {
		this.version = version;
		this.language = language;
	}

	begin(): string {
		return "";
	}

	file(result: CheckedInput): string {
		const { input, decoded, lines, checked, claims } = result;
		const location = artifactLocation(input.path === null ? "stdin" : input.name);
		const index = this.artifacts.length;
		this.artifacts.push({ location, encoding: decoded.encoding.toUpperCase(), sourceLanguage: "markdown" });
		const seen = new Map<string, number>();
		for (const finding of checked.findings) {
			this.results.push({
				ruleId: finding.rule,
				ruleIndex: rules.findIndex((rule) => rule.id === finding.rule),
				level: levels[finding.severity],
				message: { text: finding.message },
				locations: [
					{ physicalLocation: { artifactLocation: { ...location, index }, region: region(finding.span, lines, true) } },
				],
				...relatedLocations(finding, location, lines, claims),
				partialFingerprints: { "tickmarkFinding/v1": fingerprint(finding, lines, seen) },
				...(finding.fixes.length > 0 ? { fixes: finding.fixes.map((fix) => sarifFix(fix, location, lines)) } : {}),
				properties: { claims: finding.claims },
			});
		}
		for (const { span, message } of checked.draft.problems) {
			this.notifications.push({
				level: "warning",
				message: { text: message },
				locations: [{ physicalLocation: { artifactLocation: { ...location, index }, region: region(span, lines, false) } }],
			});
		}
		return "";
	}

	end(failures: readonly string[]): string {
		const log = {
			$schema: "https://json.schemastore.org/sarif-2.1.0.json",
			version: "2.1.0",
			runs: [
				{
					tool: {
						driver: {
							name: "Tickmark",
							version: this.version,
							semanticVersion: this.version,
							language: this.language === "zh" ? "zh-CN" : this.language,
							rules: rules.map(sarifRule),
						},
					},
					columnKind: "utf16CodeUnits",
					newlineSequences: ["\r\n", "\n", "\r"],
					originalUriBaseIds: { "%SRCROOT%": { uri: pathToFileURL(`${process.cwd()}/`).href } },
					invocations: [
						{
							executionSuccessful: failures.length === 0,
							toolExecutionNotifications: [
								...failures.map((text) => ({ level: "error", message: { text } })),
								...this.notifications,
							],
						},
					],
					artifacts: this.artifacts,
					results: this.results,
				},
			],
		};
		return `${JSON.stringify(log, null, "\t")}\n`;
	}
}

function sarifRule(rule: Rule): object {
	return {
		id: rule.id,
		name: rule.id
			.split("-")
			.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
			.join(""),
		shortDescription: { text: rule.summary },
		fullDescription: { text: `${rule.summary} ${rule.why}` },
		help: {
			text: `${rule.summary}\n\n${rule.why}\n\nTo silence one place, with your reason: <!-- tickmark-ignore-next ${rule.id}: reason -->`,
			markdown: `${rule.summary}\n\n${rule.why}\n\nTo silence one place, with your reason: \`<!-- tickmark-ignore-next ${rule.id}: reason -->\``,
		},
		defaultConfiguration: { enabled: rule.severity !== "off", level: levels[rule.severity] },
	};
}

/** A path as a URI reference; relative ones start from the working folder. */
function artifactLocation(path: string): { readonly uri: string; readonly uriBaseId?: string } {
	if (isAbsolute(path)) {
		return { uri: pathToFileURL(path).href };
	}
	return { uri: path.split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" };
}

function region(span: Span, lines: Lines, snippet: boolean): object {
	const { start, end } = lines.range(span);
	return {
		startLine: start.line + 1,
		startColumn: start.character + 1,
		endLine: end.line + 1,
		endColumn: end.character + 1,
		...(snippet ? { snippet: { text: lines.text.slice(span.start, span.end) } } : {}),
	};
}

/** The other places in the draft, then the passages of the sources. */
function relatedLocations(
	finding: Finding,
	draft: object,
	lines: Lines,
	claims: ReadonlyMap<string, Claim>,
): { readonly relatedLocations?: readonly object[] } {
	const places = (finding.related ?? []).map(({ span, message }) => ({
		physicalLocation: { artifactLocation: draft, region: region(span, lines, false) },
		message: { text: message },
	}));
	const passages = finding.claims.flatMap((id) => {
		const claim = claims.get(id);
		if (!claim) {
			return [];
		}
		const { source, locator, text } = claim;
		const named = [source.title, ...(source.own ? [ownRecordRemark(source, "en")] : [source.publisher, source.published])]
			.filter(Boolean)
			.join(", ");
		return [
			{
				physicalLocation: {
					artifactLocation: isAbsolute(source.file)
						? { uri: pathToFileURL(source.file).href }
						: { uri: source.file.split("/").map(encodeURIComponent).join("/") },
					region: { startLine: locator.line + 1 },
				},
				message: { text: `${named}: ${text}` },
			},
		];
	});
	const all = [...places, ...passages];
	return all.length > 0 ? { relatedLocations: all.map((location, id) => ({ id, ...location })) } : {};
}

function sarifFix(fix: Fix, draft: object, lines: Lines): object {
	return {
		description: { text: fix.title },
		artifactChanges: [
			{
				artifactLocation: draft,
				replacements: fix.edits.map(({ span, newText }) => ({
					deletedRegion: region(span, lines, false),
					...(newText === "" ? {} : { insertedContent: { text: newText } }),
				})),
			},
		],
		properties: { safe: fix.safe },
	};
}

/**
 * Stays the same while the draft changes elsewhere: made of the rule, the text covered and what stands beside it in its line, and counted where
 * these are the same twice in a file; the line's number has no part in it.
 */
function fingerprint(finding: Finding, lines: Lines, seen: Map<string, number>): string {
	const { line } = lines.position(finding.span.start);
	// A bounded part of the line: a draft may be one line of a megabyte, with a finding in every sentence.
	const before = lines.text.slice(Math.max(lines.start(line), finding.span.start - 80), finding.span.start);
	const after = lines.text.slice(finding.span.end, finding.span.end + 80).split(/[\r\n]/, 1)[0];
	const hash = createHash("sha256")
		.update(JSON.stringify([finding.rule, lines.text.slice(finding.span.start, finding.span.end), before, after]))
		.digest("hex")
		.slice(0, 32);
	const count = (seen.get(hash) ?? 0) + 1;
	seen.set(hash, count);
	return `${hash}:${count}`;
}
