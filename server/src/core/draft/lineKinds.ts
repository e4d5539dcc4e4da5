/** What the beginning of a line says about the block that it begins or goes on with, as Markdown has it. */
import type { LineWalker } from "./lines.ts";

const codes = {
	tab: 9,
	space: 32,
	hash: 35,
	dollar: 36,
	asterisk: 42,
	plus: 43,
	dash: 45,
	zero: 48,
	one: 49,
	nine: 57,
	lessThan: 60,
	greaterThan: 62,
	openBracket: 91,
	backtick: 96,
	tilde: 126,
};

/** What opens a block that goes on over blank lines until it is closed: a fence, a formula, a comment and its like. */
export interface Opener {
	/** The marker; a line of at least as many of its characters closes the block. null for HTML. */
	readonly fence: string | null;
	/** HTML is closed at the end of the line in which this stands, at `from` or later. */
	readonly close: string | RegExp;
	readonly from: number;
}

const rawHtml = /<(?:script|pre|style|textarea)(?=[\s>]|$)/iy;
const rawHtmlClose = /<\/(?:script|pre|style|textarea)>/gi;

export function openerAt(text: string, line: LineWalker): Opener | null {
	const at = line.first;
	const code = text.charCodeAt(at);
	if (code === codes.lessThan) {
		return htmlOpenerAt(text, at);
	}
	if (code !== codes.backtick && code !== codes.tilde && code !== codes.dollar) {
		return null;
	}
	let end = at + 1;
	while (end < line.end && text.charCodeAt(end) === code) {
		end += 1;
	}
	if (end - at < (code === codes.dollar ? 2 : 3)) {
		return null;
	}
	const isFence = code === codes.tilde || !text.slice(end, line.end).includes(text.charAt(at));
	return isFence ? { fence: text.slice(at, end), close: "", from: end } : null;
}

function htmlOpenerAt(text: string, at: number): Opener | null {
	if (text.startsWith("<!--", at)) {
		// The dashes of `<!-->` may close what they open.
		return { fence: null, close: "-->", from: at + 2 };
	}
	if (text.startsWith("<?", at)) {
		return { fence: null, close: "?>", from: at + 1 };
	}
	if (text.startsWith("<![CDATA[", at)) {
		return { fence: null, close: "]]>", from: at + 9 };
	}
	if (text.startsWith("<!", at) && /[A-Za-z]/.test(text.charAt(at + 2))) {
		return { fence: null, close: ">", from: at + 3 };
	}
	rawHtml.lastIndex = at;
	return rawHtml.test(text) ? { fence: null, close: rawHtmlClose, from: at } : null;
}

/** Where the end of HTML that is opened begins, before `limit`; -1 where it does not end. */
export function closeOf(text: string, { close, from }: Opener, limit: number): number {
	const within = limit < text.length ? text.slice(from, limit) : text;
	const offset = limit < text.length ? from : 0;
	if (typeof close === "string") {
		const found = within.indexOf(close, from - offset);
		return found < 0 ? -1 : found + offset;
	}
	close.lastIndex = from - offset;
	const found = close.exec(within);
	return found ? found.index + offset : -1;
}

export function isClosingFence(text: string, line: LineWalker, fence: string): boolean {
	if (line.indent >= 4 || !text.startsWith(fence, line.first)) {
		return false;
	}
	let at = line.first;
	const code = fence.charCodeAt(0);
	while (at < line.end && text.charCodeAt(at) === code) {
		at += 1;
	}
	return isBlankBetween(text, at, line.end);
}

/** The number of `#` of a heading that the line is; 0 where it is none. */
export function headingDepth(text: string, line: LineWalker): number {
	let at = line.first;
	while (at < line.end && text.charCodeAt(at) === codes.hash) {
		at += 1;
	}
	const depth = at - line.first;
	return depth <= 6 && isBlankBetween(text, at, Math.min(at + 1, line.end)) ? depth : 0;
}

