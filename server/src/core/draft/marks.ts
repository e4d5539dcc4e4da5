/** What is read in a passage's text after Markdown is gone: `[@key]` citations, reference links, formulas. */
import { keyPrefixes } from "../../../data/citations.ts";
import type { Span } from "../model.ts";
import type { OffsetMap } from "../text/offsets.ts";
import type { SourceCitation } from "./draft.ts";
import type { PlainText, Removal } from "./plainText.ts";

/** A stretch to leave out, with the keys of the sources that it cites. */
interface Mark extends Removal {
	readonly keys: readonly { readonly key: string; readonly start: number; readonly end: number }[];
}

/** A finished text, its map to the source, and the citations in it that are no longer in the text. */
export interface MarkedText {
	readonly text: string;
	readonly offsets: OffsetMap;
	readonly sourceCitations: readonly SourceCitation[];
}

/** Finishes a passage's plain text: removes `[@key]` citations, the targets of reference links, and formulas. */
export function finishText(plain: PlainText): MarkedText {
	let marks: readonly Mark[] = [];
	const { text, offsets, removed } = plain.finish((raw) => {
		marks = findMarks(raw);
		return marks;
	});
	const sourceCitations: SourceCitation[] = [];
	for (const [index, mark] of marks.entries()) {
		for (const { key } of mark.keys) {
			sourceCitations.push({ key, span: removed[index] as Span });
		}
	}
	return { text, offsets, sourceCitations };
}

function findMarks(text: string): readonly Mark[] {
	const bracket = text.indexOf("[");
	const dollar = text.indexOf("$");
	if (bracket < 0 && dollar < 0) {
		return [];
	}
	const marks = [...(bracket < 0 ? [] : brackets(text)), ...(dollar < 0 ? [] : formulas(text))];
	marks.sort((a, b) => a.start - b.start);
	let end = 0;
	return marks.filter((mark) => {
		const free = mark.start >= end;
		end = free ? mark.end : end;
		return free;
	});
}

const bracketed = /\[([^[\]]*)\](?:\[([^[\]]*)\])?/g;

function* brackets(text: string): Generator<Mark> {
	bracketed.lastIndex = 0;
	for (let match = bracketed.exec(text); match; match = bracketed.exec(text)) {
		const [whole, inside = "", reference] = match;
		const start = match.index;
		const keys = citedKeys(inside);
		const isCitation = keys.length > 0 && (reference === undefined || citedKeys(reference).length > 0);
		if (isCitation) {
			yield { start, end: start + inside.length + 2, object: false, keys };
			// Brackets right behind may be a citation too.
			bracketed.lastIndex = start + inside.length + 2;
		} else if (reference === undefined) {
			// `[text]` alone is text in brackets unless it is defined somewhere, and a block knows nothing of other blocks.
		} else if (text.charAt(start - 1) === "!") {
			yield { start: start - 1, end: start + whole.length, object: true, keys: [] };
		} else if (!/^\d+$/.test(inside)) {
			// `[text][reference]` is a link, also of a handle (`[@team][site]`); `[1][2]` are two numbered citations.
			yield { start, end: start + 1, object: false, keys: [] };
			yield { start: start + inside.length + 1, end: start + whole.length, object: false, keys: [] };
		}
	}
}

const citedKey = /@([\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}_])?)/gu;

/** Only words that lead to a source may stand before the first key. */
const beforeKey = new RegExp(`^\\s*(?:(?:${keyPrefixes.join("|")})\\s*)?-?@`, "i");

/** The keys in `@key`, `see @key, p. 3` and `@one; @two`; none where the text does not begin with such a key. */
function citedKeys(inside: string): { key: string; start: number; end: number }[] {
	if (!beforeKey.test(inside)) {
		return [];
	}
	return Array.from(inside.matchAll(citedKey), (match) => ({
		key: match[1] as string,
		start: match.index,
		end: match.index + match[0].length,
	}));
}

/** Longer stretches between two dollar signs are prose about money. */
const longestFormula = 300;

/**
 * `$…$` formulas. Drafts are full of dollars, so the signs must touch the formula and something inside must be of a formula:
 * a command, an index, an equation.
 */
function* formulas(text: string): Generator<Mark> {
	let start = text.indexOf("$");
	while (start >= 0) {
		const end = text.indexOf("$", start + 1);
		if (end < 0) {
			return;
		}
		const inside = end - start <= longestFormula ? text.slice(start + 1, end) : "";
		const closed = !/\d/.test(text.charAt(end + 1)) && !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, start - 2), start));
		if (closed && /^[^\s\d]/.test(inside) && /\S$/.test(inside) && !inside.includes("\n") && /[\\^_{=]/.test(inside)) {
			yield { start, end: end + 1, object: true, keys: [] };
			start = text.indexOf("$", end + 1);
		} else {
			start = end;
		}
	}
}
