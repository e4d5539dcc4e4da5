/**
 * Reads the blocks that drafts are mostly made of - paragraphs, headings, lists, tables, quotes, footnotes, comments - when nothing
 * about them is out of the ordinary; everything else is the parser's. Both give the same, which a property test shows.
 */
import { htmlBlockNames } from "micromark-util-html-tag-name";
import { OffsetMap } from "../text/offsets.ts";
import type { PassageKind, Silence } from "./draft.ts";
import { readInline } from "./inline.ts";
import {
	footnoteLabel,
	headingDepth,
	isBlankBetween,
	isClosingFence,
	isDelimiterRow,
	isParagraphLine,
	isThematicBreak,
	itemAt,
	openerAt,
	startsOtherContainer,
} from "./lineKinds.ts";
import { LineWalker } from "./lines.ts";
import { readHtmlBlock } from "./markdown.ts";
import { PlainText } from "./plainText.ts";
import type { RawBlock, RawCell, RawPassage } from "./rawPassage.ts";

/** Quotes inside quotes that are still in the ordinary. */
const deepestQuote = 3;

/** Reads a block, which ends with no blank line. @returns null where it is the parser's. */
export function readQuickly(text: string): RawBlock | null {
	const reader = new QuickBlock(text, 0);
	return reader.read() ? reader : null;
}

class QuickBlock implements RawBlock {
	readonly passages: RawPassage[] = [];
	readonly silences: Silence[] = [];
	private readonly text: string;
	private readonly line: LineWalker;
	private readonly ahead: LineWalker;
	private readonly quoteDepth: number;
	private tables = 0;

	constructor(text: string, quoteDepth: number) {
		this.text = text;
		this.line = new LineWalker(text, 0);
		this.ahead = new LineWalker(text, text.length);
		this.quoteDepth = quoteDepth;
	}

	/** @returns whether the whole block was in the ordinary. */
	read(): boolean {
		const { line } = this;
		while (!line.isEnd) {
			if (line.isBlank) {
				line.moveOn();
			} else if (!this.readPart()) {
				return false;
			}
		}
		return true;
	}

	/** Reads what begins at the line, which is at the top level behind nothing that it could belong to. */
	private readPart(): boolean {
		const { line, text } = this;
		if (line.indent >= 4) {
			return line.start === 0 && this.isIndentedCode();
		}
		const character = text[line.first];
		if (character === "<") {
			return line.start === 0 && this.readHtml();
		}
		if (character === "#") {
			return this.readHeading();
		}
		if (character === ">") {
			return line.start === 0 && this.readQuote();
		}
		if (openerAt(text, line)) {
			return line.start === 0 && this.isFence();
		}
		if (isThematicBreak(text, line)) {
			line.moveOn();
			return true;
		}
		if (this.isTable()) {
			return this.readTable();
		}
		if (itemAt(text, line)) {
			return this.readList();
		}
		const label = footnoteLabel(text, line);
		if (label !== null) {
			return this.readFootnote(label);
		}
		return isParagraphLine(text, line, true) && this.readParagraph();
	}

	private isIndentedCode(): boolean {
		const { line } = this;
		while (!line.isEnd && (line.isBlank || line.indent >= 4)) {
			line.moveOn();
		}
		return line.isEnd;
	}

	private isFence(): boolean {
		const { line, text } = this;
		const fence = openerAt(text, line)?.fence ?? "";
		do {
			line.moveOn();
		} while (!line.isEnd && !isClosingFence(text, line, fence));
		line.moveOn();
		return line.isEnd;
	}

	private readHtml(): boolean {
		const { line, text } = this;
		if (text.startsWith("<!--", line.first)) {
			const close = text.indexOf("-->", line.first + 4);
			if (close < 0 || /[^ \t\r\n]/.test(text.slice(close + 3))) {
				return false;
			}
		} else {
			const name = /^<\/?([A-Za-z][A-Za-z0-9]*)(?=[\s>]|\/>|$)/.exec(text.slice(line.first, line.first + 20))?.[1];
			if (
				name === undefined ||
				!htmlBlockNames.includes(name.toLowerCase()) ||
				/(?:^|\n|\r(?!\n))[ \t]*[\r\n]/.test(text.trimEnd())
			) {
				return false;
			}
		}
		const { passages, silences } = readHtmlBlock(text, "paragraph", OffsetMap.identity(text.length));
		this.passages.push(...passages);
		this.silences.push(...silences);
		line.moveTo(text.length);
		return true;
	}

