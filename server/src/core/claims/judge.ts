/**
 * The verdict on a figure: what the claims with its value and the claims about its subject say together. Precision goes
 * first: a figure whose subject is unknown is never contradicted, and the same value alone is weak evidence.
 */

import { Decimal } from "../decimal.ts";
import { isStatement } from "../figures/isStatement.ts";
import type { Claim, Figure, Period, Qualifier } from "../model.ts";
import {
	countedUnit,
	driftsFrom,
	isFraction,
	isOpenUnit,
	isOwnNoun,
	powerOfTen,
	relateUnits,
	relateValues,
	sameNumber,
	significantDigits,
	type UnitRelation,
} from "./compare.ts";
import type { ClaimQuery } from "./database.ts";
import { baseNumber, dimensionOf } from "./dimension.ts";
import type { Evidence, Subject, Verdict } from "./evidence.ts";
import type { Glossary } from "./glossary.ts";
import { newerClaims } from "./newer.ts";
import { sharedWords, wordOverlap } from "./words.ts";

type EntityRelation = "same" | "related" | "unknown" | "different";
type MeasureRelation = "same" | "near" | "unknown" | "different";
type PeriodRelation = "same" | "overlap" | "unknown" | "different";

/** How a claim stands to a figure, part by part: the reasons of a verdict. */
export interface Match {
	readonly claim: Claim;
	readonly entity: EntityRelation;
	readonly measure: MeasureRelation;
	/** Overlap of the words around both, 0 to 1; 0 across languages. */
	readonly words: number;
	/** How many those are. */
	readonly sharedWords: number;
	readonly period: PeriodRelation;
	readonly unit: UnitRelation;
	readonly value: "equal" | "inside-open" | "different";
	/** Both targets, or neither. */
	readonly sameAim: boolean;
	readonly score: number;
}

/** How much of the words must be shared where they alone say what a figure is about, and how far ahead of any other claim. */
const fewestShared = 0.5;
const clearLead = 0.2;
const ten = Decimal.parse("10");

/** What must be reached before a claim with the figure's value supports it. */
const enoughSupport = 4;

/** What the database is to be asked about a figure; null for figures that no claim could be about. */
export function queryFor(figure: Figure, subject: Subject): ClaimQuery | null {
	if (!figure.checkworthy || !isStatement(figure)) {
		return null;
	}
	const range = rangeOf(figure, figure.unit);
	const dimension = dimensionOf(figure.unit);
	// An amount per something is also looked up as an amount: sources say the "per" in words.
	const amount = /^money:[A-Z]{3}(?=\/)/.exec(dimension)?.[0];
	const twin =
		amount ?? (dimension === "mass" ? "mass-co2e" : dimension === "mass-co2e" ? "mass" : dimension === "none" ? "count" : null);
	return {
		dimension,
		ranges: [range],
		also: [...(twin ? [{ dimension: twin, ...(amount ? rangeOf(figure, null) : range) }] : []), ...asPrintedOtherwise(figure)],
		measures: subject.measures,
		entities: subject.entities,
		...(subject.period ? { period: subject.period } : {}),
	};
}

/** "Half" is also looked for as 50%, "86 m" as 86 million. */
function asPrintedOtherwise(figure: Figure): ClaimQuery["also"] {
	if (isFraction(figure)) {
		const { low, high } = rangeOf(figure, null);
		return [{ dimension: "percent", low: low * 100, high: high * 100 }];
	}
	if (isBareAmount(figure)) {
		return [{ dimension: "money:CNY", ...rangeOf(figure, null) }];
	}
	const millions = asMillions(figure);
	return millions ? [{ dimension: "count", ...rangeOf(millions, null) }] : [];
}

/** 贷款超58亿, 累计授信1.1万亿: Chinese leaves the currency out where it is clear. */
const isBareAmount = ({ currency, style }: Figure): boolean =>
	currency === null && style.suffix === "" && /[万亿萬億]$/.test(style.numeral);

