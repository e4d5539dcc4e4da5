/** What the page of missing-source-citation cannot show: own records, and what other rules say of the same figure. */
import assert from "node:assert/strict";
import { DraftChecker } from "../../../server/src/core/checkDraft.ts";
import { createMemoryDatabase } from "../../../server/src/core/claims/memoryDatabase.ts";
import type { Claim } from "../../../server/src/core/model.ts";
import { defaultSettings } from "../../../server/src/core/settings.ts";
import { claimsOfSource } from "../../support/seeds.ts";

async function found(claims: readonly Claim[], draft: string): Promise<string[]> {
	const options = { database: createMemoryDatabase(claims), settings: defaultSettings };
	const checked = await new DraftChecker().check(draft, options);
	return (checked?.findings ?? [])
		.filter(({ rule }) => /source-citation|stale/.test(rule))
		.map(({ rule, span }) => `${rule}: ${draft.slice(span.start, span.end)}`);
}

describe("a figure without a citation", () => {
	const source = (key: string, published: string, text: string): readonly Claim[] =>
		claimsOfSource(
			`---\nkey: ${key}\ntitle: ${key}\npublisher: WeBank\npublished: ${published}\nlanguage: en\nentity: WeBank\n---\n\n${text}\n`,
			`${key}.md`,
		);
	const claims = [
		...source("report-2022", "2023-03-01", "WeBank had 4,000 employees at the end of 2022."),
		...source("ledger", "2023-03-01", "Scope 1 emissions of WeBank were 12 tCO2e in 2022."),
	];
	const draft = "Scope 1 emissions of WeBank were 12 tCO2e in 2022.[^ledger]\n\nWeBank had 4,000 employees at the end of 2022.\n";

	it("is found where a document supports it", async () => {
		assert.deepEqual(await found(claims, draft), ["missing-source-citation: 4,000 employees"]);
	});

	it("needs none where the organisation's own records do", async () => {
		const own = claims.map((claim) =>
			claim.source.key === "report-2022"
				? { ...claim, source: { ...claim.source, own: { owner: "HR", date: "2023-01-10", note: "" } } }
				: claim,
		);
		assert.deepEqual(await found(own, draft), []);
	});

	it("is to be updated first where a source has a newer one", async () => {
		const newer = source("report-2023", "2024-04-30", "WeBank had 4,100 employees at the end of 2022.");
		const findings = await found([...claims, ...newer], draft);
		assert.deepEqual(findings, ["stale-figure: 4,000 employees"]);
	});
});
