/** Sentences as the rules of arithmetic read them: figures, what stands between them, and brackets. */
import type { Passage } from "../draft/draft.ts";
import type { Figure, Span } from "../model.ts";
import { fold } from "../text/fold.ts";

/** A sentence with its figures; offsets count in the passage's text. */
export interface Sentence {
	readonly passage: Passage;
	readonly span: Span;
	readonly figures: readonly Figure[];
}

/** What is longer is no sentence but a list without full stops: nobody reads its numbers as one statement. */
const longestSentence = 4000;

/** The sentences of a passage that have at least `least` figures. */
export function sentencesOf(passage: Passage, least: number): Sentence[] {
	if (passage.figures.length < least) {
		return [];
	}
	const found: Sentence[] = [];
	let next = 0;
	for (const span of passage.sentences) {
		const figures: Figure[] = [];
		for (let figure = passage.figures[next]; figure && figure.start < span.end; figure = passage.figures[++next]) {
			figures.push(figure);
		}
		if (figures.length >= least && span.end - span.start <= longestSentence) {
			found.push({ passage, span, figures });
		}
	}
	return found;
}

/** The folded, lower-case text of a stretch. */
export function words({ passage }: Sentence, start: number, end: number): string {
	return start < end ? fold(passage.text.slice(start, end)).text.toLowerCase() : "";
}

const opening = "([（［【";
const closing = ")]）］】";

/** How many brackets are open at each offset of a stretch, counted from its start. Index 0 is `start`. */
export function depths(text: string, start: number, end: number): Int8Array {
	const depth = new Int8Array(Math.max(0, end - start) + 1);
	let now = 0;
	for (let at = start; at < end; at++) {
		const character = text.charAt(at);
		if (opening.includes(character)) {
			now = Math.min(now + 1, 100);
		} else if (closing.includes(character)) {
			now = Math.max(now - 1, -100);
		}
		depth[at - start + 1] = now;
	}
	return depth;
}

/** Whether a figure stands in brackets that close before another: "(2022: 17,960)", a remark that nothing behind them is about. */
export function isAside({ passage }: Sentence, figure: Figure, other: Figure): boolean {
	return depths(passage.text, figure.end, other.start).some((depth) => depth < 0);
}

/** Text with what stands in brackets left out. */
export function withoutBrackets(text: string): string {
	let kept = "";
	let depth = 0;
	for (const character of text) {
		if (opening.includes(character)) {
			depth += 1;
		} else if (closing.includes(character)) {
			depth = Math.max(0, depth - 1);
		} else if (depth === 0) {
			kept += character;
		}
	}
	return kept;
}
