/** A passage as the rules about wording read it: folded, cut into sentences and clauses. */
import type { Passage } from "../draft/draft.ts";
import type { Span } from "../model.ts";
import { oncePer } from "../oncePer.ts";
import { fold } from "../text/fold.ts";

export interface Prose {
	/** Folded: Traditional characters are Simplified, widths and spaces plain. Case is as written. */
	readonly text: string;
	/** Sentences of `text`, in order. */
	readonly sentences: readonly Span[];
	/** From a span of `text` to one of the passage's text. */
	span(span: Span): Span;
	/** From an offset of the passage's text to one of `text`. */
	at(offset: number): number;
}

export const proseOf = oncePer((passage: Passage): Prose => {
	const { text, offsets } = fold(passage.text);
	const at = (offset: number): number => {
		let low = 0;
		let high = text.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (offsets.startOf(middle) < offset) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return low;
	};
	return {
		text,
		sentences: passage.sentences.map(({ start, end }) => ({ start: at(start), end: at(end) })),
		span: (span) => offsets.span(span),
		at,
	};
});

/** The sentence that an offset of the text stands in; all of the text where it has none there. */
export function sentenceAt({ text, sentences }: Prose, offset: number): Span {
	let low = 0;
	let high = sentences.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((sentences[middle] as Span).start <= offset) {
			low = middle;
		} else {
			high = middle - 1;
		}
	}
	const found = sentences[low];
	return found && found.start <= offset && offset < found.end ? found : { start: 0, end: text.length };
}

/** How far from a word its clause is looked for, in UTF-16 units: a bound where a text has neither commas nor full stops. */
const reach = 200;

/** The clause around a span, within its sentence: from comma to comma. A comma within a number ends nothing. */
export function clauseAt(text: string, sentence: Span, { start, end }: Span): Span {
	const first = Math.max(sentence.start, start - reach);
	const last = Math.min(sentence.end, end + reach);
	let from = start;
	while (from > first && !endsClause(text, from - 1)) {
		from -= 1;
	}
	let to = end;
	while (to < last && !endsClause(text, to)) {
		to += 1;
	}
	return { start: from, end: to };
}

function endsClause(text: string, at: number): boolean {
	const character = text[at] as string;
	if (character === ",") {
		return !(isDigit(text[at - 1]) && isDigit(text[at + 1]));
	}
	// Korean goes on with "…이며 " where others set a comma.
	return /[;:，；：。!?！？\n|]/.test(character) || (character === " " && text[at - 1] === "며");
}

const isDigit = (character: string | undefined): boolean => character !== undefined && /\d/.test(character);

const opening = /[“「『《]/;
const closing = /[”」』》]/;

/**
 * Whether a span is part of somebody's words or of a title: inside quotation marks that hold more than itself. A word that is
 * set in quotation marks alone (实现“碳中和”) is the writer's own.
 */
export function isQuoted(text: string, { start, end }: Span): boolean {
	const first = Math.max(0, start - reach);
	const last = Math.min(text.length, end + reach);
	let straight = false;
	let open = -1;
	for (let at = first; at < start; at += 1) {
		const character = text[at] as string;
		if (opening.test(character)) {
			open = at;
		} else if (closing.test(character)) {
			open = -1;
		} else if (character === '"') {
			straight = !straight;
			open = straight ? at : -1;
		}
	}
	if (open < 0) {
		return false;
	}
	let close = end;
	while (close < last && !closing.test(text[close] as string) && text[close] !== '"') {
		close += 1;
	}
	return start - open > 2 || close - end > 1;
}

/** Every match of a pattern with the global flag in a stretch of the text; offsets are the text's. */
export function* matchesIn(text: string, { start, end }: Span, pattern: RegExp): Generator<RegExpExecArray> {
	pattern.lastIndex = start;
	for (let match = pattern.exec(text); match && match.index + match[0].length <= end; match = pattern.exec(text)) {
		const next = pattern.lastIndex;
		yield match;
		pattern.lastIndex = next;
	}
}