/** What "86 m" says when no length is meant; null for figures that are not in metres. */
function asMillions(figure: Figure): Figure | null {
	const { value, low, high, unit, precision } = figure;
	const million = (end: Decimal | null): Decimal | null => (end === null ? null : end.shift(6));
	return unit === "m" && figure.style.language === "en"
		? {
				...figure,
				kind: "quantity",
				unit: null,
				value: million(value),
				low: million(low),
				high: million(high),
				precision: precision + 6,
			}
		: null;
}

/** The figure's qualifier and interval with what its list says of all of them. */
function qualified({ value, low, high }: Figure, qualifier: Qualifier): Pick<Figure, "qualifier" | "low" | "high"> {
	switch (qualifier) {
		case "more-than":
		case "at-least":
			return { qualifier, low: value, high: null };
		case "less-than":
		case "at-most":
			return { qualifier, low: null, high: value };
		default:
			return { qualifier, low, high };
	}
}

/** Where the figure's value can lie, wide enough for rounding by the writer (0.5%) and for bounds ("over 1,100" of 1,189). */
function rangeOf(figure: Figure, unit: string | null): { low: number; high: number } {
	const ends = [figure.low, figure.high, figure.value].filter((end) => end !== null).map((end) => baseNumber(end, unit));
	const value = figure.value ? baseNumber(figure.value, unit) : ((ends[0] ?? 0) + (ends[1] ?? 0)) / 2;
	return { low: Math.min(...ends, value - Math.abs(value) / 10), high: Math.max(...ends, value + Math.abs(value) / 10) };
}

/** A verdict with everything that it was weighed from: what explains it is what gave it. */
export interface Judgement {
	readonly evidence: Evidence;
	/** Every candidate, the best match first; empty for figures that are not check-worthy. */
	readonly matches: readonly Match[];
}

export function judge(figure: Figure, subject: Subject, candidates: readonly Claim[], glossary: Glossary): Evidence {
	return weigh(figure, subject, candidates, glossary).evidence;
}

export function weigh(figure: Figure, subject: Subject, candidates: readonly Claim[], glossary: Glossary): Judgement {
	// The organisation's own records say what documents leave open: what a document says of the very thing goes before them.
	const documents = candidates.filter(({ source }) => source.own === undefined);
	if (documents.length > 0 && documents.length < candidates.length) {
		const judgement = weigh(figure, subject, documents, glossary);
		if (settledByDocuments.has(judgement.evidence.verdict)) {
			return judgement;
		}
	}
	const { sharedQualifier } = subject;
	if (sharedQualifier && figure.qualifier === "exact") {
		const judgement = weigh(
			{ ...figure, ...qualified(figure, sharedQualifier) },
			{ ...subject, sharedQualifier: null },
			candidates,
			glossary,
		);
		return {
			...judgement,
			evidence: { ...judgement.evidence, figure, subject: { ...judgement.evidence.subject, sharedQualifier } },
		};
	}
	const judgement = weighAs(figure, subject, candidates, glossary);
	const { joinedQualifier } = subject;
	if (judgement.evidence.verdict === "qualifier-drift" && joinedQualifier !== null && figure.qualifier === "exact") {
		const joined = weighAs({ ...figure, ...qualified(figure, joinedQualifier) }, subject, candidates, glossary);
		return joined.evidence.verdict === "supported" ? { ...joined, evidence: { ...joined.evidence, figure } } : judgement;
	}
	const millions = judgement.evidence.verdict === "unsupported-figure" ? asMillions(figure) : null;
	const other = millions ? weighAs(millions, subject, candidates, glossary) : null;
	if (other?.evidence.verdict === "supported") {
		return { ...other, evidence: { ...other.evidence, figure } };
	}
	// 增长一倍 is twice as much.
	if (judgement.evidence.verdict === "unsupported-figure" && subject.increase && figure.unit === "x" && figure.value) {
		const value = figure.value.plus(Decimal.one);
		const whole = weighAs({ ...figure, value, low: value, high: value }, subject, candidates, glossary);
		if (whole.evidence.verdict === "supported") {
			return { ...whole, evidence: { ...whole.evidence, figure } };
		}
	}
	return judgement.evidence.verdict === "unsupported-figure" && subject.topics.length > 0
		? (byTopic(millions ?? figure, subject, candidates, glossary) ?? judgement)
		: judgement;
}

