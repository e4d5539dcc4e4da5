/**
 * Newer claims about what a supported figure says: of a later date, or of the same period by a later source. Precision goes first:
 * a claim that may be of another scope ("customers in the south") says nothing about the figure.
 */
import { Decimal } from "../decimal.ts";
import type { Claim, Period } from "../model.ts";
import { relateUnits, relateValues } from "./compare.ts";
import type { NewerClaim, Subject } from "./evidence.ts";
import type { Match } from "./judge.ts";
import { wordOverlap } from "./words.ts";

/** Values farther apart than this factor are of different scopes more often than of different dates. */
const farthest = { stock: 3, cumulative: 3, count: 3, flow: 3, ratio: 2, target: 2 } as const;
/** The least part of the words that two claims of one language must share, beside entity and measure. */
const leastWords = 0.4;
/** The same for claims whose measure the glossary does not know: there the words are all that says it. */
const leastWordsAlone = 0.75;

/**
 * @param support the matches that support the figure, best first
 * @param matches all candidates
 * @returns the latest first; empty where the figure is up to date
 */
export function newerClaims(subject: Subject, support: readonly Match[], matches: readonly Match[]): readonly NewerClaim[] {
	const than = latest(support);
	if (!than || than.entity === "") {
		return [];
	}
	// Nothing is newer than what the text speaks of: its own period, or the one that it carries over.
	const limit = subject.period?.end ?? null;
	const datedByItself = subject.periodStated && limit !== null;
	const alike = matches.filter((one) => isAlike(one, than));
	const isClear = (claim: Claim): boolean =>
		alike.every(
			({ claim: other }) =>
				other.source.key !== claim.source.key ||
				!samePeriod(other.period, claim.period) ||
				relateValues(other, claim) === "equal",
		);
	if (!isClear(than)) {
		return [];
	}
	const later = ({ claim }: Match): boolean =>
		!datedByItself &&
		claim.kind !== "target" &&
		isLater(claim.period, than.period) &&
		(limit === null || (claim.period.end ?? "") <= limit);
	const again = ({ claim }: Match): boolean =>
		samePeriod(claim.period, than.period) &&
		claim.source.key !== than.source.key &&
		support.every((one) => one.claim.source.published !== "" && one.claim.source.published < claim.source.published);
	return alike
		.filter(
			(one) =>
				one.value === "different" &&
				relateValues(than, one.claim) === "different" &&
				isNear(one.claim, than) &&
				(later(one) || again(one)) &&
				isClear(one.claim),
		)
		.map((one) => ({ claim: one.claim, than, restated: !later(one) }))
		.sort(
			(a, b) =>
				compareText(b.claim.period.end ?? "", a.claim.period.end ?? "") ||
				compareText(b.claim.source.published, a.claim.source.published),
		);
}

/** The supporting claim of the latest date, of those about the same thing as the best match. */
function latest(support: readonly Match[]): Claim | null {
	const best = support[0];
	if (best?.entity !== "same" || best.unit === "other") {
		return null;
	}
	let found = best.claim;
	for (const { claim } of support) {
		const same = claim.entity === found.entity && claim.measure === found.measure && claim.kind === found.kind;
		if (same && (claim.period.end ?? "") > (found.period.end ?? "")) {
			found = claim;
		}
	}
	return found;
}

/** Whether a candidate is about what the claim is about: entity, measure or words, kind and unit. */
function isAlike(one: Match, than: Claim): boolean {
	const { claim } = one;
	if (one.entity !== "same" || claim.entity !== than.entity || claim.kind !== than.kind || claim.measure !== than.measure) {
		return false;
	}
	const unit = relateUnits(than, claim);
	if (unit !== "same" && unit !== "convertible") {
		return false;
	}
	const sameLanguage = claim.source.language === than.source.language;
	const words = wordOverlap(claim.words, than.words);
	if (than.measure === "") {
		return sameLanguage && words >= leastWordsAlone && Math.min(claim.words.length, than.words.length) >= 4;
	}
	return one.measure === "same" && (!sameLanguage || words >= leastWords);
}

function samePeriod(a: Period, b: Period): boolean {
	return a.start === b.start && a.end === b.end && a.end !== null;
}

/** Of a later end, and of the same length: a half-year is not what has become of a year. */
function isLater(a: Period, b: Period): boolean {
	if (a.end === null || b.end === null || a.end <= b.end || (a.start === null) !== (b.start === null)) {
		return false;
	}
	return a.start === null || b.start === null || Math.abs(days(a.start, a.end) - days(b.start, b.end)) <= 5;
}

const days = (start: string, end: string): number => (Date.parse(end) - Date.parse(start)) / 86_400_000;

/** Whether one can have become the other: a running total does not shrink, nothing changes by many times. */
function isNear(claim: Claim, than: Claim): boolean {
	const [a, b] = [claim.value, than.value];
	if (!a || !b || a.sign !== b.sign || a.isZero) {
		return false;
	}
	// Two units of one dimension: the ratio of their numbers says nothing, and such pairs are rare.
	if (relateUnits(claim, than) === "convertible") {
		return true;
	}
	if (claim.kind === "cumulative" && a.compare(b) < 0 && isLater(claim.period, than.period)) {
		return false;
	}
	const [large, small] = a.abs().compare(b.abs()) > 0 ? [a.abs(), b.abs()] : [b.abs(), a.abs()];
	return large.compare(small.times(Decimal.of(farthest[claim.kind]))) <= 0;
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
