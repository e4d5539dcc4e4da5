import type { Span } from "../model.ts";
import { OffsetMap, type Run } from "../text/offsets.ts";

/**
 * Stands in plain text for what has no words of its own: inline code, images, formulas, bare links, struck-out text. It keeps
 * the figures on both sides of it apart.
 */
export const objectCharacter = "\uFFFC";

/** A stretch of plain text to leave out; `object` puts an object character in its place. */
export interface Removal extends Span {
	readonly object: boolean;
}

type Script = "super" | "sub";

const lineFeed = 10;

/** Characters that have a raised or lowered form, so that 10<sup>6</sup> does not become 106. */
const scripts: Record<Script, { readonly from: string; readonly to: string }> = {
	super: { from: "0123456789+-−()n", to: "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ" },
	sub: { from: "0123456789+-−()", to: "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎" },
};

/** Builds plain text out of pieces of a source, keeping the map back to it. */
export class PlainText {
	/** Set while inside `<sup>` or `<sub>`. */
	script: Script | null = null;
	private readonly base: number;
	private value = "";
	/** The last character; asking the growing text for it would make the engine write it out each time. */
	private lastCode = 0;
	private runs: Run[] = [];
	private softBreakAt: Span | null = null;

	/** @param base added to all source offsets: where the source stands in a larger one. */
	constructor(base = 0) {
		this.base = base;
	}

	get isEmpty(): boolean {
		return this.value === "";
	}

	/** Takes source text over as it is. */
	copy(source: string, start: number, end: number): void {
		if (end > start) {
			const text = source.slice(start, end);
			this.append(this.script ? inScript(text, this.script) : text, start, end);
		}
	}

	/** Takes source text over as one unit that stands for the whole of `start` to `end`. */
	put(text: string, start: number, end: number): void {
		this.append(this.script ? inScript(text, this.script) : text, start, end);
	}

	putObject(start: number, end: number): void {
		this.append(objectCharacter, start, end);
	}

	/**
	 * A line ending inside a paragraph. It is a space, as in a browser, but not between two Chinese or Japanese characters: those
	 * are written without spaces, and a wrapped line does not make one. Korean has spaces between words, so there it is one.
	 */
	softBreak(start: number, end: number): void {
		this.softBreakAt = { start, end };
	}

	hardBreak(start: number, end: number): void {
		this.append("\n", start, end);
	}

	/** The text with the map from it to the source, less `removals(text)` (ascending, not overlapping). */
	finish(removals: (text: string) => readonly Removal[]): { text: string; offsets: OffsetMap; removed: readonly Span[] } {
		const found = removals(this.value);
		if (found.length === 0) {
			return { text: this.value, offsets: new OffsetMap(this.runs), removed: [] };
		}
		const whole = new OffsetMap(this.runs);
		const { value } = this;
		const inner = new PlainText();
		const removed: Span[] = [];
		let done = 0;
		for (const removal of found) {
			inner.copy(value, done, removal.start);
			if (removal.object) {
				inner.putObject(removal.start, removal.end);
			}
			removed.push(whole.span(removal));
			done = removal.end;
		}
		inner.copy(value, done, value.length);
		return { text: inner.value, offsets: whole.compose(new OffsetMap(inner.runs)), removed };
	}

	private append(text: string, start: number, end: number): void {
		const soft = this.softBreakAt;
		if (soft) {
			this.softBreakAt = null;
			const before = this.lastCode;
			if (this.value !== "" && !(isSpaceless(before) && isSpaceless(text.charCodeAt(0))) && before !== lineFeed) {
				this.append(" ", soft.start, soft.end);
			}
		}
		const target = this.value.length;
		this.value += text;
		this.lastCode = text.charCodeAt(text.length - 1);
		const last = this.runs.at(-1);
		const linear = text.length === end - start;
		if (last && linear && last.length === last.sourceLength && last.source + last.length === this.base + start) {
			this.runs[this.runs.length - 1] = { ...last, length: last.length + text.length, sourceLength: last.length + text.length };
		} else {
			this.runs.push({ target, length: text.length, source: this.base + start, sourceLength: end - start });
		}
	}
}

function inScript(text: string, script: Script): string {
	const { from, to } = scripts[script];
	let result = "";
	for (let index = 0; index < text.length; index++) {
		const at = from.indexOf(text.charAt(index));
		result += at < 0 ? text.charAt(index) : to.charAt(at);
	}
	return result;
}

/** Chinese and Japanese characters and their full-width punctuation. */
function isSpaceless(code: number): boolean {
	return (
		(code >= 0x2e80 && code <= 0x30ff) ||
		(code >= 0x31c0 && code <= 0x9fff) ||
		(code >= 0xf900 && code <= 0xfaff) ||
		(code >= 0xfe30 && code <= 0xfe4f) ||
		(code >= 0xff01 && code <= 0xff60) ||
		// High and low halves of the supplementary ideographs; emoji have other high halves.
		(code >= 0xd840 && code <= 0xd888) ||
		(code >= 0xdc00 && code <= 0xdfff)
	);
}