/**
 * "How many schools? About 1,679.": where the sentence does not say what a figure is of, the one claim with its value that is of
 * something the text around speaks of. It supports, and it never says that a figure is wrong.
 */
function byTopic(figure: Figure, subject: Subject, candidates: readonly Claim[], glossary: Glossary): Judgement | null {
	const open = figure.kind === "count" && significantDigits(figure.value) >= 3 ? { ...figure, unit: null } : figure;
	const bare = isBareAmount(figure);
	for (const topic of subject.topics) {
		const claims = candidates.filter((claim) => claim.measure === topic);
		if (claims.length > 0) {
			const [{ unit, currency } = figure] = claims;
			const tried = bare && currency !== null ? { ...figure, kind: "money" as const, unit, currency } : open;
			// "25 banks disclosed …": a kind of organisations is seldom named as the sources name it.
			const kind = subject.entityStated ? undefined : claims.find(({ entity }) => glossary.entities.get(entity)?.group)?.entity;
			const about = { ...subject, measures: [topic], entities: kind === undefined ? subject.entities : [kind] };
			const judgement = weighAs(tried, about, claims, glossary);
			const [claim] = judgement.evidence.claims;
			if (judgement.evidence.verdict === "supported" && claim && about.entities.some((one) => isOf(one, claim, glossary))) {
				return {
					...judgement,
					evidence: { ...judgement.evidence, figure, subject: { ...judgement.evidence.subject, measures: subject.measures } },
				};
			}
		}
	}
	return null;
}

/**
 * The evidence of a passage's figures, where one contradicts a claim that another of its figures states: of two shares in one
 * sentence, the second is of something else.
 */
export function settle(
	judged: readonly Evidence[],
	candidates: readonly (readonly Claim[])[],
	glossary: Glossary,
): readonly Evidence[] {
	const stated = new Set(judged.flatMap(({ verdict, claims }) => (verdict === "supported" ? claims.slice(0, 1) : [])));
	return stated.size === 0
		? judged
		: judged.map((one, index) => {
				const [claim] = one.claims;
				return one.verdict === "contradicted-figure" && claim && stated.has(claim)
					? (byTopic(one.figure, one.subject, candidates[index] ?? [], glossary)?.evidence ?? one)
					: one;
			});
}

const isOf = (entity: string, claim: Claim, glossary: Glossary): boolean =>
	claim.entity === entity || glossary.related(entity, claim.entity);

const settledByDocuments: ReadonlySet<Verdict> = new Set([
	"supported",
	"qualifier-drift",
	"excess-precision",
	"contradicted-figure",
	"scale-slip",
]);

