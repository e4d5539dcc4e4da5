import type { Silence } from "./draft.ts";
import { readInline } from "./inline.ts";
import { LineWalker } from "./lines.ts";
import { readMarkdown } from "./markdown.ts";
import { readQuickly } from "./quickBlock.ts";
import type { RawBlock, RawPassage } from "./rawPassage.ts";

/**
 * The parser's time grows with the length of a text times the markup in it that never closes. No block of a report has more
 * than this; where there is more, the block is read line by line.
 */
const parserBudget = 16_000_000;

/** Reads one block of a draft. */
export function readRaw(text: string, kind: "markdown" | "inline"): RawBlock {
	if (kind === "inline") {
		const silences: Silence[] = [];
		const passage = paragraphOf(text, 0, text.length, silences);
		return { passages: passage ? [passage] : [], silences };
	}
	return readQuickly(text) ?? (mayParse(text) ? readMarkdown(text) : readLines(text));
}

/** The parser's time also grows with the depth of quotes and lists; a line of so many markers is no report. */
const deep = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){40}/m;

function mayParse(text: string): boolean {
	if (deep.test(text)) {
		return false;
	}
	const most = parserBudget / text.length;
	let markers = 0;
	for (const _ of text.length > most ? text.matchAll(/[\\`*_[\]<>&~$|!\r\n]/g) : []) {
		markers += 1;
		if (markers > most) {
			return false;
		}
	}
	return true;
}

const lineStart = /^(?:[ \t]|>|[-+*][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t])*/;

/** Each line by itself: what is left for a block that the parser would take minutes to read. */
function readLines(text: string): RawBlock {
	const passages: RawPassage[] = [];
	const silences: Silence[] = [];
	for (const line = new LineWalker(text, 0); !line.isEnd; line.moveOn()) {
		const markers = lineStart.exec(text.slice(line.start, line.end))?.[0] ?? "";
		const passage = paragraphOf(text, line.start + markers.length, line.end, silences);
		if (passage) {
			passages.push({ ...passage, kind: markers.includes(">") ? "quote" : /[-+*.)]/.test(markers) ? "list-item" : "paragraph" });
		}
	}
	return { passages, silences };
}

function paragraphOf(text: string, start: number, end: number, silences: Silence[]): RawPassage | null {
	let last = end;
	while (last > start && (text[last - 1] === " " || text[last - 1] === "\t")) {
		last -= 1;
	}
	const inline = readInline(text.slice(start, last), start, silences);
	if (!/\S/.test(inline.text) && inline.sourceCitations.length === 0) {
		return null;
	}
	return { kind: "paragraph", depth: 0, span: { start, end: last }, cell: null, footnote: null, ...inline };
}
