import type { Claim, ClaimKind, Figure, Period, Qualifier } from "../model.ts";

/** What a figure is about, as far as its surroundings say. */
export interface Subject {
	/** Canonical entity names, most likely first; empty where none is known. */
	readonly entities: readonly string[];
	/** Whether the sentence or the headers name the entity; otherwise it is carried over or the document's. */
	readonly entityStated: boolean;
	/** Whether the amount is one for each of something ("226 lunches per school"), not all of it. */
	readonly forEach: boolean;
	/** Whether the text gives several figures for several things in one order, this among them. */
	readonly inOrder: boolean;
	/** The qualifier that a list gives once for all of its figures; null for none. */
	readonly sharedQualifier: Qualifier | null;
	/** The qualifier of the figure before that this one is joined to by "and", which may be meant of both; null for none. */
	readonly joinedQualifier: Qualifier | null;
	/** Whether a multiple says what came on top (增长一倍), not how much there is now. */
	readonly increase: boolean;
	/** Whether it is how many there are at the time ("reached 86 million"), not how many came in a period. */
	readonly level: boolean;
	/** Measure ids, most likely first; empty where the glossary is silent. */
	readonly measures: readonly string[];
	/** Whether the first measure is named in the figure's own clause or beside it; else it may be another figure's. */
	readonly measureStated: boolean;
	/** Measures that the words name and that the figure's unit cannot be of, where no other is named. */
	readonly misfits: readonly string[];
	/** Measures that the sentence, the one before it, the question above or the heading speak of: enough to recognise a value by, never to object. */
	readonly topics: readonly string[];
	/** Whether it stands below a heading or an opening line that speaks of aims ("2030 targets"). */
	readonly aims: boolean;
	/** Normalised words around the figure. */
	readonly words: readonly string[];
	/** null where the text does not say. */
	readonly period: Period | null;
	/** Whether the sentence or the headers say the period; otherwise it is carried over or the document's. */
	readonly periodStated: boolean;
	readonly kind: ClaimKind | null;
}

/** One word for what the database says about a figure; the words of faults are the ids of the evidence rules. */
export type Verdict =
	| "supported"
	| "derived"
	| "scale-slip"
	| "mismatched-unit"
	| "target-as-result"
	| "period-mismatch"
	| "cumulative-as-annual"
	| "entity-mismatch"
	| "contradicted-figure"
	| "qualifier-drift"
	| "excess-precision"
	| "unsupported-figure"
	| "not-check-worthy";

/** How a figure follows from others. */
export interface Derivation {
	/** The arithmetic in one line ("14 million = 100 million - 86 million"). */
	readonly formula: string;
	readonly operands: readonly Claim[];
}

/** A claim that is newer than the one that supports a figure, about the same thing and with another value. */
export interface NewerClaim {
	readonly claim: Claim;
	/** The claim that supports the figure. */
	readonly than: Claim;
	/** Of the same period by a source that was published later; otherwise of a later date. */
	readonly restated: boolean;
}

/** What the database says about one figure. */
export interface Evidence {
	readonly figure: Figure;
	readonly subject: Subject;
	readonly verdict: Verdict;
	/** The claims that decided, best first; empty for unsupported figures. */
	readonly claims: readonly Claim[];
	readonly derivation: Derivation | null;
	/** Of a supported figure: claims that it is older than, the latest first. */
	readonly newer?: readonly NewerClaim[];
}

/** Every claim that is spoken of with a figure: those that decided, those that it follows from, those that are newer. */
export function spokenClaims({ claims, derivation, newer }: Evidence): readonly Claim[] {
	return [...claims, ...(derivation?.operands ?? []), ...(newer ?? []).map(({ claim }) => claim)];
}