function weighAs(figure: Figure, about: Subject, candidates: readonly Claim[], glossary: Glossary): Judgement {
	const subject = withOwner(figure, about, candidates, glossary);
	let matches: readonly Match[] = [];
	const verdictOf = (verdict: Verdict, claims: readonly Claim[] = []): Judgement => ({
		evidence: { figure, subject, verdict, claims, derivation: null },
		matches,
	});
	if (!figure.checkworthy || !isStatement(figure)) {
		return verdictOf("not-check-worthy");
	}
	matches = candidates.map((claim) => match(figure, subject, claim, glossary)).sort((a, b) => b.score - a.score);
	const described = bestDescribed(matches);
	const equal = matches.filter(
		(one) =>
			one.value === "equal" && (one.unit !== "other" || isForeignCount(figure, subject, one)) && one.entity !== "different",
	);

	const support = equal.filter((one) => one.sameAim && one.period !== "different" && one.score >= enoughSupport);
	// "A and B were 1 and 2 respectively": the value of B supports nothing that is said of A, which has a value of its own.
	const own = matches.find(
		(one) => one.measure === "same" && one.entity === "same" && one.period === "same" && one.unit === "same" && one.sameAim,
	);
	const swapped =
		subject.inOrder && own !== undefined && own.value === "different" && support.every((one) => one.measure === "different");
	const annual = swapped ? undefined : support.find((one) => !isCumulativeAsAnnual(subject, one));
	if (annual) {
		const verdict = agreement(figure, support, candidates);
		const judgement = verdictOf(
			verdict,
			support.map((one) => one.claim),
		);
		const newer = verdict === "supported" ? newerClaims(subject, support, matches) : [];
		return newer.length === 0 ? judgement : { ...judgement, evidence: { ...judgement.evidence, newer } };
	}

	const subjectMatches = matches.filter(
		(one) =>
			(isAbout(one, subject) || one === described) && one.sameAim && one.period !== "different" && !isForEachOfAll(subject, one),
	);

	// "Peers pay over ten times that" of "less than one tenth": the same thing the other way round.
	const inverse = subjectMatches.find((one) => isReciprocal(figure, one.claim));
	if (inverse) {
		return verdictOf("supported", [inverse.claim]);
	}

	const slip = [...subjectMatches, ...matches.filter((one) => isDigitByDigit(figure, subject, one))].find(
		(one) => one.unit !== "other" && one.value !== "equal" && powerOfTen(figure, one.claim) !== 0 && !isUnitSlip(figure, one),
	);
	if (slip) {
		return verdictOf("scale-slip", [slip.claim]);
	}
	const unit = matches.find(
		(one) =>
			isUnitSlip(figure, one) &&
			(one.measure === "same" ||
				(one.entity === "same" && subject.misfits.includes(one.claim.measure)) ||
				(isDistinctive(figure) &&
					(one.measure === "near" || (one.entity === "same" && one.period === "same" && one.measure === "unknown")))) &&
			one.entity !== "different" &&
			one.period !== "different",
	);
	if (unit) {
		return verdictOf("mismatched-unit", [unit.claim]);
	}
	const target = equal.find(
		(one) =>
			!one.sameAim &&
			one.claim.kind === "target" &&
			(one.entity === "same" || (one.entity === "related" && one.measure === "same")) &&
			one.measure !== "different" &&
			one.unit !== "convertible",
	);
	if (target && subject.aims) {
		return verdictOf("supported", [target.claim]);
	}
	if (target) {
		const achieved = matches.find(
			(one) => one.claim.kind !== "target" && one.claim.measure === target.claim.measure && one.entity === target.entity,
		);
		return verdictOf("target-as-result", achieved ? [target.claim, achieved.claim] : [target.claim]);
	}
	const period = equal.find((one) => one.sameAim && one.period === "different" && one.entity === "same" && namesMeasure(one));
	if (period && !isCumulativeAsAnnual(subject, period)) {
		return verdictOf("period-mismatch", [period.claim]);
	}
	const cumulative = equal.find(
		(one) => one.sameAim && one.entity !== "unknown" && namesMeasure(one) && isCumulativeAsAnnual(subject, one),
	);
	if (cumulative) {
		return verdictOf("cumulative-as-annual", [cumulative.claim]);
	}
	const contradicted = subjectMatches.filter((one) => one.unit !== "other");
	// Another organisation's value by chance is likely for a small number, a sister product's is not: 31 provinces, 30 provinces.
	const other = matches.find(
		(one) =>
			one.value === "equal" &&
			one.entity === "different" &&
			one.sameAim &&
			one.measure === "same" &&
			one.unit !== "other" &&
			(isDistinctive(figure)
				? one.period !== "different"
				: (subject.entityStated && one.period === "same" && significantDigits(figure.value) > 1) ||
					areSisters(subject, one.claim, glossary)),
	);
	if (other) {
		return verdictOf("entity-mismatch", [other.claim]);
	}
	const inside = contradicted.find((one) => one.value === "inside-open");
	if (inside) {
		return verdictOf("excess-precision", [inside.claim]);
	}
	const against = contradicted.find((one) => one.value === "different" && isComparable(figure, one.claim));
	if (against && !contradicted.some((one) => one.value === "equal") && isClear(against, contradicted)) {
		return verdictOf("contradicted-figure", contradicted.map((one) => one.claim).slice(0, 3));
	}
	return verdictOf(isEnumeration(figure, subject) ? "not-check-worthy" : "unsupported-figure");
}

