import assert from "node:assert/strict";
import { DraftChecker } from "../../server/src/core/checkDraft.ts";
import { createMemoryDatabase } from "../../server/src/core/claims/memoryDatabase.ts";
import type { Finding } from "../../server/src/core/model.ts";
import { defaultSettings } from "../../server/src/core/settings.ts";
import { seedClaims } from "../support/seeds.ts";

/** The findings about a figure of a draft, by rule. */
async function about(draft: string, figure: string, checker = new DraftChecker()): Promise<string[]> {
	const checked = await checker.check(draft, { database: createMemoryDatabase(seedClaims()), settings: defaultSettings });
	const found: readonly Finding[] = checked?.findings ?? [];
	return found.filter(({ span }) => draft.slice(span.start, span.end) === figure).map(({ rule }) => rule);
}

describe("a figure that cannot be right by itself", () => {
	it("is not asked for a source as well", async () => {
		assert.deepEqual(await about("The group has 1,200 employees (700 men and 510 women).", "1,200 employees"), ["sum-mismatch"]);
	});

	it("has the finding that names the source where there is one", async () => {
		const draft =
			"In the first half of 2021, 26 A-share listed banks disclosed their green credit: 5 state-owned banks, 6 joint-stock banks, 12 city commercial banks and 2 rural commercial banks.";
		const rules = await about(draft, "26");
		assert.equal(rules.length, 1, rules.join(" "));
	});
});

describe("two places that disagree", () => {
	const start = "---\nentity: Ant Group\n---\n\nR&D spending was RMB 20.46 billion in 2025.\n\n";
	const end = "\n\nIn 2025, R&D spending was RMB 20.64 billion.\n";

	it("point at one another wherever they move", async () => {
		const checker = new DraftChecker();
		const options = {
			database: createMemoryDatabase([]),
			settings: { ...defaultSettings, rules: { "unsupported-figure": "off" as const } },
		};
		for (const between of ["One.", "One. Two.", "One. Two.\n\nThree.", "One."]) {
			const draft = `${start}${between}${end}`;
			const finding = (await checker.check(draft, options))?.findings.find(({ rule }) => rule === "disagreeing-figures");
			assert.equal(draft.slice(finding?.span.start, finding?.span.end), "RMB 20.64 billion");
			const [related] = finding?.related ?? [];
			assert.equal(draft.slice(related?.span.start, related?.span.end), "RMB 20.46 billion");
		}
	});

	it("are no longer reported when one is corrected", async () => {
		const checker = new DraftChecker();
		const options = { database: createMemoryDatabase([]), settings: defaultSettings };
		const wrong = `${start}One.${end}`;
		const count = async (text: string) =>
			(await checker.check(text, options))?.findings.filter(({ rule }) => rule === "disagreeing-figures").length;
		assert.equal(await count(wrong), 1);
		assert.equal(await count(wrong.replace("20.64", "20.46")), 0);
		assert.equal(await count(wrong), 1);
	});
});
