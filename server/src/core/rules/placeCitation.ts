/** Where a citation goes in a draft. */
import type { Passage } from "../draft/draft.ts";
import type { Edit, Span } from "../model.ts";
import type { RuleContext } from "./rule.ts";

const closers = /["'”’»」』]/;
const sentenceEnd = /[.。!！?？;；:：…]/;

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
	style: { readonly fullWidth: boolean },
): Edit {
	if (row) {
		return placeInRow(context, passage, row, printed, style.fullWidth);
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
	const before = stopped ? at - 1 : end;
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
	return insert(offset, inBrackets(printed, style.fullWidth));
}

function placeInRow(context: RuleContext, label: Passage, row: readonly Passage[], printed: string, fullWidth: boolean): Edit {
	const source = context.block.content.text;
	const citing = row.find(
		(cell) => cell.citations.length > 0 && cell.figures.every((figure) => !figure.checkworthy) && cell !== label,
	);
	const cell = citing ?? label;
	const last = cell.text.trimEnd().length;
	const end = behindMarkup(source, context.source(cell, { start: Math.max(0, last - 1), end: last }).end);
	return insert(end, citing ? `; ${printed}` : inBrackets(printed, fullWidth));
}

function inBrackets(printed: string, fullWidth: boolean): string {
	return fullWidth ? `（${printed}）` : ` (${printed})`;
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