	private readHeading(): boolean {
		const { line, text } = this;
		const depth = headingDepth(text, line);
		const start = skipBlank(text, line.first + depth, line.end);
		const end = trimBlank(text, start, line.end);
		if (depth === 0 || text[end - 1] === "#") {
			return false;
		}
		this.add("heading", line.first, line.end, start, end, { depth });
		line.moveOn();
		return true;
	}

	/** A paragraph, up to a blank line or a table. */
	private readParagraph(): boolean {
		const { line, text } = this;
		const start = line.first;
		let end = line.end;
		for (line.moveOn(); !line.isEnd && !line.isBlank && !this.isTable(); line.moveOn()) {
			if (!this.goesOnWithParagraph()) {
				return false;
			}
			end = line.end;
		}
		this.add("paragraph", start, end, start, trimBlank(text, start, end));
		return true;
	}

	/** Whether the line, behind a line of a paragraph, certainly goes on with it. */
	private goesOnWithParagraph(): boolean {
		const { line, text } = this;
		return (
			isParagraphLine(text, line, false) &&
			!openerAt(text, line) &&
			!itemAt(text, line) &&
			!startsOtherContainer(text, line) &&
			!isThematicBreak(text, line)
		);
	}

	private readFootnote(label: string): boolean {
		const { line } = this;
		return this.readItemText("footnote", line.first + label.length + 4, label) && this.isBlankToEnd();
	}

	private readList(): boolean {
		const { line, text } = this;
		/** The columns at which the texts of the open items begin, outermost first. */
		const open: number[] = [];
		let afterBlank = false;
		while (!line.isEnd) {
			if (line.isBlank) {
				afterBlank = true;
				line.moveOn();
				continue;
			}
			const depth = open.length;
			while ((open.at(-1) ?? 0) > line.indent) {
				open.pop();
			}
			const item = itemAt(text, line);
			const isNew = open.length < depth || depth === 0;
			if (!item?.hasText || item.textIndent === Number.POSITIVE_INFINITY || line.indent - (open.at(-1) ?? 0) >= 4) {
				return false;
			}
			const isCode = item.textStart - line.first > 14 || item.textIndent - line.indent < item.textStart - line.first;
			if (isCode || !(isNew || (item.interrupts && !afterBlank))) {
				return false;
			}
			open.push(item.textIndent);
			if (!this.readItemText("list-item", item.textStart, null)) {
				return false;
			}
			afterBlank = false;
		}
		return true;
	}

