/**
 * Cuts a draft into blocks, so that an edit re-reads one block and not the draft.
 *
 * A cut is made only where Markdown is certainly back at its top level, so that reading the blocks one by one gives what reading
 * the whole would. Where lines leave that in doubt (a fence that may or may not belong to a list item), the parser is asked.
 * The scan is linear and hardly looks beyond the first characters of a line.
 */
import {
	closeOf,
	footnoteLabel,
	headingDepth,
	isClosingFence,
	isDelimiterRow,
	isParagraphLine,
	itemAt,
	type Opener,
	openerAt,
	startsOtherContainer,
} from "./lineKinds.ts";
import { LineWalker } from "./lines.ts";
import { cutParagraph, longParagraph } from "./longParagraph.ts";
import { isCaptionBelow } from "./tables.ts";

/** "inline": a piece of a very long paragraph, to be read as inline Markdown only. */
export interface BlockRange {
	readonly start: number;
	readonly end: number;
	readonly kind: "markdown" | "inline";
	/** Whether it goes on with the block before: where it begins depends on what is there. */
	readonly goesOn: boolean;
}

/** Whether the parser, having read a text, is back at its top level. */
type IsClosedAfter = (text: string) => boolean;

/** A list that is longer is cut between its items; in UTF-16 code units. */
const longList = 4000;
/** A paragraph or heading of one line directly above a table is its caption, unless it is longer. */
const longestCaption = 200;

/** Gives the blocks from `start` on, in order, without the blank lines between them; `start` is at the top level. */
export function* cutBlocks(text: string, start: number, isClosedAfter: IsClosedAfter): Generator<BlockRange, void> {
	const scan = new Scan(text, start, isClosedAfter);
	while (scan.next()) {
		const { blockStart, blockEnd } = scan;
		if (scan.isPlain && blockEnd - blockStart > longParagraph) {
			for (const piece of cutParagraph(text, blockStart, blockEnd)) {
				yield { ...piece, kind: "inline", goesOn: piece.start > blockStart };
			}
		} else {
			yield { start: blockStart, end: blockEnd, kind: "markdown", goesOn: false };
		}
	}
}

class Scan {
	/** The block that `next` has moved to. */
	blockStart = 0;
	blockEnd = 0;
	/** Whether the block is one paragraph, as the beginnings of its lines show. */
	isPlain = false;
	private readonly text: string;
	private readonly isClosedAfter: IsClosedAfter;
	/** The first line behind the block. */
	private readonly line: LineWalker;
	private readonly ahead: LineWalker;
	/** Whether something may be open that a blank line does not close. */
	private inDoubt = false;
	/** The parser is asked again when the block is twice as long as at the last question, so that all questions together stay linear. */
	private askAt = 0;

	constructor(text: string, start: number, isClosedAfter: IsClosedAfter) {
		this.text = text;
		this.isClosedAfter = isClosedAfter;
		this.line = new LineWalker(text, start);
		this.ahead = new LineWalker(text, text.length);
	}

	/** Moves to the next block. @returns false at the end of the text. */
	next(): boolean {
		const { line } = this;
		this.skipBlankLines();
		if (line.isEnd) {
			return false;
		}
		this.blockStart = line.start;
		this.blockEnd = line.end;
		const firstEnd = line.end;
		const isTable = this.isTableNext();
		const isTextLine = this.readBlock() && this.blockEnd === firstEnd;
		if (isTextLine && firstEnd - this.blockStart <= longestCaption && this.isTableNext()) {
			this.skipBlankLines();
			this.readLines();
			this.isPlain = false;
			this.takeCaptionBelow();
		} else if (isTable) {
			this.takeCaptionBelow();
		}
		return true;
	}

	/** A line by itself below a table that says the unit of its figures goes with it, unless another table follows. */
	private takeCaptionBelow(): void {
		const { line, text } = this;
		if (this.inDoubt || line.isEnd || !line.isBlank) {
			return;
		}
		const below = this.nextText();
		const { start, end } = below;
		if (below.isEnd || below.first !== start || end - start > longestCaption || !isCaptionBelow(text.slice(start, end))) {
			return;
		}
		below.moveOn();
		if (!below.isEnd && !below.isBlank) {
			return;
		}
		while (below.isBlank && !below.isEnd) {
			below.moveOn();
		}
		if (!below.isEnd && this.isTableAt(below)) {
			return;
		}
		this.blockEnd = end;
		line.moveTo(start);
		line.moveOn();
	}

	private skipBlankLines(): void {
		const { line } = this;
		while (line.isBlank && !line.isEnd) {
			line.moveOn();
		}
	}

	/** @returns whether the block begins as a heading or a paragraph. */
	private readBlock(): boolean {
		const { line, text } = this;
		this.isPlain = false;
		if (line.indent >= 4) {
			this.readIndentedCode();
			return false;
		}
		const opener = openerAt(text, line);
		if (opener) {
			this.readUntilClosed(opener);
			return false;
		}
		if (headingDepth(text, line) > 0) {
			line.moveOn();
			return true;
		}
		this.readLines();
		return this.isPlain;
	}

