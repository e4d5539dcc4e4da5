import type { Claim, Source } from "../model.ts";
import { ClaimIndex, indexClaims } from "./claimIndex.ts";
import type { ClaimsDatabase } from "./database.ts";

/**
 * A claims database that lives in memory. It finds the same candidates in the same order as a database file of these claims.
 *
 * @param version what to call this content; without it one that depends on the content alone.
 */
export function createMemoryDatabase(claims: readonly Claim[], version = fingerprint(claims)): ClaimsDatabase {
	const index = new ClaimIndex(indexClaims(claims));
	return {
		version,
		sources: [...new Map(claims.map(({ source }): [string, Source] => [source.key, source])).values()],
		lookup: async (queries) => queries.map((query) => index.candidates(query).map((row) => claims[row] as Claim)),
	};
}

/** A short text that differs for different claims, as far as 53 bits can tell. */
function fingerprint(claims: readonly Claim[]): string {
	let a = 0xdeadbeef;
	let b = 0x41c6ce57;
	for (const claim of claims) {
		const text = JSON.stringify(claim, (_, value) => (typeof value === "bigint" ? `${value}` : value));
		for (let i = 0; i < text.length; i += 1) {
			const code = text.charCodeAt(i);
			a = Math.imul(a ^ code, 2654435761);
			b = Math.imul(b ^ code, 1597334677);
		}
	}
	a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
	b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
	return `memory-${((b >>> 0) & 0x1fffff) * 2 ** 32 + (a >>> 0)}`;
}
