/**
 * Folding: one form for the many ways the same text is written, so that data and readers know only one.
 * Traditional characters become simplified, full-width forms half-width, every kind of space a plain one; pinyin glosses
 * and invisible characters go. The map back to the text's own offsets comes with it.
 */
import traditionalToSimplified from "opencc-js/dict/TSCharacters";
import { OffsetMap, type Run } from "./offsets.ts";
import { isPinyinSyllable } from "./pinyin.ts";

export interface Folded {
	readonly text: string;
	/** From `text` to the text that was folded. */
	readonly offsets: OffsetMap;
}

/** What each UTF-16 code unit folds to: itself, another, or one of the marks below. */
const table = new Uint16Array(0x1_0000);
/** Folds away. */
const nothing = 0xffff;
/** Folds to something of another length: looked up in `long`. */
const looked = 0xfffe;
const long = new Map<string, string>();

for (let code = 0; code < table.length; code++) {
	table[code] = code;
}
for (const entry of traditionalToSimplified.split("|")) {
	const [from = "", to = ""] = entry.split(" ");
	if (from.length === 1 && to.length === 1) {
		table[from.charCodeAt(0)] = to.charCodeAt(0);
	} else {
		long.set(from, to);
		table[from.charCodeAt(0)] = looked;
	}
}
for (let code = 0xff01; code <= 0xff5e; code++) {
	table[code] = code - 0xfee0;
}
// The Chinese comma separates (20，300 are two numbers); between full-width digits it groups and `fold` treats it so.
const wideComma = 0xff0c;
table[wideComma] = wideComma;
// Forms that stand for a plain character in figures. Chinese full stop and comma keep their own.
for (const [from, to] of [
	["\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " "],
	["\u2212\ufe63", "-"],
	["￥", "¥"],
	["￡", "£"],
	["￦", "₩"],
	["￠", "¢"],
	["\u2018\u2019\u201b", "'"],
] as const) {
	for (const character of from) {
		table[character.charCodeAt(0)] = to.charCodeAt(0);
	}
}
// Squared units are one character (㎏, ㎡, ㏊): written out.
for (let code = 0x3380; code <= 0x33df; code++) {
	const character = String.fromCharCode(code);
	long.set(character, character.normalize("NFKC"));
	table[code] = looked;
}
// Subscripts stand in formulas (CO₂). Superscripts stay: they are exponents or notes, never part of the number before them.
for (let digit = 0; digit <= 9; digit++) {
	table[0x2080 + digit] = 0x30 + digit;
}
for (const invisible of "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f\u200e\u200f\u180e") {
	table[invisible.charCodeAt(0)] = nothing;
}

/** Characters OpenCC leaves alone that are the same character in figures all the same. */
const variants = { 裏: "里", 衹: "只", 啟: "启", 凈: "净", 淨: "净", 臺: "台", 枱: "台", 麼: "么", 曆: "历", 着: "着" } as const;
for (const [from, to] of Object.entries(variants)) {
	table[from.charCodeAt(0)] = to.charCodeAt(0);
}

const openBracket = 0x28;
const closeBracket = 0x29;
const wideOpenBracket = 0xff08;
const wideCloseBracket = 0xff09;

/** A Chinese character of the basic block or extension A. */
export function isHan(code: number): boolean {
	return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;
}

export function isHangul(code: number): boolean {
	return code >= 0xac00 && code <= 0xd7a3;
}

function isWideDigit(code: number): boolean {
	return code >= 0xff10 && code <= 0xff19;
}

/** Where the gloss that starts at `at` ends, or `at` when there is none: "(guó)", "(guo)", "（guó）", one or several times. */
function glossEnd(text: string, at: number): number {
	let end = at;
	for (;;) {
		const open = text.charCodeAt(end);
		if (open !== openBracket && open !== wideOpenBracket) {
			return end;
		}
		let close = end + 1;
		// No syllable is longer than six letters ("zhuang"), eight with combining marks.
		while (
			close < text.length &&
			close - end <= 9 &&
			text.charCodeAt(close) !== closeBracket &&
			text.charCodeAt(close) !== wideCloseBracket
		) {
			close += 1;
		}
		if (close >= text.length || close - end > 9 || !isPinyinSyllable(text.slice(end + 1, close))) {
			return end;
		}
		end = close + 1;
	}
}

/** Folds `text`. Linear; text that needs no folding is returned as it is. */
export function fold(text: string): Folded {
	const length = text.length;
	let at = 0;
	while (at < length) {
		const code = text.charCodeAt(at);
		if (
			table[code] !== code ||
			((code === openBracket || code === wideOpenBracket) && at > 0 && isHan(text.charCodeAt(at - 1)))
		) {
			break;
		}
		at += 1;
	}
	if (at === length) {
		return { text, offsets: OffsetMap.identity(length) };
	}

	const parts: string[] = [text.slice(0, at)];
	const runs: Run[] = [];
	let target = at;
	// The linear run that is being read: equal lengths on both sides.
	let runTarget = 0;
	let runSource = 0;
	let buffer: number[] = [];
	const flushBuffer = () => {
		for (let from = 0; from < buffer.length; from += 8192) {
			parts.push(String.fromCharCode(...buffer.slice(from, from + 8192)));
		}
		buffer = [];
	};
	const endRun = (source: number) => {
		if (target > runTarget) {
			runs.push({ target: runTarget, length: target - runTarget, source: runSource, sourceLength: source - runSource });
		}
	};
	/** Replaces source[from, to) by `replacement` as one atomic run. */
	const replace = (from: number, to: number, replacement: string) => {
		endRun(from);
		if (replacement !== "") {
			for (let index = 0; index < replacement.length; index++) {
				buffer.push(replacement.charCodeAt(index));
			}
			runs.push({ target, length: replacement.length, source: from, sourceLength: to - from });
			target += replacement.length;
		}
		runTarget = target;
		runSource = to;
	};

	while (at < length) {
		const code = text.charCodeAt(at);
		const folded = table[code] as number;
		if (folded === nothing) {
			replace(at, at + 1, "");
			at += 1;
			continue;
		}
		if (folded === looked) {
			const pair = text.slice(at, at + 2);
			const one = text.slice(at, at + 1);
			const replacement = long.get(pair);
			if (replacement !== undefined && pair.length === 2) {
				replace(at, at + 2, replacement);
				at += 2;
			} else if (long.has(one)) {
				replace(at, at + 1, long.get(one) as string);
				at += 1;
			} else {
				buffer.push(code);
				target += 1;
				at += 1;
			}
			continue;
		}
		if (code === wideComma && isWideDigit(text.charCodeAt(at - 1)) && isWideDigit(text.charCodeAt(at + 1))) {
			buffer.push(0x2c);
			target += 1;
			at += 1;
			continue;
		}
		if (isHan(code)) {
			const next = text.charCodeAt(at + 1);
			if (next === openBracket || next === wideOpenBracket) {
				const end = glossEnd(text, at + 1);
				if (end > at + 1) {
					replace(at, end, String.fromCharCode(folded));
					at = end;
					continue;
				}
			}
		}
		buffer.push(folded);
		target += 1;
		at += 1;
		if (buffer.length >= 8192) {
			flushBuffer();
		}
	}
	endRun(length);
	flushBuffer();
	return { text: parts.join(""), offsets: new OffsetMap(runs) };
}
