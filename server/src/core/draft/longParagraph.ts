/** Cuts paragraphs of more than a few pages (a whole draft on one line), so that an edit re-reads one piece of them. */
import type { Span } from "../model.ts";
import { sentenceEnd } from "./sentences.ts";

/** A paragraph that is longer is cut; in UTF-16 code units. */
export const longParagraph = 8000;
const shortestPiece = 2000;
const usualPiece = 6000;
/** A piece is never longer, whatever is open in it. */
const longestPiece = 16_000;

/**
 * Cuts a paragraph of Markdown at ends of sentences where no emphasis, link, code or tag is open. Which of them are cut at is
 * decided by the characters around them, so that an edit does not move all the cuts behind it. Only where no such place is
 * found for many pages it cuts at the end of a sentence or a word with something open.
 */
export function cutParagraph(text: string, start: number, end: number): Span[] {
	const pieces: Span[] = [];
	let open = new OpenMarkup(text);
	let pieceStart = start;
	/** Where the piece is cut if nothing better comes. */
	let fallback = -1;
	for (let at = start; at < end; ) {
		const next = Math.min(end, open.pass(at));
		const length = next - pieceStart;
		let cut = -1;
		if (length >= shortestPiece && next < end && endsSentence(text, next)) {
			fallback = next;
			cut = open.isNothing && (length >= usualPiece || isChosen(text, next)) ? next : -1;
		}
		if (cut < 0 && length >= longestPiece) {
			cut = fallback >= 0 ? fallback : wordEnd(text, pieceStart + shortestPiece, next);
		}
		at = next;
		if (cut >= 0) {
			pieces.push({ start: pieceStart, end: cut });
			pieceStart = skipSpace(text, cut, end);
			at = pieceStart;
			open = new OpenMarkup(text);
			fallback = -1;
		}
	}
	if (pieceStart < end) {
		pieces.push({ start: pieceStart, end });
	}
	return pieces;
}

/** Cuts a very long line of plain text at ends of sentences, and only where there are none at words. */
export function cutPlainText(text: string, start: number, end: number): Span[] {
	const pieces: Span[] = [];
	let pieceStart = start;
	while (end - pieceStart > longestPiece) {
		let cut = -1;
		for (let at = pieceStart + usualPiece; at < pieceStart + longestPiece && cut < 0; at++) {
			cut = ".!?。！？；".includes(text.charAt(at)) ? sentenceEnd(text, at) : -1;
		}
		if (cut < 0) {
			cut = wordEnd(text, pieceStart + shortestPiece, pieceStart + longestPiece);
		}
		pieces.push({ start: pieceStart, end: cut });
		pieceStart = skipSpace(text, cut, end);
	}
	if (pieceStart < end) {
		pieces.push({ start: pieceStart, end });
	}
	return pieces;
}

/** Whether a sentence ends at `at` and the piece behind it can be read without looking back. */
function endsSentence(text: string, at: number): boolean {
	// Emphasis and brackets that follow may belong to the sentence; `www.` behind a full stop without a space is no link.
	return (
		".!?。！？".includes(text.charAt(at - 1)) &&
		/[\p{L}\p{N}\s]/u.test(text.charAt(at)) &&
		!/[wW]/.test(text.charAt(at)) &&
		sentenceEnd(text, at - 1) === at
	);
}

/** True for about one place in four, by the few characters before it. */
function isChosen(text: string, at: number): boolean {
	let hash = 0;
	for (let index = Math.max(0, at - 12); index < at; index++) {
		hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
	}
	return ((hash ^ (hash >>> 15)) & 3) === 0;
}

/** The last white space, else the last place between two ideographs, else the end; never within a surrogate pair. */
function wordEnd(text: string, start: number, end: number): number {
	for (let at = end; at > start; at--) {
		if (/\s/.test(text.charAt(at)) || (text.charAt(at) >= "\u3000" && /[\u3000-\u9FFF]/.test(text.charAt(at - 1)))) {
			return at;
		}
	}
	return /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end;
}

function skipSpace(text: string, start: number, end: number): number {
	let at = start;
	while (at < end && /\s/.test(text.charAt(at))) {
		at += 1;
	}
	return at;
}

/** What may be open at a place in inline Markdown. It errs on the side of open. */
class OpenMarkup {
	private readonly text: string;
	/** Length of the run of backticks that opened code; 0 outside code. */
	private ticks = 0;
	private brackets = 0;
	private parentheses = 0;
	/** What ends the tag or comment; "" outside one. */
	private tagEnd = "";
	private readonly emphasis = new Set<string>();

	constructor(text: string) {
		this.text = text;
	}

	get isNothing(): boolean {
		return this.ticks + this.brackets + this.parentheses + this.emphasis.size === 0 && this.tagEnd === "";
	}

	/** Takes in what stands at `at`. @returns where to go on. */
	pass(at: number): number {
		const { text } = this;
		const character = text.charAt(at);
		if (character === "`") {
			const end = runEnd(text, at);
			if (this.ticks === 0 || this.ticks === end - at) {
				this.ticks = this.ticks === 0 ? end - at : 0;
			}
			return end;
		}
		if (this.ticks > 0) {
			return at + 1;
		}
		switch (character) {
			case "\\":
				return at + 2;
			case "[":
				this.brackets += 1;
				return at + 1;
			case "]":
				this.brackets = Math.max(0, this.brackets - 1);
				this.parentheses += text[at + 1] === "(" ? 1 : 0;
				return text[at + 1] === "(" ? at + 2 : at + 1;
			case "(":
				this.parentheses += this.parentheses > 0 ? 1 : 0;
				return at + 1;
			case ")":
				this.parentheses = Math.max(0, this.parentheses - 1);
				return at + 1;
			case "<":
				if (this.tagEnd === "" && /[A-Za-z/!?]/.test(text.charAt(at + 1))) {
					this.tagEnd = text.startsWith("<!--", at) ? "-->" : ">";
				}
				return at + 1;
			case ">":
				if (this.tagEnd !== "" && text.endsWith(this.tagEnd, at + 1)) {
					this.tagEnd = "";
				}
				return at + 1;
			case "*":
			case "_":
			case "~":
			case "$":
				return this.passRun(at, character);
			default:
				return at + 1;
		}
	}

	private passRun(at: number, character: string): number {
		const { text } = this;
		const end = runEnd(text, at);
		if ((character === "~" || character === "$") && end - at < 2) {
			return end;
		}
		const mayClose = at > 0 && !/\s/.test(text.charAt(at - 1));
		const mayOpen = end < text.length && !/\s/.test(text.charAt(end));
		if (mayClose && this.emphasis.has(character)) {
			this.emphasis.delete(character);
		} else if (mayOpen && !(character === "_" && /[\p{L}\p{N}]/u.test(text.charAt(at - 1)))) {
			this.emphasis.add(character);
		}
		return end;
	}
}

/** Where the run of equal characters that begins at `start` ends. */
function runEnd(text: string, start: number): number {
	const code = text.charCodeAt(start);
	let end = start + 1;
	while (end < text.length && text.charCodeAt(end) === code) {
		end += 1;
	}
	return end;
}
