/** What the engine asks of a claims database. Two calls in batches, so that a remote database needs one round trip each. */
import type { Claim, Period, Source } from "../model.ts";

/** A question about one figure: which claims have such a value, and which are about the same thing. */
export interface ClaimQuery {
	/** Dimension of the figure's unit ("mass", "energy", "count", "money:CNY"). */
	readonly dimension: string;
	/** Ranges of values in the dimension's base unit; doubles a little wider than the exact interval. */
	readonly ranges: readonly { readonly low: number; readonly high: number }[];
	/** Other dimensions to look the value up in, with ranges (converted currencies, tonnes for tCO2e). */
	readonly also: readonly { readonly dimension: string; readonly low: number; readonly high: number }[];
	/** Claims of any of these measures and any of these entities (either list empty: any) are candidates too. */
	readonly measures: readonly string[];
	readonly entities: readonly string[];
	/** Of the claims about the same thing, those of this period come first. */
	readonly period?: Period | null;
}

export interface ClaimsDatabase {
	/** Changes whenever the content does: part of every cache key. */
	readonly version: string;
	readonly sources: readonly Source[];
	/** Candidates for each query, in the order of the queries; at most a few dozen each. */
	lookup(queries: readonly ClaimQuery[]): Promise<readonly (readonly Claim[])[]>;
}
