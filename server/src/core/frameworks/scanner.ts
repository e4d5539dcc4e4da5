/**
 * What the readers of citations share: text with one width of everything, and a position in it. Every pattern they use is
 * sticky and bounded, so that reading is linear in the text.
 */
import { listWords, rangeWords } from "../../../data/frameworks/citationWords.ts";
import type { Citation } from "./citation.ts";

/** Full-width forms, the many hyphens and the many spaces. All are one UTF-16 unit, and so is what replaces them. */
const odd =
	/[\u00a0\u00ad\u1680\u2000-\u2015\u2028-\u202f\u205f\u2060\u2212\u3000\u3010\u3011\u3014\u3015\ufe58\ufe63\ufeff\uff01-\uff5e]/g;

/** The same text, unit for unit, with ASCII digits, letters, punctuation, hyphens and spaces. Offsets stay what they are. */
export function toOneWidth(text: string): string {
	return text.replace(odd, (unit) => {
		const code = unit.charCodeAt(0);
		if (code >= 0xff01 && code <= 0xff5e) {
			return String.fromCharCode(code - 0xfee0);
		}
		if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xfe58 || code === 0xfe63) {
			return "-";
		}
		return code === 0x3010 || code === 0x3014 ? "[" : code === 0x3011 || code === 0x3015 ? "]" : " ";
	});
}

/** A position in one text that moves as patterns match there. */
export class Scanner {
	at: number;

	constructor(
		/** Text of one width. */
		readonly text: string,
		at = 0,
	) {
		this.at = at;
	}

	/** Matches a sticky pattern here and moves behind it; null, and no move, where it does not match. */
	take(pattern: RegExp): RegExpExecArray | null {
		pattern.lastIndex = this.at;
		const match = pattern.exec(this.text);
		if (match) {
			this.at = pattern.lastIndex;
		}
		return match;
	}

	/** Whether a sticky pattern matches here. */
	sees(pattern: RegExp): boolean {
		pattern.lastIndex = this.at;
		return pattern.test(this.text);
	}
}

/** Whether a letter or digit of a Latin word begins here: what has been read so far is then part of something else. */
export const latin = /[A-Za-z0-9]/y;

/** One of several fragments of a pattern, as a group that does not capture. */
export function oneOf(fragments: readonly string[]): string {
	return `(?:${fragments.join("|")})`;
}

/** What stands between two codes of a list. */
export const listMark = new RegExp(` ?(?:[,;\\u3001/&+|\\u00b7] ?(?:${listWords.join("|")}|& )?|${listWords.join("|")})`, "y");

/** What stands between the first and the last code of a range. */
export const rangeMark = new RegExp(` ?(?:-|~|\\u301c|${rangeWords.join("|")}) ?`, "y");

/** Builds a citation; `codeSpan` is null where no code is printed. */
export function citation(
	framework: string,
	start: number,
	end: number,
	code: string | null = null,
	printed: readonly [start: number, end: number] | null = null,
	edition: string | null = null,
	part: string | null = null,
): Citation {
	return {
		span: { start, end },
		framework,
		code,
		edition,
		codeSpan: printed ? { start: printed[0], end: printed[1] } : null,
		part,
	};
}
