/**
 * Why a figure has its verdict: the claims that it was compared with, and how each stands to it part by part. Made when somebody
 * asks, from what the verdict itself was weighed from, so that the two cannot disagree.
 */
import type { Claim } from "../model.ts";
import { driftsFrom, sameNumber } from "./compare.ts";
import type { ClaimsDatabase } from "./database.ts";
import type { Derivation, Evidence, Subject, Verdict } from "./evidence.ts";
import type { Glossary } from "./glossary.ts";
import { type Match, queryFor, weigh } from "./judge.ts";

/** The parts that a figure and a claim are compared by, in the order in which they are shown. */
export const aspects = ["entity", "measure", "period", "kind", "unit", "value", "qualifier"] as const;
export type Aspect = (typeof aspects)[number];

/** "near": not the same but it goes with it (a part, an overlapping period, a convertible unit). "unknown": one side does not say. */
export type Standing = "same" | "near" | "unknown" | "different";

/** One claim that the figure was compared with. */
export interface Candidate {
	readonly claim: Claim;
	readonly standings: Readonly<Record<Aspect, Standing>>;
	/** The part of the words around both that they share, 0 to 1. */
	readonly words: number;
	/** How well it fits; the verdict goes by the best. */
	readonly score: number;
	/** Whether the verdict rests on it. */
	readonly decided: boolean;
}

export interface Explanation {
	readonly verdict: Verdict;
	readonly subject: Subject;
	readonly derivation: Derivation | null;
	/** Those that decided first, then the best matches. */
	readonly candidates: readonly Candidate[];
}

/**
 * @param evidence what a check found; the figure, its subject and its derivation are taken from it
 * @param claims what the database answers to `queryFor(figure, subject)`, as in the check
 */
export function explain(found: Evidence, claims: readonly Claim[], glossary: Glossary): Explanation {
	const { figure, subject, derivation } = found;
	const { evidence: weighed, matches } = weigh(figure, subject, claims, glossary);
	// Its sentence may have said more than the figure alone.
	const evidence = weighed.verdict === "contradicted-figure" && found.verdict === "supported" ? found : weighed;
	const deciding = new Map((derivation?.operands ?? evidence.claims).map((claim, index) => [claim.id, index]));
	const rank = ({ claim }: Match): number => deciding.get(claim.id) ?? deciding.size;
	return {
		verdict: derivation ? "derived" : evidence.verdict,
		subject,
		derivation,
		candidates: [...matches]
			.sort((a, b) => rank(a) - rank(b) || b.score - a.score)
			.map((one) => ({
				claim: one.claim,
				standings: standingsOf(evidence, one),
				words: one.words,
				score: one.score,
				decided: deciding.has(one.claim.id),
			})),
	};
}

/** Asks the database what the check asked it about the figure, and explains the verdict. */
export async function explainFrom(database: ClaimsDatabase, evidence: Evidence, glossary: Glossary): Promise<Explanation> {
	const query = queryFor(evidence.figure, evidence.subject);
	const claims = query ? ((await database.lookup([query]))[0] ?? []) : [];
	return explain(evidence, claims, glossary);
}

function standingsOf({ figure, subject }: Evidence, one: Match): Candidate["standings"] {
	const { claim } = one;
	// The claim's very number with another unit: it is the unit that differs.
	const slip = one.value === "different" && figure.unit !== claim.unit && sameNumber(figure, claim);
	return {
		entity: one.entity === "related" ? "near" : one.entity,
		measure: one.measure,
		period: one.period === "overlap" ? "near" : one.period,
		kind: subject.kind === null ? "unknown" : subject.kind === claim.kind ? "same" : one.sameAim ? "near" : "different",
		unit: one.unit === "other" || slip ? "different" : one.unit === "same" ? "same" : "near",
		value: one.value === "equal" || slip ? "same" : one.value === "inside-open" ? "near" : "different",
		qualifier: figure.qualifier === claim.qualifier ? "same" : driftsFrom(figure, claim) ? "different" : "near",
	};
}
