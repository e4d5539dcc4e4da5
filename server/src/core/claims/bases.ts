/** Finds the values that others are compared with: they are of an earlier period, whatever the sentence is about. */
import { beforeBase, changeStems, chineseFrom, chineseReach, koreanFrom } from "../../../data/comparisons.ts";
import type { Passage } from "../draft/draft.ts";
import type { Figure, Span } from "../model.ts";
import { fold } from "../text/fold.ts";

const words = (list: readonly string[]): string => list.map((word) => word.replace(".", "\\.")).join("|");
const englishBefore = new RegExp(`(?:^|[^a-z])(?:${words(beforeBase)})\\s(?:the\\s)?$`);
const englishChange = new RegExp(`(?<![a-z])(?:${words(changeStems)})`);
const chineseBefore = new RegExp(`[${chineseFrom.join("")}][^，。；]{0,20}$`);
const chineseBehind = new RegExp(`^[^，。；\\d]{0,6}(?:${words(chineseReach)})`);
const koreanBehind = new RegExp(`^\\s?(?:${words(koreanFrom)})`);

/** @param figures those of the passage that state a quantity, in order */
export function basesOf({ text, sentences }: Passage, figures: readonly Figure[]): ReadonlySet<Figure> {
	const bases = new Set<Figure>();
	let next = 0;
	for (const sentence of sentences.length > 0 ? sentences : [{ start: 0, end: text.length }]) {
		const first = next;
		while (next < figures.length && (figures[next] as Figure).start < sentence.end) {
			next += 1;
		}
		// A value is compared with another: one alone is no change.
		if (next - first > 1) {
			const whole = fold(text.slice(sentence.start, sentence.end)).text.toLowerCase();
			for (const figure of figures.slice(first, next)) {
				if (isBase(text, sentence, figure, whole)) {
					bases.add(figure);
				}
			}
		}
	}
	return bases;
}

/** @param whole the sentence, folded and in lower case */
function isBase(text: string, sentence: Span, figure: Figure, whole: string): boolean {
	const start = Math.min(figure.start, figure.qualifierSpan?.start ?? figure.start);
	const before = fold(text.slice(Math.max(sentence.start, start - 28), start)).text.toLowerCase();
	const behind = fold(text.slice(figure.end, Math.min(sentence.end, figure.end + 16))).text;
	return (
		koreanBehind.test(behind) ||
		(chineseBehind.test(behind) && chineseBefore.test(before)) ||
		(englishBefore.test(before) && englishChange.test(whole))
	);
}
