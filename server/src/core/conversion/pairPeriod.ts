/** The period that a sentence or a table's label gives a pair of amounts. */
import { periodAfter, periodLinks, sinceAfter, sinceBefore } from "../../../data/rates/wording.ts";
import type { Passage } from "../draft/draft.ts";
import type { Figure, Period } from "../model.ts";
import { fold } from "../text/fold.ts";
import type { Pair } from "./pairs.ts";

/** How far from a period the words stand that make it the beginning of a longer one. */
const nearby = 24;

const since = { before: new RegExp(`(?:${sinceBefore.join("|")})$`), after: new RegExp(`^\\s*(?:${sinceAfter.join("|")})`) };
const trailing = new RegExp(
	`^[\\s)\\]]*(?:${periodAfter.join("|")})(?:\\s(?:${periodAfter.join("|")}))*\\s*$|^[\\s)\\]]*\\(\\s*$`,
);

/**
 * The period that follows the pair and belongs to nothing else ("… (US$2.89 billion) in 2022"), else the one that stands nearest
 * before it in its sentence; of "since 2019" only the start. Null where the sentence names none.
 */
export function periodOf({ text, sentences, figures }: Passage, { first, second }: Pair): Period | null {
	const sentence = sentences.find((span) => span.start <= first.start && first.start < span.end);
	const named = figures.filter(
		(figure) => figure.period !== null && (!sentence || (figure.start >= sentence.start && figure.end <= sentence.end)),
	);
	const next = named.find((figure) => figure.start >= second.end);
	const isBehind =
		next !== undefined &&
		next.start - second.end <= 2 * nearby &&
		trailing.test(fold(text.slice(second.end, next.start)).text.toLowerCase());
	const at = isBehind ? named.indexOf(next) : named.findLastIndex((figure) => figure.end <= first.start);
	return at < 0 ? null : wholePeriod(text, named[at - 1], named[at] as Figure);
}

/** The period of a figure together with the one that it ends ("2019년부터 2022년까지"), or that goes on from it ("since 2019"). */
function wholePeriod(text: string, previous: Figure | undefined, figure: Figure): Period {
	const period = figure.period as Period;
	const folded = (from: number, to: number) => fold(text.slice(Math.max(0, from), to)).text.toLowerCase();
	if (previous?.period?.start && period.end && previous.period.start < period.end) {
		if (previous.end <= figure.start && periodLinks.includes(folded(previous.end, figure.start).trim())) {
			return { start: previous.period.start, end: period.end };
		}
	}
	return isSince(folded(figure.start - nearby, figure.start), folded(figure.end, figure.end + nearby)) && period.start
		? { start: period.start, end: null }
		: period;
}

function isSince(before: string, after: string): boolean {
	return since.before.test(before) || since.after.test(after);
}

/** The period of a table's row or column by its label. */
export function labelPeriod(label: string, periods: readonly Period[]): Period | null {
	const [only = null] = periods;
	const year = only?.start?.slice(0, 4) ?? "";
	const at = year === "" ? -1 : label.indexOf(year);
	if (!only?.start || at < 0 || periods.length > 1) {
		return only;
	}
	// Between the year's digits and the word stands what counts it, 年 or 년.
	const after = label.slice(at + year.length).replace(/^\s*[年년]/, "");
	return isSince(label.slice(0, at), after) ? { start: only.start, end: null } : only;
}