export interface Item {
	/** Where the item's text begins. */
	readonly textStart: number;
	/** Columns before the item's text; infinite where tabs make that hard to say. */
	readonly textIndent: number;
	readonly hasText: boolean;
	/** Whether such an item may end a paragraph: a bullet or the number 1, with text. */
	readonly interrupts: boolean;
}

/** The list item that the line may begin, indent aside. */
export function itemAt(text: string, line: LineWalker): Item | null {
	const code = text.charCodeAt(line.first);
	let at = line.first;
	const isNumber = code >= codes.zero && code <= codes.nine;
	if (isNumber) {
		while (at < line.end && at - line.first < 10 && text.charCodeAt(at) >= codes.zero && text.charCodeAt(at) <= codes.nine) {
			at += 1;
		}
		if (text[at] !== "." && text[at] !== ")") {
			return null;
		}
	} else if (code !== codes.dash && code !== codes.asterisk && code !== codes.plus) {
		return null;
	}
	at += 1;
	const markerEnd = at;
	let hasTab = line.indent !== line.first - line.start;
	while (at < line.end && isBlankBetween(text, at, at + 1)) {
		hasTab ||= text.charCodeAt(at) === codes.tab;
		at += 1;
	}
	const hasText = at < line.end;
	if ((hasText && at === markerEnd) || (!isNumber && isThematicBreak(text, line))) {
		return null;
	}
	const spaces = hasText && at - markerEnd < 5 ? at - markerEnd : 1;
	return {
		textStart: at,
		textIndent: hasTab ? Number.POSITIVE_INFINITY : line.indent + markerEnd - line.first + spaces,
		hasText,
		interrupts: hasText && (!isNumber || (code === codes.one && markerEnd - line.first === 2)),
	};
}

export function isThematicBreak(text: string, line: LineWalker): boolean {
	const code = text.charCodeAt(line.first);
	if (code !== codes.asterisk && code !== codes.dash && text[line.first] !== "_") {
		return false;
	}
	let count = 0;
	for (let at = line.first; at < line.end; at++) {
		const other = text.charCodeAt(at);
		if (other === code) {
			count += 1;
		} else if (other !== codes.space && other !== codes.tab) {
			return false;
		}
	}
	return count >= 3;
}

const footnote = /\[\^([^\s[\]\\]{1,900})\]:/y;

/** The label of the footnote whose definition the line certainly begins; null where it does not. */
export function footnoteLabel(text: string, line: LineWalker): string | null {
	if (text.charCodeAt(line.first) !== codes.openBracket) {
		return null;
	}
	footnote.lastIndex = line.first;
	return footnote.exec(text)?.[1] ?? null;
}

/** Whether the line may begin a quote or a footnote's definition. */
export function startsOtherContainer(text: string, line: LineWalker): boolean {
	return text.charCodeAt(line.first) === codes.greaterThan || text.startsWith("[^", line.first);
}

/** Whether the line can only be text of a paragraph, if it begins no list item, fence or formula. */
export function isParagraphLine(text: string, line: LineWalker, isFirst: boolean): boolean {
	const character = text.charAt(line.first);
	if (character > "\x7F" || /[A-Za-z0-9("'$%&\\`~@/.,;!?{}]/.test(character)) {
		return true;
	}
	return character === "*" || character === "_" ? !isThematicBreak(text, line) : character === "[" && !isFirst;
}

/** Whether the line is made of what the line below a table's header is made of. */
export function isDelimiterRow(text: string, line: LineWalker): boolean {
	let hasDash = false;
	for (let at = line.first; at < line.end; at++) {
		const character = text.charAt(at);
		if (character === "-") {
			hasDash = true;
		} else if (!"|: \t".includes(character)) {
			return false;
		}
	}
	return hasDash;
}

export function isBlankBetween(text: string, start: number, end: number): boolean {
	for (let at = start; at < end; at++) {
		const code = text.charCodeAt(at);
		if (code !== codes.space && code !== codes.tab) {
			return false;
		}
	}
	return true;
}
