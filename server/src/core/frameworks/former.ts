/** Citations that speak of what once was, and what the words beside a citation say of its edition. */
import { earlierReports, editionWords, formerWords } from "../../../data/frameworks/citationWords.ts";
import type { Passage } from "../draft/draft.ts";
import type { Span } from "../model.ts";
import { proseOf, sentenceAt } from "../wording/prose.ts";
import type { Entry } from "./registry.ts";
import type { ReportDate } from "./reportDate.ts";
import { oneOf } from "./scanner.ts";

const former = new RegExp(oneOf(formerWords), "i");
const report = new RegExp(oneOf(earlierReports), "i");
const words = new Map(Object.entries(editionWords).map(([key, patterns]) => [key, new RegExp(oneOf(patterns), "i")]));

/** A bound where a text has no full stops, in UTF-16 units. */
const longestSentence = 1000;

/** The folded sentence that a span of a passage stands in. */
function sentenceOf(passage: Passage, { start }: Span): string {
	const prose = proseOf(passage);
	const sentence = sentenceAt(prose, prose.at(start));
	return prose.text.slice(sentence.start, Math.min(sentence.end, sentence.start + longestSentence));
}

/**
 * Whether a citation's sentence speaks of a former standard or of an earlier report: then it is no basis of this one.
 * @param before the year that an earlier report's year lies before; null where there is none to compare with.
 */
export function speaksOfFormer(passage: Passage, span: Span, before: string | null): boolean {
	const sentence = sentenceOf(passage, span);
	if (former.test(sentence)) {
		return true;
	}
	const year = report
		.exec(sentence)
		?.slice(1)
		.find((group) => group !== undefined);
	return year !== undefined && before !== null && year < before;
}

/** The year that a report is about, or is published in; null where it says neither. */
export function reportYear({ periodStart, published }: ReportDate): string | null {
	return (periodStart ?? published)?.slice(0, 4) ?? null;
}

/** The one of several editions that the words beside a citation speak of; undefined where they speak of none or of several. */
export function editionBeside(texts: readonly Passage[], span: Span, open: readonly Entry[]): Entry | undefined {
	const text =
		texts.length === 1 ? sentenceOf(texts[0] as Passage, span) : texts.map((passage) => proseOf(passage).text).join(" | ");
	const meant = open.filter(({ framework, standard, edition }) => words.get(`${framework} ${standard}@${edition}`)?.test(text));
	return meant.length === 1 ? meant[0] : undefined;
}
