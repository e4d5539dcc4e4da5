import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { DraftChecker } from "../../server/src/core/checkDraft.ts";
import { createMemoryDatabase } from "../../server/src/core/claims/memoryDatabase.ts";
import { defaultSettings } from "../../server/src/core/settings.ts";

const gold = new URL("../../../shared/gold/seed-claims.json", import.meta.url);
const fixtures = new URL("../fixtures/seed-claims.json", import.meta.url);

interface SeedClaim {
	readonly id: string;
	readonly file: string;
	readonly value: string;
	readonly unit: string;
}

/**
 * Claims for which the annotators name a disclosure of GRI and nothing is offered: GRI asks nothing of the kind (research
 * spending, open source, greener products), or the figure is of no kind that a professional cites by rule (reach, costs).
 */
const withoutOffer = [
	"ant-rnd-2022-cny",
	"ant-rnd-2022-usd",
	"ant-rnd-multiple-2022-vs-2019",
	"ant-industry-solutions",
	"ant-partner-fis",
	"ant-new-users-per-year",
	"webank-it-spend-revenue-share",
	"webank-it-cost-per-account",
	"webank-it-cost-vs-peers",
	"webank-weilidai-provinces",
	"webank-sme-accounts-2022",
	"webank-weiyedai-provinces",
	"webank-open-source-projects",
	"webank-free-lunch-meals",
	"mashang-low-carbon-consumption",
];

describe("the seeds as drafts that declare GRI and TCFD", () => {
	it("are offered the citations that the annotators suggest", async function () {
		if (!existsSync(gold)) {
			this.skip();
		}
		const suggested = new Map<string, readonly string[]>(
			(JSON.parse(readFileSync(gold, "utf8")) as { id: string; frameworks: string[] }[]).map(({ id, frameworks }) => [
				id,
				frameworks,
			]),
		);
		const claims = JSON.parse(readFileSync(fixtures, "utf8")) as SeedClaim[];
		const offered = new Set<string>();
		for (const file of new Set(claims.map((claim) => claim.file))) {
			const text = readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
			const settings = { ...defaultSettings, frameworks: ["GRI", "TCFD"] };
			const checked = await new DraftChecker().check(text, { database: createMemoryDatabase([]), settings });
			for (const { span, message, rule } of checked?.findings ?? []) {
				const figure = checked?.figures.find((one) => one.span.start === span.start && one.span.end === span.end)?.evidence
					.figure;
				if (rule !== "missing-framework-citation" || !figure) {
					continue;
				}
				const meant = claims.filter(
					(claim) => claim.file === file && claim.value === figure.value?.toString() && claim.unit === figure.unit,
				);
				const wanted = new Set(meant.flatMap(({ id }) => suggested.get(id) ?? []));
				const codes = [...message.matchAll(/GRI (\d+-\d+)/g)].map(([, code]) => `GRI ${code}`);
				assert.ok(
					codes.every((code) => wanted.has(code)),
					`${figure.text}: ${codes} of ${[...wanted]}`,
				);
				const pillar = /\(([A-Z]+-[a-z])\)/.exec(message)?.[1];
				if (pillar && [...wanted].some((code) => code.startsWith("TCFD"))) {
					assert.ok(wanted.has(`TCFD ${pillar}`), `${figure.text}: TCFD ${pillar} of ${[...wanted]}`);
				}
				for (const { id } of codes.length > 0 ? meant : []) {
					offered.add(id);
				}
			}
		}
		// The dollar amount beside a yuan amount shares its citation.
		const twins = claims.filter(({ id }) => id.endsWith("-usd") && offered.has(id.replace(/-usd$/, "-cny"))).map(({ id }) => id);
		const missed = claims
			.map(({ id }) => id)
			.filter((id) => suggested.get(id)?.some((code) => code.startsWith("GRI")) && !offered.has(id) && !twins.includes(id));
		assert.deepEqual(missed, withoutOffer);
	});
});