/**
 * Whose figure it is where the sentence does not say: of the entities that the section speaks of, the first that has claims of
 * this measure.
 */
function withOwner(figure: Figure, subject: Subject, candidates: readonly Claim[], glossary: Glossary): Subject {
	const { entities, entityStated, measures } = subject;
	if (entityStated || entities.length < 2) {
		return subject;
	}
	const has = (entity: string, fits: (claim: Claim) => boolean): boolean =>
		candidates.some((claim) => claim.entity === entity && claim.measure !== "" && fits(claim));
	// What is nearly as likely to be meant is, where it has the very value and nothing that is likelier has.
	const agrees = (claim: Claim): boolean => relateUnits(figure, claim) !== "other" && relateValues(figure, claim) === "equal";
	const likely = entities.some((entity) => has(entity, (claim) => claim.measure === measures[0] && agrees(claim)));
	// What one of them has together with another ("Ant Group and MYbank") is its own as well.
	const partner = likely
		? undefined
		: entities.find((entity) =>
				candidates.some((claim) => claim.measure === measures[0] && glossary.isMemberOf(entity, claim.entity) && agrees(claim)),
			);
	if (partner !== undefined) {
		return { ...subject, entities: [partner] };
	}
	const owner =
		(likely
			? undefined
			: entities.find((entity) => has(entity, (claim) => measures.indexOf(claim.measure) > 0 && agrees(claim)))) ??
		entities.find((entity) => has(entity, (claim) => claim.measure === measures[0]));
	return owner === undefined ? subject : { ...subject, entities: [owner] };
}

/**
 * Where the glossary is silent, the claim that the words around the figure describe: it shares at least half of them and two, and
 * no claim with another value comes near. Words are compared within a language only.
 */
function bestDescribed(matches: readonly Match[]): Match | undefined {
	const contenders = matches
		.filter((one) => one.entity === "same" && one.unit !== "other" && one.measure !== "same" && one.measure !== "different")
		.sort((a, b) => b.words - a.words);
	const [best] = contenders;
	if (!best || best.words < fewestShared || best.sharedWords < 2) {
		return undefined;
	}
	const rival = contenders.find((one) => one.claim.text !== best.claim.text || one.value !== best.value);
	return !rival || best.words - rival.words >= clearLead || rival.period !== best.period ? best : undefined;
}

/**
 * Whether the claim is the one that the figure is about: of several with as much in common and other values (granted patents and all
 * patents), the words must say which.
 */
function isClear(best: Match, matches: readonly Match[]): boolean {
	return matches.every(
		(other) =>
			other === best ||
			other.period !== best.period ||
			other.claim.kind !== best.claim.kind ||
			other.claim.measure !== best.claim.measure ||
			relateUnits(other.claim, best.claim) === "other" ||
			relateValues(other.claim, best.claim) !== "different" ||
			best.words - other.words >= clearLead,
	);
}

/** The claim's three or more digits, of something that the same entity has in the same unit and half of the words describe. */
function isDigitByDigit(figure: Figure, subject: Subject, one: Match): boolean {
	return (
		one.entity === "same" &&
		one.sameAim &&
		one.unit === "same" &&
		one.measure !== "different" &&
		one.period === "same" &&
		(one.words >= fewestShared || one.claim.measure === subject.measures[0]) &&
		significantDigits(figure.value) >= 3
	);
}

/** "Three levers", 两个方面: a small number in words of something that no measure is about counts what the text itself lists. */
function isEnumeration(figure: Figure, subject: Subject): boolean {
	return (
		figure.kind === "count" &&
		subject.measures.length === 0 &&
		figure.value !== null &&
		figure.value.compare(ten) <= 0 &&
		!/\d/.test(figure.style.numeral.normalize("NFKC"))
	);
}

/** An average or a share of one ("226 lunches per school") and the total of all are not the same thing. */
function isForEachOfAll(subject: Subject, { claim }: Match): boolean {
	return subject.forEach && claim.kind !== "ratio" && claim.measure !== "";
}

