/**
 * Rule specs: Markdown files that are the rules' documentation and their tests at once.
 *
 * Every heading is a test; its fences say what is given and what must come out:
 *
 * - `claims`: a YAML list of claims in short form (see claims.ts);
 * - `source`: a source document with its front matter, from which the claims are extracted as the builder does it;
 * - `settings`: YAML of core Settings, and `seeds: true` for the claims of the project's own seeds,
 *   `only: [rule ids]` to switch every other rule off;
 * - `draft`: the Markdown that is checked, with caret lines;
 * - `fixed`, `fixed 2`: the draft after the first (second) fix of each finding that has one.
 *
 * A heading without a `draft` is a group: what stands under it holds for the headings below it too; `settings` are merged,
 * `claims` and `source` add up.
 *
 * A caret line stands under the line it is about, `^^^^ rule-id: words that the message must contain`; `rule-id[warning]`
 * also demands a severity. Carets count display columns, so that they line up in an editor: East Asian wide and full-width
 * characters are two carets wide, combining characters none, ambiguous ones (quotation marks, `×`) one. Caret lines are taken out
 * before the draft is read, therefore they work inside tables. A draft without carets must give no finding at all.
 *
 * `UPDATE_SPECS=1` writes what the checker really says into the files.
 */
import assert from "node:assert/strict";
import { eastAsianWidth } from "get-east-asian-width";
import { fromMarkdown } from "mdast-util-from-markdown";
import type { Node } from "unist";
import type { Edit, Finding } from "../../server/src/core/model.ts";

/** A finding that a spec asks for: the span in the draft without its caret lines. */
export interface Expectation {
	readonly rule: string;
	/** null: any severity. */
	readonly severity: string | null;
	readonly start: number;
	readonly end: number;
	/** What the message must contain; "" for anything. */
	readonly words: string;
}

export interface AnnotatedDraft {
	readonly text: string;
	readonly expectations: readonly Expectation[];
}

/** One fence of a spec file; the offsets are those of its content in the file. */
export interface Fence {
	readonly value: string;
	readonly start: number;
	readonly end: number;
}

export interface SpecCase {
	/** The headings, outermost first. */
	readonly title: readonly string[];
	/** YAML texts, the group's before the test's own. */
	readonly settings: readonly string[];
	readonly claims: readonly string[];
	readonly sources: readonly string[];
	readonly draft: Fence;
	/** By the number of the fix, 1 for the first. */
	readonly fixed: ReadonlyMap<number, Fence>;
}

const caretLine = /^( *)(\^+)(?: ([a-z][a-z-]*)(?:\[([a-z]+)\])?(?:: (.*))?)?$/;

/** Columns that a character takes up in an editor with a fixed-width font. */
function width(codePoint: number): number {
	return /^[\p{M}\p{Cf}]$/u.test(String.fromCodePoint(codePoint)) ? 0 : eastAsianWidth(codePoint, { ambiguousAsWide: false });
}

/** Display columns of the first `length` code units of a line. */
function columnOf(line: string, length: number): number {
	let column = 0;
	for (const character of line.slice(0, length)) {
		column += width(character.codePointAt(0) ?? 0);
	}
	return column;
}

/** The offset in a line at a display column; throws where the column is inside a character. */
function offsetOf(line: string, column: number, caret: string): number {
	let at = 0;
	let offset = 0;
	for (const character of line) {
		// Combining characters belong to the character before them, so an end behind them is reached only past them.
		if (at >= column && width(character.codePointAt(0) ?? 0) > 0) {
			break;
		}
		at += width(character.codePointAt(0) ?? 0);
		offset += character.length;
	}
	assert.equal(at, column, `carets do not line up with the characters above them (wide characters take two):\n${line}\n${caret}`);
	return offset;
}

