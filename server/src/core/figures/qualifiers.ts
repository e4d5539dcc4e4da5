/** Reads the words that say how a figure's value is meant. */
import { changeWords, extremeWords } from "../../../data/figures/qualifiers.ts";
import type { Qualifier, Span } from "../model.ts";
import { isHan, isHangul } from "../text/fold.ts";
import { isDigit, isLatin } from "./characters.ts";
import { after, before, filler } from "./words.ts";

export interface QualifierReading {
	readonly qualifier: Qualifier;
	readonly span: Span;
}

function backSpaces(text: string, at: number): number {
	let start = at;
	while (text.charCodeAt(start - 1) === 0x20 && at - start < 3) {
		start -= 1;
	}
	return start;
}

/** Characters before which a one-character Chinese qualifier is part of another word: 附近, 最近, 经过, 通过, 不足. */
const joined: Readonly<Record<string, string>> = {
	近: "附最临靠接邻将亲远新",
	过: "通经超渡错路胜不",
	超: "高赶",
	约: "节签合契条违公预制大",
	逾: "",
	근: "",
};

/** The qualifier before a figure that starts at `at`, across spaces and words without meaning of their own. */
export function readQualifierBefore(text: string, at: number): QualifierReading | null {
	// 上千台, 上百家, 成千: "more than" only before a bare scale.
	if (
		text.charAt(at - 1) === "上" &&
		"百千万亿".includes(text.charAt(at) || " ") &&
		!"以加达".includes(text.charAt(at - 2) || " ")
	) {
		return { qualifier: "more-than", span: { start: at - 1, end: at } };
	}
	let end = backSpaces(text, at);
	for (let hops = 0; hops < 3; hops++) {
		const found = before.longestBefore(text, end);
		if (found) {
			const word = text.slice(found.at, end);
			// 最高达3亿元 is what was reached, 最高3亿元 a bound.
			if (hops > 0 && extremes.has(word)) {
				return null;
			}
			if (!isPartOfWord(text, found.at, word)) {
				// "a little over", 至少约: a bound before an "about" decides.
				if (found.value === "about") {
					const outer = before.longestBefore(text, backSpaces(text, found.at));
					if (outer && outer.value !== "about") {
						return { qualifier: outer.value, span: { start: outer.at, end } };
					}
				}
				return { qualifier: found.value, span: { start: found.at, end } };
			}
		}
		const skipped = filler.longestBefore(text, end);
		if (!skipped) {
			return null;
		}
		end = backSpaces(text, skipped.at);
	}
	return null;
}

const extremes = new Set<string>(extremeWords);
const sumsUp = /(?:\badd|\badds|\badded|\badding|\bsums?|\bsummed|\bcame|\bcomes?|\bmakes?|\bmade|\btotals?) $/i;

function isPartOfWord(text: string, start: number, word: string): boolean {
	const previous = text.charAt(start - 1);
	if (word.length === 1 && previous !== "" && joined[word]?.includes(previous)) {
		// 最高超50%
		return !(word === "超" && text.charAt(start - 2) === "最");
	}
	// "adds up to", "came up to": a sum, not a bound.
	if (/^up to$/i.test(word) && sumsUp.test(text.slice(Math.max(0, start - 10), start))) {
		return true;
	}
	// Korean qualifiers are words of their own.
	return isHangul(word.charCodeAt(0)) && isHangul(previous.charCodeAt(0));
}

/**
 * The qualifier before a share whose whole stands between them: 不到国内外同行十分之一, 约为营收的10% (there 高于…10% is a difference). Looks at ten characters at most, not
 * across punctuation.
 */
export function readQualifierAcross(text: string, at: number, aboutOnly = false): QualifierReading | null {
	for (let end = at - 1; end > 0 && at - end <= 10; end--) {
		if (!isHan(text.charCodeAt(end))) {
			return null;
		}
		const found = before.longestBefore(text, end);
		if (found && end - found.at >= 2 && (!aboutOnly || found.value === "about")) {
			return { qualifier: found.value, span: { start: found.at, end } };
		}
	}
	return null;
}

/** The qualifier behind what a share is of: "50% of the staff or more". */
function readQualifierBehindWhole(text: string, at: number): QualifierReading | null {
	const whole = /^ of (?:[a-z'’-]{1,20} ){1,4}(?=or |and )/i.exec(text.slice(at, at + 64))?.[0];
	const found = whole === undefined ? null : after.longest(text, at + whole.length);
	return whole && found && !/^ [a-z\d]/i.test(text.slice(found.at, found.at + 2))
		? { qualifier: found.value, span: { start: at + whole.length, end: found.at } }
		: null;
}

/** The qualifier behind a figure that ends at `at`. */
export function readQualifierAfter(text: string, at: number): QualifierReading | null {
	let start = at;
	while (text.charCodeAt(start) === 0x20 && start - at < 2) {
		start += 1;
	}
	const found = after.longest(text, start);
	if (!found) {
		return start > at ? readQualifierBehindWhole(text, at) : null;
	}
	const word = text.slice(start, found.at);
	const next = text.charCodeAt(found.at);
	if (word === "+" && (start > at || isDigit(next) || isLatin(next) || (isHan(next) && false))) {
		return null;
	}
	// 多 and 여 begin other words: 多家, 여성.
	if (word === "여" && (isHangul(next) || start > at)) {
		return null;
	}
	if ((word === "多" || word === "许" || word === "起" || word === "强" || word === "弱") && isHan(next) && start === at) {
		return word === "多" && !"年元样方次种".includes(text.charAt(found.at))
			? { qualifier: found.value, span: { start, end: found.at } }
			: null;
	}
	// "4,459 t and more than a thousand servers": the words belong to what follows.
	if (
		/ (?:more|over|above|higher|greater)$/i.test(word) &&
		/^ (?:(?:than|the|a|an)(?![a-z])|\d)/i.test(text.slice(found.at, found.at + 6))
	) {
		return null;
	}
	// 同行的十分之一不到, but 5家不到2%: before a number it belongs to that.
	if ((word === "不到" || word === "不足") && !/^(?:[，。；、,.;)）\s的]|$)/.test(text.charAt(found.at))) {
		return null;
	}
	if (word === "以上" && text.startsWith("以上学历", start)) {
		return null;
	}
	return { qualifier: found.value, span: { start, end: found.at } };
}

/**
 * Whether words of change stand before `at` in its sentence, so that "from A to B" is a change of a value, not a range.
 * Looks at 60 characters at most.
 */
export function changeBefore(text: string, at: number): boolean {
	let clause = text.slice(Math.max(0, at - 60), at);
	for (const stop of [". ", "。", "; ", "；", "\n"]) {
		const last = clause.lastIndexOf(stop);
		if (last >= 0) {
			clause = clause.slice(last + stop.length);
		}
	}
	if (!/(\bfrom|从|由|自|에서)\W{0,3}\S{0,12}\s?$/i.test(clause)) {
		return false;
	}
	clause = clause.toLowerCase();
	return changeWords.some((word) => clause.includes(word));
}
