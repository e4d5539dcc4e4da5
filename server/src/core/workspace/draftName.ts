/** The draft's own words for what a figure is: what a writer would teach the glossary. */
import { nameBreaks } from "../../../data/nameBreaks.ts";
import { koreanEndings, stopWords } from "../../../data/words.ts";
import type { Glossary } from "../claims/glossary.ts";
import type { Passage } from "../draft/draft.ts";
import type { Figure, Span } from "../model.ts";
import { fold, isHan, isHangul } from "../text/fold.ts";

const english = new Set<string>([...stopWords.en, ...nameBreaks.en]);
const korean = new Set<string>([...stopWords.ko, ...nameBreaks.ko]);
const chinese = new RegExp([...stopWords.zh, ...nameBreaks.zh].sort((a, b) => b.length - a.length).join("|"), "g");
/** The longest name, in words; in characters where a language does not part them. */
const mostWords = 5;
const mostCharacters = 12;

interface Candidate extends Span {
	readonly text: string;
}

/**
 * Stretches of the figure's sentence (for a cell, of its headers) that could name what it is, the likeliest first: those before
 * it, the nearest first, then those behind it. None holds a figure, a date or the name of an entity.
 */
export function draftNames(passage: Passage, figure: Figure, glossary: Glossary): string[] {
	if (passage.cell) {
		const { rowHeader, columnHeader } = passage.cell;
		return distinct([rowHeader, columnHeader].flatMap((text) => stretches(text, [], glossary).map((one) => one.text)));
	}
	const sentence = passage.sentences.find((one) => figure.start >= one.start && figure.start < one.end) ?? {
		start: 0,
		end: passage.text.length,
	};
	const text = passage.text.slice(sentence.start, sentence.end);
	const taken = passage.figures.map((one) => ({ start: one.start - sentence.start, end: one.end - sentence.start }));
	const found = stretches(text, taken, glossary);
	const at = figure.start - sentence.start;
	const before = found.filter((one) => one.end <= at).reverse();
	return distinct([...before, ...found.filter((one) => one.end > at)].map((one) => one.text));
}

function stretches(text: string, taken: readonly Span[], glossary: Glossary): Candidate[] {
	const closed: readonly Span[] = [...taken, ...glossary.scan(text).entities];
	const isClosed = (start: number, end: number): boolean => closed.some((span) => span.start < end && start < span.end);
	const found: Candidate[] = [];
	const add = (start: number, end: number): void => {
		const name = text.slice(start, end).trim();
		if (isName(name)) {
			found.push({ start, end, text: name });
		}
	};
	let open: { start: number; end: number; words: number } | null = null;
	const close = (): void => {
		if (open && open.words <= mostWords) {
			add(open.start, open.end);
		}
		open = null;
	};
	for (const match of text.matchAll(
		/[\p{Script=Han}]+|[\p{Script=Hangul}]+|[\p{Script=Latin}][\p{Script=Latin}\p{M}'’&-]*|\d+|[^\s\p{Script=Han}\p{Script=Hangul}\p{Script=Latin}]+/gu,
	)) {
		const word = match[0];
		const start = match.index;
		const end = start + word.length;
		const code = word.codePointAt(0) ?? 0;
		if (isHan(code)) {
			close();
			hanNames(word, start, isClosed, add);
			continue;
		}
		const letters = isHangul(code) || /^\p{Script=Latin}/u.test(word);
		const kept = letters && !isClosed(start, end) ? (isHangul(code) ? koreanWord(word) : englishWord(word)) : null;
		if (kept === null) {
			close();
			continue;
		}
		open =
			open === null
				? { start, end: start + kept.length, words: 1 }
				: { start: open.start, end: start + kept.length, words: open.words + 1 };
		if (kept !== word) {
			// A particle ends the name.
			close();
		}
	}
	close();
	return found;
}

/** The word, or null where it is no part of a name. */
function englishWord(word: string): string | null {
	const lower = word.toLowerCase();
	const stem = lower.replace(/(?:'s|’s)$/, "");
	const forms = [stem, stem.replace(/s$/, ""), stem.replace(/ed$/, ""), stem.replace(/d$/, ""), stem.replace(/ing$/, "")];
	return lower.length === 1 || forms.some((form) => english.has(form)) ? null : word;
}

/** The word without its particle, or null. */
function koreanWord(word: string): string | null {
	// 썼다, 늘었다: a verb at the end of a sentence.
	if (korean.has(word) || word.endsWith("다")) {
		return null;
	}
	const ending = koreanEndings.find((one) => one.length < word.length - 1 && word.endsWith(one));
	const stem = ending ? word.slice(0, -ending.length) : word;
	return korean.has(stem) ? null : stem;
}

function hanNames(
	run: string,
	offset: number,
	isClosed: (start: number, end: number) => boolean,
	add: (start: number, end: number) => void,
): void {
	const folded = fold(run).text;
	// Folding keeps the length of a run of plain characters; where it does not, the run is left alone.
	const cuts: Span[] =
		folded.length === run.length
			? [...folded.matchAll(chinese)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
			: [];
	let start = 0;
	const part = (end: number): void => {
		let from = start;
		for (let i = start; i <= end; i += 1) {
			if (i === end || isClosed(offset + i, offset + i + 1)) {
				if (i - from <= mostCharacters && i > from) {
					add(offset + from, offset + i);
				}
				from = i + 1;
			}
		}
	};
	for (const cut of cuts) {
		part(cut.start);
		start = cut.end;
	}
	part(run.length);
}

function isName(name: string): boolean {
	const letters = [...name].filter((character) => /\p{L}/u.test(character));
	const wide = letters.filter((character) => (character.codePointAt(0) ?? 0) >= 0x2e80).length;
	return wide >= 2 || letters.length - wide >= 5;
}

function distinct(names: readonly string[]): string[] {
	return [...new Set(names)];
}