	private readIndentedCode(): void {
		const { line } = this;
		for (; !line.isEnd && (line.isBlank || line.indent >= 4); line.moveOn()) {
			this.blockEnd = line.isBlank ? this.blockEnd : line.end;
		}
		if (this.isStrayItem(line)) {
			this.readLines();
			this.isPlain = false;
		}
	}

	/** An item that could not interrupt a paragraph: behind indented code the parser takes it for one, even after blank lines. */
	private isStrayItem(line: LineWalker): boolean {
		const item = line.isEnd || line.indent >= 4 ? null : itemAt(this.text, line);
		return item !== null && !item.interrupts;
	}

	private readUntilClosed(opener: Opener): void {
		const { line, text } = this;
		if (opener.fence === null) {
			const close = closeOf(text, opener, text.length);
			line.moveTo(close < 0 ? text.length : close);
		} else {
			do {
				line.moveOn();
			} while (!line.isEnd && !isClosingFence(text, line, opener.fence));
		}
		this.blockEnd = line.end;
		line.moveOn();
	}

	/** Reads paragraphs, tables, lists, quotes, footnotes and other HTML, up to the first line before which a cut is safe. */
	private readLines(): void {
		const { line, text } = this;
		const { start } = line;
		this.inDoubt = false;
		this.askAt = 0;
		/** In a list item, quote or footnote: what is indented behind a blank line still belongs to it. */
		let inContainer = false;
		let inList = false;
		/** In HTML that ends at a blank line; until then nothing else begins. */
		let inHtml = false;
		/** Indent of the item's text while the block is items of one list and nothing else; else -1. */
		let itemIndent = -1;
		let afterBlank = false;
		let lastIndent = 0;
		let isStray = false;
		this.isPlain = true;
		for (; !line.isEnd; line.moveOn()) {
			if (line.isBlank) {
				isStray = afterBlank ? isStray : lastIndent >= 4 && this.isStrayItem(this.nextText());
				if (!inContainer && !isStray && this.isSafe()) {
					return;
				}
				afterBlank = true;
				inHtml = false;
				continue;
			}
			const atMargin = line.first === line.start;
			const isOutside = line.indent < 4;
			const item = isOutside ? itemAt(text, line) : null;
			const isLong = this.blockEnd - this.blockStart >= longList;
			if (line.start !== start) {
				const goesOn = inContainer ? inList && item && !isLong : true;
				if (afterBlank && atMargin && !goesOn && this.isSafe()) {
					return;
				}
				const opener = isOutside ? openerAt(text, line) : null;
				const isCertain = !this.inDoubt && !inHtml;
				if (isCertain && atMargin) {
					const isNextItem = item?.hasText && (item.interrupts || itemIndent >= 0);
					if (opener || headingDepth(text, line) > 0 || footnoteLabel(text, line) !== null || (isLong && isNextItem)) {
						return;
					}
				} else if (isCertain && opener && !inContainer) {
					return;
				}
				const isInItem = itemIndent >= 0 && line.indent >= itemIndent;
				this.inDoubt ||= opener !== null && !isInItem && (opener.fence !== null || closeOf(text, opener, line.end) < 0);
			}
			if (item && atMargin && (line.start === this.blockStart || itemIndent >= 0)) {
				itemIndent = item.hasText ? item.textIndent : -1;
			} else if (line.indent < itemIndent) {
				itemIndent = -1;
			}
			inList ||= item !== null;
			inContainer ||= item !== null || (isOutside && startsOtherContainer(text, line));
			inHtml ||= text[line.first] === "<";
			this.isPlain &&= !inContainer && isParagraphLine(text, line, line.start === start);
			this.blockEnd = line.end;
			lastIndent = line.indent;
			afterBlank = false;
		}
	}

	/** Whether a cut behind the block's last line is safe. */
	private isSafe(): boolean {
		const size = this.blockEnd - this.blockStart;
		if (!this.inDoubt || size < this.askAt) {
			return !this.inDoubt;
		}
		this.askAt = 2 * size;
		return this.isClosedAfter(this.text.slice(this.blockStart, this.blockEnd));
	}

	/** The next line that is not blank, from where the scan stands on. */
	private nextText(): LineWalker {
		const { ahead } = this;
		ahead.moveTo(this.line.start);
		while (ahead.isBlank && !ahead.isEnd) {
			ahead.moveOn();
		}
		return ahead;
	}

	/** Whether the next line that is not blank is the first of a table. */
	private isTableNext(): boolean {
		return this.isTableAt(this.nextText());
	}

	/** Moves `ahead` on. */
	private isTableAt(ahead: LineWalker): boolean {
		const { text } = this;
		if (ahead.indent >= 4 || !text.slice(ahead.first, ahead.end).includes("|")) {
			return false;
		}
		ahead.moveOn();
		return ahead.indent < 4 && isDelimiterRow(text, ahead);
	}
}
