/** Silencing comments: which findings they take away, and what is wrong with the comments themselves. */
import type { Block, Draft, Silence } from "./draft/draft.ts";
import type { Finding, Severity, Span } from "./model.ts";
import { silenceProblem, unusedSilence } from "./rules/unused-silence.ts";
import type { Settings } from "./settings.ts";

interface Placed {
	readonly silence: Silence;
	/** The comment itself, in the draft. */
	readonly span: Span;
	/** What it silences, in the draft. */
	readonly reach: Span;
	used: boolean;
}

/** The findings that stay, with those about the comments, sorted by position. */
export function applySilences(draft: Draft, findings: readonly Finding[], settings: Settings): Finding[] {
	const placed = place(draft);
	const kept = findings.filter((finding) => {
		let silenced = false;
		for (const one of placed) {
			const { rules } = one.silence;
			const inReach = finding.span.start >= one.reach.start && finding.span.start < one.reach.end;
			if (inReach && (rules.length === 0 || rules.includes(finding.rule))) {
				one.used = true;
				silenced = true;
			}
		}
		return !silenced;
	});
	const severity = settings.rules[unusedSilence.id] ?? unusedSilence.severity;
	if (severity !== "off") {
		for (const { silence, span, used } of placed) {
			const message = silenceProblem(silence, used, settings.language);
			if (message) {
				kept.push({ rule: unusedSilence.id, severity: severity as Severity, message, span, fixes: [], claims: [] });
			}
		}
	}
	return kept.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function place(draft: Draft): Placed[] {
	const placed: Placed[] = [];
	for (const [index, block] of draft.blocks.entries()) {
		for (const silence of block.content.silences) {
			const span = { start: block.start + silence.span.start, end: block.start + silence.span.end };
			const reach =
				silence.scope === "next"
					? reachOfNext(draft.blocks, index, silence)
					: reachOfSection(draft.blocks, index, silence, draft.text.length);
			placed.push({ silence, span, reach, used: false });
		}
	}
	return placed;
}

/** The rest of the passage that the comment stands in, else the next passage; a table counts as a whole. */
function reachOfNext(blocks: readonly Block[], index: number, silence: Silence): Span {
	for (let i = index; i < blocks.length; i += 1) {
		const block = blocks[i] as Block;
		const from = i === index ? silence.span.end : 0;
		const passage = block.content.passages.find((one) => one.span.end > from);
		if (passage) {
			const table = passage.cell ? block.content.passages.filter((one) => one.cell?.table === passage.cell?.table) : [passage];
			const end = Math.max(...table.map((one) => one.span.end));
			return { start: block.start + Math.max(from, passage.span.start), end: block.start + end };
		}
	}
	return { start: 0, end: 0 };
}

/** To the next heading that is not below the comment's own section. */
function reachOfSection(blocks: readonly Block[], index: number, silence: Silence, end: number): Span {
	const own = blocks[index] as Block;
	const start = own.start + silence.span.end;
	let depth = 0;
	for (let i = 0; i < blocks.length; i += 1) {
		const block = blocks[i] as Block;
		for (const passage of block.content.passages) {
			if (passage.kind !== "heading") {
				continue;
			}
			const at = block.start + passage.span.start;
			if (at < start) {
				depth = passage.depth;
			} else if (depth > 0 && passage.depth <= depth) {
				return { start, end: at };
			}
		}
	}
	return { start, end };
}