	/** The one paragraph of a list item or footnote, up to a blank line or the next item. */
	private readItemText(kind: "list-item" | "footnote", itemStart: number, footnote: string | null): boolean {
		const { line, ahead, text } = this;
		let start = skipBlank(text, itemStart, line.end);
		ahead.moveTo(start);
		const isTask = kind === "list-item" && /^\[[ xX]\][ \t]+[^ \t\r\n]/.test(text.slice(start, ahead.end));
		if (isTask) {
			start = skipBlank(text, start + 3, ahead.end);
		}
		const isText =
			isParagraphLine(text, ahead, false) && !itemAt(text, ahead) && !startsOtherContainer(text, ahead) && !openerAt(text, ahead);
		const isStrange = text[start] === "[" && /^\[[ xX]\][ \t]*$|\]:/.test(text.slice(start, ahead.end));
		if (start >= ahead.end || !isText || isStrange) {
			return false;
		}
		let end = line.end;
		for (line.moveOn(); !line.isEnd && !line.isBlank && !itemAt(text, line); line.moveOn()) {
			if (!this.goesOnWithParagraph()) {
				return false;
			}
			end = line.end;
		}
		this.add(kind, ahead.first, end, start, trimBlank(text, start, end), { footnote });
		return true;
	}

	private isBlankToEnd(): boolean {
		const { line } = this;
		while (line.isBlank && !line.isEnd) {
			line.moveOn();
		}
		return line.isEnd;
	}

	private readQuote(): boolean {
		const { line, text, quoteDepth } = this;
		if (quoteDepth >= deepestQuote) {
			return false;
		}
		const inner = new PlainText();
		for (; !line.isEnd; line.moveOn()) {
			const marker = line.first + 1;
			if (text[line.first] !== ">" || line.indent >= 4 || text[marker] === "\t") {
				return false;
			}
			inner.copy(text, text[marker] === " " ? marker + 1 : marker, line.next);
		}
		const quoted = inner.finish(() => []);
		const block = new QuickBlock(quoted.text.trimEnd(), quoteDepth + 1);
		if (!block.read()) {
			return false;
		}
		for (const passage of block.passages) {
			this.passages.push({
				...passage,
				kind: "quote",
				depth: 0,
				span: quoted.offsets.span(passage.span),
				offsets: quoted.offsets.compose(passage.offsets),
				sourceCitations: passage.sourceCitations.map(({ key, span }) => ({ key, span: quoted.offsets.span(span) })),
			});
		}
		this.silences.push(...block.silences.map((silence) => ({ ...silence, span: quoted.offsets.span(silence.span) })));
		return true;
	}

	/** Whether the line and the next are the header of a table. */
	private isTable(): boolean {
		const { line, ahead, text } = this;
		if (line.indent >= 4 || !text.slice(line.first, line.end).includes("|")) {
			return false;
		}
		ahead.moveTo(line.next);
		return (
			ahead.indent < 4 && isDelimiterRow(text, ahead) && !itemAt(text, ahead) && text.slice(ahead.first, ahead.end).includes("|")
		);
	}

	private readTable(): boolean {
		const { line, text } = this;
		const table = this.tables;
		this.tables += 1;
		const header = cellsOf(text, line.first, line.end);
		if (text[line.first] !== "|" && !this.goesOnWithParagraph()) {
			return false;
		}
		this.addRow(header, table, 0);
		line.moveOn();
		const delimiters = cellsOf(text, line.first, line.end);
		if (delimiters.length !== header.length || !delimiters.every(([start, end]) => /^:?-+:?$/.test(text.slice(start, end)))) {
			return false;
		}
		line.moveOn();
		for (let row = 1; !line.isEnd && !line.isBlank; row++) {
			if (line.indent >= 4 || (text[line.first] !== "|" && !this.goesOnWithParagraph())) {
				return false;
			}
			this.addRow(cellsOf(text, line.first, line.end), table, row);
			line.moveOn();
		}
		return true;
	}

	private addRow(cells: readonly (readonly [number, number])[], table: number, row: number): void {
		for (const [column, [start, end]] of cells.entries()) {
			this.add("cell", start, end, start, end, { cell: { table, row, column } });
		}
	}

	private add(
		kind: PassageKind,
		spanStart: number,
		spanEnd: number,
		start: number,
		end: number,
		{ depth = 0, cell = null, footnote = null }: { depth?: number; cell?: RawCell | null; footnote?: string | null } = {},
	): void {
		const { text, offsets, sourceCitations } = readInline(this.text.slice(start, end), start, this.silences);
		if (/\S/.test(text) || sourceCitations.length > 0) {
			this.passages.push({
				kind,
				depth,
				span: { start: spanStart, end: spanEnd },
				text,
				offsets,
				sourceCitations,
				cell,
				footnote,
			});
		}
	}
}

/** The places of a table row's cells, less the white space around their text. */
function cellsOf(text: string, start: number, end: number): [number, number][] {
	const cells: [number, number][] = [];
	let from = start;
	const add = (to: number) => {
		const first = skipBlank(text, from, to);
		cells.push([first, trimBlank(text, first, to)]);
		from = to + 1;
	};
	for (let at = start; at < end; at++) {
		const character = text[at];
		if (character === "\\" && (text[at + 1] === "\\" || text[at + 1] === "|")) {
			at += 1;
		} else if (character === "|") {
			if (at > start) {
				add(at);
			} else {
				from = at + 1;
			}
		}
	}
	if (!isBlankBetween(text, from, end)) {
		add(end);
	}
	return cells;
}

function skipBlank(text: string, start: number, end: number): number {
	let at = start;
	while (at < end && (text[at] === " " || text[at] === "\t")) {
		at += 1;
	}
	return at;
}

function trimBlank(text: string, start: number, end: number): number {
	let at = end;
	while (at > start && (text[at - 1] === " " || text[at - 1] === "\t")) {
		at -= 1;
	}
	return at;
}
