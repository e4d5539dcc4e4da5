/** The words around a figure, normalised, by which a measure that the glossary does not know is compared within a language. */
import type { Figure, Language } from "../model.ts";
import { fold } from "../text/fold.ts";

const stopWords = new Set(
	(
		"a an and are as at be been by for from had has have in into is it its of on or that the their this to was were which with " +
		"we our year years period total over about more than nearly approximately around some only per cent percent company group during"
	).split(" "),
);
const koreanParticles =
	/(?:으로부터|에서는|으로는|에게서|까지의|부터의|에서|으로|에게|까지|부터|에는|이라|라는|이며|하며|했다|하였다|했으며|은|는|이|가|을|를|의|에|로|와|과|도|만)$/;
const emptyHan = /^[的了在为是和与及或其于以将已从对把被年月日等个]+$/;

/**
 * English: stemmed words without stop words; Korean: words without particles; Chinese: overlapping pairs of characters.
 * Digits are left out. @param offset where `text` begins in the text that the figure's offsets count from.
 */
export function contextWords(text: string, language: Language, figure?: Figure, offset = 0): string[] {
	const without = figure
		? `${text.slice(0, Math.max(0, figure.start - offset))} ${text.slice(Math.max(0, figure.end - offset))}`
		: text;
	const words = new Set<string>();
	for (const match of fold(without)
		.text.toLowerCase()
		.matchAll(/[a-z][a-z'&-]*|[\u4e00-\u9fff]+|[\uac00-\ud7a3]+/g)) {
		const word = match[0];
		const code = word.charCodeAt(0);
		if (code < 128) {
			if (word.length > 1 && !stopWords.has(word)) {
				words.add(stem(word));
			}
		} else if (code >= 0xac00) {
			words.add(word.length > 2 ? word.replace(koreanParticles, "") || word : word);
		} else {
			for (let i = 0; i + 1 < word.length; i += 1) {
				const pair = word.slice(i, i + 2);
				if (!emptyHan.test(pair)) {
					words.add(pair);
				}
			}
		}
	}
	void language;
	return [...words].slice(0, 60);
}

function stem(word: string): string {
	return word.replace(/(?:'s|ations?|ments?|ings?|ed|es|s)$/, (ending, at: number) => (at >= 3 ? "" : ending));
}

/** How much of the smaller set of words is in the other: 0 to 1. */
export function wordOverlap(a: readonly string[], b: readonly string[]): number {
	if (a.length === 0 || b.length === 0) {
		return 0;
	}
	const [small, large] = a.length <= b.length ? [a, new Set(b)] : [b, new Set(a)];
	let shared = 0;
	for (const word of small) {
		if (large.has(word)) {
			shared += 1;
		}
	}
	return shared / small.length;
}