/** A figure that claims support may still say more than they do. */
function agreement(figure: Figure, support: readonly Match[], candidates: readonly Claim[]): Verdict {
	// Claims that agree in every respect speak first: one that carries the same qualifier settles it.
	const best = support.filter((one) => one.score >= (support[0]?.score ?? 0) - 1);
	// A round value without a measure may well be another thing's.
	const known = best.some((one) => namesMeasure(one) || one.words >= fewestShared) || isDistinctive(figure);
	const drifts = (claim: Claim): boolean =>
		known && driftsFrom(figure, claim) && !(figure.qualifier === "exact" && isConversion(claim, candidates));
	if (best.every((one) => drifts(one.claim))) {
		return "qualifier-drift";
	}
	const finer = (claim: Claim): boolean =>
		figure.value !== null &&
		claim.value !== null &&
		figure.unit === claim.unit &&
		figure.precision < claim.precision &&
		!figure.value.equals(claim.value);
	return best.every((one) => finer(one.claim)) ? "excess-precision" : "supported";
}

/**
 * "204억6000만 위안(약 28억9000만 달러)": the "about" of an amount that the source converted from an exact one speaks of the
 * conversion, and a writer who prints the same digits without it claims nothing more.
 */
function isConversion(claim: Claim, candidates: readonly Claim[]): boolean {
	return (
		claim.qualifier === "about" &&
		claim.currency !== null &&
		candidates.some(
			(one) =>
				one.currency !== null &&
				one.currency !== claim.currency &&
				one.qualifier === "exact" &&
				one.source.key === claim.source.key &&
				one.text === claim.text &&
				one.measure === claim.measure &&
				one.locator.start < claim.locator.start,
		)
	);
}

function match(printed: Figure, subject: Subject, claim: Claim, glossary: Glossary): Match {
	const figure = { ...printed, unit: countedUnit(printed) };
	const distinctive = isDistinctive(figure) && !isOnlyNear(figure, claim);
	const entity = relateEntities(subject, claim, glossary, distinctive);
	const { measure, words } = relateMeasures(subject, claim, glossary);
	const period = relatePeriods(subject, claim);
	const unit = relateUnits(figure, claim);
	const counts = countable(figure.unit) && countable(claim.unit);
	const value = unit === "other" && !counts ? "different" : relateValues(figure, claim);
	const sameAim = (subject.kind === "target") === (claim.kind === "target");
	const carried = !subject.entityStated && subject.entities.includes(claim.entity);
	let score = carried ? 3 : { same: 3, related: 2, unknown: 0.5, different: -5 }[entity];
	score +=
		{ same: 4, near: 3, unknown: distinctive ? 0 : -1.5, different: distinctive ? -1.5 : -4 }[measure] +
		(measure === "same" ? 0 : 2 * words);
	score += { same: 2, overlap: 1, unknown: 0.5, different: -1 }[period];
	score += { same: 1, kindred: 0.5, convertible: 0.5, other: -3 }[unit];
	score += distinctive ? 1.5 : 0;
	score += value === "equal" ? 1 : 0;
	// Between claims that agree otherwise, the one of the same kind and the same qualifier is meant.
	score += subject.kind === claim.kind ? 0.5 : 0;
	score += figure.qualifier === claim.qualifier ? 0.25 : 0;
	return {
		claim,
		entity,
		measure,
		words,
		sharedWords: words === 0 ? 0 : sharedWords(subject.words, claim.words),
		period,
		unit,
		value,
		sameAim,
		score,
	};
}

function relateEntities(subject: Subject, claim: Claim, glossary: Glossary, distinctive: boolean): EntityRelation {
	const [entity] = subject.entities;
	if (claim.entity === "" || entity === undefined) {
		return "unknown";
	}
	if (entity === claim.entity) {
		return "same";
	}
	if (!subject.entityStated && subject.entities.includes(claim.entity)) {
		return "related";
	}
	// The whole's figure is not that of a part which the sentence names.
	if (subject.entityStated && distinctive && glossary.isPartOf(entity, claim.entity)) {
		return "different";
	}
	if (subject.entities.some((one) => glossary.related(one, claim.entity))) {
		return "related";
	}
	// Names that the glossary does not know cannot be compared across scripts.
	const unknown = !glossary.entities.has(entity) && !glossary.entities.has(claim.entity);
	return unknown && isLatin(entity) !== isLatin(claim.entity) ? "unknown" : "different";
}

