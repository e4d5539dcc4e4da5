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

/** Something that is stated in more ways than this is not one thing. */
const mostValues = 12;

/** The facts that say something different, each by the first that says so; null where there are too many. */
function distinct(facts: Facts, by: (fact: Fact) => string): Facts | null {
	const found = new Map<string, Fact>();
	for (const fact of facts) {
		const key = by(fact);
		if (!found.has(key)) {
			found.set(key, fact);
			if (found.size > mostValues) {
				return null;
			}
		}
	}
	return [...found.values()];
}

function valueKey({ figure }: Fact): string {
	return `${figure.value} ${figure.unit} ${figure.precision} ${figure.qualifier}`;
}

function periodKey({ period }: Fact): string {
	return `${period.start} ${period.end}`;
}

/** One thing with two values: at the places no claim supports, else at the later one. */
export const disagreements = conflictsOf((facts) => byPeriod(facts).flatMap(oddOnes));

function byPeriod(facts: Facts): Facts[] {
	const groups = new Map<string, Fact[]>();
	for (const fact of facts) {
		const key = periodKey(fact);
		const group = groups.get(key);
		if (group) {
			group.push(fact);
		} else {
			groups.set(key, [fact]);
		}
	}
	return [...groups.values()].filter((group) => group.length > 1);
}

/** Whether a table has them in different rows: whoever made it had a reason to tell them apart. */
function areToldApart(a: Fact, b: Fact): boolean {
	const [one, other] = [a.passage.cell, b.passage.cell];
	return a.content === b.content && one !== null && other !== null && one.table === other.table && one.row !== other.row;
}

function oddOnes(facts: Facts): Conflict[] {
	const values = distinct(facts, valueKey);
	const [first] = values ?? [];
	if (!values || !first || !values.some((fact) => disagree(fact.figure, first.figure))) {
		return [];
	}
	// What a claim supports is right; else what most say, and of two what is said first.
	const saying = new Map<string, number>();
	for (const fact of facts) {
		saying.set(valueKey(fact), (saying.get(valueKey(fact)) ?? 0) + 1);
	}
	const agreeing = (fact: Fact) =>
		values.reduce((all, one) => all + (disagree(one.figure, fact.figure) ? 0 : (saying.get(valueKey(one)) ?? 0)), 0);
	const backed = facts.find(({ supported }) => supported);
	const reference = backed ?? values.reduce((best, fact) => (agreeing(fact) > agreeing(best) ? fact : best));
	const wrong = new Set(values.filter((fact) => disagree(fact.figure, reference.figure)).map(valueKey));
	return facts.flatMap((fact) =>
		wrong.has(valueKey(fact)) && !fact.supported && !areToldApart(fact, reference) ? [{ fact, other: reference }] : [],
	);
}

/** A running total that is smaller at a later date. */
export const regressions = conflictsOf((facts) => {
	if (facts[0]?.kind !== "cumulative") {
		return [];
	}
	const sorted = distinct(facts, (fact) => `${periodKey(fact)} ${valueKey(fact)}`)?.toSorted((a, b) =>
		endOf(a).localeCompare(endOf(b)),
	);
	return (sorted ?? []).flatMap((fact, index, all): Conflict[] => {
		const other = all
			.slice(0, index)
			.findLast(
				(one) =>
					!areToldApart(one, fact) &&
					endOf(one) < endOf(fact) &&
					one.period.start === fact.period.start &&
					isLess(fact.figure, one.figure),
			);
		return other ? [{ fact, other }] : [];
	});
});

/** A part of a period that has more than the whole of it. */
export const excesses = conflictsOf((facts) => {
	const [first] = facts;
	if ((first?.kind !== "flow" && first?.kind !== "count") || facts.every(({ period }) => isSame(period, first.period))) {
		return [];
	}
	const some = distinct(facts, (fact) => `${periodKey(fact)} ${valueKey(fact)}`) ?? [];
	return some.flatMap((fact): Conflict[] => {
		const other = some.find(
			(whole) => !areToldApart(whole, fact) && isWithin(fact.period, whole.period) && isLess(whole.figure, fact.figure),
		);
		return other ? [{ fact, other }] : [];
	});
});

function isSame(a: Period, b: Period): boolean {
	return a.start === b.start && a.end === b.end;
}

/** The conflicts of a document by the block that each is reported in, and what stands for all of them. */
export interface Conflicts {
	readonly by: ReadonlyMap<BlockContent, readonly Conflict[]>;
	/** The same as long as the conflicts and their blocks are; "" for none. */
	readonly key: string;
}

function conflictsOf(find: (facts: Facts) => readonly Conflict[]): (known: KnownDraft) => Conflicts {
	// A keystroke changes the facts of few things: what was found about all others holds.
	const kept = new WeakMap<Fact, { readonly facts: Facts; readonly found: readonly Conflict[] }>();
	const findOnce = (facts: Facts): readonly Conflict[] => {
		const first = facts[0] as Fact;
		const last = kept.get(first);
		if (last?.facts.length === facts.length && last.facts.every((fact, index) => fact === facts[index])) {
			return last.found;
		}
		const found = find(facts);
		kept.set(first, { facts, found });
		return found;
	};
	return oncePer((known: KnownDraft): Conflicts => {
		const found = factsOf(known).flatMap(findOnce);
		const by = new Map<BlockContent, Conflict[]>();
		for (const conflict of found) {
			const { content } = conflict.fact;
			const own = by.get(content);
			if (own) {
				own.push(conflict);
			} else {
				by.set(content, [conflict]);
			}
		}
		return { by, key: conflictKey(found) };
	});
}

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

function conflictKey(conflicts: readonly Conflict[]): string {
	return conflicts
		.map(
			({ fact, other }) =>
				`${numberOf(fact.content)}:${fact.figure.start}:${numberOf(other.content)}:${other.figure.start}:${fact.supported}${other.supported}`,
		)
		.join(" ");
}
