import type { ClaimsDatabase } from "../core/claims/database.ts";
import type { Claim } from "../core/model.ts";
import type { OpenClaimsDatabase } from "./openDatabase.ts";

/**
 * Several databases as one. Where two have a source of the same key, the earlier database has it: a workspace's own copy goes
 * before the bundled one, and no claim comes twice.
 */
export function mergeDatabases(databases: readonly OpenClaimsDatabase[]): OpenClaimsDatabase {
	const [only] = databases;
	if (only && databases.length === 1) {
		return only;
	}
	const owner = new Map<string, OpenClaimsDatabase>();
	for (const database of databases) {
		for (const { key } of database.sources) {
			if (!owner.has(key)) {
				owner.set(key, database);
			}
		}
	}
	const own = (database: OpenClaimsDatabase, claims: readonly Claim[]): Claim[] =>
		claims.filter((claim) => owner.get(claim.source.key) === database);
	const each = <T>(ask: (database: OpenClaimsDatabase) => Promise<T>): Promise<T[]> => Promise.all(databases.map(ask));
	return {
		version: databases.map((database) => database.version).join("+"),
		glossary: only?.glossary ?? "",
		sources: databases.flatMap((database) => database.sources.filter(({ key }) => owner.get(key) === database)),
		lookup: async (queries) => {
			const answers = await each((database) => database.lookup(queries));
			return queries.map((_, i) => databases.flatMap((database, d) => own(database, answers[d]?.[i] ?? [])));
		},
		search: async (text, limit) => {
			const answers = await each((database) => database.search(text, limit));
			return interleave(databases.map((database, d) => own(database, answers[d] ?? []))).slice(0, limit);
		},
		allClaims: async () => (await each(async (database) => own(database, await database.allClaims()))).flat(),
		close: () => {
			for (const database of databases) {
				database.close();
			}
		},
	} satisfies ClaimsDatabase & OpenClaimsDatabase;
}

/** The best of each list, then the second of each, …: ranks of different databases cannot be compared. */
function interleave<T>(lists: readonly (readonly T[])[]): T[] {
	const longest = Math.max(0, ...lists.map((list) => list.length));
	return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list.slice(i, i + 1))).flat();
}
