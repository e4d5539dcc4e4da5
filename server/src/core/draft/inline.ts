/**
 * Reads inline Markdown. Most text has little markup, and simple markup at that: that is read here, many times faster than by
 * the parser. Whatever is not plainly simple goes to the parser. Both give the same, which a property test shows.
 */
import { OffsetMap } from "../text/offsets.ts";
import type { Silence, SourceCitation } from "./draft.ts";
import { applyTag, decodeReference } from "./html.ts";
import { readInlineMarkdown } from "./markdown.ts";
import { finishText, type MarkedText } from "./marks.ts";
import { PlainText } from "./plainText.ts";
import { readSilences } from "./silence.ts";

/**
 * The parser's time grows with the length of a text times the markup in it that never closes. No prose has more of that than
 * this; where there is more, what is not simple is left as it stands.
 */
const parserBudget = 4_000_000;

const special = /[\0\\`*_[<&~$\r\n]|!\[|https?:\/\/|www\.|@/gi;

/**
 * @param text inline Markdown without white space at its ends.
 * @param base where it stands in its block.
 * @param silences silencing comments are added here.
 */
export function readInline(text: string, base: number, silences: Silence[]): MarkedText {
	if (text.search(special) < 0) {
		return { text, offsets: OffsetMap.identity(text.length, base), sourceCitations: [] };
	}
	const quick = new QuickInline(text, base, false);
	if (quick.read()) {
		silences.push(...quick.silences);
		return finish(quick.plain, quick.sourceCitations);
	}
	const markers = text.match(special)?.length ?? 0;
	if (markers * text.length > parserBudget) {
		const rough = new QuickInline(text, base, true);
		rough.read();
		silences.push(...rough.silences);
		return finish(rough.plain, rough.sourceCitations);
	}
	return readInlineByParser(text, base, silences);
}

/** The same by the parser alone. */
export function readInlineByParser(text: string, base: number, silences: Silence[]): MarkedText {
	const plain = new PlainText(base);
	return finish(plain, readInlineMarkdown(text, base, plain, silences));
}

function finish(plain: PlainText, footnoteCalls: readonly SourceCitation[]): MarkedText {
	const marked = finishText(plain);
	const all = [...footnoteCalls, ...marked.sourceCitations];
	return { ...marked, sourceCitations: all.sort((a, b) => a.span.start - b.span.start) };
}

const escapable = /[!-/:-@[-`{-~]/;
const reference = /&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z0-9]{1,31});/y;
const footnoteCall = /\[\^[^\s[\]\\]{1,900}\]/y;
/** A link or image whose text is plain and whose target has neither spaces nor parentheses. */
const simpleLink = /\[([^[\]\\`*_<&~$@\r\n!]*)\]\([^\s()<>\\]*(?: "[^"\\\r\n]*")?\)/y;
/** Brackets around plain text, not the text of a link. */
const simpleBrackets = /\[[^[\]\\`<&~$@\r\n!]*\](?!\()/y;
const simpleTag = /<(?:[A-Za-z][A-Za-z0-9-]*\/?|\/[A-Za-z][A-Za-z0-9-]*)>/y;
const simpleUrl = /(?:https?:\/\/|www\.)[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)+(?:\/[a-z0-9\-/.=%+#]*)?/iy;
const behindUrl = /[.,;:!?)"']*(?=\s|$)/y;
const hasUrl = /https?:\/\/|www\./i;

/** Not simple. */
const giveUp = -1;

class QuickInline {
	readonly plain: PlainText;
	readonly sourceCitations: SourceCitation[] = [];
	readonly silences: Silence[] = [];
	private readonly text: string;
	private readonly base: number;
	/** Takes for text whatever is not simple, instead of giving up. */
	private readonly rough: boolean;
	/** What has been read; text from here to the next special character is still to be copied. */
	private done = 0;
	/** Where runs of backticks stand, by their length; filled at the first backtick. */
	private runs: Map<number, number[]> | null = null;
	/** The last place of `](`, so that brackets behind it are known to be no links. */
	private readonly lastLink: number;
	/** Likewise the last `-->`. */
	private readonly lastCommentEnd: number;
	/** A bracket that has not been closed: a bare link behind it is none. */
	private hasOpenBracket = false;

	constructor(text: string, base: number, rough: boolean) {
		this.text = text;
		this.base = base;
		this.rough = rough;
		this.plain = new PlainText(base);
		this.lastLink = text.lastIndexOf("](");
		this.lastCommentEnd = text.lastIndexOf("-->");
	}

	/** @returns false where the text is not simple; what has been read by then is to be thrown away. */
	read(): boolean {
		const { text } = this;
		for (let from = 0; ; ) {
			special.lastIndex = from;
			const at = special.exec(text)?.index ?? -1;
			if (at < 0) {
				break;
			}
			const next = this.readSpecial(at);
			if (next < 0 && !this.rough) {
				return false;
			}
			// Where nothing was taken, the character is text and is copied with what follows it.
			from = Math.max(next, at + 1);
		}
		this.plain.copy(text, this.done, text.length);
		return true;
	}

	/** Reads the construct at `at`. @returns where to go on. */
	private readSpecial(at: number): number {
		switch (this.text.charAt(at)) {
			case "\0":
				return giveUp;
			case "\\":
				return this.readEscape(at);
			case "`":
				return this.readCode(at);
			case "*":
			case "_":
				return this.readEmphasis(at);
			case "[":
				return this.readBracket(at);
			case "!":
				return this.readImage(at);
			case "<":
				return this.readAngle(at);
			case "&":
				return this.readReference(at);
			case "~":
				return this.readStrike(at);
			case "$":
				return this.text[at + 1] === "$" ? giveUp : at + 1;
			case "\r":
			case "\n":
				return this.readLineEnding(at);
			case "@":
				// An address of electronic mail has something before the sign.
				return /[\w.+-]/.test(this.text.charAt(at - 1)) ? giveUp : at + 1;
			default:
				return this.readUrl(at);
		}
	}

	/** Copies the text before a construct, and takes the construct as read. */
	private take(at: number, end: number): number {
		this.plain.copy(this.text, this.done, at);
		this.done = end;
		return end;
	}

	private takeObject(at: number, end: number): number {
		this.take(at, end);
		this.plain.putObject(at, end);
		return end;
	}

	private readEscape(at: number): number {
		const next = this.text.charAt(at + 1);
		if (next === "\n" || next === "\r") {
			const end = this.lineEnd(at + 1);
			this.take(at, end);
			this.plain.hardBreak(at + 1, end);
			return this.skipIndent(end);
		}
		if (!escapable.test(next)) {
			return at + 1;
		}
		this.take(at, at + 2);
		this.plain.copy(this.text, at + 1, at + 2);
		return at + 2;
	}

	private readLineEnding(at: number): number {
		const { text, plain } = this;
		let start = at;
		let hasTab = false;
		while (start > this.done && (text[start - 1] === " " || text[start - 1] === "\t")) {
			start -= 1;
			hasTab ||= text[start] === "\t";
		}
		const end = this.lineEnd(at);
		this.take(start, end);
		if (at - start > 1 && !hasTab) {
			plain.hardBreak(at, end);
		} else {
			plain.softBreak(at, end);
		}
		return this.skipIndent(end);
	}

	private lineEnd(at: number): number {
		return this.text.startsWith("\r\n", at) ? at + 2 : at + 1;
	}

	private skipIndent(at: number): number {
		let end = at;
		while (this.text[end] === " " || this.text[end] === "\t") {
			end += 1;
		}
		this.done = end;
		return end;
	}

	private readCode(at: number): number {
		const open = runEnd(this.text, at);
		this.runs ??= backtickRuns(this.text);
		const places = this.runs.get(open - at) ?? [];
		while (places.length > 0 && (places.at(-1) as number) < open) {
			places.pop();
		}
		const close = places.at(-1);
		return close === undefined ? open : this.takeObject(at, close + open - at);
	}

	private readEmphasis(at: number): number {
		const { text } = this;
		const end = runEnd(text, at);
		const { opens } = flanks(text, at, end);
		if (isMarker(text[at - 1]) || isMarker(text[end])) {
			return giveUp;
		}
		const close = opens ? text.indexOf(text.charAt(at), end) : -1;
		if (close < 0) {
			// It opens nothing, or nothing closes it; and nothing is open that it could close.
			return end;
		}
		const closeEnd = runEnd(text, close);
		const isPair = closeEnd - close === end - at && end - at <= 3 && flanks(text, close, closeEnd).closes;
		if (!isPair || !this.isPlain(end, close) || isMarker(text[closeEnd])) {
			return giveUp;
		}
		this.take(at, end);
		this.plain.copy(text, end, close);
		this.done = closeEnd;
		return closeEnd;
	}

	private readStrike(at: number): number {
		const { text } = this;
		const end = runEnd(text, at);
		if (end - at === 1) {
			return end;
		}
		const close = text.indexOf("~", end);
		if (close < 0) {
			return end;
		}
		const closeEnd = runEnd(text, close);
		const isPair =
			end - at === 2 && closeEnd - close === 2 && sideOf(text, end) === "letter" && sideOf(text, close - 1) === "letter";
		return isPair && this.isPlain(end, close) ? this.takeObject(at, closeEnd) : giveUp;
	}

	/** Whether there is nothing special from `start` to `end`. */
	private isPlain(start: number, end: number): boolean {
		special.lastIndex = start;
		return special.exec(this.text)?.index === end;
	}

	private readBracket(at: number): number {
		const { text, base } = this;
		const call = matchAt(footnoteCall, text, at);
		if (call) {
			const end = at + call[0].length;
			this.take(at, end);
			this.sourceCitations.push({ key: call[0].slice(2, -1), span: { start: base + at, end: base + end } });
			return end;
		}
		const link = matchAt(simpleLink, text, at);
		if (link) {
			const [whole, words = ""] = link;
			if (hasUrl.test(words)) {
				return giveUp;
			}
			this.take(at, at + 1);
			this.plain.copy(text, at + 1, at + 1 + words.length);
			this.done = at + whole.length;
			return this.done;
		}
		const brackets = matchAt(simpleBrackets, text, at);
		if (brackets ? hasUrl.test(brackets[0]) : at <= this.lastLink) {
			return giveUp;
		}
		this.hasOpenBracket ||= !brackets;
		return at + 1;
	}

	private readImage(at: number): number {
		const image = matchAt(simpleLink, this.text, at + 1);
		if (image && !hasUrl.test(image[0]) && this.text[at + 2] !== "^") {
			return this.takeObject(at, at + 1 + image[0].length);
		}
		return this.text[at + 2] === "^" || at <= this.lastLink ? giveUp : at + 1;
	}

	private readAngle(at: number): number {
		const { text, plain } = this;
		if (!/[A-Za-z/!?]/.test(text.charAt(at + 1))) {
			return at + 1;
		}
		if (text.startsWith("<!--", at)) {
			const close = at < this.lastCommentEnd ? text.indexOf("-->", at + 4) : -1;
			if (close < 0 || text[at + 4] === ">" || text.startsWith("->", at + 4)) {
				return giveUp;
			}
			this.silences.push(...readSilences(text.slice(at, close + 3), this.base + at));
			return this.take(at, close + 3);
		}
		const tag = matchAt(simpleTag, text, at);
		if (!tag) {
			return giveUp;
		}
		const end = at + tag[0].length;
		this.take(at, end);
		applyTag(plain, text, at, end);
		return end;
	}

	private readReference(at: number): number {
		const found = matchAt(reference, this.text, at)?.[0];
		const decoded = found === undefined ? null : decodeReference(found);
		if (found === undefined || decoded === null) {
			return at + 1;
		}
		this.take(at, at + found.length);
		this.plain.put(decoded, at, at + found.length);
		return at + found.length;
	}

	private readUrl(at: number): number {
		const { text } = this;
		const before = text.charAt(at - 1);
		if (/[hH]/.test(text.charAt(at))) {
			if (/[A-Za-z]/.test(before)) {
				return at + 1;
			}
		} else if (before !== "" && !" \t\r\n(".includes(before)) {
			return isMarker(before) || before === "[" || before === "]" ? giveUp : at + 1;
		}
		const found = matchAt(simpleUrl, text, at);
		if (!found || this.hasOpenBracket) {
			return giveUp;
		}
		const end = at + found[0].replace(/\.+$/, "").length;
		return matchAt(behindUrl, text, end) ? this.takeObject(at, end) : giveUp;
	}
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
	pattern.lastIndex = at;
	return pattern.exec(text);
}

/** Where the run of equal characters that begins at `start` ends. */
function runEnd(text: string, start: number): number {
	const code = text.charCodeAt(start);
	let end = start + 1;
	while (text.charCodeAt(end) === code) {
		end += 1;
	}
	return end;
}

/** Where runs of backticks begin, by their length; the last place first. */
function backtickRuns(text: string): Map<number, number[]> {
	const runs = new Map<number, number[]>();
	for (const run of text.matchAll(/`+/g)) {
		const places = runs.get(run[0].length);
		if (places) {
			places.push(run.index);
		} else {
			runs.set(run[0].length, [run.index]);
		}
	}
	for (const places of runs.values()) {
		places.reverse();
	}
	return runs;
}

const isMarker = (character: string | undefined): boolean => character === "*" || character === "_" || character === "~";

type Side = "space" | "punctuation" | "letter";

function sideOf(text: string, at: number): Side {
	const character = text.charAt(at);
	if (character === "" || /\s/.test(character)) {
		return "space";
	}
	return /[\p{P}\p{S}]/u.test(character) ? "punctuation" : "letter";
}

/** Whether a run of `*` or `_` can open and close emphasis, as CommonMark has it. */
function flanks(text: string, start: number, end: number): { opens: boolean; closes: boolean } {
	const before = sideOf(text, start - 1);
	const after = sideOf(text, end);
	const left = after === "letter" || (after === "punctuation" && before !== "letter");
	const right = before === "letter" || (before === "punctuation" && after !== "letter");
	return text[start] === "*"
		? { opens: left, closes: right }
		: { opens: left && (before !== "letter" || !right), closes: right && (after !== "letter" || !left) };
}