const isLatin = (name: string): boolean => /^[\p{Script=Latin}\p{N}\p{P}\p{Z}\p{S}]+$/u.test(name);

function relateMeasures(subject: Subject, claim: Claim, glossary: Glossary): { measure: MeasureRelation; words: number } {
	const words = wordOverlap(subject.words, claim.words);
	if (claim.measure === "" || subject.measures.length === 0) {
		return { measure: words >= 0.6 ? "near" : "unknown", words };
	}
	if (subject.measures[0] === claim.measure) {
		return { measure: "same", words };
	}
	const parent = (id: string | undefined): string | undefined =>
		id === undefined ? undefined : glossary.measures.get(id)?.parent;
	const near =
		subject.measures.includes(claim.measure) ||
		parent(claim.measure) === subject.measures[0] ||
		parent(subject.measures[0]) === claim.measure ||
		words >= 0.6;
	return { measure: near ? "near" : subject.measureStated ? "different" : "unknown", words };
}

function relatePeriods(subject: Subject, claim: Claim): PeriodRelation {
	const { period } = subject;
	if (!period || (period.start === null && period.end === null) || (claim.period.start === null && claim.period.end === null)) {
		return "unknown";
	}
	if (
		period.end === claim.period.end &&
		(period.start === claim.period.start || period.start === null || claim.period.start === null)
	) {
		return "same";
	}
	// A point inside the other's stretch, or a target year within the same year; the end of a month stands for its days.
	if (overlaps(period, claim.period) || endInOneMonth(period, claim.period)) {
		return "overlap";
	}
	return subject.periodStated ? "different" : "unknown";
}

/** Whether one says what there was by a month, and the other is a total up to a day of that month. */
function endInOneMonth(a: Period, b: Period): boolean {
	const isLast = ({ end }: Period): boolean => end !== null && isMonthEnd(end);
	return (
		(isByMonth(a) || isByMonth(b)) &&
		a.end !== null &&
		b.end !== null &&
		a.end.slice(0, 7) === b.end.slice(0, 7) &&
		(isLast(a) || isLast(b))
	);
}

/** A point in time, or a month as a table's heading gives it. */
const isByMonth = ({ start, end }: Period): boolean => start === null || (end !== null && start === `${end.slice(0, 7)}-01`);

function isMonthEnd(date: string): boolean {
	const next = new Date(`${date}T00:00:00Z`);
	next.setUTCDate(next.getUTCDate() + 1);
	return next.getUTCDate() === 1;
}

function overlaps(a: Period, b: Period): boolean {
	// An open start belongs to a point in time: it stands for its end.
	const [aStart, aEnd] = [a.start ?? a.end ?? "", a.end ?? "9999"];
	const [bStart, bEnd] = [b.start ?? b.end ?? "", b.end ?? "9999"];
	return aStart <= bEnd && bStart <= aEnd;
}

/** A running total that the draft states as what happened in one period. */
function isCumulativeAsAnnual(subject: Subject, one: Match): boolean {
	const { period } = subject;
	const { claim } = one;
	// What a source gives up to a date without a beginning is a total as well.
	const total =
		claim.kind === "cumulative" || (claim.kind === "flow" && claim.period.start === null && claim.period.end !== null);
	return (
		total &&
		subject.periodStated &&
		subject.kind !== "cumulative" &&
		subject.kind !== "stock" &&
		!(subject.level && dimensionOf(claim.unit) === "count") &&
		period !== null &&
		period.start !== null &&
		period.start !== claim.period.start &&
		// "September 2021" beside a total up to the 7th: that is when it was counted.
		!(isByMonth(period) && endInOneMonth(period, claim.period))
	);
}

