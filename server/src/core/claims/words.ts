/** The words around a figure, normalised, by which a measure that the glossary does not know is compared within a language. */
import { koreanEndings, stopWords } from "../../../data/words.ts";
import type { Span } from "../model.ts";
import { fold } from "../text/fold.ts";

const english: ReadonlySet<string> = new Set(stopWords.en);
const korean: ReadonlySet<string> = new Set(stopWords.ko);
const koreanEnding = new RegExp(`(?:${[...koreanEndings].sort((a, b) => b.length - a.length).join("|")})$`);
const chinese = new RegExp([...stopWords.zh].sort((a, b) => b.length - a.length).join("|"), "g");

/** No subject needs more words than this to be told from others. */
const mostWords = 60;

/**
 * English: stems without stop words; Korean: words without particles; Chinese: overlapping pairs of characters. Digits are left out.
 * @param without stretches of `text` that say nothing of the measure: figures, dates, names of entities; sorted or not
 */
export function contextWords(text: string, without: readonly Span[] = []): string[] {
	const words = new Set<string>();
	for (const match of fold(blank(text, without))
		.text.toLowerCase()
		.matchAll(/[a-z][a-z'&-]*|[\u4e00-\u9fff]+|[\uac00-\ud7a3]+/g)) {
		const word = match[0];
		const code = word.charCodeAt(0);
		if (code < 128) {
			if (word.length > 1 && !english.has(word)) {
				words.add(stem(word));
			}
		} else if (code >= 0xac00) {
			const bare = word.length > 2 ? word.replace(koreanEnding, "") : word;
			if (bare.length > 0 && !korean.has(word) && !korean.has(bare)) {
				words.add(bare);
			}
		} else {
			for (const part of word.replace(chinese, " ").split(" ")) {
				for (let i = 0; i + 1 < part.length; i += 1) {
					words.add(part.slice(i, i + 2));
				}
			}
		}
	}
	return [...words].slice(0, mostWords);
}

/** The text with spaces in place of some stretches. */
function blank(text: string, without: readonly Span[]): string {
	let left = "";
	let from = 0;
	for (const { start, end } of [...without].sort((a, b) => a.start - b.start)) {
		if (end > from && start < text.length) {
			const begin = Math.max(start, from);
			left += `${text.slice(from, begin)} `;
			from = Math.min(end, text.length);
		}
	}
	return left + text.slice(from);
}

/** "cancelled", "cancelling", "cancels" are one word; so are "recovery" and "recoveries". */
function stem(word: string): string {
	const base = word.replace(/(?:'s|ations?|ments?|ings?|ies|ed|es|s|y|e)$/, (ending, at: number) => (at >= 3 ? "" : ending));
	return base.replace(/([bdgklmnprt])\1$/, "$1");
}

/** How much of the smaller set of words is in the other: 0 to 1. */
export function wordOverlap(a: readonly string[], b: readonly string[]): number {
	return a.length === 0 || b.length === 0 ? 0 : sharedWords(a, b) / Math.min(a.length, b.length);
}

/** How many words two sets share. */
export function sharedWords(a: readonly string[], b: readonly string[]): number {
	const [small, large] = a.length <= b.length ? [a, new Set(b)] : [b, new Set(a)];
	return small.filter((word) => large.has(word)).length;
}
