/** Correct sentences and tables as reports print them, in four scripts: no rule of arithmetic or conversions may mark one. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { DraftChecker } from "../../server/src/core/checkDraft.ts";
import { createMemoryDatabase } from "../../server/src/core/claims/memoryDatabase.ts";
import { rules } from "../../server/src/core/rules/index.ts";
import { defaultSettings } from "../../server/src/core/settings.ts";

const measured = new Set([
	"inconsistent-conversion",
	"mixed-rates",
	"sum-mismatch",
	"percent-change-mismatch",
	"share-mismatch",
	"intensity-mismatch",
	"multiple-mismatch",
	"disagreeing-figures",
	"impossible-figure",
	"implausible-factor",
	"cumulative-regression",
	"part-exceeds-whole",
]);
const off = rules.filter(({ id }) => !measured.has(id)).map(({ id }): [string, "off"] => [id, "off"]);
const settings = { ...defaultSettings, rules: Object.fromEntries(off) };
const folder = new URL("../fixtures/arithmetic/", import.meta.url);

describe("correct arithmetic is left alone", () => {
	for (const name of readdirSync(folder)) {
		it(name, async () => {
			const text = readFileSync(new URL(name, folder), "utf8");
			const checked = await new DraftChecker().check(text, { database: createMemoryDatabase([]), settings });
			assert.ok(checked);
			assert.deepEqual(
				checked.findings.map(({ rule, message }) => `${rule}: ${message}`),
				[],
			);
		});
	}
});
