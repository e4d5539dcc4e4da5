import assert from "node:assert/strict";
import { DraftChecker } from "../../server/src/core/checkDraft.ts";
import { createMemoryDatabase } from "../../server/src/core/claims/memoryDatabase.ts";
import { defaultSettings } from "../../server/src/core/settings.ts";

const text = Array.from({ length: 300 }, (_, index) => `## Site ${index}\n\nThe site used ${index}.25 GWh in 2022.`).join("\n\n");
const quiet = { database: createMemoryDatabase([]), settings: defaultSettings };

describe("a long check", () => {
	it("breathes while it reads and while it judges", async () => {
		let breaths = 0;
		const breathe = async () => {
			breaths += 1;
		};
		const checked = await new DraftChecker().check(text, { ...quiet, breathe });
		assert.ok(checked && breaths > 20, `${breaths} breaths`);
	});

	it("stops at any breath once it is aborted, and the next check is whole", async () => {
		const whole = await new DraftChecker().check(text, quiet);
		let all = 0;
		await new DraftChecker().check(text, {
			...quiet,
			breathe: async () => {
				all += 1;
			},
		});
		for (let last = 1; last <= all; last += 7) {
			const checker = new DraftChecker();
			let breaths = 0;
			const signal = { aborted: false };
			const breathe = async () => {
				breaths += 1;
				signal.aborted = breaths >= last;
			};
			assert.equal(await checker.check(text, { ...quiet, signal, breathe }), null);
			assert.equal(breaths, last, "nothing goes on after the abort");
			const checked = await checker.check(text, quiet);
			assert.deepEqual(checked?.findings, whole?.findings);
			assert.deepEqual(checked?.counts, whole?.counts);
		}
	});

	it("gives one finding each to paragraphs that stand in two places, where they stand after an edit above", async () => {
		const checker = new DraftChecker();
		const twice = "In 2022 we planted 4,321 trees.\n\nBetween.\n\nIn 2022 we planted 4,321 trees.\n";
		for (const draft of [twice, `Above.\n\n${twice}`, twice]) {
			const checked = await checker.check(draft, quiet);
			const spans = checked?.findings.filter(({ rule }) => rule === "unsupported-figure").map(({ span }) => span) ?? [];
			const places = [draft.indexOf("4,321"), draft.lastIndexOf("4,321")];
			assert.deepEqual(
				spans.map(({ start }) => start),
				places,
			);
		}
	});
});