/** Takes the caret lines out of a draft. */
export function readAnnotated(annotated: string): AnnotatedDraft {
	const expectations: Expectation[] = [];
	const kept: string[] = [];
	let lineStart = 0;
	let nextStart = 0;
	for (const line of annotated.split("\n")) {
		const found = caretLine.exec(line);
		if (!found) {
			kept.push(line);
			lineStart = nextStart;
			nextStart += line.length + 1;
			continue;
		}
		const [, indent = "", carets = "", rule, severity, words] = found;
		assert.ok(rule, `a caret line needs a rule id:\n${line}`);
		const above = kept.at(-1);
		assert.ok(above !== undefined, `a caret line needs a line above it:\n${line}`);
		expectations.push({
			rule,
			severity: severity ?? null,
			start: lineStart + offsetOf(above, indent.length, line),
			end: lineStart + offsetOf(above, indent.length + carets.length, line),
			words: words ?? "",
		});
	}
	return { text: kept.join("\n"), expectations };
}

/** The reverse of `readAnnotated`: puts caret lines into a draft. A span that runs over its line is marked to the line's end. */
export function writeAnnotated({ text, expectations }: AnnotatedDraft): string {
	const sorted = [...expectations].sort(
		(a, b) => a.start - b.start || a.end - b.end || compareText(a.rule, b.rule) || compareText(a.words, b.words),
	);
	const out: string[] = [];
	let start = 0;
	let next = 0;
	for (const line of text.split("\n")) {
		out.push(line);
		for (let wanted = sorted[next]; wanted && wanted.start <= start + line.length; wanted = sorted[++next]) {
			const from = columnOf(line, wanted.start - start);
			const to = columnOf(line, Math.min(wanted.end - start, line.length));
			const severity = wanted.severity ? `[${wanted.severity}]` : "";
			const words = wanted.words ? `: ${wanted.words}` : "";
			out.push(`${" ".repeat(from)}${"^".repeat(Math.max(1, to - from))} ${wanted.rule}${severity}${words}`);
		}
		start += line.length + 1;
	}
	return out.join("\n");
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * What was found, said in the words of what was asked for wherever the two agree, so that one comparison of texts shows
 * everything that is missing, too much or different.
 */
export function describeFindings(text: string, findings: readonly Finding[], asked: readonly Expectation[]): Expectation[] {
	const open = [...asked];
	return findings.map((finding) => {
		const message = finding.message.replaceAll("\n", " ");
		const { start, end } = finding.span;
		assert.ok(
			start >= 0 && end > start && end <= text.length,
			`${finding.rule}: the span ${start} to ${end} is not in the draft`,
		);
		// The carets of a span over several lines end with its first line.
		const lineEnd = text.indexOf("\n", start);
		const marked = Math.min(end, lineEnd < 0 ? text.length : lineEnd);
		const index = open.findIndex((wanted) => wanted.rule === finding.rule && wanted.start === start && wanted.end === marked);
		const [wanted] = index < 0 ? [] : open.splice(index, 1);
		return {
			rule: finding.rule,
			severity: wanted?.severity ? finding.severity : null,
			start,
			end: marked,
			words: wanted && message.includes(wanted.words) ? wanted.words : message,
		};
	});
}

/**
 * The draft after the nth fix (1 for the first) of each finding that has so many. As with "fix all", a fix whose edits
 * overlap those of an earlier one is left out.
 */
export function applyFixes(text: string, findings: readonly Finding[], nth: number): string {
	const accepted: Edit[] = [];
	for (const finding of findings) {
		const edits = finding.fixes[nth - 1]?.edits ?? [];
		if (edits.every((edit) => accepted.every((other) => apart(edit, other)))) {
			accepted.push(...edits);
		}
	}
	let fixed = text;
	for (const { span, newText } of accepted.sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end)) {
		fixed = fixed.slice(0, span.start) + newText + fixed.slice(span.end);
	}
	return fixed;
}

function apart({ span: a }: Edit, { span: b }: Edit): boolean {
	return (a.end <= b.start || b.end <= a.start) && !(a.start === b.start && a.end === b.end);
}

