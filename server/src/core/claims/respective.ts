/** Which of several things each of several figures is about, where the text gives both in one order. */
import { listEnds, listJoins, respectiveWords } from "../../../data/respective.ts";
import type { Figure, Qualifier, Span } from "../model.ts";
import { fold } from "../text/fold.ts";

/** What one figure of such a list is about. */
export interface Respective {
	/** The figure's own thing. */
	readonly own: Span;
	/** The other figures' things. */
	readonly others: readonly Span[];
	/** The qualifier that stands before the first or behind the last figure, for all of them: 分别超过4000家、9万名. */
	readonly qualifier: Qualifier | null;
}

const escaped = (words: readonly string[]): string =>
	[...words]
		.sort((a, b) => b.length - a.length)
		.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
		.join("|");
const joinPattern = new RegExp(escaped(listJoins), "g");
const betweenPattern = new RegExp(`^(?:\\s|${escaped(listJoins)})*$`);
const wordPattern = new RegExp(escaped(respectiveWords));
const endPattern = new RegExp(escaped(listEnds));

/** @param figures those of the sentence that state something, in order; conversions in brackets left out */
export function readRespective(text: string, sentence: Span, figures: readonly Figure[]): ReadonlyMap<Figure, Respective> {
	const found = new Map<Figure, Respective>();
	if (figures.length < 2 || !wordPattern.test(lower(text.slice(sentence.start, sentence.end)))) {
		return found;
	}
	for (const group of groups(text, figures)) {
		const [first] = group;
		const things = first ? thingsBefore(text, sentence.start, first.start, group.length) : null;
		if (!things) {
			continue;
		}
		const qualifier = sharedQualifier(group);
		for (const [index, figure] of group.entries()) {
			const own = things[index] as Span;
			found.set(figure, { own, others: things.filter((thing) => thing !== own), qualifier });
		}
	}
	return found;
}

/** Runs of figures with nothing but joins and qualifiers between them. */
function groups(text: string, figures: readonly Figure[]): Figure[][] {
	const runs: Figure[][] = [];
	for (const figure of figures) {
		const run = runs.at(-1);
		const last = run?.at(-1);
		if (run && last) {
			const from = Math.max(last.end, last.qualifierSpan && last.qualifierSpan.start >= last.end ? last.qualifierSpan.end : 0);
			const to = Math.min(figure.start, figure.qualifierSpan?.start ?? figure.start);
			if (to >= from && betweenPattern.test(lower(text.slice(from, to)))) {
				run.push(figure);
				continue;
			}
		}
		runs.push([figure]);
	}
	return runs.filter((run) => run.length > 1);
}

/** The last `count` members of the list that ends before the figures; null where there are fewer. */
function thingsBefore(text: string, start: number, end: number, count: number): Span[] | null {
	const before = lower(text.slice(start, end));
	const cuts: Span[] = [...before.matchAll(joinPattern)].map((match) => ({
		start: match.index,
		end: match.index + match[0].length,
	}));
	// What is said of all stands behind the last join.
	const members: Span[] = [];
	let to = before.length;
	for (const cut of [...cuts.reverse(), { start: 0, end: 0 }]) {
		const from = cut.end;
		const stop = members.length === 0 ? endPattern.exec(before.slice(from, to)) : null;
		const last = stop ? from + stop.index : to;
		if (last > from && before.slice(from, last).trim() !== "") {
			members.unshift({ start: start + from, end: start + last });
		}
		to = cut.start;
		if (members.length === count) {
			return members;
		}
	}
	return null;
}

function sharedQualifier(group: readonly Figure[]): Qualifier | null {
	const said = group.filter((figure) => figure.qualifier !== "exact");
	const [only] = said;
	return said.length === 1 && only && (only === group[0] || only === group.at(-1)) && only.qualifier !== "between"
		? only.qualifier
		: null;
}

/** In the length of the original: what is compared is Latin in lower case, and Chinese where both scripts write it alike. */
const lower = (text: string): string => {
	const folded = fold(text).text.toLowerCase();
	return folded.length === text.length ? folded : text.toLowerCase();
};
