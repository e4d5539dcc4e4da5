/** The words in raw HTML: what a reader sees of it, without tags, comments, scripts and preformatted text. */
import { decodeNamedCharacterReference } from "decode-named-character-reference";
import { decodeNumericCharacterReference } from "micromark-util-decode-numeric-character-reference";
import { PlainText } from "./plainText.ts";
import type { RawCell } from "./rawPassage.ts";

const tagName = /^<(\/?)([A-Za-z][\w-]*)/;
const inlineNames = new Set(
	"a abbr b bdi bdo cite del dfn em font i ins label mark q s small span strong sub sup time u var wbr tt big data".split(" "),
);
/** Elements whose content is not text of the report. */
const silentNames = new Set(["script", "style", "textarea", "pre", "code", "kbd", "samp", "svg", "math", "title"]);

/** What is raised or lowered is a few characters; a tag that nothing closes raises nothing. */
const longestScript = 30;

/** Does to plain text what the tag from `start` to `end` does to it: `<br>` breaks the line, `<sup>` raises, most do nothing. */
export function applyTag(plain: PlainText, text: string, start: number, end: number): void {
	const found = tagName.exec(text.slice(start, end));
	const name = found?.[2]?.toLowerCase();
	if (name === undefined) {
		return;
	}
	if (name === "sup" || name === "sub") {
		const isClosed = text
			.slice(end, end + longestScript)
			.toLowerCase()
			.includes(`</${name}`);
		plain.script = found?.[1] || !isClosed ? null : name === "sup" ? "super" : "sub";
	} else if (name === "br") {
		plain.hardBreak(start, end);
	} else if (name === "img") {
		plain.putObject(start, end);
	} else if (!inlineNames.has(name)) {
		plain.put(" ", start, end);
	}
}

/** What a character reference (`&nbsp;`, `&#160;`, `&#xA0;`) stands for; null where it stands for nothing. */
export function decodeReference(reference: string): string | null {
	const body = reference.slice(1, -1);
	if (body.startsWith("#")) {
		const hex = /^#[xX]/.test(body);
		return decodeNumericCharacterReference(body.slice(hex ? 2 : 1), hex ? 16 : 10);
	}
	return decodeNamedCharacterReference(body) || null;
}

/** A paragraph of text between two block-level tags; the span is its place in the HTML. */
export interface HtmlText {
	readonly plain: PlainText;
	readonly start: number;
	readonly end: number;
	/** Where it stands in a table; null elsewhere. Tables are numbered from 0. */
	readonly cell: RawCell | null;
}

const reference = /^&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,30});/;

/** The paragraphs of text in a block of HTML, in order. */
export function readHtml(html: string): HtmlText[] {
	const texts: HtmlText[] = [];
	const tables = new HtmlTables();
	let plain = new PlainText();
	let first = -1;
	let last = 0;
	const flush = () => {
		if (first >= 0) {
			texts.push({ plain, start: first, end: last, cell: tables.cell });
			plain = new PlainText();
			first = -1;
		}
	};
	const take = (text: string, start: number, end: number) => {
		if (first < 0) {
			if (/^\s*$/.test(text)) {
				return;
			}
			first = start;
		}
		last = end;
		if (text === html.slice(start, end)) {
			plain.copy(html, start, end);
		} else {
			plain.put(text, start, end);
		}
	};
	let at = 0;
	while (at < html.length) {
		const code = html.charAt(at);
		if (code === "<") {
			const end = markupEnd(html, at);
			if (end === at) {
				take("<", at, at + 1);
				at += 1;
				continue;
			}
			const tag = html.slice(at, end);
			const [, closing, raw] = tagName.exec(tag) ?? [];
			const name = raw?.toLowerCase();
			if (name !== undefined && !closing && silentNames.has(name)) {
				flush();
				at = silentEnd(html, end, name);
				continue;
			}
			if (name !== undefined && name !== "br" && name !== "img" && !inlineNames.has(name)) {
				flush();
				tables.pass(name, closing !== "", tag);
			} else if (first >= 0 || name === "sup" || name === "sub") {
				applyTag(plain, html, at, end);
			}
			at = end;
		} else if (code === "&") {
			const found = reference.exec(html.slice(at, at + 40))?.[0] ?? "&";
			take((found.length > 1 && decodeReference(found)) || found, at, at + found.length);
			at += found.length;
		} else if (code === "\n" || code === "\r") {
			let end = at + 1;
			while (end < html.length && /\s/.test(html.charAt(end))) {
				end += 1;
			}
			if (first >= 0) {
				plain.softBreak(at, end);
			}
			at = end;
		} else {
			let end = at + 1;
			while (end < html.length && !"<&\n\r".includes(html.charAt(end))) {
				end += 1;
			}
			take(html.slice(at, end), at, end);
			at = end;
		}
	}
	flush();
	return texts;
}

/** Cells are no wider and no higher, whatever they say. */
const widestSpan = 100;

/** Follows the tables of a piece of HTML from tag to tag. */
class HtmlTables {
	/** The cell that what follows stands in. */
	cell: RawCell | null = null;
	private table = -1;
	private depth = 0;
	private row = -1;
	private column = 0;
	/** By column, how many rows from this one on a cell of a row above reaches into. */
	private taken: number[] = [];

	pass(name: string, isClosing: boolean, tag: string): void {
		switch (name) {
			case "table":
				this.cell = null;
				this.depth = Math.max(0, this.depth + (isClosing ? -1 : 1));
				if (!isClosing && this.depth === 1) {
					this.table += 1;
					this.row = -1;
					this.taken = [];
				}
				break;
			case "tr":
				this.cell = null;
				if (!isClosing && this.depth === 1) {
					this.row += 1;
					this.column = 0;
					this.taken = this.taken.map((rows) => Math.max(0, rows - 1));
				}
				break;
			case "td":
			case "th":
				this.cell = null;
				if (!isClosing && this.depth === 1 && this.row >= 0) {
					this.enterCell(tag);
				}
				break;
			default:
		}
	}

	private enterCell(tag: string): void {
		while ((this.taken[this.column] ?? 0) > 0) {
			this.column += 1;
		}
		this.cell = { table: this.table, row: this.row, column: this.column };
		const columns = spanIn(tag, "colspan");
		const rows = spanIn(tag, "rowspan");
		for (let column = this.column; column < this.column + columns; column++) {
			this.taken[column] = rows;
		}
		this.column += columns;
	}
}

function spanIn(tag: string, name: "colspan" | "rowspan"): number {
	const found = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,3})`, "i").exec(tag.slice(0, 300));
	return Math.min(widestSpan, Math.max(1, Number(found?.[1] ?? 1)));
}

/** Where the tag or comment that begins at `at` ends; `at` where none begins. */
function markupEnd(html: string, at: number): number {
	if (html.startsWith("<!--", at)) {
		const close = html.indexOf("-->", at + 4);
		return close < 0 ? html.length : close + 3;
	}
	if (!/[A-Za-z/!?]/.test(html.charAt(at + 1))) {
		return at;
	}
	let quote = "";
	for (let end = at + 1; end < html.length; end++) {
		const character = html.charAt(end);
		if (quote !== "") {
			quote = character === quote ? "" : quote;
		} else if (character === '"' || character === "'") {
			quote = character;
		} else if (character === ">") {
			return end + 1;
		}
	}
	return html.length;
}

function silentEnd(html: string, at: number, name: string): number {
	const close = new RegExp(`</${name}\\b`, "gi");
	close.lastIndex = at;
	const found = close.exec(html);
	const end = found ? html.indexOf(">", found.index) : -1;
	return end < 0 ? html.length : end + 1;
}
