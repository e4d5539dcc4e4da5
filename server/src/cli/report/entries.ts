/** What an evidence report says of a draft: every figure, what became of it, and the passage that it rests on. */
import type { LocatedEvidence } from "../../core/checkDraft.ts";
import type { Claim, Finding, Severity, Source } from "../../core/model.ts";
import type { CheckedInput } from "../checking.ts";

/** What became of a figure: backed, not backed, or nobody's concern. */
export type Standing = "backed" | "open" | "unchecked";

/** A figure of a draft with all that is known of it. */
export interface Entry {
	readonly located: LocatedEvidence;
	/** 1-based, as editors show it. */
	readonly line: number;
	readonly column: number;
	/** The headings above the figure, outermost first. */
	readonly section: readonly string[];
	/** The sentence, cell or heading that prints it, with the figure's place in it. */
	readonly sentence: string;
	readonly figureAt: { readonly start: number; readonly end: number };
	/** Of a table's cell: the headers of its row and column. */
	readonly headers: readonly string[];
	readonly standing: Standing;
	/** Findings about this figure, gravest first. */
	readonly findings: readonly Finding[];
	/** The claims it rests on: those that decided, or those it is derived from. */
	readonly claims: readonly Claim[];
}

/** A draft in the report. */
export interface ReportedDraft {
	readonly file: string;
	/** Hexadecimal, of the file's bytes: says which version of the draft the report is about. */
	readonly sha256: string;
	readonly title: string;
	readonly entries: readonly Entry[];
	/** Findings about other things than a figure: citations, wording. */
	readonly others: readonly { readonly finding: Finding; readonly line: number; readonly text: string }[];
}

const gravity: readonly Severity[] = ["error", "warning", "information", "hint"];

/** Dates, periods and codes are no figures that anybody would trace. */
const untraced: ReadonlySet<string> = new Set(["date", "period", "identifier"]);

/** @param sha256 of the draft as it is on the disk */
export function reportOf({ input, lines, checked }: CheckedInput, sha256: string): ReportedDraft {
	const byPlace = [...checked.findings].sort((a, b) => a.span.start - b.span.start);
	const taken = new Set<Finding>();
	const sections = sectionsOf(checked);
	let next = 0;
	const entries: Entry[] = [];
	for (const located of checked.figures) {
		const { evidence, span, passage, block } = located;
		if (untraced.has(evidence.figure.kind)) {
			continue;
		}
		while (next < byPlace.length && (byPlace[next] as Finding).span.end <= span.start) {
			next += 1;
		}
		const findings: Finding[] = [];
		for (let at = next; at < byPlace.length && (byPlace[at] as Finding).span.start < span.end; at += 1) {
			const finding = byPlace[at] as Finding;
			if (finding.span.end > span.start) {
				findings.push(finding);
				taken.add(finding);
			}
		}
		findings.sort((a, b) => gravity.indexOf(a.severity) - gravity.indexOf(b.severity));
		const { figure } = evidence;
		const sentence = passage.sentences.find((one) => figure.start >= one.start && figure.end <= one.end) ?? {
			start: 0,
			end: passage.text.length,
		};
		const { line, character } = lines.position(span.start);
		entries.push({
			located,
			line: line + 1,
			column: character + 1,
			section: sections.get(block.start + passage.span.start) ?? [],
			sentence: passage.text.slice(sentence.start, sentence.end),
			figureAt: { start: figure.start - sentence.start, end: figure.end - sentence.start },
			headers: passage.cell
				? [passage.cell.rowHeader, passage.cell.columnHeader].filter((text) => text !== "" && text !== passage.text)
				: [],
			standing: standingOf(located),
			findings,
			claims: evidence.claims.length > 0 ? evidence.claims : (evidence.derivation?.operands ?? []),
		});
	}
	const others = checked.findings
		.filter((finding) => !taken.has(finding))
		.map((finding) => ({
			finding,
			line: lines.position(finding.span.start).line + 1,
			text: lines.text.slice(finding.span.start, finding.span.end),
		}));
	return { file: input.name, sha256, title: checked.draft.frontMatter.title ?? "", entries, others };
}

function standingOf({ evidence }: LocatedEvidence): Standing {
	switch (evidence.verdict) {
		case "supported":
		case "derived":
			return "backed";
		case "not-check-worthy":
			return "unchecked";
		default:
			return "open";
	}
}

/** The headings above each passage, by the passage's offset in the draft. */
function sectionsOf({ draft }: CheckedInput["checked"]): ReadonlyMap<number, readonly string[]> {
	const sections = new Map<number, readonly string[]>();
	let above: { readonly depth: number; readonly text: string }[] = [];
	for (const { start, content } of draft.blocks) {
		for (const { kind, depth, text, span } of content.passages) {
			if (kind === "heading") {
				above = above.filter((one) => one.depth < depth);
			}
			sections.set(
				start + span.start,
				above.map((one) => one.text),
			);
			if (kind === "heading") {
				above.push({ depth, text });
			}
		}
	}
	return sections;
}

/** The sources that the figures of the drafts rest on, in the order they are first met, with how many figures rest on each. */
export function sourcesOf(drafts: readonly ReportedDraft[]): { readonly source: Source; readonly figures: number }[] {
	const sources = new Map<string, { readonly source: Source; figures: number }>();
	for (const { claims } of drafts.flatMap(({ entries }) => entries)) {
		for (const source of new Map(claims.map((claim) => [claim.source.key, claim.source])).values()) {
			const known = sources.get(source.key) ?? { source, figures: 0 };
			known.figures += 1;
			sources.set(source.key, known);
		}
	}
	return [...sources.values()];
}

/** How many figures stand how. */
export function countStandings(drafts: readonly ReportedDraft[]): Readonly<Record<Standing, number>> {
	const counts = { backed: 0, open: 0, unchecked: 0 };
	for (const { standing } of drafts.flatMap(({ entries }) => entries)) {
		counts[standing] += 1;
	}
	return counts;
}
