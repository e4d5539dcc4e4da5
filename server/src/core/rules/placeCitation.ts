/** Where a citation goes in a draft. */
import { citationHeaders, frameworkNames } from "../../../data/frameworks/citationWords.ts";
import type { CellPosition, Passage } from "../draft/draft.ts";
import { oneOf } from "../frameworks/scanner.ts";
import type { Edit, Span } from "../model.ts";
import type { RuleContext } from "./rule.ts";

const closers = /["'”’»」』]/;
const sentenceEnd = /[.。!！?？;；:：…,，、]/;

/** How a citation is set off from the text in front of it. */
export interface Setting {
	/** Brackets of full width, as Chinese has them. */
	readonly fullWidth: boolean;
	/** No space in front of the bracket, as in Korean. */
	readonly close: boolean;
}

/**
 * The edit that adds a citation to a sentence (in brackets before its full stop, or within the brackets that cite another
 * framework there) or to a table's row (in the cell that holds its citations, else behind the row's label).
 */
export function placeCitation(
	context: RuleContext,
	passage: Passage,
	sentence: Span,
	row: readonly Passage[] | null,
	printed: string,
	setting: Setting,
): Edit {
	if (row) {
		return placeInRow(context, passage, row, printed, setting);
	}
	const { text } = passage;
	let end = sentence.end;
	while (end > sentence.start && /\s/.test(text[end - 1] as string)) {
		end -= 1;
	}
	let at = end;
	while (at > sentence.start && closers.test(text[at - 1] as string)) {
		at -= 1;
	}
	const stopped = at > sentence.start && sentenceEnd.test(text[at - 1] as string);
	let before = stopped ? at - 1 : end;
	while (stopped && before > sentence.start && sentenceEnd.test(text[before - 1] as string)) {
		before -= 1; // "..."
	}
	const bracket = citingBracket(passage, sentence, before);
	if (bracket !== null) {
		return insert(
			context.source(passage, { start: bracket, end: bracket + 1 }).start,
			`${text[bracket] === "）" ? "；" : "; "}${printed}`,
		);
	}
	const offset = stopped
		? context.source(passage, { start: before, end: before + 1 }).start
		: behindMarkup(context.block.content.text, context.source(passage, { start: Math.max(sentence.start, end - 1), end }).end);
	return insert(offset, inBrackets(printed, setting));
}

function placeInRow(context: RuleContext, label: Passage, row: readonly Passage[], printed: string, setting: Setting): Edit {
	const source = context.block.content.text;
	const citing = row.find(
		(cell) => cell.citations.length > 0 && cell.figures.every((figure) => !figure.checkworthy) && cell !== label,
	);
	const empty = citing ? null : emptyCell(context, row, printed);
	if (empty !== null) {
		return insert(empty, ` ${printed}`);
	}
	const cell = citing ?? label;
	const last = cell.text.trimEnd().length;
	const end = behindMarkup(source, context.source(cell, { start: Math.max(0, last - 1), end: last }).end);
	return insert(end, citing ? `; ${printed}` : inBrackets(printed, setting));
}

const citationHeader = new RegExp(oneOf(citationHeaders));
const names = Object.entries(frameworkNames).map(([id, patterns]) => [id, new RegExp(oneOf(patterns))] as const);

/**
 * The offset behind the bar that opens the row's empty cell in the column for citations; null where the table has no such
 * column, where it is another framework's, or where the row has something else in it.
 */
function emptyCell(context: RuleContext, row: readonly Passage[], printed: string): number | null {
	const { passages, text } = context.block.content;
	const own = row[0]?.cell;
	const header = passages.find(
		({ cell, text: title }) => cell?.row === 0 && cell.table === own?.table && holdsCitations(title, printed),
	);
	if (!own || !header?.cell || row.some(({ cell }) => cell?.column === header.cell?.column)) {
		return null;
	}
	const { column } = header.cell;
	const before = row.filter(({ cell }) => (cell as CellPosition).column < column).at(-1);
	if (!before) {
		return null;
	}
	let at = before.span.end;
	for (let bars = (before.cell as CellPosition).column; bars < column; at += 1) {
		const character = text[at];
		if (character === undefined || character === "\n") {
			return null;
		}
		if (character === "\\") {
			at += 1;
		} else if (character === "|") {
			bars += 1;
		}
	}
	return /^[ \t]*\|/.test(text.slice(at, at + 100)) ? at : null;
}

/** Whether a header says that its column holds citations of the framework that is printed, or of any. */
function holdsCitations(header: string, printed: string): boolean {
	const named = names.filter(([, pattern]) => pattern.test(header));
	return named.length > 0 ? named.some(([, pattern]) => pattern.test(printed)) : citationHeader.test(header);
}

function inBrackets(printed: string, { fullWidth, close }: Setting): string {
	return fullWidth ? `（${printed}）` : close ? `(${printed})` : ` (${printed})`;
}

function insert(at: number, newText: string): Edit {
	return { span: { start: at, end: at }, newText };
}

/** The offset of the closing bracket right before `end` when a framework is cited within the brackets, else null. */
function citingBracket(passage: Passage, sentence: Span, end: number): number | null {
	const close = end - 1;
	if (close <= sentence.start || !/[)）]/.test(passage.text[close] as string)) {
		return null;
	}
	const open = Math.max(passage.text.lastIndexOf("(", close), passage.text.lastIndexOf("（", close));
	const cites = open >= sentence.start && passage.citations.some(({ span }) => span.start > open && span.end <= close);
	return cites ? close : null;
}

/** Past emphasis marks, link targets and footnote references that close right behind an offset. */
function behindMarkup(source: string, offset: number): number {
	const markup = /[*_~]{1,3}|\]\([^()\s]{0,500}\)|\[\^[^\]\s]{1,60}\]/y;
	let at = offset;
	for (markup.lastIndex = at; markup.test(source); at = markup.lastIndex) {
		// one after another: "**[t](u)**[^1]"
	}
	return at;
}
