/** Facts of a document that cannot stand beside one another. */
import type { BlockContent } from "../draft/draft.ts";
import type { KnownDraft } from "../knownDraft.ts";
import type { Period } from "../model.ts";
import { oncePer } from "../oncePer.ts";
import { disagree, type Fact, type Facts, factsOf, isLess } from "./facts.ts";

/** Two facts, the first of which is what the finding is about. */
export interface Conflict {
	readonly fact: Fact;
	readonly other: Fact;
}

/** More facts of one thing are not compared one by one. */
const mostFacts = 200;

function isSame(a: Period, b: Period): boolean {
	return a.start === b.start && a.end === b.end;
}

/** One thing with two values: at the places no claim supports, else at the later one. */
export const disagreements = oncePer((known: KnownDraft): readonly Conflict[] =>
	factsOf(known).flatMap((facts) => byPeriod(facts).flatMap(oddOnes)),
);

function byPeriod(facts: Facts): Facts[] {
	const groups = new Map<string, Fact[]>();
	for (const fact of facts) {
		const key = `${fact.period.start} ${fact.period.end}`;
		const group = groups.get(key);
		if (group) {
			group.push(fact);
		} else {
			groups.set(key, [fact]);
		}
	}
	return [...groups.values()].filter((group) => group.length > 1 && group.length <= mostFacts);
}

/** Whether a table has them in different rows: whoever made it had a reason to tell them apart. */
function areToldApart(a: Fact, b: Fact): boolean {
	const [one, other] = [a.passage.cell, b.passage.cell];
	return a.content === b.content && one !== null && other !== null && one.table === other.table && one.row !== other.row;
}

function oddOnes(facts: Facts): Conflict[] {
	const first = facts[0] as Fact;
	if (!facts.some((fact) => disagree(fact.figure, first.figure))) {
		return [];
	}
	// What a claim supports is right; else what most say, and of two what is said first.
	const agreeing = (fact: Fact) => facts.filter((one) => !disagree(one.figure, fact.figure)).length;
	const backed = facts.filter((fact) => fact.supported);
	const trusted = backed.length > 0 ? backed : facts;
	const reference = trusted.reduce((best, fact) => (agreeing(fact) > agreeing(best) ? fact : best));
	return facts.flatMap((fact) =>
		disagree(fact.figure, reference.figure) &&
		!areToldApart(fact, reference) &&
		!(fact.supported && backed.length < facts.length && facts.some((one) => !one.supported && disagree(one.figure, fact.figure)))
			? [{ fact, other: reference }]
			: [],
	);
}

/** A running total that is smaller at a later date. */
export const regressions = oncePer((known: KnownDraft): readonly Conflict[] =>
	factsOf(known).flatMap((facts) => {
		if (facts[0]?.kind !== "cumulative") {
			return [];
		}
		const sorted = facts.slice(0, mostFacts).toSorted((a, b) => endOf(a).localeCompare(endOf(b)));
		return sorted.flatMap((fact, index): Conflict[] => {
			const before = sorted
				.slice(0, index)
				.filter(
					(one) =>
						!areToldApart(one, fact) &&
						endOf(one) < endOf(fact) &&
						one.period.start === fact.period.start &&
						isLess(fact.figure, one.figure),
				);
			const other = before.at(-1);
			return other ? [{ fact, other }] : [];
		});
	}),
);

/** A part of a period that has more than the whole of it. */
export const excesses = oncePer((known: KnownDraft): readonly Conflict[] =>
	factsOf(known).flatMap((facts) => {
		if (facts[0]?.kind !== "flow" && facts[0]?.kind !== "count") {
			return [];
		}
		const some = facts.slice(0, mostFacts);
		return some.flatMap((fact): Conflict[] => {
			const other = some.find((whole) => isWithin(fact.period, whole.period) && isLess(whole.figure, fact.figure));
			return other ? [{ fact, other }] : [];
		});
	}),
);

function endOf({ period }: Fact): string {
	return period.end ?? "";
}

/** Whether a period lies in another and is shorter. */
function isWithin(part: Period, whole: Period): boolean {
	return (
		part.start !== null &&
		part.end !== null &&
		whole.start !== null &&
		whole.end !== null &&
		part.start < part.end &&
		!isSame(part, whole) &&
		whole.start <= part.start &&
		part.end <= whole.end
	);
}

let last = 0;
const numbers = new WeakMap<BlockContent, number>();

function numberOf(content: BlockContent): number {
	let number = numbers.get(content);
	if (number === undefined) {
		last += 1;
		number = last;
		numbers.set(content, number);
	}
	return number;
}

/** Stands for conflicts as long as their blocks stay the same; "" for none. */
export function conflictKey(conflicts: readonly Conflict[]): string {
	return conflicts
		.map(
			({ fact, other }) =>
				`${numberOf(fact.content)}:${fact.figure.start}:${numberOf(other.content)}:${other.figure.start}:${fact.supported}${other.supported}`,
		)
		.join(" ");
}