/** The tests of a spec file, in order. */
export function readSpec(markdown: string): SpecCase[] {
	interface Section {
		readonly depth: number;
		readonly title: string;
		readonly settings: string[];
		readonly claims: string[];
		readonly sources: string[];
		draft: Fence | null;
		readonly fixed: Map<number, Fence>;
		readonly above: readonly Section[];
	}
	const newSection = (depth: number, title: string, above: readonly Section[]): Section => ({
		depth,
		title,
		settings: [],
		claims: [],
		sources: [],
		draft: null,
		fixed: new Map(),
		above,
	});
	let section = newSection(0, "", []);
	const sections = [section];
	for (const node of fromMarkdown(markdown).children) {
		if (node.type === "heading") {
			const above = [...section.above, section].filter((group) => group.depth < node.depth);
			const { start, end } = spanOf(node);
			section = newSection(node.depth, markdown.slice(start, end).replace(/^#+\s*|\s*#*$/g, ""), above);
			sections.push(section);
		} else if (node.type === "code") {
			const fence = fenceOf(markdown, node.value, spanOf(node));
			switch (node.lang) {
				case "claims":
					section.claims.push(node.value);
					break;
				case "source":
					section.sources.push(node.value);
					break;
				case "settings":
					section.settings.push(node.value);
					break;
				case "draft":
					assert.ok(!section.draft, `"${section.title}" has two drafts: give each a heading`);
					section.draft = fence;
					break;
				case "fixed":
					section.fixed.set(Number(node.meta ?? "1"), fence);
					break;
				default:
			}
		}
	}
	return sections.flatMap(({ draft, fixed, ...own }) => {
		assert.ok(draft || fixed.size === 0, `"${own.title}" says what is fixed, but has no draft`);
		if (!draft) {
			return [];
		}
		// A heading below a test is a test of its own: only groups hand down what they give.
		const given = [...own.above.filter((group) => !group.draft), own];
		return [
			{
				title: [...own.above.map((group) => group.title), own.title].filter(Boolean),
				settings: given.flatMap((each) => each.settings),
				claims: given.flatMap((each) => each.claims),
				sources: given.flatMap((each) => each.sources),
				draft,
				fixed,
			},
		];
	});
}

function spanOf({ position }: Node): { start: number; end: number } {
	const start = position?.start.offset;
	const end = position?.end.offset;
	assert.ok(start !== undefined && end !== undefined);
	return { start, end };
}

/** Where the content of a fence stands in the file. */
function fenceOf(markdown: string, value: string, { start, end }: { start: number; end: number }): Fence {
	const first = markdown.indexOf("\n", start) + 1;
	const last = markdown.lastIndexOf("\n", end - 1);
	return { value, start: first, end: Math.max(first, last) };
}

/** What a checker makes of a draft. */
export type CheckSpec = (draft: string, spec: SpecCase) => Promise<readonly Finding[]>;

/** What was asked for and what came out, as texts to compare. */
export interface SpecOutcome {
	readonly draft: { readonly expected: string; readonly actual: string };
	readonly fixed: ReadonlyMap<number, { readonly expected: string; readonly actual: string }>;
}

/** Runs one test of a spec file. */
export async function runSpec(spec: SpecCase, check: CheckSpec): Promise<SpecOutcome> {
	const asked = readAnnotated(`${spec.draft.value}\n`);
	const findings = await check(asked.text, spec);
	const fixed = new Map<number, { expected: string; actual: string }>();
	for (const [nth, fence] of spec.fixed) {
		fixed.set(nth, { expected: fence.value, actual: applyFixes(asked.text, findings, nth).replace(/\n$/, "") });
	}
	const actual = writeAnnotated({ text: asked.text, expectations: describeFindings(asked.text, findings, asked.expectations) });
	return {
		draft: { expected: writeAnnotated(asked).replace(/\n$/, ""), actual: actual.replace(/\n$/, "") },
		fixed,
	};
}

/** The spec file with what really came out. `outcomes` in the order of `specs`. */
export function updateSpec(markdown: string, specs: readonly SpecCase[], outcomes: readonly SpecOutcome[]): string {
	const changes: { fence: Fence; actual: string }[] = [];
	for (const [index, spec] of specs.entries()) {
		const outcome = outcomes[index];
		if (outcome) {
			changes.push({ fence: spec.draft, actual: outcome.draft.actual });
			for (const [nth, { actual }] of outcome.fixed) {
				const fence = spec.fixed.get(nth);
				if (fence) {
					changes.push({ fence, actual });
				}
			}
		}
	}
	let updated = markdown;
	for (const { fence, actual } of changes.sort((a, b) => b.fence.start - a.fence.start)) {
		const body = fence.end > fence.start || updated[fence.start] === "\n" ? actual : `${actual}\n`;
		updated = updated.slice(0, fence.start) + body + updated.slice(fence.end);
	}
	return updated;
}
