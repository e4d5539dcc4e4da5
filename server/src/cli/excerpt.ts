/** Lines of a draft as a terminal shows them: how wide each character is, where a long line breaks, what stands under what. */
import stringWidth from "string-width";
import type { Span } from "../core/model.ts";

/** One character as a reader sees it (a grapheme), with its place in the line and on the screen. */
interface Cell extends Span {
	readonly shown: string;
	readonly width: number;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

function cellsOf(text: string, offset = 0): Cell[] {
	const cells: Cell[] = [];
	for (const { segment, index } of graphemes.segment(text)) {
		const shown = printable(segment);
		cells.push({ start: offset + index, end: offset + index + segment.length, shown, width: widthOf(shown) });
	}
	return cells;
}

function widthOf(shown: string): number {
	if (shown.length === 1) {
		const code = shown.charCodeAt(0);
		// The commonest characters by far: ASCII, Chinese characters, Korean syllables.
		if (code < 0x7f) {
			return 1;
		}
		if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3)) {
			return 2;
		}
	}
	return stringWidth(shown);
}

/** Text that may go to a terminal: what would move the cursor, colour or reorder the rest is shown or left out, never sent. */
export function printable(text: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point
	return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, (character) => {
		const code = character.charCodeAt(0);
		if (character === "\t") {
			return "  ";
		}
		return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? "\u2421" : "";
	});
}

/** Columns that a text takes on the screen. */
export function columnsOf(text: string): number {
	return stringWidth(text);
}

/** `text` with spaces after it up to `width` columns. */
export function padColumns(text: string, width: number): string {
	return text + " ".repeat(Math.max(0, width - stringWidth(text)));
}

/** `text` cut to `width` columns, with an ellipsis where something is missing. */
export function fitColumns(text: string, width: number): string {
	// A character takes at least no column: look at a bounded stretch, however long the text is.
	const cells = cellsOf(text.slice(0, width * 8));
	let used = 0;
	let shown = "";
	for (const cell of cells) {
		if (used + cell.width > width) {
			while (used > width - 1) {
				const last = [...graphemes.segment(shown)].at(-1)?.segment ?? "";
				shown = shown.slice(0, shown.length - last.length);
				used -= stringWidth(last);
			}
			return `${shown}…`;
		}
		shown += cell.shown;
		used += cell.width;
	}
	return shown;
}

/** One row of the screen that shows a stretch of a line. */
export class Row implements Span {
	readonly start: number;
	readonly end: number;
	readonly text: string;
	private readonly cells: readonly Cell[];
	private readonly lead: number;

	/** @param before and @param after stand for what is left out at the ends. */
	constructor(cells: readonly Cell[], start: number, before = "", after = "") {
		this.cells = cells;
		this.start = cells[0]?.start ?? start;
		this.end = cells.at(-1)?.end ?? start;
		const text = before + cells.map((cell) => cell.shown).join("");
		this.text = text.trimEnd() + after;
		this.lead = stringWidth(before);
	}

	/** Where a span of the line stands in this row, in columns; null where it does not. An empty span is one column wide. */
	columns(span: Span): { readonly start: number; readonly width: number } | null {
		let column = this.lead;
		let start = -1;
		let end = -1;
		for (const cell of this.cells) {
			const inside = span.end > span.start ? cell.start < span.end && span.start < cell.end : cell.start === span.start;
			if (inside) {
				start = start < 0 ? column : start;
				end = column + cell.width;
			}
			column += cell.width;
		}
		if (start < 0 && span.start === this.end && span.end >= span.start && span.start >= this.start) {
			return span.end === span.start ? { start: column, width: 1 } : null;
		}
		return start < 0 ? null : { start, width: Math.max(1, end - start) };
	}
}

/**
 * A line in rows of at most `width` columns: broken at spaces and between wide characters, and not inside `keep` where that
 * can be helped.
 */
