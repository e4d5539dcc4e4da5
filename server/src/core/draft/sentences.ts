/** Cuts plain text of a draft or a source into sentences, in English, Chinese and Korean. */
import type { Span } from "../model.ts";

const terminator = /[.!?。！？；．\n]/g;
/** What a sentence takes along behind its full stop. */
const closer = /[.!?。！？．"'”’」』）)\]】》〉]/;

/** More of them end no sentence: dots that lead to a page number, a line of them. */
const mostClosers = 8;

/** Never at the end of a sentence: something always follows. Lower case, without the full stop. */
const leading = new Set(
	(
		"approx ca cf e.g i.e vs viz incl excl esp fig figs tab eq eqs sect ch vol vols pp p para paras art arts ref refs app " +
		"mr mrs ms dr prof rev hon st no nos nr tel ext " +
		"rmb cny usd"
	).split(" "),
);
/** At the end of a sentence only where a new one plainly begins. */
const trailing = new Set(
	"inc ltd co corp plc llc bros jr sr etc al a.m p.m u.s u.k u.n e.u u.s.a u.a.e h.k p.r.c ph.d dept govt intl mfg est avg max min sec mt jan feb mar apr jun jul aug sep sept oct nov dec".split(
		" ",
	),
);
const opening = new Set(
	(
		"a after all although an and as at before both but by compared despite during each every for four from he how however if in " +
		"it its management no on one or our over she since so that the their there these they this those three through to two under " +
		"until we what when where whereas which while with you your"
	).split(" "),
);

/** @returns the sentences in order; together they cover all of the text but white space. */
export function splitSentences(text: string): Span[] {
	const sentences: Span[] = [];
	let start = 0;
	const add = (end: number) => {
		const from = skipSpace(text, start, end);
		let to = end;
		while (to > from && isSpace(text.charCodeAt(to - 1))) {
			to -= 1;
		}
		if (to > from) {
			sentences.push({ start: from, end: to });
		}
		start = end;
	};
	terminator.lastIndex = 0;
	for (let found = terminator.exec(text); found; found = terminator.exec(text)) {
		const end = sentenceEnd(text, found.index);
		// "1. Governance": the number of a sentence is not a sentence.
		if (end > 0 && !(found[0] === "." && /^\s*[\dA-Za-z]{0,3}$/.test(text.slice(start, Math.min(found.index, start + 12))))) {
			const resume = Math.max(end, terminator.lastIndex);
			add(end);
			terminator.lastIndex = resume;
		}
	}
	add(text.length);
	return sentences;
}

/** Where the sentence ends that the full stop at `at` closes, with its closing quotes; -1 where it closes none. */
export function sentenceEnd(text: string, at: number): number {
	const mark = text.charAt(at);
	if (mark === "\n" || mark === "；") {
		return at + 1;
	}
	let end = at + 1;
	while (end < text.length && end - at <= mostClosers && closer.test(text.charAt(end))) {
		end += 1;
	}
	if (mark === "。" || mark === "！" || mark === "？") {
		return end;
	}
	const next = text.charAt(end);
	if (next !== "" && !isSpace(next.charCodeAt(0))) {
		// Without a space, a new sentence is certain only in scripts that no abbreviation, number or address is written in.
		return /[\p{Script=Hangul}\p{Script=Han}]/u.test(next) && /[\p{Script=Hangul}\p{Script=Han})"”’]/u.test(text.charAt(at - 1))
			? end
			: -1;
	}
	if (mark !== ".") {
		return end;
	}
	return closesSentence(text, at, end) ? end : -1;
}

function closesSentence(text: string, at: number, end: number): boolean {
	const next = text.charAt(skipSpace(text, end, Math.min(text.length, end + 20)));
	if (next === "") {
		return true;
	}
	if (/\p{Ll}/u.test(next)) {
		return false;
	}
	const before = text.slice(Math.max(0, at - 24), at);
	if (/\d$/.test(before)) {
		return !isInDate(before, text.slice(end, end + 6));
	}
	const word = /[A-Za-z][A-Za-z.]*$/.exec(before)?.[0];
	if (word === undefined) {
		return true;
	}
	const lower = word.toLowerCase();
	if (leading.has(lower)) {
		return false;
	}
	const isInitial = word.length === 1 && word !== "I" && /\p{Lu}/u.test(word);
	if (isInitial || trailing.has(lower) || /^(?:[A-Za-z]\.)+[A-Za-z]$/.test(word)) {
		return opensSentence(text, end);
	}
	return true;
}

/** "2022. 12. 31." as Korean writes a date. */
function isInDate(before: string, after: string): boolean {
	return (
		(/\d{4}$/.test(before) && /^ ?\d{1,2}\./.test(after)) ||
		/\d{4}\. ?\d{1,2}$/.test(before) ||
		/\d{4}\. ?\d{1,2}\. ?\d{1,2}$/.test(before)
	);
}

function opensSentence(text: string, end: number): boolean {
	const word = /^\s+(\p{L}+)/u.exec(text.slice(end, end + 24))?.[1];
	return word !== undefined && (opening.has(word.toLowerCase()) || !/[A-Za-z]/.test(word));
}

function skipSpace(text: string, start: number, end: number): number {
	let at = start;
	while (at < end && isSpace(text.charCodeAt(at))) {
		at += 1;
	}
	return at;
}

/** White space, breaking or not. */
function isSpace(code: number): boolean {
	return (
		code === 32 ||
		(code >= 9 && code <= 13) ||
		code === 0xa0 ||
		code === 0x3000 ||
		(code >= 0x2000 && code <= 0x200b) ||
		code === 0x202f ||
		code === 0xfeff
	);
}
