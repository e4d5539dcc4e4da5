/** The organisation's own records as a claims database, beside those that were built from documents. */
import { createMemoryDatabase } from "../core/claims/memoryDatabase.ts";
import type { Claim } from "../core/model.ts";
import type { OpenClaimsDatabase } from "./openDatabase.ts";
import { indexWords } from "./searchWords.ts";

export function openOwnRecords(claims: readonly Claim[]): OpenClaimsDatabase {
	const memory = createMemoryDatabase(claims);
	const [source] = claims.map((claim) => claim.source);
	let words: readonly (readonly string[])[] | null = null;
	const wordsOf = (text: string): string[] =>
		indexWords(text)
			.split(" ")
			.filter((word) => word !== "");
	return {
		...memory,
		glossary: "",
		// One source, whoever entered the single figures.
		sources: source ? [{ ...source, published: "", own: { owner: "", date: "", note: "" } }] : [],
		search: async (text, limit) => {
			words ??= claims.map((claim) =>
				wordsOf([claim.entity, claim.measure.replaceAll("_", " "), claim.source.title, ...claim.words, claim.text].join(" / ")),
			);
			const asked = wordsOf(text);
			const found = claims.filter((_, i) => asked.every((word) => words?.[i]?.some((one) => one.startsWith(word))));
			return found.slice(0, limit);
		},
		allClaims: async () => claims,
		close: () => {},
	};
}