export function wrapLine(line: string, width: number, keep: readonly Span[]): readonly Row[] {
	const cells = cellsOf(line);
	const rows: Row[] = [];
	let next = 0; // the first of `keep` that ends after the row's start
	let from = 0;
	while (from < cells.length) {
		let used = 0;
		let to = from;
		while (to < cells.length && used + (cells[to] as Cell).width <= width) {
			used += (cells[to] as Cell).width;
			to += 1;
		}
		to = Math.max(to, from + 1);
		if (to < cells.length) {
			to = breakBefore(cells, from, to);
			const cut = (cells[to] as Cell).start;
			while (next < keep.length && (keep[next] as Span).end <= cut) {
				next += 1;
			}
			const held = keep[next];
			if (held && held.start < cut && held.start > (cells[from] as Cell).start) {
				while (to > from + 1 && (cells[to - 1] as Cell).end > held.start) {
					to -= 1;
				}
			}
		}
		rows.push(new Row(cells.slice(from, to), (cells[from] as Cell).start));
		from = to;
		while (from < cells.length && (cells[from] as Cell).shown === " ") {
			from += 1;
		}
	}
	return rows.length > 0 ? rows : [new Row([], 0)];
}

/** The last place up to `to` where a row that begins at `from` may end. */
function breakBefore(cells: readonly Cell[], from: number, to: number): number {
	for (let at = to; at > from + 1 && at > to - 40; at -= 1) {
		const left = cells[at - 1] as Cell;
		const right = cells[at] as Cell;
		if (right.shown === " " || left.shown === " " || (isIdeograph(left) && isIdeograph(right) && !closing.test(right.shown))) {
			return at;
		}
	}
	return to;
}

/** A wide character that a line may be broken beside: Chinese and its punctuation, but not Korean, which has spaces between words. */
function isIdeograph({ shown, width }: Cell): boolean {
	return width === 2 && !/\p{Script=Hangul}/u.test(shown);
}

const closing = /^[、。，．！？：；）」』】》〉”’％]/;

/** One row of at most `width` columns that shows the part of a line around a span. */
export function rowAround(line: string, span: Span, width: number): Row {
	// However long the line is, only its part around the span is looked at.
	const reach = width * 4;
	const from = wholeCharacter(line, Math.max(0, span.start - reach));
	const to = wholeCharacter(line, Math.min(line.length, Math.max(span.start, Math.min(span.end, span.start + reach)) + reach));
	const cells = cellsOf(line.slice(from, to), from);
	const first = cells.findIndex((cell) => cell.end > span.start);
	let left = first < 0 ? cells.length : first;
	let right = left;
	let used = 0;
	const room = width - 4; // for "… " and " …"
	const add = (index: number): boolean => {
		const cell = cells[index];
		if (!cell || used + cell.width > room) {
			return false;
		}
		used += cell.width;
		return true;
	};
	while (right < cells.length && (cells[right] as Cell).start < span.end && add(right)) {
		right += 1;
	}
	// Then both sides in turn: what stands before a figure says what it is, what stands after it seldom.
	for (let more = true; more; ) {
		more = false;
		for (let step = 0; step < 2 && left > 0 && add(left - 1); step += 1) {
			left -= 1;
			more = true;
		}
		if (add(right)) {
			right += 1;
			more = true;
		}
	}
	const cutLeft = left > 0 || from > 0;
	const cutRight = right < cells.length || to < line.length;
	// No leading white space, and no half words at the cuts where a space is near.
	if (cutLeft) {
		left = nextSpace(cells, left, Math.min(first < 0 ? cells.length : first, left + 12));
	}
	if (cutRight) {
		right = previousSpace(cells, right, Math.max(0, right - 12, cells.findLastIndex((cell) => cell.start < span.end) + 1));
	}
	while (left < first && (cells[left] as Cell).shown.trim() === "") {
		left += 1;
	}
	return new Row(cells.slice(left, right), span.start, cutLeft ? "… " : "", cutRight ? " …" : "");
}

function nextSpace(cells: readonly Cell[], from: number, to: number): number {
	for (let at = from; at < to; at += 1) {
		if ((cells[at] as Cell).shown === " ") {
			return at + 1;
		}
		if (isIdeograph(cells[at] as Cell)) {
			return at;
		}
	}
	return from;
}

function previousSpace(cells: readonly Cell[], from: number, to: number): number {
	for (let at = from; at > to; at -= 1) {
		if (cells[at]?.shown === " " || (cells[at - 1] as Cell).shown === " " || isIdeograph(cells[at - 1] as Cell)) {
			return at;
		}
	}
	return from;
}

function wholeCharacter(text: string, offset: number): number {
	const code = text.charCodeAt(offset);
	return offset > 0 && offset < text.length && code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}
