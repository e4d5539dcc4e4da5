/**
 * Splits text into the words that the full-text index holds, and a query into the words to look for.
 *
 * SQLite's own tokenizers find no Chinese word of two characters: one takes a whole clause for a word, the other needs three
 * characters. Here a run of Chinese or Korean is indexed as its overlapping pairs (碳中和: 碳中, 中和) and its last character,
 * so that every stretch of it is found by the pairs it is made of, and a single character by the pairs that begin with it.
 */
import { fold } from "../core/text/fold.ts";

const runs = /([\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+)|([\p{L}\p{N}\p{M}]+)/gu;

interface Word {
	readonly text: string;
	/** Whether it is the last character of a longer run. */
	readonly tail: boolean;
}

/** The words of `text` for the index, separated by spaces. */
export function indexWords(text: string): string {
	return wordsOf(text)
		.map((word) => word.text)
		.join(" ");
}

/**
 * An FTS5 query for texts that hold every word of `query`, in any order; what is typed without a space is found as it stands,
 * and every word may go on ("emission" finds "emissions"). "" when there is nothing to look for.
 */
export function matchExpression(query: string): string {
	const phrases: string[] = [];
	for (const typed of query.split(/\s+/u)) {
		const words = wordsOf(typed);
		if (words.at(-1)?.tail) {
			words.pop();
		}
		if (words.length > 0) {
			phrases.push(`"${words.map((word) => word.text).join(" ")}"*`);
		}
	}
	return phrases.join(" AND ");
}

function wordsOf(text: string): Word[] {
	const words: Word[] = [];
	for (const [whole, dense] of fold(text.normalize("NFKC")).text.toLowerCase().matchAll(runs)) {
		if (dense === undefined) {
			words.push({ text: whole, tail: false });
			continue;
		}
		const characters = [...dense];
		for (const [i, character] of characters.entries()) {
			words.push({ text: character + (characters[i + 1] ?? ""), tail: i > 0 && i === characters.length - 1 });
		}
	}
	return words;
}
