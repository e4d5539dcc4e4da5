/** Where a silencing comment goes so that nothing around it changes its meaning. */
import type { Block, Draft, Passage } from "../core/draft/draft.ts";
import type { Edit, Span } from "../core/model.ts";

/** A comment to insert, in two parts with the reason between them, so that a client can let the writer type it. */
export interface SilenceEdit {
	/** Where in the draft it is inserted; the span is empty. */
	readonly span: Span;
	readonly before: string;
	readonly after: string;
}

/**
 * The insertion of `<!-- tickmark-ignore-next rule: … -->` on a line of its own above what `span` stands in: above the paragraph or
 * heading, above the whole of a table, inside the list item or quotation where it stands in one, so that lists go on counting.
 * Null where `span` is in no passage.
 */
export function silenceEdit(draft: Draft, span: Span, rule: string): SilenceEdit | null {
	const block = blockAt(draft, span.start);
	const passage = block && passageAt(block, span.start - block.start);
	if (!block || !passage) {
		return null;
	}
	const { text } = draft;
	const anchor = block.start + anchorOf(block, passage);
	const lineStart = startOfLine(text, anchor);
	const prefix = passage.cell ? text.slice(lineStart, anchor).replace(/\|[ \t]*$/, "") : text.slice(lineStart, anchor);
	const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
	const comment = `<!-- tickmark-ignore-next ${rule}: `;
	const marker = listMarker.exec(prefix);
	if (!marker) {
		// A footnote's mark cannot be repeated: the comment stands above its definition.
		const container = prefix.includes("[^") ? "" : prefix;
		return { span: { start: lineStart, end: lineStart }, before: container + comment, after: ` -->${lineEnd}` };
	}
	const inside = prefix.replace(/[^\s>]/g, " ");
	if (/^\[[ xX]\]\s/.test(text.slice(anchor, anchor + 4))) {
		// A task's box must come first in its item, so the comment ends the item before, or stands above the list.
		return { span: { start: lineStart, end: lineStart }, before: inside + comment, after: ` -->${lineEnd}` };
	}
	const at = lineStart + prefix.length;
	return { span: { start: at, end: at }, before: comment, after: ` -->${lineEnd}${inside}` };
}

/** The edit with a reason in it. */
export function withReason({ span, before, after }: SilenceEdit, reason: string): Edit {
	return { span, newText: before + reason + after };
}

const listMarker = /(?:^|[\s>])(?:[-+*]|\d{1,9}[.)])\s+$/;

function anchorOf(block: Block, passage: Passage): number {
	const { cell } = passage;
	if (!cell) {
		return passage.span.start;
	}
	const cells = block.content.passages.filter((other) => other.cell?.table === cell.table);
	return Math.min(...cells.map((other) => other.span.start));
}

function blockAt(draft: Draft, offset: number): Block | undefined {
	let low = 0;
	let high = draft.blocks.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((draft.blocks[middle] as Block).start <= offset) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return draft.blocks[low - 1];
}

function passageAt(block: Block, offset: number): Passage | undefined {
	return block.content.passages.findLast(({ span }) => span.start <= offset && offset <= span.end);
}

function startOfLine(text: string, offset: number): number {
	return Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
}