/** Whether the claim is about the very thing, so that another value contradicts it. */
function isAbout(one: Match, subject: Subject): boolean {
	if (one.entity !== "same" || one.claim.entity === "") {
		return false;
	}
	if (one.claim.measure !== "" && one.claim.measure === subject.measures[0] && subject.measureStated) {
		// A total and one year's amount are different things, whatever their names.
		const oneYear = subject.periodStated && subject.period?.start != null;
		const cumulative = (one.claim.kind === "cumulative") !== (subject.kind === "cumulative");
		return !(
			cumulative &&
			(oneYear || subject.kind === "cumulative") &&
			one.claim.kind !== "count" &&
			subject.kind !== "count" &&
			subject.kind !== null &&
			one.period !== "same"
		);
	}
	return one.measure === "near" && one.words >= 0.75 && Math.min(subject.words.length, one.claim.words.length) >= 4;
}

const namesMeasure = (one: Match): boolean => one.measure === "same" || one.measure === "near";

/**
 * What languages call the same things differs (9450人次, "9,450 pupils"): a number of three or more digits that a source in another
 * language gives for the same entity and period is the same count, unless the measures say otherwise.
 */
function isForeignCount(figure: Figure, subject: Subject, { claim, entity, period, measure }: Match): boolean {
	return (
		claim.source.language !== figure.style.language &&
		(entity === "same" || entity === "unknown") &&
		(period === "same" || period === "overlap") &&
		measure !== "different" &&
		subject.measures.length === 0 &&
		countable(figure.unit) &&
		countable(claim.unit) &&
		significantDigits(figure.value) >= 3
	);
}

const countable = (unit: string | null): boolean => dimensionOf(unit) === "count" || dimensionOf(unit) === "none";

/** The claim's number with another unit: tonnes of paper for sheets, kg for t. */
function isUnitSlip(figure: Figure, one: Match): boolean {
	// "In US dollars: about 2.89 billion": a number without a unit has no wrong one.
	// 贷款超58亿: no unit is printed.
	if (one.claim.currency !== null && figure.currency === null && figure.style.suffix === "") {
		return false;
	}
	if (!sameNumber(figure, one.claim) || figure.unit === one.claim.unit || isOpenUnit(countedUnit(figure)) || isOwnNoun(figure)) {
		return false;
	}
	return one.unit === "other" || (one.unit !== "same" && one.value !== "equal");
}

function isReciprocal({ unit, value }: Figure, claim: Claim): boolean {
	return (
		unit === "x" && claim.unit === "x" && value !== null && claim.value !== null && value.times(claim.value).equals(Decimal.one)
	);
}

/** Whether the two are of one order: what is a hundred times as large is another thing, unless its digits are the same. */
function isComparable(figure: Figure, claim: Claim): boolean {
	if (figure.value === null || claim.value === null || claim.value.isZero || figure.value.isZero) {
		return true;
	}
	const ratio = Math.abs(baseNumber(figure.value, figure.unit) / baseNumber(claim.value, claim.unit));
	return !isOpenUnit(figure.unit) || (ratio < 100 && ratio > 0.01);
}

/** Two products or units of one organisation. */
const areSisters = (subject: Subject, claim: Claim, glossary: Glossary): boolean =>
	subject.entities.some((entity) => glossary.areSisters(entity, claim.entity));

/** 66.9 beside "about 70%": it lies in the claim's reach, but it is not the claim's number. */
function isOnlyNear(figure: Figure, claim: Claim): boolean {
	const point = <T extends Figure | Claim>(one: T): T => ({ ...one, qualifier: "exact", low: null, high: null });
	return (
		(claim.qualifier === "about" || claim.qualifier === "nearly") &&
		relateUnits(figure, claim) !== "other" &&
		relateValues(point(figure), point(claim)) === "different"
	);
}

/** Whether finding this very value by chance is unlikely. */
function isDistinctive(figure: Figure): boolean {
	if (figure.kind === "percent" || figure.kind === "ratio") {
		return significantDigits(figure.value) >= 3;
	}
	const digits = significantDigits(figure.value);
	return digits >= 3 || (digits >= 2 && Math.abs(figure.value?.toNumber() ?? 0) >= 10_000);
}
